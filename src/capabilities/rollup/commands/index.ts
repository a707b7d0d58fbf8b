import { clockOptions, clocksOf, clockUsage } from '#api/cli/clocks'
import { type Command, optionFlag, wordsIn } from '#api/cli/command'
import type { RollUp } from '../routes.ts'

/** `gusul roll-up`: all offices together, by phase. */
const rollUp: Command = {
  name: 'roll-up',
  usage: `[--refresh] ${clockUsage} [--json]`,
  ko: '모든 기관의 협약을 국면별로 모아 보입니다',
  en: 'commitments of all offices by phase',
  options: { ...clockOptions, refresh: { type: 'boolean' }, json: { type: 'boolean' } },
  run: async (context) => {
    const word = wordsIn(context)
    const api = await context.api()
    if (optionFlag(context, 'refresh')) {
      const { asked } = await api.post<{ asked: number }>('/installation/roll-up')
      context.io.stderr(`${word(`${asked}개 기관을 다시 셈합니다`, `${asked} offices are worked out again`)}\n`)
    }
    const answer = await api.get<RollUp>(`/installation/roll-up?${clocksOf(context)}`)
    if (optionFlag(context, 'json') || !context.io.terminal) context.io.stdout(`${JSON.stringify(answer)}\n`)
    else {
      for (const row of answer.phases)
        context.io.stdout(
          word(
            `${row.phase}\t${row.commitments}건\t발표 ${row.announced ?? '모름'}원\t실제 ${row.actual ?? '모름'}원\t금액 미공개 ${row.undisclosed}건\n`,
            `${row.phase}\t${row.commitments}\tannounced ${row.announced ?? 'not known'} KRW\tactual ${row.actual ?? 'not known'} KRW\tundisclosed ${row.undisclosed}\n`,
          ),
        )
      context.io.stdout(
        word(
          `기관 ${answer.offices.length}곳, 하루 넘은 것 ${answer.waiting}곳\n`,
          `${answer.offices.length} offices, ${answer.waiting} older than a day\n`,
        ),
      )
    }
    return 0
  },
}

export const rollUpCommands: readonly Command[] = [rollUp]

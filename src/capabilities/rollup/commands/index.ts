import { type Command, optionFlag } from '#api/cli/command'
import type { RollUp } from '../routes.ts'

/** `gusul roll-up`: all offices together, by phase. */
const rollUp: Command = {
  name: 'roll-up',
  usage: '[--refresh] [--json]',
  ko: '모든 기관의 협약을 국면별로 모아 보입니다',
  en: 'commitments of all offices by phase',
  options: { refresh: { type: 'boolean' }, json: { type: 'boolean' } },
  run: async (context) => {
    const api = await context.api()
    if (optionFlag(context, 'refresh')) {
      const { asked } = await api.post<{ asked: number }>('/installation/roll-up')
      context.io.stderr(`${asked}개 기관을 다시 셈합니다\n`)
    }
    const answer = await api.get<RollUp>('/installation/roll-up')
    if (optionFlag(context, 'json') || !context.io.terminal) context.io.stdout(`${JSON.stringify(answer)}\n`)
    else {
      for (const row of answer.phases)
        context.io.stdout(
          `${row.phase}\t${row.commitments}건\t발표 ${row.announced ?? '모름'}원\t실제 ${row.actual ?? '모름'}원\t금액 미공개 ${row.undisclosed}건\n`,
        )
      context.io.stdout(`기관 ${answer.offices.length}곳, 하루 넘은 것 ${answer.waiting}곳\n`)
    }
    return 0
  },
}

export const rollUpCommands: readonly Command[] = [rollUp]

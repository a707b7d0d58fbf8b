import { clockOptions, clocksOf, clockUsage } from '#api/cli/clocks'
import { type Command, type CommandContext, optionFlag, optionText, wordsIn } from '#api/cli/command'
import { stageRows } from '#data/stages'
import type { PledgePage, PledgeSummaryView, PledgeView } from '../schemas.ts'

const json = { json: { type: 'boolean' } } as const

function print(context: CommandContext, data: unknown, lines: () => readonly string[]): void {
  const { io } = context
  if (optionFlag(context, 'json') || !io.terminal) io.stdout(`${JSON.stringify(data)}\n`)
  else io.stdout(`${lines().join('\n')}\n`)
}

const gradeOf = (context: CommandContext, one: PledgeView): string =>
  one.gradings.find((row) => row.withdrawnAt === null)?.result.grade ?? wordsIn(context)('등급 없음', 'no grade')
const percent = (context: CommandContext, rate: string | null): string =>
  rate === null ? wordsIn(context)('모름', 'not known') : `${(Number(rate) * 100).toFixed(2)}%`
const nameOf = (context: CommandContext, one: { nameKo: string; nameEn: string | null }): string =>
  context.locale === 'en' ? (one.nameEn ?? one.nameKo) : one.nameKo
/** A state as people say it. */
function stateOf(context: CommandContext, state: string | null): string {
  if (state === null) return wordsIn(context)('모름', 'not known')
  if (state === 'unproven') return wordsIn(context)('증빙 없음', 'no proof')
  return stageRows.find((row) => row.machine === 'pledge' && row.stage === state)?.[context.locale] ?? state
}

/** `gusul pledges list`: pledges with their state, money and grade. */
const list: Command = {
  name: 'pledges list',
  usage: `[--state STATE] [--words TEXT] [--sort name|due|money|secured|state] ${clockUsage} [--limit 50] [--json]`,
  ko: '공약을 상태, 확보율, 등급과 함께 보입니다',
  en: 'pledges with their state, money and grade',
  options: { ...json, ...clockOptions, state: { type: 'string' }, words: { type: 'string' }, sort: { type: 'string' }, limit: { type: 'string' } },
  run: async (context) => {
    const say = wordsIn(context)
    const query = new URLSearchParams([['limit', optionText(context, 'limit') ?? '50'], ...clocksOf(context)])
    for (const [option, name] of [
      ['state', 'state'],
      ['words', 'q'],
      ['sort', 'sort'],
    ] as const) {
      const value = optionText(context, option)
      if (value !== undefined) query.set(name, value)
    }
    const page = await (await context.api()).get<PledgePage>(`/offices/${await context.office()}/pledges?${query}`)
    print(context, page, () =>
      page.items.length === 0
        ? [say('공약이 없습니다', 'no pledges')]
        : page.items.map(
            (one) =>
              `${one.id}  ${nameOf(context, one)}  [${stateOf(context, one.state)}]  ${say('확보', 'secured')} ${percent(context, one.money.securedRate)}  ${gradeOf(context, one)}`,
          ),
    )
    return 0
  },
}

/** `gusul pledges summary`: how many stand where. */
const summary: Command = {
  name: 'pledges summary',
  usage: `${clockUsage} [--json]`,
  ko: '공약이 어디까지 왔는지 셉니다',
  en: 'how many pledges stand where, and their money',
  options: { ...json, ...clockOptions },
  run: async (context) => {
    const say = wordsIn(context)
    const found = await (await context.api()).get<PledgeSummaryView>(`/offices/${await context.office()}/pledges/summary?${clocksOf(context)}`)
    print(context, found, () => [
      say(
        `공약 ${found.total}건, 완료 ${found.done}건 (${percent(context, found.doneRate)})`,
        `${found.total} pledges, ${found.done} done (${percent(context, found.doneRate)})`,
      ),
      ...found.byState.map((one) => `  ${stateOf(context, one.state)}: ${one.count}`),
      securedWords(context, found.money),
    ])
    return 0
  },
}

const securedWords = (context: CommandContext, money: { securedRate: string | null; securedInTermRate: string | null }): string =>
  wordsIn(context)(
    `확보율 ${percent(context, money.securedRate)}, 임기 안 ${percent(context, money.securedInTermRate)}`,
    `secured ${percent(context, money.securedRate)}, within the term ${percent(context, money.securedInTermRate)}`,
  )

/** `gusul pledges show`: one pledge with what it stands on. */
const show: Command = {
  name: 'pledges show',
  usage: `PLEDGE ${clockUsage} [--json]`,
  ko: '공약 한 건을 값과 문장, 등급과 함께 보입니다',
  en: 'one pledge with its values, sentences and grades',
  options: { ...json, ...clockOptions },
  run: async (context) => {
    const id = context.words[0]
    if (id === undefined) throw new RangeError('expected the id of a pledge: gusul pledges list shows them')
    const say = wordsIn(context)
    const one = await (await context.api()).get<PledgeView>(
      `/offices/${await context.office()}/pledges/${encodeURIComponent(id)}?${clocksOf(context)}`,
    )
    print(context, one, () => [
      `${nameOf(context, one)} [${stateOf(context, one.state)}]${one.illustrative ? say(' (예시)', ' (illustrative)') : ''}`,
      ...one.promises.map(
        (row) =>
          `  ${nameOf(context, row)}${row.series ? ` (${row.series})` : ''}: ${say('약속', 'promised')} ${row.promised.value}, ${say('실적', 'actual')} ${row.actual?.value ?? say('측정 안 됨', 'not measured')} ${row.promised.unit}`,
      ),
      `  ${securedWords(context, one.money)}`,
      ...one.gradings.map(
        (row) =>
          `  ${row.gradedOn} ${row.assessor}: ${row.result.grade ?? row.result.outcome} (${row.result.rubric} ${row.result.version}, ${row.result.total ?? say('총점 모름', 'total not known')})${row.withdrawnAt ? say(' 거둠', ' withdrawn') : ''}`,
      ),
      ...one.facts.flatMap((row) => row.quotes.map((quote) => `    “${quote.sentence.trim()}”`)),
    ])
    return 0
  },
}

/** `gusul pledges add`: a pledge by hand. */
const add: Command = {
  name: 'pledges add',
  usage: 'NAME [--promisor WHO] [--promised DAY] [--due DAY] [--json]',
  ko: '공약을 더합니다',
  en: 'add a pledge',
  options: { ...json, promisor: { type: 'string' }, promised: { type: 'string' }, due: { type: 'string' } },
  run: async (context) => {
    const nameKo = context.words.join(' ')
    if (nameKo.trim() === '') throw new RangeError('expected the name of the pledge')
    const made = await (await context.api()).post<{ id: string }>(`/offices/${await context.office()}/pledges`, {
      nameKo,
      promisor: optionText(context, 'promisor') ?? null,
      promisedOn: optionText(context, 'promised') ?? null,
      dueOn: optionText(context, 'due') ?? null,
    })
    print(context, made, () => [`${wordsIn(context)('더했습니다', 'added')}: ${made.id}`])
    return 0
  },
}

/** What the command line does with pledges. */
export const pledgesCommands: readonly Command[] = [list, summary, show, add]

import { type Command, type CommandContext, optionFlag, optionText } from '#api/cli/command'
import type { PledgePage, PledgeSummaryView, PledgeView } from '../schemas.ts'

const json = { json: { type: 'boolean' } } as const

function print(context: CommandContext, data: unknown, lines: () => readonly string[]): void {
  const { io } = context
  if (optionFlag(context, 'json') || !io.terminal) io.stdout(`${JSON.stringify(data)}\n`)
  else io.stdout(`${lines().join('\n')}\n`)
}

const gradeOf = (one: PledgeView): string => one.gradings.find((row) => row.withdrawnAt === null)?.result.grade ?? '등급 없음'
const percent = (rate: string | null): string => (rate === null ? '모름' : `${(Number(rate) * 100).toFixed(2)}%`)

/** `gusul pledges list`: pledges with their state, money and grade. */
const list: Command = {
  name: 'pledges list',
  usage: '[--state STATE] [--words TEXT] [--sort name|due|money|secured|state] [--limit 50] [--json]',
  ko: '공약을 상태, 확보율, 등급과 함께 보입니다',
  en: 'pledges with their state, money and grade',
  options: { ...json, state: { type: 'string' }, words: { type: 'string' }, sort: { type: 'string' }, limit: { type: 'string' } },
  run: async (context) => {
    const query = new URLSearchParams({ limit: optionText(context, 'limit') ?? '50' })
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
        ? ['공약이 없습니다']
        : page.items.map((one) => `${one.id}  ${one.nameKo}  [${one.state ?? '모름'}]  확보 ${percent(one.money.securedRate)}  ${gradeOf(one)}`),
    )
    return 0
  },
}

/** `gusul pledges summary`: how many stand where. */
const summary: Command = {
  name: 'pledges summary',
  usage: '[--json]',
  ko: '공약이 어디까지 왔는지 셉니다',
  en: 'how many pledges stand where, and their money',
  options: json,
  run: async (context) => {
    const found = await (await context.api()).get<PledgeSummaryView>(`/offices/${await context.office()}/pledges/summary`)
    print(context, found, () => [
      `공약 ${found.total}건, 완료 ${found.done}건 (${percent(found.doneRate)})`,
      ...found.byState.map((one) => `  ${one.state ?? '모름'}: ${one.count}`),
      `확보율 ${percent(found.money.securedRate)}, 임기 안 ${percent(found.money.securedInTermRate)}`,
    ])
    return 0
  },
}

/** `gusul pledges show`: one pledge with what it stands on. */
const show: Command = {
  name: 'pledges show',
  usage: 'PLEDGE [--json]',
  ko: '공약 한 건을 값과 문장, 등급과 함께 보입니다',
  en: 'one pledge with its values, sentences and grades',
  options: json,
  run: async (context) => {
    const id = context.words[0]
    if (id === undefined) throw new RangeError('expected the id of a pledge: gusul pledges list shows them')
    const one = await (await context.api()).get<PledgeView>(`/offices/${await context.office()}/pledges/${encodeURIComponent(id)}`)
    print(context, one, () => [
      `${one.nameKo} [${one.state ?? '모름'}]${one.illustrative ? ' (예시)' : ''}`,
      ...one.promises.map(
        (row) =>
          `  ${row.nameKo}${row.series ? ` (${row.series})` : ''}: 약속 ${row.promised.value}, 실적 ${row.actual?.value ?? '측정 안 됨'} ${row.promised.unit}`,
      ),
      `  확보율 ${percent(one.money.securedRate)}, 임기 안 ${percent(one.money.securedInTermRate)}`,
      ...one.gradings.map(
        (row) =>
          `  ${row.gradedOn} ${row.assessor}: ${row.result.grade ?? row.result.outcome} (${row.result.rubric} ${row.result.version}, ${row.result.total ?? '총점 모름'})${row.withdrawnAt ? ' 거둠' : ''}`,
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
    print(context, made, () => [`더했습니다: ${made.id}`])
    return 0
  },
}

/** What the command line does with pledges. */
export const pledgesCommands: readonly Command[] = [list, summary, show, add]

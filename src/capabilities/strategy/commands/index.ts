import { type Command, type CommandContext, optionFlag, optionText } from '#api/cli/command'
import type { StrategyMeasure, StrategyNode } from '../schemas.ts'

const json = { json: { type: 'boolean' } } as const

function print(context: CommandContext, data: unknown, lines: () => readonly string[]): void {
  const { io } = context
  if (optionFlag(context, 'json') || !io.terminal) io.stdout(`${JSON.stringify(data)}\n`)
  else io.stdout(`${lines().join('\n')}\n`)
}

const percent = (rate: string | null): string => (rate === null ? '측정 안 됨' : `${(Number(rate) * 100).toFixed(1)}%`)
const indent = { vision: '', strategy: '  ', action: '    ' } as const

const measureLine = (one: StrategyMeasure): string =>
  `${one.nameKo}${one.series ? ` (${one.series})` : ''} ${one.progress.actual ? `${one.progress.actual.year}년 ${one.progress.actual.value}` : '실적 없음'} / ${
    one.progress.target ? `${one.progress.target.year}년 목표 ${one.progress.target.value}` : '목표 없음'
  } ${one.unit}: ${percent(one.progress.progress)}  ${one.id}`

/** `gusul strategy list`: the tree with its progress. */
const list: Command = {
  name: 'strategy list',
  usage: '[--json]',
  ko: '전략 나무를 진척과 함께 보입니다',
  en: 'the strategy tree with its progress',
  options: json,
  run: async (context) => {
    const found = await (await context.api()).get<{ items: StrategyNode[] }>(`/offices/${await context.office()}/strategy`)
    const below = (parentId: string | null): string[] =>
      found.items
        .filter((one) => one.parentId === parentId)
        .flatMap((one) => [
          `${indent[one.level]}${one.nameKo}: ${percent(one.progress.progress)} (측정한 비중 ${percent(one.progress.coverage)})  ${one.id}`,
          ...one.measures.map((measure) => `${indent[one.level]}  · ${measureLine(measure)}`),
          ...below(one.id),
        ])
    print(context, found, () => (found.items.length === 0 ? ['전략 나무가 비어 있습니다'] : below(null)))
    return 0
  },
}

/** `gusul strategy set`: type the target or the actual of a year. */
const set: Command = {
  name: 'strategy set',
  usage: 'MEASURE --year YEAR (--target VALUE | --actual VALUE) [--json]',
  ko: '지표의 한 해 목표나 실적을 적습니다',
  en: 'type the target or the actual of a year of an indicator',
  options: { ...json, year: { type: 'string' }, target: { type: 'string' }, actual: { type: 'string' } },
  run: async (context) => {
    const measure = context.words[0]
    const year = Number(optionText(context, 'year'))
    const facet = optionText(context, 'target') === undefined ? 'actual' : 'target'
    const value = optionText(context, facet)
    if (measure === undefined || !Number.isInteger(year) || value === undefined)
      throw new RangeError('expected MEASURE --year 2025 --actual 90000 (or --target): gusul strategy list shows the measures')
    const after = await (await context.api()).put<{ measure: StrategyMeasure }>(
      `/offices/${await context.office()}/strategy-measures/${encodeURIComponent(measure)}/years`,
      { year, facet, value },
    )
    print(context, after, () => [measureLine(after.measure)])
    return 0
  },
}

/** `gusul strategy add`: a node. */
const add: Command = {
  name: 'strategy add',
  usage: 'NAME --level vision|strategy|action [--parent ID] [--weight 1] [--json]',
  ko: '비전, 전략, 과제를 더합니다',
  en: 'add a vision, a strategy or an action',
  options: { ...json, level: { type: 'string' }, parent: { type: 'string' }, weight: { type: 'string' } },
  run: async (context) => {
    const made = await (await context.api()).post<{ id: string }>(`/offices/${await context.office()}/strategy`, {
      nameKo: context.words.join(' '),
      level: optionText(context, 'level') ?? 'vision',
      parentId: optionText(context, 'parent') ?? null,
      weight: optionText(context, 'weight') ?? '1',
    })
    print(context, made, () => [`더했습니다: ${made.id}`])
    return 0
  },
}

/** What the command line does with the strategy tree. */
export const strategyCommands: readonly Command[] = [list, set, add]

import { clockOptions, clocksOf, clockUsage } from '#api/cli/clocks'
import { type Command, type CommandContext, optionFlag, optionText, wordsIn } from '#api/cli/command'
import type { StrategyMeasure, StrategyNode } from '../schemas.ts'

const json = { json: { type: 'boolean' } } as const

function print(context: CommandContext, data: unknown, lines: () => readonly string[]): void {
  const { io } = context
  if (optionFlag(context, 'json') || !io.terminal) io.stdout(`${JSON.stringify(data)}\n`)
  else io.stdout(`${lines().join('\n')}\n`)
}

const percent = (context: CommandContext, rate: string | null): string =>
  rate === null ? wordsIn(context)('측정 안 됨', 'not measured') : `${(Number(rate) * 100).toFixed(1)}%`
const nameOf = (context: CommandContext, one: { nameKo: string; nameEn: string | null }): string =>
  context.locale === 'en' ? (one.nameEn ?? one.nameKo) : one.nameKo
const indent = { vision: '', strategy: '  ', action: '    ' } as const

function measureLine(context: CommandContext, one: StrategyMeasure): string {
  const say = wordsIn(context)
  const { actual, target } = one.progress
  const reached = actual ? say(`${actual.year}년 ${actual.value}`, `${actual.value} in ${actual.year}`) : say('실적 없음', 'no actual')
  const wanted = target ? say(`${target.year}년 목표 ${target.value}`, `target ${target.value} in ${target.year}`) : say('목표 없음', 'no target')
  const name = `${nameOf(context, one)}${one.series ? ` (${one.series})` : ''}`
  return `${name} ${reached} / ${wanted} ${one.unit}: ${percent(context, one.progress.progress)}  ${one.id}`
}

/** `gusul strategy list`: the tree with its progress. */
const list: Command = {
  name: 'strategy list',
  usage: `${clockUsage} [--json]`,
  ko: '전략 나무를 진척과 함께 보입니다',
  en: 'the strategy tree with its progress',
  options: { ...json, ...clockOptions },
  run: async (context) => {
    const found = await (await context.api()).get<{ items: StrategyNode[] }>(`/offices/${await context.office()}/strategy?${clocksOf(context)}`)
    const say = wordsIn(context)
    const below = (parentId: string | null): string[] =>
      found.items
        .filter((one) => one.parentId === parentId)
        .flatMap((one) => [
          `${indent[one.level]}${nameOf(context, one)}: ${percent(context, one.progress.progress)} (${say('측정한 비중', 'weight measured')} ${percent(context, one.progress.coverage)})  ${one.id}`,
          ...one.measures.map((measure) => `${indent[one.level]}  · ${measureLine(context, measure)}`),
          ...below(one.id),
        ])
    print(context, found, () => (found.items.length === 0 ? [say('전략 나무가 비어 있습니다', 'the strategy tree is empty')] : below(null)))
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
    print(context, after, () => [measureLine(context, after.measure)])
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
    print(context, made, () => [`${wordsIn(context)('더했습니다', 'added')}: ${made.id}`])
    return 0
  },
}

/** What the command line does with the strategy tree. */
export const strategyCommands: readonly Command[] = [list, set, add]

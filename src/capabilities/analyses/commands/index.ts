import { CaseError } from '#api/cli/case-file'
import { type Command, type CommandContext, optionFlag, optionText, wordsIn } from '#api/cli/command'
import { tellFault } from '#capabilities/economy/index'
import type { AnalysisCase, Kind } from '../cases.ts'
import type { AnalysisHeadView } from '../schemas.ts'
import { answerOf } from '../service/answer.ts'
import { linesOf } from './lines.ts'
import { make } from './make.ts'
import { commandOf, readCase } from './read-case.ts'

const json = { json: { type: 'boolean' } } as const

/** A command that answers a case from a file; no server and no database are needed. */
const answering = (kind: Kind, usage: string, ko: string, en: string): Command => ({
  name: commandOf[kind],
  usage,
  ko,
  en,
  options: { ...json, ...(kind === 'warning' ? { 'false-alarms': { type: 'string' } } : kind === 'structure' ? { region: { type: 'string' } } : {}) },
  run: async (context) => {
    try {
      const of = await readCase(context, kind)
      const rate = optionText(context, 'false-alarms')
      const region = optionText(context, 'region')
      const answer = answerOf(
        of.kind === 'warning' && rate !== undefined
          ? { ...of, falseAlarmsPerYear: rateOf(context, rate) }
          : of.kind === 'structure' && region !== undefined
            ? { ...of, region }
            : of,
      )
      const lines = optionFlag(context, 'json') || !context.io.terminal ? [JSON.stringify(answer)] : linesOf(answer, context.locale, namesOf(of))
      context.io.stdout(`${lines.join('\n')}\n`)
      return 0
    } catch (error) {
      return tellFault(context, error)
    }
  },
})

/** Names of industries by their ids. */
const namesOf = (of: AnalysisCase): Map<string, string> =>
  new Map(of.kind === 'structure' ? of.industries.map((one) => [one.id, one.name] as const) : [])

function rateOf(context: CommandContext, text: string): number {
  const value = /%$/.test(text) ? Number(text.slice(0, -1)) / 100 : Number(text)
  if (!(value > 0 && value < 1))
    throw new CaseError(
      wordsIn(context)(
        `헛울림 확률은 0.1이나 10%처럼 적습니다. 적힌 것은 "${text}"`,
        `expected a rate of false alarms such as 0.1 or 10%, got "${text}"`,
      ),
      2,
    )
  return value
}

/** `gusul analyses list`: what the office keeps. */
const list: Command = {
  name: 'analyses list',
  usage: '[--kind structure|chain|warning|forecast] [--json]',
  ko: '기관이 보관한 분석을 보입니다',
  en: 'the analyses that the office keeps',
  options: { ...json, kind: { type: 'string' } },
  run: async (context) => {
    const kind = optionText(context, 'kind')
    const page = await (await context.api()).get<{ items: AnalysisHeadView[] }>(
      `/offices/${await context.office()}/analyses?limit=500${kind ? `&kind=${encodeURIComponent(kind)}` : ''}`,
    )
    print(
      context,
      page,
      page.items.map((one) => `${one.id}\t${one.kind}\t${one.name}${one.synthetic ? ' (합성)' : ''}`),
    )
    return 0
  },
}

/** `gusul analyses add`: keep a case. */
const add: Command = {
  name: 'analyses add',
  usage: 'KIND CASE.json|TABLE.csv [--region NAME] [--confidential] [--json]',
  ko: '분석을 자료와 함께 보관합니다 (KIND: structure, chain, warning, forecast)',
  en: 'keep a case with its data',
  options: { ...json, confidential: { type: 'boolean' }, region: { type: 'string' } },
  run: async (context) => {
    const [kind, ...words] = context.words
    if (kind === undefined || !(kind in commandOf)) {
      context.io.stderr(
        wordsIn(context)(
          `파일 앞에 ${Object.keys(commandOf).join(', ')} 가운데 하나를 적으십시오. 적힌 것은 "${kind ?? ''}"\n`,
          `expected one of ${Object.keys(commandOf).join(', ')} before the file, got "${kind ?? ''}"\n`,
        ),
      )
      return 2
    }
    try {
      const of = await readCase({ ...context, words }, kind as Kind)
      const made = await (await context.api()).post<AnalysisHeadView>(`/offices/${await context.office()}/analyses`, {
        case: of,
        confidential: optionFlag(context, 'confidential'),
      })
      print(context, made, [wordsIn(context)(`보관했습니다: ${made.id}`, `kept: ${made.id}`)])
      return 0
    } catch (error) {
      return tellFault(context, error)
    }
  },
}

/** `gusul analyses report`: the answer of a kept analysis, with what was kept and noted. */
const report: Command = {
  name: 'analyses report',
  usage: 'ANALYSIS [--json]',
  ko: '보관한 분석의 답을 보입니다',
  en: 'the answer of a kept analysis',
  options: json,
  run: async (context) => {
    const [id] = context.words
    if (!id) throw new RangeError('expected the id of an analysis; see gusul analyses list')
    const found = await (await context.api()).get<{ answer: Parameters<typeof linesOf>[0] }>(
      `/offices/${await context.office()}/analyses/${encodeURIComponent(id)}/report`,
    )
    print(context, found, linesOf(found.answer, context.locale))
    return 0
  },
}

function print(context: CommandContext, data: unknown, lines: readonly string[]): void {
  const whole = optionFlag(context, 'json') || !context.io.terminal
  context.io.stdout(whole ? `${JSON.stringify(data)}\n` : `${lines.join('\n')}\n`)
}

/** What the command line does with analyses. */
export const analysesCommands: readonly Command[] = [
  answering(
    'structure',
    'CASE.json|PERSONS.csv|- [--region NAME] [--json]',
    '산업구조와 유치 후보를 분석합니다',
    'what a region is made of, and what it might attract',
  ),
  answering('chain', 'CASE.json|- [--json]', '가치사슬에서 빠진 고리를 찾습니다', 'which links of a value chain are missing'),
  answering(
    'warning',
    'CASE.json|MONTHS.csv|- [--false-alarms 0.1] [--json]',
    '월별 가동률이 정말 꺾였는지 봅니다',
    'whether a fall in monthly figures is real',
  ),
  answering('forecast', 'CASE.json|- [--json]', '목표에 닿을지 전망합니다', 'whether a target will be reached'),
  list,
  add,
  make,
  report,
]

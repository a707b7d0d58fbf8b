import { parse } from 'csv-parse/sync'
import { CaseError, caseBytes, checkedCase, jsonOf } from '#api/cli/case-file'
import { type CommandContext, optionText, wordsIn } from '#api/cli/command'
import { decodeText } from '#capabilities/intake/index'
import { employmentTable } from '#engines/economy/structure/employment-table'
import { monthlySeries } from '#engines/economy/time/monthly-table'
import { type AnalysisCase, ChainCase, ForecastCase, type Kind, StructureCase, WarningCase } from '../cases.ts'

/**
 * 물음 읽기: a case from a file, or from standard input where the file is `-`. JSON is taken as the API takes it, the kind may be left out; a CSV of months is an early warning.
 * @throws CaseError with every field that is wrong
 */
export async function readCase(context: CommandContext, kind: Kind): Promise<AnalysisCase> {
  const { file, bytes } = await caseBytes(context, commandOf[kind])
  // files of Korean Windows are CP949
  const decoded = decodeText(bytes)
  const text = (decoded.ok ? decoded.text : new TextDecoder().decode(bytes)).replace(/^\ufeff/, '')
  const table = (kind === 'warning' || kind === 'structure') && text.trim() !== '' && !/^\s*[[{]/.test(text)
  const given = table ? tableCase(context, text, file, kind) : jsonOf(text, file, context.locale)
  return caseOf(context, given, file, kind)
}

export const commandOf: Readonly<Record<Kind, string>> = { structure: 'structure', chain: 'chain', warning: 'warn', forecast: 'forecast' }

/** A case of a table of months, or of persons by region and industry; nobody said where it is from, so the file is its source. */
function tableCase(context: CommandContext, text: string, file: string, kind: 'warning' | 'structure'): unknown {
  const rows = parse(text, { relax_column_count: true, skip_empty_lines: true, trim: true }) as string[][]
  if (kind === 'structure') {
    const region = optionText(context, 'region')
    if (region === undefined)
      throw new CaseError(
        wordsIn(context)(
          '종사자 표에는 묻는 지역이 있어야 합니다: --region 광주광역시',
          'expected --region with a table: the region that is asked about, such as --region 광주광역시',
        ),
        2,
      )
    return { kind, name: file, source: { name: file }, region, ...employmentTable(rows) }
  }
  return { kind, name: file, source: { name: file }, series: monthlySeries(rows) }
}

function caseOf(context: CommandContext, given: unknown, file: string, kind: Kind): AnalysisCase {
  const say = wordsIn(context)
  const plain = typeof given === 'object' && given !== null && !Array.isArray(given)
  const named = plain ? (given as { kind?: unknown }).kind : undefined
  if (typeof named === 'string' && named in commandOf && named !== kind)
    throw new CaseError(
      say(
        `${file}: ${kind} 물음이 아니라 ${named} 물음입니다. gusul ${commandOf[named as Kind]}를 쓰십시오`,
        `expected a case of kind "${kind}", got "${named}": use gusul ${commandOf[named as Kind]}`,
      ),
    )
  return checkedCase(context, shapes[kind], plain ? { ...given, kind } : given, file, 'docs/analyses.md')
}

const shapes = { structure: StructureCase, chain: ChainCase, warning: WarningCase, forecast: ForecastCase } as const

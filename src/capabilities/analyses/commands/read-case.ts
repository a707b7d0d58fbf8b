import { parse } from 'csv-parse/sync'
import { type CommandContext, optionText } from '#api/cli/command'
import { employmentTable } from '#engines/economy/structure/employment-table'
import { monthlySeries } from '#engines/economy/time/monthly-table'
import { AnalysisCase, type Kind } from '../cases.ts'

/** What is wrong with a case, in lines a person can act on. */
export class CaseError extends Error {
  override readonly name = 'CaseError'
}

/**
 * 물음 읽기: a case from a file, or from standard input where the file is `-`. JSON is taken as the API takes it, the kind may be left out; a CSV of months is an early warning.
 * @throws CaseError with every field that is wrong
 */
export async function readCase(context: CommandContext, kind: Kind): Promise<AnalysisCase> {
  const [file, ...more] = context.words
  if (file === undefined || more.length > 0) throw new CaseError(`expected one file, such as: gusul ${commandOf[kind]} case.json`)
  const bytes = file === '-' ? await context.io.readStdin() : await context.io.readFile(file)
  const text = new TextDecoder().decode(bytes).replace(/^\ufeff/, '')
  const table = (kind === 'warning' || kind === 'structure') && !/^\s*[[{]/.test(text)
  return caseOf(table ? tableCase(text, file, kind, optionText(context, 'region')) : jsonOf(text, file), kind)
}

export const commandOf: Readonly<Record<Kind, string>> = { structure: 'structure', chain: 'chain', warning: 'warn', forecast: 'forecast' }

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CaseError(`${file}: expected JSON, got something else: ${(error as Error).message}`)
  }
}

/** A case of a table of months, or of persons by region and industry; nobody said where it is from, so the file is its source. */
function tableCase(text: string, file: string, kind: 'warning' | 'structure', region: string | undefined): unknown {
  const rows = parse(text, { relax_column_count: true, skip_empty_lines: true, trim: true }) as string[][]
  if (kind === 'structure') {
    if (region === undefined) throw new CaseError('expected --region with a table: the region that is asked about')
    return { kind, name: file, source: { name: file }, region, ...employmentTable(rows) }
  }
  return { kind, name: file, source: { name: file }, series: monthlySeries(rows) }
}

function caseOf(given: unknown, kind: Kind): AnalysisCase {
  const object = typeof given === 'object' && given !== null ? { kind, ...given } : given
  const read = AnalysisCase.safeParse(object)
  if (!read.success) throw new CaseError(read.error.issues.map((issue) => `${issue.path.join('.') || 'case'}: ${issue.message}`).join('\n'))
  if (read.data.kind !== kind)
    throw new CaseError(`expected a case of kind "${kind}", got "${read.data.kind}": use gusul ${commandOf[read.data.kind]}`)
  return read.data
}

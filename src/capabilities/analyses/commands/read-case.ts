import { parse } from 'csv-parse/sync'
import type { CommandContext } from '#api/cli/command'
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
  return caseOf(kind === 'warning' && !/^\s*[[{]/.test(text) ? tableCase(text, file) : jsonOf(text, file), kind)
}

export const commandOf: Readonly<Record<Kind, string>> = { structure: 'structure', chain: 'chain', warning: 'warn', forecast: 'forecast' }

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new CaseError(`${file}: expected JSON, got something else: ${(error as Error).message}`)
  }
}

/** A warning case of a table of months; nobody said where it is from, so the file is its source. */
function tableCase(text: string, file: string): unknown {
  const rows = parse(text, { relax_column_count: true, skip_empty_lines: true, trim: true }) as string[][]
  return { kind: 'warning', name: file, source: { name: file }, series: monthlySeries(rows) }
}

function caseOf(given: unknown, kind: Kind): AnalysisCase {
  const object = typeof given === 'object' && given !== null ? { kind, ...given } : given
  const read = AnalysisCase.safeParse(object)
  if (!read.success) throw new CaseError(read.error.issues.map((issue) => `${issue.path.join('.') || 'case'}: ${issue.message}`).join('\n'))
  if (read.data.kind !== kind)
    throw new CaseError(`expected a case of kind "${kind}", got "${read.data.kind}": use gusul ${commandOf[read.data.kind]}`)
  return read.data
}

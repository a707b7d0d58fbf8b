/** One known answer: what was asked of which function, what should come back and how near. */
export interface OracleCase {
  readonly function: string
  readonly inputs: Readonly<Record<string, unknown>>
  readonly expected: unknown
  readonly tolerance?: number
  readonly note?: string
}

/** A file of known answers; files without cases (such as lists of facts) are passed over. */
export interface OracleFile {
  readonly name: string
  /** Where the answers come from, in the file's own words. */
  readonly source?: string
  readonly cases: readonly OracleCase[]
}

/**
 * What the engine says to a case. Several candidates are one answer in several shapes (a list, or columns by name), as the files come from different programs.
 * `compare` `standardised`: scale and sign are free (eigenvectors); `digits`: the peer printed rounded to so many.
 */
export interface Answer {
  readonly candidates: readonly unknown[]
  readonly compare?: 'standardised'
  readonly digits?: number
}

/** Text of a data file that stands beside the cases. */
export type ReadBeside = (name: string) => Promise<string>

/** How to ask the engine one kind of question. */
export interface Adapter {
  readonly matches: RegExp
  readonly ask: (one: OracleCase, beside: { readonly stem: string; readonly read: ReadBeside }) => Answer | Promise<Answer>
}

/** An answer in one shape. */
export const answer = (...candidates: unknown[]): Answer => ({ candidates })

/**
 * Fields worked out only where a case asks for them, so that what its table lacks stands in nobody's way.
 *
 * `lazily({ twice: () => 2 * 2 }).twice // => 4`
 */
export function lazily<T>(fields: Readonly<Record<string, () => T>>): Readonly<Record<string, T>> {
  const made = {}
  for (const [name, get] of Object.entries(fields)) Object.defineProperty(made, name, { get, enumerable: true })
  return made
}

/** One value, by itself and by name. */
export const both = (name: string, value: unknown): Answer => answer(value, { [name]: value })

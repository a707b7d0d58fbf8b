/** Where numbers come from (자료): what a table says of itself. `null` means that nobody said so; it is never guessed. */
export interface Source {
  readonly id: string
  /** Hash of the table's bytes, worked out by the caller: engines hash nothing. */
  readonly hash: string | null
  readonly year: number | null
  /** 기초가격, 생산자가격, 구매자가격: basic, producer or purchaser prices. */
  readonly priceBasis: 'basic' | 'producer' | 'purchaser' | null
  /** 총거래표 (total), 국산거래표 (domestic), 경쟁수입형 (competitive): how imports stand in the coefficients. */
  readonly importTreatment: 'total' | 'domestic' | 'competitive' | null
  readonly regionScope: string | null
  /** Unit of the money or persons in the table, such as "KRW 1bn". */
  readonly unit: string | null
  /** True for a table made from a seed: every result then says so. */
  readonly synthetic?: boolean
}

/** How a number was worked out (산출 근거): the source, the method by name, the choices made and what to be careful about. */
export interface Basis extends Source {
  readonly method: string
  readonly assumptions: readonly string[]
  readonly warnings: readonly string[]
}

/** A value with its basis; no value of this engine travels without one. */
export interface Result<T> {
  readonly value: T
  readonly basis: Basis
}

/** A source of which nothing is known. */
export const unnamedSource: Source = { id: 'unnamed', hash: null, year: null, priceBasis: null, importTreatment: null, regionScope: null, unit: null }

/** What a function takes besides its numbers: where they come from. */
export interface Sourced {
  readonly source?: Partial<Source>
}

/**
 * A value with its basis. Warnings and assumptions are kept in the order given; a synthetic table warns by itself.
 *
 * `result(1, 'sum', { source: { id: 'T1', year: 2020 } }).basis.year // => 2020`
 */
export function result<T>(
  value: T,
  method: string,
  options: Sourced = {},
  assumptions: readonly string[] = [],
  warnings: readonly string[] = [],
): Result<T> {
  const source = { ...unnamedSource, ...options.source }
  const synthetic = source.synthetic ? ['synthetic table: made from a seed, describes no real economy'] : []
  return { value, basis: { ...source, method, assumptions, warnings: [...synthetic, ...warnings] } }
}

import type { Matrix } from '../algebra/matrix.ts'
import type { Source } from '../result.ts'

/** Persons at work by sector (취업자표): all employed (취업자), and those of them on a payroll (피용자, 고용). */
export interface Employment {
  readonly employed: readonly number[] | null
  readonly employees: readonly number[] | null
  readonly unit: string
}

/**
 * A symmetric input-output table (투입산출표, 산업연관표) that has been read and found sound.
 * Z: flows from row to column; f: final demand; v: value added; x = Z·1 + f = output; with a domestic table Zm: imported inputs.
 */
export interface IoTable {
  readonly source: Source
  readonly licence: string | null
  readonly sectors: readonly string[]
  /** The region of each sector in a multiregional table, else null. */
  readonly regions: readonly string[] | null
  readonly flows: Matrix
  /** One list a kind of final demand (소비, 투자, 수출 …). */
  readonly finalDemand: readonly { readonly name: string; readonly values: readonly number[] }[]
  /** One list a part of value added (피용자보수, 영업잉여 …). */
  readonly valueAdded: readonly { readonly name: string; readonly values: readonly number[] }[]
  readonly output: readonly number[]
  readonly importedFlows: Matrix | null
  readonly employment: Employment | null
  /** What was odd and yet let through. */
  readonly warnings: readonly string[]
}

/** Sum of all final demand by sector. */
export const finalDemandOf = (table: IoTable): number[] =>
  table.sectors.map((_, i) => table.finalDemand.reduce((sum, one) => sum + one.values[i]!, 0))

/** Sum of all value added by sector, or null where the table has none. */
export const valueAddedOf = (table: IoTable): number[] | null =>
  table.valueAdded.length === 0 ? null : table.sectors.map((_, i) => table.valueAdded.reduce((sum, one) => sum + one.values[i]!, 0))

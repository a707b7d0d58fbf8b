import { type MatrixLike, rowSums, square, type Vector, vector } from '../algebra/matrix.ts'
import { EconomyError } from '../economy-error.ts'
import { type Source, unnamedSource } from '../result.ts'
import type { IoTable } from './io-table.ts'
import { DEFAULT_BALANCE_TOLERANCE, refuse, validateIoTable } from './validate-io-table.ts'

/** A table as an importer hands it over. Vectors may be given as one list (taken as "total") or as named lists. */
export interface RawIoTable {
  readonly source?: Partial<Source>
  readonly licence?: string
  readonly sectors?: readonly string[]
  /** Names beside the columns, where the file has them: they must be the sectors in the same order. */
  readonly columnSectors?: readonly string[]
  readonly regions?: readonly string[]
  readonly flows: MatrixLike
  readonly finalDemand?: Vector | Readonly<Record<string, Vector>>
  readonly valueAdded?: Vector | Readonly<Record<string, Vector>>
  readonly output?: Vector
  readonly importedFlows?: MatrixLike
  readonly employment?: { readonly employed?: Vector; readonly employees?: Vector; readonly unit?: string }
  /** Allowed gap of a row or column, as a share of its output. */
  readonly balanceTolerance?: number
}

const isList = (from: Vector | Readonly<Record<string, Vector>>): from is Vector => Array.isArray(from) || from instanceof Float64Array

function parts(from: RawIoTable['finalDemand'], part: string, n: number): { name: string; values: number[] }[] {
  if (from === undefined) return []
  const named: Readonly<Record<string, Vector>> = isList(from) ? { total: from } : from
  return Object.entries(named).map(([name, values]) => ({ name, values: Array.from(vector(values, `${part} ${name}`, n)) }))
}

/**
 * 표 읽기: a table that was checked, or an error that names the cell and the fix.
 * Output may be left out where final demand is given: x = Z·1 + f. Final demand left out is output less sales; the result then says so.
 *
 * `readIoTable({ flows: [[150, 500], [200, 100]], output: [1000, 2000] }).finalDemand[0].values // => [350, 1700]`
 * @throws EconomyError for a table that cannot be what it says.
 */
export function readIoTable(raw: RawIoTable): IoTable {
  const flows = square(raw.flows, 'flows')
  const n = flows.rows
  const sectors = raw.sectors ?? Array.from({ length: n }, (_, i) => `${i + 1}`)
  if (sectors.length !== n)
    throw new EconomyError(
      'shape',
      `expected ${n} sector names for ${n} rows of flows, got ${sectors.length}`,
      'give one name a row, in the order of the rows',
      { part: 'sectors' },
    )
  checkOrder(sectors, raw.columnSectors)
  const notes: string[] = []
  const sold = rowSums(flows)
  let finalDemand = parts(raw.finalDemand, 'final demand', n)
  if (!raw.output && finalDemand.length === 0)
    throw new EconomyError('missing', 'expected output or final demand beside the flows, got neither', 'give output (x) or final demand (f)', {
      part: 'output',
    })
  const output = raw.output
    ? Array.from(vector(raw.output, 'output', n))
    : sectors.map((_, i) => sold[i]! + finalDemand.reduce((sum, one) => sum + one.values[i]!, 0))
  if (finalDemand.length === 0) {
    finalDemand = [{ name: 'total', values: output.map((x, i) => x - sold[i]!) }]
    notes.push('final demand was not given: taken as output less intermediate sales')
  }
  const table: IoTable = {
    source: { ...unnamedSource, ...raw.source },
    licence: raw.licence ?? null,
    sectors,
    regions: raw.regions ?? null,
    flows,
    finalDemand,
    valueAdded: parts(raw.valueAdded, 'value added', n),
    output,
    importedFlows: raw.importedFlows ? square(raw.importedFlows, 'imported flows') : null,
    employment: raw.employment
      ? {
          employed: raw.employment.employed ? Array.from(vector(raw.employment.employed, 'employed', n)) : null,
          employees: raw.employment.employees ? Array.from(vector(raw.employment.employees, 'employees', n)) : null,
          unit: raw.employment.unit ?? 'persons',
        }
      : null,
    warnings: notes,
  }
  const findings = validateIoTable(table, raw.balanceTolerance ?? DEFAULT_BALANCE_TOLERANCE)
  refuse(findings)
  return { ...table, warnings: [...notes, ...findings.map((one) => one.message)] }
}

function checkOrder(rows: readonly string[], columns: readonly string[] | undefined): void {
  if (!columns) return
  const wrong = rows.findIndex((name, i) => name !== columns[i])
  if (columns.length === rows.length && wrong < 0) return
  const i = wrong < 0 ? rows.length : wrong
  throw new EconomyError(
    'sector-order',
    `expected the columns in the order of the rows, got "${columns[i]}" in column ${i} beside row "${rows[i]}"`,
    'sort the columns like the rows',
    { part: 'columns', column: i },
  )
}

import { at, columnSums, rowSums } from '../algebra/matrix.ts'
import { cellText, EconomyError, type EconomyErrorCode } from '../economy-error.ts'
import { finalDemandOf, type IoTable, valueAddedOf } from './io-table.ts'

/** Something wrong or odd in a table (점검 결과). An error stops the reading; a warning goes with every result. */
export interface Finding {
  readonly code: EconomyErrorCode | 'negative-cell' | 'negative-value-added'
  readonly severity: 'error' | 'warning'
  readonly where: string
  readonly message: string
  readonly fix: string
}

/** How far rows and columns may miss their totals, as a share of the total: tables are printed rounded. */
export const DEFAULT_BALANCE_TOLERANCE = 1e-3

/**
 * 표 점검: everything that is wrong with a table, each with its cell and a fix. Checks, in this order: names, output at or below zero, flows that are coefficients, row balance x = Z·1 + f,
 * column balance x = 1·Z + imports + v, negative cells, Hawkins–Simon (a table whose sectors use more than they make has no meaning).
 * An empty list means that nothing was found.
 */
export function validateIoTable(table: IoTable, tolerance = DEFAULT_BALANCE_TOLERANCE): Finding[] {
  return [
    ...checkNames(table),
    ...checkOutput(table),
    ...checkCoefficients(table),
    ...checkRows(table, tolerance),
    ...checkColumns(table, tolerance),
    ...checkCells(table),
  ]
}

/** The first error among findings as an exception. */
export function refuse(findings: readonly Finding[]): void {
  const error = findings.find((one) => one.severity === 'error')
  if (!error) return
  const code: EconomyErrorCode = error.code === 'negative-cell' || error.code === 'negative-value-added' ? 'out-of-range' : error.code
  throw new EconomyError(code, error.message, error.fix, { part: error.where })
}

const label = (table: IoTable, i: number): string => (table.regions ? `${table.regions[i]} ${table.sectors[i]}` : table.sectors[i]!)

function checkNames(table: IoTable): Finding[] {
  const seen = new Map<string, number>()
  const found: Finding[] = []
  for (let i = 0; i < table.sectors.length; i++) {
    const name = label(table, i)
    const before = seen.get(name)
    if (before !== undefined)
      found.push({
        code: 'sector-order',
        severity: 'error',
        where: `sectors[${i}]`,
        message: `expected each sector once, got "${name}" at ${before} and at ${i}`,
        fix: 'name the sectors apart or add them up',
      })
    seen.set(name, i)
  }
  return found
}

function checkOutput(table: IoTable): Finding[] {
  const used = columnSums(table.flows)
  const sold = rowSums(table.flows)
  const found: Finding[] = []
  for (const [i, x] of table.output.entries()) {
    const where = cellText({ part: 'output', row: label(table, i), value: x })
    if (x < 0)
      found.push({
        code: 'negative-output',
        severity: 'error',
        where,
        message: `expected an output of 0 or more, got ${where}`,
        fix: 'check the sign and the column that was read as output',
      })
    if (x === 0 && used[i]! !== 0)
      found.push({
        code: 'zero-output',
        severity: 'error',
        where,
        message: `expected an output above 0 for a sector that uses inputs, got ${where}`,
        fix: 'give its output, or set its inputs to 0',
      })
    if (x === 0 && used[i] === 0)
      found.push({
        code: 'zero-output',
        severity: 'warning',
        where,
        message: `${label(table, i)} has no output${sold[i]! !== 0 ? ' and yet sells' : ''}: its coefficients are 0`,
        fix: 'leave the sector out, or give its output',
      })
  }
  return found
}

/** Flows that are really coefficients: every cell below 1 while outputs are not. */
function checkCoefficients(table: IoTable): Finding[] {
  const n = table.sectors.length
  const { values } = table.flows
  let largest = 0
  for (let k = 0; k < values.length; k++) largest = Math.max(largest, Math.abs(values[k]!))
  const sums = columnSums(table.flows)
  const everyColumn = sums.every((one) => one < 1)
  const sized = table.output.filter((x) => x > 10).length
  if (n > 1 && largest > 0 && largest < 1 && everyColumn && sized > n / 2)
    return [
      {
        code: 'coefficients-as-flows',
        severity: 'error',
        where: 'flows',
        message: `expected flows in the unit of the outputs, got a matrix whose largest cell is ${largest} beside outputs above 10`,
        fix: 'give flows (Z), or make the model from coefficients with modelFromCoefficients',
      },
    ]
  return []
}

function checkRows(table: IoTable, tolerance: number): Finding[] {
  if (table.finalDemand.length === 0) return []
  const demand = finalDemandOf(table)
  const sold = rowSums(table.flows)
  return table.output.flatMap((x, i) => {
    const made = sold[i]! + demand[i]!
    if (Math.abs(made - x) <= tolerance * Math.max(Math.abs(x), 1e-12)) return []
    const where = cellText({ part: 'row', row: label(table, i) })
    return [
      {
        code: 'unbalanced-row' as const,
        severity: 'error' as const,
        where,
        message: `expected inputs sold plus final demand to equal output in ${where}, got ${made} against ${x}`,
        fix: 'check that imports are treated alike in flows and final demand, or balance with rasBalance',
      },
    ]
  })
}

function checkColumns(table: IoTable, tolerance: number): Finding[] {
  const added = valueAddedOf(table)
  if (!added) return []
  const used = columnSums(table.flows)
  const imported = table.importedFlows ? columnSums(table.importedFlows) : null
  // a domestic table without its import matrix cannot be checked down the column
  if (!imported && table.source.importTreatment === 'domestic') return []
  return table.output.flatMap((x, j) => {
    const made = used[j]! + (imported ? imported[j]! : 0) + added[j]!
    if (Math.abs(made - x) <= tolerance * Math.max(Math.abs(x), 1e-12)) return []
    const where = cellText({ part: 'column', column: label(table, j) })
    return [
      {
        code: 'unbalanced-column' as const,
        severity: 'error' as const,
        where,
        message: `expected inputs plus value added to equal output in ${where}, got ${made} against ${x}`,
        fix: 'check taxes less subsidies and imported inputs, or the order of the sectors',
      },
    ]
  })
}

function checkCells(table: IoTable): Finding[] {
  const n = table.sectors.length
  const found: Finding[] = []
  const inputs = columnSums(table.flows)
  let negative = 0
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      if (at(table.flows, i, j) < 0 && negative++ < 5) {
        const where = cellText({ part: 'flows', row: label(table, i), column: label(table, j), value: at(table.flows, i, j) })
        found.push({
          code: 'negative-cell',
          severity: 'warning',
          where,
          message: `negative flow ${where}`,
          fix: 'keep it where it is a by-product or scrap entry; use grasBalance, not rasBalance',
        })
      }
  const over = table.output.flatMap((x, j) => (x > 0 && inputs[j]! >= x ? [j] : []))
  for (const j of over.slice(0, 5))
    found.push({
      code: 'not-productive',
      severity: over.length === n ? 'error' : 'warning',
      where: cellText({ part: 'column', column: label(table, j) }),
      message: `${label(table, j)} uses inputs of ${inputs[j]} for an output of ${table.output[j]}`,
      fix: 'check the column; if no sector adds value the table has no solution (Hawkins and Simon 1949)',
    })
  for (const [j, value] of (valueAddedOf(table) ?? []).entries())
    if (value < 0) {
      const where = cellText({ part: 'value added', column: label(table, j), value })
      found.push({
        code: 'negative-value-added',
        severity: 'warning',
        where,
        message: `negative value added ${where}`,
        fix: 'keep it where subsidies exceed earnings; else check the column',
      })
    }
  return found
}

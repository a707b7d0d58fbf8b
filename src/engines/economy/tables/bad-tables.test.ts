import { expect, test } from 'vitest'
import { matrix, rowsOf } from '../algebra/matrix.ts'
import { EconomyError, type EconomyErrorCode } from '../economy-error.ts'
import { createModel, modelFromCoefficients } from '../model/model.ts'
import { employmentMultipliers } from '../model/multipliers.ts'
import { createSolver } from '../model/solver.ts'
import { adjustPrices } from './adjust-prices.ts'
import { aggregate } from './aggregate.ts'
import { grasBalance } from './gras-balance.ts'
import { rasBalance } from './ras-balance.ts'
import { type RawIoTable, readIoTable } from './read-io-table.ts'
import { splitDomesticImport } from './split-domestic-import.ts'
import { sutToIot } from './sut-to-iot.ts'

const good: RawIoTable = {
  sectors: ['농업', '제조업'],
  flows: [
    [150, 500],
    [200, 100],
  ],
  finalDemand: [350, 1700],
  valueAdded: [650, 1400],
  output: [1000, 2000],
}

const refused = (make: () => unknown): EconomyError => {
  try {
    make()
  } catch (error) {
    if (error instanceof EconomyError) return error
    throw error
  }
  throw new Error('expected a refusal')
}

test.each<[string, EconomyErrorCode, Partial<RawIoTable>, string]>([
  [
    'a cell that is no number',
    'not-a-number',
    {
      flows: [
        [150, Number.NaN],
        [200, 100],
      ],
    },
    'flows[0, 1]',
  ],
  ['a short row', 'shape', { flows: [[150, 500], [200]] }, 'row 1'],
  ['rows that do not add up', 'unbalanced-row', { finalDemand: [351.5, 1700] }, '농업'],
  ['columns that do not add up', 'unbalanced-column', { valueAdded: [650, 1500] }, '제조업'],
  ['a negative output', 'negative-output', { output: [-1000, 2000] }, '농업'],
  ['no output beside inputs', 'zero-output', { output: [0, 2000] }, '농업'],
  ['columns in another order', 'sector-order', { columnSectors: ['제조업', '농업'] }, '제조업'],
  ['a sector named twice', 'sector-order', { sectors: ['농업', '농업'] }, '농업'],
  [
    'coefficients in place of flows',
    'coefficients-as-flows',
    {
      flows: [
        [0.15, 0.25],
        [0.2, 0.05],
      ],
      finalDemand: [999.6, 1999.75],
      valueAdded: [999.65, 1999.7],
    },
    'modelFromCoefficients',
  ],
  ['neither output nor final demand', 'missing', { output: undefined, finalDemand: undefined }, 'output'],
])('%s is refused with its cell', (_, code, change, words) => {
  const error = refused(() => readIoTable({ ...good, ...change }))
  expect(error.code).toBe(code)
  expect(error.message).toContain(words)
  expect(error.fix.length).toBeGreaterThan(5)
})

test('flows in place of coefficients are refused', () => {
  expect(
    refused(() =>
      modelFromCoefficients([
        [150, 500],
        [200, 100],
      ]),
    ).code,
  ).toBe('flows-as-coefficients')
})

test('sectors that use more than they make together are refused', () => {
  expect(
    refused(() =>
      modelFromCoefficients([
        [0.9, 0.3],
        [0.3, 0.9],
      ]),
    ).code,
  ).toBe('not-productive')
})

test('a sector that uses its whole output has no solution', () => {
  expect(
    refused(() =>
      createSolver(
        matrix([
          [1, 0],
          [0, 0.5],
        ]),
      ).solve([1, 1]),
    ).code,
  ).toBe('singular')
})

test('persons that are not in the table are missed, not zero', () => {
  const error = refused(() => employmentMultipliers(createModel(readIoTable(good)), { kind: 'employees' }))
  expect(error.code).toBe('missing')
  expect(error.message).toContain('피용자')
})

test('a negative flow is kept and warned of', () => {
  const table = readIoTable({
    flows: [
      [150, -5],
      [200, 100],
    ],
    output: [1000, 2000],
  })
  expect(table.warnings.join()).toContain('negative flow flows[1, 2] = -5')
})

test('totals that zeros make impossible are refused, as are totals that disagree', () => {
  expect(
    refused(() =>
      rasBalance(
        [
          [1, 0],
          [0, 1],
        ],
        [1, 2],
        [2, 1],
      ),
    ).code,
  ).toBe('infeasible')
  expect(
    refused(() =>
      rasBalance(
        [
          [1, 1],
          [1, 1],
        ],
        [1, 2],
        [2, 2],
      ),
    ).code,
  ).toBe('infeasible')
  expect(
    refused(() =>
      grasBalance(
        [
          [1, 1],
          [1, 1],
        ],
        [-1, 2],
        [0.5, 0.5],
      ),
    ).code,
  ).toBe('infeasible')
  expect(
    refused(() =>
      rasBalance(
        [
          [1, -1],
          [1, 1],
        ],
        [1, 2],
        [2, 1],
      ),
    ).message,
  ).toContain('grasBalance')
})

test('a split into domestic and imported adds up to the whole, and a share above one is refused', () => {
  const table = readIoTable(good)
  const split = splitDomesticImport(table, [0.2, 0.1])
  rowsOf(split.flows).forEach((row, i) => {
    row.forEach((one, j) => {
      expect(one + rowsOf(split.importedFlows!)[i]![j]!).toBeCloseTo(rowsOf(table.flows)[i]![j]!, 10)
    })
  })
  expect(refused(() => splitDomesticImport(table, [1.2, 0])).message).toContain('농업')
})

test('sums of a table stay as sectors are put together, and a sector without a group is refused', () => {
  const table = readIoTable(good)
  expect(aggregate(table, { 농업: '모두', 제조업: '모두' }).output).toEqual([3000])
  expect(refused(() => aggregate(table, { 농업: '모두' })).message).toContain('제조업')
})

test('prices that do not change leave the table as it was', () => {
  const table = readIoTable(good)
  const same = adjustPrices(table, [1, 1], 2024)
  expect(same.output).toEqual(table.output)
  expect(same.warnings.at(-1)).toContain('2024')
  expect(refused(() => adjustPrices(table, [0, 1], 2024)).code).toBe('out-of-range')
})

test('where each industry makes its own product both technologies agree', () => {
  const tables = {
    make: [
      [10, 0],
      [0, 20],
    ],
    use: [
      [2, 4],
      [1, 2],
    ],
  }
  expect(rowsOf(sutToIot(tables, { technology: 'commodityTechnology' }).value.total)).toEqual(rowsOf(sutToIot(tables).value.total))
})

import { expect, test } from 'vitest'
import { syntheticNames, syntheticSectors } from '#data/economy/demonstration'
import { projectImpact } from './city/project-impact.ts'
import { createModel } from './model/model.ts'
import { employmentMultipliers, importInducement, outputMultipliers, valueAddedMultipliers } from './model/multipliers.ts'
import { reproducesBaseline } from './model/shocks.ts'
import { syntheticEconomy } from './synthetic-economy.ts'
import { readIoTable } from './tables/read-io-table.ts'

const made = syntheticEconomy(syntheticSectors, { seed: syntheticNames.seed, scale: 1000, regionShare: syntheticNames.size })
const table = readIoTable(made.table)
const model = createModel(table)
const weighted = (values: readonly number[]) =>
  values.reduce((sum, one, i) => sum + one * model.finalDemand![i]!, 0) / model.finalDemand!.reduce((a, b) => a + b, 0)

test('the made-up economy balances, reproduces itself and says that it is made up', () => {
  expect(reproducesBaseline(model)).toBe(true)
  const [va, imports] = [valueAddedMultipliers(model).value, importInducement(model).value]
  for (const [j, one] of va.entries()) expect(one + imports[j]!).toBeCloseTo(1, 9)
  expect(
    projectImpact(table, { spending: [{ what: '공사', phase: 'construction', year: 2027, sector: '건설', amount: 1 }] }).basis.warnings[0],
  ).toContain('synthetic')
})

test('its multipliers are of the size that economies have', () => {
  expect(weighted(outputMultipliers(model).value)).toBeGreaterThan(1.5)
  expect(weighted(outputMultipliers(model).value)).toBeLessThan(2.1)
  expect(weighted(employmentMultipliers(model, { kind: 'employed' }).value.total)).toBeGreaterThan(6)
  expect(weighted(employmentMultipliers(model, { kind: 'employed' }).value.total)).toBeLessThan(13)
})

test('one seed is one economy, another seed another', () => {
  const options = { seed: 5, scale: 1000, regionShare: 0.03 }
  expect(syntheticEconomy(syntheticSectors, options)).toEqual(syntheticEconomy(syntheticSectors, options))
  expect(syntheticEconomy(syntheticSectors, { ...options, seed: 6 }).table.output).not.toEqual(
    syntheticEconomy(syntheticSectors, options).table.output,
  )
})

test('the region is a part of its nation in every sector', () => {
  for (const [i, one] of made.region.entries()) expect(one).toBeLessThanOrEqual((table.employment!.employed as number[])[i]!)
  expect(Math.min(...made.region)).toBeGreaterThan(0)
})

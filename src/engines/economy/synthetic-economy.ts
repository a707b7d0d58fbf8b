import { seeded } from './algebra/seeded.ts'
import type { Source } from './result.ts'
import type { RawIoTable } from './tables/read-io-table.ts'

/** How a sector of a made-up economy looks. See the fields' meaning at the data that describe it. */
export interface SyntheticProfile {
  readonly name: string
  readonly demand: number
  readonly valueAdded: number
  readonly imported: number
  readonly persons: number
  readonly payroll: number
  readonly uses: readonly [number, number, number, number]
  readonly input: number
  readonly strength: number
}

/** A made-up nation and the persons of a made-up region in it. */
export interface SyntheticEconomy {
  readonly table: RawIoTable & { readonly source: Partial<Source> }
  /** Persons by sector, in the order of the table. */
  readonly region: number[]
}

/** Every number is moved by up to this share, so that no two seeds look alike. */
const JITTER = 0.15

/**
 * 합성 경제: a balanced domestic table with its import matrix, value added in parts and persons, and a region inside it, from a seed and profiles. The same seed gives the same economy on every machine.
 * The source says `synthetic`, so every result of it does.
 *
 * `syntheticEconomy([{ name: 'a', demand: 1, valueAdded: 0.5, imported: 0.2, persons: 5, payroll: 0.8, uses: [1, 0, 0, 0], input: 1, strength: 1 }], { seed: 1, scale: 100, regionShare: 0.1 }).table.source.synthetic // => true`
 */
export function syntheticEconomy(
  profiles: readonly SyntheticProfile[],
  options: { readonly seed: number; readonly scale: number; readonly regionShare: number; readonly source?: Partial<Source> },
): SyntheticEconomy {
  const even = seeded(options.seed)
  const about = (value: number) => value * (1 + JITTER * (2 * even() - 1))
  const valueAddedRate = profiles.map((one) => Math.min(0.9, about(one.valueAdded)))
  // what a sector buys: everybody's common inputs, and more of its own kind
  const bought = profiles.map((_, j) => {
    const column = profiles.map((one, i) => one.input * (0.25 + 1.5 * even() * even()) * (i === j ? 4 : 1))
    const sum = column.reduce((a, b) => a + b, 0)
    return column.map((one) => (one / sum) * (1 - valueAddedRate[j]!))
  })
  const importShare = profiles.map((one) => Math.min(0.95, about(one.imported)))
  const cell = (i: number, j: number) => bought[j]![i]!
  // a product that is imported much is imported by everybody who uses it
  const imported = (i: number, j: number) => Math.min(0.98, 0.5 * importShare[i]! + 0.5 * importShare[j]!)
  const uses = profiles.map((one) => one.uses.map((share) => about(share * one.demand * options.scale)))
  const demand = uses.map((parts) => parts.reduce((a, b) => a + b, 0))
  let x = [...demand]
  for (let round = 0; round < 300; round++)
    x = x.map((_, i) => demand[i]! + x.reduce((sum, output, j) => sum + cell(i, j) * (1 - imported(i, j)) * output, 0))
  const square = (make: (i: number, j: number) => number) => profiles.map((_, i) => profiles.map((__, j) => make(i, j)))
  const flows = square((i, j) => cell(i, j) * (1 - imported(i, j)) * x[j]!)
  const importedFlows = square((i, j) => cell(i, j) * imported(i, j) * x[j]!)
  const output = x.map((_, i) => demand[i]! + flows[i]!.reduce((a, b) => a + b, 0))
  const valueAdded = output.map((one, j) => one - profiles.reduce((sum, _, i) => sum + flows[i]![j]! + importedFlows[i]![j]!, 0))
  const wages = profiles.map(() => 0.42 + 0.16 * even())
  const taxes = profiles.map(() => 0.02 + 0.03 * even())
  const employed = profiles.map((one, j) => Math.round(about(one.persons) * output[j]!))
  const names = ['민간소비지출', '정부소비지출', '고정자본형성', '수출']
  const region = profiles.map((one, j) => Math.round(Math.min(0.9, about(one.strength) * options.regionShare) * employed[j]!))
  return {
    table: {
      source: { id: `synthetic-${options.seed}`, importTreatment: 'domestic', ...options.source, synthetic: true },
      sectors: profiles.map((one) => one.name),
      flows,
      importedFlows,
      output,
      finalDemand: Object.fromEntries(names.map((name, k) => [name, uses.map((parts) => parts[k]!)])),
      valueAdded: {
        피용자보수: valueAdded.map((one, j) => one * wages[j]!),
        '생산세(보조금 공제)': valueAdded.map((one, j) => one * taxes[j]!),
        '영업잉여 및 고정자본소모': valueAdded.map((one, j) => one * (1 - wages[j]! - taxes[j]!)),
      },
      employment: { employed, employees: profiles.map((one, j) => Math.round(one.payroll * employed[j]!)), unit: 'persons' },
    },
    region,
  }
}

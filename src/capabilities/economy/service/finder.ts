import { syntheticNames } from '#data/economy/demonstration'
import { EconomyError } from '#engines/economy/index'
import type { Db } from '#store/store'
import { demonstrationEconomy } from './demonstration.ts'
import type { Finder, FoundRegion, FoundTable } from './impact.ts'
import { hashed, personsBySector } from './read-file.ts'
import { employmentOf, flowsOf } from './tables.ts'

/** The made-up economy as a case finds it; it needs no database. */
export function demonstration(): { table: FoundTable; region: FoundRegion } {
  const made = demonstrationEconomy()
  return {
    table: { id: null, table: hashed(made.table), source: syntheticNames.source, licence: made.table.licence },
    region: { ...made.region, source: syntheticNames.source, synthetic: true },
  }
}

/** Tables and regions of an office. */
export const officeFinder = (db: Db, officeId: string): Finder => ({
  demonstration,
  table: async (id) => {
    const { row, table } = await flowsOf(db, officeId, id)
    return { id: row.id, table, source: row.source, licence: row.licence }
  },
  region: async (ref, sectors) => {
    const { row, employment } = await employmentOf(db, officeId, ref.table)
    const regions = [...new Set(employment.lines.map((one) => one.region))]
    const nation = ref.nation ?? largest(employment.lines)
    for (const [part, name] of [
      ['region', ref.region],
      ['nation', nation],
    ] as const)
      if (!regions.includes(name))
        throw new EconomyError(
          'missing',
          `expected a region of "${row.name}" as ${part}, got "${name}"`,
          `name one of: ${regions.slice(0, 30).join(' · ')}`,
          { part: `region.${part}`, row: name },
        )
    return {
      name: ref.region,
      region: personsBySector(employment, ref.region, sectors),
      nation: personsBySector(employment, nation, sectors),
      source: `${row.name}, ${row.source}`,
      synthetic: row.synthetic,
    }
  },
})

/** The nation of an employment table is the region with the most persons. */
function largest(lines: readonly { region: string; persons: number }[]): string {
  const sums = new Map<string, number>()
  for (const one of lines) sums.set(one.region, (sums.get(one.region) ?? 0) + one.persons)
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

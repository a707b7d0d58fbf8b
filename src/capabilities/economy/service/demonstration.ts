import { syntheticNames, syntheticSectors } from '#data/economy/demonstration'
import { ksicRevision } from '#data/economy/ksic'
import { sector33 } from '#data/economy/sectors'
import { type IoTable, packTable, readIoTable, sourceOf, syntheticEconomy, type TableMetadata } from '#engines/economy/index'
import type { Tx } from '#store/store'
import { tableByHash } from '../queries/tables.ts'
import { type EmploymentTable, hashOf } from './read-file.ts'
import { keepPacked } from './tables.ts'

const metadata = (name: string): TableMetadata => ({
  name,
  year: 2024,
  priceBasis: 'basic',
  importTreatment: 'domestic',
  unit: syntheticNames.unit,
  regionScope: '합성 전국',
  source: syntheticNames.source,
  licence: syntheticNames.licence,
  synthetic: true,
})

/** 합성 시범 경제: the made-up nation, and persons of the made-up region and nation by KSIC division. */
export function demonstrationEconomy(): {
  table: IoTable
  employment: EmploymentTable
  region: { name: string; region: number[]; nation: number[] }
} {
  const made = syntheticEconomy(syntheticSectors, { seed: syntheticNames.seed, scale: 1000, regionShare: syntheticNames.size })
  const table = readIoTable({
    ...made.table,
    source: sourceOf(metadata(syntheticNames.table), syntheticNames.table, null),
    licence: syntheticNames.licence,
  })
  const nation = [...table.employment!.employed!]
  const revision = ksicRevision('KSIC10')!
  const divisionOf = (name: string): string | null => Object.entries(revision.sector).find(([, code]) => code === sector33(name)?.code)?.[0] ?? null
  const lines = table.sectors.flatMap((name, i) => {
    const code = divisionOf(name)
    if (code === null) return []
    return [
      { region: syntheticNames.region, code, name, persons: made.region[i]! },
      { region: '합성 전국', code, name, persons: nation[i]! },
    ]
  })
  return { table, employment: { revision: 'KSIC10', lines }, region: { name: syntheticNames.region, region: made.region, nation } }
}

/** Put the tables of the demonstration into an office, where they are not there yet. The caller writes the audit entry. */
export async function seedDemonstrationTables(tx: Tx, officeId: string, by: string): Promise<void> {
  const { table, employment } = demonstrationEconomy()
  const flows = packTable(table)
  const persons = new TextEncoder().encode(JSON.stringify(employment))
  if (!(await tableByHash(tx, officeId, 'flows', hashOf(flows))))
    await keepPacked(
      tx,
      officeId,
      by,
      { kind: 'flows', layout: 'made', metadata: metadata(syntheticNames.table), sectors: table.sectors, regions: [], notes: [], employment: null },
      flows,
      null,
    )
  if (!(await tableByHash(tx, officeId, 'employment', hashOf(persons))))
    await keepPacked(
      tx,
      officeId,
      by,
      {
        kind: 'employment',
        layout: 'made',
        metadata: {
          ...metadata(syntheticNames.employment),
          priceBasis: null,
          importTreatment: null,
          unit: '명',
          regionScope: `${syntheticNames.region}, 합성 전국`,
        },
        sectors: [...new Set(employment.lines.map((one) => one.code))],
        regions: [syntheticNames.region, '합성 전국'],
        notes: [],
        employment,
      },
      persons,
      null,
    )
}

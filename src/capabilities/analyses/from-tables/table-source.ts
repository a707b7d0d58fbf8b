import type { TableRow } from '#capabilities/economy/index'
import type { CaseOf, CaseTable } from '../cases.ts'

type CaseSource = CaseOf<'structure'>['source']
export type Words = NonNullable<CaseSource['notes']>[number]

/** What a case keeps of a table that it was made from. */
export const caseTable = (row: TableRow): CaseTable => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  hash: row.hash,
  year: row.year,
  unit: row.unit,
  priceBasis: row.priceBasis,
  importTreatment: row.importTreatment,
  regionScope: row.regionScope,
  revision: row.revision,
  source: row.source,
  licence: row.licence,
  synthetic: row.synthetic,
})

const joined = (texts: readonly string[], most: number): string => [...new Set(texts)].join('; ').slice(0, most)

/** 표에서 온 출처: the source of a case by its tables; made up as soon as one of them is. */
export const sourceOfTables = (rows: readonly TableRow[], notes: readonly Words[]): CaseSource => ({
  name: joined(
    rows.map((one) => one.source),
    500,
  ),
  licence: joined(
    rows.map((one) => one.licence),
    200,
  ),
  year: Math.max(...rows.map((one) => one.year)),
  synthetic: rows.some((one) => one.synthetic),
  tables: rows.map(caseTable),
  ...(notes.length > 0 ? { notes: [...notes] } : {}),
})

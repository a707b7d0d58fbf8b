import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#store/store'
import type { AnalysisTable } from '#store/tables-analyses'
import type { Kind } from '../cases.ts'

export type AnalysisRow = Selectable<AnalysisTable>
export type AnalysisHead = Omit<AnalysisRow, 'body'>

const head = [
  'office_id',
  'analysis_id',
  'kind',
  'name',
  'source',
  'synthetic',
  'confidential',
  'archived_at',
  'created_by',
  'created_at',
  'changed_by',
  'changed_at',
  'version',
] as const

/** What a list is narrowed by. */
export interface AnalysisFilter {
  kind?: Kind | undefined
  archived: boolean
  confidential: boolean
  words?: string | undefined
  sort: '-changedAt' | 'name'
  limit: number
  after: (string | number | null)[] | null
}

/** One more than the limit, so that the caller sees whether there is a next page. */
export async function listAnalyses(db: Db, officeId: string, filter: AnalysisFilter): Promise<{ rows: AnalysisHead[]; total: number }> {
  const own = db
    .selectFrom('analysis')
    .where('office_id', '=', officeId)
    .where('archived_at', filter.archived ? 'is not' : 'is', null)
    .$if(filter.kind !== undefined, (query) => query.where('kind', '=', filter.kind!))
    .$if(!filter.confidential, (query) => query.where('confidential', '=', false))
    .$if(Boolean(filter.words), (query) => query.where(sql<boolean>`name ilike ${`%${(filter.words ?? '').replace(/[\\%_]/g, '\\$&')}%`}`))
  const { total } = await own.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const [key, id] = filter.after ?? []
  const rows = await own
    .select(head)
    .$if(filter.after !== null && filter.sort === 'name', (query) => query.where(sql<boolean>`(name, analysis_id) > (${key}, ${id}::uuid)`))
    .$if(filter.after !== null && filter.sort === '-changedAt', (query) =>
      query.where(sql<boolean>`(changed_at, analysis_id) < (${key}::timestamptz, ${id}::uuid)`),
    )
    .$if(filter.sort === 'name', (query) => query.orderBy('name').orderBy('analysis_id'))
    .$if(filter.sort === '-changedAt', (query) => query.orderBy('changed_at', 'desc').orderBy('analysis_id', 'desc'))
    .limit(filter.limit + 1)
    .execute()
  return { rows, total }
}

/** One analysis, with its data; undefined where it is not, or is not for the caller. */
export const analysisById = (db: Db, officeId: string, id: string, confidential: boolean): Promise<AnalysisRow | undefined> =>
  db
    .selectFrom('analysis')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('analysis_id', '=', id)
    .$if(!confidential, (query) => query.where('confidential', '=', false))
    .executeTakeFirst()

export type NewAnalysis = Pick<
  AnalysisRow,
  'office_id' | 'analysis_id' | 'kind' | 'name' | 'source' | 'synthetic' | 'confidential' | 'created_by'
> & {
  body: string
}

export const insertAnalysis = (tx: Tx, row: NewAnalysis): Promise<AnalysisRow> =>
  tx
    .insertInto('analysis')
    .values({ ...row, changed_by: row.created_by, archived_at: null })
    .returningAll()
    .executeTakeFirstOrThrow()

/** Change an analysis and leave what it was as an edition. Undefined where somebody changed it since `version`. */
export async function changeAnalysis(
  tx: Tx,
  before: AnalysisRow,
  to: { name: string; body: string; source: string; synthetic: boolean; confidential: boolean; archived_at: string | null; by: string; at: string },
): Promise<AnalysisRow | undefined> {
  const { by, at, ...fields } = to
  const after = await tx
    .updateTable('analysis')
    .set({ ...fields, changed_by: by, changed_at: at, version: sql<number>`version + 1` })
    .where('office_id', '=', before.office_id)
    .where('analysis_id', '=', before.analysis_id)
    .where('version', '=', before.version)
    .returningAll()
    .executeTakeFirst()
  if (after)
    await tx
      .insertInto('analysis_edition')
      .values({
        office_id: before.office_id,
        analysis_id: before.analysis_id,
        version: before.version,
        name: before.name,
        body: JSON.stringify(before.body),
        source: before.source,
        synthetic: before.synthetic,
        changed_by: before.changed_by,
        changed_at: before.changed_at,
      })
      .execute()
  return after
}

/** What an analysis was before, the newest first. */
export const editionsOf = (db: Db, officeId: string, id: string) =>
  db
    .selectFrom('analysis_edition')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('analysis_id', '=', id)
    .orderBy('version', 'desc')
    .limit(200)
    .execute()

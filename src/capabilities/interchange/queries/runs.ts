import { sql } from 'kysely'
import { insertRows, type Row } from '#store/log/insert-rows'
import type { Json } from '#store/schema'
import type { Db, Tx } from '#store/store'

/** 가져오기 하나: a file that was brought in, how far its work is, and what it came to. */
export interface RunRow {
  id: string
  fileName: string
  format: 'xlsx' | 'csv' | null
  size: number
  sha256: string
  state: 'checking' | 'checked' | 'applying' | 'applied' | 'undoing' | 'undone' | 'refused' | 'failed' | 'cancelled'
  jobId: string | null
  progress: number
  total: number | null
  refusal: Json
  warnings: Json
  rows: number
  unchanged: number
  conflictsTaken: 'keep' | 'replace'
  reason: string | null
  madeBy: string | null
  madeAt: string
  appliedBy: string | null
  appliedAt: string | null
  undoneBy: string | null
  undoneAt: string | null
  counts: { changes: number; additions: number; conflicts: number; errors: number; applied: number; left: number; kept: number }
  /** Imports of the very same file that stand. */
  before: { id: string; at: string }[]
}

/** Imports, the latest first; `id` narrows to one. What the reader may not see is not counted. */
export async function importRuns(
  db: Db,
  officeId: string,
  query: { id?: string; confidential: boolean; limit: number; after?: readonly (string | number | null)[] | null },
): Promise<RunRow[]> {
  const { rows } = await sql<{
    import_id: string
    file_name: string
    format: 'xlsx' | 'csv' | null
    size: number
    sha256: string
    state: RunRow['state']
    job_id: string | null
    job_state: string | null
    progress: number | null
    total: number | null
    refusal: Json
    warnings: Json
    rows_read: number
    rows_unchanged: number
    conflicts_taken: 'keep' | 'replace'
    reason: string | null
    made_name: string | null
    made_at: string
    applied_name: string | null
    applied_at: string | null
    undone_name: string | null
    undone_at: string | null
    counts: RunRow['counts']
    before: RunRow['before'] | null
  }>`
    select r.import_id, r.file_name, r.format, r.size, encode(r.blob_sha256, 'hex') as sha256, r.state, r.job_id, j.state as job_state, j.progress, j.total,
           r.refusal, r.warnings, r.rows_read, r.rows_unchanged, r.conflicts_taken, r.reason, m.name as made_name, r.made_at, a.name as applied_name, r.applied_at,
           u.name as undone_name, r.undone_at,
           (select json_build_object(
              'changes', count(*) filter (where c.kind = 'change'), 'additions', count(*) filter (where c.kind = 'addition'),
              'conflicts', count(*) filter (where c.kind = 'conflict'),
              -- rows, not reasons; counted by themselves, since a distinct count beside the others sorts every change (measured: 20 ms for 10,000, of which 14)
              'errors', (select count(*) from (select distinct e.table_id, e.row_number from import_change e
                where e.office_id = r.office_id and e.import_id = r.import_id and e.kind = 'error' and (${query.confidential} or not e.confidential)) own),
              'applied', count(*) filter (where c.state in ('applied', 'kept')), 'left', count(*) filter (where c.state = 'left' and c.kind <> 'error'),
              'kept', count(*) filter (where c.state = 'kept'))
            from import_change c where c.office_id = r.office_id and c.import_id = r.import_id and (${query.confidential} or not c.confidential)) as counts,
           (select json_agg(json_build_object('id', o.import_id, 'at', o.applied_at) order by o.applied_at desc)
            from import_run o where o.office_id = r.office_id and o.blob_sha256 = r.blob_sha256 and o.import_id <> r.import_id and o.state = 'applied') as before
    from import_run r
    left join job j on j.office_id = r.office_id and j.job_id = r.job_id
    left join app_user m on m.user_id = r.made_by
    left join app_user a on a.user_id = r.applied_by
    left join app_user u on u.user_id = r.undone_by
    where r.office_id = ${officeId}::uuid and ${query.id === undefined ? sql`true` : sql`r.import_id = ${query.id}::uuid`}
      and ${query.after ? sql`(r.made_at, r.import_id) < (${query.after[0]}::timestamptz, ${query.after[1]}::uuid)` : sql`true`}
    order by r.made_at desc, r.import_id desc limit ${query.limit}`.execute(db)
  return rows.map((row) => ({
    id: row.import_id,
    fileName: row.file_name,
    format: row.format,
    size: row.size,
    sha256: row.sha256,
    state: standing(row.state, row.job_state),
    jobId: row.job_id,
    progress: row.progress ?? 0,
    total: row.total,
    refusal: row.refusal,
    warnings: row.warnings,
    rows: row.rows_read,
    unchanged: row.rows_unchanged,
    conflictsTaken: row.conflicts_taken,
    reason: row.reason,
    madeBy: row.made_name,
    madeAt: row.made_at,
    appliedBy: row.applied_name,
    appliedAt: row.applied_at,
    undoneBy: row.undone_name,
    undoneAt: row.undone_at,
    counts: row.counts,
    before: row.before ?? [],
  }))
}

/** Work that was cancelled or failed wrote nothing: the file stands where it stood before. */
function standing(state: RunRow['state'], job: string | null): RunRow['state'] {
  if (job !== 'failed' && job !== 'cancelled') return state
  if (state === 'checking') return job
  if (state === 'applying') return 'checked'
  return state === 'undoing' ? 'applied' : state
}

/** What a file would change, or changed, in the order of its rows. */
export interface ChangeRow {
  ord: number
  kind: 'change' | 'addition' | 'conflict' | 'error'
  table: string
  sheet: string
  row: number
  column: string | null
  cell: string | null
  recordId: string | null
  subjectId: string | null
  subjectName: string | null
  before: string | null
  after: string | null
  unit: string | null
  heldBy: string | null
  heldSince: string | null
  told: Json
  state: 'planned' | 'applied' | 'left' | 'undone' | 'kept'
}

export interface ChangeQuery {
  importId: string
  kinds?: readonly string[] | undefined
  table?: string | undefined
  state?: string | undefined
  confidential: boolean
  limit: number
  after: number | null
}

export async function importChanges(db: Db, officeId: string, query: ChangeQuery): Promise<{ items: ChangeRow[]; total: number }> {
  const where = sql`c.office_id = ${officeId}::uuid and c.import_id = ${query.importId}::uuid and (${query.confidential} or not c.confidential)
    and ${query.kinds ? sql`c.kind = any(${[...query.kinds]}::text[])` : sql`true`} and ${query.table ? sql`c.table_id = ${query.table}` : sql`true`}
    and ${query.state ? sql`c.state = ${query.state}` : sql`true`}`
  const { rows } = await sql<{
    ord: number
    kind: ChangeRow['kind']
    table_id: string
    sheet: string
    row_number: number
    column_id: string | null
    cell: string | null
    record_id: string | null
    subject_id: string | null
    subject_name: string | null
    value_before: string | null
    value_after: string | null
    unit: string | null
    held_by: string | null
    held_since: string | null
    told: Json
    state: ChangeRow['state']
  }>`select c.* from import_change c where ${where} and ${query.after === null ? sql`true` : sql`c.ord > ${query.after}`} order by c.ord limit ${query.limit}`.execute(
    db,
  )
  const { rows: counted } = await sql<{ n: string }>`select count(*)::text as n from import_change c where ${where}`.execute(db)
  return {
    total: Number(counted[0]?.n ?? 0),
    items: rows.map((row) => ({
      ord: row.ord,
      kind: row.kind,
      table: row.table_id,
      sheet: row.sheet,
      row: row.row_number,
      column: row.column_id,
      cell: row.cell,
      recordId: row.record_id,
      subjectId: row.subject_id,
      subjectName: row.subject_name,
      before: row.value_before,
      after: row.value_after,
      unit: row.unit,
      heldBy: row.held_by,
      heldSince: row.held_since,
      told: row.told,
      state: row.state,
    })),
  }
}

/** Keep what a check found. */
export async function keepChanges(tx: Tx, rows: readonly Row[]): Promise<void> {
  const atOnce = 1000
  for (let from = 0; from < rows.length; from += atOnce) await insertRows(tx, 'import_change', rows.slice(from, from + atOnce), 'ord')
}

/** A row of the file by table and number. */
export const rowKey = (table: string, row: number): string => `${table} ${row}`

/** The rows of the file that somebody has seen and would have written. */
export async function approvedRows(db: Db, officeId: string, importId: string, conflicts: 'keep' | 'replace'): Promise<Set<string>> {
  const { rows } = await sql<{ table_id: string; row_number: number }>`
    select table_id, row_number from import_change where office_id = ${officeId}::uuid and import_id = ${importId}::uuid
    group by table_id, row_number
    having not bool_or(kind = 'error') and (${conflicts === 'replace'} or bool_or(kind <> 'conflict'))`.execute(db)
  return new Set(rows.map((row) => rowKey(row.table_id, row.row_number)))
}

/** Write down what became of rows. */
export async function settleChanges(
  tx: Tx,
  officeId: string,
  importId: string,
  settled: readonly { table: string; row: number; kinds: readonly string[]; state: string; judgementId: string | null; wayBack: Json; told: Json }[],
): Promise<void> {
  const atOnce = 2000
  for (let from = 0; from < settled.length; from += atOnce) {
    const some = settled.slice(from, from + atOnce)
    const told = JSON.stringify(Object.fromEntries(some.map((one) => [rowKey(one.table, one.row), one])))
    const own = sql`(${told}::jsonb -> (c.table_id || ' ' || c.row_number))`
    await sql`
      update import_change c set state = ${own} ->> 'state', judgement_id = (${own} ->> 'judgementId')::uuid, way_back = nullif(${own} -> 'wayBack', 'null'::jsonb),
        told = coalesce(nullif(${own} -> 'told', 'null'::jsonb), c.told)
      where c.office_id = ${officeId}::uuid and c.import_id = ${importId}::uuid and ${told}::jsonb ? (c.table_id || ' ' || c.row_number) and ${own} -> 'kinds' ? c.kind`.execute(
      tx,
    )
  }
}

/** Everything of an import that was written and has a way back of its own, the last row first. */
export async function waysBack(
  db: Db,
  officeId: string,
  importId: string,
): Promise<{ table: string; row: number; judgementId: string | null; wayBack: Json }[]> {
  const { rows } = await sql<{ table_id: string; row_number: number; judgement_id: string | null; way_back: Json }>`
    select distinct on (table_id, row_number) table_id, row_number, judgement_id, way_back from import_change
    where office_id = ${officeId}::uuid and import_id = ${importId}::uuid and state = 'applied'
    order by table_id, row_number, ord`.execute(db)
  return rows.map((row) => ({ table: row.table_id, row: row.row_number, judgementId: row.judgement_id, wayBack: row.way_back })).reverse()
}

/**
 * Plans for tables that the database has no statistics of yet: foreign keys are checked by plans that were made when a table was empty and kept for the session, and then every
 * row looks through the whole table (measured: three minutes for the first 10,000 facts of an installation, 15 s with plans made anew). Analysed tables keep their plans.
 */
export async function planAnewWhereUnknown(tx: Tx): Promise<void> {
  const { rows } = await sql<{ least: number }>`
    select min(reltuples) as least from pg_class where relnamespace = current_schema()::regnamespace and relname in ('subject', 'fact', 'claim', 'document')`.execute(
    tx,
  )
  if (Number(rows[0]?.least ?? 0) < 1000) await sql`set local plan_cache_mode = force_custom_plan`.execute(tx)
}

import { sql } from 'kysely'
import type { Db, Tx } from '#store/store'
import { globalTables } from '#store/tables'
import { blobTable, leftOutTables } from '../backup/manifest.ts'

/** A table as the catalogue tells it. */
export interface TableShape {
  name: string
  /** Whether it belongs to no office (the list of offices itself is such a table). */
  global: boolean
  columns: { name: string; type: string }[]
  key: string[]
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** Every table that a backup holds, each after those that it refers to. */
export async function tableShapes(db: Db): Promise<TableShape[]> {
  const { rows } = await sql<{ name: string; columns: { name: string; type: string }[]; key: string[] | null; refers: string[] | null }>`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
         from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select json_agg(a.attname order by k.ord) from pg_index i cross join lateral unnest(i.indkey::int2[]) with ordinality k(attnum, ord)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary) as key,
      (select json_agg(distinct r.relname) from pg_constraint f join pg_class r on r.oid = f.confrelid
         where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refers
    from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname`.execute(db)
  const wanted = new Map(rows.filter((row) => !leftOutTables.includes(row.name)).map((row) => [row.name, row]))
  const ordered: TableShape[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (name: string): void => {
    const row = wanted.get(name)
    if (!row || state.get(name) === 'done') return
    if (state.get(name) === 'open') throw new Error(`expected tables that refer to each other in one direction, "${name}" refers to itself by others`)
    state.set(name, 'open')
    for (const other of row.refers ?? []) visit(other)
    state.set(name, 'done')
    ordered.push({ name, global: globalTables.includes(name), columns: row.columns, key: row.key ?? [] })
  }
  for (const name of wanted.keys()) visit(name)
  return ordered
}

/** Columns that stand in the rows of a backup: the bytes of blobs stand beside. */
export const columnsOf = (table: TableShape): { name: string; type: string }[] =>
  table.columns.filter((column) => !(table.name === blobTable && column.name === 'bytes'))

/** Settings hold passwords and keys of this installation: they are set to null, so that the person who restores gives them anew. */
const withoutSecrets = (column: string): string => `case when jsonb_typeof(${column}) = 'object' then coalesce(
  (select jsonb_object_agg(e.key, case when e.key ~* 'password|secret|token|api_?key' then 'null'::jsonb else e.value end) from jsonb_each(${column}) e), '{}') else ${column} end`

const expression = (table: TableShape, column: string): string =>
  ['installation_setting', 'office_setting'].includes(table.name) && column === 'value' ? `(${withoutSecrets(quoted(column))})` : quoted(column)

/** From here on the transaction sees this office. */
export const enterOffice = (db: Db, officeId: string) => sql`select set_config('gusul.office_id', ${officeId}, true)`.execute(db)

/**
 * The rows of a table as lines of JSON: a list of texts as PostgreSQL writes its values, so that every type comes back to the last digit. A batch holds about
 * `batchBytes`, whatever the size of a row.
 */
export async function* rowsAsLines(db: Db, table: TableShape, officeId: string | null, batchBytes: number): AsyncGenerator<string[]> {
  const values = columnsOf(table).map((column) => `${expression(table, column.name)}::text`)
  const where = officeId === null ? '' : `where office_id = ${literal(officeId)}::uuid`
  const order = table.key.length > 0 ? `order by ${table.key.map(quoted).join(', ')}` : ''
  await sql
    .raw(
      `declare gusul_rows no scroll cursor for select json_build_array(${values.join(', ')})::text as line from ${quoted(table.name)} ${where} ${order}`,
    )
    .execute(db)
  let take = 20
  for (;;) {
    const { rows } = await sql.raw<{ line: string }>(`fetch ${take} from gusul_rows`).execute(db)
    if (rows.length === 0) break
    yield rows.map((row) => row.line)
    const mean = rows.reduce((sum, row) => sum + row.line.length, 0) / rows.length
    take = Math.min(2000, Math.max(1, Math.round(batchBytes / Math.max(1, mean))))
  }
  await sql.raw('close gusul_rows').execute(db)
}

/** The blobs of an office by name and size. */
export async function blobNames(db: Db, officeId: string): Promise<{ sha256: string; size: number }[]> {
  const { rows } = await sql<{ sha256: string; size: number }>`
    select encode(sha256, 'hex') as sha256, size from blob where office_id = ${officeId}::uuid order by sha256`.execute(db)
  return rows
}

/** A piece of a blob. */
export async function blobPiece(db: Db, officeId: string, sha256: string, from: number, length: number): Promise<Buffer> {
  const { rows } = await sql<{ piece: Buffer }>`
    select substring(bytes from ${from + 1}::int for ${length}::int) as piece from blob
    where office_id = ${officeId}::uuid and sha256 = decode(${sha256}, 'hex')`.execute(db)
  return rows[0]?.piece ?? Buffer.alloc(0)
}

export async function backupOffices(db: Db): Promise<{ id: string; slug: string; nameKo: string }[]> {
  const rows = await db.selectFrom('office').select(['office_id', 'slug', 'name_ko']).orderBy('slug').execute()
  return rows.map((row) => ({ id: row.office_id, slug: row.slug, nameKo: row.name_ko }))
}

export async function appliedMigrations(db: Db): Promise<{ name: string; sha256: string }[]> {
  const { rows } = await sql<{ name: string; sha256: string }>`select name, sha256 from gusul_migration order by name`.execute(db)
  return rows
}

/** Puts lines of a backup back into their table. `columns` is their order in the lines. */
export async function insertLines(tx: Tx, table: TableShape, columns: readonly string[], lines: readonly string[]): Promise<void> {
  const types = new Map(table.columns.map((column) => [column.name, column.type]))
  const values = columns.map((name, at) => `(r ->> ${at})::${types.get(name)}`)
  const again = table.name === 'app_user' ? 'on conflict (user_id) do nothing' : ''
  await sql`insert into ${sql.table(table.name)} (${sql.join(columns.map((name) => sql.ref(name)))})
    select ${sql.raw(values.join(', '))} from jsonb_array_elements(${`[${lines.join(',')}]`}::jsonb) r ${sql.raw(again)}`.execute(tx)
}

export async function insertBlob(tx: Tx, officeId: string, row: { sha256: Buffer; size: number; mediaType: string; bytes: Buffer }): Promise<void> {
  await tx
    .insertInto('blob')
    .values({ office_id: officeId, sha256: row.sha256, size: row.size, media_type: row.mediaType, bytes: row.bytes })
    .execute()
}

/** How many offices and people an installation has, besides the account of its own command line. */
export async function populationOf(tx: Tx, operator: string): Promise<{ offices: number; people: number }> {
  const { rows } = await sql<{ offices: string; people: string }>`
    select (select count(*) from office) as offices, (select count(*) from app_user where user_id <> ${operator}::uuid) as people`.execute(tx)
  return { offices: Number(rows[0]!.offices), people: Number(rows[0]!.people) }
}

export const clearSettings = (tx: Tx) => tx.deleteFrom('installation_setting').execute()

/** Jobs that waited or ran when the backup was made: none of them stands in the queue of this installation. Marked as failed, they may be queued again. */
export async function stopJobs(tx: Tx, officeId: string): Promise<string[]> {
  const rows = await tx
    .updateTable('job')
    .set({ state: 'failed', error: 'restored from a backup' })
    .where('office_id', '=', officeId)
    .where('state', 'in', ['waiting', 'running'])
    .returning('job_id')
    .execute()
  return rows.map((row) => row.job_id)
}

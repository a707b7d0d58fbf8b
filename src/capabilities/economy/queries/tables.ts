import { sql } from 'kysely'
import { decodeCursor, encodeCursor } from '#api/paging'
import type { Db, Tx } from '#store/store'

/** A table as lists and headings show it. */
export interface TableRow {
  id: string
  kind: 'flows' | 'employment'
  name: string
  layout: 'workbook' | 'long' | 'regional' | 'made'
  year: number
  priceBasis: 'basic' | 'producer' | 'purchaser' | null
  importTreatment: 'total' | 'domestic' | 'competitive' | null
  unit: string
  regionScope: string
  revision: 'KSIC9' | 'KSIC10' | null
  source: string
  licence: string
  synthetic: boolean
  sectors: number
  regions: string[]
  hash: string
  fileHash: string | null
  notes: string[]
  archived: boolean
  version: number
  createdBy: { id: string; name: string }
  createdAt: string
}

export const tableSorts = ['-year', 'name', '-createdAt'] as const

interface ListQuery {
  limit: number
  cursor?: string | undefined
  kind?: 'flows' | 'employment' | undefined
  archived?: boolean | undefined
  q?: string | undefined
  sort: (typeof tableSorts)[number]
}

const base = (db: Db, officeId: string) =>
  db
    .selectFrom('economy_table as t')
    .leftJoin('app_user as u', (join) => join.on(sql<boolean>`u.user_id = t.created_by`))
    .selectAll('t')
    .select('u.name as creator')
    .where('t.office_id', '=', officeId)

type Selected = Awaited<ReturnType<ReturnType<typeof base>['executeTakeFirstOrThrow']>>

const rowOf = (row: Selected): TableRow => ({
  id: row.table_id,
  kind: row.kind,
  name: row.name,
  layout: row.layout,
  year: row.year,
  priceBasis: row.price_basis,
  importTreatment: row.import_treatment,
  unit: row.unit,
  regionScope: row.region_scope,
  revision: row.revision,
  source: row.source,
  licence: row.licence,
  synthetic: row.synthetic,
  sectors: row.sectors,
  regions: row.regions,
  hash: row.packed_sha256.toString('hex'),
  fileHash: row.file_sha256?.toString('hex') ?? null,
  notes: row.notes as string[],
  archived: row.archived_at !== null,
  version: row.version,
  createdBy: { id: row.created_by, name: row.creator ?? '' },
  createdAt: new Date(row.created_at).toISOString(),
})

/** 표 목록: one page of the tables of an office. */
export async function listTables(db: Db, officeId: string, query: ListQuery): Promise<{ items: TableRow[]; next: string | null; total: number }> {
  const keys = {
    '-year': { expression: sql<string>`t.year::text`, order: 'desc' },
    name: { expression: sql<string>`t.name`, order: 'asc' },
    '-createdAt': { expression: sql<string>`to_char(t.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`, order: 'desc' },
  } as const
  const { expression, order } = keys[query.sort]
  let rows = base(db, officeId).select(expression.as('sort_key'))
  if (query.kind) rows = rows.where('t.kind', '=', query.kind)
  rows = rows.where('t.archived_at', query.archived ? 'is not' : 'is', null)
  if (query.q) rows = rows.where((eb) => eb.or([eb('t.name', 'ilike', `%${like(query.q!)}%`), eb('t.region_scope', 'ilike', `%${like(query.q!)}%`)]))
  const { total } = await db
    .selectFrom(rows.as('all'))
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  const after = decodeCursor(query.cursor, 2)
  const sign = sql.raw(order === 'desc' ? '<' : '>')
  if (after) rows = rows.where(sql<boolean>`(${expression}, t.table_id) ${sign} (${after[0]}::text, ${after[1]}::uuid)`)
  const found = await rows
    .orderBy(expression, order)
    .orderBy('t.table_id', order)
    .limit(query.limit + 1)
    .execute()
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map(rowOf),
    next: found.length > query.limit && last ? encodeCursor([last.sort_key, last.table_id]) : null,
    total: Number(total),
  }
}

const like = (words: string): string => words.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** One table, or undefined. */
export async function tableById(db: Db, officeId: string, tableId: string): Promise<TableRow | undefined> {
  const row = await base(db, officeId).where('t.table_id', '=', tableId).executeTakeFirst()
  return row && rowOf(row)
}

/** The table of the same kind whose numbers have this hash. */
export async function tableByHash(db: Db, officeId: string, kind: 'flows' | 'employment', hash: string): Promise<TableRow | undefined> {
  const row = await base(db, officeId).where('t.kind', '=', kind).where('t.packed_sha256', '=', Buffer.from(hash, 'hex')).executeTakeFirst()
  return row && rowOf(row)
}

export interface TableToKeep extends Omit<TableRow, 'id' | 'archived' | 'version' | 'createdAt' | 'createdBy'> {
  id: string
  createdBy: string
}

export async function insertTable(tx: Tx, officeId: string, table: TableToKeep): Promise<void> {
  await tx
    .insertInto('economy_table')
    .values({
      office_id: officeId,
      table_id: table.id,
      kind: table.kind,
      name: table.name,
      layout: table.layout,
      year: table.year,
      price_basis: table.priceBasis,
      import_treatment: table.importTreatment,
      unit: table.unit,
      region_scope: table.regionScope,
      revision: table.revision,
      source: table.source,
      licence: table.licence,
      synthetic: table.synthetic,
      sectors: table.sectors,
      regions: table.regions,
      packed_sha256: Buffer.from(table.hash, 'hex'),
      file_sha256: table.fileHash === null ? null : Buffer.from(table.fileHash, 'hex'),
      notes: JSON.stringify(table.notes),
      created_by: table.createdBy,
    })
    .execute()
}

/** Change a name or put a table away; false where its version is another by now. */
export async function changeTable(
  tx: Tx,
  officeId: string,
  tableId: string,
  version: number | null,
  to: { name?: string; archived?: boolean },
): Promise<boolean> {
  let update = tx
    .updateTable('economy_table')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(to.name === undefined ? {} : { name: to.name }),
      ...(to.archived === undefined ? {} : { archived_at: to.archived ? new Date().toISOString() : null }),
    }))
    .where('office_id', '=', officeId)
    .where('table_id', '=', tableId)
  if (version !== null) update = update.where('version', '=', version)
  return (await update.executeTakeFirst()).numUpdatedRows > 0n
}

/** The name under which a table was brought in; a table may have been renamed since. */
export async function importedName(db: Db, officeId: string, tableId: string): Promise<string | null> {
  const row = await db
    .selectFrom('audit')
    .select('detail')
    .where('office_id', '=', officeId)
    .where('action', '=', 'economy-table.imported')
    .where('subject_id', '=', tableId)
    .executeTakeFirst()
  const name = (row?.detail as { name?: unknown } | undefined)?.name
  return typeof name === 'string' ? name : null
}

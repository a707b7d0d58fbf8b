import { type Insertable, type Selectable, sql } from 'kysely'
import { decodeCursor, encodeCursor } from '#api/paging'
import type { Db, Tx } from '#store/store'
import type { FirmTable } from '#store/tables-firms'

export type FirmRow = Selectable<FirmTable> & {
  name_ko: string
  name_en: string | null
  confidential: boolean
  illustrative: boolean
}

const base = (db: Db, officeId: string, confidential: boolean) => {
  const rows = db
    .selectFrom('firm as f')
    .innerJoin('subject as s', (join) => join.onRef('s.office_id', '=', 'f.office_id').onRef('s.subject_id', '=', 'f.subject_id'))
    .selectAll('f')
    .select(['s.name_ko', 's.name_en', 's.confidential', 's.illustrative'])
    .where('f.office_id', '=', officeId)
  return confidential ? rows : rows.where('s.confidential', '=', false)
}

export const firmSorts = ['name', '-changedAt', '-capacity'] as const

/** What the list is narrowed by. */
export interface FirmFilter {
  readonly confidential: boolean
  readonly archived: boolean
  readonly q?: string | undefined
  readonly ksic?: string | undefined
  readonly place?: string | undefined
  readonly sort: (typeof firmSorts)[number]
  readonly limit: number
  readonly cursor?: string | undefined
}

const like = (words: string): string => `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/** 기업 명부: one page of it. */
export async function listFirms(db: Db, officeId: string, query: FirmFilter): Promise<{ items: FirmRow[]; next: string | null; total: number }> {
  const keys = {
    name: { expression: sql<string>`s.name_ko`, order: 'asc' },
    '-changedAt': { expression: sql<string>`to_char(f.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`, order: 'desc' },
    // numbers as texts of one width, so that the cursor compares as the order does; what nobody knows comes last
    '-capacity': { expression: sql<string>`coalesce(lpad(trunc(f.capacity)::text, 30, '0'), '')`, order: 'desc' },
  } as const
  const { expression, order } = keys[query.sort]
  let rows = base(db, officeId, query.confidential).select(expression.as('sort_key'))
  rows = rows.where('f.archived_at', query.archived ? 'is not' : 'is', null)
  if (query.q) {
    const words = like(query.q)
    rows = rows.where((eb) =>
      eb.or([eb('s.name_ko', 'ilike', words), eb('s.name_en', 'ilike', words), sql<boolean>`array_to_string(f.products, ' ') ilike ${words}`]),
    )
  }
  if (query.ksic) rows = rows.where('f.ksic', 'like', `${query.ksic.replace(/\D/g, '')}%`)
  if (query.place) rows = rows.where('f.place', 'ilike', like(query.place))
  const { total } = await db
    .selectFrom(rows.as('every'))
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  const after = decodeCursor(query.cursor, 2)
  const sign = sql.raw(order === 'desc' ? '<' : '>')
  if (after) rows = rows.where(sql<boolean>`(${expression}, f.subject_id) ${sign} (${after[0]}::text, ${after[1]}::uuid)`)
  const found = await rows
    .orderBy(expression, order)
    .orderBy('f.subject_id', order)
    .limit(query.limit + 1)
    .execute()
  const items = found.slice(0, query.limit)
  const last = items.at(-1)
  return { items, next: found.length > query.limit && last ? encodeCursor([last.sort_key, last.subject_id]) : null, total: Number(total) }
}

/** Every firm that stands in the register, for the chain and for the file; `archived` brings those that were put away, too. */
export const everyFirm = (db: Db, officeId: string, which: { confidential: boolean; archived?: boolean }): Promise<FirmRow[]> =>
  base(db, officeId, which.confidential)
    .$if(!which.archived, (query) => query.where('f.archived_at', 'is', null))
    .orderBy('s.name_ko')
    .orderBy('f.subject_id')
    .limit(50_000)
    .execute()

/** One firm; undefined where it is not, or is not for the caller. */
export const firmById = (db: Db, officeId: string, id: string, confidential: boolean): Promise<FirmRow | undefined> =>
  base(db, officeId, confidential).where('f.subject_id', '=', id).executeTakeFirst()

export const insertFirm = (tx: Tx, row: Insertable<FirmTable>): Promise<unknown> => tx.insertInto('firm').values(row).execute()

/** Change a firm; false where its version is another by now. */
export async function changeFirm(
  tx: Tx,
  officeId: string,
  id: string,
  version: number,
  to: Partial<Omit<Insertable<FirmTable>, 'office_id' | 'subject_id'>>,
): Promise<boolean> {
  const changed = await tx
    .updateTable('firm')
    .set((eb) => ({ ...to, version: eb('version', '+', 1) }))
    .where('office_id', '=', officeId)
    .where('subject_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** The organisation's own names; its version rises with them. */
export const renameOrganisation = (tx: Tx, officeId: string, id: string, to: { name_ko?: string; name_en?: string | null }): Promise<unknown> =>
  tx
    .updateTable('subject')
    .set((eb) => ({ ...to, version: eb('version', '+', 1) }))
    .where('office_id', '=', officeId)
    .where('subject_id', '=', id)
    .execute()

export const hideOrganisation = (tx: Tx, officeId: string, id: string): Promise<unknown> =>
  tx.updateTable('subject').set({ confidential: true }).where('office_id', '=', officeId).where('subject_id', '=', id).execute()

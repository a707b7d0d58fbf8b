import { sql } from 'kysely'
import { newId } from '#store/log/ids'
import type { Db, Tx } from '#store/store'

/** 의무 as it is kept. */
export interface ObligationRow {
  id: string
  subjectId: string
  partyId: string | null
  kind: 'obligation' | 'co_benefit'
  title: string
  dueOn: string | null
  metOn: string | null
  waivedOn: string | null
  waivedReason: string | null
  documentId: string | null
  note: string | null
  version: number
  /** Files that partners sent and nobody has looked at. */
  waiting: number
}

/** Which obligations: of subjects, of parties, by id; nothing given is all of the office. */
export interface ObligationFilter {
  ids?: readonly string[]
  subjectIds?: readonly string[]
  partyIds?: readonly string[]
}

/** Obligations that were not taken away, what is due first at the top, what has no day last. */
export async function obligationRows(db: Db, officeId: string, filter: ObligationFilter): Promise<ObligationRow[]> {
  const anyOf = (column: string, ids: readonly string[] | undefined) =>
    ids === undefined ? sql`true` : sql`${sql.ref(column)} = any(${[...ids]}::uuid[])`
  const { rows } = await sql<{
    obligation_id: string
    subject_id: string
    party_id: string | null
    kind: ObligationRow['kind']
    title: string
    due_on: string | null
    met_on: string | null
    waived_on: string | null
    waived_reason: string | null
    document_id: string | null
    note: string | null
    version: number
    waiting: string
  }>`
    select o.*, coalesce(s.canonical_id, s.subject_id) as subject_id,
      (select count(*) from obligation_evidence e where e.office_id = o.office_id and e.obligation_id = o.obligation_id and e.state = 'sent') as waiting
    from obligation o join subject s on s.office_id = o.office_id and s.subject_id = o.subject_id
    where o.office_id = ${officeId}::uuid and o.removed_at is null
      and ${anyOf('o.obligation_id', filter.ids)} and ${anyOf('o.party_id', filter.partyIds)}
      and ${filter.subjectIds === undefined ? sql`true` : sql`(o.subject_id = any(${[...filter.subjectIds]}::uuid[]) or s.canonical_id = any(${[...filter.subjectIds]}::uuid[]))`}
    order by o.due_on nulls last, o.obligation_id`.execute(db)
  return rows.map((row) => ({
    id: row.obligation_id,
    subjectId: row.subject_id,
    partyId: row.party_id,
    kind: row.kind,
    title: row.title,
    dueOn: row.due_on,
    metOn: row.met_on,
    waivedOn: row.waived_on,
    waivedReason: row.waived_reason,
    documentId: row.document_id,
    note: row.note,
    version: row.version,
    waiting: Number(row.waiting),
  }))
}

/** The part of an obligation that people write. */
export type ObligationFields = Partial<Omit<ObligationRow, 'id' | 'subjectId' | 'version' | 'waiting'>>

const columnsOf = (fields: ObligationFields) =>
  Object.fromEntries(
    Object.entries({
      party_id: fields.partyId,
      kind: fields.kind,
      title: fields.title?.trim(),
      due_on: fields.dueOn,
      met_on: fields.metOn,
      waived_on: fields.waivedOn,
      waived_reason: fields.waivedReason,
      document_id: fields.documentId,
      note: fields.note,
    }).filter(([, value]) => value !== undefined),
  )

export async function insertObligation(
  tx: Tx,
  officeId: string,
  subjectId: string,
  fields: ObligationFields & { title: string },
  by: string | null,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('obligation')
    .values({
      office_id: officeId,
      obligation_id: id,
      subject_id: subjectId,
      created_by: by,
      title: fields.title.trim(),
      ...columnsOf(fields),
    } as never)
    .execute()
  return id
}

/** Change an obligation of a known version, or take it away; false where somebody changed it since. */
export async function updateObligation(
  tx: Tx,
  officeId: string,
  id: string,
  version: number,
  fields: ObligationFields & { removed?: true },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('obligation')
    .set({ ...columnsOf(fields), ...(fields.removed ? { removed_at: sql<string>`now()` } : {}), version: version + 1 } as never)
    .where('office_id', '=', officeId)
    .where('obligation_id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

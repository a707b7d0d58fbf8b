import { sql } from 'kysely'
import { type Clocks, knownThen, onlyBy } from '#capabilities/plans/index'
import { clustersKnownOn, membersOf } from '#capabilities/portfolio/index'
import { newId } from '#store/log/ids'
import { keepPast, knownNow, rowsAt } from '#store/log/past'
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

/** Obligations that were not taken away, what is due first at the top, what has no day last; at a clock, those that were known then, met and waived as far as that had come about. */
export async function obligationRows(db: Db, officeId: string, filter: ObligationFilter, clocks: Clocks = {}): Promise<ObligationRow[]> {
  const { knownOn = null } = clocks
  const anyOf = (column: string, ids: readonly string[] | undefined) =>
    ids === undefined ? sql`true` : sql`${sql.ref(column)} = any(${[...ids]}::uuid[])`
  const members = filter.subjectIds === undefined ? null : await membersOf(db, officeId, filter.subjectIds, clocks)
  const { rows } = await sql<{
    obligation_id: string
    subject_id: string
    canonical_id: string | null
    party_id: string | null
    party_whole: string | null
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
    select o.*, s.canonical_id, w.canonical_id as party_whole,
      (select count(*) from obligation_evidence e where e.office_id = o.office_id and e.obligation_id = o.obligation_id
        and ${knownOn === null ? sql`e.state = 'sent'` : knownThen(clocks, 'e.sent_at', 'e.decided_at')}) as waiting
    from ${rowsAt(officeId, 'obligation', knownOn)} o join subject s on s.office_id = o.office_id and s.subject_id = o.subject_id
    left join subject w on w.office_id = o.office_id and w.subject_id = o.party_id
    where o.office_id = ${officeId}::uuid and o.removed_at is null
      and ${anyOf('o.obligation_id', filter.ids)} and ${anyOf('o.party_id', filter.partyIds)}
      and ${anyOf('o.subject_id', members === null ? undefined : [...members.keys()])}
    order by o.due_on nulls last, o.obligation_id`.execute(db)
  const stood = knownOn === null ? null : await clustersKnownOn(db, officeId, knownOn)
  return rows.map((row): ObligationRow => {
    const [metOn, waivedOn] = [onlyBy(clocks, row.met_on), onlyBy(clocks, row.waived_on)]
    return {
      id: row.obligation_id,
      subjectId: (stood === null ? row.canonical_id : stood.get(row.subject_id)) ?? row.subject_id,
      partyId: row.party_id === null ? null : ((stood === null ? row.party_whole : stood.get(row.party_id)) ?? row.party_id),
      kind: row.kind,
      title: row.title,
      dueOn: row.due_on,
      metOn,
      waivedOn,
      waivedReason: waivedOn === null ? null : row.waived_reason,
      documentId: row.met_on !== null && metOn === null ? null : row.document_id,
      note: row.note,
      version: knownOn === null ? row.version : 0,
      waiting: Number(row.waiting),
    }
  })
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

/** Change an obligation of a known version, or take it away; false where somebody changed it since. What it said until now is kept. */
export async function updateObligation(
  tx: Tx,
  officeId: string,
  id: string,
  version: number,
  fields: ObligationFields & { removed?: true },
): Promise<boolean> {
  await keepPast(tx, officeId, 'obligation', sql`t.obligation_id = ${id}::uuid and t.version = ${version} and t.removed_at is null`)
  const { numUpdatedRows } = await tx
    .updateTable('obligation')
    .set({
      ...columnsOf(fields),
      ...(fields.removed ? { removed_at: sql<string>`now()` } : {}),
      version: version + 1,
      known_from: knownNow,
    } as never)
    .where('office_id', '=', officeId)
    .where('obligation_id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

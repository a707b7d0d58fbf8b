import { sql } from 'kysely'
import type { Json } from '#store/schema'
import type { Db, Tx } from '#store/store'

/** Subjects and relations that this transaction has made (their clock is its start) and that no earlier decision of it is credited with; they are now. */
export async function createdHere(
  tx: Tx,
  officeId: string,
  by: string,
  attributed: Set<string>,
): Promise<{ subjects: string[]; relations: string[] }> {
  const subjects = await tx
    .selectFrom('subject')
    .select('subject_id')
    .where('office_id', '=', officeId)
    .where('created_at', '=', sql<string>`now()`)
    .where('created_by', '=', by)
    .execute()
  const relations = await tx
    .selectFrom('relation')
    .select('relation_id')
    .where('office_id', '=', officeId)
    .where('created_at', '=', sql<string>`now()`)
    .where('created_by', '=', by)
    .execute()
  const fresh = (ids: string[]) => ids.filter((id) => !attributed.has(id))
  const made = { subjects: fresh(subjects.map((row) => row.subject_id)), relations: fresh(relations.map((row) => row.relation_id)) }
  for (const id of [...made.subjects, ...made.relations]) attributed.add(id)
  return made
}

/** Complete a judgement within the transaction that made it: its fact, and what is needed to take it back. */
export async function noteJudgement(tx: Tx, officeId: string, judgementId: string, note: { factId?: string | null; detail: Json }): Promise<void> {
  await tx
    .updateTable('judgement')
    .set({ detail: JSON.stringify(note.detail), ...(note.factId === undefined ? {} : { fact_id: note.factId }) })
    .where('office_id', '=', officeId)
    .where('judgement_id', '=', judgementId)
    .execute()
}

/** The stages that live events of a subject have led to. */
export async function liveStages(db: Db | Tx, officeId: string, subjectId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('stage_event')
    .select('to_stage')
    .where('office_id', '=', officeId)
    .where('subject_id', '=', subjectId)
    .where('voided_at', 'is', null)
    .execute()
  return rows.map((row) => row.to_stage)
}

/** Void relations that a judgement made. */
export async function voidRelations(tx: Tx, officeId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('relation')
    .set({ voided_at: new Date().toISOString() })
    .where('office_id', '=', officeId)
    .where('relation_id', 'in', ids)
    .where('voided_at', 'is', null)
    .execute()
}

/** Archive a subject that a judgement made and that nothing uses any more. */
export async function archiveSubject(tx: Tx, officeId: string, subjectId: string): Promise<void> {
  await tx
    .updateTable('subject')
    .set({ archived_at: new Date().toISOString() })
    .where('office_id', '=', officeId)
    .where('subject_id', '=', subjectId)
    .where('archived_at', 'is', null)
    .execute()
}

/** Remember (or forget) that a claim does not speak of a subject. */
export async function setNotSame(tx: Tx, officeId: string, claimId: string, subjectId: string, by: string, holds: boolean): Promise<void> {
  if (!holds) {
    await tx
      .updateTable('not_same')
      .set({ voided_at: new Date().toISOString() })
      .where('office_id', '=', officeId)
      .where('claim_id', '=', claimId)
      .where('subject_id', '=', subjectId)
      .execute()
    return
  }
  await tx
    .insertInto('not_same')
    .values({ office_id: officeId, claim_id: claimId, subject_id: subjectId, decided_by: by })
    .onConflict((oc) => oc.columns(['office_id', 'claim_id', 'subject_id']).doUpdateSet({ voided_at: null, decided_by: by }))
    .execute()
}

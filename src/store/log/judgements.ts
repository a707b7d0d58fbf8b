import type { Kysely } from 'kysely'
import type { JudgementKind } from '#record/judgement'
import type { Database, Json } from '../schema.ts'
import { newId } from './ids.ts'

/** A decision on its way into the log. */
export interface JudgementToAppend {
  kind: JudgementKind
  claimId?: string | null
  subjectA?: string | null
  subjectB?: string | null
  factId?: string | null
  batchId?: string | null
  reason?: string | null
  /** What is needed to take it back: what was there before. */
  detail?: Json
  madeBy: string
}

/** Append a judgement and give its id. */
export async function appendJudgement(tx: Kysely<Database>, officeId: string, judgement: JudgementToAppend): Promise<string> {
  const id = newId()
  await tx
    .insertInto('judgement')
    .values({
      office_id: officeId,
      judgement_id: id,
      kind: judgement.kind,
      claim_id: judgement.claimId ?? null,
      subject_a: judgement.subjectA ?? null,
      subject_b: judgement.subjectB ?? null,
      fact_id: judgement.factId ?? null,
      batch_id: judgement.batchId ?? null,
      reason: judgement.reason ?? null,
      detail: JSON.stringify(judgement.detail ?? {}),
      made_by: judgement.madeBy,
    })
    .execute()
  return id
}

/** Mark a judgement as taken back; false where it was already. What it did is undone by its capability in the same transaction. */
export async function markUndone(tx: Kysely<Database>, officeId: string, judgementId: string, by: string): Promise<boolean> {
  const result = await tx
    .updateTable('judgement')
    .set({ undone_at: new Date().toISOString(), undone_by: by })
    .where('office_id', '=', officeId)
    .where('judgement_id', '=', judgementId)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

import { sql } from 'kysely'
import { documentsThen, membersOf } from '#capabilities/portfolio/index'
import type { Db } from '#store/store'
import { knownThen, type Seeing, subjectSeen } from '../seeing.ts'

/** The step by which a subject came to its present stage, and what proves it. */
export interface StageProof {
  readonly stage: string
  readonly occurredFrom: string | null
  /** A document or a sentence that the reader may see, or a head's reason. */
  readonly proven: boolean
  readonly documentId: string | null
  readonly documentTitle: string | null
  readonly sentence: string | null
}

/** The last live step of each subject (and of those merged into it) with its proof, by subject, as known and happened by the clocks. A step that rests on a document the reader may not see is as if it had not been: nothing gives it away. */
export async function stageProofs(db: Db, officeId: string, subjectIds: readonly string[], seeing: Seeing): Promise<Map<string, StageProof>> {
  if (subjectIds.length === 0) return new Map()
  const { asOf = null } = seeing
  const members = await membersOf(db, officeId, subjectIds, seeing)
  const { rows } = await sql<{
    subject_id: string
    to_stage: string
    occurred_from: string | null
    overridden: boolean
    reason: string | null
    document_id: string | null
    title: string | null
    sentence: string | null
    seen: boolean | null
  }>`
    select e.subject_id, e.to_stage, e.occurred_from, e.overridden, e.reason, d.document_id, d.title,
           case when d.erased_at is null then p.sentence end as sentence, ${subjectSeen(seeing, 'd')} as seen
    from stage_event e
    left join claim c on c.office_id = e.office_id and c.claim_id = e.claim_id
    left join span p on p.office_id = e.office_id and p.span_id = coalesce(e.span_id, c.span_id)
    left join document d on d.office_id = e.office_id and d.document_id = coalesce(e.document_id, c.document_id)
    where e.office_id = ${officeId}::uuid and e.subject_id = any(${[...members.keys()]}::uuid[]) and ${knownThen(seeing, 'e.recorded_at', 'e.voided_at')}
      and ${asOf === null ? sql`true` : sql`coalesce(e.occurred_from, e.occurred_to, e.recorded_at::date) <= ${asOf}::date`}
      and (d.document_id is null or ${subjectSeen(seeing, 'd')})
    order by e.occurred_from desc nulls last, e.recorded_at desc, e.event_id`.execute(db)
  const then = await documentsThen(
    db,
    officeId,
    rows.map((row) => row.document_id),
    seeing.knownOn ?? null,
  )
  const proofs = new Map<string, StageProof>()
  for (const row of rows) {
    const whole = members.get(row.subject_id) ?? row.subject_id
    if (proofs.has(whole)) continue
    const shown = row.document_id !== null && row.seen === true
    proofs.set(whole, {
      stage: row.to_stage,
      occurredFrom: row.occurred_from,
      proven: shown || (seeing.kind === 'staff' && row.overridden && (row.reason ?? '').trim() !== ''),
      documentId: shown ? row.document_id : null,
      documentTitle: shown ? (then.get(row.document_id ?? '')?.title ?? row.title) : null,
      sentence: shown ? row.sentence : null,
    })
  }
  return proofs
}

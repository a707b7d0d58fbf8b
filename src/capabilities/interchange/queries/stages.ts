import { sql } from 'kysely'
import type { Db } from '#store/store'
import type { Looking, RecordRow, Which } from '../looking.ts'
import { chosen, kept, known, seen, standsFor } from './fragments.ts'

/** 단계의 줄들: stage events that were not taken back, in the order of their recording; those of one import by when they happened. */
export async function stageRows(db: Db, looking: Looking, which: Which): Promise<RecordRow[]> {
  const { rows } = await sql<{
    event_id: string
    subject_id: string
    name_ko: string
    hidden: boolean
    machine: string
    to_stage: string
    occurred_from: string | null
    occurred_to: string | null
    occurred_text: string | null
    document_id: string | null
    evidence_kind: string | null
    amount: string | null
    unit: string | null
    ordinal: number | null
    reason: string | null
    overridden: boolean
    recorded_at: string
    by_name: string | null
  }>`
    select e.event_id, c.subject_id, c.name_ko, (s.confidential or c.confidential) as hidden, e.machine, e.to_stage, e.occurred_from, e.occurred_to, e.occurred_text,
           d.document_id, e.evidence_kind, e.reason, e.overridden, e.recorded_at, e.ordinal, f.value as amount, f.unit, u.name as by_name
    from stage_event e
    join subject s on s.office_id = e.office_id and s.subject_id = e.subject_id
    ${standsFor(looking, 's', 'c')}
    left join claim cl on cl.office_id = e.office_id and cl.claim_id = e.claim_id
    left join document d on d.office_id = e.office_id and d.document_id = coalesce(e.document_id, cl.document_id)
    -- what was notified or arrived, as it was written with the step itself; a later correction is a value of its own
    left join lateral (
      select a.value, a.unit from fact a
      where e.machine = 'fdi' and a.office_id = e.office_id and a.subject_id = e.subject_id and a.judgement_id = e.judgement_id
        and a.indicator_id = case e.to_stage when 'arrival' then 'fdi_arrived' else 'fdi_notified' end and upper(a.period) is null
        and lower(a.period) is not distinct from coalesce(e.occurred_from, e.occurred_to) and (${looking.confidential} or not a.confidential)
      order by lower(a.recorded) limit 1) f on true
    left join app_user u on u.user_id = e.recorded_by
    where e.office_id = ${looking.officeId}::uuid and ${kept(looking, 's', 'c')} and ${chosen(which, sql`e.event_id`)} and ${seen(looking)}
      and (${looking.confidential} or d.confidential is not true)
      and ${known(looking, sql`e.recorded_at`, sql`e.voided_at`)}
      and ${looking.asOf === null ? sql`true` : sql`coalesce(e.occurred_from, e.occurred_to, e.recorded_at::date) <= ${looking.asOf}::date`}
    order by c.created_at, c.subject_id, e.recorded_at, coalesce(e.occurred_from, e.occurred_to) nulls first, e.ordinal nulls first, e.event_id`.execute(
    db,
  )
  return rows.map((row) => ({
    id: row.event_id,
    liveId: row.event_id,
    subjectId: row.subject_id,
    subjectName: row.name_ko,
    confidential: row.hidden,
    version: null,
    heldBy: row.by_name,
    heldSince: row.recorded_at,
    values: {
      subjectId: row.subject_id,
      subject: row.name_ko,
      machine: row.machine,
      stage: row.to_stage,
      occurredFrom: row.occurred_from,
      occurredTo: row.occurred_to,
      occurredText: row.occurred_text,
      amount: row.amount,
      unit: row.unit,
      ordinal: row.ordinal === null ? null : String(row.ordinal),
      documentId: row.document_id,
      evidenceKind: row.evidence_kind,
      reason: row.reason,
      overridden: String(row.overridden),
      recordedAt: row.recorded_at,
    },
  }))
}

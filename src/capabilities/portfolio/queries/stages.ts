import type { Kysely } from 'kysely'
import { ProblemError } from '#api/problem'
import { foldStage } from '#engines/accounting/stage-fold'
import { machineOf, stagesOf } from '#engines/accounting/stages'
import { newId } from '#store/log/ids'
import type { Database } from '#store/schema'

/** A stage event on its way into the log. */
export interface StageToRecord {
  subjectId: string
  toStage: string
  /** When it happened; both ends null where that is not known. */
  occurred: { from: string | null; to: string | null; text: string | null }
  documentId: string | null
  claimId: string | null
  reason: string | null
  /** Recorded without evidence, by the reason alone. */
  overridden: boolean
  judgementId: string | null
  by: string | null
}

/**
 * 단계 사건을 적는다: append a stage event and fold the subject's stage anew.
 *
 * @throws ProblemError 422 for a subject without stages, a stage that its machine does not have, or an event with neither evidence nor an overriding reason
 */
export async function recordStage(tx: Kysely<Database>, officeId: string, event: StageToRecord): Promise<{ eventId: string; stage: string | null }> {
  const subject = await tx
    .selectFrom('subject')
    .select(['kind', 'stage'])
    .where('office_id', '=', officeId)
    .where('subject_id', '=', event.subjectId)
    .forUpdate()
    .executeTakeFirst()
  const machine = subject ? machineOf(subject.kind) : null
  if (!subject || machine === null)
    throw refused(
      'subjectId',
      '단계가 있는 대상(사업, 협약, 공약, 프로그램)을 골라 주세요',
      'a subject with stages (project, agreement, pledge, programme)',
    )
  const stages = stagesOf(machine, '9999-12-31')
  if (!stages.some((row) => row.stage === event.toStage))
    throw refused(
      'toStage',
      `${stages.map((row) => row.stage).join(', ')} 가운데 하나`,
      `one of ${stages.map((row) => row.stage).join(', ')}`,
      event.toStage,
    )
  if (event.documentId === null && event.claimId === null && !(event.overridden && event.reason?.trim()))
    throw refused(
      'documentId',
      '근거 문서를 고르거나, 근거 없이 바꾸는 까닭을 적어 주세요',
      'a document as evidence, or the reason for going without',
    )
  const eventId = newId()
  await tx
    .insertInto('stage_event')
    .values({
      office_id: officeId,
      event_id: eventId,
      subject_id: event.subjectId,
      machine,
      from_stage: subject.stage,
      to_stage: event.toStage,
      occurred_from: event.occurred.from,
      occurred_to: event.occurred.to,
      occurred_text: event.occurred.text,
      document_id: event.documentId,
      claim_id: event.claimId,
      reason: event.reason?.trim() || null,
      overridden: event.overridden,
      judgement_id: event.judgementId,
      recorded_by: event.by,
    })
    .execute()
  return { eventId, stage: await refoldStage(tx, officeId, event.subjectId) }
}

/** 판단이 적은 단계를 물린다: void the stage events of a judgement (they stay readable) and fold the stages of their subjects anew. Gives the subjects. */
export async function voidStageOfJudgement(tx: Kysely<Database>, officeId: string, judgementId: string, by: string): Promise<string[]> {
  const rows = await tx
    .updateTable('stage_event')
    .set({ voided_at: new Date().toISOString(), voided_by: by })
    .where('office_id', '=', officeId)
    .where('judgement_id', '=', judgementId)
    .where('voided_at', 'is', null)
    .returning('subject_id')
    .execute()
  const subjects = [...new Set(rows.map((row) => row.subject_id))]
  for (const subjectId of subjects) await refoldStage(tx, officeId, subjectId)
  return subjects
}

/** Void one stage event; null where there is no live one of this id. */
export async function voidStageEvent(tx: Kysely<Database>, officeId: string, eventId: string, by: string): Promise<string | null> {
  const row = await tx
    .updateTable('stage_event')
    .set({ voided_at: new Date().toISOString(), voided_by: by })
    .where('office_id', '=', officeId)
    .where('event_id', '=', eventId)
    .where('voided_at', 'is', null)
    .returning('subject_id')
    .executeTakeFirst()
  if (!row) return null
  await refoldStage(tx, officeId, row.subject_id)
  return row.subject_id
}

/** Fold a subject's stage from its live events and those of the subjects merged into it. */
export async function refoldStage(tx: Kysely<Database>, officeId: string, subjectId: string): Promise<string | null> {
  const subject = await tx
    .selectFrom('subject')
    .select(['kind', 'canonical_id'])
    .where('office_id', '=', officeId)
    .where('subject_id', '=', subjectId)
    .executeTakeFirstOrThrow()
  const machine = machineOf(subject.kind)
  if (machine === null) return null
  const canonical = subject.canonical_id ?? subjectId
  const rows = await tx
    .selectFrom('stage_event')
    .innerJoin('subject', (join) =>
      join.onRef('subject.office_id', '=', 'stage_event.office_id').onRef('subject.subject_id', '=', 'stage_event.subject_id'),
    )
    .select(['to_stage', 'occurred_from', 'occurred_to', 'recorded_at', 'voided_at', 'reason', 'stage_event.machine'])
    .where('stage_event.office_id', '=', officeId)
    .where((eb) => eb.or([eb('subject.subject_id', '=', canonical), eb('subject.canonical_id', '=', canonical)]))
    .execute()
  const steps = rows
    .filter((row) => row.machine === machine)
    .map((row) => ({
      toStage: row.to_stage,
      occurredFrom: row.occurred_from,
      occurredTo: row.occurred_to,
      recordedAt: row.recorded_at,
      voidedAt: row.voided_at,
      deliberate: row.reason !== null,
    }))
  const now = foldStage(steps, stagesOf(machine, '9999-12-31'))
  for (const id of new Set([canonical, subjectId]))
    await tx
      .updateTable('subject')
      .set({ stage: now?.toStage ?? null, stage_from: now?.occurredFrom ?? now?.occurredTo ?? null })
      .where('office_id', '=', officeId)
      .where('subject_id', '=', id)
      .execute()
  return now?.toStage ?? null
}

const refused = (path: string, ko: string, en: string, got?: string) =>
  new ProblemError(
    422,
    'invalid',
    { ko: '입력을 확인해 주세요', en: 'Please check the input' },
    { detail: { ko, en }, fields: [{ path, expected: ko, got }] },
  )

import type { Kysely } from 'kysely'
import { ProblemError } from '#api/problem'
import { foldStage } from '#engines/accounting/stage-fold'
import { type Machine, machineOf, machinesOf, stagesOf } from '#engines/accounting/stages'
import { newId } from '#store/log/ids'
import type { Database } from '#store/schema'

/** A stage event on its way into the log. */
export interface StageToRecord {
  subjectId: string
  /** The track; the subject's own where it is left out. */
  machine?: Machine
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
  /** By which rule it was judged, what its document proves, how late it was; left out for what a sentence says. */
  ruled?: { ruleId: string; evidenceKind: string | null; lateDays: number | null; numbered: boolean }
}

/** The stage that a subject stood at on a track, and since when. */
export interface Standing {
  stage: string | null
  since: string | null
}

/**
 * 단계 사건을 적는다: append a stage event and fold the subject's stage anew.
 *
 * @throws ProblemError 422 for a subject without stages, a stage that its machine does not have, or an event with neither evidence nor an overriding reason
 */
export async function recordStage(
  tx: Kysely<Database>,
  officeId: string,
  event: StageToRecord,
): Promise<{ eventId: string; stage: string | null; ordinal: number | null }> {
  const subject = await tx
    .selectFrom('subject')
    .select('kind')
    .where('office_id', '=', officeId)
    .where('subject_id', '=', event.subjectId)
    .forUpdate()
    .executeTakeFirst()
  const machine = subject ? (event.machine ?? machineOf(subject.kind)) : null
  if (!subject || machine === null || !machinesOf(subject.kind).includes(machine))
    throw refused(
      'subjectId',
      '단계가 있는 대상(사업, 협약, 공약, 프로그램, 보조금)을 골라 주세요',
      'a subject with stages (project, agreement, pledge, programme, award)',
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
  const standing = await standingOf(tx, officeId, event.subjectId, machine, event.occurred.from ?? event.occurred.to)
  const ordinal = event.ruled?.numbered ? await nextOrdinal(tx, officeId, event.subjectId, machine, event.toStage) : null
  const eventId = newId()
  await tx
    .insertInto('stage_event')
    .values({
      office_id: officeId,
      event_id: eventId,
      subject_id: event.subjectId,
      machine,
      from_stage: standing.stage,
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
      rule_id: event.ruled?.ruleId ?? null,
      evidence_kind: event.ruled ? event.ruled.evidenceKind : event.claimId === null ? null : 'sentence',
      ordinal,
      late_days: event.ruled?.lateDays ?? null,
    })
    .execute()
  return { eventId, stage: await refoldStage(tx, officeId, event.subjectId), ordinal }
}

/** Which one of several it is: the second arrival, the third phase. Struck ones count, so that a number is never given twice. */
async function nextOrdinal(tx: Kysely<Database>, officeId: string, subjectId: string, machine: Machine, stage: string): Promise<number> {
  const row = await tx
    .selectFrom('stage_event')
    .select(({ fn }) => fn.max('ordinal').as('last'))
    .where('office_id', '=', officeId)
    .where('subject_id', '=', subjectId)
    .where('machine', '=', machine)
    .where('to_stage', '=', stage)
    .executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}

/** 그때의 단계: where a subject (with those merged into it) stood on a track on a day; without a day, now. A paper found late is judged by what stood when it was written. */
export async function standingOf(db: Kysely<Database>, officeId: string, subjectId: string, machine: Machine, day: string | null): Promise<Standing> {
  const steps = await stepsOfCluster(db, officeId, subjectId, machine)
  const before = day === null ? steps : steps.filter((step) => (step.occurredFrom ?? step.occurredTo ?? '') <= day)
  const now = foldStage(before, stagesOf(machine, '9999-12-31'))
  return { stage: now?.toStage ?? null, since: now?.occurredFrom ?? now?.occurredTo ?? null }
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
  const steps = await stepsOfCluster(tx, officeId, canonical, machine)
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

/** Every step of a cluster on a track, struck ones too. */
async function stepsOfCluster(db: Kysely<Database>, officeId: string, subjectId: string, machine: Machine) {
  const rows = await db
    .selectFrom('stage_event')
    .innerJoin('subject', (join) =>
      join.onRef('subject.office_id', '=', 'stage_event.office_id').onRef('subject.subject_id', '=', 'stage_event.subject_id'),
    )
    .select(['to_stage', 'occurred_from', 'occurred_to', 'recorded_at', 'voided_at', 'reason'])
    .where('stage_event.office_id', '=', officeId)
    .where('stage_event.machine', '=', machine)
    .where((eb) => {
      const canonical = eb
        .selectFrom('subject as own')
        .select(({ fn }) => fn.coalesce('own.canonical_id', 'own.subject_id').as('id'))
        .where('own.office_id', '=', officeId)
        .where('own.subject_id', '=', subjectId)
      return eb.or([eb('subject.subject_id', '=', canonical), eb('subject.canonical_id', '=', canonical)])
    })
    .execute()
  return rows.map((row) => ({
    toStage: row.to_stage,
    occurredFrom: row.occurred_from,
    occurredTo: row.occurred_to,
    recordedAt: row.recorded_at,
    voidedAt: row.voided_at,
    deliberate: row.reason !== null,
  }))
}

const refused = (path: string, ko: string, en: string, got?: string) =>
  new ProblemError(
    422,
    'invalid',
    { ko: '입력을 확인해 주세요', en: 'Please check the input' },
    { detail: { ko, en }, fields: [{ path, expected: ko, got }] },
  )

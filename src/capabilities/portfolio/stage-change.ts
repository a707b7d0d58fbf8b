import { notFound, ProblemError } from '#api/problem'
import { appendAudit } from '#store/audit'
import { appendJudgement } from '#store/log/judgements'
import type { Store, Tx } from '#store/store'
import { subjectById } from './queries/project.ts'
import { recordStage, voidStageEvent } from './queries/stages.ts'
import type { Reader } from './reader.ts'

export interface StageChange {
  toStage: string
  occurred: { from: string | null; to: string | null; text: string | null }
  documentId: string | null
  reason: string | null
}

/**
 * 단계를 옮긴다: by a document as evidence, or, for who may override, by a reason alone. Backwards is allowed; every step stays in the record.
 *
 * @throws ProblemError 403 for going without evidence when not allowed, 404 for an unknown subject or document, 422 for a stage that is none
 */
export async function changeStage(
  store: Store,
  reader: Reader,
  by: string,
  mayOverride: boolean,
  subjectId: string,
  change: StageChange,
): Promise<StageChanged> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    const changed = await changeStageIn(tx, reader, by, mayOverride, subjectId, change)
    const { judgementId, eventId, from, overridden } = changed
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'stage.recorded',
      subjectId,
      detail: { judgementId, eventId, from, to: change.toStage, overridden, reason: change.reason },
    })
    return changed
  })
}

/** What became of a change of stage. `from` is the stage before, `stage` the one that follows from all events. */
export interface StageChanged {
  eventId: string
  judgementId: string
  stage: string | null
  from: string | null
  overridden: boolean
}

/** The same within a transaction, under a batch of judgements; the caller writes the audit entry. Nothing is written where it throws. */
export async function changeStageIn(
  tx: Tx,
  reader: Reader,
  by: string,
  mayOverride: boolean,
  subjectId: string,
  change: StageChange,
  batchId: string | null = null,
): Promise<StageChanged> {
  const overridden = change.documentId === null
  if (overridden && !mayOverride)
    throw new ProblemError(
      403,
      'evidence-needed',
      { ko: '단계를 옮기려면 근거 문서가 있어야 합니다', en: 'A stage needs a document as evidence' },
      {
        detail: {
          ko: '근거 문서를 고르거나, 부서장에게 사유를 적어 옮겨 달라고 하세요.',
          en: 'Choose the document, or ask the head to move it with a reason.',
        },
      },
    )
  const subject = await subjectById(tx, reader.officeId, subjectId, reader.confidential)
  if (!subject) throw notFound({ ko: '사업', en: 'The project' })
  if (change.documentId !== null) {
    const document = await tx
      .selectFrom('document')
      .select('confidential')
      .where('office_id', '=', reader.officeId)
      .where('document_id', '=', change.documentId)
      .executeTakeFirst()
    if (!document || (document.confidential && !reader.confidential)) throw notFound({ ko: '근거 문서', en: 'The document' })
  }
  const judgementId = await appendJudgement(tx, reader.officeId, {
    kind: overridden ? 'override' : 'stage',
    subjectA: subjectId,
    batchId,
    reason: change.reason,
    detail: { origin: 'portfolio', stageFrom: subject.stage, stageTo: change.toStage },
    madeBy: by,
  })
  const { eventId, stage } = await recordStage(tx, reader.officeId, { subjectId, ...change, claimId: null, overridden, judgementId, by })
  return { eventId, judgementId, stage, from: subject.stage, overridden }
}

/** 단계 사건을 무효로 한다: it stays in the record, struck, with the reason; the stage is folded anew. */
export async function voidStage(store: Store, reader: Reader, by: string, subjectId: string, eventId: string, reason: string): Promise<void> {
  await store.inOffice(reader.officeId, by, async (tx) => {
    if (!(await subjectById(tx, reader.officeId, subjectId, reader.confidential))) throw notFound({ ko: '사업', en: 'The project' })
    const voided = await voidStageEvent(tx, reader.officeId, eventId, by)
    if (voided === null) throw notFound({ ko: '단계 사건', en: 'The stage event' })
    await appendAudit(tx, reader.officeId, { actor: by, action: 'stage.voided', subjectId, detail: { eventId, reason } })
  })
}

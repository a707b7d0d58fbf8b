import { josa } from 'es-hangul'
import { notFound, ProblemError } from '#api/problem'
import { evidenceName, judgeStep, rulesOf, type StageVerdict } from '#engines/accounting/stage-rules'
import { type Machine, machineOf, machinesOf, stagesOf } from '#engines/accounting/stages'
import { appendAudit } from '#store/audit'
import { appendJudgement } from '#store/log/judgements'
import type { Store, Tx } from '#store/store'
import { enterForeignAmount } from './fdi-amount.ts'
import { subjectById } from './queries/project.ts'
import { recordStage, standingOf, voidStageEvent } from './queries/stages.ts'
import type { Reader } from './reader.ts'

/** A step that a person wants to record. */
export interface StageChange {
  /** The track; the subject's own where it is left out. */
  machine?: Machine
  toStage: string
  occurred: { from: string | null; to: string | null; text: string | null }
  documentId: string | null
  /** What the document proves (`data/evidence-kinds.ts`); null lets its filing say it where only one thing is possible. */
  evidenceKind?: string | null
  reason: string | null
  /** Of foreign direct investment: what was notified, or what arrived with this instalment. */
  amount?: { value: string; unit: string } | null
}

export interface StageChanged {
  eventId: string
  judgementId: string
  stage: string | null
  /** The track, and the stage it stood at before. */
  machine: string | null
  from: string | null
  ruleId: string
  overridden: boolean
  lateDays: number | null
  ordinal: number | null
}

/**
 * 단계를 옮긴다: by the rule of the step with its evidence, or, for who may override, by a reason where the rule would refuse. Backwards is allowed; every step stays in the record.
 *
 * @throws ProblemError 404 for an unknown subject or document, 422 with the rule's id where the rule refuses, 422 for a stage that is none
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
    const { judgementId, eventId, machine, from, ruleId, overridden } = changed
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: overridden ? 'stage.overridden' : 'stage.recorded',
      subjectId,
      detail: { judgementId, eventId, machine, from, to: change.toStage, rule: ruleId, overridden, reason: change.reason },
    })
    return changed
  })
}

/** The same within a transaction of the caller, such as an import of many rows under one batch; the caller writes the one audit entry. */
export async function changeStageIn(
  tx: Tx,
  reader: Reader,
  by: string,
  mayOverride: boolean,
  subjectId: string,
  change: StageChange,
  batchId: string | null = null,
): Promise<StageChanged> {
  const subject = await subjectById(tx, reader.officeId, subjectId, reader.confidential)
  if (!subject) throw notFound({ ko: '사업', en: 'The project' })
  const filedAs = change.documentId === null ? null : await filingOf(tx, reader, change.documentId)
  const machine = change.machine ?? machineOf(subject.kind)
  const known =
    machine !== null && machinesOf(subject.kind).includes(machine) && stagesOf(machine, '9999-12-31').some((row) => row.stage === change.toStage)
  const day = change.occurred.from ?? change.occurred.to
  const standing = known ? await standingOf(tx, reader.officeId, subjectId, machine, day) : null
  const verdict: StageVerdict | null =
    known && standing
      ? judgeStep({
          machine,
          from: standing.stage,
          fromSince: standing.since,
          to: change.toStage,
          on: day,
          today: reader.today,
          evidence: filedAs === null ? null : { filedAs, proves: change.evidenceKind ?? null },
          reason: change.reason,
        })
      : null
  const overridden = verdict !== null && !verdict.ok
  if (overridden && !(mayOverride && change.reason?.trim())) throw refusal(verdict, machine!, standing?.stage ?? null, change, mayOverride, filedAs)
  const judgementId = await appendJudgement(tx, reader.officeId, {
    kind: overridden ? 'override' : 'stage',
    subjectA: subjectId,
    batchId,
    reason: change.reason,
    detail: { origin: 'portfolio', machine, stageFrom: standing?.stage ?? null, stageTo: change.toStage, rule: verdict?.ruleId ?? null },
    madeBy: by,
  })
  // a stage that the machine does not have is refused here
  const { eventId, stage, ordinal } = await recordStage(tx, reader.officeId, {
    subjectId,
    machine: machine ?? undefined,
    toStage: change.toStage,
    occurred: change.occurred,
    documentId: change.documentId,
    claimId: null,
    reason: change.reason,
    overridden,
    judgementId,
    by,
    ruled: {
      ruleId: verdict?.ruleId ?? `${machine}.${change.toStage}`,
      evidenceKind: verdict?.ok ? verdict.evidence : null,
      lateDays: verdict?.ok ? verdict.lateDays : null,
      numbered: rulesOf(machine!, day ?? reader.today).some((rule) => rule.to === change.toStage && rule.numbered),
    },
  })
  if (change.amount)
    await enterForeignAmount(
      tx,
      { officeId: reader.officeId, subject, judgementId, by, today: reader.today },
      { stage: machine === 'fdi' ? change.toStage : '', day, ordinal, amount: change.amount },
    )
  const ruleId = verdict?.ruleId ?? `${machine}.${change.toStage}`
  return {
    eventId,
    judgementId,
    stage,
    machine,
    from: standing?.stage ?? null,
    ruleId,
    overridden,
    lateDays: verdict?.ok ? verdict.lateDays : null,
    ordinal,
  }
}

/** As what a document is filed. @throws ProblemError 404 where there is none, or none that the reader may see */
async function filingOf(tx: Tx, reader: Reader, documentId: string): Promise<string> {
  const document = await tx
    .selectFrom('document')
    .select(['kind', 'confidential'])
    .where('office_id', '=', reader.officeId)
    .where('document_id', '=', documentId)
    .executeTakeFirst()
  if (!document || (document.confidential && !reader.confidential)) throw notFound({ ko: '근거 문서', en: 'The document' })
  return document.kind
}

function refusal(
  verdict: StageVerdict & { ok: false },
  machine: Machine,
  from: string | null,
  change: StageChange,
  mayOverride: boolean,
  filedAs: string | null,
): ProblemError {
  const name = (stage: string, locale: 'ko' | 'en') => stagesOf(machine, '9999-12-31').find((row) => row.stage === stage)?.[locale] ?? stage
  const wanted = { ko: verdict.accepted.map((kind) => kind.ko).join(', '), en: verdict.accepted.map((kind) => kind.en).join(', ') }
  const said = change.evidenceKind ? evidenceName(change.evidenceKind) : { ko: '', en: '' }
  const to = { ko: name(change.toStage, 'ko'), en: name(change.toStage, 'en') }
  const why = {
    no_such_step: {
      ko: `'${from === null ? '' : name(from, 'ko')}' 다음에 '${to.ko}'${from === null ? '' : '이'} 올 수 없습니다. 올 수 있는 앞 단계: ${verdict.from.map((one) => name(one, 'ko')).join(', ') || '없음'}`,
      en: `"${to.en}" cannot follow "${from === null ? '' : name(from, 'en')}"; it follows ${verdict.from.map((one) => name(one, 'en')).join(', ') || 'nothing'}`,
    },
    no_evidence: { ko: `근거 문서가 있어야 합니다: ${wanted.ko || '아무 문서나'}`, en: `a document is needed: ${wanted.en || 'any document'}` },
    wrong_evidence: { ko: `${wanted.ko} 가운데 하나여야 하는데 ${said.ko}입니다`, en: `one of ${wanted.en}, got ${said.en}` },
    filed_otherwise: {
      ko: `필요한 근거는 ${wanted.ko}인데, 이 문서는 ${josa(filedWords[filedAs ?? '']?.ko ?? '다른 것', '으로/로')} 등록되어 있습니다. 문서의 종류를 고치거나(증빙 등) 다른 문서를 골라 주세요`,
      en: `needed: ${wanted.en}; this document is filed as ${filedWords[filedAs ?? '']?.en ?? 'something else'}. Change how it is filed (evidence, …) or choose another`,
    },
    say_which: { ko: `이 문서가 무엇인지 골라 주세요: ${wanted.ko}`, en: `say what this document is: ${wanted.en}` },
    reason_needed: { ko: '앞 단계로 되돌리는 까닭을 적어 주세요', en: 'the reason for going back' },
  }[verdict.why]
  const head = mayOverride
    ? {
        ko: ' 까닭을 적으면 규칙과 달리 적을 수 있고, 내력에 남습니다.',
        en: ' With a reason you may record it against the rule; the history shows it.',
      }
    : { ko: ' 규칙과 달리 옮겨야 하면 부서장에게 까닭과 함께 부탁하세요.', en: ' To go against the rule ask the head, with the reason.' }
  return new ProblemError(
    422,
    'stage-rule',
    { ko: `단계 규칙 ${verdict.ruleId}에 맞지 않습니다`, en: `The stage rule ${verdict.ruleId} refuses this` },
    {
      rule: verdict.ruleId,
      detail: { ko: `${why.ko}.${head.ko}`, en: `${why.en}.${head.en}` },
      fields: [
        {
          path: verdict.why === 'no_such_step' ? 'json.toStage' : verdict.why === 'reason_needed' ? 'json.reason' : 'json.documentId',
          expected: why.ko,
          got: verdict.why,
        },
      ],
    },
  )
}

/** How documents are filed, in words. */
const filedWords: Readonly<Record<string, { ko: string; en: string }>> = {
  article: { ko: '기사', en: 'an article' },
  press_release: { ko: '보도자료', en: 'a press release' },
  mou: { ko: '협약서', en: 'an agreement' },
  plan: { ko: '계획', en: 'a plan' },
  pledge: { ko: '공약', en: 'a pledge' },
  minutes: { ko: '회의록', en: 'minutes' },
  evidence: { ko: '증빙', en: 'evidence' },
  own_statement: { ko: '직접 적은 것', en: 'an own statement' },
  other: { ko: '그 밖', en: 'something else' },
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

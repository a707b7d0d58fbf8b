import { invalid, notFound, ProblemError } from '#api/problem'
import { addRelation, createSubject, ensureOrganisation, officeSubject, recordStage } from '#capabilities/portfolio/index'
import { organisationKey } from '#engines/accounting/organisation-name'
import { type Machine, machineOf, stagesOf } from '#engines/accounting/stages'
import type { SubjectKind } from '#record/subject'
import { holdFact } from '#store/log/facts'
import { appendJudgement } from '#store/log/judgements'
import type { Json } from '#store/schema'
import type { Tx } from '#store/store'
import { keepAliases } from '../queries/aliases.ts'
import { type ClaimWithState, claimById, setClaimState } from '../queries/claims.ts'
import { createdHere, liveStages, noteJudgement } from '../queries/decided.ts'
import type { KeptDocument } from '../queries/documents.ts'
import { factsInTheWay, indicatorsOf, liveSubject, subjectOfName } from '../queries/subjects.ts'
import type { Acceptance, Decided, SubjectChoice } from '../schemas-review.ts'
import { type Deciding, waitingClaim } from './deciding.ts'
import { documentAliases, type MarkedName, resolvedParties } from './document-aliases.ts'
import { proposeAcceptance, stageOfClaim } from './propose.ts'
import { amountWords } from './review.ts'
import { partName } from './thing-name.ts'

/**
 * 받는다: a claim becomes a fact of a subject. What the acceptance leaves out follows the proposal. A value that the office holds for the same series is never
 * replaced unless the person says so.
 *
 * @throws ProblemError 404, 409 (judged already; another value is held) or 422 (no indicator, no such stage)
 */
export async function acceptClaim(deciding: Deciding, claimId: string, acceptance: Acceptance): Promise<Decided> {
  const { tx, officeId, by } = deciding
  const { claim, document } = await waitingClaim(deciding, claimId)
  const proposal = proposeAcceptance(claim, deciding.officeNames, [])
  const subject = await chosenSubject(deciding, document, acceptance.subject)
  const judgementId = await appendJudgement(tx, officeId, {
    kind: 'accept',
    claimId,
    batchId: deciding.batchId,
    reason: acceptance.note ?? null,
    madeBy: by,
    subjectA: subject.id,
  })
  const held = claim.value === null ? null : await hold(deciding, claim, document, acceptance, subject.id, judgementId)
  await recordStageOf(deciding, claim, document, acceptance, subject, judgementId)
  const aliases = documentAliases(document.body ?? '', (document.mentions as MarkedName[] | null) ?? [])
  for (const party of resolvedParties(acceptance.parties ?? proposal.parties, aliases)) {
    const organisation = await ensureOrganisation(tx, officeId, party.name, by)
    await keepAliases(tx, officeId, organisation, aliases.get(organisationKey(party.name))?.others ?? [], claimId)
    if (organisation !== subject.id)
      await addRelation(tx, officeId, { fromSubject: organisation, toSubject: subject.id, role: party.role, claimId, by })
  }
  const made = await createdHere(tx, officeId, by, deciding.attributed)
  await noteJudgement(tx, officeId, judgementId, {
    factId: held?.factId ?? null,
    detail: { replaced: held?.replaced ?? [], subjects: made.subjects, relations: made.relations } as Json,
  })
  await setClaimState(tx, officeId, claimId, { state: 'accepted', judgementId, factId: held?.factId ?? null, subjectId: subject.id })
  return {
    judgementId,
    claimId,
    state: 'accepted',
    factId: held?.factId ?? null,
    subjectId: subject.id,
    newClaimId: null,
    replaced: held?.replaced ?? [],
  }
}

/** The subject that was chosen; one named anew is made only where there is none of its kind and name. */
async function chosenSubject(deciding: Deciding, document: KeptDocument, choice: SubjectChoice): Promise<{ id: string; kind: SubjectKind }> {
  const { tx, officeId, by } = deciding
  if ('office' in choice) return { id: await officeSubject(tx, officeId), kind: 'office' }
  if ('id' in choice) {
    const subject = await liveSubject(tx, officeId, choice.id)
    if (!subject || subject.archived_at !== null || (subject.confidential && !deciding.confidential))
      throw notFound({ ko: '대상', en: 'The subject' })
    return { id: subject.subject_id, kind: subject.kind }
  }
  const { kind, nameKo } = choice.new
  const there = kind === 'organisation' ? await ensureOrganisation(tx, officeId, nameKo, by) : await subjectOfName(tx, officeId, kind, nameKo)
  if (there) return { id: there, kind }
  const id = await createSubject(tx, officeId, { ...choice.new, confidential: document.confidential, illustrative: document.illustrative, by })
  return { id, kind }
}

async function hold(
  deciding: Deciding,
  claim: ClaimWithState,
  document: KeptDocument,
  acceptance: Acceptance,
  subjectId: string,
  judgementId: string,
) {
  const { tx, officeId } = deciding
  const indicators = await indicatorsOf(tx, officeId)
  const indicator = indicators.find((one) => one.indicator_id === claim.indicator)
  if (!indicator)
    throw invalid(
      'claim.indicator',
      {
        ko: `지표를 골라 주세요: ${indicators.map((one) => one.name_ko).join(', ')}`,
        en: `choose an indicator: ${indicators.map((one) => one.indicator_id).join(', ')}`,
      },
      claim.indicator ?? '',
    )
  if (claim.unit === null) throw invalid('claim.unit', { ko: '단위를 적어 주세요. 이를테면 KRW, m2, persons', en: 'a unit such as KRW, m2, persons' })
  const proposal = proposeAcceptance(claim, deciding.officeNames, [])
  const facet = acceptance.facet ?? proposal.facet
  const whole = await wholeOf(deciding, claim, subjectId)
  const series = acceptance.series ?? (whole ? ((claim.what === null ? null : partName(claim.what)) ?? claim.place ?? 'part') : '')
  const period = acceptance.period ?? proposal.period
  const inTheWay = await factsInTheWay(tx, officeId, { subjectId, indicator: indicator.indicator_id, facet, series, period })
  if (inTheWay.length > 0 && !acceptance.replace) throw valueHeld(inTheWay[0]!, claim, await namesHeld(tx, officeId, subjectId, indicator))
  return holdFact(tx, officeId, {
    subjectId,
    indicator: indicator.indicator_id,
    facet,
    series,
    partOf: acceptance.partOf === undefined ? (whole ?? null) : acceptance.partOf,
    period,
    value: claim.value!,
    valueMax: claim.valueMax,
    bound: claim.bound,
    approximate: claim.approximate,
    unit: claim.unit,
    per: claim.per,
    due: acceptance.due === undefined ? proposal.due : acceptance.due,
    funding: acceptance.funding === undefined ? proposal.funding : acceptance.funding,
    ended: claim.stage === 'cancelled',
    judgementId,
    method: claim.corrects === null ? 'accepted' : 'corrected',
    note: acceptance.note ?? null,
    confidential: document.confidential,
    claims: [claim.id],
  })
}

/** The fact that this claim is a part of, where its whole was accepted for the same subject. */
async function wholeOf(deciding: Deciding, claim: ClaimWithState, subjectId: string): Promise<string | undefined> {
  if (claim.partOf === null) return undefined
  const whole = await claimById(deciding.tx, deciding.officeId, claim.partOf)
  return whole?.factId && whole.subjectId === subjectId && whole.indicator === claim.indicator ? whole.factId : undefined
}

/** Whose value it is and of what, in both languages. */
async function namesHeld(tx: Tx, officeId: string, subjectId: string, indicator: { name_ko: string; name_en: string }) {
  const subject = await liveSubject(tx, officeId, subjectId)
  return {
    ko: [subject?.name_ko, indicator.name_ko].filter(Boolean).join(' '),
    en: [subject?.name_en ?? subject?.name_ko, indicator.name_en].filter(Boolean).join(', '),
  }
}

function valueHeld(fact: { value: string; unit: string }, claim: ClaimWithState, of: { ko: string; en: string }): ProblemError {
  const held = { ...fact, valueMax: null, approximate: false }
  const same = fact.value === claim.value && fact.unit === claim.unit
  return new ProblemError(
    409,
    same ? 'same-value-held' : 'value-held',
    same
      ? { ko: '같은 값을 이미 받아들였습니다', en: 'The same value is held already' }
      : { ko: '이미 다른 값을 받아들였습니다', en: 'Another value is held already' },
    {
      detail: same
        ? { ko: '합치면 근거 문장이 늘고 합계는 그대로입니다.', en: 'Merge: it gains a sentence and every total stays.' }
        : {
            ko: `${of.ko}: 지금 값은 ${amountWords(held, 'ko')}, 이 문장은 ${amountWords(claim, 'ko')}입니다. 바꾸려면 '바꾸기'를, 나란히 두려면 다른 갈래 이름(예: 1단계)을 고르세요.`,
            en: `${of.en}: ${amountWords(held, 'en')} is held now, this sentence says ${amountWords(claim, 'en')}. Say that it replaces the old one, or give it a series of its own, such as "phase 1".`,
          },
    },
  )
}

/** Record the stage that was chosen; the proposed one only where it takes the subject forward. */
async function recordStageOf(
  deciding: Deciding,
  claim: ClaimWithState,
  document: KeptDocument,
  acceptance: Acceptance,
  subject: { id: string; kind: SubjectKind },
  judgementId: string,
): Promise<void> {
  const { tx, officeId, by } = deciding
  const machine = machineOf(subject.kind)
  const stage = machine === null ? null : await stageToRecord(deciding, claim, acceptance, subject.id, machine)
  if (stage === null) {
    // a claim that says a step and nothing else must not be taken for accepted while nothing was written
    if (claim.kind === 'stage') throw stageNeeded(subject.kind)
    return
  }
  await recordStage(tx, officeId, {
    subjectId: subject.id,
    toStage: stage.to,
    occurred: { from: stage.occurred.from, to: stage.occurred.to, text: stage.occurredText ?? null },
    documentId: document.document_id,
    claimId: claim.id,
    reason: null,
    overridden: false,
    judgementId,
    by,
  })
}

/** The chosen stage; else the proposed one: of a reported step always, of what an amount only implies where it takes the subject forward. */
async function stageToRecord(
  { tx, officeId }: Deciding,
  claim: ClaimWithState,
  acceptance: Acceptance,
  subjectId: string,
  machine: Machine,
): Promise<NonNullable<Acceptance['stage']> | null> {
  if (acceptance.stage !== undefined) return acceptance.stage
  const to = stageOfClaim(machine, claim)
  if (to === null) return null
  const proposed = { to, occurred: claim.start ?? { from: null, to: null }, occurredText: claim.startText }
  if (claim.kind === 'stage') return proposed
  const reached = await liveStages(tx, officeId, subjectId)
  const order = new Map(stagesOf(machine, '9999-12-31').map((row) => [row.stage, row.ord]))
  const ahead = order.has(to) && reached.every((one) => (order.get(one) ?? 0) < order.get(to)!)
  return ahead ? proposed : null
}

const stageNeeded = (kind: SubjectKind) =>
  invalid(
    'json.accept.stage',
    {
      ko: '이 문장은 단계만 말합니다. 단계가 있는 대상(사업, 협약, 공약, 프로그램)과 단계를 골라 주세요',
      en: 'a subject with stages (project, agreement, pledge, programme) and the stage it enters: the sentence says nothing else',
    },
    kind,
  )

import { conflict, invalid, notFound } from '#api/problem'
import { splitSentences } from '#engines/reading/sentences'
import type { ClaimContent } from '#record/claim'
import { appendClaims, type ClaimToAppend } from '#store/log/claims'
import { supportFact } from '#store/log/facts'
import { appendJudgement } from '#store/log/judgements'
import { keepSpans } from '#store/log/spans'
import { type ClaimWithState, claimById, setClaimState } from '../queries/claims.ts'
import { noteJudgement, setNotSame } from '../queries/decided.ts'
import type { KeptDocument } from '../queries/documents.ts'
import { factsOfSubject, liveFact, liveSubject } from '../queries/subjects.ts'
import type { Correction, Decided, Merging, SubjectChoice } from '../schemas-review.ts'
import { acceptClaim } from './accept.ts'
import { contentOf } from './claim-content.ts'
import { type Deciding, waitingClaim } from './deciding.ts'
import { proposeAcceptance } from './propose.ts'
import { namesOffered } from './review.ts'

const nothingElse = { factId: null, subjectId: null, newClaimId: null, replaced: [] }

/** 물리친다: a claim is not taken into the portfolio, for a reason that stays with it. */
export async function rejectClaim(deciding: Deciding, claimId: string, reason: string): Promise<Decided> {
  const { tx, officeId, by } = deciding
  await waitingClaim(deciding, claimId)
  const judgementId = await appendJudgement(tx, officeId, { kind: 'reject', claimId, batchId: deciding.batchId, reason, madeBy: by })
  await setClaimState(tx, officeId, claimId, { state: 'rejected', judgementId })
  return { judgementId, claimId, state: 'rejected', ...nothingElse }
}

/**
 * 합친다: the claim says again what a fact holds. It supports that fact; no value is added, so every total stays what it was.
 *
 * @throws ProblemError 404 where the fact is not held (any more), 422 where the claim speaks of another indicator or unit
 */
export async function mergeClaim(deciding: Deciding, claimId: string, merging: Merging): Promise<Decided> {
  const { tx, officeId, by } = deciding
  const { claim } = await waitingClaim(deciding, claimId)
  const fact = await factToMerge(deciding, claim, merging)
  const judgementId = await appendJudgement(tx, officeId, {
    kind: 'merge',
    claimId,
    factId: fact.fact_id,
    subjectA: fact.subject_id,
    batchId: deciding.batchId,
    reason: merging.reason ?? null,
    madeBy: by,
  })
  await supportFact(tx, officeId, fact.fact_id, [claimId], judgementId)
  await setNotSame(tx, officeId, claimId, fact.subject_id, by, false)
  await setClaimState(tx, officeId, claimId, { state: 'merged', judgementId, factId: fact.fact_id, subjectId: fact.subject_id })
  return { judgementId, claimId, state: 'merged', factId: fact.fact_id, subjectId: fact.subject_id, newClaimId: null, replaced: [] }
}

async function factToMerge(deciding: Deciding, claim: ClaimWithState, merging: Merging) {
  const { tx, officeId } = deciding
  let fact = merging.factId ? await liveFact(tx, officeId, merging.factId) : undefined
  if (!merging.factId && merging.subjectId) fact = await factOfSubject(deciding, claim, merging.subjectId)
  if (!merging.factId && !merging.subjectId)
    throw invalid('json.factId', { ko: '합칠 사실(factId)이나 대상(subjectId)', en: 'the fact (factId) or the subject (subjectId) to merge with' })
  if (!fact) throw notFound({ ko: '합칠 값', en: 'The value to merge with' })
  if (fact.indicator_id !== claim.indicator || fact.unit !== claim.unit)
    throw invalid(
      'json.factId',
      {
        ko: `같은 지표와 단위의 값 (${claim.indicator ?? '지표 없음'}, ${claim.unit ?? '단위 없음'})`,
        en: `a value of the same indicator and unit (${claim.indicator}, ${claim.unit})`,
      },
      `${fact.indicator_id}, ${fact.unit}`,
    )
  return fact
}

/** The fact of a subject that a claim repeats: the same value first, else the only one of its indicator. */
async function factOfSubject(deciding: Deciding, claim: ClaimWithState, subjectId: string) {
  const { tx, officeId } = deciding
  const subject = await liveSubject(tx, officeId, subjectId)
  if (!subject || claim.indicator === null) return undefined
  const facts = await factsOfSubject(tx, officeId, subject.subject_id, claim.indicator)
  return facts.find((fact) => fact.value === claim.value && fact.unit === claim.unit) ?? (facts.length === 1 ? facts[0] : undefined)
}

/** 다른 것이다: remember that a claim does not speak of a subject, so that it is not proposed again. */
export async function markNotSame(deciding: Deciding, claimId: string, subjectId: string, reason: string | null): Promise<Decided> {
  const { tx, officeId, by } = deciding
  const { claim } = await waitingClaim(deciding, claimId)
  const subject = await liveSubject(tx, officeId, subjectId)
  if (!subject) throw notFound({ ko: '대상', en: 'The subject' })
  const judgementId = await appendJudgement(tx, officeId, {
    kind: 'not_same',
    claimId,
    subjectA: subject.subject_id,
    batchId: deciding.batchId,
    reason,
    madeBy: by,
  })
  await setNotSame(tx, officeId, claimId, subject.subject_id, by, true)
  return { judgementId, claimId, state: claim.state, factId: null, subjectId: subject.subject_id, newClaimId: null, replaced: [] }
}

/**
 * 고친다: a person reads the sentence otherwise. A new claim corrects the old one, which stays as it was read; with `accept` it is accepted at once.
 *
 * @throws ProblemError 422 for words outside of the text, 409 where nothing was changed
 */
export async function correctClaim(deciding: Deciding, claimId: string, correction: Correction): Promise<Decided> {
  const { tx, officeId, by } = deciding
  const { claim, document } = await waitingClaim(deciding, claimId)
  const moved = correction.span && (correction.span.start !== claim.span.start || correction.span.end !== claim.span.end)
  const content: ClaimContent = { ...contentOf(claim), ...defined(correction.content) }
  if (!moved && JSON.stringify(content) === JSON.stringify(contentOf(claim)))
    throw conflict('nothing-changed', '바뀐 것이 없습니다', 'Nothing was changed')
  const span = moved ? sentenceAround(document.body ?? '', correction.span!) : null
  const spanId = span ? (await keepSpans(tx, officeId, document.document_id, document.body!, [span]))[0]! : claim.spanId
  const corrected: ClaimToAppend = {
    ...content,
    documentId: claim.documentId,
    spanId,
    reader: 'person',
    readerVersion: '1',
    negated: claim.negated,
    wholeId: claim.partOf,
    slots: span ? { ...claim.slots, value: { start: span.start, end: span.end, rule: 'person' } } : claim.slots,
    certainty: 1,
    corrects: claim.id,
    recordedBy: by,
  }
  const newClaimId = (await appendClaims(tx, officeId, [corrected])).ids[0]!
  // the very same correction may have been made and taken back before: then its claim is there, superseded
  if ((await claimById(tx, officeId, newClaimId))?.state === 'superseded') await setClaimState(tx, officeId, newClaimId, { state: 'pending' })
  const judgementId = await appendJudgement(tx, officeId, {
    kind: 'correct',
    claimId,
    batchId: deciding.batchId,
    reason: correction.reason ?? null,
    madeBy: by,
  })
  await noteJudgement(tx, officeId, judgementId, { detail: { newClaim: newClaimId } })
  await setClaimState(tx, officeId, claimId, { state: 'corrected', judgementId })
  if (!correction.accept) return { judgementId, claimId, state: 'corrected', factId: null, subjectId: null, newClaimId, replaced: [] }
  const subject = correction.accept.subject ?? (await subjectSaid(deciding, newClaimId, document))
  const accepted = await acceptClaim(deciding, newClaimId, { ...correction.accept, subject })
  // the correction is what was decided: taken back with what stands on it, the claim is as it was read
  return { ...accepted, judgementId, claimId, newClaimId }
}

/** Whom or what a claim goes to by its own words. */
async function subjectSaid({ tx, officeId, officeNames }: Deciding, claimId: string, document: KeptDocument): Promise<SubjectChoice> {
  const claim = (await claimById(tx, officeId, claimId))!
  const { kind, name, place } = proposeAcceptance(claim, officeNames, namesOffered(document.body, [claim]).get(claimId) ?? []).subject
  if (kind === 'office') return { office: true }
  if (name.trim() === '') throw invalid('accept.subject', { ko: '무엇의 값인지 골라 주세요', en: 'choose what the value is of' }, '')
  return { new: { kind, nameKo: name, place } }
}

const defined = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Partial<T>

/** Words with the sentences that they stand in. @throws ProblemError 422 outside of the text or without words */
function sentenceAround(text: string, span: { start: number; end: number }) {
  if (span.start >= span.end || span.end > text.length || text.slice(span.start, span.end).trim() === '')
    throw invalid('json.span', { ko: `글 안의 낱말 (0–${text.length})`, en: `words inside the text (0–${text.length})` }, JSON.stringify(span))
  const touched = splitSentences(text).filter((one) => one.start < span.end && one.end > span.start)
  return {
    start: span.start,
    end: span.end,
    sentenceStart: Math.min(span.start, touched[0]?.start ?? span.start),
    sentenceEnd: Math.max(span.end, touched.at(-1)?.end ?? span.end),
  }
}

import { json } from '#web/shell/api'
import { client } from '../intake/api.ts'

const claims = client.offices[':office'].claims
const claim = claims[':claim']

export const readReview = (office: string, document: string) =>
  json(client.offices[':office'].documents[':document'].review.$get({ param: { office, document } }))
export type Review = Awaited<ReturnType<typeof readReview>>
export type ReviewClaim = Review['claims'][number]
export type Suggestion = ReviewClaim['suggestions'][number]
export type Acceptance = Parameters<typeof claim.accept.$post>[0]['json']
export type Correction = Parameters<typeof claim.correct.$post>[0]['json']
export type Decision = Parameters<typeof claims.decisions.$post>[0]['json']['decisions'][number]

export const acceptClaim = (office: string, id: string, acceptance: Acceptance) =>
  json(claim.accept.$post({ param: { office, claim: id }, json: acceptance }))
export const correctClaim = (office: string, id: string, correction: Correction) =>
  json(claim.correct.$post({ param: { office, claim: id }, json: correction }))
export const rejectClaim = (office: string, id: string, reason: string) =>
  json(claim.reject.$post({ param: { office, claim: id }, json: { reason } }))
export const mergeClaim = (office: string, id: string, merging: { factId?: string; subjectId?: string }) =>
  json(claim.merge.$post({ param: { office, claim: id }, json: merging }))
export const markNotSame = (office: string, id: string, subjectId: string) =>
  json(claim['not-same'].$post({ param: { office, claim: id }, json: { subjectId } }))
export const decideMany = (office: string, decisions: Decision[]) => json(claims.decisions.$post({ param: { office }, json: { decisions } }))
export const undoJudgement = (office: string, judgement: string, withDependents = false) =>
  json(client.offices[':office'].judgements[':judgement'].undo.$post({ param: { office, judgement }, json: { withDependents } }))
export const undoBatch = (office: string, batch: string) =>
  json(client.offices[':office']['judgement-batches'][':batch'].undo.$post({ param: { office, batch }, json: {} }))
export const readJudgements = (office: string, document: string) =>
  json(client.offices[':office'].judgements.$get({ param: { office }, query: { document, limit: '100' } }))
export const findSubjects = (office: string, id: string, q: string) => json(claim.subjects.$get({ param: { office, claim: id }, query: { q } }))
export type FoundSubject = Awaited<ReturnType<typeof findSubjects>>['items'][number]

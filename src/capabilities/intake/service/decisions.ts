import { randomUUID } from 'node:crypto'
import { conflict, invalid } from '#api/problem'
import { appendAudit } from '#store/audit'
import type { Json } from '#store/schema'
import type { Store } from '#store/store'
import { claimById } from '../queries/claims.ts'
import type { Decided, Decision } from '../schemas-review.ts'
import { acceptClaim } from './accept.ts'
import { mergeClaim, rejectClaim } from './decide.ts'
import type { Deciding } from './deciding.ts'
import { undoBatch, undoJudgement } from './undo.ts'

/** For whom and in which office decisions are made. */
export interface Who {
  store: Store
  officeId: string
  by: string
  confidential: boolean
  officeNames: readonly string[]
}

/** Make one decision in one transaction, with its audit entry. */
export async function decideOne(who: Who, action: string, work: (deciding: Deciding) => Promise<Decided>): Promise<Decided> {
  return inOneTransaction(who, null, async (deciding) => {
    const decided = await work(deciding)
    await appendAudit(deciding.tx, who.officeId, {
      actor: who.by,
      action: `claim.${action}`,
      subjectId: decided.subjectId,
      detail: {
        judgementId: decided.judgementId,
        claimId: decided.claimId,
        factId: decided.factId,
        newClaimId: decided.newClaimId,
        replaced: decided.replaced,
      },
    })
    return decided
  })
}

/** Most claims that are decided at once. */
export const mostAtOnce = 500

/**
 * 한꺼번에 받는다: make many decisions in one transaction: all or none. They share a batch and are taken back by one undo.
 * `sameAsClaim` merges into what an earlier decision of the list made of that claim.
 */
export async function decideMany(who: Who, decisions: readonly Decision[]): Promise<{ batchId: string; decided: Decided[] }> {
  if (decisions.length === 0 || decisions.length > mostAtOnce)
    throw invalid('json.decisions', { ko: `1–${mostAtOnce}건의 판단`, en: `1–${mostAtOnce} decisions` }, String(decisions.length))
  if (new Set(decisions.map((one) => one.claimId)).size < decisions.length)
    throw conflict('claim-twice', '한 주장을 두 번 판단했습니다', 'One claim is decided twice')
  const batchId = randomUUID()
  return inOneTransaction(who, batchId, async (deciding) => {
    const decided: Decided[] = []
    for (const one of decisions) decided.push(await apply(deciding, one))
    await appendAudit(deciding.tx, who.officeId, {
      actor: who.by,
      action: 'claim.decide-many',
      detail: {
        batchId,
        judgements: decided.map((one) => one.judgementId),
        facts: decided.flatMap((one) => (one.factId ? [one.factId] : [])),
      } as Json,
    })
    return { batchId, decided }
  })
}

async function apply(deciding: Deciding, decision: Decision): Promise<Decided> {
  if (decision.action === 'reject') return rejectClaim(deciding, decision.claimId, decision.reason)
  if (decision.action === 'accept') return acceptClaim(deciding, decision.claimId, decision.accept)
  if (!decision.sameAsClaim) return mergeClaim(deciding, decision.claimId, decision)
  const other = await claimById(deciding.tx, deciding.officeId, decision.sameAsClaim)
  if (!other?.factId) throw conflict('same-claim-open', '합칠 주장을 아직 받아들이지 않았습니다', 'The claim to merge with is not accepted')
  return mergeClaim(deciding, decision.claimId, { factId: other.factId })
}

/** Take a decision (or a batch) back in one transaction, with its audit entry. */
export async function undo(who: Who, what: { judgementId: string } | { batchId: string }, withDependents: boolean): Promise<string[]> {
  return inOneTransaction(who, null, async (deciding) => {
    const undone =
      'batchId' in what ? await undoBatch(deciding, what.batchId, withDependents) : await undoJudgement(deciding, what.judgementId, withDependents)
    if (undone.length > 0) await appendAudit(deciding.tx, who.officeId, { actor: who.by, action: 'judgement.undo', detail: { judgements: undone } })
    return undone
  })
}

const inOneTransaction = <T>(who: Who, batchId: string | null, work: (deciding: Deciding) => Promise<T>): Promise<T> =>
  who.store.inOffice(who.officeId, who.by, (tx) =>
    work({ tx, officeId: who.officeId, by: who.by, confidential: who.confidential, batchId, officeNames: who.officeNames, attributed: new Set() }),
  )

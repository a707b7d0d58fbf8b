import { notFound, ProblemError } from '#api/problem'
import type { Tx } from '#store/store'
import { type ClaimWithState, claimById } from '../queries/claims.ts'
import { documentRow, type KeptDocument } from '../queries/documents.ts'

/** Who decides, and what one transaction has made so far. */
export interface Deciding {
  tx: Tx
  officeId: string
  by: string
  /** Whether the person may see confidential documents. */
  confidential: boolean
  /** Set where several decisions are made at once. */
  batchId: string | null
  officeNames: readonly string[]
  /** Subjects and relations that an earlier decision of this transaction made. */
  attributed: Set<string>
}

/**
 * A claim that waits, with its document, held until the end of the transaction.
 *
 * @throws ProblemError 404 where it is not there or may not be seen, 409 where it does not wait any more
 */
export async function waitingClaim(deciding: Deciding, claimId: string): Promise<{ claim: ClaimWithState; document: KeptDocument }> {
  const { tx, officeId } = deciding
  const claim = await claimById(tx, officeId, claimId, true)
  const document = claim && (await documentRow(tx, officeId, claim.documentId))
  if (!claim || !document || (document.confidential && !deciding.confidential)) throw notFound({ ko: '주장', en: 'The claim' })
  if (claim.state !== 'pending') throw alreadyJudged(claim.state)
  return { claim, document }
}

const stateWords: Record<string, { ko: string; en: string }> = {
  accepted: { ko: '받아들인', en: 'accepted' },
  merged: { ko: '합친', en: 'merged' },
  rejected: { ko: '물리친', en: 'rejected' },
  corrected: { ko: '고친', en: 'corrected' },
  superseded: { ko: '새로 읽으며 바뀐', en: 'superseded by a newer reading' },
}

function alreadyJudged(state: string): ProblemError {
  const words = stateWords[state] ?? { ko: state, en: state }
  return new ProblemError(
    409,
    'claim-judged',
    { ko: `이미 ${words.ko} 주장입니다`, en: `The claim is already ${words.en}` },
    { detail: { ko: '되돌린 뒤에 다시 판단할 수 있습니다.', en: 'Take that back first, then decide again.' } },
  )
}

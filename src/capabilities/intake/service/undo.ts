import { notFound, ProblemError } from '#api/problem'
import { voidStageOfJudgement } from '#capabilities/portfolio/index'
import { releaseJudgement } from '#store/log/facts'
import { markUndone } from '#store/log/judgements'
import { dropAliases } from '../queries/aliases.ts'
import { claimById, setClaimState } from '../queries/claims.ts'
import { archiveSubject, setNotSame, voidRelations } from '../queries/decided.ts'
import { documentRow } from '../queries/documents.ts'
import { dependentsOf, judgementById, type KeptJudgement, liveOfBatch } from '../queries/judgements.ts'
import { subjectInUse } from '../queries/subjects.ts'
import type { Deciding } from './deciding.ts'

const ours: ReadonlySet<string> = new Set(['accept', 'correct', 'reject', 'merge', 'not_same'])

/**
 * 되돌린다: take a judgement back. Its facts close now and what they replaced is held again, its stages and relations are voided, subjects that it made and that
 * nothing else uses are archived, and the claim waits again. That all this was once held stays in the history.
 * Taking a merge back also says that claim and subject are not the same, so that the merge is not proposed again.
 *
 * @returns what was taken back, the last decision first
 * @throws ProblemError 404; 409 where later decisions stand on it and `withDependents` was not said
 */
export async function undoJudgement(deciding: Deciding, judgementId: string, withDependents: boolean): Promise<string[]> {
  const { tx, officeId } = deciding
  const judgement = await visibleJudgement(deciding, judgementId)
  if (judgement.undoneAt !== null) return []
  if (!ours.has(judgement.kind))
    throw new ProblemError(
      409,
      'undo-elsewhere',
      { ko: '사업 쪽에서 되돌리는 판단입니다', en: 'This decision is taken back in the portfolio' },
      { detail: { ko: '그 사업의 이력에서 되돌려 주세요.', en: 'Take it back in the history of its project.' } },
    )
  const undone: string[] = []
  for (;;) {
    const [next] = await dependentsOf(tx, officeId, judgement)
    if (next === undefined) break
    if (!withDependents) throw standsUnder(await dependentsOf(tx, officeId, judgement))
    const taken = await undoJudgement(deciding, next, true)
    if (taken.length === 0) throw standsUnder([next])
    undone.push(...taken)
  }
  await takeBack(deciding, judgement)
  return [...undone, judgement.id]
}

/** Take back everything that was decided at once. Decisions that were taken back singly before are passed over. */
export async function undoBatch(deciding: Deciding, batchId: string, withDependents: boolean): Promise<string[]> {
  const { tx, officeId } = deciding
  const undone: string[] = []
  const inBatch = (await liveOfBatch(tx, officeId, batchId)).map((one) => one.id)
  if (inBatch.length === 0) throw notFound({ ko: '되돌릴 판단', en: 'A decision to take back' })
  for (let left = inBatch; left.length > 0; ) {
    const judgements = await Promise.all(left.map((id) => judgementById(tx, officeId, id)))
    const live = judgements.filter((one): one is KeptJudgement => one !== undefined && one.undoneAt === null)
    if (live.length === 0) break
    // a merge into a fact of the same batch goes before the acceptance that made the fact
    let free: KeptJudgement | undefined
    let blocking: string[] = []
    for (const one of live) {
      const dependents = await dependentsOf(tx, officeId, one)
      if (dependents.every((id) => !left.includes(id))) {
        free = one
        blocking = dependents
        break
      }
    }
    if (!free) throw standsUnder(left)
    if (blocking.length > 0 && !withDependents) throw standsUnder(blocking)
    undone.push(...(await undoJudgement(deciding, free.id, withDependents)))
    left = left.filter((id) => id !== free.id && !undone.includes(id))
  }
  return undone
}

async function visibleJudgement(deciding: Deciding, judgementId: string): Promise<KeptJudgement> {
  const { tx, officeId } = deciding
  const judgement = await judgementById(tx, officeId, judgementId, true)
  if (!judgement) throw notFound({ ko: '판단', en: 'The decision' })
  const claim = judgement.claimId ? await claimById(tx, officeId, judgement.claimId) : undefined
  const document = claim && (await documentRow(tx, officeId, claim.documentId))
  if (document?.confidential && !deciding.confidential) throw notFound({ ko: '판단', en: 'The decision' })
  return judgement
}

async function takeBack(deciding: Deciding, judgement: KeptJudgement): Promise<void> {
  const { tx, officeId, by } = deciding
  const detail = judgement.detail as { replaced?: string[]; subjects?: string[]; relations?: string[]; newClaim?: string }
  await markUndone(tx, officeId, judgement.id, by)
  await releaseJudgement(tx, officeId, judgement.id, detail.replaced ?? [])
  await voidStageOfJudgement(tx, officeId, judgement.id, by)
  await voidRelations(tx, officeId, detail.relations ?? [])
  if (judgement.kind === 'not_same') {
    if (judgement.claimId && judgement.subjectA) await setNotSame(tx, officeId, judgement.claimId, judgement.subjectA, by, false)
    return
  }
  if (judgement.kind === 'merge' && judgement.claimId && judgement.subjectA)
    await setNotSame(tx, officeId, judgement.claimId, judgement.subjectA, by, true)
  if (detail.newClaim) await setClaimState(tx, officeId, detail.newClaim, { state: 'superseded' })
  if (judgement.claimId) await setClaimState(tx, officeId, judgement.claimId, { state: 'pending' })
  if (judgement.kind === 'accept' && judgement.claimId) await dropAliases(tx, officeId, judgement.claimId)
  // projects before the organisations that were made as their parties
  for (const subjectId of detail.subjects ?? []) if (!(await subjectInUse(tx, officeId, subjectId))) await archiveSubject(tx, officeId, subjectId)
}

const standsUnder = (ids: readonly string[]): ProblemError =>
  new ProblemError(
    409,
    'later-decisions',
    { ko: '이 판단 위에 선 판단이 있습니다', en: 'Later decisions stand on this one' },
    {
      detail: { ko: `먼저 되돌리거나 함께 되돌려 주세요 (${ids.length}건).`, en: `Take these back first, or together (${ids.length}).` },
      fields: ids.map((id) => ({ path: 'judgement', expected: id })),
    },
  )

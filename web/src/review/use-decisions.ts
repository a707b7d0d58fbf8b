import { useRef, useState } from 'react'
import { useLocale } from '#web/shell/locale'
import { ProblemError } from '#web/shell/problem'
import { useTexts } from '#web/shell/texts'
import { dismissAbout, toast } from '#web/shell/toasts'
import { quantityText } from '#web/ui/figure/quantity-parts'
import { useWork } from '../intake/use-work.ts'
import {
  acceptClaim,
  type Correction,
  correctClaim,
  type Decision,
  decideMany,
  markNotSame,
  mergeClaim,
  type Review,
  type ReviewClaim,
  rejectClaim,
  undoBatch,
  undoJudgement,
} from './api.ts'
import { acceptanceOf, type Choice } from './plan.ts'
import { reviewTexts } from './texts.ts'

/** 판단: every decision that the review makes, each with its word and its way back. */
export function useDecisions({
  office,
  review,
  refresh,
  after,
  setChosen,
  goTo,
}: {
  office: string
  review: Review
  refresh: () => Promise<unknown>
  after: (claim: ReviewClaim) => void
  setChosen: (id: string) => void
  /** Take a claim in hand and bring it into sight. */
  goTo: (id: string) => void
}) {
  const texts = useTexts(reviewTexts)
  const locale = useLocale()
  const work = useWork()
  const [held, setHeld] = useState<{ claim: ReviewClaim; choice: Choice; detail: string | undefined } | null>(null)
  const [dependent, setDependent] = useState<string | null>(null)
  /** What this person decided here, the last at the end: what U takes back. */
  const made = useRef<({ judgement: string; claim: string; corrected?: true } | { batch: string })[]>([])
  const amount = (claim: ReviewClaim) =>
    claim.value !== null
      ? quantityText(claim.value, claim.unit ?? '', locale)
      : claim.kind === 'stage' && claim.stage
        ? texts.stages[claim.stage]
        : texts.amountUnknown

  const takeBack = async (judgement: string, withDependents: boolean) => {
    try {
      const mine = made.current.find((one) => 'judgement' in one && one.judgement === judgement)
      const corrected = mine !== undefined && 'corrected' in mine
      // what was corrected and accepted in one press goes in one press
      const { undone } = await undoJudgement(office, judgement, withDependents || corrected)
      made.current = made.current.filter((one) => !('judgement' in one && undone.includes(one.judgement)))
      setDependent(null)
      dismissAbout(undone)
      toast(undone.length > 0 ? texts.undone(undone.length) : texts.nothingToUndo)
      if (mine && 'claim' in mine && !corrected) setChosen(mine.claim)
      await refresh()
      // the claim as it was read is there again only now
      if (corrected) goTo(mine.claim)
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'later-decisions')) throw error
      setDependent(judgement)
    }
  }
  const takeBackWhole = async (batch: string) => {
    const { undone } = await undoBatch(office, batch)
    made.current = made.current.filter((one) => !('batch' in one && one.batch === batch))
    dismissAbout([batch])
    toast(texts.undone(undone.length))
    await refresh()
  }
  const undo = (judgement: string, withDependents = false) => work.runNext(() => takeBack(judgement, withDependents))
  const undoWhole = (batch: string) => work.runNext(() => takeBackWhole(batch))
  const done = async (claim: ReviewClaim, judgement: string, word: string) => {
    made.current.push({ judgement, claim: claim.id })
    toast(word, { about: judgement, undo: () => undo(judgement) })
    after(claim)
    await refresh()
  }
  /** Claims on their way to be accepted: a second press on one of them is dropped, one on the next claim waits for its turn. */
  const accepting = useRef(new Set<string>())
  const acceptWith = async (claim: ReviewClaim, choice: Choice, more: { replace?: boolean; series?: string } = {}) => {
    if (accepting.current.has(claim.id)) return
    accepting.current.add(claim.id)
    await work.runNext(async () => {
      try {
        const decided = await acceptClaim(office, claim.id, { ...acceptanceOf(choice, claim), ...more })
        setHeld(null)
        await done(claim, decided.judgementId, texts.accepted(amount(claim), choice.subject.name))
      } catch (error) {
        if (!(error instanceof ProblemError && (error.code === 'value-held' || error.code === 'same-value-held'))) throw error
        setHeld({ claim, choice, detail: [error.title, error.detail].filter(Boolean).join('. ') })
      }
    })
    accepting.current.delete(claim.id)
  }

  return {
    busy: work.busy,
    error: work.error,
    held,
    dependent,
    forgetHeld: () => setHeld(null),
    forgetDependent: () => setDependent(null),
    accept: (claim: ReviewClaim, choice: Choice) => acceptWith(claim, choice),
    acceptAnyway: (more: { replace?: boolean; series?: string }) => (held ? acceptWith(held.claim, held.choice, more) : Promise.resolve(undefined)),
    merge: (claim: ReviewClaim, merging: { factId: string }, name: string) =>
      work.run(async () => done(claim, (await mergeClaim(office, claim.id, merging)).judgementId, texts.merged(name))),
    // these throw into the dialog that asked, where what was typed stays
    mergeWith: async (claim: ReviewClaim, subject: { id: string; name: string }) =>
      done(claim, (await mergeClaim(office, claim.id, { subjectId: subject.id })).judgementId, texts.merged(subject.name)),
    reject: async (claim: ReviewClaim, reason: string) => done(claim, (await rejectClaim(office, claim.id, reason)).judgementId, texts.rejected),
    correct: async (claim: ReviewClaim, correction: Correction) => {
      const decided = await correctClaim(office, claim.id, correction)
      made.current.push({ judgement: decided.judgementId, claim: claim.id, corrected: true })
      toast(texts.corrected, { about: decided.judgementId, undo: () => undo(decided.judgementId) })
      if (correction.accept || !decided.newClaimId) after(claim)
      else setChosen(decided.newClaimId)
      await refresh()
    },
    notSame: (claim: ReviewClaim, subjectId: string) =>
      work.run(async () => {
        const decided = await markNotSame(office, claim.id, subjectId)
        made.current.push({ judgement: decided.judgementId, claim: claim.id })
        toast(texts.noLonger, { about: decided.judgementId, undo: () => undo(decided.judgementId) })
        await refresh()
      }),
    many: async (decisions: Decision[]) => {
      const batch = await decideMany(office, decisions)
      made.current.push({ batch: batch.batchId })
      toast(texts.decidedAll(batch.decided.length), { about: batch.batchId, undo: () => undoWhole(batch.batchId) })
      await refresh()
    },
    undo,
    undoTogether: () => (dependent ? undo(dependent, true) : Promise.resolve(undefined)),
    /** U: the claim in hand where it is judged, else what was decided last. */
    undoLast: (current: ReviewClaim | null) =>
      // looked up when its turn comes: the decision before it may still be on its way
      work.runNext(async () => {
        if (current && current.state !== 'pending' && current.judgement) return takeBack(current.judgement.id, false)
        const last = made.current.at(-1)
        if (last) return 'batch' in last ? takeBackWhole(last.batch) : takeBack(last.judgement, false)
        const newest = review.claims
          .flatMap((claim) => (claim.judgement && claim.state !== 'pending' ? [claim.judgement] : []))
          .sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0]
        if (newest) return takeBack(newest.id, false)
        toast(texts.nothingToUndo)
      }),
  }
}

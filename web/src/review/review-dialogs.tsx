import { Confirm } from '#ui/dialog/confirm'
import { useTexts } from '#web/shell/texts'
import { DetailsDialog } from '../intake/details-dialog.tsx'
import { problemWords } from '../intake/use-work.ts'
import type { Review, ReviewClaim } from './api.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import { BatchDialog, HeldDialog, MergeDialog, RejectDialog } from './dialogs.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import { acceptanceOfCorrected, type Choice, type Planned } from './plan.ts'
import { SentenceSheet } from './sentence-sheet.tsx'
import { reviewTexts } from './texts.ts'
import type { useDecisions } from './use-decisions.ts'

/** Which dialog stands open, and what it is about. */
export type OpenDialog =
  | { what: 'correct' | 'reject' | 'merge'; claim: ReviewClaim }
  | { what: 'batch' | 'history' | 'details' }
  | { what: 'sentence'; claim: ReviewClaim; factId: string | null }
  | null

/** The dialogs of the review: the one that a person opened, and those with which a decision asks back. */
export function ReviewDialogs({
  office,
  review,
  open,
  plan,
  decisions,
  choiceOf,
  mayDecide,
  refresh,
  onClose,
}: {
  office: string
  review: Review
  open: OpenDialog
  plan: Planned[]
  decisions: ReturnType<typeof useDecisions>
  choiceOf: (claim: ReviewClaim) => Choice
  mayDecide: boolean
  refresh: () => Promise<unknown>
  onClose: () => void
}) {
  const texts = useTexts(reviewTexts)
  const { document, indicators } = review
  return (
    <>
      {open?.what === 'details' ? <DetailsDialog office={office} item={document} onClose={onClose} onSaved={() => void refresh()} /> : null}
      {open?.what === 'history' ? (
        <HistoryDialog
          office={office}
          document={document.id}
          indicators={indicators}
          mayDecide={mayDecide}
          onClose={onClose}
          onUndo={(judgement) => void decisions.undo(judgement)}
        />
      ) : null}
      {open?.what === 'batch' ? <BatchDialog plan={plan} indicators={indicators} onClose={onClose} onRun={decisions.many} /> : null}
      {open?.what === 'reject' ? <RejectDialog onClose={onClose} onReject={(reason) => decisions.reject(open.claim, reason)} /> : null}
      {open?.what === 'merge' ? (
        <MergeDialog office={office} claim={open.claim} onClose={onClose} onMerge={(subject) => decisions.mergeWith(open.claim, subject)} />
      ) : null}
      {open?.what === 'correct' && document.text !== null ? (
        <CorrectDialog
          claim={open.claim}
          text={document.text}
          indicators={indicators}
          onClose={onClose}
          onCorrect={(correction, accept) =>
            decisions.correct(open.claim, accept ? { ...correction, accept: acceptanceOfCorrected(choiceOf(open.claim), open.claim) } : correction)
          }
        />
      ) : null}
      {open?.what === 'sentence' ? <SentenceSheet office={office} review={review} claim={open.claim} factId={open.factId} onClose={onClose} /> : null}
      {decisions.held ? (
        <HeldDialog
          detail={decisions.held.detail}
          onClose={decisions.forgetHeld}
          onReplace={() => void decisions.acceptAnyway({ replace: true })}
          onPart={(series) => void decisions.acceptAnyway({ series })}
        />
      ) : null}
      <Confirm
        open={decisions.dependent !== null}
        title={texts.together}
        action={texts.together}
        error={decisions.error ? problemWords(decisions.error).title : undefined}
        onClose={decisions.forgetDependent}
        onConfirm={() => void decisions.undoTogether()}
      >
        <p>{texts.dependents}</p>
      </Confirm>
    </>
  )
}

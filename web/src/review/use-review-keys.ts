import { useShortcuts } from '#web/shell/shortcuts'
import { useTexts } from '#web/shell/texts'
import type { ReviewClaim } from './api.ts'
import type { CardActions } from './claim-card.tsx'
import { reviewTexts } from './texts.ts'

/** 단축키: the keys of the review. A, E, M and R act on a claim that waits for a decision, U takes one back. */
export function useReviewKeys({
  current,
  some,
  waits,
  mayDecide,
  planned,
  original,
  actions,
  move,
  undoLast,
  nextDocument,
  acceptAll,
}: {
  current: ReviewClaim | null
  /** Whether there is a claim at all. */
  some: boolean
  /** Whether the claim in hand waits for a decision of this person. */
  waits: boolean
  mayDecide: boolean
  /** How many claims "all at once" would decide. */
  planned: number
  /** The address of the original, where there is one. */
  original: string | null
  actions: CardActions
  move: (step: number) => void
  undoLast: () => void
  nextDocument: () => void
  acceptAll: () => void
}): void {
  const texts = useTexts(reviewTexts)
  const best = current?.suggestions[0]
  useShortcuts([
    { key: 'j', label: texts.next, barLabel: texts.nextPrevious, run: () => move(1), off: !some },
    { key: 'k', label: texts.previous, run: () => move(-1), off: !some, bar: false },
    { key: 'a', label: texts.accept, run: () => current && actions.accept(current), off: !waits },
    { key: 'e', label: texts.correct, run: () => current && actions.correct(current), off: !waits },
    {
      key: 'm',
      label: texts.merge,
      run: () => current && (best ? actions.merge(current, best.factId, best.subject.name) : actions.mergeElsewhere(current)),
      off: !waits || current?.kind === 'stage',
    },
    { key: 'r', label: texts.reject, run: () => current && actions.reject(current), off: !waits },
    { key: 'u', label: texts.undo, run: undoLast, off: !mayDecide },
    { key: 's', label: texts.sentence, run: () => current && actions.sentence(current), off: !current },
    { key: 'o', label: texts.original, run: () => original && window.open(original, '_blank', 'noopener'), off: !original },
    { key: 'n', label: texts.nextDocument, run: nextDocument },
    { key: 'shift+a', label: texts.acceptAll, run: acceptAll, off: !mayDecide || planned === 0 },
  ])
}

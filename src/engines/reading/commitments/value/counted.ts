import { type Draft, isOpenDue } from '../draft.ts'

/** How many sentences on a count goes. */
const REACH = 2

/**
 * "올해 6월까지 신고받은 투자는 …다. 도착한 돈은 …에 머물렀다": results told behind one that was counted at a day were counted at the same day,
 * as long as the same one speaks of its results.
 */
export function countedAlike(drafts: readonly Draft[]): void {
  let last: Draft | null = null
  for (const draft of drafts) {
    if (draft.stage.value !== 'result') continue
    if (draft.line !== null) {
      if (draft.due.rule === 'due:table-title') last = draft
      continue
    }
    const alike: boolean =
      last !== null &&
      isOpenDue(draft) &&
      last.subject.value === draft.subject.value &&
      last.indicator.value === draft.indicator.value &&
      draft.sentence - last.sentence <= REACH
    if (alike) draft.due = { ...last!.due, rule: 'due:counted-alike' }
    if (draft.due.value !== null) last = draft
  }
}

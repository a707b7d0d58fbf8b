import { isFirm } from '../discourse.ts'
import type { Span } from '../reading.ts'
import type { Draft } from './draft.ts'

/** How far apart the project and its firm's own figures are told. */
const REACH = 4
/** What the office called the project that is off. */
const PROJECT = /려던|추진하던|추진해 온|추진했던|예정이던|예정이었던|(?:조성|건립|개발)\s?(?:사업|계획)|사업\(/

/**
 * "군은 부품단지(21만㎡) 조성을 접는다고 밝혔다. … ㈜가람은 2022년까지 620억 원을 들일 예정이었다": the land of a project that is off (무산된 사업의 부지)
 * belongs to the one firm that was to build it, with the day by which it was to be there.
 */
export function landOfProjectsOff(text: string, units: readonly Span[], drafts: readonly Draft[]): void {
  let firm: Draft | null = null
  for (const draft of drafts) {
    const { value } = draft.subject
    if (draft.stage.value !== 'cancelled' || draft.line !== null || value === null || !isFirm(value)) continue
    // of two firms nobody knows whose the land is
    if (firm !== null && firm.subject.value !== value) return
    if (firm === null || (firm.due.value === null && draft.due.value !== null)) firm = draft
  }
  if (firm === null) return
  for (const draft of drafts) {
    if (draft.stage.value !== 'cancelled' || draft.line !== null || draft.indicator.value !== 'area') continue
    if (draft.subject.value !== null && isFirm(draft.subject.value)) continue
    const { start, end } = units[draft.sentence]!
    if (draft.sentence > firm.sentence || firm.sentence - draft.sentence > REACH || !PROJECT.test(text.slice(start, Math.min(end, start + 300))))
      continue
    draft.subject = { ...firm.subject, rule: 'subject:of-project-off' }
    if (draft.due.value === null && firm.due.value !== null) draft.due = { ...firm.due, rule: 'due:of-project-off' }
  }
}

import type { ClaimContent } from '#record/claim'

/** The slots of a claim that a person may change: all without where and by whom they were read. */
export function contentOf(claim: ClaimContent): ClaimContent {
  return {
    kind: claim.kind,
    subject: claim.subject,
    counterparts: claim.counterparts,
    what: claim.what,
    indicator: claim.indicator,
    value: claim.value,
    valueMax: claim.valueMax,
    bound: claim.bound,
    approximate: claim.approximate,
    unit: claim.unit,
    per: claim.per,
    due: claim.due,
    dueText: claim.dueText,
    start: claim.start,
    startText: claim.startText,
    place: claim.place,
    stage: claim.stage,
  }
}

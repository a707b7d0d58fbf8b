import { type Draft, isOpenDue } from './commitment-draft.ts'
import type { SheetFacts } from './sheets.ts'

/** Rules that name the one who acts in the sentence itself: a sheet does not speak over them. */
const OWN_SUBJECT = /^subject:(?:topic|party|partner|beside|respectively|line|lead|table|row|the-firm)$/
const OWN_PLACE = /^place:(?:beside|line|table|row)$/
const OWN_STAGE = /^stage:(?:table|clause|signed-before|signed-after|raised|undone|line|contrast)$/

/** What a sheet says of its matter holds for every number in it that says nothing else itself. */
export function applySheets(drafts: readonly Draft[], sheets: readonly SheetFacts[]): void {
  let k = 0
  for (const draft of drafts) {
    while (k < sheets.length && sheets[k]!.end <= draft.mention.start) k++
    const sheet = sheets[k]
    if (sheet === undefined) return
    if (draft.mention.start < sheet.start) continue
    if (sheet.subject !== null && !OWN_SUBJECT.test(draft.subject.rule)) draft.subject = sheet.subject
    if (sheet.place !== null && !OWN_PLACE.test(draft.place.rule)) draft.place = sheet.place
    if (sheet.stage !== null && !OWN_STAGE.test(draft.stage.rule)) draft.stage = sheet.stage
    if (draft.stage.value === 'result') continue
    if (sheet.due !== null && isOpenDue(draft)) draft.due = sheet.due
    if (sheet.begin !== null && draft.start.value === null) draft.start = sheet.begin
  }
}

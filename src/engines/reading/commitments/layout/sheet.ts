import type { Slot, Span } from '../../reading.ts'
import type { SheetFacts } from '../../tables/sheets.ts'
import { type Draft, isOpenDue } from '../draft.ts'

/** Rules that name the one who acts in the sentence itself: a sheet does not speak over them. */
const OWN_SUBJECT = /^subject:(?:topic|party|partner|beside|respectively|line|lead|table|row|the-firm)$/
const OWN_PLACE = /^place:(?:beside|line|table|row)$/
const OWN_STAGE = /^stage:(?:table|clause|signed-before|signed-after|raised|undone|line|contrast)$/

/** "2031" of a term where the schedule says "2031-12". */
const isFiner = (due: Draft['due'], sheet: SheetFacts): boolean =>
  due.rule === 'due:table' && typeof due.value === 'string' && typeof sheet.due?.value === 'string' && sheet.due.value.startsWith(`${due.value}-`)

const isBefore = (span: Span | null, sheet: SheetFacts): boolean => span !== null && span.end <= sheet.start
const isOutside = (span: Span | null, sheet: SheetFacts): boolean => span !== null && (span.end <= sheet.start || span.start >= sheet.end)

/** What a sheet says of its matter holds for every number in it that says nothing else itself. */
export function applySheets(drafts: readonly Draft[], sheets: readonly SheetFacts[]): void {
  let k = 0
  for (const draft of drafts) {
    while (k < sheets.length && sheets[k]!.end <= draft.mention.start) k++
    const sheet = sheets[k]
    if (sheet === undefined) return
    if (draft.mention.start < sheet.start) continue
    // what a row or a line says holds only inside its own sheet
    const own = (one: Slot<unknown>, rules: RegExp): boolean => rules.test(one.rule) && !isBefore(one.span, sheet)
    if (sheet.subject !== null && !own(draft.subject, OWN_SUBJECT)) draft.subject = sheet.subject
    if (sheet.place !== null && !own(draft.place, OWN_PLACE)) draft.place = sheet.place
    if (sheet.stage !== null && !own(draft.stage, OWN_STAGE)) draft.stage = sheet.stage
    if (draft.stage.value === 'result' || (sheet.labelsEnd !== null && draft.mention.start >= sheet.labelsEnd)) continue
    if (sheet.due !== null && (isOpenDue(draft) || isOutside(draft.due.span, sheet) || isFiner(draft.due, sheet))) draft.due = sheet.due
    if (sheet.begin !== null && draft.start.value === null) draft.start = sheet.begin
  }
}

import type { Span } from '../../reading.ts'
import { type Draft, isOpenDue } from '../draft.ts'
import { totalsOf } from './totals.ts'

/** A place that was carried from elsewhere, and one that the sentence itself says. */
const INHERITED = /^place:(?:matter|flow|said-before|title|own-site|head)/
const OWN = /^place:(?:sentence|beside|behind|several|here|locative)$/
const OF_OFFICE = /^place:(?:of-government|none)$/

/** A headline gives a total without its day, and so does the cell that sums a table up; the sentence that tells it again gives both. */
const dated = (drafts: readonly Draft[], total: Draft): Draft =>
  total.due.value !== null || !isOpenDue(total)
    ? total
    : (drafts.find(
        (d) =>
          d.due.value !== null &&
          (total.cell === undefined
            ? d.sentence > total.sentence && d.sentence - total.sentence <= RETOLD
            : d.cell === undefined && d.sentence < total.sentence) &&
          d.indicator.value === total.indicator.value &&
          d.mention.value === total.mention.value &&
          d.mention.unit === total.mention.unit,
      ) ?? total)
const RETOLD = 6

/** Parts take the date and the beginning of their total where the text gives them none of their own (기한 승계). */
export function partsTakeDates(text: string, units: readonly Span[], drafts: readonly Draft[]): void {
  const parts = totalsOf(text, units, drafts)
  parts.forEach((part, k) => {
    const total = part === null ? undefined : dated(drafts, drafts[part.value]!)
    const draft = drafts[k]!
    if (total === undefined) return
    // rows of a table that adds up to what the text gave a day
    if (draft.line !== null) {
      if (draft.cell?.column !== undefined && isOpenDue(draft) && total.due.value !== null && draft.stage.value === total.stage.value) {
        draft.due = { ...total.due, rule: 'due:of-total' }
        if (draft.start.value === null && total.start.value !== null) draft.start = { ...total.start, rule: 'start:of-total' }
      }
      return
    }
    if (
      ((OF_OFFICE.test(draft.place.rule) && !OF_OFFICE.test(total.place.rule)) || (INHERITED.test(draft.place.rule) && OWN.test(total.place.rule))) &&
      draft.subject.value === total.subject.value &&
      draft.sentence - total.sentence <= 2
    )
      draft.place = { ...total.place, rule: 'place:of-total' }
    if (total.due.value === null || !isOpenDue(draft) || draft.line !== null || draft.stage.value !== total.stage.value) return
    if (draft.indicator.value === 'firms' && draft.stage.value !== 'plan') return
    draft.due = { ...total.due, rule: 'due:of-total' }
    if (draft.start.value === null && total.start.value !== null) draft.start = { ...total.start, rule: 'start:of-total' }
  })
}

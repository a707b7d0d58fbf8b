import { cued } from '../../cue.ts'
import { areaOf } from '../../discourse.ts'
import { isSite } from '../../matter.ts'
import type { SentenceNames } from '../../names/names.ts'
import type { Span } from '../../reading.ts'
import { type Draft, slot } from '../draft.ts'

/** "거점은 새솔기업도시에 … 세워진다": what the office's money makes, and where it will stand. */
const STANDS = cued(
  /^(?:이\s)?[가-힣]{0,4}(?:거점|센터|시설|건물|연구소|캠퍼스|단지)(?:은|는) [^.]{2,80}(?:세워진다|들어선다|지어진다|자리 잡는다|자리한다|짓는다|건립된다|조성된다)/,
)
/** The sentence that says so follows at once. */
const REACH = 2
/** Rules that know no more than whose area it is. */
const WEAK = /^place:(?:of-government|of-total)$/

/** An office's budget for something whose site the next sentence tells lies at that site (소재지), not anywhere in the area of the office. */
export function seatsOfWorks(text: string, units: readonly Span[], named: readonly SentenceNames[], drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const { value } = draft.subject
    if (draft.line !== null || draft.indicator.value !== 'budget' || draft.stage.value !== 'plan' || value === null || areaOf(value) === null)
      continue
    if (!WEAK.test(draft.place.rule)) continue
    for (let s = draft.sentence + 1; s <= draft.sentence + REACH && s < units.length; s++) {
      const { start, end } = units[s]!
      if (!STANDS.test(text.slice(start, Math.min(end, start + 120)))) continue
      const site = named[s]!.names.find((name) => isSite(name) && /^에(?:는)?\s/.test(text.slice(name.end, name.end + 3)))
      if (site !== undefined) draft.place = slot(site.value, { start: site.start, end: site.end }, 'place:of-seat')
      break
    }
  }
}

import { cued } from '../../cue.ts'
import { isFirm } from '../../discourse.ts'
import type { SentenceNames } from '../../names/names.ts'
import type { DateValue, Mention, Slot, Span } from '../../reading.ts'
import { type Draft, isOpenDue, nothing, slot } from '../draft.ts'
import { BEGINS_AFTER } from './ends.ts'

const ENDS = cued(/완공|준공|가동|돌리|돌린|양산|문을 열|문을 연|입주를 마/)
/** Between a firm and its own day: "해원윈드가 2028년", "해원윈드 공장은 2028년". */
const OWN = /^(?:(?:의)?\s[가-힣0-9]{0,4}(?:공장|사업장|연구소|물류센터|시설))?(?:이|가|은|는)\s(?:[가-힣]{1,6}\s)?$/
/** "나머지 네 곳은 2026년 말": the others. */
const REST = /(?:나머지|다른)\s[^.,\d]{0,10}(?:은|는)\s$/
const isPast = (value: DateValue, published: string | null): boolean => {
  const last = typeof value === 'string' ? value : value.to
  // a day that is told as done: "29일 기공식을 열고"
  return published !== null && (last < published.slice(0, last.length) || last === published)
}
/** How far from the sentence a promise may stand. */
const REACH = 6
/** More numbers than this hardly stand so near. */
const FEW = 200

/**
 * A sentence that gives each firm its own day of opening (업체별 준공): "완공 시점은 ㈜가람이 2028년, 나머지 네 곳은 2026년 말로 잡혔다". A firm's promises take its day; those
 * of the others take the day of the rest, or none.
 */
export function finishEach(
  text: string,
  units: readonly Span[],
  named: readonly SentenceNames[],
  mentions: readonly Mention[],
  drafts: readonly Draft[],
  published: string | null,
): void {
  let cursor = 0
  // numbers stand in the order of the text: each sentence looks at those around it
  let low = 0
  for (let u = 0; u < units.length; u++) {
    const unit = units[u]!
    while (cursor < mentions.length && mentions[cursor]!.start < unit.start) cursor++
    if (!ENDS.test(text.slice(unit.start, unit.end))) continue
    const firms = named[u]!.names.filter((n) => n.kind === 'organisation' && isFirm(n.value))
    if (firms.length === 0) continue
    const own = new Map<string, Slot<DateValue | null>>()
    let rest: Slot<DateValue | null> | null = null
    for (let k = cursor; k < mentions.length && mentions[k]!.start < unit.end; k++) {
      const m = mentions[k]!
      // "㈜나래는 2000년에 문을 연 회사로": what a firm did long ago is no day of its new plant
      if (m.kind !== 'date' || m.value === null || isPast(m.value as DateValue, published)) continue
      if (BEGINS_AFTER.test(text.slice(m.end, m.end + 12))) continue
      const due = slot<DateValue | null>(m.value as DateValue, { start: m.start, end: m.end }, 'due:finish-each')
      const firm = firms.findLast((n) => n.end <= m.start && OWN.test(text.slice(n.end, m.start)))
      if (firm !== undefined) own.set(firm.value, due)
      else if (REST.test(text.slice(Math.max(unit.start, m.start - 24), m.start))) rest = due
    }
    if (own.size === 0) continue
    while (low < drafts.length && drafts[low]!.sentence < u - REACH) low++
    // a sentence with amounts of its own speaks of those
    if (drafts.slice(low, low + FEW).some(({ sentence }) => sentence === u)) continue
    for (let k = low; k < drafts.length && drafts[k]!.sentence <= u + REACH; k++) {
      const draft = drafts[k]!
      const { value } = draft.subject
      if (value === null || !isFirm(value) || draft.stage.value === 'result') continue
      const told = draft.due.span !== null && draft.due.span.start >= unit.start && draft.due.span.end <= unit.end
      if (!told && !isOpenDue(draft)) continue
      if (own.has(value)) draft.due = own.get(value)!
      else if (rest !== null) draft.due = rest
      else if (told) draft.due = nothing('due:of-another')
    }
  }
}

import type { Commitment } from '../reading.ts'
import type { Draft } from './commitments.ts'
import type { Grammar } from './grammar.ts'
import { governs } from './subject.ts'

const ENDED = /[.。!！?？][”"」』)）]?$/

/** A headline and its sentence state one amount once: the sentence stays, then the fuller one. An agreement and the firm that signed it promise one amount. */
export function withoutRepeats(text: string, drafts: readonly Draft[], grammar: Grammar): Draft[] {
  const heads = drafts.map(
    ({ sentence, evidence }) => sentence <= 3 && !ENDED.test(text.slice(Math.max(evidence.start, evidence.end - 3), evidence.end)),
  )
  return drafts.filter((draft, k) => {
    for (let j = Math.max(0, k - 12); j < Math.min(drafts.length, k + 13); j++) {
      const other = drafts[j]!
      if (
        j === k ||
        other.value !== draft.value ||
        other.unit !== draft.unit ||
        // a headline has no room to say what an amount is of
        (other.indicator.value !== draft.indicator.value && !(draft.unit.length === 3 && heads[k]! && !heads[j]!)) ||
        other.sentence === draft.sentence
      )
        continue
      const isPublic = (d: Draft): boolean => d.subject.value !== null && governs(d.subject.value, grammar)
      const signed = draft.stage.value === 'mou' && other.stage.value === 'mou' && isPublic(draft) !== isPublic(other) && draft.unit.length === 3
      const same = signed || other.subject.value === draft.subject.value || other.subject.value === null || draft.subject.value === null
      const headed = heads[k]! && !heads[j]!
      if (!same && !headed) continue
      if (headed) return false
      if (heads[j]! && !heads[k]!) continue
      if (signed) {
        if (isPublic(draft)) return false
        continue
      }
      const fuller = (d: Draft): number => (d.due.value === null ? 0 : 1) + (d.place.span === null ? 0 : 1) + (d.subject.span === null ? 0 : 1)
      if (fuller(other) > fuller(draft) || (fuller(other) === fuller(draft) && j < k)) return false
    }
    return true
  })
}

/** A total stands in the sentence of its part or the one before; a sentence that opens with its parts looks farther back. */
const NEAR = 1
const FAR = 4

/** Which total each figure is a part of (전체와 부분): a larger one of its kind just before, where words open its parts. A part is due, and lies, where its total does. */
export function withParts(text: string, grammar: Grammar, drafts: readonly Draft[]): Commitment[] {
  return drafts.map(({ sentence, ...rest }, k) => {
    const own = text.slice(rest.evidence.start, rest.evidence.end)
    const opens = grammar.partsOpen.exec(own)
    // ▽甲：95億ウォン: a line of a list is a part of what the list is of
    const item = rest.subject.rule === 'subject:item'
    const reach = item || (opens !== null && opens.index < 3) ? FAR : NEAR
    let of = -1
    // each of several firms has its own figure
    if (rest.subject.rule === 'subject:respectively') return { ...rest, partOf: null }
    for (let j = k - 1; j >= 0 && j >= k - 8 && sentence - drafts[j]!.sentence <= reach; j--) {
      const total = drafts[j]!
      if (total.unit !== rest.unit || total.value <= rest.value || (total.indicator.value !== rest.indicator.value && rest.unit.length !== 3))
        continue
      if (item && (total.subject.rule === 'subject:item' || total.subject.value === null || !governs(total.subject.value, grammar))) continue
      const same = total.evidence.start === rest.evidence.start
      if (same || sentence - total.sentence <= NEAR) {
        const between = text.slice(same ? total.evidence.start : total.evidence.end, rest.evidence.end)
        if (item || grammar.partsOpen.test(between)) of = j
      } else if (of < 0) of = j
    }
    if (of < 0) return { ...rest, partOf: null }
    const total = drafts[of]!
    const partOf = { value: of, span: null, rule: 'part:of-total' }
    const { due, place } = rest
    return { ...rest, partOf, due: due.value === null ? total.due : due, place: place.value === null ? total.place : place }
  })
}

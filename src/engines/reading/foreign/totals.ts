import type { Commitment, Slot } from '../reading.ts'
import type { Draft } from './commitments.ts'
import type { Grammar } from './grammar.ts'

/** A headline and its sentence state one amount once: the later, fuller one stays. */
export function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft, k) => {
    for (let j = Math.max(0, k - 12); j < Math.min(drafts.length, k + 13); j++) {
      const other = drafts[j]!
      if (
        j === k ||
        other.value !== draft.value ||
        other.unit !== draft.unit ||
        other.indicator.value !== draft.indicator.value ||
        other.sentence === draft.sentence
      )
        continue
      const same = other.subject.value === draft.subject.value || other.subject.value === null || draft.subject.value === null
      if (!same) continue
      const fuller = (d: Draft): number => (d.due.value === null ? 0 : 1) + (d.place.span === null ? 0 : 1) + (d.subject.span === null ? 0 : 1)
      if (fuller(other) > fuller(draft) || (fuller(other) === fuller(draft) && j < k)) return false
    }
    return true
  })
}

/** Which total each figure is a part of (전체와 부분): a larger one of its kind just before, where words open its parts. */
export function withParts(text: string, grammar: Grammar, drafts: readonly Draft[]): Commitment[] {
  return drafts.map(({ sentence, ...rest }, k) => {
    let partOf: Slot<number> | null = null
    for (let j = k - 1; j >= 0 && j >= k - 8 && sentence - drafts[j]!.sentence <= 1; j--) {
      const total = drafts[j]!
      if (total.unit !== rest.unit || total.value <= rest.value || (total.indicator.value !== rest.indicator.value && rest.unit.length !== 3))
        continue
      const between = text.slice(
        total.evidence.start === rest.evidence.start ? total.evidence.start : total.evidence.end,
        rest.evidence.start === total.evidence.start ? rest.evidence.end : rest.evidence.end,
      )
      const open = grammar.partsOpen.exec(between)
      if (open !== null) partOf = { value: j, span: null, rule: 'part:of-total' }
    }
    return { ...rest, partOf }
  })
}

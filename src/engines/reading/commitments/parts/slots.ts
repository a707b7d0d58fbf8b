import type { Slot, Stage } from '../../reading.ts'
import type { Draft } from '../draft.ts'

/** Places that no words of the part gave. */
const NOT_ITS_OWN = /^place:(?:of-government|head|head:area|none|flow|office|of-list)$/
/** A future that says nothing of the step that the whole has reached. */
const ONLY_TO_COME = /^stage:(?:plan-word|sentence|flow|none|default)$/
const AGREED: ReadonlySet<Stage> = new Set(['mou', 'contract'])

/**
 * A part takes the place and the stage of its total (부분의 승계) unless words of its own give another.
 * Its day is taken in `due/finish.ts`.
 */
export function partsTakeSlots(drafts: readonly Draft[], parts: readonly (Slot<number> | null)[]): void {
  for (let k = 0; k < drafts.length; k++) {
    const part = drafts[k]!
    const of = parts[k]?.value
    const total = of === undefined ? undefined : drafts[of]
    if (total === undefined || part.line !== null || total.line !== null) continue
    if (NOT_ITS_OWN.test(part.place.rule) && total.place.value !== null && !NOT_ITS_OWN.test(total.place.rule)) part.place = total.place
    if (part.stage.value === 'plan' && ONLY_TO_COME.test(part.stage.rule) && AGREED.has(total.stage.value))
      part.stage = { ...total.stage, rule: 'stage:of-total' }
  }
  besideParts(drafts)
}

/** What the same one lays out and needs for it, of its own words only to come. */
const OF_PROJECT: ReadonlySet<string> = new Set(['investment', 'area', 'jobs', 'capacity'])

/** "1만 평에 150억원을 투자해": the land goes with the money beside it, which is part of what was signed (한 문장의 같은 사업). */
function besideParts(drafts: readonly Draft[]): void {
  for (let k = 0; k < drafts.length; k++) {
    const draft = drafts[k]!
    if (draft.stage.value !== 'plan' || draft.line !== null || !ONLY_TO_COME.test(draft.stage.rule) || !OF_PROJECT.has(draft.indicator.value))
      continue
    for (let j = Math.max(0, k - 1); j < drafts.length && drafts[j]!.sentence <= draft.sentence; j++)
      if (drafts[j]!.sentence === draft.sentence && drafts[j]!.stage.rule === 'stage:of-total' && drafts[j]!.subject.value === draft.subject.value) {
        draft.stage = drafts[j]!.stage
        break
      }
  }
}

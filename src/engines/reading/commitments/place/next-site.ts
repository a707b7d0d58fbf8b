import { isFirm } from '../../discourse.ts'
import type { Draft } from '../draft.ts'

/** Places that nothing in the sentence of the number gave. */
const GUESSED = /^place:(?:of-government|none|head|head:area|title|flow|one-site)$/
/** Places that the words about the number gave. */
const SAID = /^place:(?:sentence|beside|behind|locative)$/
/** How many sentences later a firm may say where. */
const WITHIN = 2

/**
 * "나래화학의 투자 규모는 300억원이다. 수안보면 2만㎡에 공장을 증설하고": an amount of a firm that says no site lies where the firm's next number does
 * (뒤따르는 입지), when the text has told no site of the firm before.
 */
export function placesSaidNext(drafts: readonly Draft[]): void {
  drafts.forEach((draft, k) => {
    const firm = draft.subject.value
    if (firm === null || !isFirm(firm) || !GUESSED.test(draft.place.rule) || draft.line !== null) return
    if (drafts.slice(Math.max(0, k - 8), k).some((one) => one.subject.value === firm && SAID.test(one.place.rule))) return
    const next = drafts
      .slice(k + 1, k + 5)
      .find(
        (one) => one.subject.value === firm && SAID.test(one.place.rule) && one.sentence > draft.sentence && one.sentence - draft.sentence <= WITHIN,
      )
    if (next !== undefined) draft.place = { ...next.place, rule: 'place:said-next' }
  })
}

import type { Word } from '../../words.ts'
import { type NameCandidate, spaced } from '../candidate.ts'

/** Parts of a body that act under its name: 한국산업단지공단 대구지역본부. */
const BRANCH =
  /^[가-힣]{0,8}(?:사업단|사업본부|추진단|지역본부|(?<!취재)본부|분원|지사|지부|지회|지점|산학협력단|지원단|출장소|사무소|지방청|캠퍼스사업단|컨소시엄)$/

/** Branches named for where they sit. */
const LOCAL = /^[가-힣]{2,8}(?:지역본부|지사|지부|지회)$/

/** A body and its branch are one name (지역본부·분원·산학협력단). */
export function branches(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!
    if (!BRANCH.test(word.cls.stem) || !spaced(text, words[i - 1]!, word)) continue
    const at = names.findIndex((one) => one.kind === 'organisation' && one.end === words[i - 1]!.end && one.rule !== 'organisation:government')
    if (at < 0 || word.cls.stem.endsWith('컨소시엄')) continue
    const owner = names[at]!
    const end = word.start + word.cls.stem.length
    const own = names.findIndex((one) => one.start === word.start)
    // "누리공단 새벽지사": the body is named, its branch only says which desk
    if (LOCAL.test(word.cls.stem)) {
      names[at] = { ...owner, end }
      if (own >= 0) names.splice(own, 1)
      taken[i] = 1
      continue
    }
    names[at] = { ...owner, end, value: text.slice(owner.start, end), rule: 'organisation:branch' }
    if (own >= 0) names.splice(own, 1)
    taken[i] = 1
  }
}

import type { Word } from '../../words.ts'
import { mayBegin, spaced } from '../candidate.ts'

/** Parks (산업단지) that are named with the township they lie in, though each has words of its own. */
const PARK = /(?:산단|산업단지|농공단지|공단)$/

/** 닫고, 늘어, 한편: verbs and adverbs of two syllables. */
const NO_TOWNSHIP = /[고어아며서해여면편시후나내와워춰져쳐려]$/

/** Whether a word lends its name to the park behind it. "모화 가람일반산단": two syllables of no other meaning, at the head of their phrase, are the township. */
export function lendsItsName(text: string, words: readonly Word[], k: number, park: Word): boolean {
  const word = words[k]!
  if (word.cls.kind !== 'unknown' || word.text.length !== 2 || word.cls.particle !== '' || !PARK.test(park.cls.stem)) return false
  if (NO_TOWNSHIP.test(word.text) || !mayBegin(word)) return false
  const before = words[k - 1]
  return before === undefined || before.cls.particle !== '' || !spaced(text, before, word)
}

/** 스마트융합산단: a park that everyday words tell; with its township before it, it is a name. */
export const isParkOfWords = ({ cls }: Word): boolean =>
  cls.kind === 'place-ending' && /[가-힣]{2}(?:산단|산업단지|농공단지|특화단지|밸리)$/.test(cls.stem)

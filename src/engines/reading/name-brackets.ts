import { cued } from './cue.ts'
import { mayBeFirm, type NameCandidate, pushFirm } from './name-candidate.ts'
import type { Word } from './words.ts'

/** Brackets that hold what one firm promises: money and, beside it, land, people or a place. */
const TERMS = /^\s?\(([^()\n]{4,70})\)/
const MONEY = /\d[\d.,\s천백만억조]*(?:원|달러|유로|위안|엔)/
const SECOND = /[·,ㆍ/]\s?[^·,ㆍ/]*\d|\d[^·,ㆍ/]*[·,ㆍ/]\s?[가-힣]/
/** Nouns for works and money that stand before such brackets too. */
const WORKS =
  /(?:공장|단지|사업|센터|시설|라인|지구|구역|사업비|투자액|예산|부지|단계|필드|캠퍼스|특구|타운|파크|밸리|병원|대학|역|항|테스트베드|클러스터|허브|플랫폼|펀드|[가-힣]{2}(?:동|관|비|액))$/

/** "▲해원윈드(목포신항 5만㎡·900억원·150명)": whoever stands before the terms of an agreement is a firm. */
export function bracketFirms(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (taken[i] || !mayBeFirm(word) || WORKS.test(word.cls.stem) || word.cls.particle !== '') continue
    const terms = TERMS.exec(text.slice(word.end, word.end + 74))
    if (terms !== null && MONEY.test(terms[1]!) && SECOND.test(terms[1]!)) pushFirm(word, names, taken, i, 0.8, 'organisation:before-terms')
  }
}

export const HOLDS_TERMS = cued(/\([^()]*(?:억|조|만)[^()]*원[^()]*\)|\([^()]*달러[^()]*\)/)

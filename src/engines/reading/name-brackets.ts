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

const BULLETS = '△▲◇○●▶■□▷◆❍•'
/** What a firm of such a list puts in: money at once, and people, land or a place with it. */
const PUTS = /^ (?:약 |총 )?\d[\d.,천백]*\s?(?:[억조]|만\s?(?:달러|유로))[^△▲◇○●▶■□▷◆❍•\n]{0,40}?\d[\d.,천백만여]*\s?(?:명|[㎡평])/
export const BULLETED = cued(/[△▲◇○●▶■□▷◆❍•]/)

/** "△가람텍 120억원(30명) △누리솔 90억원(20명)": whoever puts in money and takes on people in each item of a list is a firm. */
export function bulletFirms(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  const found: number[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const before = text.charAt(word.start - 1) === ' ' ? text.charAt(word.start - 2) : text.charAt(word.start - 1)
    if (before === '' || !BULLETS.includes(before) || taken[i] || !mayBeFirm(word) || WORKS.test(word.cls.stem)) continue
    if (PUTS.test(text.slice(word.end, word.end + 64))) found.push(i)
  }
  if (found.length < 2) return
  for (const i of found) {
    const word = words[i]!
    names.push({ kind: 'organisation', start: word.start, end: word.end, value: word.text, certainty: 0.7, rule: 'organisation:bullet' })
    taken[i] = 1
  }
}

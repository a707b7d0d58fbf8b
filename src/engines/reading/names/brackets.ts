import { cued } from '../cue.ts'
import type { Word } from '../words.ts'
import { mayBeFirm, type NameCandidate, pushFirm } from './candidate.ts'

/** Brackets that hold what one firm promises: money and, beside it, land, people or a place. */
const TERMS = /^\s?\(([^()\n]{4,70})\)/
/** 만원 is what one person gets. */
const MONEY = /\d[\d.,\s천백만]*[억조][\d.,\s천백만억]*원?|\d[\d.,\s천백만억조]*(?:달러|유로|위안|엔)/
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

/** What a list of firms hangs on: "특수목적법인(▲가람 ▲누리)", "▲가람 ▲누리 등 식품기업 2개사". */
const LISTS_FIRMS = /(?:법인|기업|업체|회사|제조사|협력사|참여사|개사)(?:은|는|으로는)?[\s:(]{0,3}$/
const CLOSES_FIRMS = /^\s?(?:등|까지) (?:[가-힣·]{1,10} ){0,2}[가-힣]{0,8}(?:기업|업체|회사|개사|제조사)/

const OPEN_KINDS = new Set(['unknown', 'common', 'weak-organisation'])

/** Firms of a list with a mark before each and nothing else. */
function markedFirms(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    if (!isMarked(text, words[i]!.start)) continue
    let last = i
    while (last + 1 < words.length && isMarked(text, words[last + 1]!.start) && words[last + 1]!.start - words[last]!.end <= 3) last++
    const first = words[i]!
    const mark = text.charCodeAt(first.start - 1) === 0x20 ? first.start - 2 : first.start - 1
    const told = LISTS_FIRMS.test(text.slice(Math.max(0, mark - 14), mark)) || CLOSES_FIRMS.test(text.slice(words[last]!.end, words[last]!.end + 40))
    if (last > i && told)
      for (let k = i; k <= last; k++) {
        const word = words[k]!
        if (taken[k] || word.text.length < 2 || !OPEN_KINDS.has(word.cls.kind)) continue
        names.push({ kind: 'organisation', start: word.start, end: word.end, value: word.text, certainty: 0.7, rule: 'organisation:bullet' })
        taken[k] = 1
      }
    i = last
  }
}

const isMarked = (text: string, start: number): boolean => {
  const before = text.charAt(start - 1) === ' ' ? text.charAt(start - 2) : text.charAt(start - 1)
  return before !== '' && BULLETS.includes(before)
}

/** "△가람텍 120억원(30명) △누리솔 90억원(20명)": whoever puts in money and takes on people in each item of a list is a firm. */
export function bulletFirms(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  markedFirms(text, words, taken, names)
  const found: number[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (!isMarked(text, word.start) || taken[i] || !mayBeFirm(word) || WORKS.test(word.cls.stem)) continue
    if (PUTS.test(text.slice(word.end, word.end + 64))) found.push(i)
  }
  if (found.length < 2) return
  // "▲가람텍은 120억원을 들여 30명을": the particle is no part of the name
  for (const i of found) pushFirm(words[i]!, names, taken, i, 0.7, 'organisation:bullet')
}

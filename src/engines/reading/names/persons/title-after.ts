import { isTitle } from '../../gazetteer/people.ts'
import type { Word } from '../../words.ts'

const MOST_BETWEEN = 4

export const titleStem = (word: Word): boolean => word.cls.kind === 'title' || (word.cls.stem === '' && DEPUTY.test(word.text))

/** "산업부 2차관" */
const DEPUTY = /^[12](?:차관|부지사|부시장|사무차관|행정부시장|부원장)[은는이가과와의도]?$/

/** Index of the title that closes "NAME (body) TITLE", or 0. Only spaces may stand between, and no word with a particle. */
export function titleAfter(text: string, words: readonly Word[], i: number): number {
  let furthest = i + MOST_BETWEEN + 1
  for (let k = i + 1; k < words.length && k <= furthest; k++) {
    const beyond = overBracket(text, words, k)
    if (beyond > k) {
      furthest += beyond - k
      k = beyond
    } else if (!/^(?:㈜|\((?:주|유)\))?[  ]{1,2}(?:㈜|\((?:주|유|재|사)\))?$/.test(text.slice(words[k - 1]!.end, words[k]!.start))) return 0
    const word = words[k]!
    if (titleStem(word) && (word.cls.stem === '' || isTitle(word.cls.stem))) {
      // "김한별 새솔시의회 의장": the body is a title-like word itself
      return k
    }
    if (word.cls.kind === 'unknown' && word.cls.particle !== '' && !looksWhole(word)) return 0
    if (word.cls.particle !== '' && word.cls.kind !== 'unknown') return 0
    if (
      word.cls.kind === 'common' &&
      k === i + 1 &&
      word.text.length > 1 &&
      !/(?:학과|학부|과|부|실|국|팀|담당)$/.test(word.text) &&
      !/^(?:전|현|신임)$/.test(word.text)
    )
      return 0
  }
  return 0
}

const LONGEST_BRACKET = 26

/** "박한별(사진) 차관", "H2NURI(누리연합) 회장", "서울누리(SN)공사 사장": the word after a bracket that stands between, or `k` where none does. */
function overBracket(text: string, words: readonly Word[], k: number): number {
  // "이한별 (주)가람 대표": the form of the firm before its name
  const formed = words[k + 1]
  if (
    formed !== undefined &&
    /^[주유재사]$/.test(words[k]!.text) &&
    formed.start === words[k]!.end + 1 &&
    text.slice(words[k - 1]!.end, words[k]!.start) === ' ('
  )
    return k + 1
  const opening = words[k - 1]!.end
  if (text.charCodeAt(opening) !== 0x28) return k
  const closing = text.indexOf(')', opening)
  if (closing < 0 || closing - opening > LONGEST_BRACKET) return k
  let n = k
  while (n < words.length && words[n]!.start < closing) n++
  const next = words[n]
  if (n === k || next === undefined || next.start - closing > 2 || text.slice(closing + 1, next.start).trim() !== '') return k
  return n
}

/** An unknown word that only seems to carry a particle: 물온, 새피스. */
const looksWhole = (word: Word): boolean =>
  /(?:학과|학부|대학원)$/.test(word.text) || (word.cls.particle.length === 1 && !/[을를의에]$/.test(word.text) && word.text.length <= 6)

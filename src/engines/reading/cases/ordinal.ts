import { toNumber } from '#quantity/decimal'
import { scanNumber } from '#quantity/number'
import { isSyllable, readAt, sticky } from '../temporal/lexicon.ts'
import { plainNumber } from './plain-number.ts'
import { type Found, found } from './suite-case.ts'

const TAIL = sticky(' ?번 ?째|째 ?번|째')
const FIRST = sticky('첫 ?번 ?째|첫째 ?번|첫째|처음|첫음')
const RANK = sticky('등(?!급|록|장|산|교|기|본|반|한|불)')
const RELATIVE: readonly (readonly [RegExp, 'end' | 'current', number])[] = [
  [sticky('(?:마지막|끝|뒤)에서 ?(?:바로 ?)?전(?:의 ?것| ?것)?'), 'end', -1],
  [sticky('(?:마지막|끝)(?:의| ?바로) ?(?:옆|앞|전)(?:의 ?것)?'), 'end', -1],
  [sticky('(?:마지막|끝)(?![가-힣]|나|내|까|날)|(?:마지막|끝)(?=[은이을에의만도인]|으로|입니다)'), 'end', 0],
  [sticky('이전 ?것|(?:바로 )?앞의 ?것'), 'current', -1],
  [sticky('다음 ?것|다음의 ?것|다음(?![가-힣])|다음(?=[을은이]|으로)'), 'current', 1],
  [sticky('지금의 ?것|현재(?:의)? ?것|현재(?![가-힣])|현재(?=[를는가의])'), 'current', 0],
]
const FROM_END = sticky('(?:마지막|끝|뒤)에서 ?')

/** The place that a text names as a whole (첫째, 네째번, 스물 한번째, 21번째), or null. `ordinalValue('네째번') // => 4` */
export function ordinalValue(text: string): number | null {
  const one = countedAt(text, 0)
  return one && one.end === text.length ? one.value : null
}

/** A counted place that starts at `at`: 첫번째, 스물다섯 번째, 21번째, 이백등, 일조 번째. */
function countedAt(text: string, at: number): { end: number; value: number } | null {
  const first = readAt(FIRST, text, at)
  if (first) return { end: at + first[0].length, value: 1 }
  const number = scanNumber(text, at, { spacedGroups: true })
  if (!number || number.fuzzy || number.ratio) return null
  const tail = readAt(TAIL, text, number.end) ?? readAt(RANK, text, number.end)
  return tail ? { end: number.end + tail[0].length, value: toNumber(number.value) } : null
}

const MONTH_BEFORE = /[월]\s*$/

/** A day behind a month counts a place in it: 오월 11일, 오월 십일일; a numeral that takes the syllable of 일 for itself keeps it (이십일 is 21). */
function dayAt(text: string, at: number): { end: number; value: number } | null {
  if (!MONTH_BEFORE.test(text.slice(Math.max(0, at - 3), at))) return null
  const number = scanNumber(text, at)
  if (!number || number.native || number.ratio) return null
  const value = toNumber(number.value)
  if (value < 1 || value > 31) return null
  if (text.charAt(number.end) === '일') return { end: number.end + 1, value }
  return !number.digits && text.charAt(number.end - 1) === '일' ? { end: number.end, value } : null
}

const result = (text: string, start: number, end: number, type: string, offset: number, to: string, value: string) =>
  found(text, start, end, type, { offset: plainNumber(offset), relativeTo: to, value })

function relativeAt(text: string, at: number): Found | null {
  const back = readAt(FROM_END, text, at)
  const counted = back ? countedAt(text, at + back[0].length) : null
  if (counted) {
    const offset = 1 - counted.value
    return result(text, at, counted.end, 'ordinal.relative', offset, 'end', `end${offset < 0 ? offset : '+0'}`)
  }
  for (const [expression, to, offset] of RELATIVE) {
    const m = readAt(expression, text, at)
    if (m) return result(text, at, at + m[0].length, 'ordinal.relative', offset, to, `${to}${offset < 0 ? offset : `+${offset}`}`)
  }
  return null
}

/**
 * Every ordinal (서수) of a text: counted from the start (첫번째, 21번째, 이등), a day of a month, and with `relative` those counted from the end or the present
 * one (마지막, 뒤에서 세번째, 다음 것).
 * `ordinals('여행 온지 2번째 날', { relative: true })[0]!.text // => '2번째'`
 */
export function ordinals(text: string, options: { relative: boolean }): Found[] {
  const all: Found[] = []
  for (let p = 0; p < text.length; p++) {
    if (p > 0 && isSyllable(text, p - 1) && isSyllable(text, p) && !MONTH_BEFORE.test(text.charAt(p - 1))) continue
    const relative = relativeAt(text, p)
    if (relative) {
      if (options.relative) all.push(relative)
      p = relative.end - 1
      continue
    }
    const one = countedAt(text, p) ?? dayAt(text, p)
    if (!one) continue
    all.push(result(text, p, one.end, 'ordinal', one.value, 'start', plainNumber(one.value)))
    p = one.end - 1
  }
  return all
}

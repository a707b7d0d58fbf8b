/** Small words of the calendar as regular expression sources and their values. Sources are joined into sticky expressions once, when a module loads. */

const SINO = '일이삼사오육칠팔구'
const NATIVE: Readonly<Record<string, number>> = {
  ...{ 하나: 1, 한: 1, 둘: 2, 두: 2, 셋: 3, 세: 3, 석: 3, 서: 3, 넷: 4, 네: 4, 넉: 4, 다섯: 5, 닷: 5, 여섯: 6, 엿: 6, 일곱: 7, 여덟: 8, 아홉: 9 },
  ...{ 열: 10, 스물: 20, 스무: 20, 서른: 30, 마흔: 40, 쉰: 50 },
}

/** Sino-Korean numerals below ten thousand (이천십육, 삼십일), each place at most once. */
export const SINO_NUMBER = `(?:(?:[${SINO}]?천)?(?:[${SINO}]?백)?(?:[${SINO}]?십)?[${SINO}륙]?)`
/** Native numerals from 하나 to 쉰아홉, as they stand before a counter. */
export const NATIVE_NUMBER =
  '(?:(?:열|스물|스무|서른|마흔|쉰)?(?:하나|한|둘|두|셋|세|석|넷|네|넉|다섯|여섯|일곱|여덟|아홉)|열|스물|스무|서른|마흔|쉰)'
/** A day of the month in figures or words, without 일. */
export const DAY_NUMBER = `(?:[12][0-9]|3[01]|0?[1-9]|[이삼]?십[${SINO}륙]?|[${SINO}])(?![0-9])`
/** A month in figures or words, without 월; 유월 and 시월 are June and October, 정월 is January. */
export const MONTH_NUMBER = '(?:1[0-2]|0?[1-9]|십[일이]|[일이삼사오육유칠팔구시십정])'
/** An ordinal before a weekday or a week: 첫째, 두 번째, 3번째, 마지막. */
export const ORDINAL =
  '(?:마지막|첫 ?번 ?째|첫째|첫|둘째|셋째|넷째|네째|두 ?번 ?째|(?:열 ?)?(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉) ?번? ?째|열 ?번? ?째|[0-9]{1,2} ?번? ?째)'
export const WEEKDAY = '[월화수목금토일](?:요일|욜)'

/** The value of a numeral in figures (full-width too), Sino-Korean or native words; NaN for other text. `smallNumber('이십일') // => 21` */
export function smallNumber(text: string): number {
  const plain = text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  if (/^[0-9.]+$/.test(plain)) return Number(plain)
  const native = nativeValue(plain)
  return Number.isNaN(native) ? sinoValue(plain) : native
}

function nativeValue(text: string): number {
  if (text in NATIVE) return NATIVE[text]!
  for (const tens of ['열', '스물', '스무', '서른', '마흔', '쉰']) {
    const rest = text.slice(tens.length)
    if (text.startsWith(tens) && rest in NATIVE && NATIVE[rest]! < 10) return NATIVE[tens]! + NATIVE[rest]!
  }
  return Number.NaN
}

function sinoValue(text: string): number {
  if (text === '') return Number.NaN
  if (/^[영공일이삼사오육칠팔구]{4}$/.test(text)) return Number([...text].map((c) => '영일이삼사오육칠팔구'.indexOf(c === '공' ? '영' : c)).join(''))
  let total = 0
  let digit = -1
  for (const c of text) {
    const value = '영일이삼사오육칠팔구'.indexOf(c === '륙' ? '육' : c === '공' ? '영' : c)
    const power = { 십: 10, 백: 100, 천: 1000 }[c]
    if (value >= 0 && digit < 0) digit = value
    else if (power) {
      total += (digit < 0 ? 1 : digit) * power
      digit = -1
    } else return Number.NaN
  }
  return total + Math.max(digit, 0)
}

/** The number of a month word without 월. `monthNumber('유') // => 6` */
export function monthNumber(text: string): number {
  return { 정: 1, 유: 6, 시: 10 }[text] ?? smallNumber(text)
}

/** 1 (Monday) to 7 (Sunday) of a weekday word. `weekdayNumber('금요일') // => 5` */
export function weekdayNumber(text: string): number {
  return '월화수목금토일'.indexOf(text.charAt(0)) + 1
}

/** The place an ordinal names; −1 for 마지막. `ordinalNumber('두 번째') // => 2` */
export function ordinalNumber(text: string): number {
  if (text === '마지막') return -1
  const stem = text.replace(/ ?번? ?째$/, '').replace(/ /g, '')
  return stem === '첫' ? 1 : smallNumber(stem)
}

/** A sticky expression from its source, for reading at one place. `readAt(sticky('[0-9]+'), 'a12', 1)![0] // => '12'` */
export function sticky(source: string): RegExp {
  return new RegExp(source, 'y')
}

/** The match of a sticky expression exactly at `at`, or null. `readAt(sticky('b'), 'ab', 0) // => null` */
export function readAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at
  return expression.exec(text)
}

/** True where a Hangul syllable stands at `at`. `isSyllable('a가', 1) // => true` */
export function isSyllable(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xac00 && code <= 0xd7a3
}

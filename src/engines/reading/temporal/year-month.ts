import { MONTH_NUMBER, monthNumber, readAt, SINO_NUMBER, smallNumber, sticky } from './lexicon.ts'
import type { Direction, MonthRef, Scan, YearRef } from './moment.ts'

/** Words that point at the neighbour before, the present one and the one after (지난, 이번, 다음). */
export const LAST = '지난|저번|전|작'
export const THIS = '이번|금|당|올|이'
export const NEXT = '다음|다가오는|오는|돌아오는|차|내'

const YEAR_WORDS: Readonly<Record<string, number>> = {
  ...{
    재작년: -2,
    지지난해: -2,
    작년: -1,
    지난해: -1,
    전년: -1,
    올해: 0,
    금년: 0,
    이번해: 0,
    당해: 0,
    내년: 1,
    명년: 1,
    다음해: 1,
    이듬해: 1,
    내후년: 2,
    후년: 2,
  },
}
const MONTH_WORDS: Readonly<Record<string, number>> = {
  ...{
    지지난달: -2,
    지난달: -1,
    저번달: -1,
    전월: -1,
    전달: -1,
    이번달: 0,
    이달: 0,
    당월: 0,
    금월: 0,
    다음달: 1,
    내달: 1,
    익월: 1,
    차월: 1,
    오는달: 1,
    다가오는달: 1,
    다다음달: 2,
  },
}
const spaced = (words: Readonly<Record<string, number>>) =>
  Object.keys(words)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/(해|달)$/, ' ?$1'))
    .join('|')

const YEAR = sticky(
  `(?:(${spaced(YEAR_WORDS)})(?!당|외|양|석|콤)|([0-9]{2,4}|[일이]?천${SINO_NUMBER}|[일이][영공일이삼사오육칠팔구]{3}) ?년(?!간|생|대|도|여|차|짜리|형))`,
)
const MONTH = sticky(
  `(?:(${spaced(MONTH_WORDS)})(?!리|러|력|성)|(?:(${LAST}|이번|${NEXT}) ?)?(${MONTH_NUMBER})월(?!급|세|요일)(?: ?달(?![력성러라]))?)`,
)
const OF = sticky('(?:의)? ?')

/** The year that starts at `at`: 2016년, 이천십육년, 작년, 올 해. `yearAt('작년 가을', 0)!.end // => 2` */
export function yearAt(text: string, at: number): Scan<YearRef> {
  const found = readAt(YEAR, text, at)
  if (!found) return null
  const end = at + found[0].length
  if (found[1]) return { end, value: { kind: 'offset', offset: YEAR_WORDS[found[1].replace(' ', '')]! } }
  const year = smallNumber(found[2]!)
  return Number.isNaN(year) || year < 1 ? null : { end, value: { kind: 'number', year, figures: /^[0-9]/.test(found[2]!) ? found[2]!.length : 4 } }
}

/** Which neighbour a pointing word means. `directionOf('다가오는') // => 'next'` */
export function directionOf(word: string): Direction {
  return LAST.split('|').includes(word) ? 'last' : NEXT.split('|').includes(word) ? 'next' : 'this'
}

/** The month that starts at `at`: 3월, 유월, 다음 6월, 이번 달, 9월 달. `monthAt('다음 달 20일', 0)!.value // => ({ kind: 'offset', offset: 1 })` */
export function monthAt(text: string, at: number): Scan<MonthRef> {
  const found = readAt(MONTH, text, at)
  if (!found) return null
  const end = at + found[0].length
  if (found[1]) return { end, value: { kind: 'offset', offset: MONTH_WORDS[found[1].replace(' ', '')]! } }
  const month = monthNumber(found[3]!)
  if (Number.isNaN(month) || month < 1 || month > 12) return null
  return { end, value: { kind: 'number', month, ...(found[2] ? { direction: directionOf(found[2]) } : {}) } }
}

/** A year, a month or both from the left: 2018년 1월, 7월의, 내년. `next` is where the words after 의 and a space begin. */
export type Head = { end: number; next: number; year?: YearRef; month?: MonthRef }

/** The head of a calendar expression at `at`; null where it has neither year nor month. `headAt('2018년 1월 12일', 0)!.end // => 8` */
export function headAt(text: string, at: number): Head | null {
  const year = yearAt(text, at)
  const after = year ? skipOf(text, year.end) : at
  const month = monthAt(text, after)
  if (!year && !month) return null
  const end = month?.end ?? year!.end
  return { end, next: skipOf(text, end), ...(year ? { year: year.value } : {}), ...(month ? { month: month.value } : {}) }
}

function skipOf(text: string, at: number): number {
  return at + readAt(OF, text, at)![0].length
}

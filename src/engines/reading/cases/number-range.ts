import { compare, type Decimal } from '#quantity/decimal'
import { scanNumber } from '#quantity/number'
import { isSyllable, readAt, sticky } from '../temporal/lexicon.ts'
import { plainNumber } from './plain-number.ts'
import { type Found, found } from './suite-case.ts'

/** One bound or interval of numbers as a phrase says it; null ends are open without limit. */
type Range = { start: number; end: number; low: Decimal | null; lowClosed: boolean; high: Decimal | null; highClosed: boolean }

const COUNTER =
  '(?: ?번 ?째| ?(?:등|위|점|개월|개|세|살|명|마리|인|건|대|권|회|번|층|원|달러|년|일|km|kg|cm|도|퍼센트|%|프로|미터|킬로미터|킬로그램|파운드|마일|표|장|곳|가지|평|톤|배)(?![이의]? ?하는))?'
const UNIT = sticky(COUNTER)
const TO = '(?:와|과|이랑|랑)'
const ENDING = '(?:습니다|니다|다|고|지만|으며|며|은|는|ㄴ|게|던|을|기)?'
const GREATER = `(?:크거나|크고|크지만|크며|크다|클|큰|커|큽니다|크|많${ENDING}|높${ENDING}|넘${ENDING})`
const LESS = `(?:작${ENDING}|적${ENDING}|낮${ENDING}|어리${ENDING})`
const SAME = '(?:같(?:습니다|다|고|지만|으며|은|아요|아)?|동일(?:합니다|하다|한|하고)?)'

type Rule = { expression: RegExp; low?: 'open' | 'closed'; high?: 'open' | 'closed' }
const rule = (source: string, low?: 'open' | 'closed', high?: 'open' | 'closed'): Rule => ({
  expression: sticky(source),
  ...(low ? { low } : {}),
  ...(high ? { high } : {}),
})

const MORE_STEM = '(?:크|많|높)'
const LESS_STEM = '(?:작|적|낮)'
const OR = `(?:이?거나|이?나| 또는| 혹은)`
/** What stands behind a number, longest constructions first. */
const BEHIND: readonly Rule[] = [
  rule(` ?보다 ?(?:더 ?)?${MORE_STEM}거나 ?${SAME}`, 'closed'),
  rule(` ?보다 ?(?:더 ?)?${LESS_STEM}거나 ?${SAME}`, undefined, 'closed'),
  rule(` ?${TO} ?같거나 ?(?:그 ?보다 ?)?(?:더 ?)?${GREATER}`, 'closed'),
  rule(` ?${TO} ?같거나 ?(?:그 ?보다 ?)?(?:더 ?)?${LESS}`, undefined, 'closed'),
  rule(` ?${OR} ?그 ?보다 ?(?:더 ?)?${GREATER}`, 'closed'),
  rule(` ?${OR} ?그 ?보다 ?(?:더 ?)?${LESS}`, undefined, 'closed'),
  rule(` ?${OR} ?그 ?(?:이상|초과)`, 'closed'),
  rule(` ?${OR} ?그 ?(?:이하|미만)`, undefined, 'closed'),
  rule(` ?보다 ?(?:더 ?)?${MORE_STEM}지 ?않(?:습니다|다|은|는|고|아)?`, undefined, 'closed'),
  rule(` ?보다 ?(?:더 ?)?${LESS_STEM}지 ?않(?:습니다|다|은|는|고|아)?`, 'closed'),
  rule('(?:이|가|을|를)? ?넘지 ?(?:않(?:습니다|는다|는|은|고)?|못하는)', undefined, 'closed'),
  rule(` ?보다 ?(?:더 ?)?${GREATER}`, 'open'),
  rule(` ?보다 ?(?:더 ?)?${LESS}`, undefined, 'open'),
  rule(' ?이상', 'closed'),
  rule('(?:을|를) ?초과(?:하는|한다|합니다|했다|한)?', 'open'),
  rule(' ?초과', 'open'),
  rule(' ?이하', undefined, 'closed'),
  rule(' ?(?:미만|아래)', undefined, 'open'),
  rule('(?:이|가|을|를)? ?(?:넘는다|넘는|넘었다|넘게|넘습니다|넘은|넘다|웃도는|웃돈다)', 'open'),
  rule('(?:을|를)? ?(?:밑도는|밑돈다|못 미치는)', undefined, 'open'),
  rule('에 ?(?:달하는|이르는|육박하는)', undefined, 'closed'),
  rule('에 ?해당하는', 'closed', 'closed'),
  rule(` ?${TO} ?같(?=[ ]?거나)`, 'closed', 'closed'),
  rule(` ?${TO} ?${SAME}`, 'closed', 'closed'),
  rule(' ?(?:>=|≥)', 'closed'),
  rule(' ?(?:<=|≤)', undefined, 'closed'),
]
/** What stands in front of a number. */
const BEFORE: readonly Rule[] = [
  rule('(?:최소한?|적어도|최저) ?', 'closed'),
  rule('(?:최대한?|많아야|최고|기껏해야) ?', undefined, 'closed'),
  rule('(?:정확히|딱) ?', 'closed', 'closed'),
  rule('(?:>=|≥) ?', 'closed'),
  rule('(?:<=|≤) ?', undefined, 'closed'),
  rule('= ?', 'closed', 'closed'),
  rule('> ?', 'open'),
  rule('< ?', undefined, 'open'),
]

type Amount = { start: number; end: number; unitEnd: number; value: Decimal }

function amountAt(text: string, at: number): Amount | null {
  if (at > 0 && isSyllable(text, at - 1) && isSyllable(text, at)) return null
  if (at > 0 && /[0-9A-Za-z/]/.test(text.charAt(at - 1))) return null
  const number = scanNumber(text, at)
  if (!number || number.fuzzy) return null
  const unit = readAt(UNIT, text, number.end)!
  return { start: at, end: number.end, unitEnd: number.end + unit[0].length, value: number.value }
}

const bounded = (start: number, end: number, value: Decimal, r: Rule): Range => ({
  start,
  end,
  low: r.low ? value : null,
  lowClosed: r.low === 'closed',
  high: r.high ? value : null,
  highClosed: r.high === 'closed',
})

const IS = sticky('이다(?![가-힣])|입니다(?![가-힣])')
const SUBJECT = /(?:은|는|이|가) $/

/** A single bound at `at`: a word in front (최소 20개), or words behind the number (20명 이상, 30보다 크다, 20과 같다, 20이다). */
function boundAt(text: string, at: number): Range | null {
  for (const r of BEFORE) {
    const m = readAt(r.expression, text, at)
    if (!m || /[<>=!]/.test(text.charAt(at - 1)) || /[<>=]/.test(text.charAt(at + m[0].length))) continue
    const amount = amountAt(text, at + m[0].length)
    if (!amount) continue
    return bounded(
      at,
      r.low && r.high ? amount.end : amount.unitEnd > amount.end && !/^[가-힣]/.test(m[0]) ? amount.end : amount.unitEnd,
      amount.value,
      r,
    )
  }
  const amount = amountAt(text, at)
  if (!amount) return null
  for (const from of new Set([amount.unitEnd, amount.end])) {
    for (const r of BEHIND) {
      const m = readAt(r.expression, text, from)
      if (m) return bounded(at, from + m[0].length, amount.value, r)
    }
  }
  const is = readAt(IS, text, amount.end)
  if (is && SUBJECT.test(text.slice(Math.max(0, at - 2), at)))
    return bounded(at, amount.end + is[0].length, amount.value, { expression: IS, low: 'closed', high: 'closed' })
  return null
}

const TILL = sticky(' ?(?:([-~–—∼～])|(에서부터|에서|부터)|(와|과)) ?')
const UNTIL = sticky(' ?(까지|사이)')

/** An interval of two numbers: 20과 30 사이, 20에서 100, 20~100, 십등에서 십오등 사이. The upper end is open. */
function intervalAt(text: string, at: number): Range | null {
  const first = amountAt(text, at)
  if (!first) return null
  const mark = readAt(TILL, text, first.unitEnd) ?? readAt(TILL, text, first.end)
  if (!mark) return null
  const from = mark.index + mark[0].length
  const sign = mark[1] !== undefined
  if (sign && /[-+~/]/.test(text.charAt(at - 1))) return null
  const number = scanNumber(text, from) ?? (sign ? scanNumber(text.slice(from, from + 40), 0) : null)
  if (!number || number.fuzzy) return null
  const shifted = scanNumber(text, from) ? 0 : from
  const second = { end: number.end + shifted, value: number.value }
  if (sign && /^[-/]\d/.test(text.slice(second.end, second.end + 2))) return null
  const unitEnd = second.end + readAt(UNIT, text, second.end)![0].length
  const close = readAt(UNTIL, text, unitEnd) ?? readAt(UNTIL, text, second.end)
  if (mark[3] ? close?.[1] !== '사이' : false) return null
  if (compare(first.value, second.value) >= 0) return null
  const end = close ? close.index + close[0].length : second.end
  return { start: at, end, low: first.value, lowClosed: true, high: second.value, highClosed: false }
}

const JOIN = sticky('(?:에서|부터|이고|이며|이면서)?,? ?')

/** Two bounds that follow one another, one from below and one from above, are one interval: 20 초과 35 이하, 최대 100개에서 최소 20개. */
function joined(text: string, first: Range): Range | null {
  const join = readAt(JOIN, text, first.end)!
  const start = first.end + join[0].length
  if (start === first.end) return null
  const second = boundAt(text, start)
  if (!second || (first.low && first.high) || (second.low && second.high) || (first.low !== null) === (second.low !== null)) return null
  const [low, high] = first.low ? [first, second] : [second, first]
  if (compare(low.low!, high.high!) >= 0) return null
  return { start: first.start, end: second.end, low: low.low, lowClosed: low.lowClosed, high: high.high, highClosed: high.highClosed }
}

const intervalText = (r: Range): string =>
  `${r.lowClosed ? '[' : '('}${r.low ? plainNumber(r.low) : ''},${r.high ? plainNumber(r.high) : ''}${r.highClosed ? ']' : ')'}`

/**
 * Every range of numbers that a text states (수의 범위), in interval notation: 이상 [x, · 초과 (x, · 이하 x] · 미만 x); between two numbers the upper end is open.
 * `numberRanges('이 숫자는 이십 초과 삼십오 이하이다').map((r) => r.value) // => [{ value: '(20,35]' }]`
 */
export function numberRanges(text: string): Found[] {
  const all: Found[] = []
  for (let p = 0; p < text.length; p++) {
    const bound = boundAt(text, p)
    const range = (bound && joined(text, bound)) ?? intervalAt(text, p) ?? bound
    if (!range) {
      const amount = amountAt(text, p)
      if (amount) p = amount.end - 1
      continue
    }
    all.push(found(text, range.start, range.end, 'numberrange', { value: intervalText(range) }))
    p = range.end - 1
  }
  return all
}

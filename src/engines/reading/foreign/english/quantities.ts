import type { Bound } from '../../reading.ts'
import { englishFigure, type Figure } from '../figure.ts'
import type { Found } from '../mention.ts'
import { countedNoun, englishUnit, type ForeignUnit } from './units.ts'

const CURRENCY = /(?:(KRW|USD|EUR|JPY|CNY|RMB|GBP|Won|WON)[ \u00a0]?|(US\$|C\$|A\$|\$|₩|€|¥|£)[ \u00a0]?)(?=\d)/y
const SIGNS: Readonly<Record<string, string>> = {
  RMB: 'CNY',
  Won: 'KRW',
  WON: 'KRW',
  US$: 'USD',
  $: 'USD',
  '₩': 'KRW',
  '€': 'EUR',
  '¥': 'JPY',
  '£': 'GBP',
  C$: 'CAD',
  A$: 'AUD',
}

const WORDS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety'.split(
    ' ',
  )
/** Numbers in words. "One" counts nothing more often than not. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...WORDS.map((word, k) => [word, k < 19 ? k + 2 : (k - 16) * 10] as const),
  ['dozen', 12],
  ['hundred', 100],
])

const ABOUT = /(?:\b(?:about|around|approximately|approx\.?|some|nearly|roughly|almost|an estimated|estimated|close to)|~|≈)[ \n]?(?:a total of )?$/i
const LEAST =
  /\b(?:at least|(?<!\bnot? )more than|over|exceeding|above|no less than|not less than|a minimum of|upwards of|in excess of|surpassing)[ \n](?:a total of )?$/i
const MOST =
  /\b(?:up to|at most|as much as|as many as|no more than|not more than|a maximum of|limited to|capped at|less than|under|fewer than|below)[ \n]$/i
const AFTER_LEAST = /[ \n](?:or more|and above|or above)\b|\+/y
const AFTER_MOST = /[ \n](?:or less|or fewer|or below)\b/y
const RANGE = /[ \n]?(?:[-–~]|to)[ \n]?/y
const AND = /[ \n]and[ \n]/y
/** By 20 billion won to 65 billion won: no range, where each has its unit. */
const RAISED_BY = /\bby (?:about |another )?$/i
const FROM = /\bfrom (?:about |around |the current |some )?$/i
const PER =
  /[ \n]?(?:\/|(?:per|a|an|each|every)[ \n])(year|annum|month|person|household|company|firm|worker|employee|capita|site|team|day)\b|[ \n](annually|yearly|monthly)\b/iy
const PER_UNIT: Readonly<Record<string, string>> = {
  annum: 'year',
  annually: 'year',
  yearly: 'year',
  monthly: 'month',
  company: 'firm',
  worker: 'person',
  employee: 'person',
  capita: 'person',
}

const match = (rule: RegExp, text: string, at: number): RegExpExecArray | null => {
  rule.lastIndex = at
  return rule.exec(text)
}

/** One figure with its unit; the unit may stand behind a second figure (30-50 MW), which the caller then reads. */
interface One {
  readonly figure: Figure
  readonly unit: ForeignUnit | null
  readonly end: number
  readonly form: string
}

function one(text: string, at: number, currency: string | null): One | null {
  const figure = englishFigure(text, at, currency !== null)
  if (figure === null) return null
  if (currency !== null) {
    const behind = englishUnit(text, figure.end)
    const end = behind !== null && behind.unit.kind === 'money' && behind.unit.unit === currency ? behind.end : figure.end
    return { figure, unit: { kind: 'money', unit: currency, factor: 1 }, end, form: currency }
  }
  const found = englishUnit(text, figure.end)
  return found === null ? { figure, unit: null, end: figure.end, form: '' } : { figure, unit: found.unit, end: found.end, form: found.form }
}

const exact = (value: number, factor: number): number => (factor === 1 ? value : Number((value * factor).toPrecision(15)))

/**
 * The quantity (수량) whose figure or currency sign stands at `at`, with its range, bound and rate; null where nothing says what the figure counts.
 *
 * `englishQuantity('KRW 1.2 trillion', 0)!.value // => 1200000000000`
 */
export function englishQuantity(text: string, at: number): Found | null {
  const sign = match(CURRENCY, text, at)
  const currency = sign === null ? null : (SIGNS[sign[1] ?? sign[2]!] ?? sign[1] ?? null)
  const from = sign === null ? at : at + sign[0].length
  let first = one(text, from, currency)
  if (first === null) return null
  let max: number | null = null
  const lead = text.slice(Math.max(0, at - 24), at)
  const gap = /\bbetween $/i.test(lead) ? match(AND, text, first.end) : match(RANGE, text, first.end)
  // from A to B is a change, not a range: A is the old value
  const change = gap?.[0].includes('to') === true && (FROM.test(lead) || (first.unit !== null && RAISED_BY.test(lead)))
  if (gap !== null) {
    let next = first.end + gap[0].length
    const again = currency === null ? null : match(CURRENCY, text, next)
    if (again !== null) next += again[0].length
    const second = /\d/.test(text.charAt(next)) ? one(text, next, currency) : null
    if (change) {
      const noun = second?.unit != null ? second.unit : second === null ? null : countedNoun(text, second.end)
      if (first.unit === null && noun !== null)
        first = { ...first, unit: 'factor' in noun ? noun : { kind: 'count', unit: noun.unit, factor: 1 }, form: 'form' in noun ? noun.form : '' }
    } else if (second !== null && second.unit !== null && (first.unit === null || first.unit.unit === second.unit.unit)) {
      // "30-50 billion won": the first figure takes the magnitude of the second
      const power = !first.figure.magnitude && second.figure.magnitude ? magnitudeOf(text, second.figure) : 1
      const low = first.figure.value * power
      if (low < second.figure.value) {
        max = exact(second.figure.value, second.unit.factor)
        first = { ...second, figure: { ...first.figure, value: low } }
      }
    } else if (second !== null && second.unit === null && first.unit === null) {
      const noun = countedNoun(text, second.end)
      if (noun !== null && first.figure.value < second.figure.value)
        return finish(
          text,
          at,
          from,
          { ...second, figure: first.figure, unit: { kind: 'count', unit: noun.unit, factor: 1 }, end: noun.end, form: noun.form },
          second.figure.value,
        )
    }
  }
  if (first.unit === null) {
    const shared = countedNoun(text, first.end) === null ? listed(text, first) : null
    if (shared !== null) return lent(finish(text, at, from, shared, max))
    const noun = countedNoun(text, first.end) ?? numberOf(text, at, first) ?? bareCount(text, lead, first)
    if (noun === null || (first.figure.value >= 1e9 && !/^(?:jobs|persons|items)$/.test(noun.unit))) return null
    first = { ...first, unit: { kind: 'count', unit: noun.unit, factor: 1 }, end: noun.end, form: noun.form }
  }
  return finish(text, at, from, first, max)
}

/** A figure whose unit stands at the end of its list. */
const lent = (found: Found | null): Found | null => (found === null ? null : { ...found, certainty: 0.85, rule: `${found.kind}:lent` })

const LISTED = /,? and |, /y
const MOST_LISTED = 6

/** "120, 80 and 40 people", "2, 3 and 5 billion won": the figures of a list take unit and magnitude of its last. */
function listed(text: string, first: One): One | null {
  if (first.figure.plain && first.figure.value >= 1900 && first.figure.value < 2100) return null
  let { end } = first
  for (let k = 0; k < MOST_LISTED; k++) {
    const gap = match(LISTED, text, end)
    if (gap === null) return null
    const next = /\d/.test(text.charAt(end + gap[0].length)) ? one(text, end + gap[0].length, null) : null
    if (next === null) return null
    end = next.end
    const noun = next.unit === null ? countedNoun(text, next.end) : null
    if (next.unit === null && noun === null) continue
    if (!gap[0].includes('and')) return null
    const unit = next.unit ?? { kind: 'count' as const, unit: noun!.unit, factor: 1 }
    if (unit.kind === 'date' || unit.kind === 'period') return null
    const power = !first.figure.magnitude && next.figure.magnitude ? magnitudeOf(text, next.figure) : 1
    return { figure: { ...first.figure, value: exact(first.figure.value, power) }, unit, end: first.figure.end, form: next.form }
  }
  return null
}

const NUMBER_OF =
  /\bnumber of ((?:[A-Za-z-]+ ){1,5})(?:[\w'’-]+ ){0,9}?(?:from (?:\d[\d,.]* to )?|to |to be |is |was |at |reached )(?:about |around |over |more than |some |nearly |at least )?$/i

/** "the number of robot companies from 230 to 500": the noun stands before. */
function numberOf(text: string, at: number, { figure, end }: One): { unit: string; end: number; form: string } | null {
  if (figure.magnitude || !Number.isInteger(figure.value) || (figure.plain && figure.value >= 1900 && figure.value < 2100)) return null
  const found = NUMBER_OF.exec(text.slice(Math.max(0, at - 130), at))
  const noun = found === null ? null : countedNoun(` ${found[1]!.replace(/^.* and |^(?:its|their|the) /, '')}`, 0)
  return noun === null ? null : { unit: noun.unit, end, form: '' }
}

/** hire 150, and Jobs: 850: what a figure counts stands before it alone. */
const HIRES =
  /\b(?:hir(?:e|es|ed|ing)|employ(?:s|ed|ing)?|recruit(?:s|ed|ing)?|take on|takes on) (?:about |around |some |over |up to |another |a further |an additional )?$/i
const LABELLED = /(?:^|[\n.;|•-] ?)(jobs?|employment|employees|headcount|workers|hiring|firms|companies|tenants)(?: created| planned)?: ?$/i
/** Its headcount will rise to 1,800: staff without a noun behind. */
const STAFF =
  /\b(?:headcount|workforce|payroll|staff|employees|[Jj]obs)\b[^.;,]{0,40}\b(?:to|by|from)(?: \d[\d,]* to)? (?:about |around |over |some |more than )?$/i
/** What may follow a figure that counts nothing beyond it. */
const ENDED = /^(?:[.,;)]?(?:\s|$)|[.;)])/

function bareCount(text: string, lead: string, { figure, end }: One): { unit: string; end: number; form: string } | null {
  if (
    !figure.magnitude &&
    Number.isInteger(figure.value) &&
    !(figure.plain && figure.value >= 1900 && figure.value < 2100) &&
    STAFF.test(text.slice(Math.max(0, figure.start - 64), figure.start))
  )
    return { unit: 'persons', end, form: '' }
  // another 6,400 will be employed
  if (
    !figure.magnitude &&
    Number.isInteger(figure.value) &&
    /^ (?:will|would|are to|are expected to) be (?:hired|employed|recruited)\b/.test(text.slice(end, end + 36))
  )
    return { unit: 'persons', end, form: '' }
  // will take on 65 more
  if (
    !figure.magnitude &&
    Number.isInteger(figure.value) &&
    HIRES.test(lead) &&
    /^ more(?:[.,;)]|$| (?:in|at|by|for|there|here)\b)/.test(text.slice(end, end + 12))
  )
    return { unit: 'persons', end, form: '' }
  if (figure.magnitude || !Number.isInteger(figure.value) || !ENDED.test(text.slice(end, end + 2))) return null
  if (HIRES.test(lead) && !/^ (?!(?:in|at|by|for|there|here)\b)[a-z]/.test(text.slice(end, end + 7))) return { unit: 'persons', end, form: '' }
  const label = LABELLED.exec(lead)
  return label === null
    ? null
    : { unit: /firm|compan|tenant/i.test(label[1]!) ? 'firms' : /^job/i.test(label[1]!) ? 'jobs' : 'persons', end, form: '' }
}

/** The power of ten that the word behind a figure stands for. */
function magnitudeOf(text: string, figure: Figure): number {
  const bare = Number.parseFloat(text.slice(figure.start, figure.end).replaceAll(',', ''))
  return bare === 0 ? 1 : Math.round(figure.value / bare)
}

function finish(text: string, start: number, from: number, { figure, unit, end, form }: One, valueMax: number | null): Found | null {
  if (unit === null) return null
  const head = text.slice(Math.max(0, start - 28), start)
  const least = match(AFTER_LEAST, text, end)
  const most = match(AFTER_MOST, text, end)
  const bound: Bound | null =
    valueMax !== null || unit.kind === 'period' ? null : least !== null || LEAST.test(head) ? 'min' : most !== null || MOST.test(head) ? 'max' : null
  const stop = end + (least?.[0].length ?? most?.[0].length ?? 0)
  const rate = unit.kind === 'money' ? match(PER, text, stop) : null
  // 1.7 million won per 3.3 square metres is a price
  const price = unit.kind === 'money' && rate === null && /^ per \d[\d.]* ?(?:square|sq|pyeong|㎡|m2|m²)/.test(text.slice(stop, stop + 24))
  const word = price ? 'area' : rate === null ? null : (rate[1] ?? rate[2]!).toLowerCase()
  return {
    kind: unit.kind,
    start,
    end: stop,
    value: exact(figure.value, unit.factor),
    valueMax,
    unit: unit.unit,
    approximate: ABOUT.test(head),
    bound,
    per: word === null ? null : (PER_UNIT[word] ?? word),
    printed: { amount: text.slice(from, figure.end), unit: form },
    certainty: unit.kind === 'count' ? 0.9 : 0.96,
    rule: unit.kind === 'count' && !/^(?:t|L|multiple)$/.test(unit.unit) ? 'count:noun' : `${unit.kind}:unit`,
  }
}

const MAGNITUDE: Readonly<Record<string, number>> = { dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }
const SPELT = /[A-Za-z]+(?:-(one|two|three|four|five|six|seven|eight|nine)(?![A-Za-z]))?(?:[ -](dozen|hundred|thousand|million|billion|trillion))?/y
/** What spelt numbers are read for: those that a press release promises. */
const SPELT_COUNTS = new Set(['jobs', 'persons', 'firms', 'factories', 'projects', 'institutions', 'cases', 'buildings'])

/** A number in words with a unit behind it (five companies, two million square metres), less sure than figures. */
export function spelledQuantity(text: string, at: number, word: string): Found | null {
  const value = NUMBER_WORDS.get(word)
  const spelt = match(SPELT, text, at)
  if (value === undefined || spelt === null) return null
  // a dozen, a hundred; not several dozen
  if (/^(?:dozen|hundred)$/.test(word) && !/\b(?:an?|one) $/i.test(text.slice(Math.max(0, at - 4), at))) return null
  const ones = spelt[1] === undefined ? 0 : 1 + 'one two three four five six seven eight nine'.split(' ').indexOf(spelt[1])
  const power = spelt[2] === undefined ? 1 : MAGNITUDE[spelt[2]]!
  const figure: Figure = { start: at, end: at + spelt[0].length, value: (value + ones) * power, plain: false, magnitude: power > 1 }
  const unit = englishUnit(text, figure.end)
  if (unit !== null && unit.form.length > 1) return weaker(finish(text, at, at, { figure, unit: unit.unit, end: unit.end, form: unit.form }, null))
  const noun = countedNoun(text, figure.end)
  if (noun === null || !SPELT_COUNTS.has(noun.unit)) return null
  return weaker(finish(text, at, at, { figure, unit: { kind: 'count', unit: noun.unit, factor: 1 }, end: noun.end, form: noun.form }, null))
}

const weaker = (found: Found | null): Found | null => (found === null ? null : { ...found, certainty: 0.7, rule: `${found.kind}:words` })

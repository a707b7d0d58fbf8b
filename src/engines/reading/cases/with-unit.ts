import { add, type Decimal, decimal, multiply } from '#quantity/decimal'
import { scanNumber } from '#quantity/number'
import { isSyllable, readAt, sticky } from '../temporal/lexicon.ts'
import { CURRENCY_FORMS, CURRENCY_SIGNS, CURRENCY_WORDS, currencyName, isSmallUnit } from './currency-names.ts'
import { plainNumber } from './plain-number.ts'
import { type Found, found } from './suite-case.ts'

/** A number with a unit behind it: the number's span starts the thing, the unit's ends it. */
type Counted = { start: number; end: number; value: Decimal; unit: string }

/** Reads numbers left to right and asks `unitAt` for the unit behind each (after at most one space). */
function counted(text: string, unitAt: (text: string, at: number, start: number) => { end: number; unit: string } | null): Counted[] {
  const all: Counted[] = []
  for (let p = 0; p < text.length; p++) {
    if (p > 0 && isSyllable(text, p - 1) && isSyllable(text, p)) continue
    const number = scanNumber(text, p)
    if (!number) continue
    const spaced = number.fuzzy ? null : (behind(text, number.end, p, unitAt) ?? null)
    if (spaced) {
      all.push({ start: p, end: spaced.end, value: number.value, unit: spaced.unit })
      p = spaced.end - 1
    } else if (number.digits) p = number.end - 1
  }
  return all
}

function behind(text: string, at: number, start: number, unitAt: (text: string, at: number, start: number) => { end: number; unit: string } | null) {
  return unitAt(text, at, start) ?? (text.charAt(at) === ' ' ? unitAt(text, at + 1, start) : null)
}

const TAIL = /^(?:[은는이가을를에의로와과도만씩짜당까부보면정]|이나|이면|이다|입|상|어치|미만|이상|이하|초과|가량|정도|규모|쯤|한|대|선|화)/

/** True where a unit's word ends, or a particle or a word of amount goes on behind it. */
function ends(text: string, at: number): boolean {
  return !isSyllable(text, at) || TAIL.test(text.slice(at, at + 2))
}

const FORM = sticky(`(${CURRENCY_FORMS})`)
const WORD = sticky(`(${CURRENCY_WORDS})`)
const SIGN = sticky(`(${CURRENCY_SIGNS}) ?`)

function currencyAt(text: string, at: number): { end: number; unit: string } | null {
  const form = readAt(FORM, text, at)
  return form && ends(text, at + form[0].length) ? { end: at + form[0].length, unit: form[1]! } : null
}

/** Money in a text: 1억 미국 달러, 3 달러 50 센트, $20, 143.80 엔; a bare 달러 is a unit without a value. */
export function currencies(text: string): Found[] {
  const all: Found[] = []
  const push = (start: number, end: number, value: string | null, form: string) => {
    const name = currencyName(form)!
    all.push(found(text, start, end, 'currency', { value, unit: name.unit, ...(name.iso ? { isoCurrency: name.iso } : {}) }))
  }
  const amounts = counted(text, currencyAt)
  for (let i = 0; i < amounts.length; i++) {
    const one = amounts[i]!
    const next = amounts[i + 1]
    const small = next && next.start - one.end <= 1 && isSmallUnit(currencyName(next.unit)!.unit) && !isSmallUnit(currencyName(one.unit)!.unit)
    if (small) {
      push(one.start, next.end, plainNumber(add(one.value, multiply(next.value, decimal('0.01')))), one.unit)
      i++
    } else push(one.start, one.end, plainNumber(one.value), one.unit)
  }
  const taken = coverOf(text, all)
  for (let p = 0; p < text.length; p++) {
    if (taken(p) || (p > 0 && isSyllable(text, p - 1))) continue
    const sign = p > 0 && /[A-Za-z]/.test(text.charAt(p - 1)) ? null : readAt(SIGN, text, p)
    const number = sign ? scanNumber(text, p + sign[0].length) : null
    if (sign && number?.digits && !taken(p + sign[0].length)) push(p, number.end, plainNumber(number.value), sign[1]!)
    const word = readAt(WORD, text, p)
    if (word && ends(text, p + word[0].length)) push(p, p + word[0].length, null, word[1]!)
  }
  return all.sort((a, b) => a.start - b.start)
}

/** Which offsets lie inside something already found. */
function coverOf(text: string, all: readonly Found[]): (at: number) => boolean {
  const inside = new Uint8Array(text.length)
  for (const { start, end } of all) inside.fill(1, start, end)
  return (at) => inside[at] === 1
}

const AGE = sticky('(살|세(?!대|기|계|트|션|금|월)|개월|(?:달|년|주일|주|일)(?=(?: ?이상| ?이나| ?가까이|이|가|도)? ?(?:된|됐|되었|넘은|령)|배기))')
const AGE_UNIT: Readonly<Record<string, string>> = {
  살: 'Year',
  세: 'Year',
  개월: 'Month',
  달: 'Month',
  년: 'Year',
  주일: 'Week',
  주: 'Week',
  일: 'Day',
}
const SPACED_TENS = /([일이삼사오육칠팔구]?십) ?([일이삼사오육칠팔구])$/

/** Ages in a text (나이): 3살, 50 세, 십 팔 개월. */
export function ages(text: string): Found[] {
  return counted(text, (t, at) => {
    const m = readAt(AGE, t, at)
    return m ? { end: at + m[0].length, unit: AGE_UNIT[m[1]!]! } : null
  }).map((one) => {
    // 십 팔 개월: the ten may stand apart from its units
    const from = Math.max(0, one.start - 4)
    const before = SPACED_TENS.exec(text.slice(from, one.start + 1))
    const full = text.slice(one.start).match(/^만 (?=[0-9])/)
    if (full) {
      const start = one.start + full[0].length
      return found(text, start, one.end, 'age', { value: plainNumber(scanNumber(text, start)!.value), unit: one.unit })
    }
    const ten = before?.[0].includes(' ') ? scanNumber(before[1]!, 0) : null
    const start = ten ? from + before!.index : one.start
    return found(text, start, one.end, 'age', { value: plainNumber(ten ? add(ten.value, one.value) : one.value), unit: one.unit })
  })
}

const PERCENT = sticky(
  '(?:%|％|퍼 ?센 ?트|프 ?로(?![가-힣])|프로(?=[의는가를만도로에씩이])|퍼 ?센 ?티 ?지|퍼센테이지)(?![0-9A-Za-z])(?! ?(?:포인트|p|P))',
)
const PER_HUNDRED = sticky('백 ?분의 ?')

/** Percentages in a text (백분율): 240 퍼센트, 백퍼센트, 100%, 백분의 이십. */
export function percents(text: string): Found[] {
  const all = counted(text, (t, at, start) => {
    if (start > 0 && /[A-Za-z%]/.test(t.charAt(start - 1))) return null
    const m = readAt(PERCENT, t, at)
    return m ? { end: at + m[0].length, unit: '%' } : null
  }).map((one) => found(text, one.start, one.end, 'percentage', { value: `${plainNumber(one.value)}%` }))
  for (let p = 0; p < text.length; p++) {
    if (p > 0 && isSyllable(text, p - 1)) continue
    const m = readAt(PER_HUNDRED, text, p)
    const number = m ? scanNumber(text, p + m[0].length) : null
    if (m && number && !number.ratio) all.push(found(text, p, number.end, 'percentage', { value: `${plainNumber(number.value)}%` }))
  }
  return all.sort((a, b) => a.start - b.start)
}

/** Units of measure: English name and written forms. Forms with a capital or sign are told apart by case. */
const MEASURES: readonly (readonly [english: string, forms: string])[] = [
  ['Square kilometer', '제곱킬로미터|제곱 킬로미터|평방킬로미터|평방 킬로미터|km²|㎢'],
  ['Square meter', '제곱미터|제곱 미터|평방미터|평방 미터|m²|㎡'],
  ['Square centimeter', '제곱센티미터|제곱 센티미터|평방센티미터|㎠'],
  ['Square mile', '제곱마일|제곱 마일|평방마일|평방 마일'],
  ['Square foot', '제곱피트|제곱 피트|평방피트|평방 피트'],
  ['Square inch', '제곱인치|제곱 인치|평방인치'],
  ['Hectare', '헥타르|ha'],
  ['Acre', '에이커'],
  ['Kilometer per hour', '시속 킬로미터|킬로미터/시|km/h|㎞/h'],
  ['Kilometer', '킬로미터|키로미터|km|㎞'],
  ['Hectometer', '헥토미터'],
  ['Decimeter', '데시미터'],
  ['Centimeter', '센티미터|센치미터|센티|센치|cm|㎝'],
  ['Millimeter', '밀리미터|mm|㎜'],
  ['Micrometer', '마이크로미터|미크론'],
  ['Nanometer', '나노미터|nm'],
  ['Meter', '미터|m'],
  ['Mile', '마일'],
  ['Yard', '야드'],
  ['Inch', '인치'],
  ['Foot', '피트'],
  ['Light year', '광년'],
  ['Cubic meter', '세제곱미터|세제곱 미터|입방미터|입방 미터|㎥|m³'],
  ['Cubic centimeter', '세제곱센티미터|입방센티미터|㎤|cc|씨씨'],
  ['Cubic foot', '세제곱피트|입방피트|입방 피트'],
  ['Milliliter', '밀리리터|ml|mL|㎖'],
  ['Liter', '리터|L|ℓ'],
  ['Gallon', '갤런'],
  ['Barrel', '배럴'],
  ['Pint', '파인트'],
  ['Kilogram', '킬로그램|킬로그람|kg|㎏'],
  ['Milligram', '밀리그램|mg|㎎'],
  ['Gram', '그램|그람|g'],
  ['Ton', '미터톤|메트릭 톤|톤|t'],
  ['Pound', '파운드|lb|lbs'],
  ['Ounce', '온스|oz'],
  ['Kilobyte', '킬로바이트|KB'],
  ['Megabyte', '메가바이트|MB'],
  ['Gigabyte', '기가바이트|GB'],
  ['Terabyte', '테라바이트|TB'],
  ['Byte', '바이트'],
  ['Bit', '비트'],
]
const MEASURE_OF = new Map(MEASURES.flatMap(([english, forms]) => forms.split('|').map((form) => [form, english] as const)))
const FORMS = [...MEASURE_OF.keys()].sort((a, b) => b.length - a.length)
const MEASURE = sticky(`(${FORMS.join('|')})(?![A-Za-z0-9])`)
const LONG = sticky(`(${FORMS.filter((form) => /^[가-힣]{3,}$/.test(form)).join('|')})`)

/** Lengths, areas, masses, volumes and amounts of data in a text: 660 평방 미터, 3 톤; a long unit name alone (미터톤) is a unit without a value. */
export function dimensions(text: string): Found[] {
  const all = counted(text, (t, at) => {
    const m = readAt(MEASURE, t, at)
    return m && ends(t, at + m[0].length) ? { end: at + m[0].length, unit: MEASURE_OF.get(m[1]!)! } : null
  }).map((one) => found(text, one.start, one.end, 'dimension', { value: plainNumber(one.value), unit: one.unit }))
  const taken = coverOf(text, all)
  for (let p = 0; p < text.length; p++) {
    if (taken(p) || (p > 0 && isSyllable(text, p - 1))) continue
    const m = readAt(LONG, text, p)
    if (m && ends(text, p + m[0].length)) all.push(found(text, p, p + m[0].length, 'dimension', { value: null, unit: MEASURE_OF.get(m[1]!)! }))
  }
  return all.sort((a, b) => a.start - b.start)
}

const DEGREE = sticky('(도|°)? ?(섭씨|화씨|[CcFf](?![A-Za-z])|켈빈|K(?![A-Za-z]))(?:도)?|(℃|℉)|(도|°)(?!시|로|자|움|착|입|달)')
const SCALE = sticky('(섭씨|화씨|절대온도) ?(?:영하 ?|영상 ?)?')
const SCALES: Readonly<Record<string, string>> = {
  섭씨: 'C',
  화씨: 'F',
  C: 'C',
  c: 'C',
  F: 'F',
  f: 'F',
  '℃': 'C',
  '℉': 'F',
  켈빈: 'K',
  K: 'K',
  절대온도: 'K',
}

/** Temperatures in a text (온도): 섭씨 36.5도, 100 화씨, -5℃, 30도. */
export function temperatures(text: string): Found[] {
  return counted(text, (t, at) => {
    const m = readAt(DEGREE, t, at)
    return m ? { end: at + m[0].length, unit: SCALES[m[2] ?? m[3] ?? ''] ?? 'Degree' } : null
  }).map((one) => {
    for (let start = Math.max(0, one.start - 8); start < one.start; start++) {
      const m = readAt(SCALE, text, start)
      if (m && start + m[0].length === one.start)
        return found(text, start, one.end, 'temperature', { value: plainNumber(one.value), unit: SCALES[m[1]!]! })
    }
    return found(text, one.start, one.end, 'temperature', { value: plainNumber(one.value), unit: one.unit })
  })
}

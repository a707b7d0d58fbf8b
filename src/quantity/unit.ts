import { type Decimal, decimal, multiply, quotient } from './decimal.ts'
import { isHangul } from './number-class.ts'
import { type Boundary, boundaryOfForm, type Dimension, UNIT_ROWS, type UnitRow } from './unit-table.ts'

export type { Boundary, Dimension } from './unit-table.ts'

/** A unit (단위) of the registry; `numerator / denominator` is its exact factor to the base unit of its dimension. */
export type Unit = {
  readonly id: string
  readonly dimension: Dimension
  readonly numerator: Decimal
  readonly denominator: Decimal
  readonly korean: string
  readonly english: string
  readonly forms: readonly string[]
  /** the sign printed behind a number, Korean and English */
  readonly sign: readonly [string, string]
}

/**
 * A unit found in text. `clean` is false where the sign runs into a longer word (대 of 대한민국): then it is no unit unless the reader knows better.
 */
export type ScannedUnit = { unit: Unit; end: number; form: string; boundary: Boundary; clean: boolean }

/** Raised for an unknown unit or a conversion between two dimensions. */
export class UnitError extends Error {
  override readonly name = 'UnitError'
}

function unitOf(row: UnitRow): Unit {
  const korean = row.sign?.[0] ?? row.forms[0] ?? row.korean
  const latin = /^[\x20-\x7e㎀-㏟°℃℉‰/²³ℓ]+$/.test(korean)
  return {
    id: row.id,
    dimension: row.dimension,
    numerator: decimal(row.factor[0]),
    denominator: decimal(row.factor[1]),
    korean: row.korean,
    english: row.english,
    forms: row.forms,
    sign: row.sign ?? [korean, latin ? korean : ` ${row.english}`],
  }
}

const byId = new Map<string, Unit>(UNIT_ROWS.map((row) => [row.id, unitOf(row)]))

/** Every unit, in the order of the table. `units().length > 50 // => true` */
export function units(): readonly Unit[] {
  return [...byId.values()]
}

/** The unit with this id. @throws UnitError when there is none. `unit('pyeong').korean // => '평'` */
export function unit(id: string): Unit {
  const found = byId.get(id)
  if (!found) throw new UnitError(`expected the id of a unit such as "m2", "MW" or "persons", got ${JSON.stringify(id)}`)
  return found
}

/** True when the registry has this id. `hasUnit('furlong') // => false` */
export function hasUnit(id: string): boolean {
  return byId.has(id)
}

type Node = { next: Map<number, Node>; unit: Unit | null; form: string; boundary: Boundary }

const root: Node = { next: new Map(), unit: null, form: '', boundary: 'free' }

/** 1 where a unit may begin: a hot loop reads this before it calls `scanUnit`. */
export const unitStart = new Uint8Array(65536)

for (const row of UNIT_ROWS) {
  for (const form of row.forms) {
    unitStart[form.charCodeAt(0)] = 1
    let node = root
    for (let i = 0; i < form.length; i++) {
      const code = form.charCodeAt(i)
      let child = node.next.get(code)
      if (!child) {
        child = { next: new Map(), unit: null, form: '', boundary: 'free' }
        node.next.set(code, child)
      }
      node = child
    }
    if (node.unit) throw new UnitError(`expected each written form once, got "${form}" for both ${node.unit.id} and ${row.id}`)
    node.unit = unit(row.id)
    node.form = form
    node.boundary = boundaryOfForm(form)
  }
}

/**
 * Particles (조사) and words that go directly behind a counter without making another word of it. Longest first is not needed: one hit is enough.
 */
const TAILS: readonly string[] = [
  ...'은는이가을를에의와과도만로나며고인여씩쯤당대등들간중째및란든라였'.split(''),
  ...[
    '으로',
    '까지',
    '부터',
    '보다',
    '마다',
    '밖에',
    '뿐',
    '입니다',
    '내외',
    '안팎',
    '가량',
    '정도',
    '규모',
    '수준',
    '상당',
    '어치',
    '짜리',
    '초과',
    '미만',
    '내지',
    '한도',
    '남짓',
    '조차',
    '처럼',
    '전후',
    '급',
  ],
]
const tailStart = new Map<number, string[]>()
for (const tail of TAILS) tailStart.set(tail.charCodeAt(0), [...(tailStart.get(tail.charCodeAt(0)) ?? []), tail])

/** Words that begin with a counter and a particle's syllable but are words of their own (대만, 기간, 개인, 회의): read so after a space only; "3회의" is a genitive. */
const OTHER_WORDS: readonly string[] = [
  ...['대의원', '대로변', '대중', '대등', '대만', '대여', '대인', '인도', '인가', '동의', '기간', '기여', '기대', '기인', '개인', '개간', '개도국'],
  ...[
    '회의',
    '회로',
    '식당',
    '배당',
    '사고',
    '사이',
    '사인',
    '사들',
    '주로',
    '주인',
    '주의',
    '세로',
    '일로',
    '일대',
    '일부',
    '점등',
    '종로',
    '초대',
    '층간',
  ],
]

/** True where what follows `at` leaves the unit before it whole. */
function isCleanAt(text: string, start: number, at: number, boundary: Boundary): boolean {
  const code = text.charCodeAt(at)
  if (boundary === 'free' || boundary === 'word') return true
  if (boundary === 'latin') return !((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39))
  if (!isHangul(code)) return true
  const word = text.slice(start, at + 4)
  const apart = start === 0 || text.charCodeAt(start - 1) <= 0x20
  if (apart && at - start === 1) for (const other of OTHER_WORDS) if (word.startsWith(other)) return false
  return tailStart.get(code)?.some((tail) => text.startsWith(tail, at)) ?? false
}

/**
 * The unit that starts exactly at `at` (the caller steps over a space, 여 or 수), longest clean form first; where no form is clean the longest with
 * `clean: false`; null where no unit begins.
 * `scanUnit('만㎡ 규모', 1)!.unit.id // => 'm2'`
 */
export function scanUnit(text: string, at: number): ScannedUnit | null {
  if (unitStart[text.charCodeAt(at)] !== 1) return null
  let node: Node | undefined = root
  let longest: ScannedUnit | null = null
  let clean: ScannedUnit | null = null
  for (let p = at; ; p++) {
    node = node.next.get(text.charCodeAt(p))
    if (!node) break
    if (node.unit) {
      longest = { unit: node.unit, end: p + 1, form: node.form, boundary: node.boundary, clean: isCleanAt(text, at, p + 1, node.boundary) }
      if (longest.clean) clean = longest
    }
  }
  return clean ?? longest
}

/**
 * A value in its unit as a ratio of exact decimals in the base unit: base = value · numerator / denominator.
 * `toText(toBase(decimal('121'), unit('pyeong'))) // => '400'`
 */
export function toBase(value: Decimal, from: Unit): Decimal {
  return quotient(multiply(value, from.numerator), from.denominator)
}

/**
 * A value from one unit to another of the same dimension; exact where the quotient ends, else 20 significant digits.
 * @throws UnitError across dimensions, and between temperature scales (which differ by more than a factor).
 * `toText(convert(decimal('1.5'), unit('GW'), unit('MW'))) // => '1500'`
 */
export function convert(value: Decimal, from: Unit, to: Unit): Decimal {
  if (from.id === to.id) return value
  const currencies = from.dimension === 'money' && from.id.split('/')[0] !== to.id.split('/')[0]
  const counts = from.dimension === 'count'
  if (from.dimension !== to.dimension || from.dimension === 'temperature' || currencies || counts)
    throw new UnitError(`expected a unit that ${from.id} converts to, got ${to.id}`)
  return quotient(multiply(multiply(value, from.numerator), to.denominator), multiply(from.denominator, to.numerator))
}

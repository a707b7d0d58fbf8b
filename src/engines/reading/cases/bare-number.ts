import { toNumber } from '#quantity/decimal'
import { numbersIn, type ScannedNumber, scanNumber } from '#quantity/number'
import { scanUnit } from '#quantity/unit'
import { isSyllable } from '../temporal/lexicon.ts'
import { plainNumber } from './plain-number.ts'
import { type Found, found } from './suite-case.ts'

const POWER = /[-－]?\d+(?:\.\d+)?(?:[eE]([-+]*)(\d+)|\^([-+]*)(\d+))(?![\d.])/y

/** 12.32e+14 is 12.32 · 10^14, 1.1^--23 is 1.1 to the power of 23; every minus turns the exponent's sign. */
function powerAt(text: string, at: number): Found | null {
  if (at > 0 && /[\d.,]/.test(text.charAt(at - 1))) return null
  POWER.lastIndex = at
  const m = POWER.exec(text)
  if (!m) return null
  const base = Number(/^[-－]?[\d.]+/.exec(m[0])![0].replace('－', '-'))
  const signs = m[1] ?? m[3] ?? ''
  const exponent = Number(m[2] ?? m[4]) * ([...signs].filter((c) => c === '-').length % 2 === 1 ? -1 : 1)
  const value = m[2] === undefined ? Math.sign(base) * Math.abs(base) ** exponent : base * 10 ** exponent
  return found(text, at, at + m[0].length, 'number', { subtype: 'power', value: plainNumber(value) })
}

/** Particles that may follow a numeral word. One syllable alone (오, 구, 만) is a numeral only before those that leave no doubt. */
const PARTICLE =
  /^(?:이?다(?![가-힣])|입니다|이다|이며|이고|이라|은(?![가-힣])|는(?![가-힣])|과(?![가-힣])|와(?![가-힣])|을(?![가-힣])|를(?![가-힣])|의(?![가-힣])|에(?![가-힣])|에서|만(?![가-힣])|도(?![가-힣])|씩|으로|로(?![가-힣])|보다|부터|까지|이나|이요|이에요)/
const CLEAR_PARTICLE =
  /^(?:이?다(?![가-힣])|입니다|이다|이며|이고|은(?![가-힣])|는(?![가-힣])|을(?![가-힣])|를(?![가-힣])|이요|이에요|과 (?=[0-9일이삼사오육칠팔구십백천만영마]))/
/** Everyday words that begin like a numeral (만일, 사과, 이만). */
const OTHER_WORDS =
  /^(?:만일|천만에|이만(?![ ]?[0-9가-힣]?(?:원|명|개))|백일(?:장|홍)|구구|조조|사과|일과|이과|천천|만만|일일이|일조량|오이|사이|이사|이자|구두|공공|사사|일사|영영|오 점|조는|조은|팔을|일은|일을|공은|공을|만은|사는|오는|조를|조은|구는|이는|이를|이은|이을|천은|천을|백은|백을)/
const COUNTER =
  /^ ?(?:개(?!월|인|발|선|최|설|정|편|통)|명(?!령|칭|절|단|확|예)|마리|권(?!리|한)|장(?!소|비|기)|대(?!학|회|표|한|통|구|전)|그루|채(?![가-힣])|벌|병(?!원)|잔(?!액)|송이|조각|가지|곳|군데|켤레|쌍|척|자루|살|층|점(?!수|검)|원(?!칙|인)|달러|사람|번(?!째)|배(?!경)|호(?!텔)|줄|칸|쪽|페이지|그릇|모금|바퀴|박|퍼센트|프로|년|킬로|미터|톤|그램|위안|엔|유로)/
const ADNOMINAL = /^[한두세네석넉서너]$/

/** True where words that make a number are meant as one (하나만, 세개, 이천이백년) and not a part of other words (이 수, 일등석, 오늘). */
function wordNumberStands(text: string, start: number, number: ScannedNumber): boolean {
  if (start > 0 && (isSyllable(text, start - 1) || /[0-9０-９]/.test(text.charAt(start - 1)))) return false
  if ((!number.ratio && OTHER_WORDS.test(text.slice(start, start + 6))) || text.slice(Math.max(0, start - 2), start) === '점 ') return false
  const word = text.slice(start, number.end)
  const rest = text.slice(number.end, number.end + 8)
  if (number.ordinal && number.native) return false
  if (/^[한두세네석넉서너]$/.test(word)) return COUNTER.test(rest)
  if (ADNOMINAL.test(word.slice(-1)) && number.native) return COUNTER.test(rest)
  if (word === '이') return rest === '' && start === 0
  const free = !isSyllable(text, number.end)
  if (word.length === 1 && !number.native) {
    if (/^[일사오구공조해경]$/.test(word) && free && text.trim() !== word) return false
    return free || CLEAR_PARTICLE.test(rest) || COUNTER.test(rest)
  }
  if (number.ratio) return true
  return free || PARTICLE.test(rest) || COUNTER.test(rest) || isSyllable(text, number.end)
}

const MEASURES = new Set(['length', 'area', 'mass', 'volume', 'power', 'energy', 'data', 'speed', 'flow', 'apparentPower'])

/** Figures with a unit written to them (180ml, 1미터, 5월, 4일) are a quantity or a date, not a number by themselves. */
function boundToUnit(text: string, number: ScannedNumber): boolean {
  const next = text.charAt(number.end)
  if (/[A-Za-z]/.test(next)) return true
  if (!number.plain && !/\d/.test(text.charAt(number.end - 1))) return false
  if (/^(?:[월일년시분초](?!간)|개월|시간|주(?:일|간))/.test(text.slice(number.end, number.end + 3))) return true
  const unit = isSyllable(text, number.end) ? scanUnit(text, number.end) : null
  return unit !== null && MEASURES.has(unit.unit.dimension)
}

function subtypeOf(text: string, number: ScannedNumber): string {
  if (number.ratio || /^반/.test(text)) return 'fraction'
  return /[.．점쩜]/.test(text) ? 'decimal' : 'integer'
}

const ORDINAL_TAIL = /^ 번째/
const MULTIPLIER: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12 }
/** k, M and G behind figures, also apart from them: 10k, 2.33 k. */
const LETTER = /^ {0,2}([kKMGT])(?![A-Za-z0-9])/
const DOZEN = /^ ?(?:다스|타스)/
/** A sign apart from its number at the head of the text: - 1 4/5. */
const HEAD_SIGN = /^\s*[-－−] $/

const apartSign = (text: string, at: number, number: ScannedNumber): boolean => number.digits && at < 8 && HEAD_SIGN.test(text.slice(0, at))

/** A number together with what multiplies it: 20M, 두 다스. */
function multiplied(text: string, number: ScannedNumber): { end: number; factor: number } | null {
  const letter = number.plain === false ? null : LETTER.exec(text.slice(number.end, number.end + 4))
  if (letter && number.digits) return { end: number.end + letter[0].length, factor: MULTIPLIER[letter[1]!]! }
  const dozen = DOZEN.exec(text.slice(number.end, number.end + 4))
  return dozen ? { end: number.end + dozen[0].length, factor: 12 } : null
}

/**
 * Every number that stands by itself in a text (수), with the kind of its form: integer, decimal, fraction or power. Numbers that belong to a unit written to
 * them, to a date or to another word are not among them.
 * `bareNumbers('3백과 2백은 두개의 수').map((n) => n.text) // => ['3백', '2백', '두']`
 */
export function bareNumbers(text: string): Found[] {
  const all: Found[] = []
  let p = 0
  while (p < text.length) {
    const power = powerAt(text, p)
    if (power) {
      all.push(power)
      p = power.end
      continue
    }
    const number = scanNumber(text, p, { spacedGroups: true })
    if (!number) {
      p++
      continue
    }
    const times = number.fuzzy || number.ratio ? null : multiplied(text, number)
    if (times && (number.digits || p === 0 || !isSyllable(text, p - 1))) {
      const minus = apartSign(text, p, number)
      const value = plainNumber(toNumber(number.value) * times.factor * (minus ? -1 : 1))
      all.push(found(text, minus ? text.search(/\S/) : p, times.end, 'number', { subtype: subtypeOf(text.slice(p, number.end), number), value }))
      p = times.end
      continue
    }
    const keep = !number.fuzzy && (number.digits ? !boundToUnit(text, number) : wordNumberStands(text, p, number))
    if (keep) {
      const end = number.end + (number.ordinal && !number.digits && ORDINAL_TAIL.test(text.slice(number.end)) ? 3 : 0)
      const minus = apartSign(text, p, number)
      const start = minus ? text.search(/\S/) : p
      const value = plainNumber(minus ? -toNumber(number.value) : toNumber(number.value))
      all.push(found(text, start, end, 'number', { subtype: subtypeOf(text.slice(p, number.end), number), value }))
      p = end
    } else p = number.digits ? number.end : p + 1
  }
  return all
}

/** The first number of a text with its span, for adapters that look inside a phrase. `firstNumber('약 30개')!.value // => 30` */
export function firstNumber(text: string): { start: number; end: number; value: number } | null {
  for (const number of numbersIn(text, { spacedGroups: true })) return { start: number.start, end: number.end, value: toNumber(number.value) }
  return null
}

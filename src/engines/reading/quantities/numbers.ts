import { digitValue } from '../characters.ts'

/**
 * What `readNumber` found. One object is reused for every call so that scanning a long text allocates nothing;
 * take what is needed before reading the next number.
 */
export interface NumberReading {
  /** First unit after the number; equal to the start when there is none. */
  end: number
  value: number
  /** The last magnitude word read: 1, 10 (십), 100, 1000, 1e4 (만), 1e8 (억), 1e12 (조), 1e16 (경). */
  magnitude: number
  /** The digits before any magnitude word, as printed: tells `2030` from `2,030`. */
  plainDigits: number
  grouped: boolean
  fraction: boolean
  /** 여 stands before a magnitude: 5,700여억, 3천여만. */
  around: boolean
}

const found: NumberReading = { end: 0, value: 0, magnitude: 1, plainDigits: 0, grouped: false, fraction: false, around: false }

const smallMagnitude = (code: number): number => (code === 0xcc9c ? 1000 : code === 0xbc31 ? 100 : code === 0xc2ed ? 10 : 0)
const bigMagnitude = (code: number): number => (code === 0xb9cc ? 1e4 : code === 0xc5b5 ? 1e8 : code === 0xc870 ? 1e12 : code === 0xacbd ? 1e16 : 0)

/** More digits than any amount has; reading stops there, so that no run of digits is read again and again. */
const MOST_DIGITS = 20

let digitsEnd = 0
let digitsValue = 0
let digitsCount = 0
let digitsGrouped = false
let digitsFraction = false

/** `2,073,465.3`: digits, thousands in threes, a decimal part. */
function readDigits(text: string, at: number): boolean {
  let i = at
  let value = 0
  let count = 0
  let digit: number
  while (count < MOST_DIGITS && (digit = digitValue(text.charCodeAt(i))) >= 0) {
    value = value * 10 + digit
    count++
    i++
  }
  if (count === 0) return false
  digitsGrouped = false
  if (count <= 3) {
    while (count < MOST_DIGITS && isComma(text.charCodeAt(i))) {
      const a = digitValue(text.charCodeAt(i + 1))
      const b = digitValue(text.charCodeAt(i + 2))
      const c = digitValue(text.charCodeAt(i + 3))
      if (a < 0 || b < 0 || c < 0 || digitValue(text.charCodeAt(i + 4)) >= 0) break
      value = value * 1000 + a * 100 + b * 10 + c
      count += 3
      i += 4
      digitsGrouped = true
    }
  }
  digitsFraction = false
  const point = text.charCodeAt(i)
  if ((point === 0x2e || point === 0xff0e) && digitValue(text.charCodeAt(i + 1)) >= 0) {
    let from = i + 1
    let scale = 1
    while (from - i < MOST_DIGITS && (digit = digitValue(text.charCodeAt(from))) >= 0) {
      value = value * 10 + digit
      scale *= 10
      from++
    }
    value /= scale
    digitsFraction = true
    i = from
  }
  digitsEnd = i
  digitsValue = value
  digitsCount = count
  return true
}

/** One, that a magnitude at `at` says of itself. */
function bareOne(at: number): void {
  digitsEnd = at
  digitsValue = 1
  digitsCount = 1
  digitsGrouped = false
  digitsFraction = false
}

const isComma = (code: number): boolean => code === 0x2c || code === 0xff0c

/** A decimal times a power of ten, without the dust of binary fractions: 4.371 x 1e6 is 4371000. */
const scaled = (value: number, factor: number): number => {
  const product = value * factor
  return Number.isInteger(value) ? product : Number(product.toPrecision(15))
}

/** 천 or 백 as a thousand or a hundred with no figure before it: "천4백", "천900억", "천억", "천여"; 천안 and 백신 are words. */
export function isBareMagnitude(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  // "만7천 개"
  if (code === 0xb9cc) return digitValue(text.charCodeAt(at + 1)) >= 0 && text.charCodeAt(at + 2) === 0xcc9c
  if (code !== 0xcc9c && code !== 0xbc31) return false
  const next = text.charCodeAt(at + 1)
  // "14만천㎡"
  if (
    code === 0xcc9c &&
    text.charCodeAt(at - 1) === 0xb9cc &&
    digitValue(text.charCodeAt(at - 2)) >= 0 &&
    AREA_OR_HEADS.test(text.slice(at + 1, at + 4))
  )
    return true
  // 천4백, 천900억
  if (digitValue(next) >= 0) return true
  // "7만천 983명", "천 3백억"
  if (next === 0x20 && digitValue(text.charCodeAt(at + 2)) >= 0) return SPACED.test(text.slice(at + 2, at + 7))
  // 천억 원, 천만 달러, 천여 명: what it measures follows
  if (next === 0xc5b5 || next === 0xb9cc) return code === 0xcc9c && MEASURED.test(text.slice(at + 2, at + 6))
  return next === 0xc5ec && COUNTED.test(text.slice(at + 2, at + 5))
}

/** The same where a word begins: "몇 천억", "수 천여" and "(단위: 천만원)" are no amounts. */
export const opensAmount = (text: string, at: number): boolean =>
  isBareMagnitude(text, at) && !/(?:[몇수]|단위\s?[:：]?)\s?$/.test(text.slice(Math.max(0, at - 6), at))

const MEASURED = /^여?\s?(?:원(?!대)|달러|불|유로|엔|위안|㎡|제곱|평|톤|명|개)/
const AREA_OR_HEADS = /^\s?(?:㎡|m²|m2|제곱|평|명|톤|여)/
const SPACED = /^(?:\d{3}(?:명|개|㎡|억|만|여)|\d백(?:\d|억|만|여))/
const COUNTED = /^\s?(?:명|개|곳|억|만|평|㎡|가구|세대|톤|대|건)/

/**
 * A Korean number (수) that begins with a digit: `2,073,465.3`, `4천450억`, `9조 3262억`, `1만3000`, `37억4천만`, `1.5조`.
 * Magnitudes must fall (조, 억, 만, then units); one space may stand after a magnitude where a smaller group follows.
 * Returns the shared reading, or null where no digit stands at `at`.
 *
 * `readNumber('4천450억여원', 0)?.value // => 445000000000`
 */
export function readNumber(text: string, at: number): NumberReading | null {
  if (!readDigits(text, at)) {
    if (!isBareMagnitude(text, at)) return null
    bareOne(at)
  }
  let total = 0
  let section = 0
  let ceiling = Number.POSITIVE_INFINITY
  let smallCeiling = Number.POSITIVE_INFINITY
  let magnitude = 1
  let end = digitsEnd
  found.plainDigits = digitsCount
  found.grouped = digitsGrouped
  found.fraction = digitsFraction
  found.around = false
  let pending = digitsValue
  for (;;) {
    end += standsApart(text, end)
    let code = text.charCodeAt(end)
    const small = smallMagnitude(code)
    if (small > 0 && small < smallCeiling) {
      section += scaled(pending, small)
      pending = 0
      smallCeiling = small
      magnitude = small
      end++
      code = text.charCodeAt(end)
    }
    // 여 between a group and its magnitude
    if (code === 0xc5ec && bigMagnitude(text.charCodeAt(end + 1)) > 0) {
      found.around = true
      end++
      code = text.charCodeAt(end)
    }
    const big = bigMagnitude(code)
    if (big > 0 && big < ceiling && (big !== 1e16 || isAfterKyung(text.charCodeAt(end + 1)))) {
      total += scaled(section + pending, big)
      section = 0
      pending = 0
      ceiling = big
      smallCeiling = Number.POSITIVE_INFINITY
      magnitude = big
      end++
    } else if (small === 0) break
    // another group, at once or after one space
    if (digitValue(text.charCodeAt(end)) >= 0) {
      if (!readDigits(text, end)) break
    } else if (isSoftSpace(text.charCodeAt(end)) && digitValue(text.charCodeAt(end + 1)) >= 0) {
      if (!readDigits(text, end + 1)) break
      if (!smallerGroupFollows(text, magnitude)) break
    } else if (magnitude >= 1e4 && text.charCodeAt(end) === 0xcc9c && isBareMagnitude(text, end)) bareOne(end)
    // "1조 천억", "3만 천여"
    else if (magnitude >= 1e4 && isSoftSpace(text.charCodeAt(end)) && text.charCodeAt(end + 1) === 0xcc9c && isBareMagnitude(text, end + 1))
      bareOne(end + 1)
    else break
    pending = digitsValue
    end = digitsEnd
  }
  found.value = total + section + pending
  found.magnitude = magnitude
  found.end = end
  return found
}

/** After "9조 " the digits must lead to 억 or 만; after "1만 " up to four digits may close the number; after "3천 " a magnitude or three digits. */
function smallerGroupFollows(text: string, magnitude: number): boolean {
  const next = groupMagnitude(text, digitsEnd)
  if (magnitude >= 1e8) return next >= 1e4 && next < magnitude
  // "1만 3000", "2만 1천"; "3만 5" is two numbers
  if (magnitude === 1e4) return digitsValue < 1e4 && digitsCount <= 4 && next < 1e4 && (digitsCount >= 3 || (next >= 100 && digitsCount === 1))
  return digitsCount <= 3 && digitsValue < magnitude && (next >= 1e4 || (digitsCount === 3 && magnitude === 1000))
}

/** The magnitude that closes a group after its first digits: 억 in "6천120억", "3백40억" and "450억"; 천 in "3천"; 0 where none follows. */
function groupMagnitude(text: string, at: number): number {
  let i = at + standsApart(text, at)
  let last = 0
  // 천, 백, 십 and up to three digits after each
  for (let step = 0; step < 16; step++) {
    const code = text.charCodeAt(i)
    const big = bigMagnitude(code)
    if (big > 0) return big
    // "7백여억", "5800여억"
    if (code === 0xc5ec && (last > 0 || i === at) && bigMagnitude(text.charCodeAt(i + 1)) > 0) return bigMagnitude(text.charCodeAt(i + 1))
    const small = smallMagnitude(code)
    if (small > 0) {
      last = small
      // "9천 2백만": a space inside the group
      if (isSoftSpace(text.charCodeAt(i + 1)) && digitValue(text.charCodeAt(i + 2)) >= 0) i++
    } else if (last === 0 || digitValue(code) < 0) return last
    i++
  }
  return last
}

/**
 * 1 where a magnitude stands a space behind its digits (`1,250 억원`, `3 만 3,000㎡`), as people type it and word processors set figures apart from Hangul: what follows must
 * make it an amount, so that `3 조직`, `2 천안` and `제2 조 3항` are words.
 */
function standsApart(text: string, at: number): 0 | 1 {
  const space = text.charCodeAt(at)
  if (space !== 0x20 && space !== 0xa0) return 0
  const code = text.charCodeAt(at + 1)
  if (smallMagnitude(code) === 0 && bigMagnitude(code) === 0) return 0
  return digitValue(text.charCodeAt(at - 1)) >= 0 && APART.test(text.slice(at + 1, at + 20)) ? 1 : 0
}

const APART =
  /^(?:(?:[천백십]?[만억조]|[천백])여?\s?(?:원(?!대)|달러|불(?![가-힣])|유로|엔|위안|㎡|m²|m2|제곱|평(?![가-힣])|톤|명|개|가구|세대)|조\s?[\d０-９,，]{1,5}\s?[억만]|억\s?[\d０-９,，]{1,5}\s?(?:[만천]|원)|만\s?[\d０-９,，]{1,5}여?\s?(?:원|달러|㎡|m²|m2|제곱|평|톤|명|개|가구|세대))/

const isSoftSpace = (code: number): boolean => code === 0x20 || code === 0xa0 || code === 0x0a
const isAfterKyung = (code: number): boolean => code === 0x20 || code === 0xc6d0 || digitValue(code) >= 0

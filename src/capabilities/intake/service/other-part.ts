import { fundingOf } from '#engines/accounting/funding'
import { ordinalsIn } from '#engines/accounting/ordinals'
import { differInNumber } from './name-variants.ts'
import { nameKey } from './names.ts'

/** A value as it was said: the thing by its name, what it measures, and its sentence before and behind it. */
export interface SaidValue {
  name: string | null
  what: string | null
  lead: string
  rest: string
}

/** What part of a thing both speak of. */
export interface SamePart {
  ours: string
  theirs: string
  same: boolean
}

/** A word that another clause ends with, or that is no name before a thing. */
const noModifier = /(?:[은는이가을를의에와과도로서고며]|위해|통해|따라|들여|등|중|및|약|총)$/u

/**
 * 다른 부분인가: whether two sentences speak of different parts of one thing: steps and numbered things (1단계, 제2공장), whose money (국비, 시비), and, where nobody else is named, the
 * word before a thing of a kind (북부 파크골프장, 남부 파크골프장; 2025년 청년수당). Null where either says no part.
 *
 * otherPart({ name: null, what: '투자', lead: '한빛은 2단계로 ', rest: '' }, [{ name: null, what: '투자', lead: '한빛은 1단계로 ', rest: '' }], null)?.same // => false
 *
 * @param officeNames where no party is named: names that say nothing before a thing (나래시 파크골프장); null where a party is
 */
export function otherPart(ours: SaidValue, theirs: readonly SaidValue[], officeNames: readonly string[] | null): SamePart | null {
  let found: SamePart | null = null
  for (const one of theirs) {
    const part = numbered(ours, one) ?? byMoney(ours, one) ?? named(ours.name, one.name) ?? (officeNames ? modified(ours, one, officeNames) : null)
    if (part?.same) return part
    found ??= part
  }
  return found
}

/** The ordinals of a sentence by what they count: the nearest before the value, else the first behind it. */
function ordinalsOf(value: SaidValue): Map<string, number> {
  const found = new Map<string, number>()
  for (const { of, number } of ordinalsIn(value.lead)) found.set(of, number)
  for (const { of, number } of ordinalsIn(value.rest)) if (!found.has(of)) found.set(of, number)
  return found
}

function numbered(ours: SaidValue, theirs: SaidValue): SamePart | null {
  const [left, right] = [ordinalsOf(ours), ordinalsOf(theirs)]
  let same: SamePart | null = null
  for (const [of, number] of left) {
    const other = right.get(of)
    if (other === undefined) continue
    const part = { ours: `${number}${of}`, theirs: `${other}${of}`, same: number === other }
    if (!part.same) return part
    same = part
  }
  return same
}

function byMoney(ours: SaidValue, theirs: SaidValue): SamePart | null {
  const [left, right] = [fundingOf(null, ours.what ?? ''), fundingOf(null, theirs.what ?? '')]
  return left === null || right === null ? null : { ours: ours.what!, theirs: theirs.what!, same: left === right }
}

/** 물빛 데이터센터 and 물빛 제2데이터센터: names that differ in a number alone. The first of several may go without. */
function named(ours: string | null, theirs: string | null): SamePart | null {
  return ours !== null && theirs !== null && differInNumber(ours, theirs) ? { ours, theirs, same: false } : null
}

/** 북부 파크골프장 and 남부 파크골프장: the word before the same thing, where both have one. */
function modified(ours: SaidValue, theirs: SaidValue, officeNames: readonly string[]): SamePart | null {
  const [left, right] = [modifierOf(ours, officeNames), modifierOf(theirs, officeNames)]
  if (left === null || right === null || left.thing !== right.thing) return null
  const [a, b] = [nameKey(left.word), nameKey(right.word)]
  return a.includes(b) || b.includes(a) ? null : { ours: `${left.word} ${ours.what}`, theirs: `${right.word} ${theirs.what}`, same: false }
}

function modifierOf(value: SaidValue, officeNames: readonly string[]): { word: string; thing: string } | null {
  if (value.what === null) return null
  const at = value.lead.lastIndexOf(value.what)
  const word = at < 0 ? undefined : value.lead.slice(0, at).trimEnd().split(/\s+/u).at(-1)
  if (!word || !/\s$/u.test(value.lead.slice(0, at)) || noModifier.test(word)) return null
  return officeNames.some((name) => nameKey(name) === nameKey(word)) ? null : { word, thing: nameKey(value.what) }
}

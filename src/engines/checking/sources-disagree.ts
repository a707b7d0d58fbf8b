import { ordinalsIn } from '#engines/accounting/ordinals'
import { organisationKey } from '#engines/accounting/organisation-name'
import { samePlace } from '#engines/accounting/same-place'
import { absolute, add, compare, type Decimal, decimal, subtract, toText } from '#quantity/decimal'
import { amountWords, slackOf } from './amounts.ts'
import type { Words } from './finding.ts'

/** A value of a source, as two documents are compared: a claim, or a fact with the words that it stands on. */
export interface Sourced {
  readonly subject: string | null
  readonly what: string | null
  readonly place: string | null
  readonly counterparts: readonly string[]
  readonly indicator: string
  readonly facet: string
  readonly value: string
  readonly valueMax: string | null
  readonly bound: 'min' | 'max' | 'above' | 'below' | null
  readonly approximate: boolean
  readonly unit: string
  readonly per: string | null
  /** Half-open days; null where no time is said. */
  readonly due: { readonly from: string | null; readonly to: string | null } | null
  readonly sentence: string
  /** What the office has settled that it is about; null while it is not settled. */
  readonly subjectId: string | null
}

/** How two sources differ. */
export interface Disagreement {
  readonly difference: string
  readonly title: Words
  readonly detail: Words
}

/** Half of the words that name the thing must be shared where only words tell that it is the same. */
const sharedWords = 0.5
const government = /(?:특별자치도|특별자치시|특별시|광역시|[시군구도청부처])$/

/**
 * Whether two sources say the same thing differently (출처끼리 다름): same subject, indicator, sense (facet), unit and time, and values whose ranges do not touch:
 * [value − slack, value + slack], the upper end of a range, and 이상·이하 as open ends. Null where they agree or do not speak of the same thing; a doubt is
 * never a contradiction: claims about a city must name the same thing in the same place.
 */
export function sourcesDisagree(ours: Sourced, theirs: Sourced): Disagreement | null {
  if (ours.value === theirs.value && ours.valueMax === theirs.valueMax) return null
  if (traitsOf(ours).sense !== traitsOf(theirs).sense || !sameThing(ours, theirs)) return null
  const [a, b] = [rangeOf(ours), rangeOf(theirs)]
  if (!apart(a, b)) return null
  const difference = absolute(subtract(decimal(ours.value), decimal(theirs.value)))
  const left = shown(ours)
  const right = shown(theirs)
  const gap = amountWords(difference, ours.unit)
  return {
    difference: toText(difference),
    title: { ko: `두 출처가 다릅니다: ${left.ko}, ${right.ko}`, en: `Two sources disagree: ${left.en}, ${right.en}` },
    detail: {
      ko: `차이 ${gap.ko}. 어림과 범위를 감안해도 겹치지 않습니다.`,
      en: `They differ by ${gap.en}, more than approximation and bounds allow.`,
    },
  }
}

/**
 * In what sense a value is meant (indicator, facet, unit, per what, for which time), as one key: only values of one sense can disagree, so that many are compared in
 * time that grows with those that are alike.
 *
 * senseOf({ subject: null, what: null, place: null, counterparts: [], indicator: 'jobs', facet: 'target', value: '3', valueMax: null, bound: null, approximate: false, unit: 'persons', per: null, due: null, sentence: '', subjectId: null }) // => 'jobs|target|persons|||'
 */
export const senseOf = (one: Sourced): string => [one.indicator, one.facet, one.unit, one.per ?? '', one.due?.from ?? '', one.due?.to ?? ''].join('|')

const shown = (one: Sourced): Words => {
  const bound = one.bound === 'min' || one.bound === 'above' ? 'min' : one.bound === null ? null : 'max'
  return amountWords(decimal(one.value), one.unit, { approximate: one.approximate, bound })
}

interface Range {
  low: Decimal | null
  high: Decimal | null
}

function rangeOf(one: Sourced): Range {
  const value = decimal(one.value)
  const slack = slackOf(value, one.approximate, null)
  const top = one.valueMax === null ? value : decimal(one.valueMax)
  const above = one.bound === 'min' || one.bound === 'above'
  const below = one.bound === 'max' || one.bound === 'below'
  return { low: below ? null : subtract(value, slack), high: above ? null : add(top, slack) }
}

const apart = (a: Range, b: Range): boolean =>
  (a.high !== null && b.low !== null && compare(a.high, b.low) < 0) || (b.high !== null && a.low !== null && compare(b.high, a.low) < 0)

function sameThing(a: Sourced, b: Sourced): boolean {
  if (a.subjectId !== null && b.subjectId !== null) return a.subjectId === b.subjectId
  const ours = traitsOf(a)
  const theirs = traitsOf(b)
  let shared = false
  let firm = false
  for (const [key, isGovernment] of ours.names)
    if (theirs.names.has(key)) {
      shared = true
      if (!isGovernment) firm = true
    }
  if (!shared) return false
  if (isOtherPart(ours, theirs)) return false
  const there = ours.place !== null && theirs.place !== null && samePlace(ours.place, theirs.place) === true
  // a firm in one place, or with no place said of one of them, is one project; a city has many
  if (firm) return there || ((ours.place === null || theirs.place === null) && overlap(ours.words, theirs.words) >= sharedWords)
  return there && overlap(ours.words, theirs.words) >= sharedWords
}

const furtherMoney = /추가(?:로|\s?투자)|더\s(?:투자|들)|증액|증설/

function ordinalsOf(sentence: string): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>()
  for (const { of, number } of ordinalsIn(sentence)) found.set(of, (found.get(of) ?? new Set()).add(number))
  return found
}

/** Different parts of one thing are no contradiction: 1단계 and 2단계, the first plant and the second, money beside what was said before. */
function isOtherPart(a: Traits, b: Traits): boolean {
  if (a.more !== b.more) return true
  for (const [of, numbers] of a.ordinals) {
    const others = b.ordinals.get(of)
    if (others && ![...numbers].some((number) => others.has(number))) return true
  }
  return false
}

/** What two sources are compared by, worked out once for each: one document's values meet hundreds of others. */
interface Traits {
  readonly sense: string
  /** Names as they compare, and whether each is a government's. */
  readonly names: ReadonlyMap<string, boolean>
  readonly place: string | null
  /** 2단계, 제2공장: the numbers of its sentence by what they count. */
  readonly ordinals: ReadonlyMap<string, ReadonlySet<number>>
  /** Money beside what was said before: 추가로 410억원. */
  readonly more: boolean
  readonly words: ReadonlySet<string>
}

const known = new WeakMap<Sourced, Traits>()
function traitsOf(one: Sourced): Traits {
  let traits = known.get(one)
  if (traits === undefined) {
    const names = new Map<string, boolean>()
    for (const name of [one.subject, ...one.counterparts])
      if (name !== null && name !== '') names.set(organisationKey(name), (names.get(organisationKey(name)) ?? true) && government.test(name))
    traits = {
      sense: senseOf(one),
      names,
      place: one.place,
      ordinals: ordinalsOf(one.sentence),
      more: furtherMoney.test(one.sentence),
      words: tokens(one.what),
    }
    known.set(one, traits)
  }
  return traits
}

/** How much of the words that name the thing two claims share, from 0 to 1. */
function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 || right.size === 0) return 0
  let both = 0
  for (const one of left) if (right.has(one)) both++
  return both / Math.min(left.size, right.size)
}

const tokens = (text: string | null): Set<string> =>
  new Set(
    (text ?? '').match(/[가-힣A-Za-z0-9-]{2,}/g)?.map((word) => word.replace(/(?:으로|에서|까지|부터|에게|은|는|이|가|을|를|의|에|와|과|로)$/, '')) ??
      [],
  )

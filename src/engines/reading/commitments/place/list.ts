import { areaByShortName, areaOf, type Discourse } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import { isVillage } from '../../names/places/joined.ts'
import type { Indicator, Mention, Slot, Span } from '../../reading.ts'
import { type Flow, slot } from '../draft.ts'
import { facilityOf, itemOf } from '../layout/item.ts'
import { rollItem } from '../layout/roll.ts'
import { besideOf, GENERAL, isCountry } from './clues.ts'

/** A number with what its place is looked for in. */
export interface Placed {
  readonly text: string
  readonly sentence: Span
  readonly mention: Mention
  readonly names: readonly NameCandidate[]
  readonly flow: Flow
  readonly discourse: Discourse
  readonly subject: string | null
  /** The rule that chose the subject. */
  readonly rule: string
  readonly indicator: Indicator | null
  readonly quantities: readonly Mention[]
}

/** Where one of several numbers in a row lies (나열): each item of a list, of a bracket or of a count by area says so itself. Null outside such lists. */
export function placeInList(placed: Placed): Slot<string | null> | null {
  const { text, mention, names } = placed
  return (
    inTurn(placed) ?? bracketOf(text, mention, names) ?? ofWhole(placed) ?? ofRoll(placed) ?? ofItem(placed) ?? byArea(placed) ?? listPlace(placed)
  )
}

/** "A와 B는 각각 왕암동과 봉양읍에 300억원과 200억원을": the site that the sentence gives the firm in its turn. */
function inTurn({ sentence, flow, subject, rule }: Placed): Slot<string> | null {
  const site = subject === null ? undefined : flow.sites.get(subject)
  if (site === undefined || site.span === null || site.span.start < sentence.start) return null
  // "A는 왕암동에 310억원, B는 봉양읍에 190억원을 투자해 각각 70명, 40명을": people in turn where the money of each goes
  return site.rule === 'place:respectively' || rule === 'subject:respectively' ? site : null
}

/** "횡성 9개 업체(430명, 187억 원)", "군산 12만㎡(350억 원)": what stands in the bracket of a number lies where that number does. */
function ofWhole({ text, sentence, mention, names, quantities }: Placed): Slot<string> | null {
  const before = text.slice(Math.max(sentence.start, mention.start - 60), mention.start)
  const open = before.lastIndexOf('(')
  if (open < 0 || before.includes(')', open)) return null
  const at = mention.start - before.length + open
  const whole = quantities.findLast((q) => q.end <= at)
  if (whole === undefined || at - whole.end > 1) return null
  const beside = besideOf(text, whole, names)
  return beside === null || isCountry(beside.value) ? null : slot(beside.value, { start: beside.start, end: beside.end }, 'place:of-whole')
}

/** "▲가람전자(오창읍, 550억원·120명) ▲…": the site in the item of a roll of firms. */
function ofRoll({ text, sentence, mention, names, flow, rule, quantities }: Placed): Slot<string> | null {
  const item = rule === 'subject:roll' ? rollItem(text, sentence, mention, quantities, names, flow) : null
  const site = item === null ? undefined : names.findLast((n) => n.kind === 'place' && n.start > item.owner.end && n.end <= mention.start)
  return site === undefined || isCountry(site.value) ? null : slot(site.value, { start: site.start, end: site.end }, 'place:sentence')
}

/** "B㈜ 홍천 제2공장 신설 125억 원", "AI데이터센터(가람코리아, 휴천산단)": what stands between a firm and its amount, or in the bracket with it. */
function ofItem({ text, sentence, mention, names, flow, discourse, rule, quantities }: Placed): Slot<string | null> | null {
  if (rule === 'subject:facility') {
    const site = facilityOf(text, mention, names)?.site ?? null
    return site === null ? null : slot(site.value, { start: site.start, end: site.end }, 'place:sentence')
  }
  const item = rule === 'subject:item' ? itemOf(text, sentence, mention, quantities, names) : null
  if (item === null) return null
  const site = names.findLast((n) => n.kind === 'place' && n.start > item.from && n.end <= mention.start)
  if (site !== undefined) return slot(site.value, { start: site.start, end: site.end }, 'place:sentence')
  const words = text.slice(item.owner.end, mention.start).trim().split(' ')
  const city = words.find((word) => areaByShortName(word) !== undefined)
  if (city !== undefined) return slot(city, null, 'place:sentence')
  const office = flow.lineOffice ?? discourse.government
  return slot(office === null ? null : areaOf(office), null, 'place:of-list')
}

/** "지역별로는 횡성군이 5개사로 가장 많고 원주시 3개사": each number of firms by its area. */
function byArea({ text, sentence, mention, names, indicator }: Placed): Slot<string | null> | null {
  if (indicator !== 'firms' || !/별(?:로|로는)\s/.test(text.slice(sentence.start, mention.start))) return null
  const area = names.findLast((n) => n.end <= mention.start && mention.start - n.end < 4)
  if (area === undefined || (area.kind !== 'place' && areaOf(area.value) === null)) return null
  return slot(text.slice(area.start, area.end), { start: area.start, end: area.end }, 'place:beside')
}

/** "용인시 덕성(173만㎡), 평택(80만㎡)": the site that the number stands behind in brackets, with the part of it that is no name of its own. */
function bracketOf(text: string, mention: Mention, names: readonly NameCandidate[]): Slot<string> | null {
  if (text.charAt(mention.start - 1) !== '(' && !/\((?:약|총) $/.test(text.slice(mention.start - 3, mention.start))) return null
  const site = names.findLast((n) => n.end < mention.start)
  if (site === undefined || site.kind === 'person' || isCountry(site.value) || isVillage(site.value)) return null
  if (site.kind === 'place' ? !GENERAL.has(site.rule) : areaOf(site.value) === null) return null
  const gap = /^((?:\s[가-힣]{1,4}\d?(?<!리조트|단지|센터|공장|시장|공원))?)\s?\((?:약\s|총\s)?$/.exec(text.slice(site.end, mention.start))
  if (gap === null) return null
  if (site.kind === 'organisation' && gap[1] === '') return null
  return slot(`${text.slice(site.start, site.end)}${gap[1]}`, { start: site.start, end: site.end + gap[1]!.length }, 'place:beside')
}

/** "등 63개 사업 2천315억원", "하동 등 3곳(221만㎡)": what a list comes to. */
const OF_A_LIST = /등 (?:모두 |총 )?\d[\d,천백]*\s?(?:개(?!사)|건|곳|개소)(?![^.,]{0,10}(?:기업|업체|회사))[^.,]{0,10}$/
/** "수출단지 조성(290억원), 실증단지 구축(370억원)" */
const ITEM = /[가-힣\d]\((?:약 |총 )?$/
/** "진입도로 개선 8억5000만 원, 상가 정비 4억 원, ": amounts with what each is for. */
const NEXT_ITEM = /^(?:을|를)?, [^,.()]{2,24}(?:조성|개선|정비|구축|건립|확충|사업|타운|센터|지원|수당|육성|도입|설치|개발|연금|축하금) $/

/** Where the words about an amount begin in a row of three and more (열거). Null in no such row. */
function rowOf(text: string, from: number, quantities: readonly Mention[], mention: Mention): number | null {
  const money = quantities.filter((q) => q.kind === 'money')
  const at = money.indexOf(mention)
  const follows = (k: number): boolean => k > 0 && k < money.length && NEXT_ITEM.test(text.slice(money[k - 1]!.end, money[k]!.start))
  let row = 1
  for (let k = at; follows(k); k--) row++
  for (let k = at + 1; follows(k); k++) row++
  if (row < 3) return null
  if (follows(at)) return money[at - 1]!.end
  const before = text.slice(from, mention.start)
  return from + Math.max(0, before.lastIndexOf('는 '))
}

const CLAUSE = /(?:이고|이며|하고|하며|으로는)\s/g

/**
 * Where an item of a list of works lies (사업 목록): at the site in its own words, else at the one its clause begins with, else in the area of the office whose list it is.
 * What the list comes to lies where the clause begins, not where the last item does. Null for a number in no such list.
 */
function listPlace({ text, sentence, mention, names, subject, quantities }: Placed): Slot<string | null> | null {
  const before = text.slice(sentence.start, mention.start)
  const area = subject === null ? null : areaOf(subject)
  if (area === null) return null
  const total = OF_A_LIST.test(before)
  const row = total || mention.kind !== 'money' ? null : rowOf(text, sentence.start, quantities, mention)
  if (
    !total &&
    row === null &&
    !(mention.kind === 'money' && ITEM.test(before) && /\d[\d,조억만천]*\s?원\),? /.test(text.slice(sentence.start, sentence.end)))
  )
    return null
  let from = sentence.start
  for (const found of before.matchAll(CLAUSE)) from = sentence.start + found.index + found[0].length
  const leads = names.find(
    (n) => n.kind === 'place' && n.start - from < 4 && n.start >= from && /^(?:에|에는|에서는|은|는|\s분야)/.test(text.slice(n.end, n.end + 4)),
  )
  const cut = row ?? Math.max(from, sentence.start + Math.max(before.lastIndexOf('), '), before.lastIndexOf('이 '), before.lastIndexOf('가 ')))
  const own = total ? undefined : names.findLast((n) => n.kind === 'place' && n.start >= cut && n.end <= mention.start)
  const place = own ?? leads
  return place === undefined ? slot(area, null, 'place:of-list') : slot(place.value, { start: place.start, end: place.end }, 'place:sentence')
}

import { areaByFullName, areaByShortName, areaOf } from '../../discourse.ts'
import type { Span } from '../../reading.ts'
import { HERE, siteOfWork } from '../place-clues.ts'
import { AMOUNT, type Asked, CLAUSE, type Facts, factsOf } from './facts.ts'
import { isSiteKind } from './kinds.ts'
import type { Occurrence, Told } from './told.ts'

/** "거점은 새솔기업도시에 … 세워진다": what the office's money makes, and where it will stand. */
const SEAT = /^(?:이\s)?[가-힣]{0,4}(?:거점|센터|시설|건물|연구소|캠퍼스|단지|공장)(?:은|는)\s/
/** "산업단지 9곳을": a number of sites. */
const COUNTS_SITES = /\d+\s?(?:곳|개소|개 시·?군|개 (?:지구|산단|단지|산업단지|사업|시군|과제))/
/** "가람군은", "도는": the office opens the sentence. */
const OFFICE_OPENS = /^[가-힣]{2,7}(?:시|군|구|도)(?:은|는|가|이)\s|^(?:시|군|도|구)는\s/

/** A place that a number may have, with all that speaks for it or against it. */
export interface Candidate {
  readonly value: string | null
  readonly span: Span | null
  /** How the explanation names it. */
  readonly rule: string
  readonly clues: string[]
}

/** Every place that a number may have: those that the text tells of, the area of its office, none. */
export function candidatesOf(asked: Asked): Candidate[] {
  const facts = factsOf(asked)
  const out: Candidate[] = []
  const { text, unit, draft, discourse, places } = asked
  const subject = draft.subject.value
  const { who, group, own, nearest } = facts
  const bare = nearest === undefined
  if (own !== null) {
    const clues = ['own', `own:${group}`, `own:${draft.stage.value}`]
    for (const word of facts.says) clues.push(`own:${word}`)
    if (facts.sitedHere) clues.push('own:though-sited-here')
    if (bare) clues.push('own:no-place-before')
    if (areaByFullName(subject ?? '')?.level === 'province') clues.push('own:province')
    if (OFFICE_OPENS.test(asked.body)) clues.push('own:opens')
    if (COUNTS_SITES.test(asked.body)) clues.push('own:counts-sites')
    if (draft.sentence < places.lead) clues.push('own:lead')
    if (places.sites >= 4) clues.push('own:many')
    clues.push(`own:firms:${manyFirms(asked) ? 'many' : 'few'}`, `own:firms:${manyFirms(asked) ? 'many' : 'few'}:${group}`)
    out.push({ value: own, span: null, rule: 'place:of-government', clues })
  } else {
    const office = discourse.government === null ? null : areaOf(discourse.government)
    const named = subject === null || who === 'firm' ? undefined : areaByShortName(subject.slice(0, 2))
    const agency = named === undefined ? null : named.level === 'province' ? named.province : named.name
    if (office !== null) {
      const clues = ['gov', `gov:${who}`, `gov:${group}`]
      if (bare) clues.push('gov:no-place-before')
      if (agency === office) clues.push('gov:agency')
      out.push({ value: office, span: null, rule: 'place:of-government', clues })
    }
    if (agency !== null && agency !== office) out.push({ value: agency, span: null, rule: 'place:of-agency', clues: ['agency'] })
  }
  for (const place of nearby(asked)) {
    out.push(ofPlace(place, asked, facts))
  }
  const works = siteOfWork(text, unit, draft.mention)
  if (works !== null && out.every((one) => one.value !== works.value))
    out.push({ value: works.value, span: works.span, rule: works.rule, clues: ['site-of-work'] })
  const clues = [`none:${who}`, `none:${group}`, `none:${who}:${group}`]
  if (bare) clues.push('none:no-place-before')
  if (places.sites === 0) clues.push('none:no-sites')
  out.push({ value: null, span: null, rule: 'place:none', clues })
  return out
}

/** Whether a text tells of several firms: what an office sums up is then of none alone. */
const manyFirms = ({ discourse }: Asked): boolean => discourse.firms.length > 1

/** In a long text only what is told around the number or in the head may be its place. */
const LONG = 60
const AROUND = 8

function nearby({ draft, places }: Asked): Iterable<Told> {
  if (places.here.length <= LONG) return places.all
  const out = new Set<Told>()
  const s = draft.sentence
  const add = (k: number): void => {
    for (const { place } of places.here[k] ?? []) out.add(place)
  }
  for (let k = 0; k < places.lead; k++) add(k)
  for (let k = s - AROUND; k <= s + 2; k++) add(k)
  if (places.lastSite[s]! >= 0) add(places.lastSite[s]!)
  return out
}

/** The last occurrence before a sentence and the first after it. Binary search: a place may be told of a thousand times. */
function around(told: readonly Occurrence[], s: number): { last: Occurrence | undefined; next: Occurrence | undefined } {
  let low = 0
  let high = told.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (told[middle]!.s < s) low = middle + 1
    else high = middle
  }
  const last = told[low - 1]
  while (low < told.length && told[low]!.s === s) low++
  return { last, next: told[low] }
}

function ofPlace(place: Told, asked: Asked, facts: Facts): Candidate {
  const { draft, places, discourse } = asked
  const before = facts.before.findLast((one) => one.place === place)
  const after = facts.after.find((one) => one.place === place)
  const site = isSiteKind(place.kind)
  const k = site ? 'site' : 'area'
  const clues = [`kind:${place.kind}`]
  const say = (clue: string): void => {
    clues.push(`${k}:${clue}`)
  }
  let chosen = before ?? after
  let rule = before === undefined ? 'place:behind' : 'place:sentence'
  if (before !== undefined) beforeNumber(before, asked, facts, say)
  if (after !== undefined) afterNumber(after, asked, facts, say)
  if (chosen !== undefined) {
    say(`here:${facts.who}`)
    say(`here:${facts.group}`)
    for (const word of facts.says) say(`here:${word}`)
  } else {
    chosen = elsewhere(place, asked, facts, say)
    rule = chosen.s < draft.sentence ? 'place:said-before' : 'place:of-project'
    if (!site) clues.push(`${place.kind}:elsewhere`)
  }
  const first = place.told[0]?.s ?? places.lead
  if (first < places.lead) say('lead')
  if (first === 0) say('first-line')
  if (place.site !== null) {
    const step = draft.stage.value
    const coming = step === 'plan' || step === 'construction' || step === 'cancelled' || step === 'contract'
    clues.push(
      `${place.address ? 'address' : 'park'}:${place.site.made ? 'made' : 'stands'}:${facts.who === 'firm' ? 'firm' : coming ? 'coming' : 'done'}`,
    )
  }
  const area = site || discourse.government === null ? undefined : (areaByShortName(place.names[0]!) ?? areaByFullName(place.names[0]!))
  if (area !== undefined && area === areaByFullName(discourse.government!)) clues.push('area:of-government')
  if (chosen.joint) say('joint')
  if (place.wider) say('wider')
  if (place.housed) say('housed')
  // a headline shortens or fills up what the text itself calls it
  const headed = chosen
  if (before === undefined && after === undefined && chosen.s < places.body) chosen = place.told.find((one) => one.s >= places.body) ?? headed
  return { value: chosen.value, span: { start: chosen.start, end: chosen.end }, rule: chosen.office ? 'place:of-government' : rule, clues }
}

/** The place stands before the number in its own sentence. */
function beforeNumber(one: Occurrence, { text, unit, draft }: Asked, facts: Facts, say: (clue: string) => void): void {
  const { actor, before, nearest } = facts
  const gap = text.slice(one.end, draft.mention.start)
  say('before')
  say(`before:${one.follows}`)
  if (one === nearest) say('nearest-before')
  else if (before.findLast(({ place }) => isSiteKind(place.kind)) === one) say('nearest-site-before')
  if (one.sites) say('before-sited')
  if (!CLAUSE.test(gap)) say('before-same-clause')
  if (gap.length <= 6) say('before-adjacent')
  if (AMOUNT.test(gap)) say('before-amount-between')
  if (one.start - unit.start < 4) say('before-opens')
  if (actor !== undefined && actor.start < one.start) say('before-of-actor')
  if (actor !== undefined && actor.start > one.start) say(AMOUNT.test(text.slice(one.end, actor.start)) ? 'before-amount-and-actor' : 'before-actor')
}

/** The place stands behind the number. */
function afterNumber(one: Occurrence, { text, draft, places }: Asked, facts: Facts, say: (clue: string) => void): void {
  const { mention, sentence } = draft
  const gap = text.slice(mention.end, one.start)
  say('after')
  say(`after:${one.follows}`)
  if (one === facts.next) say('nearest-after')
  if (one.sites) say('after-sited')
  say(CLAUSE.test(gap) ? 'after-clause' : 'after-same-clause')
  if (gap.length < 24) say('after-near')
  if (AMOUNT.test(gap)) say('after-amount-between')
  if (facts.nearest === undefined) say('after-none-before')
  if (places.actors[sentence]!.some((actor) => actor.start > mention.end && actor.start < one.start)) say('after-other-actor')
}

/** The place is named in other sentences only: how it was told there, and whether the number goes back to it. */
function elsewhere(place: Told, asked: Asked, facts: Facts, say: (clue: string) => void): Occurrence {
  const { text, unit, draft, places, matters } = asked
  const s = draft.sentence
  const { last, next } = around(place.told, s)
  const chosen = last ?? next
  const { who, says } = facts
  const subject = draft.subject.value
  if (last !== undefined) {
    const age = s - last.s
    say(age === 1 ? 'age1' : age === 2 ? 'age2' : age <= 4 ? 'age4' : 'age-far')
    say(`last:${last.follows}`)
    if (place.sitedAt < s) say('sited-before')
    if (last.sites && age <= 2) say('last-sited')
    if (last.s === places.lastSite[s]) {
      say('last-named')
      if (places.sites > 1) say('last-of-several')
      if (HERE.test(text.slice(unit.start, draft.mention.start))) say('here')
      if (places.actors[s]!.length === 0) say('last-no-actor')
    }
    const at = draft.matter?.place?.value
    if (at != null && place.names.includes(at)) say('of-matter')
  } else if (next === undefined) say('told-aside')
  else {
    const ahead = next.s - s
    say(ahead === 1 ? 'next1' : ahead === 2 ? 'next2' : 'next-far')
    if (s < places.lead) say('next-of-lead')
    if (next.sites && ahead <= 2) say(SEAT.test(text.slice(asked.units[next.s]!.start, next.start)) ? 'next-seat' : 'next-sited')
    if (who === 'firm' && ahead <= 2 && !places.actors[next.s]!.some((actor) => actor.value !== subject)) say('next-of-same')
  }
  const now = matters[s]
  const then = chosen === undefined ? null : matters[chosen.s]
  if (now != null && then != null && now.id !== then.id) say('other-matter')
  if (facts.sitedHere) say('though-sited-here')
  if (facts.here) say('though-place-here')
  if (who === 'firm') {
    if (place.firms.has(subject!)) say('with-firm')
    else {
      if (!place.near.has(subject!)) say('not-with-firm')
      if (place.firms.size > 0) say('with-other-firm')
    }
    if (place.sited.has(subject!)) say('firm-sited')
  }
  say(`away:${who}`)
  say(`away:${who}:${places.sites === 1 ? 'one' : places.sites < 4 ? 'few' : 'many'}`)
  say(`away:${facts.group}`)
  if (who === 'office' && manyFirms(asked)) say(places.sites > 1 && place.firms.size > 0 ? 'away:one-of-many' : 'away:office:of-firms')
  for (const word of says) say(`away:${word}`)
  return chosen ?? place.first!
}

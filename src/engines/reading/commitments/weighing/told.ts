import { actorsOf } from '../../actors.ts'
import { areaOf, isFirm } from '../../discourse.ts'
import { isVenue } from '../../matter.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import { isMadeThing, isOneOfSites, isOtherName, joinedWith } from '../../names/joined-places.ts'
import type { SentenceNames } from '../../names/names.ts'
import type { Span } from '../../reading.ts'
import { namedWorks, speakOf } from '../named-works.ts'
import { isHome, isNationality, isWhereTheyMet } from '../place-clues.ts'
import { isSamePark, type SiteOfText, sitesOfText } from '../sites.ts'
import { areaKind, type Follows, followsOf, isSiteKind, type Kind, kindOf } from './kinds.ts'

/** A place where a sentence names it. */
export interface Occurrence extends Span {
  readonly place: Told
  /** The sentence. */
  readonly s: number
  /** As it is printed, with the areas joined to it: "김제·상주". */
  readonly value: string
  readonly joint: boolean
  /** Named by the office that governs it: "가람도에". */
  readonly office: boolean
  readonly follows: Follows
  /** Whether the words after it site something there: "솔은산단에 공장을 짓는다". */
  readonly sites: boolean
  /** Whether it says where anything of the text lies: not where a firm is from or people met. */
  readonly tells: boolean
}

/** A place of the text, under whichever of its names. */
export interface Told {
  readonly kind: Kind
  readonly names: string[]
  /** Its first occurrence, whether or not it tells anything. */
  first: Occurrence | null
  /** Occurrences that tell where something lies, in order. */
  readonly told: Occurrence[]
  /** The first sentence that sites something there. */
  sitedAt: number
  /** Firms that one sentence names with it, names with it or right before it, and sites there. */
  readonly firms: Set<string>
  readonly near: Set<string>
  readonly sited: Set<string>
  /** The park and the address that belong together. */
  site: SiteOfText | null
  /** Whether it is the address of its site. */
  address: boolean
  /** Whether it is a building whose park the text names. */
  housed: boolean
  /** Whether the text names a site in it by its name and more: 새만금 beside 새만금 산업단지. */
  wider: boolean
}

/** All that a text says of places, read once. */
export interface Places {
  readonly all: readonly Told[]
  /** By sentence: occurrences, bodies that act, the last sentence before it that named a site. */
  readonly here: readonly (readonly Occurrence[])[]
  readonly actors: readonly (readonly NameCandidate[])[]
  readonly lastSite: readonly number[]
  /** The first sentence of the running text, and the first after the head. */
  readonly body: number
  readonly lead: number
  /** How many sites the text tells of. */
  readonly sites: number
  readonly persons: ReadonlySet<string>
}

const MAY_SITE: ReadonlySet<Follows> = new Set(['at', 'in', 'to', 'land', 'number'])
/** What is done at a site. */
const SITES =
  /짓|지어|지을|세우|세운|세워|건립|조성|만들|만든|들어서|들어선|들어설|입주|이전|옮|투자|투입|들여|신설|증설|신축|증축|건설|착공|기공|준공|완공|구축|설립|유치|둥지|마련|설치|개발|추진|매입|사들|분양|확장|넓히|갖추|갖춘|생산/
/** How far behind a place the word is looked for that sites something there. */
const REACH = 60
/** Words after a place that are read. */
const AFTER = 90

const closed = (name: string): string => name.replace(/\s+/g, '').replace(/산업단지/g, '산단')

/** The first of two sites that one thing goes to is the one that counts, and one that gives way to another does not: "석계산단 부지와 상북면에", "대곶면 대신". */
const SECOND = /(?:부지|터|땅|용지)(?:와|과)\s$/
const GIVES_WAY = /^\s대신\s/

/** Whether a place is named for something else than where things are: where a firm is from, where people met, one of a list, what is made. */
const isAside = (text: string, names: readonly NameCandidate[], name: NameCandidate, kind: Kind, follows: Follows, after: string): boolean =>
  isHome(text, name.end) ||
  isVenue(name) ||
  isWhereTheyMet(after) ||
  isMadeThing(text, name) ||
  isOtherName(text, names, name) ||
  (kind === 'country' && (follows === 'bare' || isNationality(text, name, names))) ||
  isOneOfSites(text, name) ||
  SECOND.test(text.slice(name.start - 4, name.start)) ||
  GIVES_WAY.test(after)

/** Reads where a text says that things are, sentence by sentence. */
export function placesTold(text: string, units: readonly Span[], named: readonly SentenceNames[], bodyFrom: number): Places {
  const all: Told[] = []
  const byName = new Map<string, Told>()
  const persons = new Set<string>()
  const here: Occurrence[][] = []
  const actors: NameCandidate[][] = []
  const lead = Math.max(bodyFrom, 0) + LEAD
  const told = (kind: Kind, value: string): Told => {
    const key = closed(value)
    let place = byName.get(key)
    if (place === undefined && (kind === 'park' || kind === 'village') && all.length < MOST)
      place = all.find((one) => one.kind === kind && one.names.some((name) => isSamePark(name, value)))
    if (place === undefined) {
      place = {
        kind,
        names: [],
        first: null,
        told: [],
        sitedAt: Number.POSITIVE_INFINITY,
        firms: new Set(),
        near: new Set(),
        sited: new Set(),
        site: null,
        address: false,
        housed: false,
        wider: false,
      }
      all.push(place)
    }
    byName.set(key, place)
    if (!place.names.includes(value)) place.names.push(value)
    return place
  }
  let before: readonly NameCandidate[] = []
  for (let s = 0; s < units.length; s++) {
    const { names } = named[s]!
    actors.push(names.length === 0 ? [] : actorsOf(text, names))
    const now: Occurrence[] = []
    const firms: NameCandidate[] = []
    for (const name of names) {
      const office = name.kind === 'organisation' && name.locative === true ? areaOf(name.value) : null
      if (name.kind === 'organisation' && name.locative !== true && isFirm(name.value)) firms.push(name)
      if (name.kind === 'person') persons.add(name.value)
      if (name.absorbed || (name.kind !== 'place' && office === null)) continue
      const after = text.slice(name.end, Math.min(units[s]!.end, name.end + AFTER))
      const joint = office === null ? joinedWith(text, names, name) : null
      const follows = followsOf(after)
      const kind = office === null ? kindOf(name) : (areaKind(name.value) ?? 'city')
      const one: Occurrence = {
        place: told(kind, office ?? name.value),
        s,
        start: name.start,
        end: name.end,
        value: joint?.value ?? office ?? name.value,
        joint: joint !== null,
        office: office !== null,
        follows,
        sites: MAY_SITE.has(follows) && SITES.test(after.slice(0, REACH).split('.', 1)[0]!),
        tells: !isAside(text, names, name, kind, follows, after),
      }
      one.place.first ??= one
      now.push(one)
    }
    here.push(now)
    const several = firms.length > 1 && now.filter((one) => one.tells && isSiteKind(one.place.kind)).length > 1
    for (const one of now) if (one.tells) tell(one, several ? firmsOf(one, firms) : firms, before)
    before = firms
  }
  addWorks(text, units, named, lead, told, here, all)
  pairSites(text, units, named, lead, byName)
  for (const place of all)
    if (all.length < MOST && place.kind !== 'city' && place.kind !== 'province')
      place.wider = all.some((one) => one !== place && one.told.length > 0 && one.names.some((name) => name.startsWith(`${place.names[0]!} `)))
  const lastSite: number[] = []
  let last = -1
  for (let s = 0; s < units.length; s++) {
    lastSite.push(last)
    if (here[s]!.some(({ place, tells }) => tells && isSiteKind(place.kind))) last = s
  }
  const sites = all.reduce((count, { kind, told: some }) => count + (isSiteKind(kind) && some.length > 0 ? 1 : 0), 0)
  return { all, here, actors, lastSite, body: lead - LEAD, lead, sites, persons }
}

/** Lead sentences that say what a text is about. */
const LEAD = 2
/** Beyond so many places, names are not compared any more. */
const MOST = 200

/** Where a sentence names several firms and several sites, a site is that of the firm named last before it, else of the first behind it. */
function firmsOf(one: Occurrence, firms: readonly NameCandidate[]): NameCandidate[] {
  const firm = firms.findLast(({ end }) => end <= one.start) ?? firms[0]
  return firm === undefined ? [] : [firm]
}

/** Takes an occurrence into account, with the firms that its sentence and the one before it name. */
function tell(one: Occurrence, firms: readonly NameCandidate[], before: readonly NameCandidate[]): void {
  const { place, s, sites } = one
  place.told.push(one)
  if (sites && s < place.sitedAt) place.sitedAt = s
  for (const { value } of firms) {
    place.firms.add(value)
    place.near.add(value)
    if (sites) place.sited.add(value)
  }
  for (const { value } of before) place.near.add(value)
}

/** A house whose works the first sentences tell is a place too, in a text that names no site there. */
function addWorks(
  text: string,
  units: readonly Span[],
  named: readonly SentenceNames[],
  lead: number,
  told: (kind: Kind, value: string) => Told,
  here: Occurrence[][],
  all: readonly Told[],
): void {
  if (all.some((one) => isSiteKind(one.kind) && (one.told[0]?.s ?? lead) < lead)) return
  const works = namedWorks(text, units, lead)
  if (works === null || named.some(({ names }) => names.some((n) => n.kind === 'place' && n.value === works.value))) return
  const place = told('works', works.value)
  for (const s of speakOf(text, units, works)) {
    const at = text.slice(units[s]!.start, units[s]!.end).indexOf(works.value)
    const start = at < 0 ? works.start : units[s]!.start + at
    const one: Occurrence = {
      place,
      s,
      start,
      end: start + works.value.length,
      value: works.value,
      joint: false,
      office: false,
      follows: 'else',
      sites: false,
      tells: true,
    }
    place.first ??= one
    place.told.push(one)
    if (at >= 0) here[s]!.push(one)
  }
}

/** Which address belongs to which park. */
function pairSites(text: string, units: readonly Span[], named: readonly SentenceNames[], lead: number, byName: ReadonlyMap<string, Told>): void {
  if (units.length > LONG) return
  for (const site of sitesOfText(text, units, named, lead)) {
    for (const house of site.houses) {
      const place = byName.get(closed(house))
      if (place !== undefined && house !== site.name?.value) place.housed = true
    }
    const park = site.name === null ? undefined : byName.get(closed(site.name.value))
    const address = site.address === null ? undefined : byName.get(closed(site.address.value))
    if (park === undefined || address === undefined || park === address) continue
    park.site = site
    address.site = site
    address.address = true
  }
}

/** Longer texts are about more than one project. */
const LONG = 60

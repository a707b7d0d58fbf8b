import type { Slot, Span } from '../reading.ts'
import type { Draft } from './commitments.ts'
import type { Flow } from './flow.ts'
import type { Grammar } from './grammar.ts'
import type { Name } from './name.ts'
import { COUNTRY, IN_PLACE, PLANT_OF } from './site.ts'
import { governs } from './subject.ts'

/** A place where something is built, named in one sentence, and of whom that sentence speaks. */
export interface Site extends Span {
  readonly sentence: number
  readonly value: string
  /** A park, a zone; else an area in which a sentence of building lies. */
  readonly narrow: boolean
  /** Named in the sentence of an agreement. */
  readonly signed: boolean
  readonly of: string | null
  /** That one is a government, for all of whose matters the site may stand. */
  readonly ofGovernment: boolean
}

/** Keeps the sites (입지) that a sentence names: parks wherever they stand, areas where something is built or invested in them. */
export function sitesIn(text: string, sentence: Span, s: number, names: readonly Name[], flow: Flow, grammar: Grammar, sites: Site[]): void {
  let builds: boolean | null = null
  const labelled = LABEL.test(text.slice(sentence.start, sentence.start + 24)) ? names[0] : undefined
  for (const name of names) {
    const narrow = NARROW.test(name.value) || name === labelled
    if (!narrow) {
      if (COUNTRY.test(name.value) || !located(text, sentence, name, grammar)) continue
      builds ??= BUILDS.test(text.slice(sentence.start, sentence.end))
      if (!builds) continue
    }
    // where a firm is at work already, nothing new is built
    if (STANDS.test(text.slice(sentence.start, sentence.end))) return
    sites.push({
      sentence: s,
      value: name.value,
      start: name.start,
      end: name.end,
      narrow,
      signed: isSigned(text.slice(sentence.start, sentence.end), grammar),
      of: flow.subject.value,
      ofGovernment: flow.subject.value !== null && governs(flow.subject.value, grammar),
    })
  }
}

/** The line of a form that says where: Location: Haeun County. */
const LABEL = /^(?:[-•*·] ?)?(?:location|site|where|place|address|venue)s?: /i

/** An agreement is signed here, not only spoken of: 協約に基づき. */
const isSigned = (body: string, grammar: Grammar): boolean => grammar.mou.test(body) && !/に基づ|により、|根据|按照|依据/.test(body)

/** How far a site reaches: agreement, firm, site and effects stand within a few sentences. */
const BEHIND = 5
const AHEAD = 3

/**
 * What is promised lies at the one site that the sentences around it name, a park before an area; several sites leave it open. What a government has counted lies in all of its area.
 */
export function withSites(drafts: readonly Draft[], sites: readonly Site[]): readonly Draft[] {
  let from = 0
  return drafts.map((draft) => {
    const { place, stage } = draft
    // a country says less than a site
    // said of a city first, then of the park in it
    const loose = (place.rule === 'place:before' || place.rule === 'place:named') && place.value !== null && !NARROW.test(place.value)
    const open =
      loose || place.value === null || COUNTRY.test(place.value) || place.rule === 'place:of-government' || place.rule === 'place:of-reporter'
    // what a government wants to draw in goes anywhere in its area
    const drawn = place.rule === 'place:of-government' && stage.value === 'plan' && DRAWS.test(draft.what.value)
    if (!open || drawn || stage.value === 'result' || stage.value === 'pledge' || (place.value !== null && draft.indicator.value === 'budget'))
      return draft
    while (from < sites.length && draft.sentence - sites[from]!.sentence > BEHIND) from++
    const near: Site[] = []
    for (let k = from; k < sites.length && sites[k]!.sentence - draft.sentence <= AHEAD; k++) near.push(sites[k]!)
    if (loose) {
      const inner = only(near.filter((site) => site.narrow && site.sentence >= draft.sentence && site.of === draft.subject.value))
      // a city named with the figure itself gives way only to a park that bears its name
      const within = inner !== null && (place.rule === 'place:before' || inner.value.startsWith(`${place.value!.replace(CITY, '')} `))
      return inner === null || !within
        ? draft
        : { ...draft, place: { value: inner.value, span: { start: inner.start, end: inner.end }, rule: 'place:site' } }
    }
    const own = near.filter((site) => site.of === null || site.ofGovernment || site.of === draft.subject.value || draft.subject.value === null)
    const narrow = near.filter((site) => site.narrow && site.signed)
    // what several sign with a government goes where their agreement says
    const agreed = stage.value === 'mou' && own.every((site) => !site.narrow) ? only(narrow) : null
    const found =
      agreed ??
      only(own.filter((site) => site.narrow)) ??
      (place.value === null
        ? (only(near.filter((site) => site.of === draft.subject.value)) ??
          only(near.filter((site) => site.ofGovernment && site.sentence < draft.sentence)))
        : null)
    if (found === null) return draft
    return { ...draft, place: { value: found.value, span: { start: found.start, end: found.end }, rule: 'place:site' } satisfies Slot<string> }
  })
}

const CITY = / (?:City|County)$|-(?:si|gun)$/
const DRAWS = /\b(?:attract|draw|lur|bring(?:ing|s)? in|woo)/

/** The one place that all of them name, the longest form of it. */
function only(sites: readonly Site[]): Site | null {
  let best: Site | null = null
  for (const site of sites) {
    if (best === null) best = site
    else if (site.value !== best.value && !isShort(site.value, best.value)) {
      if (!isShort(best.value, site.value)) return null
      best = site
    }
  }
  return best
}

/** Whether one name is a shorter form of the other: Haeun Complex, Haeun Advanced Industrial Complex. */
function isShort(short: string, full: string): boolean {
  if (full.endsWith(short)) return true
  const words = short.split(' ')
  if (words.length < 2) return false
  let at = 0
  for (const word of full.split(' ')) if (word === words[at]) at++
  return at === words.length
}

const located = (text: string, sentence: Span, name: Name, grammar: Grammar): boolean =>
  grammar.locative.test(text.slice(Math.max(sentence.start, name.start - 40), name.start)) ||
  IN_PLACE.test(text.slice(name.end, name.end + 48)) ||
  PLANT_OF.test(text.slice(name.end, name.end + 32))

const STANDS = /\b(?:currently|already) (?:has|have|operates?|runs?|is operating)\b/
const BUILDS =
  /\b(?:build|construct|establish|set up|invest|expand|locat|plant|factor|facilit|launch|joint venture|branch|rise|plot|land|site|lots|park)\w*|建设|兴建|新建|投资|建厂|设厂|落户|建設|新設|増設|設立|設け|投資|工場|進出/i
/** Parks, zones and the like. */
export const NARROW =
  /\b(?:Complex|Park|Zone|District|Estate|Valley|Campus|Cluster|Belt)(?: No\. ?\d+)?$|\b(?:Delta|Smart|International|Innovation|Enterprise|Science|Techno|Bio|Energy|Flora|Leisure|Media|Culture|Logistics|Tourism|Medical|Education|Airport|Core) City$|\b(?:complex|zone|park|district|cluster|estate|valley)$|(?:団地|园区?|園區?|开发区|開發區|高新区|经开区|新区|示范区|保税区|地域|区域|テクノパーク|パーク|テクノタウン|ニュータウン|新都市)$/

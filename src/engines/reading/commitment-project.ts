import { type Draft, slot } from './commitment-draft.ts'
import { areaOf, type Discourse, isFirm } from './discourse.ts'
import { isVillage } from './joined-places.ts'
import { isSite } from './matter.ts'
import type { SentenceNames } from './names.ts'
import type { Slot, Span } from './reading.ts'

/** Lead sentences that say what a text is about. */
const LEAD = 2
/** Rules that know no site of the number's own. */
const WEAK = /^place:(?:of-government|none|head|head:area|title|flow|of-agency|one-site)$/
/** What an office counts as its own whatever the text is about. */
const OF_ITS_OWN = /예산|추경|회계|누적|올해|내년|지난해|작년|지금까지|민선|임기|취임|보조금|기업에|\d\s?(?:개사|개 (?:기업|업체)|곳)과\s/

/** What works cost and hold. */
const OF_WORKS: ReadonlySet<string> = new Set(['budget', 'investment', 'area', 'capacity'])
const SHORT = 24
/** Of so many numbers one may have a site of its own. */
const FEW = 5
const OWN = /^place:(?:sentence|beside|behind|several|here|locative|own-site|said-before)$/

/** The park that an address leads to, and that something goes into. */
const INTO_PARK = /^ [가-힣0-9A-Za-z()-]{2,20}(?:산업단지|산단|농공단지|지구|단지|밸리|파크|공단)(?:에|에서|\s?(?:안|내)에?)[\s,]/

const closed = (name: string): string => name.replace(/\s+/g, '')
/** "양재·우면" and "서초구 양재동·우면동": all that the one names stands in the other. */
const within = (a: string, b: string): boolean => a.split(/[\s·,]+/).every((part) => closed(b).includes(part))
const alike = (a: string, b: string): boolean => within(a, b) || within(b, a)

/** Sites in the order of the text, each with its sentence. */
interface Named {
  readonly slot: Slot<string>
  readonly sentence: number
  readonly ofHead: boolean
}

/** The sites that a text names, and which of them its head is about (사업지): an address says more than the name of what is made there. */
function sitesOf(
  text: string,
  units: readonly Span[],
  named: readonly SentenceNames[],
  bodyFrom: number,
): { sites: Named[]; head: Slot<string> | null } {
  const sites: Named[] = []
  const until = Math.max(bodyFrom, 0) + LEAD
  let head: Slot<string> | null = null
  let town: Slot<string> | null = null
  for (let s = 0; s < units.length; s++)
    for (const name of named[s]!.names) {
      if (!isSite(name)) continue
      const one = slot(name.value, { start: name.start, end: name.end }, 'place:of-project')
      // an address may come in full only after the head
      if (town !== null && isVillage(name.value) && alike(town.value, name.value)) town = name.value.length > town.value.length ? one : town
      else if (s < until) {
        // "풍산읍 매곡리 바이오산업단지에": what goes into a park is in the park
        if (isVillage(name.value)) town ??= INTO_PARK.test(text.slice(name.end, name.end + 30)) ? null : one
        else if (head === null || alike(head.value, name.value)) head = head === null || name.value.length > head.value.length ? one : head
      }
      sites.push({ slot: one, sentence: s, ofHead: [head, town].some((h) => h !== null && alike(h.value, name.value)) })
    }
  return { sites, head: town ?? head }
}

/** Numbers that name no site of their own belong to that of the project that the text is about, as long as no other site was spoken of since. */
export function placesOfProject(
  text: string,
  units: readonly Span[],
  named: readonly SentenceNames[],
  drafts: readonly Draft[],
  discourse: Discourse,
  bodyFrom: number,
): void {
  if (units.length > SHORT || discourse.candidate !== null || drafts.some((d) => d.subject.rule === 'subject:line')) return
  const found = sitesOf(text, units, named, bodyFrom)
  const { sites } = found
  // one address alone in a text that names no site at its head: all of it is about that address
  const lone =
    found.head === null && sites.length > 0 && sites.every((one) => alike(one.slot.value, sites[0]!.slot.value)) && isVillage(sites[0]!.slot.value)
  const head = found.head ?? (lone ? sites[0]!.slot : null)
  if (head === null) return
  const elsewhere = drafts.filter(
    ({ place }) => OWN.test(place.rule) && place.value !== null && !sites.some((one) => one.ofHead && alike(one.slot.value, place.value!)),
  )
  if (elsewhere.length * FEW > drafts.length) return
  let k = 0
  for (const draft of drafts) {
    while (k < sites.length && sites[k]!.slot.span!.start < draft.mention.start) k++
    const last = k > 0 ? sites[k - 1] : undefined
    if (lone ? draft.stage.value === 'mou' || !OF_WORKS.has(draft.indicator.value) : last === undefined || !last.ofHead) continue
    if (draft.line !== null || !WEAK.test(draft.place.rule) || draft.stage.value === 'result' || draft.stage.value === 'pledge') continue
    if (draft.subject.rule === 'subject:reports-total' || draft.indicator.value === 'firms') continue
    const unit = units[draft.sentence]!
    const office = draft.subject.value !== null && areaOf(draft.subject.value) !== null
    if (office && OF_ITS_OWN.test(text.slice(unit.start, unit.end))) continue
    // one of several firms, named for itself, may be anywhere
    const { value, rule } = draft.subject
    if (value !== null && isFirm(value) && discourse.firms.length > 1 && /:(?:topic|respectively|beside|line|partner|bracket)$/.test(rule)) continue
    draft.place = head
  }
}

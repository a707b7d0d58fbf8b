import { cued } from '../../cue.ts'
import { isFirm } from '../../discourse.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import { isMadeThing, isOtherName, joinedWith } from '../../names/places/joined.ts'
import type { Slot, Span } from '../../reading.ts'
import { type Flow, slot } from '../draft.ts'
import { groupOf } from '../subject/clues.ts'
import { GENERAL } from './clues.ts'

const PARK = /(?:단지|산단|지구|밸리|공단|클러스터|특구)(?:\s제?\d{1,2}(?:-\d)?(?:공구|단지|지구|구역|블록))?$/

/** "새 공장이 앉을 자리는 새솔산단이다": where the firm spoken of builds, in so many words. */
const SITE_IS = /(?:자리|부지|공장 터|위치|입지|예정지|들어설 곳|들어서는 곳|짓는 곳)(?:는|은)\s$/

/** Keeps the last site that a sentence names, for the sentences after it. */
export function notePlace(text: string, names: readonly NameCandidate[], flow: Flow, sentence: number): void {
  flow.sentence = sentence + 1
  const sites = names.filter((n) => n.kind === 'place' && !GENERAL.has(n.rule) && !isMadeThing(text, n) && !isOtherName(text, names, n))
  // the topic before what lies in it: "산업지구는 하양읍과 와촌면 일원에"
  const site = sites.find((n) => /^(?:은|는)\s/.test(text.slice(n.end, n.end + 2))) ?? sites.at(-1)
  if (site === undefined) return
  const park = sites.find((n) => PARK.test(n.value))
  if (park !== undefined) flow.lastPark = slot(park.value, { start: park.start, end: park.end }, 'place:here')
  for (const { value, start, end } of sites)
    if (flow.onlySite === undefined) flow.onlySite = slot(value, { start, end }, 'place:one-site')
    else if (flow.onlySite !== null && !value.includes(flow.onlySite.value) && !flow.onlySite.value.includes(value)) flow.onlySite = null
  if (flow.firm !== null && SITE_IS.test(text.slice(Math.max(0, site.start - 14), site.start)))
    flow.sites.set(flow.firm.value, slot(site.value, { start: site.start, end: site.end }, 'place:said'))
  const after = text.slice(site.end, site.end + 8)
  const both = joinedWith(text, names, site)
  flow.lastPlace = {
    slot:
      both === null
        ? slot(site.value, { start: site.start, end: site.end }, 'place:said')
        : slot(both.value, { start: both.start, end: site.end }, 'place:said'),
    sentence,
    topic:
      /^(?:\s?\d?단계)?(?:은|는|이|가|도)\s|^(?:이)?(?:다|었다|입니다)[.\s]/.test(after) ||
      /^\.?$/.test(after.trim()) ||
      /^[.\s]*$/.test(after.slice(0, 2)),
  }
}

const CEREMONY = cued(/(?:기공식|착공식|준공식|완공식|개소식|개관식)/)

/** "북평국가산단에서 수소 클러스터 기공식이 열렸다": where the works are that the next sentences tell of. */
export function noteCeremony(text: string, body: string, names: readonly NameCandidate[], flow: Flow, s: number): void {
  if (!CEREMONY.test(body)) return
  const site = names.find((n) => n.kind === 'place' && PARK.test(n.value) && /^(?:\s(?:현장|부지))?에서\s/.test(text.slice(n.end, n.end + 6)))
  flow.ceremony = site === undefined ? null : { slot: slot(site.value, { start: site.start, end: site.end }, 'place:of-ceremony'), sentence: s }
}

const LEADS = /^(?:에는|에선|에서는|(?:으)?로는)\s/
/** "돈이 가장 많이 몰린 곳은 천안이다", "투자가 집중된 곳은 아산시다": where the firms told of next come to. */
const MOST =
  /^[^.]{0,30}(?:몰린|몰리는|집중된|집중되는|모인|모이는|많은|큰|향한|향하는|들어서는|들어오는) (?:곳|데|지역|시군|시·군|도시)(?:은|는) (?:바로 |단연 |역시 )?$/
/** "대산농공단지로 두 회사가 간다" */
const GO_THERE =
  /^(?:으로|로|에)(?:는)? (?:[가-힣]{1,4} )?(?:두|세|네|다섯|여섯|\d{1,2}개?) ?(?:회사|기업|업체|곳|개사|사)(?:가|이) (?:[가-힣]{1,4} )?(?:간다|온다|옮긴다|들어선다|들어온다|둥지를|자리를|모인다|향한다)[^.]{0,12}[.]?$/
const IS = /^(?:이?다|입니다|으로|이었다|였다|(?:이?며|이?고),?)[.\s]*$/
/** The office, or the one who speaks, takes over. */
const TURNS_AWAY = /^(?:[가-힣]{1,5}(?:시|군|구|도)|시|군|도|[가-힣]{2,4} (?:시장|군수|지사))(?:는|은|가|이)\s/

/** Another site; where the firms' common city was named (투자가 몰린 곳은 천안이다), only another city that is spoken of: a park lies in it. */
function isAnother(text: string, name: NameCandidate, led: Slot<string>): boolean {
  if (name.kind !== 'place' || GENERAL.has(name.rule)) return false
  return led.rule !== 'place:led-city' || (name.rule === 'place:area' && AREA_SPOKEN.test(text.slice(name.end, name.end + 4)))
}
const AREA_SPOKEN = /^(?:시|군)?(?:에|의|은|는|이|가|도|로|으로|엔|서)/

/** "천안 솔은산단에는 4개 기업이 온다. ㈜누리는 130억 원을 …": a site that opens a sentence holds for the firms of the next ones, until another is named. */
export function noteLed(text: string, sentence: Span, names: readonly NameCandidate[], flow: Flow, s: number): void {
  const first = names.find((n) => n.kind === 'place' || (n.locative && n.start - sentence.start < 2))
  const body = text.slice(sentence.start, sentence.start + 24)
  const most = names.findLast((n) => n.kind === 'place')
  if (most !== undefined && MOST.test(text.slice(sentence.start, most.start)) && IS.test(text.slice(most.end, sentence.end)))
    flow.led = { slot: slot(most.value, { start: most.start, end: most.end }, 'place:led-city'), sentence: s }
  else if (most !== undefined && GO_THERE.test(text.slice(most.end, sentence.end)))
    flow.led = { slot: slot(most.value, { start: most.start, end: most.end }, 'place:led'), sentence: s }
  else if (first !== undefined && first.start - sentence.start < 10 && LEADS.test(text.slice(first.end, first.end + 5)))
    flow.led = { slot: slot(first.value, { start: first.start, end: first.end }, 'place:led'), sentence: s }
  else if (flow.led !== null && (TURNS_AWAY.test(body) || names.some((n) => isAnother(text, n, flow.led!.slot)))) flow.led = null
}

/** "군산에 입주를 결정한 기업체는 A와 B다": where the firms named after it come to. */
const COMERS = /^(?:에|으로|로)\s(?:입주|이전|투자|공장|둥지)[^.,]{0,14}(?:기업|업체|회사)(?:체)?(?:는|은)\s/

/** Keeps where the firms come to that a sentence lists. */
export function noteComers(text: string, names: readonly NameCandidate[], flow: Flow): void {
  const to = names.find((n) => n.kind === 'place' && COMERS.test(text.slice(n.end, n.end + 32)))
  if (to === undefined) return
  const site = slot(to.value, { start: to.start, end: to.end }, 'place:said')
  for (const name of names)
    if (name.kind === 'organisation' && name.start > to.end && isFirm(name.value) && !flow.sites.has(name.value)) flow.sites.set(name.value, site)
}

/** "가람전자와 나래화학은 왕암동과 봉양읍에 각각 공장을 짓는다": the first firm at the first site (각각의 입지). */
export function noteRespectiveSites(text: string, sentence: Span, names: readonly NameCandidate[], flow: Flow): void {
  if (!IN_TURN.test(text.slice(sentence.start, sentence.end))) return
  const firms = groupOf(text, names).filter(({ value }) => isFirm(value))
  const last = firms.at(-1)
  if (last === undefined || firms.length < 2) return
  const sites = names.filter((n) => n.kind === 'place' && n.start > last.end && !GENERAL.has(n.rule))
  if (sites.length !== firms.length) return
  for (let k = 1; k < sites.length; k++) if (!AND_SITE.test(text.slice(sites[k - 1]!.end, sites[k]!.start))) return
  firms.forEach(({ value }, k) => {
    flow.sites.set(value, slot(sites[k]!.value, { start: sites[k]!.start, end: sites[k]!.end }, 'place:respectively'))
  })
}
const IN_TURN = cued(/각각|차례로|각기/)
/** Between two sites of one list. */
const AND_SITE = /^(?:에)?(?:와|과|,|·|ㆍ|\s및)\s?$/

/** What brings a firm to a site. */
const COMES_TO = cued(/이전|입주|신설|증설|공장(?:을|를)|건립|둥지|확정/)

/** "가람버스(주)와 … 길천산업단지로의 이전을 확정지었으며": a firm and the site it comes to, told before any number of it. */
export function noteFirmSite(body: string, firm: string, flow: Flow, sentence: number): void {
  const site = flow.lastPlace?.sentence === sentence ? flow.lastPlace.slot : null
  if (site !== null && COMES_TO.test(body) && !flow.sites.has(firm)) flow.sites.set(firm, site)
}

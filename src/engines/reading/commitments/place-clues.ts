import { areaByShortName } from '../discourse.ts'
import { COUNTRIES, REGIONS } from '../gazetteer/areas.ts'
import type { NameCandidate } from '../names/candidate.ts'
import type { Mention, Slot, Span } from '../reading.ts'
import { slot } from './draft.ts'

/** Rules of places that are areas rather than sites. */
export const GENERAL = new Set(['place:area', 'place:region', 'place:area-if-named', 'place:abroad'])

/** Words that point back at a site. */
export const HERE =
  /(?:이곳|여기(?!에)|이 땅|이 자리|해당 부지|이 부지|이 산단|이 단지|같은 곳|같은 산단|같은 단지|같은 산업단지|같은 지구|\d단계 (?:부지|용지|땅|구역)|(?<![가-힣])(?:단지|산단) (?:안|내)에?\s)/

/** "속초 파크골프장 확충사업": the works name their site. */
const SITE_OF_WORK =
  /(?:^|[\s'‘“"])([가-힣]{2,3}) ([가-힣]{2,10}(?:장|공원|센터|병원|타운|관|역|공항|터미널|시장|수련원|휴양림)) (?:확충|조성|건립|신축|증축|재개발|정비|확장|이전)/
/** The site that works are named by (시설): an area with what it has. */
export function siteOfWork(text: string, sentence: Span, mention: Mention): Slot<string> | null {
  const body = text.slice(sentence.start, Math.min(sentence.end, mention.end + 60))
  const site = SITE_OF_WORK.exec(body)
  if (site === null || site.index >= mention.end + 40 - sentence.start || areaByShortName(site[1]!) === undefined) return null
  const at = sentence.start + site.index + site[0].indexOf(site[1]!)
  return slot(`${site[1]} ${site[2]}`, { start: at, end: at + site[1]!.length + 1 + site[2]!.length }, 'place:site-of-work')
}

/** A country or a part of the world: where a firm is from, seldom where it builds. */
export const isCountry = (place: string): boolean => COUNTRIES.has(place) || REGIONS.has(place)

/** "이천시에 본사 및 공장을 둔 한빛식품은": where a firm is at home, not where it builds. */
export function isHome(text: string, end: number): boolean {
  const after = text.slice(end, end + 90)
  return (
    HOME.test(after.slice(0, 24)) ||
    (LEFT_CUE.test(after.slice(0, 40)) && (LEFT.test(after) || (MAKES_THERE.test(after) && !/^[^.]*증설/.test(after))))
  )
}

const LEFT_CUE = /에서 /
/** "새솔에서 누리산단 1만 7,308㎡ 부지로 이전하고", "새솔, 누리 등에서 이전하며": where a firm leaves. */
const LEFT =
  /^(?:[,·] ?[가-힣]{2,4}){0,5}(?: 등)?(?: [가-힣]{2,4}){0,2}에서 (?:(?!에서 )[^.]){0,60}?(?:[가-힣㎡](?:으로|로|에) (?:(?:본사|공장|시설|사업장|생산라인)[를을]? )?)?(?:확장 ?)?(?:이전|옮[기겨긴길])/
/** "누리에서 방지 시설을 제조하는 가람텍도 … 이전한다": where it makes what it makes. */
const MAKES_THERE = /^에서 [^.,]{1,30}(?:제조|생산|가공|조립|영업)(?:하는|하던|해 ?온|중인|하고 있는) /

const HOME =
  /^(?:에)?\s?소재(?:한)?\s(?:㈜|\(주\)|주식회사|[가-힣A-Za-z]+(?:㈜|\(주\)))|^에(?:서)?\s(?:있던|있었던|자리했던|가동하던|운영하던|머물던)\s|^(?:에)?\s진출(?:했던|한|해|\s)|^(?:[ ,][가-힣]{1,4}(?:시|군|구|읍|면|동))?에\s(?:본사|본점|공장|사업장|둥지)[^,.]{0,10}(?:를|을)?\s?(?:둔|두고|있는|위치한)/

/** "17조원(동해안 13조원, 충북 4조원), 고용유발 8만명": a place in the closed bracket of another number. */
export function isInOthersBracket(text: string, place: Span, mention: Mention): boolean {
  const before = text.slice(Math.max(0, place.start - 40), place.start)
  const open = before.lastIndexOf('(')
  if (open <= 0 || before.includes(')', open) || !/\d[^\s(]{0,6}$/.test(before.slice(0, open))) return false
  return text.slice(place.end, mention.start).includes(')')
}

/** "독일 라인호프케미는": a country that says where a firm is from. */
export const isNationality = (text: string, place: NameCandidate, names: readonly NameCandidate[]): boolean =>
  names.some((n) => n.kind === 'organisation' && n.start - place.end === 1 && text.charCodeAt(place.end) === 0x20) ||
  /^의?\s?(?:[가-힣]{1,6}\s){0,3}(?:기업|업체|회사|투자사|자본|정부|계)/.test(text.slice(place.end, place.end + 24))

/** "용인 710만㎡, 대전 530만㎡": the place right before its own number. */
export const besideOf = (text: string, mention: Mention, names: readonly NameCandidate[]): NameCandidate | null =>
  names.find(
    (n) => n.kind === 'place' && n.end < mention.start && mention.start - n.end < 4 && /^\s?(?:약\s|총\s)?$/.test(text.slice(n.end, mention.start)),
  ) ?? null

const MET = /^(?:\s?(?:외곽|인근|근교|현지)(?:도시)?)?(?:\s[가-힣]{2,8})?에서\s/
const SIGNED = /(?:협약|양해각서|MOU|계약)(?:\s?\(MOU\))?(?:을|를)?\s?(?:맺|체결|서명|교환)/
const BUILDS = /짓|세우|만들|건립|조성|생산|들어서|가동|착공|준공|기공/

/** "뮌스터에서 A사와 1500만 달러 규모의 협약을 맺고": whether the words after a place tell of an agreement signed there, with nothing built before it. */
export function isWhereTheyMet(after: string): boolean {
  if (!MET.test(after)) return false
  const signed = SIGNED.exec(after)
  return signed !== null && !BUILDS.test(after.slice(0, signed.index)) && !/[.。]\s/.test(after.slice(0, signed.index))
}

/** "올해만 40여개 기업 1조1천300억원의 투자유치를 이끌었다" */
const ATTRACTED_IN_A_YEAR = /(?:올해만|올해 들어|올 들어|지난해만|한 해 동안|지금까지)\s[^.]{0,60}유치(?:를|했|하였|해)/
/** Counted over a term of office. */
const OVER_YEARS =
  /(?:투자|기업|외자|자본)\s?유치\s?(?:규모|실적|총액|금액|액|목표|성과)|유치한 (?:기업|투자)|민선\s?\d기|취임\s(?:이후|후|뒤)|출범\s?(?:이후|후|뒤|한 뒤)|개청\s(?:이후|이래)|누적|(?:분야|업종|국가|산업|유형)별로는?\s|(?:올해|내년|연간|당초)\s?(?:[가-힣]{2,6}\s?)?목표/

/** What an office counts over the years is of its whole area. */
export const isCountedOverYears = (text: string, sentence: Span, mention: Mention): boolean =>
  OVER_YEARS.test(text.slice(sentence.start, mention.start)) || ATTRACTED_IN_A_YEAR.test(text.slice(sentence.start, sentence.end))

/** "두 공장이 돌아가면 총 412억 원" */
export const OF_ALL = /(?:두|세|네|다섯|\d+개?)\s?(?:공장|회사|기업|업체|곳|사업장)(?:이|가|은|는|의|과|와)\s/

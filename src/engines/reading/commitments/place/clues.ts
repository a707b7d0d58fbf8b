import { areaByShortName, type Discourse, isFirm } from '../../discourse.ts'
import { COUNTRIES, FOREIGN_PLACES, REGIONS } from '../../gazetteer/areas.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import { joinedWith } from '../../names/places/joined.ts'
import type { Mention, Slot, Span, Stage } from '../../reading.ts'
import { type Flow, slot } from '../draft.ts'

/** Rules of places that are areas rather than sites. */
export const GENERAL = new Set(['place:venue', 'place:area', 'place:region', 'place:area-if-named', 'place:abroad'])

/** Marks of a list inside a sentence. */
export const ITEM_MARKS = ['▲', '△', '▶', '◆', '■', ';']
const markCodes = new Set(ITEM_MARKS.map((mark) => mark.charCodeAt(0)))
/** Asked of every character of a sentence: all but the semicolon stand in one block. */
const isMark = (code: number): boolean => code === 0x3b || (code >= 0x25a0 && code <= 0x25ff && markCodes.has(code))

/** Where the list of a sentence begins, or its end. Looks at the sentence alone, so that cost stays linear. */
export function firstMark(text: string, { start, end }: Span): number {
  for (let i = start; i < end; i++) if (isMark(text.charCodeAt(i))) return i
  return end
}

/** The last mark of a list before a position in its sentence, or the place before the sentence. */
export function lastMark(text: string, { start }: Span, before: number): number {
  for (let i = before - 1; i >= start; i--) if (isMark(text.charCodeAt(i))) return i
  return start - 1
}

/** What an office counts as its own whatever the text is about: its budget, all it attracted. */
const OF_ITS_OWN = /예산|추경|회계|누적|올해 (?:들어|유치)|지금까지|민선|임기|취임|\d\s?(?:개사|개 (?:기업|업체)|곳)과\s/

/** A text whose title names a site is about that site: what the office plans and expects there is not for its whole area. */
export const isAboutSite = (text: string, sentence: Span, flow: Flow, discourse: Discourse, stage: Stage): boolean =>
  discourse.titleSite !== null &&
  stage !== 'result' &&
  stage !== 'pledge' &&
  flow.lineOffice === null &&
  sentence.start > discourse.titleSite.span!.end &&
  !OF_ITS_OWN.test(text.slice(sentence.start, sentence.end))

/** Where the words about one who acts begin: "완주테크노밸리 제2산단의 대성하이메탈은" begins with its site. */
export function fromOf(text: string, names: readonly NameCandidate[], actor: NameCandidate): number {
  const site = names.findLast((n) => n.kind === 'place' && n.end < actor.start)
  if (site === undefined) return actor.start
  const gap = text.slice(site.end, actor.start)
  return /^(?:의|에 (?:있는|들어설|들어서는|자리 ?잡은|공장을 둔|입주할|입주하는)|에서는|에는|에선)\s(?:[가-힣A-Za-z·]{1,12}\s){0,3}$/.test(gap)
    ? site.start
    : actor.start
}

/** "340억원을 들여 새들국가산업단지 2만6천㎡에": the site after the number, before the next one who acts and before the next amount of money. */
export function siteBehind(
  text: string,
  sentence: Span,
  mention: Mention,
  names: readonly NameCandidate[],
  actors: readonly NameCandidate[],
  actor: NameCandidate | undefined,
): NameCandidate | null {
  const next = actors.find((a) => a.start > mention.end && a !== actor)
  const to = next === undefined ? sentence.end : next.start
  for (const name of names) {
    if (name.kind !== 'place' || name.start < mention.end || GENERAL.has(name.rule)) continue
    if (isHome(text, name.end)) continue
    if (/공장$/.test(name.value) && /^(?:을|를)\s/.test(text.slice(name.end, name.end + 2))) continue
    if (name.start >= to || name.start - mention.end > 40) return null
    const gap = text.slice(mention.end, name.start)
    if (/(?:자리|위치|부지|장소|곳)(?:는|은)\s$/.test(gap)) return name
    if (ITEM_MARKS.some((mark) => gap.includes(mark)) || /[다요][.”"]|(?:며|고|지만),?\s/.test(gap) || /\d(?:억|조)/.test(gap)) return null
    return /^(?:에|에서|으?로\s(?:이전|옮)|내|안|의|을|를|이|가|은|는|\s(?:안|내|일원|일대|부지|\d|제|공장)|\()/.test(
      text.slice(name.end, name.end + 6),
    )
      ? name
      : null
  }
  return null
}

/** Words that point back at a site. */
export const HERE =
  /(?:이곳|여기(?!에(?!는))|이 땅|이 자리|해당 부지|이 부지|이 산단|이 단지|같은 곳|같은 산단|같은 단지|같은 산업단지|같은 지구|같은 클러스터|같은 밸리|같은 특구|같은 구역|\d단계 (?:부지|용지|땅|구역)|(?<![가-힣])(?:단지|산단) (?:안|내)에?\s)/

/** Whether the site that a sentence before named is still the one spoken of. */
export function isCarried(
  text: string,
  sentence: Span,
  mention: Mention,
  flow: Flow,
  discourse: Discourse,
  actor: NameCandidate | undefined,
  subject: string | null,
): boolean {
  const last = flow.lastPlace!
  const age = flow.sentence - last.sentence
  if (age < 1 || age > 2) return false
  if (HERE.test(text.slice(sentence.start, mention.start))) return true
  if (subject !== null && isFirm(subject)) return discourse.firms.length === 1 || (actor === undefined && age === 1)
  return age === 1 && last.topic && actor === undefined
}

/** "속초 파크골프장 확충사업": the works name their site. */
const SITE_OF_WORK =
  /(?:^|[\s'‘“"])([가-힣]{2,3}) ([가-힣]{2,10}(?:장|공원|센터|병원|타운|관|역|공항|터미널|시장|수련원|휴양림)) (?:확충|조성|건립|신축|증축|재개발|정비|확장|이전)/
/** "총사업비 320억원을 투입한 가람해양치유센터가 증축을 마치고": what the money of a line made, and what came of it. */
const MADE =
  /(?:투입한|들인|들여 지은) ((?:[가-힣0-9·]{2,12} ){0,2}[가-힣]{2,14}(?:센터|수련원|휴양림|박물관|미술관|도서관|체육관|골프장|공연장|치유원))(?:이|가) [^.]{0,24}(?:완공|준공|증축|개장|개관|개소|문을 (?:열|연))/
const OF_A_PARK = /^[가-힣0-9]{2,10}(?:산단|산업단지|단지|지구) /

/** The site that works are named by (시설): an area with what it has, in a line of a list also a facility that bears its area's or its park's name. */
export function siteOfWork(text: string, sentence: Span, mention: Mention, lineOffice: string | null): Slot<string> | null {
  const body = text.slice(sentence.start, Math.min(sentence.end, mention.end + 60))
  const site = SITE_OF_WORK.exec(body)
  if (site !== null && site.index < mention.end + 40 - sentence.start && areaByShortName(site[1]!) !== undefined) {
    const at = sentence.start + site.index + site[0].indexOf(site[1]!)
    return slot(`${site[1]} ${site[2]}`, { start: at, end: at + site[1]!.length + 1 + site[2]!.length }, 'place:site-of-work')
  }
  const made = lineOffice === null ? null : MADE.exec(body)
  if (made === null) return null
  const name = made[1]!
  if (!OF_A_PARK.test(name) && areaByShortName(name.slice(0, 2)) === undefined && areaByShortName(name.slice(0, 3)) === undefined) return null
  const at = sentence.start + made.index + made[0].indexOf(name)
  return slot(name, { start: at, end: at + name.length }, 'place:site-of-work')
}

/** "동해안 지역은 2030년까지 1조 원을 들여": an area that is spoken of. */
export const AREA_TOPIC = /^\s?지역(?:은|는|에|에는|에서)\s/

/** A country, a city abroad or a part of the world: where a firm is from, seldom where it builds. */
export const isCountry = (place: string): boolean => COUNTRIES.has(place) || REGIONS.has(place) || FOREIGN_PLACES.has(place)

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
export function isInOthersBracket(text: string, name: NameCandidate, mention: Mention): boolean {
  const before = text.slice(Math.max(0, name.start - 40), name.start)
  const open = before.lastIndexOf('(')
  if (open <= 0 || before.includes(')', open) || !/\d[^\s(]{0,6}$/.test(before.slice(0, open))) return false
  const close = text.slice(name.end, mention.start).indexOf(')')
  return close >= 0
}

/** "독일 라인호프케미는": a country that says where a firm is from. */
export const isNationality = (text: string, place: NameCandidate, names: readonly NameCandidate[]): boolean =>
  names.some((n) => n.kind === 'organisation' && n.start - place.end === 1 && text.charCodeAt(place.end) === 0x20) ||
  /^\s?(?:[가-힣]{1,6}\s)?(?:기업|업체|회사|투자사|자본|정부|계)/.test(text.slice(place.end, place.end + 12))

/** "용인 710만㎡, 대전 530만㎡": the place right before its own number. */
export const besideOf = (text: string, mention: Mention, names: readonly NameCandidate[]): NameCandidate | null =>
  names.find(
    (n) => n.kind === 'place' && n.end < mention.start && mention.start - n.end < 4 && /^\s?(?:약\s|총\s)?$/.test(text.slice(n.end, mention.start)),
  ) ?? null

/** "솔빛산단 1만540㎡ 부지에": a plant comes onto a part of it. */
export const BUILT_ON = /^\s(?:내 )?\d[\d,.만천백여]*\s?(?:㎡|평|m2|제곱미터)\s?(?:규모의? )?(?:부지|터|땅|용지)에/

/** Another site of the same list, right before. */
export const SITE_BEFORE = /(?:산단|단지|밸리|지구|파크|공단)(?:, ?|[·ㆍ]|[과와] )$/

const MET = /^(?:\s?(?:외곽|인근|근교|현지)(?:도시)?)?(?:\s[가-힣]{2,8})?에서\s/
const SIGNED = /(?:협약|양해각서|MOU|계약)(?:\s?\(MOU\))?(?:(?:을|를)?\s?(?:맺|체결|서명|교환)|\s?(?:체결)?식을\s(?:열|가졌|갖고|개최))/
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

const MADE_IN = /^(?:에|에서)\s[^.]{0,30}(?:만든|만들|짓|조성|세우|세운|구축|건립|설치|들어서)/

/** "54억 원을 들여 김제, 상주에 창업단지를 만든다": the areas that a ministry works in. */
export function madeBehind(text: string, mention: Mention, names: readonly NameCandidate[]): Slot<string> | null {
  const made = names.find((n) => n.kind === 'place' && n.start > mention.end && MADE_IN.test(text.slice(n.end, n.end + 40)))
  if (made === undefined || isCountry(made.value)) return null
  const both = joinedWith(text, names, made)
  return slot(both?.value ?? made.value, { start: both?.start ?? made.start, end: made.end }, 'place:behind')
}

/** Where firms come to. */
const COMES_HERE = /^(?:에|으로|로)\s(?:입주|이전|둥지|공장을|생산 ?라인|생산 ?시설|U턴|유턴|복귀|옮)/

/** "200억 원을 들여 예산에 공장을 넓힌다": the area right behind a number that a firm comes to. */
export function comesBehind(text: string, mention: Mention, names: readonly NameCandidate[]): Slot<string> | null {
  const comes = names.find(
    (n) =>
      (n.kind === 'place' || n.locative === true) &&
      n.start > mention.end &&
      n.start - mention.end < 24 &&
      COMES_HERE.test(text.slice(n.end, n.end + 10)),
  )
  return comes === undefined || isCountry(comes.value) ? null : slot(comes.value, { start: comes.start, end: comes.end }, 'place:behind')
}

/** "두 공장이 돌아가면 총 412억 원" */
export const OF_ALL = /(?:두|세|네|다섯|\d+개?)\s?(?:공장|회사|기업|업체|곳|사업장)(?:이|가|은|는|의|과|와)\s/

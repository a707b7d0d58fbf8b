import { actorsOf } from './actors.ts'
import { cued } from './cue.ts'
import { isCorporation, isFirm, isGovernment, isOutlet } from './firms.ts'
import { areaByFullName, areaByShortName, COUNTRIES, REGIONS } from './gazetteer/areas.ts'
import { publicBody } from './gazetteer/bodies.ts'
import type { NameCandidate } from './names/candidate.ts'
import type { SentenceNames } from './names/names.ts'
import { isOneOfSites, VENUE } from './names/places/joined.ts'
import { HEAD_OF_AREA, officeOfTitle, officesOf } from './offices.ts'
import type { Mention, Slot, Span } from './reading.ts'
import { remembered } from './remembered.ts'
import { saysAgreement, saysCancelled, saysPledge } from './stages/stages.ts'

/** "산단 첫 삽… 물류단지는 접었다": a headline about two things, of which one goes on. */
const BOTH = /(?:첫\s?삽|착공|기공|준공|개장|개통|유치|협약|가동)\s?(?:…|·{2,}|\.{2,}|,|\/)[^\n]{2,24}(?:은|는)\s/

/** What holds for a whole document, worked out once before its numbers are read. */
export interface Discourse {
  /** The local government the document is about; 시는, 군은 and 도는 mean it. */
  readonly government: string | null
  /** The government of each level by the letter its name ends with, named most: 시는 means a city, 도는 a province. */
  readonly offices: ReadonlyMap<string, string>
  /** Every government the text names, those named most first. */
  readonly governments: readonly string[]
  /** The first government that acts in a sentence about an agreement: of all that sign, it reports what they bring. */
  readonly reporter: string | null
  /** Who gives the text out, as its header says; the government where no header does. */
  readonly office: string | null
  /** Whether a header names who gives the text out. */
  readonly published: boolean
  /** The person whose promises these are, where the document reports promises. */
  readonly candidate: string | null
  /** The first organisation that acts. */
  readonly lead: string | null
  /** Firms in the order of the text. */
  readonly firms: readonly string[]
  /** Parties of the agreement that the document reports, in order. */
  readonly parties: readonly string[]
  readonly cancelled: boolean
  /** The head of the document names an agreement. */
  readonly headAgreement: boolean
  /** The head tells what was or is to be attracted: money is that of firms. */
  readonly headAttraction: boolean
  /** "서울의 한 업체": the investor is there and has no name. */
  readonly unnamedInvestor: boolean
  /** Place of the matter as the head of the document says it. */
  readonly headPlace: Slot<string> | null
  /** The site that the first line names: what the whole text is about. */
  readonly titleSite: Slot<string> | null
  /** The first body the document names, where nobody acts in it: a notice, a list. */
  readonly issuer: string | null
  /** Where each organisation is first named. */
  readonly firstAt: ReadonlyMap<string, number>
  /** Bodies by the noun that ends their name (구역청, 재단), null where two share it: "구역청은" means the one. */
  readonly heads: ReadonlyMap<string, string | null>
}

const invests = (name: string): boolean => isFirm(name) || isCorporation(name)

/** Nouns that end the name of a body and stand for it later on. */
export const HEAD_NOUN = /(?:구역청|개발청|투자청|공사|공단|재단|진흥원|조합|협회|은행|테크노파크|연구원|기술원|대학교|컨소시엄)$/

const headNounOf = remembered((name: string): string | null => HEAD_NOUN.exec(name)?.[0] ?? null)

const ITEM_MARK = /[▲△▶▷]/

/** A document that names more parties than this reports no single agreement. */
const MOST_PARTIES = 24

const isCountry = (place: string): boolean => COUNTRIES.has(place) || REGIONS.has(place)

/** 홍천군수, 경남지사, 김제시장: an elected office and its area. */
const SEAT = /^([가-힣]{2,4}?)(?:시장|군수|도지사|지사|구청장)$/

/** "보도자료 | 국토교통부", "부산테크노파크 공고 제2026-205호", "산업통상자원부 고시": a header line that says who gives the text out. */
const publishes = (text: string, line: Span, name: NameCandidate): boolean => {
  if (
    line.end - line.start > 60 ||
    name.rule === 'organisation:dateline' ||
    isOutlet(name.value) ||
    /[다요]\.$/.test(text.slice(line.end - 2, line.end))
  )
    return false
  if (!isGovernment(name.value) && publicBody(name.value) === undefined && !HEAD_NOUN.test(name.value) && !/(?:부|처|청)$/.test(name.value))
    return false
  const body = text.slice(line.start, line.end)
  return /(?:공고|고시|보\s?도\s?자\s?료|회의록|속기록)/.test(body) || body.trim() === text.slice(name.start, name.end)
}

/** "강원 홍천": the county says more than its province. */
const narrows = (place: string, known: string): boolean =>
  areaByShortName(known)?.level === 'province' && areaByShortName(place)?.level !== 'province' && areaByShortName(place)?.province === known

/** "2027년 양산": 양산 the making, not the city. */
const isMaking = (text: string, name: NameCandidate): boolean =>
  name.value === '양산' && /(?:[년월초말]|부터|까지|하반기|상반기|본격|분기)\s?$/.test(text.slice(Math.max(0, name.start - 5), name.start))

const slotOf = (name: NameCandidate, rule: string): Slot<string> => ({ value: name.value, span: { start: name.start, end: name.end }, rule })

export function readDiscourse(text: string, sentences: readonly Span[], named: readonly SentenceNames[], mentions: readonly Mention[]): Discourse {
  const governments = new Map<string, number>()
  const headAreas = new Map<string, number>()
  const firms = new Set<string>()
  const parties = new Set<string>()
  let candidate: string | null = null
  let headPlace: Slot<string> | null = null
  let titleSite: Slot<string> | null = null
  let lead: string | null = null
  let reporter: string | null = null
  // whether any government acts in the text
  let speaks = false
  let ministryLeads = false
  let office: Slot<string> | null = null
  let issuer: string | null = null
  let publisher: string | null = null
  let bureau: string | null = null
  let firstArea: Slot<string> | null = null
  const firstAt = new Map<string, number>()
  const heads = new Map<string, string | null>()
  for (let i = 0; i < sentences.length; i++) {
    const { names } = named[i]!
    const span = sentences[i]!
    // "오산시장은": the office of the head that speaks
    for (const { cls } of named[i]!.words)
      if (cls.kind === 'title' || (cls.kind === 'common' && HEAD_OF_AREA.test(cls.stem))) {
        const office = officeOfTitle(cls.stem, isGovernment)
        if (office !== null) governments.set(office, (governments.get(office) ?? 0) + 0.25)
      }
    if (i < 3)
      for (const word of named[i]!.words) {
        const seat = word.cls.kind === 'title' ? SEAT.exec(word.cls.stem)?.[1] : undefined
        if (seat !== undefined && office === null && areaByShortName(seat) !== undefined)
          office = { value: seat, span: { start: word.start, end: word.start + seat.length }, rule: 'place:office' }
      }
    let agreement: boolean | null = null
    if (lead === null) {
      lead = actorsOf(text, names)[0]?.value ?? null
      ministryLeads = lead !== null && i < 4 && /(?:[가-힣]{2}부|위원회)$/.test(lead)
    }
    for (const name of names) {
      if (name.kind === 'organisation') {
        if (!firstAt.has(name.value)) firstAt.set(name.value, name.start)
        if (i < 6 && issuer === null && name.rule !== 'organisation:dateline' && !isOutlet(name.value) && !name.value.endsWith('의회'))
          issuer = name.value.replace(/^(?:재단법인|사단법인)\s?/, '')
        if (name.rule === 'organisation:bureau') bureau = name.value
        if (i < 4 && publisher === null && publishes(text, span, name)) publisher = name.value.replace(/^(?:재단법인|사단법인)\s?/, '')
        const head = headNounOf(name.value)
        if (head !== null) heads.set(head, heads.has(head) && heads.get(head) !== name.value ? null : name.value)
        if (isGovernment(name.value) && /^[은는이가]\s/.test(text.slice(name.end, name.end + 2))) speaks = true
        if (isGovernment(name.value)) governments.set(name.value, (governments.get(name.value) ?? 0) + (name.locative ? 0.5 : 1) + (i < 3 ? 1 : 0))
        // a council speaks of its own government
        else if (name.value.endsWith('의회') && isGovernment(name.value.slice(0, -2)))
          governments.set(name.value.slice(0, -2), (governments.get(name.value.slice(0, -2)) ?? 0) + 0.5)
        else if (firms.size < MOST_PARTIES && name.rule !== 'organisation:dateline' && isFirm(name.value) && !isOutlet(name.value))
          firms.add(name.value)
        agreement ??= saysAgreement(text.slice(span.start, span.end))
        if (agreement && reporter === null) reporter = actorsOf(text, names).find(({ value }) => areaOf(value) !== null)?.value ?? null
        if (agreement && parties.size < MOST_PARTIES && name.rule !== 'organisation:dateline' && !isOutlet(name.value)) parties.add(name.value)
      }
      if (name.kind === 'place' && name.rule === 'place:area') firstArea ??= slotOf(name, 'place:of-bureau')
      // the head of a text says where it plays: "울산에 AI 데이터센터"
      if (name.kind === 'place' && i < 3 && name.rule === 'place:area') {
        const area = areaByShortName(name.value)
        if (area !== undefined) headAreas.set(area.name, (headAreas.get(area.name) ?? 0) + 0.75)
      }
      if (
        name.kind === 'person' &&
        candidate === null &&
        (/^[^.:：\n]{0,16}(?:후보(?!\s?(?:시절|때|당시|지[가-힣]|군))|당선[자인][은이\s])/.test(text.slice(name.end, name.end + 24)) ||
          /(?:후보(?:자)?인|후보로 나선|후보) $/.test(text.slice(Math.max(0, name.start - 8), name.start)))
      )
        candidate = name.value
      if (
        name.kind === 'place' &&
        i === 0 &&
        titleSite === null &&
        !VENUE.test(name.value) &&
        !isMaking(text, name) &&
        !isCountry(name.value) &&
        name.rule !== 'place:area' &&
        name.rule !== 'place:region'
      )
        titleSite = slotOf(name, 'place:title')
      if (
        name.kind === 'place' &&
        i < 3 &&
        // "▲가람=국가5산단 …": the site of one item
        !(i > 0 && ITEM_MARK.test(text.charAt(span.start))) &&
        !isCountry(name.value) &&
        !isMaking(text, name) &&
        !isOneOfSites(text, name) &&
        (headPlace === null || narrows(name.value, headPlace.value))
      )
        headPlace = {
          value: name.value,
          span: { start: name.start, end: name.end },
          rule: name.rule === 'place:area' || name.rule === 'place:region' ? 'place:head:area' : 'place:head',
        }
    }
  }
  for (const [name, weight] of headAreas) if (governments.has(name)) governments.set(name, governments.get(name)! + weight)
  let government: string | null = null
  let most = 0
  // of two that are named as often, the nearer one: a city before its province
  for (const [name, count] of governments)
    if (
      count > most ||
      (count === most && government !== null && areaByFullName(government)?.level === 'province' && areaByFullName(name)?.level !== 'province')
    ) {
      most = count
      government = name
    }
  // a plan of work that names no government: the bureau acts, in the area that the paper speaks of
  if (bureau !== null && governments.size === 0) {
    publisher ??= bureau
    headPlace = firstArea ?? headPlace
  }
  // "충북도에 신청했다. 시는": a province named by the way is not who speaks
  if (!speaks && government !== null && areaByFullName(government)?.level === 'province') government = speakerOfAddress(text, named) ?? government
  const offices = withSpeaking(text, named, officesOf(governments))
  // "전남 고흥군 도덕면에 … 군은": where nobody is named, the area of the head
  government ??= officeOfHead(text, sentences, named, headAreas) ?? (publisher === null ? officeOfPlan(headText(text, sentences), headPlace) : null)
  const head = headText(text, sentences)
  void mentions
  return {
    government,
    offices,
    governments: [...governments].sort((a, b) => b[1] - a[1]).map(([name]) => name),
    reporter,
    // a ministry's text that names cities only as places is the ministry's
    office: publisher ?? (ministryLeads && !speaks && !SPEAKS.test(text) ? lead : government),
    published: publisher !== null,
    candidate: candidate !== null && (saysPledge(text.slice(0, 3000)) || promisesMuch(text)) ? candidate : null,
    lead,
    firms: [...firms],
    // those that may invest first, in the order in which they are named
    parties: [...parties].sort((a, b) => Number(invests(b)) - Number(invests(a))),
    // a list of the matters of several offices is not undone by its first line
    cancelled: governments.size < 3 && !/\d\s?(?:개사|곳|건|개 (?:기업|업체|회사))/.test(head) && saysCancelled(head) && !BOTH.test(head),
    headAgreement: /(?:협약|MOU|양해각서)/.test(head),
    headAttraction: /투자\s?유치/.test(head),
    unnamedInvestor:
      /(?:(?:^|(?<![을를은는이가도])\s)(?:한|어느|모) (?:업체|기업|회사|투자사|건설사|시행사|사모펀드|자산운용사|투자회사|민간사업자|컨소시엄)|[\s‘'“][A-Z]사(?:는|가|와|의|\s))/.test(
        text,
      ),
    // promises are for the area of the office that is run for
    headPlace: candidate !== null && office !== null ? office : headPlace,
    titleSite,
    issuer,
    firstAt,
    heads,
  }
}

/** "추진하겠습니다. … 조성하겠습니다.": who speaks so makes promises. */
const promisesMuch = (text: string): boolean => (text.slice(0, 3000).match(/하겠습니다/g)?.length ?? 0) >= PROMISES
const PROMISES = 3

/** 시는, 군은, 도는: an office that speaks without its name. */
const SPEAKS = cued(/(?:^|[\s“‘"'])(시|군|도|구)(?:는|은)\s/)
/** "전남 고흥군 도덕면", "세종시 전동면": the city or county of an address. */
const CITY = /^(?:[가-힣]{2} )?([가-힣]{1,5}[시군구]) [가-힣]/

/** "함안군 군복면", "충주시 중앙탑면", in a province's text that speaks of 군은 or 시는: the county or city of an address stands for the level that no government has. */
function withSpeaking(text: string, named: readonly SentenceNames[], offices: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (offices.size === 0) return offices
  let all = offices
  for (const level of ['군', '시'] as const) {
    // a metropolitan city speaks for itself
    if (offices.has(level) || !(level === '군' ? COUNTY_SPEAKS : CITY_SPEAKS).test(text)) continue
    const own = officeOfAddress(named, level)
    if (own !== null) all = new Map([...all, [level, own]])
  }
  return all
}
const COUNTY_SPEAKS = /(?:^|[\s“‘"'])군(?:는|은)\s/
const CITY_SPEAKS = /(?:^|[\s“‘"'])시(?:는|\s관계자는)\s/

/** The city or county of an address that 시는 or 군은 means, in a text where no 도는 speaks. */
const speakerOfAddress = (text: string, named: readonly SentenceNames[]): string | null =>
  PROVINCE_SPEAKS.test(text)
    ? null
    : ((CITY_SPEAKS.test(text) ? officeOfAddress(named, '시') : null) ?? (COUNTY_SPEAKS.test(text) ? officeOfAddress(named, '군') : null))
const PROVINCE_SPEAKS = /(?:^|[\s“‘"'])도(?:는|\s관계자는)\s/

/** The first city or county of a level in an address of the text. */
function officeOfAddress(named: readonly SentenceNames[], level: '군' | '시'): string | null {
  for (const { names } of named)
    for (const name of names) {
      const area = name.kind === 'place' ? areaByFullName(CITY.exec(name.value)?.[1] ?? '') : undefined
      if (area !== undefined && area.level !== 'province' && area.name.endsWith(level)) return area.name
    }
  return null
}

/** The opening of a text: its first three sentences. */
function headText(text: string, sentences: readonly Span[]): string {
  const [first] = sentences
  return first === undefined ? '' : text.slice(first.start, sentences[Math.min(3, sentences.length) - 1]!.end)
}

/** "2026년 전남 해상풍력 산업 육성계획(안)": the title of a paper whose area writes it; null where its first line is none. */
function officeOfPlan(head: string, place: Slot<string> | null): string | null {
  const title = PLAN_TITLE.exec(head)?.[1]
  return title === undefined || place?.value !== title ? null : (areaByShortName(title)?.name ?? null)
}
const PLAN_TITLE = /^(?:20\d\d년도?\s)?([가-힣]{2,4})\s[^\n.]{2,36}(?:계획|전략|방안|대책|로드맵)\s?(?:\(안\))?(?=\s*\n)/

/** Whom "시는" means in a text that names only a place of it in its head; null where nobody speaks so. */
function officeOfHead(
  text: string,
  sentences: readonly Span[],
  named: readonly SentenceNames[],
  headAreas: ReadonlyMap<string, number>,
): string | null {
  let ending: string | null = null
  for (let i = 0; i < sentences.length && i < 12 && ending === null; i++)
    ending = SPEAKS.exec(text.slice(sentences[i]!.start, sentences[i]!.end))?.[1] ?? null
  if (ending === null) return null
  for (let i = 0; i < 3 && i < named.length; i++)
    for (const name of named[i]!.names) {
      const city = name.kind === 'place' ? CITY.exec(name.value)?.[1] : undefined
      const area = city === undefined ? undefined : areaByFullName(city)
      if (area?.name.endsWith(ending)) return area.name
    }
  for (const name of headAreas.keys()) if (name.endsWith(ending)) return name
  // "도는 23일 새솔도청에서": where it met
  for (let i = 0; i < named.length && i < 12; i++)
    for (const { cls } of named[i]!.words)
      if (cls.kind === 'body' && cls.value.endsWith(ending) && areaByFullName(cls.value) !== undefined) return cls.value
  return officeOfByline(text, ending)
}

/** "세종=이하늘 기자", in a text that speaks of 시는 and names no city: the city it is written from. */
const BYLINE = /(?:^|\n|[[(])([가-힣]{2,4})\s?=\s?[가-힣]{2,4}\s?(?:선임)?기자/

function officeOfByline(text: string, ending: string): string | null {
  const seat = BYLINE.exec(text)?.[1]
  if (seat === undefined) return null
  const area = areaByFullName(seat + ending) ?? areaByShortName(seat)
  return area?.name.endsWith(ending) ? area.name : null
}

/** The area of a government as a place: a province by its short name, a city or county by its own; null for any other body. `areaOf('경상남도') // => '경남'` */
export function areaOf(government: string): string | null {
  if (government.endsWith('경제자유구역청')) return government.slice(0, -1)
  if (government === '새만금개발청') return '새만금'
  const area = areaByFullName(government)
  if (area === undefined) return null
  return area.level === 'province' ? area.province : government
}

export { actorsOf, joins } from './actors.ts'
export { isCorporation, isFirm, isOutlet, isPublicPayer } from './firms.ts'
export { areaByFullName, areaByShortName }

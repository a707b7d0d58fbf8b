import { type Flow, slot } from './commitments/draft.ts'
import { helpsOut, selfNamed } from './commitments/subject/clues.ts'
import { cued } from './cue.ts'
import { areaOf, isFirm, isOutlet } from './discourse.ts'
import type { NameCandidate } from './names/candidate.ts'
import { isMadeThing, isOneOfSites, isVillage, joinedWith, VENUE } from './names/places/joined.ts'
import type { Slot, Span, StageEvent } from './reading.ts'

/**
 * The matter at hand (화제): one project of one investor at one site. Sentences go on about it until another firm, another site or a turn of speech takes over.
 * What one sentence says of it (site, step reached, day of opening) holds for the numbers of the others.
 */
export interface Matter {
  readonly id: number
  subject: string | null
  place: Slot<string> | null
  /** The last step that was reported as done. */
  step: StageEvent | null
  /** The last sentence that spoke of it by name, site or number. */
  sentence: number
  /** Whether an office does it itself. */
  office: boolean
}

/** Words that turn to something else. */
const TURNS =
  /^(?:(?:공약|과제)\s?\d+\s?[|.:]|\|?\s?\d{1,2}\s?\||[ⅠⅡⅢⅣⅤⅥ]\.?\s|(?:첫|둘|셋|넷|다섯|여섯)째|[■□◆]\s?|한편|반면|앞서\s|이와 별도로|이와 별개로|이 밖에|이밖에|다른 (?:지역|기업|곳|회사)|또 다른|아예|문제는|경쟁)/
/** "시는 마장면 대신 대월면에": the office turns to another site. */
const INSTEAD = /^[^.]{0,16}[가-힣](?:시|군|구|읍|면|동|리|산단|단지|지구) 대신\s/
/** A place that is spoken of, or where something is: "부론일반산업단지는", "솔라시도에는". */
const SPOKEN_OF = /^(?:은|는|에는|에선|에서는|도|에|에서|입니다|이다)(?=[\s,]|$)/
/** "부론일반산업단지는", "블루밸리산단 수소 클러스터는": what the sentence is about. */
const TOPIC = /^(?:\s?[가-힣A-Za-z0-9]{1,12}){0,3}?(?:은|는|에는|에선|에서는)\s/
const OF_THIS = /^(?:이|해당|이번)\s?(?:사업|산단|단지|산업단지|지구)(?:은|는)\s/
/** "서울 성수동에 본사를 둔": where a firm is from. */
const SEAT_OF_FIRM = /^(?:에|의)?\s?(?:본사|본점|소재|있는|위치한|둥지를 튼)/
const INTO = /^(?:에|에서|\s?(?:안|내)(?:에|\s))/
/** "혁신산단에는": what comes there is told next. */
const LEADS = /^(?:에는|에선|에서는)\s?/
/** Words that go back to what was spoken of before the paragraph. */
const BACK = /^(?:[○◦ㅇ\-–·•▲△]|이 (?:사업|회사|공장|단지|협약|투자)|이곳|회사|업체|해당|이를|이번|이들|공장|단지|여기|협약)/

/** Whether an empty line stands before a sentence. */
function startsParagraph(text: string, { start }: Span): boolean {
  let line = false
  for (let i = start - 1; i >= Math.max(0, start - 8); i--) {
    const code = text.charCodeAt(i)
    if (code === 0x0a) {
      if (line) return true
      line = true
    } else if (code !== 0x20 && code !== 0x09) {
      if (!/\s/.test(text.charAt(i))) return false
      line = false
    }
  }
  return false
}

/** Whether empty lines divide a text into paragraphs of several sentences, not every line from the next. */
export function hasParagraphs(text: string, units: readonly Span[]): boolean {
  let starts = 0
  for (const unit of units) if (startsParagraph(text, unit)) starts++
  return starts >= 2 && units.length >= starts * 1.6
}

const GENERAL = new Set(['place:area', 'place:region', 'place:area-if-named', 'place:abroad'])

export const isSite = (name: NameCandidate): boolean =>
  name.kind === 'place' && !GENERAL.has(name.rule) && name.rule !== 'place:venue' && !VENUE.test(name.value)

/** "벡스코에서 열린 협약식": the place of a meeting. */
export const isVenue = (name: NameCandidate): boolean => name.kind === 'place' && (name.rule === 'place:venue' || VENUE.test(name.value))

const opensAnew = (before: Matter | null, id: number, sentence: number): Matter => ({
  id: before === null ? id : before.id + 1,
  subject: null,
  place: null,
  step: null,
  sentence,
  office: false,
})

/** A site as it is named, with the villages joined to it: "소정면 고등리와 전의면 읍내리". */
function siteSlot(text: string, names: readonly NameCandidate[], site: NameCandidate): Slot<string> {
  const k = names.indexOf(site)
  const next = names[k + 1]
  const both = next !== undefined && next.kind === 'place' ? joinedWith(text, names, next) : null
  return both !== null && both.start === site.start
    ? slot(both.value, { start: site.start, end: next!.end }, 'place:matter')
    : slot(site.value, { start: site.start, end: site.end }, 'place:matter')
}

/** "구미 산업단지는 해평면 금산리 일대에 들어서며": where the site that is spoken of lies. */
const addressOf = (text: string, names: readonly NameCandidate[], site: NameCandidate): NameCandidate | null =>
  names.find(
    (n) =>
      n.start > site.end &&
      n.start - site.end < 12 &&
      n.kind === 'place' &&
      (isVillage(n.value) || /(?:산단|산업단지)$/.test(n.value)) &&
      /^(?:[·ㆍ, 가-힣]{0,14})\s(?:일대|일원)에?\s(?:들어서|조성|만들|\d)/.test(text.slice(n.end, n.end + 28)),
  ) ?? null

/** "청은 가람바이오의 세포배지 공장 준공식을 열었다": the firm whose day it is. */
const isCelebrated = (text: string, { kind, value, end }: NameCandidate): boolean =>
  kind === 'organisation' &&
  text.charAt(end) === '의' &&
  /^의\s(?:[가-힣A-Za-z0-9·]{1,10}\s){0,4}(?:준공|완공|착공|기공|개소|개관|개장|가동)(?:식|했|됐|하였)/.test(text.slice(end, end + 48)) &&
  isFirm(value)

/** A firm that is no newspaper: "[인천타임즈=배소연 기자]". */
const investor = ({ value }: NameCandidate): boolean => isFirm(value) && !isOutlet(value)

/** "1997년부터 신일동에 공장을 운영해 왔다": what has long been there. */
const LONG_THERE = cued(/(?:운영해|가동해|생산해|만들어|지켜)\s?(?:왔|온\s|오고)/)
export const saysLongThere = (body: string): boolean => LONG_THERE.test(body)

/** Takes a sentence into account before its numbers are read. */
export function noteMatter(
  text: string,
  sentence: Span,
  names: readonly NameCandidate[],
  actors: readonly NameCandidate[],
  flow: Flow,
  s: number,
): void {
  const body = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 40))
  let matter = flow.matter
  const opener = names.find((n) => n.kind === 'organisation' && n.start - sentence.start < 4 && investor(n) && n.rule !== 'organisation:dateline')
  const helps = matter !== null && matter.subject !== null && helpsOut(text, sentence)
  const firm = helps ? null : (actors.find(investor) ?? opener ?? names.find((n) => isCelebrated(text, n)) ?? null)
  // a paragraph that opens with the firm of the matter goes on about it
  const same = opener !== undefined && opener.value === matter?.subject
  if (
    matter === null ||
    TURNS.test(body) ||
    INSTEAD.test(body) ||
    s === flow.bodyFrom ||
    (flow.paragraphs && !same && startsParagraph(text, sentence) && !BACK.test(body))
  )
    matter = opensAnew(matter, 0, s)
  const past = saysLongThere(text.slice(sentence.start, sentence.end))
  const sites = past
    ? []
    : names.filter((n) => isSite(n) && !isMadeThing(text, n) && !isOneOfSites(text, n) && !/^\s대신\s/.test(text.slice(n.end, n.end + 4)))
  const named = sites.find((n) => SPOKEN_OF.test(text.slice(n.end, n.end + 5))) ?? sites[0] ?? null
  // "누리면 솔은산단 안에": what goes into a park is in the park
  const site =
    named === null || !isVillage(named.value)
      ? named
      : (sites.find((n) => n.start === named.end + 1 && INTO.test(text.slice(n.end, n.end + 5))) ?? named)
  const otherFirm = firm !== null && matter.subject !== null && matter.subject !== firm.value
  const leads = site !== null && site.start - sentence.start < 2 && /^\s?(?:일대|일원)\s/.test(text.slice(site.end, site.end + 4))
  const topic = site !== null && (leads || (site.start - sentence.start < 16 && TOPIC.test(text.slice(site.end, site.end + 32))))
  const otherSite =
    topic &&
    !(matter.subject !== null && site.value.endsWith('공장')) &&
    matter.place !== null &&
    matter.place.value !== site.value &&
    !site.value.endsWith(matter.place.value)
  // "용인에는 …", "경북 포항에서는 …": somewhere else
  const area = names.find(
    (n) =>
      n.kind === 'place' && n.rule === 'place:area' && n.start - sentence.start < 10 && /^(?:에는|에서는|에선)\s/.test(text.slice(n.end, n.end + 5)),
  )
  // "혁신산단에는 발전소 2개소가 들어선다. ㈜가람은 …": the site that was spoken of right before is the firm's
  const led =
    matter.place !== null &&
    matter.place.span !== null &&
    matter.sentence === s - 1 &&
    site === null &&
    LEADS.test(text.slice(matter.place.span.end, matter.place.span.end + 4))
  const taken = firm !== null && matter.office && matter.subject === null && !led
  if (otherFirm || otherSite || taken || (area !== undefined && area.value !== matter.place?.value)) matter = opensAnew(matter, 0, s)
  if (area !== undefined && matter.place === null) matter.place = slot(area.value, { start: area.start, end: area.end }, 'place:area')
  // what was spoken of before the first firm came in is no site of the firm
  const fresh = firm !== null && matter.subject === null && site !== null && !SEAT_OF_FIRM.test(text.slice(site.end, site.end + 10))
  // "이 사업은 남상면 월평리 일원 30만㎡에": where what was spoken of lies
  const lies = site !== null && isVillage(site.value) && OF_THIS.test(body) && /^\s(?:일대|일원)/.test(text.slice(site.end, site.end + 3))
  if (firm !== null) matter.subject = firm.value
  else if (/\d/.test(text.slice(sentence.start, sentence.end)) && (actors.some((a) => areaOf(a.value) !== null) || selfNamed(text, sentence)))
    matter.office = true
  // a plant in the park that was spoken of leaves the park in its place
  const inPark = site !== null && /공장$/.test(site.value) && /(?:산업단지|산단|공단|지구)$/.test(matter.place?.value ?? '')
  if (
    site !== null &&
    !inPark &&
    (matter.place === null ||
      matter.place.rule === 'place:area' ||
      topic ||
      fresh ||
      lies ||
      site.value.startsWith(`${matter.place.value} `) ||
      site.value.endsWith(` ${matter.place.value}`))
  )
    matter.place = siteSlot(text, names, (topic ? addressOf(text, names, site) : null) ?? site)
  if (firm !== null || site !== null) matter.sentence = s
  flow.matter = matter
}

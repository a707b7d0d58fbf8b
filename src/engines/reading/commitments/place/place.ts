import { areaByShortName, areaOf, type Discourse, isFirm } from '../../discourse.ts'
import { isVenue } from '../../matter.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import { isMadeThing, isOtherName, isVillage, joinedWith } from '../../names/places/joined.ts'
import type { Indicator, Mention, Slot, Span, Stage } from '../../reading.ts'
import { type Flow, lastBefore, nothing, slot } from '../draft.ts'
import { INDUCED } from '../value/effects.ts'
import {
  AREA_TOPIC,
  BUILT_ON,
  besideOf,
  comesBehind,
  firstMark,
  fromOf,
  HERE,
  isAboutSite,
  isCarried,
  isCountedOverYears,
  isCountry,
  isHome,
  isInOthersBracket,
  isNationality,
  isWhereTheyMet,
  lastMark,
  madeBehind,
  OF_ALL,
  SITE_BEFORE,
  siteBehind,
  siteOfWork,
} from './clues.ts'
import { placeInList } from './list.ts'
import { speaksOf } from './matter.ts'

/** "괴산 유기농 가공단지 조성비": an area right before the works that stand in it. */
const AREA_WORKS =
  /^ (?:[가-힣A-Za-z0-9·]{1,10} ){0,2}[가-힣A-Za-z0-9·]{0,8}(?:단지|산단|집적지|인수기지|터미널|클러스터|발전소|리조트|기숙사|물류센터|데이터센터|관광지)(?:[\s(]|에|을|를|은|는|이|가|의|조성)|^ [A-Z][A-Za-z0-9-]{1,9}(?:에|에서)\s/
/** What follows a park that is being made, rather than one that something goes into. */
const MADE_THERE = /^(?:\(|은|는|이|가|을|를|\s?\d|\s(?:터|부지|땅|조성|개발))/

/** The plant of a firm by its city or by what it makes. */
const PLANT = /^[가-힣A-Za-z0-9 ]{1,10}공장$/
/** Parks and zones. */
const PARK = /(?:산업단지|산단|공단|농공단지|지구|밸리|파크)$/
const FIRMS_PLANT = /공장$/
const TOPIC_PLACE = /^(?:은|는)\s/

const WIDE = /^(?:수도권|비수도권|미국|중국|일본|유럽|실리콘밸리|아시아|서울)$/

/** How many sentences after a ceremony go on about its works, and what tells of them. */
const CEREMONY_HOLDS = 3
const OF_WORKS: ReadonlySet<Indicator> = new Set(['investment', 'budget', 'area', 'capacity'])

/** Where (장소): the nearest place before the number in its own part of the sentence, the site of the works, the place carried for the same subject, else the area of the government. */
export function choosePlace(
  text: string,
  sentence: Span,
  mention: Mention,
  names: readonly NameCandidate[],
  actors: readonly NameCandidate[],
  flow: Flow,
  discourse: Discourse,
  subject: string | null,
  stage: Stage,
  rule: string,
  indicator: Indicator | null,
  quantities: readonly Mention[] = [],
): Slot<string | null> {
  const actor = lastBefore(actors, mention.start)
  const from = actor === undefined ? sentence.start : fromOf(text, names, actor)
  const item = lastMark(text, sentence, mention.start)
  const list = firstMark(text, sentence)
  let best: NameCandidate | null = null
  // "새솔경제자유구역은 … 등 4개 지구 4.371㎢가 지정됐다": the topic is the place, the list its parts
  const topic = names.find((n) => n.kind === 'place' && n.start - sentence.start < 4 && TOPIC_PLACE.test(text.slice(n.end, n.end + 2)))
  if (topic !== undefined && /등 \d/.test(text.slice(sentence.start, mention.start)))
    return slot(topic.value, { start: topic.start, end: topic.end }, 'place:topic')
  const listed = placeInList({ text, sentence, mention, names, flow, discourse, subject, rule, indicator, quantities })
  if (listed !== null) return listed
  const next = besideOf(text, mention, names)
  if (next !== null && !WIDE.test(next.value) && !isCountry(next.value)) {
    const both = joinedWith(text, names, next)
    if (both !== null && rule === 'subject:reports-total' && subject !== null && areaOf(subject) !== null)
      return slot(areaOf(subject), null, 'place:of-government')
    return both === null
      ? slot(next.value, { start: next.start, end: next.end }, 'place:beside')
      : slot(both.value, { start: both.start, end: next.end }, 'place:several')
  }
  // what a whole firm sells and exports is of no place
  if ((indicator === 'revenue' || indicator === 'exports') && subject !== null && isFirm(subject)) return nothing('place:whole-firm')
  // "21일 서울에서 … 협약을 체결했다": where they met
  let met = false
  for (const name of names) {
    if (name.kind !== 'place' || WIDE.test(name.value) || isVenue(name) || isMadeThing(text, name) || isOtherName(text, names, name)) continue
    if (
      name.rule === 'place:area' &&
      /^[\s=·]/.test(text.slice(name.end, name.end + 1)) &&
      !AREA_TOPIC.test(text.slice(name.end, name.end + 6)) &&
      !AREA_WORKS.test(text.slice(name.end, Math.min(mention.start, name.end + 40)))
    )
      continue
    if (name.start >= mention.start) continue
    // "10일 뮌스터에서 A사와 1500만 달러 규모의 협약을 맺고": where they met
    if (isWhereTheyMet(text.slice(name.end, Math.min(sentence.end, name.end + 90)))) {
      met = true
      continue
    }
    if (isCountry(name.value) && !/^(?:(?:에|에서|에서는)\s| ?지역(?:은|는|에))/.test(text.slice(name.end, name.end + 5))) continue
    // "투자선도지구 공모에 선정돼": a programme
    if (/^\s(?:공모|제도|특별법|지정 제도|지원법|공모사업)/.test(text.slice(name.end, name.end + 8))) continue
    // "이 기업은 본사가 일본 도쿄에 있으며": where its seat is
    if (SEAT.test(text.slice(Math.max(sentence.start, name.start - 14), name.start)) && /^에\s(?:있|두|둔)/.test(text.slice(name.end, name.end + 4)))
      continue
    if (CAME_FROM.test(text.slice(name.end, name.end + 8))) continue
    if (isHome(text, name.end) || isInOthersBracket(text, name, mention)) continue
    // "부산으로 돌아오는 업체"
    if (/^(?:으로|로)\s(?:돌아오|돌아온|복귀|옮겨 오|오는)/.test(text.slice(name.end, name.end + 8))) continue
    if (name.rule === 'place:region' && isNationality(text, name, names)) continue
    // "▲봉실단지 215억원 ▲농공단지 정비 96억원": each item has its own
    if (name.start < item && name.start > list) continue
    // before the topic only what leads the whole sentence, not another firm's site
    // "A산단 내 1만3,200㎡ 부지와 사남면 일원에 223억원": the site named first
    if (
      best !== null &&
      name.start >= from &&
      best.start >= from &&
      /(?:부지|터|땅|용지|㎡|평)(?:와|과)\s$/.test(text.slice(name.start - 4, name.start))
    )
      continue
    if (name.start >= from || (best === null && !actors.some((a) => a.start < name.start && a !== actor))) best = name
  }
  const comes = comesBehind(text, mention, names)
  // "보령에는 A가 공장을 세우며, B는 200억 원을 들여 예산에 공장을 넓힌다"
  if (best !== null && comes !== null && best.start < from) return comes
  if (best !== null) {
    // "연무읍 동산리 국방산단(87만㎡)": of what is made there the address says where
    const town = names[names.indexOf(best) - 1]
    if (
      town !== undefined &&
      town.kind === 'place' &&
      isVillage(town.value) &&
      best.start - town.end === 1 &&
      MADE_THERE.test(text.slice(best.end, best.end + 6)) &&
      !BUILT_ON.test(text.slice(best.end, best.end + 30))
    )
      return slot(town.value, { start: town.start, end: town.end }, 'place:sentence')
    // "㈜한빛의 밀양공장은 총 2400억원이": the plant that is made stands in the park that was spoken of
    const park = !PLANT.test(best.value)
      ? null
      : [flow.lastPlace?.slot, flow.matter?.place, discourse.titleSite, discourse.headPlace].find((one) => PARK.test(one?.value ?? ''))
    if (park && /^(?:은|는|이|가|을|를)\s/.test(text.slice(best.end, best.end + 2))) return { ...park, rule: 'place:park-of-plant' }
    const near = /^\s?(인근|일대|옆|맞은편)/.exec(text.slice(best.end, best.end + 5))
    const together = joinedWith(text, names, best)
    if (together !== null && rule === 'subject:reports-total' && subject !== null && areaOf(subject) !== null)
      return slot(areaOf(subject), null, 'place:of-government')
    // "가산단, 나산단, 다밸리 등 3만㎡ 터에"
    if (
      rule === 'subject:reports-total' &&
      subject !== null &&
      areaOf(subject) !== null &&
      SITE_BEFORE.test(text.slice(Math.max(0, best.start - 8), best.start))
    )
      return slot(areaOf(subject), null, 'place:of-government')
    if (together !== null) return slot(together.value, { start: together.start, end: best.end }, 'place:several')
    // "해평면 금산리 일대" is the village itself; "문경공장 일대" is the land around it
    const around = near !== null && !(near[1] === '일대' && isVillage(best.value))
    const value = around ? `${best.value} ${near[1]}` : best.value
    return slot(value, { start: best.start, end: best.end }, 'place:sentence')
  }
  const behind = siteBehind(text, sentence, mention, names, actors, actor)
  if (behind !== null) return slot(behind.value, { start: behind.start, end: behind.end }, 'place:behind')
  // what they agreed on abroad comes to the office's area
  if (met && discourse.government !== null) return slot(areaOf(discourse.government), null, 'place:of-government')
  // "기계업종 2개사가 군산에 입주를 결정했다"
  if (comes !== null) return comes
  const site = siteOfWork(text, sentence, mention, flow.lineOffice)
  if (site !== null) return site
  const locative = names.find(
    (n) =>
      n.locative &&
      LOCATED.test(text.slice(n.end, n.end + 4)) &&
      !isHome(text, n.end) &&
      n.start < mention.start &&
      !WIDE.test(text.slice(n.start, n.end)),
  )
  if (locative !== undefined)
    return slot(areaOf(locative.value) ?? text.slice(locative.start, locative.end), { start: locative.start, end: locative.end }, 'place:locative')
  if (HERE.test(text.slice(sentence.start, mention.start))) {
    const same = flow.lastPark === null ? null : SAME_PARK.exec(text.slice(sentence.start, mention.start))
    if (same !== null) return partOfSame(flow.lastPark!, text.slice(sentence.start + same.index + same[0].length, mention.start))
    if (flow.lastPlace !== null && flow.sentence - flow.lastPlace.sentence <= 2) return { ...flow.lastPlace.slot, rule: 'place:here' }
    if (flow.matter?.place) return { ...flow.matter.place, rule: 'place:here' }
    if (flow.onlySite) return flow.onlySite
  }
  if (flow.led !== null && subject !== null && isFirm(subject) && !flow.sites.has(subject) && flow.sentence - flow.led.sentence <= LED)
    return flow.led.slot
  const opens = names[0] !== undefined && names[0].kind === 'organisation' && names[0].start === sentence.start && areaOf(names[0].value) !== null
  const pledged = discourse.candidate !== null && stage === 'pledge'
  if (pledged && discourse.headPlace !== null) return discourse.headPlace
  if (flow.lineOffice !== null && subject === flow.lineOffice) return slot(flow.lineOffice, null, 'place:of-line')
  if (stage === 'pledge' && rule === 'subject:elected' && discourse.government !== null)
    return slot(areaOf(discourse.government), null, 'place:of-government')
  // "이들 기업은 … 100명을 고용한다": the firms that were said to come to one site
  if (rule === 'subject:reports-total') {
    const { totalPlace } = flow
    if (totalPlace !== null && flow.sentence - totalPlace.sentence <= 2 && THESE.test(text.slice(sentence.start, mention.start)))
      return { ...totalPlace.slot, rule: 'place:of-these' }
    // "지구는 대송산단에 만들어진다. 가람정밀 등 6개 기업이 … 투자한다"
    if (
      flow.matter?.place &&
      flow.sentence - flow.matter.sentence <= 1 &&
      names[0]?.start === sentence.start &&
      / 등 \d/.test(text.slice(names[0].end, names[0].end + 4))
    )
      return { ...flow.matter.place, rule: 'place:matter' }
  }
  // "민선 7기 이후 10조 원을 유치했다": what an office counts over the years is of its whole area
  if (subject !== null && areaOf(subject) !== null && isCountedOverYears(text, sentence, mention))
    return slot(areaOf(subject), null, 'place:of-government')
  const { matter } = flow
  // a line of a list is about its own office
  const office = flow.lineOffice ?? discourse.government
  // a firm builds where it was said to build
  const built = subject === null || !isFirm(subject) ? undefined : flow.sites.get(subject)
  if (built !== undefined) return { ...built, rule: 'place:own-site' }
  // "A는 2,000억 원을, B는 둔곡지구에 1,200억 원을": the site of the next one
  const ofNext =
    matter?.place?.span != null &&
    matter.place.span.start > mention.end &&
    actors.some((a) => a.start > mention.end && a.start < matter.place!.span!.start)
  if (matter !== null && matter.place !== null && !ofNext && speaksOf(text, sentence, mention, matter, subject, rule, actor, opens, flow))
    return { ...matter.place, rule: 'place:matter' }
  // "시는 이미 ㈜가람과 1만 3,200㎡ 분양계약을 맺었다": land of the site that was spoken of
  if (indicator === 'area' && stage === 'contract' && flow.lastPlace !== null && flow.sentence - flow.lastPlace.sentence <= 2)
    return { ...flow.lastPlace.slot, rule: 'place:said-before' }
  // public money for the site that was spoken of just before
  if (
    matter?.place &&
    indicator === 'budget' &&
    actor !== undefined &&
    areaOf(actor.value) !== null &&
    (flow.placeOf === null || flow.placeOf === actor.value || areaOf(flow.placeOf) === null) &&
    flow.sentence - matter.sentence <= (/보조금|이 (?:회사|기업|공장|사업|단지)/.test(text.slice(sentence.start, mention.end)) ? 6 : 2) &&
    !/예산|추경|회계/.test(text.slice(sentence.start, mention.start))
  )
    return { ...matter.place, rule: 'place:matter' }
  if (flow.ceremony !== null && flow.sentence - flow.ceremony.sentence <= CEREMONY_HOLDS && OF_WORKS.has(indicator ?? 'other'))
    return flow.ceremony.slot
  // a firm's plant that was spoken of is not where the office does something else
  const ofFirm = subject !== null && areaOf(subject) !== null && flow.lastPlace !== null && FIRMS_PLANT.test(flow.lastPlace.slot.value)
  if (
    !opens &&
    !ofFirm &&
    // the site of the item before is another firm's
    rule !== 'subject:roll' &&
    flow.lastPlace !== null &&
    flow.lastPlace.slot.span !== null &&
    isCarried(text, sentence, mention, flow, discourse, actor, subject)
  )
    return { ...flow.lastPlace.slot, rule: 'place:said-before' }
  if (flow.place !== null && flow.placeOf === subject && subject !== null && (isFirm(subject) || (areaOf(subject) === null && flow.stageAge <= 1)))
    return { ...flow.place, rule: 'place:flow' }
  // what an office expects of the one firm it speaks of comes about where that firm builds
  const ofProject =
    discourse.firms.length === 1 && stage !== 'result' ? (flow.sites.get(discourse.firms[0]!) ?? flow.onlySite ?? undefined) : undefined
  if (
    ofProject !== undefined &&
    (INDUCED.has(indicator ?? 'firms') || (indicator === 'other' && mention.kind === 'money')) &&
    subject !== null &&
    areaOf(subject) !== null
  )
    return { ...ofProject, rule: 'place:of-project' }
  if (
    subject !== null &&
    (areaOf(subject) !== null || (!isFirm(subject) && !isMinistry(subject))) &&
    // what several firms bring together is told of the whole area
    !(
      rule === 'subject:reports-total' ||
      (indicator !== 'area' && discourse.firms.length > 1 && OF_ALL.test(text.slice(sentence.start, sentence.end)))
    ) &&
    isAboutSite(text, sentence, flow, discourse, stage)
  )
    return discourse.titleSite!
  if (subject !== null) {
    const area = areaOf(subject)
    if (area !== null) return slot(area, null, 'place:of-government')
  }
  if (subject === null || isFirm(subject)) {
    // another firm's site is not this one's
    const others =
      flow.placeOf !== null &&
      flow.placeOf !== subject &&
      subject !== null &&
      (isFirm(flow.placeOf)
        ? discourse.firms.length > 1
        : flow.placeMatter !== flow.matter?.id && actor !== undefined && !(flow.place?.value ?? '').endsWith('경제자유구역'))
    if (flow.place !== null && !others) return { ...flow.place, rule: 'place:flow' }
    // a park that the head names is where the text is about, whichever firm comes there
    if (
      flow.lineOffice === null &&
      discourse.headPlace !== null &&
      !discourse.headPlace.rule.endsWith(':area') &&
      (!others || PARK.test(discourse.headPlace.value ?? ''))
    )
      return discourse.headPlace
    const government = office === null ? null : areaOf(office)
    if (government !== null && stage !== 'pledge') return slot(government, null, 'place:of-government')
    if (discourse.headPlace !== null) return discourse.headPlace
  }
  if (discourse.candidate !== null && discourse.headPlace !== null) return discourse.headPlace
  // "사업 시행자인 한국토지주택공사가 1단계로 165만㎡를": a developer works at the site that was spoken of
  if (subject !== null && /(?:공사|공단)$/.test(subject) && matter?.place && flow.sentence - matter.sentence <= 1)
    return { ...matter.place, rule: 'place:matter' }
  if (subject !== null && !isMinistry(subject)) {
    // an agency works in the area that its name begins with, else in that of the government that the text is about
    if (discourse.published && discourse.headPlace !== null && !discourse.headPlace.rule.endsWith(':area') && areaOf(subject) === null)
      return discourse.headPlace
    const own = areaByShortName(subject.slice(0, 2))
    if (own !== undefined && !isFirm(subject)) return slot(own.level === 'province' ? own.province : own.name, null, 'place:of-agency')
    const government = office === null ? null : areaOf(office)
    if (government !== null && !isFirm(subject)) return slot(government, null, 'place:of-government')
  }
  return madeBehind(text, mention, names) ?? nothing('place:none')
}

/** Sentences that a site holds for. */
/** "나고야에서 온 업체": where it is from. */
const CAME_FROM = /^에서\s(?:온|날아온|건너온)\s/
const SEAT = /본사(?:가|는|를)\s(?:[가-힣]{2,6}\s)?$/
const LED = 4

const SAME_PARK = /같은 (?:단지|산단|산업단지|농공단지|공단|지구|클러스터|밸리|특구|구역)/
const PART = /^(?:의)?\s(제?\d{1,2}(?:-\d)?(?:공구|단지|지구|구역|블록))(?:에|의|내|$|\s)/
const OF_PART = /\s제?\d{1,2}(?:-\d)?(?:공구|단지|지구|구역|블록)$/

/** "같은 산단 6공구에", of a park whose fifth part was named: another part of it. */
function partOfSame(park: Slot<string>, behind: string): Slot<string> {
  const part = PART.exec(behind)
  return part === null ? park : { ...park, value: `${park.value.replace(OF_PART, '')} ${part[1]}` }
}

/** In a place, not the office of it. */
const LOCATED = /^(?:에|의|내|안|\s?(?:내|안|일원|일대|관내|지역|전역))/
/** Firms told of before. */
const THESE = /(?:^|\s)이들(?:은|이)?\s(?!공장|투자|사업)/
/** Ministries and the government itself work in the whole country. */
const isMinistry = (name: string): boolean => /(?:부|처|청|위원회)$|^정부$/.test(name)

import { areaByFullName, areaByShortName, TRACTS } from '../../gazetteer/areas.ts'
import { joinsToPlace } from '../../gazetteer/forms.ts'
import type { Word } from '../../words.ts'
import { mayBegin, type NameCandidate, spaced } from '../candidate.ts'
import { numbered } from '../parts.ts'
import { town } from './towns.ts'
import { lendsItsName } from './townships.ts'
import { isKindOfZone } from './words.ts'

/** Kinds of place that belong to somebody; they make no name with the park they stand in. */
const OWNED = /(?:공장|사업장|캠퍼스|공항|(?<!양수)발전소|터미널|체육관|조선소|제철소)$/

const NEW_TOWN = /[가-힣]{2}(?:국제도시|신도시|기업도시|혁신도시)$/
const QUARTER = /[가-힣]{2}(?:시티|지구|밸리)$/

/** Plants that have a name of their own beside their firm's: 쌍용양회 문경공장. */
const OWN_PLANT = /(?:공장|사업장|캠퍼스|광업소|제련소)$/

/** "오송 제3생명과학 국가산단": one of several parks of a name. */
const NUMBERED = /^제\d{1,2}[가-힣]{2,8}$/

/** Words that close a made name before the kind of park. */
const OF_NAME = /(?:밸리|테크노|테크|파크|그린|스마트|에코|바이오|도시첨단)$/

/** Parks that a tract holds. */
const PARK_IN_TRACT = /(?:단지|산단|지구)$/

/** A park already: "새솔산단 수산식품수출단지" is the park and what stands in it. */
const OF_ITS_OWN = /[가-힣](?:산단|산업단지|농공단지|지구|특구)$/

/** What a port has: 광양항 서측배후단지, 인천항 국제여객터미널. */
const OF_A_PORT = /(?:배후단지|신항|신항만|(?:여객|컨테이너)터미널|컨테이너부두)$/

/** "평택시 포승읍 회곡리", "증평읍 송산·미암리", "왕숙 도시첨단산업단지", "쌍용양회 문경공장". */
export function places(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    if (taken[i]) continue
    const word = words[i]!
    const { kind } = word.cls
    if (kind === 'town') {
      town(text, words, i, taken, names)
      continue
    }
    const before = i > 0 ? words[i - 1] : undefined
    if (
      (kind === 'organisation' || kind === 'weak-organisation') &&
      word.cls.stem.endsWith('병원') &&
      before?.cls.kind === 'short-area' &&
      before.cls.particle === '' &&
      spaced(text, before, word) &&
      !taken[i - 1]
    ) {
      const end = word.start + word.cls.stem.length
      names.push({ kind: 'place', start: before.start, end, value: text.slice(before.start, end), certainty: 0.6, rule: 'place:hospital' })
      taken[i] = taken[i - 1] = 1
      continue
    }
    if (kind !== 'place-ending' && kind !== 'place') continue
    const following = words[i + 1]
    const goesOn =
      word.cls.particle === '' &&
      following?.cls.kind === 'place-ending' &&
      !isPlan(following) &&
      spaced(text, word, following) &&
      !OWNED.test(following.cls.stem)
    if (goesOn && (kind === 'place' || /(?:밸리|허브|파크)$/.test(word.cls.stem))) continue
    if (kind === 'place-ending' && /^제?\d공장$|^신?공장$/.test(word.cls.stem) && before?.cls.kind === 'short-area') continue
    const owned = kind === 'place-ending' && OWNED.test(word.cls.stem)
    let first = i
    let led = false
    // "광주 인공지능(AI) 집적단지": what stands in brackets joins
    for (let step = 0; step < 3; step++) {
      const head = words[first]!
      let k = first - 1
      if (
        k >= 0 &&
        text.charAt(head.start - 1) === ' ' &&
        text.charAt(head.start - 2) === ')' &&
        /^[A-Za-z]+$/.test(words[k]!.text) &&
        text.charAt(words[k]!.start - 1) === '('
      )
        k--
      const previous = words[k]
      if (previous === undefined || taken[k] || (previous.cls.particle !== '' && !isShortName(previous, word)) || previous.start < 0) break
      const bracket = k < first - 1
      if (!bracket && !spaced(text, previous, head)) break
      const hidden = kind === 'place' && step === 0 && FORMAL.test(word.cls.stem) && isHiddenCounty(previous)
      const p = hidden ? 'short-area' : previous.cls.kind
      // "포항 블루밸리 산업단지": an everyday word between an area and the kind of place
      const lead = k > 0 ? words[k - 1] : undefined
      if (
        kind === 'place-ending' &&
        !owned &&
        (p === 'common' || p === 'place-ending') &&
        first === i &&
        k === i - 1 &&
        lead !== undefined &&
        ((lead.cls.kind === 'short-area' &&
          (FORMAL.test(word.cls.stem) ||
            /(?:밸리|테크노|테크|파크|시티|허브|폴리스|그린|스마트|에코|바이오|타운|첨단|미래|혁신)$/.test(previous.text))) ||
          (lead.cls.kind === 'unknown' && lead.text.length <= 3 && FORMAL.test(word.cls.stem) && mayBegin(lead) && mayBegin(previous)) ||
          (lead.cls.kind === 'unknown' && lead.text.length <= 4 && OF_NAME.test(previous.text) && mayBegin(lead))) &&
        lead.cls.particle === '' &&
        spaced(text, lead, previous) &&
        !taken[k - 1]
      ) {
        first = k
        led = lead.cls.kind === 'unknown'
        continue
      }
      // "영종국제도시 미단시티": a quarter of a new town goes with it
      if (kind === 'place' && p === 'place' && step === 0 && NEW_TOWN.test(previous.text) && QUARTER.test(word.cls.stem)) {
        first = k
        break
      }
      // "한밭 새벽지구": a tract that holds it
      if (kind === 'place' && p === 'place' && step === 0 && TRACTS.has(previous.text) && PARK_IN_TRACT.test(word.cls.stem)) {
        first = k
        break
      }
      if (kind === 'place' && p !== 'short-area' && !(step === 0 && lendsItsName(text, words, k, word))) break
      // "음성 상우산단 산업단지계획": its plan; "김천, 칠곡, 성주 산단": parks of each
      if ((p === 'place' && isPlan(word)) || (p === 'short-area' && first === i && isOneOfAreas(text, words, k) && !FORMAL.test(word.cls.stem))) break
      // "광주 빛그린산단" are two places, "밀양 나래산단" is one: a city goes with its park, a province stands alone
      if (kind === 'place' && step === 0 && p === 'short-area' && !((hidden || isCity(previous) || isQuarterOf(previous, word)) && isPark(word)))
        break
      if (
        p === 'short-area' ||
        ((((p === 'unknown' ||
          (p === 'weak-organisation' && !LENT_BY_FIRM.test(word.cls.stem)) ||
          (p === 'town' && !/[읍면]$/.test(previous.text) && !(previous.text.endsWith('동') && BY_NUMBER.test(word.cls.stem)))) &&
          !owned) ||
          (p === 'organisation' && !owned && !LENT_BY_FIRM.test(word.cls.stem)) ||
          (p === 'place' &&
            !owned &&
            (!OF_ITS_OWN.test(previous.text) || FORMAL.test(word.cls.stem)) &&
            (!/(?:역|(?<!공)항|IC|댐|대교)$/.test(previous.text) || (previous.text.endsWith('항') && OF_A_PORT.test(word.cls.stem))))) &&
          (mayBegin(previous) || (FORMAL.test(word.cls.stem) && NUMBERED.test(previous.text))) &&
          !/.(?:식|형|용|급|별|적)$/.test(previous.text)) ||
        (bracket && p === 'common') ||
        (p === 'common' && first === i && isNamedPark(text, previous, word))
      ) {
        // one word and an area before it, no more; a name that is a place already takes no area
        if (p === 'short-area' && first < i && words[first]!.cls.kind === 'place') break
        if (first < i && NUMBERED.test(words[first]!.text) && TRACTS.has(previous.text)) {
          first = k
          break
        }
        if (first < i && p !== 'short-area' && !bracket && !led) {
          // "탕정 테크노 일반산단": 테크노 is of the name before it
          if (first === i - 1 && p === 'unknown' && previous.text.length <= 4 && OF_NAME.test(words[first]!.text) && mayBegin(previous)) first = k
          break
        }
        first = k
        if (p === 'short-area') break
        continue
      }
      break
    }
    if (
      kind === 'place-ending' &&
      ((first === i && !BY_NUMBER.test(word.cls.stem)) ||
        (isPolicyZone(word.cls.stem) && (lentByArea(words, first, i) || words[first]!.cls.kind === 'common')) ||
        (lentByArea(words, first, i) && (word.cls.stem === '산업단지' || word.cls.stem === '산단') && !/^에/.test(word.cls.particle)) ||
        (lentByArea(words, first, i) && !joinsToPlace(word.cls.stem) && !FOUNDED.test(word.cls.stem)))
    )
      continue
    if (
      kind === 'place-ending' &&
      words[first]!.cls.kind === 'common' &&
      !led &&
      !/[가-힣]\d+$/.test(words[first]!.text) &&
      !isNamedPark(text, words[first]!, word)
    )
      continue
    first = listedBefore(text, words, first, taken)
    const start = words[first]!.start
    const end = numbered(text, words, i, taken)
    if (kind === 'place' && first === i && end > word.start + word.cls.stem.length) {
      names.push({ kind: 'place', start, end, value: text.slice(start, end), certainty: 0.8, rule: 'place:form' })
      taken[i] = 1
      continue
    }
    if (kind === 'place' && first === i) {
      // an organisation's own plant: the firm's name belongs to it
      const previous = i > 0 ? words[i - 1] : undefined
      if (
        OWN_PLANT.test(word.cls.stem) &&
        previous !== undefined &&
        spaced(text, previous, word) &&
        previous.cls.particle === '' &&
        !taken[i - 1] &&
        isCity(previous)
      ) {
        // "서산 대산공장", "울주군 온산공장": its city stands before it
        const own = previous.cls.kind === 'area' ? previous.start : word.start
        names.push({ kind: 'place', start: own, end, value: text.slice(previous.start, end), certainty: 0.7, rule: 'place:in-city' })
        taken[i] = taken[i - 1] = 1
      } else if (
        OWN_PLANT.test(word.cls.stem) &&
        previous !== undefined &&
        !taken[i - 1] &&
        spaced(text, previous, word) &&
        previous.cls.particle === '' &&
        previous.cls.kind !== 'common' &&
        previous.cls.kind !== 'short-area' &&
        previous.cls.kind !== 'place' &&
        !OF_TIME.test(previous.text) &&
        mayBegin(previous)
      ) {
        names.push({
          kind: 'organisation',
          start: previous.start,
          end: previous.end,
          value: previous.text,
          certainty: 0.75,
          rule: 'organisation:owns-plant',
        })
        names.push({ kind: 'place', start: previous.start, end, value: text.slice(previous.start, end), certainty: 0.8, rule: 'place:plant' })
        taken[i] = taken[i - 1] = 1
      }
      continue
    }
    // the park's own name stands in the text; with its city it is named in full
    const own =
      first < i && (isCity(words[first]!) || isQuarterOf(words[first]!, word) || isHiddenCounty(words[first]!)) && (kind === 'place' || i - first > 1)
        ? words[kind === 'place' ? i : first + 1]!.start
        : start
    if (isKindOfZone(text.slice(own, end))) continue
    // the city that has the quarter may act elsewhere in the sentence
    if (own !== start && isQuarterOf(words[first]!, word))
      names.push({ kind: 'place', start, end: words[first]!.end, value: words[first]!.text, certainty: 0.8, rule: 'place:area', absorbed: true })
    const rule = own === start ? 'place:joined' : 'place:in-city'
    names.push({ kind: 'place', start: own, end, value: text.slice(start, end), certainty: 0.75, rule })
    for (let k = first; k <= i; k++) taken[k] = 1
  }
}

/** What a firm builds for itself; with its name it is no name of a place: 삼성전자 물류단지. */
const LENT_BY_FIRM = /(?:물류|지원|전문|관광|업무)단지$/

/** "한 달간 인천공장 가동을": how long, nobody's name. */
const OF_TIME = /^(?:[가-힣]{0,2})(?:달간|주간|일간|년간|개월간|동안)$/

/** "제4일반산업단지": a park that is named by its number alone. */
const BY_NUMBER = /^제\d+(?:일반|국가)?(?:산업단지|산단|공단|농공단지)$/

/** Parks as the law names them: what stands before them is their name. */
const FORMAL = /(?:국가|일반|도시첨단|국가첨단)(?:산업단지|산단)$|농공단지$/

/** Parks that a plan founds under their city's name: 포항 융합기술산업지구, 정읍 첨단과학산업단지. */
const FOUNDED =
  /(?:관광단지|산업단지|산단|산업지구|과학단지|기술단지|연구단지|의료단지|석유화학단지|디스플레이단지|반도체단지|복합타운|첨단지구|클러스터|양수발전소)$/

/** Zones of a policy, which many areas have: 전남 기회발전특구 names no more than 전남. */
const isPolicyZone = (stem: string): boolean =>
  /^(?:기회발전|규제자유|연구개발|강소연구개발|교육발전|문화|도심융합|투자선도|평화경제|국가첨단전략산업)특[구화]/.test(stem)

/** "이동·남사 국가산단": two made names share the kind of place; two known areas are two places. */
function listedBefore(text: string, words: readonly Word[], first: number, taken: Uint8Array): number {
  const previous = first > 0 ? words[first - 1] : undefined
  const head = words[first]!
  if (previous === undefined || taken[first - 1] || previous.end !== head.start - 1 || !/[·ㆍ・‧]/.test(text.charAt(previous.end))) return first
  // 도비도: 도 is the island's own
  const isle = previous.cls.particle === '도' && head.text.endsWith('도') && previous.text.length >= 3
  if (head.cls.kind === 'short-area' || previous.text.length > 4 || (previous.cls.particle !== '' && !isle)) return first
  const made = previous.cls.kind === 'unknown' || previous.cls.kind === 'town' || previous.cls.kind === 'short-area' || isTownName(previous.text)
  return made ? first - 1 : first
}

/** 산업단지계획: the plan of a park. */
const isPlan = (word: Word): boolean => word.cls.particle === '계획' || word.cls.particle === '조성'

/** Whether an area closes a list of areas: 김천, 칠곡, 성주. */
function isOneOfAreas(text: string, words: readonly Word[], k: number): boolean {
  const before = k > 0 ? words[k - 1] : undefined
  if (before === undefined || before.cls.kind !== 'short-area' || before.cls.particle !== '') return false
  return text.slice(before.end, words[k]!.start) === ', '
}

/** Names of towns that are everyday words too. */
const isTownName = (text: string): boolean => text === '이동' || text === '중앙' || text === '대화'

/** "드림파크산단, 바이오헬스 국가산단(224만㎡)": a park that is named after its trade, measured beside another one. */
const isNamedPark = (text: string, trade: Word, park: Word): boolean =>
  FORMAL.test(park.cls.stem) &&
  trade.text.length >= 3 &&
  /[)가-힣],\s$/.test(text.slice(Math.max(0, trade.start - 3), trade.start)) &&
  /^\(\s?(?:약\s)?\d/.test(text.slice(park.start + park.cls.stem.length, park.start + park.cls.stem.length + 5))

/** Whether nothing but the area stands before a kind of place: 신안 풍력단지. */
const lentByArea = (words: readonly Word[], first: number, i: number): boolean => first === i - 1 && words[first]!.cls.kind === 'short-area'

export const isCity = (word: Word): boolean => {
  const area = areaByShortName(word.cls.stem) ?? areaByFullName(word.cls.stem)
  return area !== undefined && area.level !== 'province'
}

/** "인천 새빛국제도시", "부산 새빛시티": a metropolitan city goes with a quarter of it; industrial parks stand alone: "울산 새빛국가산단". */
const isQuarterOf = (area: Word, quarter: Word): boolean =>
  (areaByShortName(area.cls.stem)?.name.endsWith('광역시') ?? false) && !/(?:산단|산업단지|공단)$/.test(quarter.cls.stem)

/** "억만 일반산업단지": one syllable is no noun, so what looks like a particle is the name's own. */
const isShortName = (word: Word, park: Word): boolean =>
  word.cls.kind === 'unknown' &&
  word.text.length === 2 &&
  word.cls.stem.length === 1 &&
  '만도로나다의'.includes(word.text.charAt(1)) &&
  !'이그저제내네우또바더시군도구읍면'.includes(word.text.charAt(0)) &&
  FORMAL.test(park.cls.stem)

/** 예산, 고령, 부여: a county whose short name is too common to stand alone, right before a park. `예산 가람일반산단` */
const isHiddenCounty = (word: Word): boolean =>
  word.text.length === 2 && areaByShortName(word.text) === undefined && areaByFullName(`${word.text}군`) !== undefined

const isPark = (word: Word): boolean =>
  /(?:단지|산단|공단|지구|특구|밸리|지역|구역|허브|파크|타운|시티|국제도시|신도시|혁신도시|기업도시|(?:양수|화력|복합)발전소)$/.test(word.cls.stem)

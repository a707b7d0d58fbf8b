import { cued } from '../cue.ts'
import { areaByFullName, areaByShortName, isAmbiguousArea } from '../gazetteer/areas.ts'
import type { Span } from '../reading.ts'
import { NAMING, PERSON, PLACE, REGION, STEM_FORM, TITLE, UNKNOWN, type Word, wordsOf } from '../words.ts'
import { actingFirms, actsAsFirm } from './actors.ts'
import { aliases, groupLetters, hangulForms, latinFirms, spacedLetters } from './aliases.ts'
import { appositions } from './appositions.ts'
import { BULLETED, bracketFirms, bulletFirms, HOLDS_TERMS } from './brackets.ts'
import { type NameCandidate, opensHeadline, spaced } from './candidate.ts'
import { lists } from './lists.ts'
import { branches } from './organisations/branches.ts'
import { byRole } from './organisations/by-role.ts'
import { COMPANY_FORM, companyForms } from './organisations/companies.ts'
import {
  government,
  isKindOfBody,
  isKindOfGroup,
  isToBeBuilt,
  partners,
  quotedFirms,
  SPEAKS_OF_AGREEMENT,
  unnamedFirms,
  weakOrganisation,
} from './organisations/firms.ts'
import { HEADED_LIST, headedFirms } from './organisations/headed.ts'
import { headlined } from './organisations/headlined.ts'
import { broadcasters, MASTHEAD, outlets, wires } from './outlets.ts'
import { joinPairs, zonePairs } from './pairs.ts'
import { headsAbroad, mayHoldWesterner, westerners } from './persons/abroad.ts'
import { credits, SPEAKS_OF_CREDIT } from './persons/credits.ts'
import { namedByField } from './persons/fields.ts'
import { findPersons, mayHoldPerson } from './persons/persons.ts'
import { stampedOutlet } from './persons/stamps.ts'
import { joinAddresses } from './places/addresses.ts'
import { areaField, besideArea, holdsUnknown, isBracketedArea, isVenue, liesInProvince, liesThere, seatedThere, standsAlone } from './places/areas.ts'
import { hiddenCounties } from './places/hidden-counties.ts'
import { bases, buildings, halls, interchanges, land } from './places/land.ts'
import { landmarks, quotedWorks, siteWords } from './places/landmarks.ts'
import { placeLists } from './places/lists.ts'
import { abroad, localities, seas } from './places/locality.ts'
import { explainedPlaces, letteredPlaces, numberedParks, orderedParks } from './places/numbered.ts'
import { places } from './places/places.ts'
import { quotedPlaces } from './places/quoted.ts'
import { roads } from './places/roads.ts'
import { bay, island } from './places/towns.ts'
import { SPACED_FIRMS, spacedList } from './spaced-list.ts'
import { committees, consortia, SPEAKS_OF_TWO, twoWordFirms } from './two-words.ts'

/** What the names of one sentence are, with the words they came from (the clause rules read both). */
export interface SentenceNames {
  readonly words: readonly Word[]
  readonly names: readonly NameCandidate[]
  /** Areas that only colour the noun after them (고흥 스마트팜): places of the document where their government does not act in it. */
  readonly colours: readonly NameCandidate[]
}

const LOCATIVE_PARTICLES = new Set(['에', '에서', '에는', '에도', '에서는', '에선', '내', '내에', '로', '으로', '까지', '엔', '서'])

/** "경북도에 냈다", "시흥시에 신청했다": to whom, not where. */
const GIVEN_TO =
  /^ (?:따르면|의하면|(?:[가-힣\d]{1,12}[을를] )?(?:냈|제출|신청|건의|요청|제안|보고|전달|기부|기탁|통보|촉구|문의|알렸|맡겼|넘겼|청구))/

/** 충남도, 전북도: the short name of a government; the land is 충남. */
const SHORT_PROVINCE = /^[충경전][남북]도$/

const OBJECT = new Set(['을', '를'])
/** "새솔시를 50만 도시로 키운다": what is made of it. */
const MADE_INTO =
  /^ (?:[가-힣\d]{1,8} ){0,4}[가-힣]{1,8}(?:로|으로) (?:[가-힣]{1,4} )?(?:만들|만든|키우|키운|키울|육성|발전시|바꾸|탈바꿈|도약|거듭)|^ (?:만들|바꾸|키우)/

const LOCATIVE_NEXT =
  /^ (?:[가-힣]{1,4} (?:앞바다|해상|일원|일대)|일원|일대|관내|소재|인근|지역|전역|내 |곳곳|시내|중심|외곽|주민|시민들|군민들|구민들)/

/** "지역별로는 횡성군이 5개사로 가장 많고 원주시 3개사": areas that are compared by what lies in them. */
const RANKS = cued(/지역별|시군별|시·군별|시군구별|가장 많|뒤를 이|순이|순으로|순입니다/)
/** "인천공항 귀빈실": a room, behind the house in which one meets. */
const MEETS_IN = /^\s?(?:귀빈실|회의실|영빈관|접견실|대강당|컨벤션홀|브리핑룸|기자실|연회장)/
const COUNTED_THERE = /^(?:[이가은는] )?\s?\(?(?:각각 )?\d[\d,.]*(?:개|곳|건|명|%|억|조|만|천|㎡|필지)/

const COLOURED = /^ (?!및|일대|일원|지역|권|등|에|과|와)[가-힣]/

const QUOTED_WORKS_SAID = cued(/[’'”"](?:의)? ?(?:착공|준공|기공|개소|개관|문을|첫 삽)/)
const QUOTED_SITE = cued(/[’'”"](?:에|내|인|일)/)
const LATIN_FORM = cued(/[A-Z][a-z]+ [A-Z]|Ltd|Inc|Corp|GmbH|LLC|PLC| AG| AB/)
const GROUP_LETTERS = cued(/(?:SK|LG|GS|LS|CJ|KT|DL|HD|DB|LX|HL|BS) [A-Z]/)
const LETTERS_APART = cued(/(?:SK|LG|GS|LS|CJ|KT|DL|HD|DB|LX) [가-힣]/)
const BRANCHES = cued(/사업단|추진단|본부|분원|지사|지부|지회|지점|산학협력단|지원단|출장소|사무소|지방청/)
const HALLS = cued(/(?:회관|컨벤션센터|컨벤시아|컨벤션|호텔|아트홀|전당)에서/)
const INTERCHANGES = cued(/ (?:IC|JC|JCT|TG)/)
const BUILDINGS = cued(
  /(?:센터|타워|청사|박물관|과학관|미술관|전시관|치유원|도서관|회관|체육관|복지관)[^.]{0,24}(?:첫 삽|기공|착공|준공|건립|신축|증축|개관|개소|짓|세우|들어|문을|공사)/,
)
const LANDS = cued(/ 일원| 일대|산(?: |의|\()|강(?: |의 )/)
const ISLANDS = cued(/[가-힣] [가-힣]{1,3}도(?:에|의| )/)
const BAYS = cued(/[가-힣]{2}만(?:[을의에이은]|에서|에는)? (?:메|매립|갯벌|해상|앞바다|일|해역|연안|간척|연결도로|양식|횡단|조선)/)
const NUMBERED_PARK = cued(
  /제\d(?:관광단지|공항|신항|터미널)|(?:국가|일반)\d{1,2}(?:산|공)|\d(?:일반|국가|첨단)?(?:산업단지|산단|공단|농공단지|외국인투자|외투)/,
)
const ROADS = cued(/[~∼～-][가-힣 ]{2,14}(?:고속|복선전철)/)
const UNNAMED = cued(/[A-Z][사社](?:[가는와의를도에로측,·(]| 등| 측| 관계)/)
const ORDERED_PARK = cued(
  /\d[·ㆍ]\d{1,2}(?:일반|국가)?(?:산업단지|산단|공단)|\d-\d{1,2} ?(?:외국인투자|외투|일반산|산업단지|산단)|\d차 ?(?:일반|국가|산업단지|산단|농공)/,
)
const EXPLAINED_PARK = cued(/[A-Z]\)(?:지구|단지|산단)/)
const HEADED_ABROAD = cued(/\((?:공동|각자)?(?:대표이사|대표|CEO|회장|사장)[ :]/)
const HIDDEN = cued(/예산|부여|고령/)
const BYLINE_HEAD = cued(/^[가-힣·]{2,8}=/)

/** Names (조직·장소·사람) of one sentence: gazetteer words, words by form, company forms, joined places, people beside titles, and lists that contain a sure name. */
export function namesOf(text: string, sentence: Span): SentenceNames {
  const words = wordsOf(text, sentence.start, sentence.end)
  const names: NameCandidate[] = []
  const colours: NameCandidate[] = []
  if (words.length === 0) return { words, names, colours }
  const field = areaField(text, sentence, words)
  if (field !== null) return { words, names: [field], colours }
  const taken = new Uint8Array(words.length)
  let hints = 0
  for (const word of words) hints |= word.cls.hints
  const body = text.slice(sentence.start, sentence.end)
  if (COMPANY_FORM.test(body)) companyForms(text, words, taken, names)
  if (LATIN_FORM.test(body)) {
    hangulForms(words, taken, names)
    latinFirms(text, sentence, words, taken, names)
  }
  if (GROUP_LETTERS.test(body)) groupLetters(text, sentence, words, taken, names)
  if (LETTERS_APART.test(body)) spacedLetters(text, words, taken, names)
  if (SPEAKS_OF_CREDIT.test(body)) credits(text, sentence, words, taken, names)
  if (HEADED_ABROAD.test(body)) headsAbroad(text, sentence, words, taken, names)
  if ((hints & TITLE) !== 0 && mayHoldWesterner(words)) westerners(text, words, taken, names)
  if (mayHoldPerson(hints, body)) findPersons(text, words, taken, names)
  if ((hints & (PERSON | STEM_FORM)) !== 0) namedByField(text, words, taken, names, body)
  if (HEADED_LIST.test(body)) headedFirms(text, words, taken, names)
  if (HOLDS_TERMS.test(body)) bracketFirms(text, words, taken, names)
  if (BULLETED.test(body)) bulletFirms(text, words, taken, names)
  if (SPEAKS_OF_TWO.test(body)) twoWordFirms(text, words, taken, names)
  if (body.includes('위원회')) committees(text, words, taken, names)
  if (NUMBERED_PARK.test(body)) numberedParks(text, words, taken, names)
  if (BUILDINGS.test(body)) buildings(text, words, taken, names)
  if ((hints & PLACE) !== 0) places(text, words, taken, names)
  if (HALLS.test(body)) halls(text, words, taken, names)
  if (body.includes('기지')) bases(text, sentence.start, sentence.end, words, taken, names)
  if (INTERCHANGES.test(body)) interchanges(text, words, taken, names)
  if (body.includes('자구역') || body.includes('자유구역')) zonePairs(text, sentence, words, taken, names)
  if (ISLANDS.test(body))
    for (let i = 1; i < words.length; i++) if (!taken[i] && words[i]!.cls.kind === 'unknown') island(text, words, i, taken, names)
  if (BAYS.test(body)) for (let i = 0; i < words.length; i++) if (!taken[i] && words[i]!.cls.kind === 'unknown') bay(text, words, i, taken, names)
  if (HIDDEN.test(body)) hiddenCounties(text, words, taken, names)
  landmarks(text, words, taken, names, body)
  const unsure: number[] = []
  const ranked = RANKS.test(body)
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const { cls } = word
    if (taken[i] || (cls.hints & NAMING) === 0) continue
    const end = word.start + cls.name.length
    switch (cls.kind) {
      case 'area': {
        // "지역 경기도 나아진다": how trade goes
        if (cls.stem === '경기도' && /(?:지역|내수|실물|체감|건설|부동산|국내|세계|골목) $/.test(text.slice(Math.max(0, word.start - 4), word.start)))
          break
        const locative =
          !(SHORT_PROVINCE.test(cls.stem) && LOCATIVE_PARTICLES.has(cls.particle)) &&
          ((cls.particle === '' && (words[i + 1]?.cls.kind === 'area' || liesInProvince(word, words[i + 1])) && spaced(text, word, words[i + 1]!)) ||
            (LOCATIVE_PARTICLES.has(cls.particle) && !(cls.particle === '에' && GIVEN_TO.test(text.slice(word.end, word.end + 20)))) ||
            liesThere(text, words, i) ||
            holdsUnknown(text, words, i, taken) ||
            isBracketedArea(text, word) ||
            (i > 0 && words[i + 1]?.text === '등' && words[i - 1]!.cls.kind === 'short-area' && text.startsWith(', ', words[i - 1]!.end)) ||
            (OBJECT.has(cls.particle) && MADE_INTO.test(text.slice(word.end, word.end + 40))) ||
            (ranked && COUNTED_THERE.test(text.slice(end, end + 14))) ||
            (cls.particle === '' && LOCATIVE_NEXT.test(text.slice(word.end, word.end + 10))))
        // "경기 광주시": the city in 경기, not the metropolitan one
        const value = cls.stem === '광주시' && /경기도? $/.test(text.slice(Math.max(0, word.start - 4), word.start)) ? cls.stem : cls.value
        names.push({ kind: 'organisation', start: word.start, end, value, certainty: 0.9, rule: 'organisation:government', locative })
        taken[i] = 1
        break
      }
      case 'short-area':
        if (standsAlone(text, words, i)) {
          const led =
            (words[i + 1]?.cls.kind === 'area' && spaced(text, word, words[i + 1]!)) ||
            (words[i + 1]?.cls.kind === 'short-area' && /^[·ㆍ‧・~∼]$/.test(text.slice(word.end, words[i + 1]!.start))) ||
            (i > 0 && words[i - 1]!.cls.kind === 'short-area' && /^(?:, |[·ㆍ‧・~∼])$/.test(text.slice(words[i - 1]!.end, word.start))) ||
            (i > 0 &&
              spaced(text, words[i - 1]!, word) &&
              words[i - 1]!.cls.particle === '' &&
              (areaByShortName(words[i - 1]!.text) ?? areaByFullName(words[i - 1]!.text))?.level === 'province') ||
            (isAmbiguousArea(cls.value) && (besideArea(text, word) || seatedThere(text, word)))
          const rule = isAmbiguousArea(cls.value) && !led && text.charAt(word.end) !== '=' ? 'place:area-if-named' : 'place:area'
          names.push({
            kind: 'place',
            start: word.start,
            end,
            value: cls.value,
            certainty: 0.85,
            rule,
            locative: LOCATIVE_PARTICLES.has(cls.particle),
          })
          taken[i] = 1
        } else if (
          (!isAmbiguousArea(cls.value) || opensHeadline(text, word.start)) &&
          words[i + 1] !== undefined &&
          spaced(text, word, words[i + 1]!) &&
          !/^[A-Z]/.test(words[i + 1]!.text)
        )
          colours.push({ kind: 'place', start: word.start, end, value: cls.value, certainty: 0.6, rule: 'place:area-colours' })
        break
      case 'region':
        // "남해안 수산가공 클러스터": a coast before a noun only colours it
        if (cls.value.endsWith('해안') && cls.particle === '' && COLOURED.test(text.slice(word.end, word.end + 4))) break
        // 독일인: whoever comes from there
        if (cls.particle === '인') break
        names.push({ kind: 'place', start: word.start, end, value: cls.value, certainty: 0.9, rule: 'place:region' })
        taken[i] = 1
        break
      case 'body': {
        if (isVenue(text, word)) {
          if (cls.particle === '에서') names.push({ kind: 'place', start: word.start, end, value: cls.stem, certainty: 0.65, rule: 'place:venue' })
          taken[i] = 1
          break
        }
        // "울산 동구청": many cities have a 동구
        const city = i > 0 ? words[i - 1] : undefined
        const whose =
          cls.stem.endsWith('구청') && city !== undefined && city.cls.kind === 'short-area' && city.cls.particle === '' && spaced(text, city, word)
        const start = whose ? city.start : word.start
        const value = whose ? `${city.text} ${cls.value}` : cls.value
        names.push({ kind: 'organisation', start, end, value, certainty: 0.95, rule: 'organisation:public-body' })
        if (whose) {
          taken[i - 1] = 1
          drop(names, city.start)
          drop(colours, city.start)
        }
        taken[i] = 1
        break
      }
      case 'organisation':
        if (text.charAt(word.start - 1) === '_') break
        // "1억 달러(한화 약 1,400억원)": Korean money
        if (isToBeBuilt(text, word) || isKindOfBody(text, word) || isKindOfGroup(words, i)) break
        if (cls.name === '한화' && /^ (?:약 )?\d/.test(text.slice(word.end, word.end + 4))) break
        names.push({ kind: 'organisation', start: word.start, end, value: cls.value, certainty: 0.85, rule: 'organisation:form' })
        taken[i] = 1
        break
      case 'place':
        if (actsAsFirm(text, words, i))
          names.push({ kind: 'organisation', start: word.start, end, value: cls.value, certainty: 0.65, rule: 'organisation:park-acts' })
        else
          names.push({
            kind: 'place',
            start: word.start,
            end,
            value: cls.value,
            certainty: 0.8,
            rule: MEETS_IN.test(text.slice(end, end + 8)) ? 'place:venue' : 'place:form',
          })
        taken[i] = 1
        break
      case 'title':
        if (cls.name !== '')
          names.push({ kind: 'organisation', start: word.start, end, value: cls.value, certainty: 0.8, rule: 'organisation:in-title' })
        break
      case 'weak-organisation':
        unsure.push(i)
        break
      default:
    }
  }
  for (const i of unsure) if (!taken[i]) weakOrganisation(text, words, i, taken, names)
  if ((hints & UNKNOWN) !== 0) {
    placeLists(text, words, taken, names)
    localities(text, words, taken, names, colours)
    if (LANDS.test(body)) land(text, words, taken, names)
    if (body.includes('앞바다')) seas(text, words, taken, names)
  }
  siteWords(text, words, taken, names, body)
  if ((hints & REGION) !== 0) abroad(text, words, taken, names)
  if (body.includes('뉴스') || body.includes('방송')) broadcasters(text, words, taken, names)
  if (SPEAKS_OF_AGREEMENT.test(body)) partners(text, words, taken, names)
  if ((hints & UNKNOWN) !== 0) {
    appositions(text, words, taken, names)
    actingFirms(text, words, taken, names, body)
    byRole(text, words, taken, names, body, sentence.start)
    headlined(text, words, taken, names)
    lists(text, words, taken, names)
    if (SPACED_FIRMS.test(body)) spacedList(text, words, taken, names, sentence.start, sentence.end)
  }
  if (body.includes('정부')) government(text, words, taken, names)
  if (body.includes(' 컨소시엄')) consortia(text, words, names)
  if (UNNAMED.test(body)) unnamedFirms(text, sentence, names)
  if (body.includes('법인 ')) quotedFirms(text, sentence, names)
  if (EXPLAINED_PARK.test(body)) explainedPlaces(text, sentence, names, colours)
  if (ORDERED_PARK.test(body)) orderedParks(text, sentence, names, colours)
  if (body.includes('K-')) letteredPlaces(text, sentence, names)
  if (QUOTED_SITE.test(body)) quotedPlaces(text, sentence, names)
  if (QUOTED_WORKS_SAID.test(body)) quotedWorks(text, sentence, names)
  if (
    body.charCodeAt(0) === 0x5b ||
    BYLINE_HEAD.test(body) ||
    body.charCodeAt(0) === 0x28 ||
    body.charCodeAt(0) === 0x3010 ||
    (body.length < 60 && MASTHEAD.test(body))
  )
    outlets(text, sentence, names)
  if (body.includes('-(')) wires(text, sentence, names)
  if (body.length < 62 && (body.includes('20') || body.includes('19'))) stampedOutlet(text, sentence, body, names)
  if (body.includes('(')) aliases(text, words, taken, names)
  if (BRANCHES.test(body)) branches(text, words, taken, names)
  if (ROADS.test(body)) roads(text, sentence, names, colours)
  if (names.length > 1) {
    names.sort((a, b) => a.start - b.start)
    joinPairs(text, sentence, names, colours)
  }
  if ((hints & PLACE) !== 0) joinAddresses(text, names, colours)
  return { words, names, colours }
}

const drop = (names: NameCandidate[], start: number): void => {
  const at = names.findIndex((name) => name.start === start && name.kind === 'place')
  if (at >= 0) names.splice(at, 1)
}

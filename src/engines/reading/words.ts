import { CLASSES, DIGIT, HANGUL, HANJA, LATIN } from './characters.ts'
import { areaByFullName, areaByShortName, COUNTRIES, FOREIGN_PLACES, REGIONS, TRACTS } from './gazetteer/areas.ts'
import { isGroupFirm, publicBody } from './gazetteer/bodies.ts'
import { isAcronym, isCommonCompound } from './gazetteer/common.ts'
import { isEverydayNoun } from './gazetteer/everyday.ts'
import { isKnownFirm } from './gazetteer/firms.ts'
import { isCommonPlaceWord, isWeakEnding, joinsToPlace, organisationEnding, placeEnding } from './gazetteer/forms.ts'
import { hasNameForm, isEverydayWord, isTitle } from './gazetteer/people.ts'
import { Lexicon, next32, start32 } from './lexicon.ts'
import { stemsOf } from './particles.ts'
import type { MentionKind } from './reading.ts'

/** What a single word is by gazetteer and form, before its neighbours are asked. */
export type WordKind =
  | 'area' // 남양주시, 경남도
  | 'short-area' // 남양주, 경남
  | 'region' // 수도권, 중국
  | 'body' // 국토부
  | 'organisation' // 광주테크노파크
  | 'weak-organisation' // 신라에너지
  | 'place' // 빛그린국가산단
  | 'place-ending' // 산업단지 alone
  | 'town' // 화도읍, 회곡리: asks for its neighbours
  | 'title' // 시장, 에너지정책실장
  | 'common'
  | 'unknown'

export interface WordClass {
  readonly kind: WordKind
  /** The word without its particle. */
  readonly stem: string
  readonly particle: string
  /** The name itself, which may be shorter than the stem (신한은행 in 신한은행장). */
  readonly name: string
  /** Canonical form of the name. */
  readonly value: string
  /** What the form of the word allows it to be, as bits: asked once a word, so that rules that cannot apply are not tried. Bits with `_ASKED` are filled in at first need. */
  hints: number
  /** Which name the word repeats, in the text that was read last under this number (see `name-merge.ts`). */
  spreadIn: number
  spread: KnownName | null
}

/** A name proved elsewhere in a text that a word repeats with its first `length` characters. */
export interface KnownName {
  readonly kind: MentionKind
  readonly value: string
  readonly certainty: number
  readonly length: number
}

/** In the form of a person's name and no everyday word. */
export const PERSON = 1
export const NAME_FORM = 2
/** 구한솔기자 */
export const BYLINE = 4
/** 이정은입니다 */
export const SIGN_OFF = 8
export const TITLE = 16
/** 주한노르웨이대사 */
export const ENVOY = 32
/** By its own form a name, or part of a title that holds one. */
export const NAMING = 131_072
/** A place, the kind of one, or a town. */
export const PLACE = 64
export const REGION = 128
export const STEM_FORM = 256
/** No word of the lists: what context may make a firm or a place. */
export const UNKNOWN = 512
/** 은, 는, 이, 가 */
export const TOPIC = 1024
/** A particle of one who acts, or is spoken of: 은, 의, 측은 … */
export const NAMED_AS = 2048
/** 등, 등이 */
export const AND_OTHERS = 4096
/** May begin the name of a place; may be a firm (see `name-candidate.ts`). */
export const BEGINS_ASKED = 8192
export const BEGINS = 16_384
export const FIRM_ASKED = 32_768
export const FIRM = 65_536

/** Every kind that `namesOf` makes a name of. */
const SAYS = new Set<WordKind>(['area', 'short-area', 'region', 'body', 'organisation', 'place', 'title', 'weak-organisation'])

const NEVER_PERSON = new Set<WordKind>(['area', 'region', 'body', 'short-area', 'organisation', 'place', 'title'])

const ACTING = new Set(['은', '는', '이', '가', '와', '과', '의', '을', '를', '에', '측', '측은'])
const OTHERS = new Set(['등', '등과', '등이', '등은', '등의', '등에', '등을', '등으로'])

function hintsOf(word: string, kind: WordKind, stem: string): number {
  let hints = 0
  const particle = word.slice(stem.length)
  if (particle === '은' || particle === '는' || particle === '이' || particle === '가') hints |= TOPIC
  if (ACTING.has(particle)) hints |= NAMED_AS
  if (OTHERS.has(word)) hints |= AND_OTHERS
  if (hasNameForm(word) && !/[에를]$/.test(word)) hints |= NEVER_PERSON.has(kind) || isEverydayWord(word) ? NAME_FORM : NAME_FORM | PERSON
  if (hasNameForm(stem) || hasNameForm(word.slice(0, 3))) hints |= STEM_FORM
  if (word.length > 4 && /^[가-힣]{3,4}(?:기자|특파원)/.test(word)) hints |= BYLINE
  if (word.endsWith('니다') && /^[가-힣]{3}(?:입|였습|이었습)니다$/.test(word)) hints |= SIGN_OFF
  if (kind === 'title') hints |= stem.startsWith('주한') && stem.endsWith('대사') ? TITLE | ENVOY : TITLE
  if (kind === 'place' || kind === 'place-ending' || kind === 'town' || stem.endsWith('병원')) hints |= PLACE
  if (kind === 'region') hints |= REGION
  if (SAYS.has(kind)) hints |= NAMING
  if (kind === 'unknown' || kind === 'weak-organisation') hints |= UNKNOWN
  return hints
}

/** One word of a sentence. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly cls: WordClass
}

const makeClass = (kind: WordKind, word: string, stem: string, name = stem, value = name): WordClass => ({
  kind,
  stem,
  hints: hintsOf(word, kind, stem),
  particle: word.slice(stem.length),
  name,
  value,
  spreadIn: 0,
  spread: null,
})

/** Syllables before an institution's ending that say it is one of its kind and no name: 종합병원, 관내대학. */
const isProperPrefix = (prefix: string): boolean => {
  if (prefix.length === 0) return false
  if (areaByShortName(prefix) !== undefined || areaByFullName(prefix) !== undefined) return true
  // Latin letters: a firm's own, unless an abbreviation of a technique
  const latin = /^[A-Za-z&.-]+/.exec(prefix)?.[0]
  if (latin !== undefined) {
    if (isAcronym(latin)) return prefix.length > latin.length && isProperPrefix(prefix.slice(latin.length))
    return latin.length > 1
  }
  if (/^(?:한국|대한|국가|국립|전국|중앙|시립|도립|아시아|세계|국제)/.test(prefix)) return prefix.length >= 3
  for (let n = 2; n <= 4 && n < prefix.length; n++)
    if (areaByShortName(prefix.slice(0, n)) !== undefined || areaByFullName(prefix.slice(0, n)) !== undefined) return true
  return prefix.length >= 2 && !isCommonCompound(prefix) && !isEverydayNoun(prefix)
}

const UNIVERSITY_NOT = new Set(
  '시간대 가격대 연령대 전망대 거치대 공감대 군부대 해운대 판매대 진열대 소방대 기동대 봉사대 다세대 신세대 젊은대 주파대 계산대 안내대 조리대 지지대 교두대 무한대 극대 증대 확대 기대 최대 절대 상대 적대 연대 초대 시대 세대 무대 침대 후대 현대 군대 부대 일대 지대 고대 근대 당대 역대 우대 환대 휴대 광대 방대'.split(
    ' ',
  ),
)

/** Institutions whose ending is strong only with a proper name before it. */
function organisationOf(stem: string): 'organisation' | 'weak-organisation' | null {
  const ending = organisationEnding(stem)
  if (ending === null) {
    if (latinOnly(stem)) return 'weak-organisation'
    // 전남대, 한양대
    if ((stem.length === 3 || stem.length === 4) && stem.endsWith('대') && !UNIVERSITY_NOT.has(stem)) {
      const prefix = stem.slice(0, -1)
      if (areaByShortName(prefix) !== undefined) return 'organisation'
      if (!isCommonCompound(prefix) && CLASSES[stem.charCodeAt(0)] === HANGUL && stem.length === 3) return 'weak-organisation'
    }
    // 한국교통대, 국립부경대
    if (stem.length <= 8 && /^(?:한국|국립|서울|경상|경기|강원)[가-힣]{2,4}대$/.test(stem) && !UNIVERSITY_NOT.has(stem.slice(-2)))
      return 'organisation'
    return latinFirm(stem) ? 'organisation' : null
  }
  const prefix = stem.slice(0, stem.length - ending.length)
  if (stem.endsWith('경제자유구역청') && stem.length >= 9) return 'organisation'
  // schools, newspapers and special committees are named by everyday words too: 조선대학교, 중앙일보
  if (
    /^(?:대학교|대병원|일보|특별위원회|경제신문)$/.test(ending) &&
    prefix.length >= 2 &&
    !/^(?:국립|사립|종합|지역|관내|전문|사이버|산업|기술|일간|연구중심|지방|거점|우수|외국|유수)+$/.test(prefix)
  )
    return 'organisation'
  if (/^(?:한국|국가|국립|대한|전국|중앙)./.test(prefix) && prefix.length >= 3 && INSTITUTION.test(ending)) return 'organisation'
  if (!isProperPrefix(prefix)) return latinFirm(stem) ? 'organisation' : null
  if (!isWeakEnding(ending)) return 'organisation'
  return latinFirm(stem) ? 'organisation' : 'weak-organisation'
}

const INSTITUTION = /(?:원|소|회|단|부|조합|재단|공사|공단|대학|병원|센터|관)$/

/** SK에코플랜트, LG화학: capital letters that are no abbreviation, then syllables. */
function latinFirm(stem: string): boolean {
  const match = /^([A-Z][A-Z&]{1,4})[가-힣]{2,}$/.exec(stem)
  return match !== null && !isAcronym(match[1]!)
}

/** What a stem is, or null where nothing speaks for it. */
function classifyStem(word: string, stem: string): WordClass | null {
  const area = areaByFullName(stem)
  if (area !== undefined) return makeClass('area', word, stem, stem, area.name)
  const body = publicBody(stem)
  if (body !== undefined) return makeClass('body', word, stem, stem, body)
  const short = areaByShortName(stem)
  if (short !== undefined) return makeClass('short-area', word, stem)
  if (REGIONS.has(stem) || COUNTRIES.has(stem) || FOREIGN_PLACES.has(stem)) return makeClass('region', word, stem)
  // 인천경제청, 광양만권경자청: short for 경제자유구역청
  if (/(?:경제청|경자청)$/.test(stem) && stem.length >= 5 && stem.length <= 10)
    return makeClass('body', word, stem, stem, `${stem.slice(0, -3)}경제자유구역청`)
  // 경북도청, 안산시의회
  for (const office of ['청', '의회', '시청', '군청', '도청', '구청'])
    if (stem.length > office.length + 1 && stem.endsWith(office)) {
      const of =
        areaByFullName(stem.slice(0, -office.length)) ?? (office.length === 2 && office !== '의회' ? areaByShortName(stem.slice(0, -2)) : undefined)
      if (of !== undefined) return makeClass('body', word, stem, stem, office === '의회' ? stem : of.name)
    }
  if (TRACTS.has(stem)) return makeClass('place', word, stem)
  if (stem.length < 2) return null
  if (isKnownFirm(stem) || (isGroupFirm(stem) && !/[은는을를의에]$/.test(stem) && !isTitle(stem))) return makeClass('organisation', word, stem)
  // a title that holds the organisation: 신한은행장, 광주로봇산업협회장
  if (isTitle(stem)) return titleClass(word, stem)
  const place = placeEnding(stem)
  if (place !== null && !isCommonPlaceWord(stem) && !joinsToPlace(stem)) {
    const prefix = stem.slice(0, stem.length - place.length)
    if (prefix !== '' && properPlace(prefix, place)) return makeClass('place', word, stem)
  }
  const organisation = organisationOf(stem)
  if (organisation !== null) return makeClass(organisation, word, stem)
  if (joinsToPlace(stem) || isKindOfPlace(stem)) return makeClass('place-ending', word, stem)
  if (/^[가-힣]{1,3}(?:읍|면|리|동)$/.test(stem) && !NOT_TOWN.has(stem) && !NO_TOWN_ENDING.test(stem)) return makeClass('town', word, stem)
  return null
}

/** 바이오단지, 식품특화단지: everyday words that make a name with a proper word before them. */
const isKindOfPlace = (stem: string): boolean =>
  stem.length >= 4 && /(?:단지|지구|산단|밸리|특구)$/.test(stem) && isCommonCompound(stem.replace(/(?:단지|지구|산단|밸리|특구)$/, ''))

/** 국가산단 and its like take any name before them; 역, 공항, 공장 only one that is no everyday word. */
function properPlace(prefix: string, ending: string): boolean {
  if (ending === '항' && /[사운]$/.test(prefix)) return false
  // zones that a law draws anywhere: 개발제한구역, 토지거래허가구역
  if (/(?:제한|허가|보호|보전|관리|정비|지정|투기|과열|규제|개발|진흥|촉진|예정|사업)구역$/.test(prefix + ending)) return false
  if (/^(?:제?\d+|동측|서측|남측|북측|신|구|본|각|이|그|전|타|동|해당|노후|관내|신규|인근|주변)$/.test(prefix)) return false
  if (/(?:지역|구역|권역)$/.test(prefix + ending)) return !/^.{0,3}(?:지역|구역|권역)$/.test(prefix + ending) && isProperPrefix(prefix)
  if (ending === '역' || ending === '항' || ending === '댐' || ending === '섬' || ending === 'IC')
    return prefix.length >= 2 && prefix.length <= 4 && /^[가-힣]+$/.test(prefix) && !isCommonCompound(prefix) && !NOT_STATION.has(prefix + ending)
  if (ending === '공장' || ending === '사업장' || ending === '캠퍼스')
    return areaByShortName(prefix.replace(/제?\d$/, '')) !== undefined || (/^[가-힣]{2,3}$/.test(prefix) && !isCommonCompound(prefix))
  if (/^\d/.test(prefix)) return false
  // 첨단3지구
  if (/[가-힣]\d+$/.test(prefix)) return true
  if (ending === '국가산단' || ending === '국가산업단지' || ending === '일반산단' || ending === '일반산업단지' || ending === '농공단지')
    return (
      prefix.length >= 2 && !/^(?:특화|전문|신규|기존|노후|해당|대규모|소규모|지역|관내|도내|시내|군내|인근|주변|기타|전체|신설|추가)+$/.test(prefix)
    )
  // 바이오밸리지구, 에코시티지구: a made name inside the name
  if (/(?:밸리|폴리스|시티|파크|타운|테크노)$/.test(prefix) && prefix.length >= 4) return true
  if (ending === '특별지구') return prefix.length >= 3
  return isProperPrefix(prefix)
}

const NOT_STATION = new Set(
  '사무역 자유역 정류역 번역 통역 용역 지역 구역 권역 영역 전역 광역 교역 무역 방역 병역 검역 징역 배역 주역 현역 음역 면역 고역 성역 해역 수역 하역 통항 취항 저항 사항 영향 동향 방향 성향 지향 취향 편향 상향 하향 조항 대항 반항 문항 요구사항 추진사항 변경사항 협의사항 지적사항'.split(
    ' ',
  ),
)

/** Endings of everyday words in 리, 동 and 면: 열처리, 파운드리, 자원봉사활동. */
const NO_TOWN_ENDING =
  /.(?:밸리|처리|관리|원리|거리|자리|논리|심리|승리|정리|수리|분리|권리|금리|요리|머리|배터리|파운드리|갤러리|메모리|팩토리|스토리|스트리|유리|꼬리|활동|운동|노동|행동|변동|작동|자동|공동|협동|진동|감동|구동|가동|하면|되면|으면|다면)$/

const NOT_TOWN = new Set(
  (
    '일자리 우리 자리 거리 관리 처리 수리 원리 심리 논리 권리 분리 유리 정리 머리 다리 마리 금리 소리 무리 요리 이리 그리 빨리 멀리 널리 미리 서리 뿌리 꼬리 고리 대리 승리 물리 윤리 진리 합리 경리 총리 도리 영리 편리 불리 위치리 울타리 일거리 먹거리 볼거리 메아리 격리 섭리 사리 부조리 ' +
    '측면 화면 표면 반면 전면 국면 장면 지면 방면 정면 이면 내면 외면 가면 하면 되면 보면 라면 수면 도면 평면 단면 노면 대면 직면 서면 당면 해면 양면 사면 따르면 따지면 합치면 보자면 전반면 나서면 들어가면 넓히면 비대면 다방면 ' +
    '배터리 갤러리 스토리 팩토리 메모리 카테고리 럭셔리 베이커리 액세서리 파트너리 라이브러리 브루어리 히스토리 시나리 이동 활동 행동 운동 자동 노동 협동 공동 변동 감동 가동 발동 작동 수동 유동 출동 충동 아동 연동 전동 진동 태동 구동 기동 부동 재가동 행정동 공장동 연구동 건물동 생산동 사무동 관리동 본동 별동 파동 소동 격동 제동 시동 동동 인동 '
  )
    .trim()
    .split(' '),
)

/** A Latin name of a firm: capitals that are no abbreviation of a technique. */
const latinOnly = (stem: string): boolean => /^[A-Z][A-Z&-]{1,4}$/.test(stem) && !isAcronym(stem)

function titleClass(word: string, stem: string): WordClass {
  const last = stem.charAt(stem.length - 1)
  if (last === '장' && stem.length > 3) {
    const inner = stem.slice(0, -1)
    if (areaByFullName(inner) === undefined) {
      const kind = publicBody(inner) !== undefined ? 'organisation' : organisationOf(inner)
      if (kind !== null && !/^[A-Z]+/.test(inner)) return makeClass('title', word, stem, inner)
    }
  }
  return makeClass('title', word, stem, '')
}

/**
 * What a word is by gazetteer and form, its particle taken off.
 *
 * `classifyWord('광주테크노파크는').kind // => 'organisation'`
 */
export function classifyWord(word: string): WordClass {
  const stems = stemsOf(word)
  const guessed = latinFirm(word) && organisationEnding(word) === null
  // "GS그룹의", "SK하이닉스는": Latin letters let anything follow, so the stem is asked first
  if (guessed && stems.length > 0) {
    // "SHS사와"
    const owned = /^([A-Z][A-Z&]{1,5}사)(?:와|는|가|의|를|에|도)$/.exec(word)?.[1]
    if (owned !== undefined) return makeClass('organisation', word, owned)
    const stem = stems.find((one) => latinFirm(one))
    if (stem !== undefined && /(?:[은는이가을를의에와과로도서]|[은는]요|입니다|[이]?었다|였다|라며|이라며)$/.test(word))
      return makeClass('organisation', word, stem)
  }
  if (isGroupFirm(word) && stems.length > 0 && organisationEnding(word) === null) {
    const stem = stems.find((one) => isGroupFirm(one))
    if (stem !== undefined && /(?:은|는|이|가|을|를|의|에|와|과|도|에서|으로|로)$/.test(word)) return makeClass('organisation', word, stem)
  }
  // "나래융합단지서": 서 for 에서 is a particle only after a kind of place
  if (word.endsWith('서') && /(?:단지|산단|지구|밸리|특구|공장|의회|시청|군청|도청|구청)서$/.test(word)) {
    const site = classifyStem(word, word.slice(0, -1))
    if (site !== null) return site
  }
  // "은누리일반산업단지계획": the plan of a place
  if (/(?:단지|산단|지구)(?:계획|조성)$/.test(word)) {
    const site = classifyStem(word, word.slice(0, -2))
    if (site !== null) return site
  }
  const whole = classifyStem(word, word)
  if (whole !== null && whole.kind !== 'town') return whole
  let town = whole
  for (const stem of stems) {
    const made = classifyStem(word, stem)
    if (made === null) continue
    if (made.kind !== 'town') return made
    town ??= made
  }
  if (town !== null) return town
  // an everyday noun with or without a particle
  if (isCommonCompound(word) || isEverydayNoun(word)) return makeClass('common', word, word)
  for (const stem of stems) if (isCommonCompound(stem) || isEverydayNoun(stem)) return makeClass('common', word, stem)
  const stem = stems.length > 0 ? stems[0]! : word
  return makeClass('unknown', word, stem)
}

/** What words are, from text to text: documents of one kind repeat most of their words. */
const lexicon = new Lexicon(classifyWord)

/** The words of `[start, end)`: runs of syllables, letters and digits, with `.`, `-` and `&` inside Latin. */
export function wordsOf(text: string, start: number, end: number): Word[] {
  const out: Word[] = []
  let i = start
  while (i < end) {
    const kind = CLASSES[text.charCodeAt(i)]!
    if (kind !== HANGUL && kind !== LATIN && kind !== DIGIT && kind !== HANJA) {
      i++
      continue
    }
    let j = i + 1
    let latin = kind === LATIN
    let hash = start32(text.charCodeAt(i))
    while (j < end) {
      const code = text.charCodeAt(j)
      const next = CLASSES[code]!
      if (next === HANGUL || next === DIGIT || next === HANJA) {
        latin = false
        j++
      } else if (next === LATIN) {
        latin = true
        j++
      } else if (latin && (code === 0x2e || code === 0x2d || code === 0x26) && CLASSES[text.charCodeAt(j + 1)] === LATIN) j++
      else break
      hash = next32(hash, code)
    }
    if (kind === DIGIT) out.push({ start: i, end: j, text: text.slice(i, j), cls: NUMBER })
    else {
      const known = lexicon.entry(text, i, j, hash)
      out.push({ start: i, end: j, text: known.text, cls: known.cls })
    }
    i = j
  }
  return out
}

const NUMBER: WordClass = { kind: 'common', stem: '', particle: '', name: '', value: '', hints: 0, spreadIn: 0, spread: null }

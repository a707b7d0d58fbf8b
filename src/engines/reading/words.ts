import { CLASSES, DIGIT, HANGUL, HANJA, LATIN } from './characters.ts'
import { areaByFullName, areaByShortName, COUNTRIES, FOREIGN_PLACES, hasOwnAreas, REGIONS, TRACTS } from './gazetteer/areas.ts'
import { isGroupFirm, publicBody } from './gazetteer/bodies.ts'
import { isCommonCompound } from './gazetteer/common.ts'
import { isEverydayNoun } from './gazetteer/everyday.ts'
import { isKnownFirm } from './gazetteer/firms.ts'
import { isCommonPlaceWord, joinsToPlace, organisationEnding, placeEnding } from './gazetteer/forms.ts'
import { hasNameForm, isEverydayWord, isTitle } from './gazetteer/people.ts'
import { Lexicon, next32, start32 } from './lexicon.ts'
import { areaOfOffice, latinFirm, officeOf, organisationOf } from './names/organisations/word-organisations.ts'
import { creditEnd } from './names/persons/word-credits.ts'
import { hasTownForm, isCityRegion, isKindOfPlace, isWorksTown, properPlace, seatOf } from './names/places/words.ts'
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
  /** Which name the word repeats, in the text that was read last under this number (see `names/merge.ts`). */
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
/** May begin the name of a place; may be a firm (see `names/candidate.ts`). */
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

/** What a stem is, or null where nothing speaks for it. */
function classifyStem(word: string, stem: string): WordClass | null {
  const area = areaByFullName(stem)
  if (area !== undefined) return makeClass('area', word, stem, stem, area.name)
  const body = publicBody(stem)
  if (body !== undefined) return makeClass('body', word, stem, stem, body)
  const short = areaByShortName(stem)
  if (short !== undefined) return makeClass('short-area', word, stem)
  if (REGIONS.has(stem) || COUNTRIES.has(stem) || FOREIGN_PLACES.has(stem)) return makeClass('region', word, stem)
  const seat = seatOf(stem)
  if (seat !== null) return makeClass('short-area', word, seat)
  if (isCityRegion(stem)) return makeClass('region', word, stem)
  // 일본계 기업, 중국산: the country stands in it
  if (/[계산]$/.test(stem) && COUNTRIES.has(stem.slice(0, -1))) return makeClass('region', word, stem, stem.slice(0, -1))
  // 인천경제청, 광양만권경자청: short for 경제자유구역청
  if (/(?:경제청|경자청)$/.test(stem) && stem.length >= 5 && stem.length <= 10)
    return makeClass('body', word, stem, stem, `${stem.slice(0, -3)}경제자유구역청`)
  const office = officeOf(stem)
  if (office !== null) return makeClass('body', word, stem, stem, office)
  // 목포MBC, 춘천KBS
  if (stem.length >= 5 && /^[가-힣]{2,3}(?:MBC|KBS|SBS|CBS|TBC|YTN|OBS)$/.test(stem)) return makeClass('organisation', word, stem)
  if (TRACTS.has(stem)) return makeClass('place', word, stem)
  if (stem === 'BIX') return makeClass('place-ending', word, stem) // 평택 BIX: what a province calls its parks for firms
  if (stem.length < 2) return null
  if (isKnownFirm(stem) || (isGroupFirm(stem) && !/(?:[은는을를의에다]|[로서]부터|까지)$/.test(stem) && !isTitle(stem)))
    return makeClass('organisation', word, stem)
  // a title that holds the organisation: 신한은행장, 광주로봇산업협회장
  if (isTitle(stem)) return titleClass(word, stem)
  const place = placeEnding(stem)
  // 한빛테크노파크 is a body, not a park
  if (place !== null && !isCommonPlaceWord(stem) && !joinsToPlace(stem) && (organisationEnding(stem)?.length ?? 0) <= place.length) {
    const prefix = stem.slice(0, stem.length - place.length)
    if (prefix !== '' && properPlace(prefix, place)) return makeClass('place', word, stem)
  }
  if (isWorksTown(stem)) return makeClass('place', word, stem)
  const organisation = organisationOf(stem)
  if (organisation !== null) return makeClass(organisation, word, stem)
  if (joinsToPlace(stem) || isKindOfPlace(stem)) return makeClass('place-ending', word, stem)
  if (hasTownForm(stem)) return makeClass('town', word, stem)
  return null
}

function titleClass(word: string, stem: string): WordClass {
  const last = stem.charAt(stem.length - 1)
  if (last === '장' && stem.length > 3) {
    const inner = stem.slice(0, -1)
    if (areaByFullName(inner) === undefined) {
      const kind = publicBody(inner) !== undefined ? 'organisation' : organisationOf(inner)
      if (kind !== null && !/^[A-Z]+/.test(inner)) return makeClass('title', word, stem, inner, areaOfOffice(inner) ?? inner)
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
    // "LG디지털파크에": what a firm calls its site
    const site = stems.find((one) => (placeEnding(one)?.length ?? 0) > 1)
    if (site !== undefined) return makeClass('place', word, site)
    const firms = stems.filter((one) => latinFirm(one))
    // "가람에너지솔루션과의", "가람이노텍입니다": the stem that ends like a firm, else one that ends in no particle
    const stem = firms.find((one) => organisationEnding(one) !== null) ?? firms.find((one) => !/(?:[와과]|입니|이었|였|이)$/.test(one)) ?? firms[0]
    if (stem !== undefined && /(?:[은는이가을를의에와과로도서]|[은는]요|입니다|이다|[이]?었다|였다|라며|이라며)$/.test(word))
      return makeClass('organisation', word, stem)
  }
  if (isGroupFirm(word) && stems.length > 0 && organisationEnding(word) === null) {
    const stem = stems.find((one) => isGroupFirm(one))
    if (stem !== undefined && /(?:은|는|이|가|을|를|의|에|와|과|도|에서|으로|로|다)$/.test(word)) return makeClass('organisation', word, stem)
  }
  // "나래융합단지서": 서 for 에서 is a particle only after a kind of place
  if (word.endsWith('서') && /(?:단지|산단|지구|밸리|특구|공장|의회|시청|군청|도청|구청)서$/.test(word)) {
    const site = classifyStem(word, word.slice(0, -1))
    if (site !== null) return site
  }
  // "울산서 열린", "경주엔": short for 에서 and 에는 after an area
  if (/[서엔]$/.test(word) && word.length >= 3) {
    const area = word.slice(0, -1)
    if (areaByShortName(area) !== undefined) return makeClass('short-area', word, area)
    if (REGIONS.has(area) || COUNTRIES.has(area)) return makeClass('region', word, area)
  }
  // "은누리일반산업단지계획": the plan of a place
  if (/(?:단지|산단|지구)(?:계획|조성)$/.test(word)) {
    const site = classifyStem(word, word.slice(0, -2))
    if (site !== null) return site
  }
  // "SK온에": the firm that everybody knows, not a longer one
  for (const stem of stems) if (isKnownFirm(stem)) return makeClass('organisation', word, stem)
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
  // "가람곡에서는", "가람솔로부터": two particles in a row
  const stem = stems.length > 1 && TWO_PARTICLES.test(word) ? stems.at(-1)! : stems.length > 0 ? stems[0]! : word
  // "가람온이다" is the copula, "가람트와의" with whom: no names that end in 이 and 와
  const shorter = /(?:이(?:다|며|나|고|라고|라는|지만)|[와과]의|으로[는서의]?)$/.test(word) && /[이와과으]$/.test(stem) ? stem.slice(0, -1) : ''
  return makeClass('unknown', word, shorter.length > 1 && stems.includes(shorter) ? shorter : stem)
}

const TWO_PARTICLES = /[가-힣]{2}(?:에서[는도의]|로부터는?|에게[는서])$/

/** What words are, from text to text: documents of one kind repeat most of their words. */
const common = new Lexicon(classifyWord)
let lexicon = common

/** Words of a text with areas of its own are asked anew: 한솔 is a city there and nothing elsewhere. */
export function withOwnWords<T>(read: () => T): T {
  if (!hasOwnAreas()) return read()
  lexicon = new Lexicon(classifyWord)
  try {
    return read()
  } finally {
    lexicon = common
  }
}

function wordAt(text: string, start: number, end: number): Word {
  let hash = start32(text.charCodeAt(start))
  for (let k = start + 1; k < end; k++) hash = next32(hash, text.charCodeAt(k))
  const known = lexicon.entry(text, start, end, hash)
  return { start, end, text: known.text, cls: known.cls }
}

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
      const credit = creditEnd(text, i, j)
      if (credit > 0) {
        out.push(wordAt(text, i, credit), wordAt(text, credit, j))
        i = j
        continue
      }
      const known = lexicon.entry(text, i, j, hash)
      out.push({ start: i, end: j, text: known.text, cls: known.cls })
    }
    i = j
  }
  return out
}

const NUMBER: WordClass = { kind: 'common', stem: '', particle: '', name: '', value: '', hints: 0, spreadIn: 0, spread: null }

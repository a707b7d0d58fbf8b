import { areaByFullName, areaByShortName } from '../../gazetteer/areas.ts'
import { isCommonCompound } from '../../gazetteer/common.ts'
import { isEverydayNoun } from '../../gazetteer/everyday.ts'
import { hasNameForm, isBusinessTitle, isEverydayWord, isSurname, isTitle } from '../../gazetteer/people.ts'
import { BYLINE, ENVOY, NAME_FORM, PERSON, SIGN_OFF, STEM_FORM, TITLE, type Word } from '../../words.ts'
import type { NameCandidate } from '../candidate.ts'
import { foreignSyllables, STRONGLY_FOREIGN, soundsMade } from '../sound.ts'
import { titleAfter, titleStem } from './title-after.ts'

const isName = (word: Word): boolean => (word.cls.hints & PERSON) !== 0

/** Whether a sentence with these hints together can hold a person at all. */
export const mayHoldPerson = (hints: number, body: string): boolean =>
  ((hints & PERSON) !== 0 && ((hints & TITLE) !== 0 || body.includes('2차관') || body.includes('1차관'))) ||
  (hints & (BYLINE | SIGN_OFF | ENVOY)) !== 0 ||
  ((hints & TITLE) !== 0 && ((hints & STEM_FORM) !== 0 || OPENS_SHORT.test(body))) ||
  ((hints & NAME_FORM) !== 0 && (body.includes('[') || body.includes(':'))) ||
  ((hints & PERSON) !== 0 && (body.includes('(0') || body.includes('☎')))

/**
 * People (인물): a word in the form of a name with a title after it, at once or after the body it belongs to
 * ("정다온 새솔시장", "한누리 새솔공대 교수", "오한결 군수"); names that share a title; bylines; foreign envoys.
 * A family name alone ("이 후보는") is no mention.
 */
export function findPersons(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  const push = (i: number, start: number, end: number, rule: string, certainty: number): void => {
    names.push({ kind: 'person', start, end, value: text.slice(start, end), certainty, rule })
    taken[i] = 1
  }
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (taken[i]) continue
    // "구한솔기자", "박한호대표"
    const { hints } = word.cls
    const glued = (hints & BYLINE) === 0 ? null : /^([가-힣]{3,4})(?:기자|특파원)(?:[가-힣]{0,2})$/.exec(word.text)
    if (glued !== null && hasNameForm(glued[1]!)) {
      push(i, word.start, word.start + glued[1]!.length, 'person:byline', 0.9)
      continue
    }
    // broadcast: "[김태흠/충남지사 : …]", "촬영기자: 박평안", "뉴스 이정은입니다"
    if (
      (hints & NAME_FORM) !== 0 &&
      ((text.charAt(word.start - 1) === '[' && /^\s?[/ㅣ|]/.test(text.slice(word.end, word.end + 2))) ||
        /(?:기자|촬영|편집|취재|리포터)\s?:\s?$/.test(text.slice(Math.max(0, word.start - 6), word.start)))
    ) {
      push(i, word.start, word.end, 'person:broadcast', 0.85)
      continue
    }
    const signsOff = (hints & SIGN_OFF) === 0 ? null : /^([가-힣]{3})(?:입니다|였습니다|이었습니다)$/.exec(word.text)
    if (
      signsOff !== null &&
      hasNameForm(signsOff[1]!) &&
      !isEverydayWord(signsOff[1]!) &&
      (i === 0 || /(?:뉴스|기자|앵커)$/.test(words[i - 1]!.text))
    ) {
      push(i, word.start, word.start + 3, 'person:signs-off', 0.8)
      continue
    }
    if ((hints & ENVOY) !== 0) {
      envoy(text, words, i, push, taken)
      continue
    }
    // "투자유치과 임현경 (063-000-0000)": whom to call
    const office = i > 0 ? words[i - 1] : undefined
    if (
      office !== undefined &&
      isName(word) &&
      /(?:과|팀|실|국|담당관|담당)$/.test(office.text) &&
      office.text.length >= 3 &&
      text.slice(office.end, word.start) === ' ' &&
      /^\s?[(（☎]?\s?0\d{1,2}[-)]/.test(text.slice(word.end, word.end + 8))
    ) {
      push(i, word.start, word.end, 'person:contact', 0.85)
      continue
    }
    // "한누리(총무팀장/㈜가람)": the title in brackets behind the name
    const bracketed = words[i + 1]
    if (
      isName(word) &&
      bracketed !== undefined &&
      text.charCodeAt(word.end) === 0x28 &&
      bracketed.start === word.end + 1 &&
      titleStem(bracketed) &&
      bracketed.cls.particle === '' &&
      /^[/,)]/.test(text.charAt(bracketed.end))
    ) {
      push(i, word.start, word.end, 'person:title-behind', 0.8)
      continue
    }
    if (!isName(word)) {
      // "김솔 새솔군수": a name of two syllables before the head of an area
      if (isShortName(text, words, i)) push(i, word.start, word.end, 'person:short-name', 0.8)
      else if ((hints & TITLE) !== 0) titleFirst(text, words, i, taken, push)
      continue
    }
    const at = titleAfter(text, words, i)
    if (at === 0) continue
    // "나래텍 대표이사": no given name ends so
    if (at === i + 1 && STRONGLY_FOREIGN.test(word.text.slice(2)) && isBusinessTitle(words[at]!.cls.stem)) continue
    // "김새벽 강솔대 총장": whose school it is was just named
    if (
      i > 0 &&
      taken[i - 1] &&
      text.slice(words[i - 1]!.end, word.start) === ' ' &&
      names.some((one) => one.kind === 'person' && one.end === words[i - 1]!.end)
    )
      continue
    // "남동시 미래산업국장": a city in the form of a name before the head of its department
    if (/[시군]$/.test(word.text) && /(?:국장|과장|팀장|실장|담당관|의원|의장)$/.test(words[at]!.cls.stem)) continue
    // "공약한 김영환 충북지사": a verb before the name
    if (at >= i + 2 && /[한된은는던]$/.test(word.text) && isName(words[i + 1]!) && !taken[i + 1]) continue
    // "이노폴 윤범식 대표이사": of two words in the form of a name the one beside the title is the person's
    if (
      at === i + 2 &&
      isName(words[i + 1]!) &&
      !taken[i + 1] &&
      (isBusinessTitle(words[at]!.cls.stem)
        ? !soundsMade(words[i + 1]!.text) && !soundsLessLikeFirm(word, words[i + 1]!)
        : isSchool(word, words[at]!))
    )
      continue
    push(i, word.start, word.end, at === i + 1 ? 'person:title' : 'person:body-title', at === i + 1 ? 0.95 : 0.85)
    // "한가람‧윤새벽 국회의원"
    for (let k = i - 1; k >= 0; k--) {
      const gap = text.slice(words[k]!.end, words[k + 1]!.start)
      if (!/^(?:·|‧|ㆍ|・|,|, )$/.test(gap) || taken[k] || !isName(words[k]!)) break
      push(k, words[k]!.start, words[k]!.end, 'person:shared-title', 0.85)
    }
    employer(text, words, i, at, taken, names)
  }
}

/** "가람대 김솔빛 교수": the school before who teaches there. */
const isSchool = (word: Word, title: Word): boolean => /[가-힣]{2}대$/.test(word.text) && /(?:교수|총장|학장|연구원|박사)$/.test(title.cls.stem)

/** "석한곤 모린스 대표이사": of two words in the form of a name the one of foreign syllables is the firm. */
const soundsLessLikeFirm = (first: Word, second: Word): boolean => foreignSyllables(second.text) > foreignSyllables(first.text) + 1

/** 전주시장, 완주군수, 강남구청장, 전북지사: a title that names its area. */
const isHeadOfArea = (title: string): boolean =>
  areaByFullName(title.replace(/(?<=시)장$|(?<=군)수$|(?<=구)청장$|(?<=도)지사$/, '')) !== undefined ||
  (title.endsWith('지사') && areaByShortName(title.slice(0, -2)) !== undefined)

/** Heads whose titles are nothing else: 시장 is a market too. */
const ONLY_TITLE = /^(?:군수|도지사|지사|구청장|부군수|부지사|부시장|장관|차관|총리|청장|이사장|총장|교육감)$/
/** "김솔 군수는" */
const OPENS_SHORT = /^[가-힣]{2} [가-힣]{2,4}[은는] /
/** What says which head, not his name. */
const WHICH_HEAD = new Set('신임 전임 현직 전직 민선 차기 주무 양측 양쪽 여야 소관 담당 양국 해당 초대 공동 당시 지금 이번 남은 여성 남성'.split(' '))

/** Two syllables, the first a family name, right before the head of a city, county or district, or between a body and its head. */
function isShortName(text: string, words: readonly Word[], i: number): boolean {
  const word = words[i]!
  const next = words[i + 1]
  if (word.text.length !== 2 || next === undefined || !isSurname(word.text.charAt(0)) || word.cls.kind !== 'unknown') return false
  if (text.slice(word.end, next.start) !== ' ' || next.cls.kind !== 'title') return false
  if (isHeadOfArea(next.cls.stem)) return true
  // "김솔 군수는", where the sentence opens with the name
  if (
    i === 0 &&
    (next.cls.particle === '은' || next.cls.particle === '는') &&
    ONLY_TITLE.test(next.cls.stem) &&
    !isCommonCompound(word.text) &&
    !isEverydayNoun(word.text) &&
    !isEverydayWord(word.text) &&
    !WHICH_HEAD.has(word.text)
  )
    return true
  // "산업부 김솔 차관": right after the body that the title heads
  const body = i > 0 ? words[i - 1]! : undefined
  return (
    body !== undefined &&
    (body.cls.kind === 'body' || body.cls.kind === 'organisation') &&
    body.cls.particle === '' &&
    text.slice(body.end, word.start) === ' ' &&
    /^(?:차관|장관|청장|대표|대표이사|사장|회장|총장|이사장)$/.test(next.cls.stem)
  )
}

/** "서가람 물온 대표", "㈜신라 김새연 대표": the word beside a head of a firm is the firm. */
function employer(text: string, words: readonly Word[], i: number, at: number, taken: Uint8Array, names: NameCandidate[]): void {
  if (!isBusinessTitle(words[at]!.cls.stem)) return
  if (at > i + 1) {
    const last = at - 1
    const { kind } = words[last]!.cls
    // "원하늘 대동 대표": two syllables that end like a ward
    if (kind !== 'unknown' && kind !== 'weak-organisation' && !(kind === 'town' && last === i + 1 && words[last]!.text.endsWith('동'))) return
    let anyTaken = false
    for (let k = i + 1; k <= last; k++) if (taken[k]) anyTaken = true
    if (anyTaken) return
    const start = words[i + 1]!.start
    // what stands in brackets behind the name explains it
    const bracket = text.slice(start, words[last]!.end).indexOf('(')
    const end = bracket > 0 ? start + bracket : words[last]!.end
    if (/^(?:전|현)$/.test(words[i + 1]!.text)) return
    names.push({ kind: 'organisation', start, end, value: text.slice(start, end), certainty: 0.8, rule: 'organisation:employer' })
    for (let k = i + 1; k <= last; k++) taken[k] = 1
    return
  }
  const previous = i > 0 ? words[i - 1] : undefined
  if (previous === undefined || taken[i - 1] || text.slice(previous.end, words[i]!.start) !== ' ') return
  if (previous.cls.kind === 'unknown' || previous.cls.kind === 'weak-organisation') {
    if (previous.text.length < 2 || /(?:한|된|는|은|을|를|의|에|할|고|며|서|해|다|인|와|과|이|가|도|로)$/.test(previous.text)) return
    names.push({
      kind: 'organisation',
      start: previous.start,
      end: previous.end,
      value: previous.text,
      certainty: 0.7,
      rule: 'organisation:employer',
    })
    taken[i - 1] = 1
  }
}

/** Titles that come before a name where a comma, a bracket or the end of the line closes it. */
const CLOSED_BY =
  /(?:과장|사무관|주무관|서기관|팀장|국장|실장|담당관|담당|본부장|원장|청장|단장|센터장|소장|처장|부장|회장|대표|대표이사|이사장|위원장|의장|총장|군수|시장|구청장|지사|장관|차관)$/

const isFullName = (word: Word): boolean => (word.cls.hints & PERSON) !== 0

/** "(대표 김철수), "대표이사 김철수는": the title first, where a mark or a particle closes the name. */
function titleFirst(
  text: string,
  words: readonly Word[],
  i: number,
  taken: Uint8Array,
  push: (i: number, start: number, end: number, rule: string, certainty: number) => void,
): void {
  const title = words[i]!
  const next = words[i + 1]
  if (!titleStem(title) || title.cls.particle !== '' || next === undefined || taken[i + 1] || text.slice(title.end, next.start) !== ' ') return
  // "오름테크(대표 최관)"
  if (
    next.text.length === 2 &&
    text.charAt(title.start - 1) === '(' &&
    text.charAt(next.end) === ')' &&
    isSurname(next.text.charAt(0)) &&
    isBusinessTitle(title.cls.stem)
  ) {
    push(i + 1, next.start, next.end, 'person:title-first', 0.75)
    return
  }
  // "무한공사(대표 리우촨롱)": written out from abroad, in brackets with its title
  if (
    text.charAt(title.start - 1) === '(' &&
    /^[),]/.test(text.charAt(next.end)) &&
    isBusinessTitle(title.cls.stem) &&
    next.cls.kind === 'unknown' &&
    /^[가-힣]{3,6}$/.test(next.text) &&
    !isTitle(next.text) &&
    !hasNameForm(next.text)
  ) {
    push(i + 1, next.start, next.end, 'person:title-first', 0.7)
    return
  }
  if (!hasNameForm(next.cls.stem) && !hasNameForm(next.text.slice(0, 3))) return
  const name = hasNameForm(next.cls.stem) ? next.cls.stem : next.text.slice(0, 3)
  if (isEverydayWord(name)) return
  const rest = next.text.slice(name.length)
  const closing = text.charAt(next.end)
  // "○의장 민경찬 다음은": who speaks, in minutes
  const speaks = i === 0 && rest === '' && /[○◯◎●]\s?$/.test(text.slice(Math.max(0, title.start - 2), title.start))
  // "과장 노경빈, 사무관 하도윤", "원장 구자엽" at the end of its line, "팀장 가온솔 (041-350-0000)"
  const closes =
    rest === '' &&
    CLOSED_BY.test(title.cls.stem) &&
    (closing === '' || ',)(/|\n'.includes(closing) || /^\s?(?:[(☎☏/|]|\(?0\d{1,2}-|T\.|Tel|전화)/.test(text.slice(next.end, next.end + 6)))
  if (speaks || (closes && isFullName(next))) {
    push(i + 1, next.start, next.start + name.length, 'person:title-first', 0.75)
    return
  }
  const bracketed = rest === '' && closing === ')' && text.charAt(title.start - 1) !== ' '
  const strong =
    /^(?:대표이사|대표|회장|군수|이사장|위원장|의장|총장|센터장|본부장|원장|청장|지사|도지사|장관|사장|구청장)$/.test(title.cls.stem) ||
    isHeadOfArea(title.cls.stem)
  if (
    bracketed ||
    (strong &&
      (rest === '은' || rest === '는' || rest === '이' || rest === '가' || (rest === '' && (closing === ')' || closing === ','))) &&
      titleAfter(text, words, i + 1) === 0)
  )
    push(i + 1, next.start, next.start + name.length, 'person:title-first', 0.75)
}

/** "오스카르 린드홀름 주한스웨덴대사": one or two words of syllables before an envoy. */
function envoy(
  text: string,
  words: readonly Word[],
  i: number,
  push: (i: number, start: number, end: number, rule: string, certainty: number) => void,
  taken: Uint8Array,
): void {
  let first = i
  while (
    first > 0 &&
    i - first < 3 &&
    text.slice(words[first - 1]!.end, words[first]!.start) === ' ' &&
    !taken[first - 1] &&
    /^[가-힣]{1,6}$/.test(words[first - 1]!.text) &&
    !titleStem(words[first - 1]!)
  )
    first--
  if (first === i) return
  push(first, words[first]!.start, words[i - 1]!.end, 'person:envoy', 0.8)
  for (let k = first; k < i; k++) taken[k] = 1
}

import { isAcronym } from '../gazetteer/common.ts'
import { isKnownFirm } from '../gazetteer/firms.ts'
import { stemsOf } from '../particles.ts'
import type { Span } from '../reading.ts'
import type { Word } from '../words.ts'
import { kindOf } from './appositions.ts'
import type { NameCandidate } from './candidate.ts'

const NO_ALIAS = /^(?:MOU|MOA|LOI|AI|CEO|SPC|PPP|IR|B\/C|KRX|KOSDAQ|KOSPI)$/

/** "(이하 산업부)", "(캠코)", "(GIST)", "(Nagasawa Chemical)" behind a name. */
const BRACKET =
  /^\s?\((?:이하\s?)?[‘'“"「]?([A-Za-z][A-Za-z0-9&.,' -]{1,40}|[가-힣]{2,6}[A-Z]{2,4}|[가-힣]{2,10})[’'”"」]?(?:(?:[,，]\s|·)[^()]{1,30})?\)/

const THING_AFTER = /^[’'”"]? ?(?:제조|생산|소재|기술|공정|장비|설비|원료|제품|필름|시스템)/

const LATIN_FIRM =
  /(?:Co\.|Ltd\.?|Inc\.?|Corp\.?|Corporation|GmbH|AG|LLC|PLC|Pte\.?|Group|Holdings|Company|Chemicals?|Electronics|Industries|Technologies|Energy|Materials?)$/

/**
 * Short and foreign forms of a name in brackets behind it (약칭·영문명). A Latin form of a company's kind or capital letters prove an unknown word before them to be an organisation;
 * "(이하 …)" names the same body for the rest of the text.
 */
export function aliases(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (const name of [...names]) {
    if (name.kind === 'place' && text.charCodeAt(name.end) === 0x28) placeAlias(text, name, names)
    if (name.kind !== 'organisation' || !/^\s?\(/.test(text.slice(name.end, name.end + 2))) continue
    const match = BRACKET.exec(text.slice(name.end, name.end + 56))
    // "누리일보(www.nuri.example)" tells where to read it
    if (match === null || NO_ALIAS.test(match[1]!) || /^[a-z.]+\.[a-z]/.test(match[1]!)) continue
    const alias = match[1]!
    const said = match[0].includes('이하')
    if (/^[가-힣]/.test(alias) && !said && !isShortOf(alias, name.value)) continue
    // "(이하 공단)" names a kind of body, no body
    if (said && /^(?:공단|공사|재단|협회|조합|회사|법인|센터|진흥원|연구원|구역청|시|군|도|구|청|갑|을|특구|단지|사업단)$/.test(alias)) continue
    push(names, name.end + match[0].indexOf(alias), alias, name.value)
  }
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (taken[i] || text.charAt(word.end) !== '(' || (word.cls.kind !== 'unknown' && word.cls.kind !== 'weak-organisation')) continue
    const match = BRACKET.exec(text.slice(word.end, word.end + 46))
    if (match === null || !/^[A-Z]/.test(match[1]!)) continue
    const alias = match[1]!
    const closing = text.indexOf(')', word.end) + 1
    // "'탄소나노튜브(CNT)' 제조 공장": what is made
    if (/(?:판|막|재|튜브|분말|섬유|필름|용액|시스템|장치|플랫폼|기술|공법|제도|지수|시설|사업)$/.test(word.text)) continue
    if (closing > 0 && THING_AFTER.test(text.slice(closing, closing + 8))) continue
    const capitals = /^[A-Z]{3,7}$/.test(alias) && !isAcronym(alias) && word.text.length >= 5
    // "자산운용사 블랙록(BlackRock)": spelt out beside its kind
    const before = i > 0 ? words[i - 1] : undefined
    const spelt = /^[A-Z][A-Za-z]{3,}$/.test(alias) && !isAcronym(alias) && before !== undefined && kindOf(before.text) > 0
    if (!capitals && !spelt && !(LATIN_FIRM.test(alias) && alias.includes(' '))) continue
    names.push({ kind: 'organisation', start: word.start, end: word.end, value: word.text, certainty: 0.75, rule: 'organisation:explained' })
    taken[i] = 1
    push(names, word.end + match[0].indexOf(alias), alias, word.text)
  }
}

/** "포승지구(BIX)", "인천경제자유구역(IFEZ)": letters that stand for a place. */
function placeAlias(text: string, name: NameCandidate, names: NameCandidate[]): void {
  const letters = /^\(([A-Z][A-Z-]{2,6})\)/.exec(text.slice(name.end, name.end + 10))?.[1]
  if (letters === undefined || NO_ALIAS.test(letters)) return
  const start = name.end + 1
  if (names.some((one) => one.start < start + letters.length && one.end > start)) return
  names.push({ kind: 'place', start, end: start + letters.length, value: name.value, certainty: 0.7, rule: 'place:bracket-alias' })
}

function push(names: NameCandidate[], start: number, alias: string, value: string): void {
  const end = start + alias.length
  const known = names.findIndex((one) => one.kind === 'organisation' && one.start < end && one.end > start)
  if (known >= 0) names.splice(known, 1)
  names.push({ kind: 'organisation', start, end, value, certainty: 0.85, rule: 'organisation:bracket-alias' })
}

/** Whether syllables are a short form of a name: each of them stands in it, in order. */
function isShortOf(alias: string, name: string): boolean {
  // 전남TP of 전남테크노파크
  const letters = /^([가-힣]{2,6})[A-Z]{2,4}$/.exec(alias)
  if (letters !== null) return name.startsWith(letters[1]!) && name.length > letters[1]!.length + 2
  let at = 0
  for (const syllable of alias) {
    const found = name.indexOf(syllable, at)
    if (found < 0) return false
    at = found + 1
  }
  return alias.length < name.length && name.startsWith(alias.charAt(0)) && alias.length >= 2
}

const LATIN_NAME =
  /(?<![A-Za-z])(?:[A-Z][A-Za-z0-9&.'-]*\s){1,5}(?:Co\.,? ?Ltd\.?|Inc\.?|Corp(?:oration)?\.?|GmbH|AG|Pte\.? ?Ltd\.?|LLC|Ltd\.?|PLC|AB|Holdings|Group|Chemicals?|Electronics|Industries|Technologies|Materials?|Korea|KOREA|Japan|China|Capital|Partners|Systems|Solutions|Semiconductors?|Motors|Pharma|Bio|Energy|Steel|Investments?|Ventures|Bank|Airlines|Shipping|Logistics|Gas|International|Robotics|Aerospace|Foods?)(?![A-Za-z])(?! [A-Z])/g

/** 로보테크GmbH, 가람Inc: a name in Hangul that closes with the form of a company abroad. */
const HANGUL_AND_FORM = /^[가-힣]{2,10}(?:GmbH|Inc|Ltd|LLC|Corp|PLC)(?![A-Za-z])/

/** Names in Hangul with a company's form in letters, whatever follows them: "▲독일 로보테크GmbH 4,500만 유로". */
export function hangulForms(words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const form = taken[i] ? null : HANGUL_AND_FORM.exec(word.text)
    if (form === null) continue
    names.push({
      kind: 'organisation',
      start: word.start,
      end: word.start + form[0].length,
      value: form[0],
      certainty: 0.85,
      rule: 'organisation:latin-form',
    })
    taken[i] = 1
  }
}

const GROUP_AND_LETTERS = /(?<![A-Za-z])(?:SK|LG|GS|LS|CJ|KT|DL|HD|DB|LX|HL|BS) [A-Z][A-Za-z&]{1,6}(?![A-Za-z])(?! ?[A-Z])/g

/** "SK E&S", "LG CNS": a group and its firm, both in letters. */
export function groupLetters(text: string, { start, end }: Span, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (const match of text.slice(start, end).matchAll(GROUP_AND_LETTERS)) {
    const from = start + match.index
    const to = from + match[0].length
    if (isAcronym(match[0].slice(3)) || names.some((one) => one.start < to && one.end > from)) continue
    names.push({ kind: 'organisation', start: from, end: to, value: match[0], certainty: 0.85, rule: 'organisation:group-letters' })
    words.forEach((word, k) => {
      if (word.start >= from && word.start < to) taken[k] = 1
    })
  }
}

/** "SK 하이닉스가", "LG 에너지솔루션": a firm that everybody knows, its letters set apart. */
export function spacedLetters(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i + 1 < words.length; i++) {
    const letters = words[i]!
    const rest = words[i + 1]!
    if (taken[i] || taken[i + 1] || !/^(?:SK|LG|GS|LS|CJ|KT|DL|HD|DB|LX)$/.test(letters.text) || rest.start !== letters.end + 1) continue
    const tail = [rest.text, ...stemsOf(rest.text)].find((stem) => isKnownFirm(letters.text + stem))
    if (tail === undefined || text.charCodeAt(letters.end) !== 0x20) continue
    names.push({
      kind: 'organisation',
      start: letters.start,
      end: rest.start + tail.length,
      value: letters.text + tail,
      certainty: 0.85,
      rule: 'organisation:group-letters',
    })
    taken[i] = taken[i + 1] = 1
  }
}

/** "Vesta Cold Chain Pte. Ltd.": a company written out in Latin letters. */
export function latinFirms(text: string, { start, end }: Span, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  const body = text.slice(start, end)
  LATIN_NAME.lastIndex = 0
  for (let found = LATIN_NAME.exec(body); found !== null; found = LATIN_NAME.exec(body)) {
    const from = start + found.index
    const to = from + found[0].length
    if (names.some((one) => one.start < to && one.end > from)) continue
    // "Aiko Mori Kitagawa Chemical 사장": a person before the firm that is headed
    const person = /^[A-Z][a-z]+ [A-Z][a-z]+(?= [A-Z]\S* [A-Z])/.exec(found[0])?.[0]
    const headed = person !== undefined && /^\s(?:부?사장|대표|회장|부회장|이사|CEO|전무)/.test(text.slice(to, to + 5))
    const at = headed ? from + person.length + 1 : from
    if (headed) names.push({ kind: 'person', start: from, end: at - 1, value: person, certainty: 0.75, rule: 'person:latin' })
    names.push({ kind: 'organisation', start: at, end: to, value: text.slice(at, to), certainty: 0.8, rule: 'organisation:latin-form' })
    words.forEach((word, k) => {
      if (word.start >= from && word.end <= to) taken[k] = 1
    })
  }
}

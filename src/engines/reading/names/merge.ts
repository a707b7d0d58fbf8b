import { areaByFullName, areaByShortName, COUNTRIES, isAmbiguousArea } from '../gazetteer/areas.ts'
import { stemsOf } from '../particles.ts'
import type { Mention, MentionKind } from '../reading.ts'
import type { KnownName, Word } from '../words.ts'
import { type NameCandidate, opensHeadline } from './candidate.ts'
import type { SentenceNames } from './names.ts'
import { bareFirm } from './organisations/companies.ts'

const HANGUL_AND_LETTERS = /^[가-힣]{2,6}[A-Z]{2,4}$/

/**
 * A name that one sentence proves is known in all: adds to every sentence the words that repeat a name found by context elsewhere.
 * A short form of a company's name gets the full one as its value.
 */
export function spreadNames(text: string, sentences: readonly SentenceNames[]): SentenceNames[] {
  const known = new Map<string, Omit<KnownName, 'length'>>()
  for (const { names } of sentences)
    for (const name of names) {
      if (
        name.kind === 'person' ||
        name.rule === 'place:area-if-named' ||
        name.rule === 'organisation:dateline' ||
        name.rule === 'organisation:government'
      )
        continue
      const words = text.slice(name.start, name.end)
      const bare = name.kind === 'organisation' ? bareFirm(words) : words
      // "역대 정부 가운데" is another matter than "정부는"
      if (bare.length < 2 || bare.includes(' ') || bare === '정부') continue
      if (name.kind === 'organisation' && /^[가-힣]{3,}사$/.test(bare) && !bare.endsWith('공사') && !known.has(bare.slice(0, -1)))
        known.set(bare.slice(0, -1), { kind: name.kind, value: bare.slice(0, -1), certainty: name.certainty })
      if (name.kind === 'organisation' && bare.endsWith('대학교') && bare.length > 4)
        known.set(bare.slice(0, -2), { kind: name.kind, value: name.value, certainty: name.certainty })
      const plain = known.get(bare)
      if (plain !== undefined && plain.value === bare && name.kind === 'organisation' && name.value !== bare && bareFirm(name.value) === bare)
        known.set(bare, { kind: name.kind, value: name.value, certainty: name.certainty })
      if (!known.has(bare) && areaByShortName(bare) === undefined) known.set(bare, { kind: name.kind, value: name.value, certainty: name.certainty })
    }
  if (known.size === 0) return [...sentences]
  const formed = formedNames(known)
  // 전남TP, told as 전남테크노파크(전남TP)
  for (const { names } of sentences)
    for (const name of names) {
      const words = text.slice(name.start, name.end)
      if (name.rule === 'organisation:bracket-alias' && HANGUL_AND_LETTERS.test(words)) formed.set(words, name.value)
    }
  shortNames(text, sentences, formed)
  const firms = parkFirms(sentences)
  const begins = new Set([...formed.keys()].filter((bare) => bare.length > 3).map((bare) => bare.slice(0, 3)))
  turn++
  return sentences.map(({ words, names: found, colours }) => {
    // 신라 where ㈜신라 is named elsewhere: one firm
    const told = firms.size > 0 && found.some((n) => firms.has(n.value)) ? found.map((n) => (firms.has(n.value) ? asFirm(n) : n)) : found
    const names = told.some((n) => n.kind === 'organisation' && formed.has(n.value))
      ? told.map((n) => (n.kind === 'organisation' && formed.has(n.value) ? { ...n, value: formed.get(n.value)! } : n))
      : told
    let more: NameCandidate[] | null = null
    for (const word of words) {
      const hit = repeated(word, known, begins)
      if (hit === null) continue
      const end = word.start + hit.length
      if (names.some((name) => name.start < end && name.end > word.start && name.kind !== 'person')) continue
      more ??= [...names]
      more.push({ kind: hit.kind, start: word.start, end, value: hit.value, certainty: hit.certainty, rule: `${hit.kind}:known-here` })
    }
    if (more === null) return { words, names, colours }
    more.sort((a, b) => a.start - b.start)
    return { words, names: more, colours }
  })
}

/** Firms in the form of a park, told by what they do in one sentence. */
function parkFirms(sentences: readonly SentenceNames[]): ReadonlySet<string> {
  const out = new Set<string>()
  for (const { names } of sentences)
    for (const name of names) {
      if (name.rule === 'organisation:park-acts') out.add(name.value)
      // "휴먼허브는" where ㈜휴먼허브 is named
      else if (name.rule === 'organisation:company-form') out.add(bareFirm(name.value))
    }
  return out
}

const asFirm = (name: NameCandidate): NameCandidate =>
  name.kind === 'place' ? { ...name, kind: 'organisation', rule: 'organisation:park-acts' } : name

/** "누리바이오 농업회사법인(이하 누리바이오)": the short form said once stands for the full name wherever it is read. */
function shortNames(text: string, sentences: readonly SentenceNames[], formed: Map<string, string>): void {
  for (const { names } of sentences)
    for (const { rule, start, end, value } of names) {
      if (rule !== 'organisation:bracket-alias' || end - start < 3) continue
      const short = text.slice(start, end)
      if (short !== value && /^[가-힣]+$/.test(short) && !formed.has(short)) formed.set(short, value)
    }
}

/** Firms named with their company form somewhere, by their bare names. */
function formedNames(known: ReadonlyMap<string, { kind: MentionKind; value: string }>): Map<string, string> {
  const out = new Map<string, string>()
  const offices: string[] = []
  for (const [bare, { kind, value }] of known) {
    if (kind !== 'organisation') continue
    if (value !== bare && bareFirm(value) === bare) out.set(bare, value)
    if (bare.endsWith('경제자유구역청')) offices.push(value)
  }
  // "광양경제청", "부산진해경자청": the office of the zone that the text names in full
  if (offices.length > 0)
    for (const [bare, { kind, value }] of known) {
      if (kind !== 'organisation' || !/(?:경제청|경자청)$/.test(bare)) continue
      const full = offices.filter((office) => office.slice(0, 2) === bare.slice(0, 2))
      if (full.length === 1) out.set(bare, full[0]!).set(value, full[0]!)
    }
  return out
}

/** Counts the texts, so that what a word repeats in one is not taken for another. */
let turn = 0

/** The name that a word repeats; asked once a word of each text. */
function repeated(word: Word, known: ReadonlyMap<string, Omit<KnownName, 'length'>>, begins: ReadonlySet<string>): KnownName | null {
  const { cls } = word
  // numbers share one class
  if (cls.stem === '') return knownName(word, known, begins)
  if (cls.spreadIn !== turn) {
    cls.spread = knownName(word, known, begins)
    cls.spreadIn = turn
  }
  return cls.spread
}

function knownName(word: Word, known: ReadonlyMap<string, Omit<KnownName, 'length'>>, begins: ReadonlySet<string>): KnownName | null {
  const whole = known.get(word.text)
  if (whole !== undefined) return { ...whole, length: word.text.length }
  // ㈜하이배터리 is no everyday 배터리: a firm named with its form is known by its own name, whatever that is made of
  const ofFirm = word.cls.kind === 'common' && begins.size > 0 && begins.has(word.text.slice(0, 3))
  if (!ofFirm && word.cls.kind !== 'unknown' && word.cls.kind !== 'weak-organisation' && word.cls.kind !== 'town') return null
  for (const stem of stemsOf(word.text)) {
    const hit = known.get(stem)
    if (hit !== undefined && (!ofFirm || (hit.value !== stem && bareFirm(hit.value) === stem))) return { ...hit, length: stem.length }
  }
  return null
}

/**
 * Names of the whole document from those of its sentences: each distinct name at its first mention.
 * A local government is an organisation if it acts anywhere, else a place; a place that repeats the end of a known one adds nothing.
 */
export function mergeNames(text: string, all: readonly NameCandidate[]): Mention[] {
  const acts = new Set<string>()
  const towns = new Set<string>()
  for (const name of all) if (name.rule === 'organisation:government' && !name.locative) acts.add(name.value)
  const governed = new Set<string>()
  for (const name of all)
    if (name.rule === 'organisation:government' || name.rule === 'organisation:public-body') {
      const area = areaByFullName(name.value)
      if (area !== undefined) governed.add(area.level === 'province' ? area.province : area.name.slice(0, -1))
    }
  const seen = new Set<string>()
  const inFull = new Map<string, boolean>()
  const plants = new Set<string>()
  const out: Mention[] = []
  for (const name of all) {
    let { kind } = name
    if (name.absorbed === true) continue
    if (isNoArea(text, name, inFull)) continue
    // "속초 파크골프장" where 속초시 is spoken of
    if (
      name.rule === 'place:area-colours' &&
      !(opensHeadline(text, name.start) && !HOLDS_PARK.test(text.slice(name.end, name.end + 16))) &&
      governed.has(name.value)
    )
      continue
    if (name.rule === 'place:area-colours' && isAmbiguousArea(name.value) && !namedInFull(text, name.value, inFull)) continue
    if (name.rule === 'organisation:government' && !acts.has(name.value)) kind = 'place'
    const words = text.slice(name.start, name.end)
    // "남양주시 화도읍" after 화도읍 names nothing new
    if (name.rule === 'place:town') {
      const last = name.value.slice(name.value.lastIndexOf(' ') + 1)
      // nor does 화도읍 after it
      if (towns.has(last)) continue
      towns.add(last)
    }
    // "상우캠퍼스" after "디비하이텍 상우캠퍼스"
    if (kind === 'place' && PLANT.test(words)) {
      if (plants.has(words)) continue
      plants.add(words.slice(words.lastIndexOf(' ') + 1))
    }
    // ㈜신라 and 신라 are one name
    const key = `${kind}:${(kind === 'organisation' ? bareFirm(words) : name.rule === 'place:in-city' || name.rule === 'place:road' ? name.value : words).replace(/\s/g, '')}`
    if (seen.has(key)) continue
    seen.add(key)
    out.push({
      kind,
      text: words,
      start: name.start,
      end: name.end,
      value: kind === 'place' ? inFullOf(text, name) : name.value,
      valueMax: null,
      unit: null,
      approximate: false,
      bound: null,
      per: null,
      printed: null,
      certainty: name.certainty,
      rule: kind === name.kind ? name.rule : 'place:government-area',
    })
  }
  return out
}

/** What follows a city and has its own name: 증평 3복합산업단지, 여수 묘도. */
const HOLDS_PARK = /^ (?:\d|\S*(?:단지|산단|지구|공단|밸리|[가-힣]도 ))/

const PLANT = /(?:캠퍼스|공장|사업장)$/

/** "충남 천안에": a city after its province is named in full with it; many provinces have a 고성 and a 중구. */
function inFullOf(text: string, name: NameCandidate): string {
  // "중국 칭다오": a city abroad is named in full with its country
  if (name.rule === 'place:region' || name.rule === 'place:abroad') {
    const country = /(?:^|[^가-힣])([가-힣]{2,7}) $/.exec(text.slice(Math.max(0, name.start - 9), name.start))?.[1]
    return country !== undefined && COUNTRIES.has(country) && !COUNTRIES.has(name.value) ? `${country} ${name.value}` : name.value
  }
  if (!name.rule.startsWith('place:area') && name.rule !== 'organisation:government') return name.value
  if (text.charCodeAt(name.start - 1) !== 0x20) return name.value
  const before = /(?:^|[^가-힣])([가-힣]{2,7})\s$/.exec(text.slice(Math.max(0, name.start - 9), name.start))?.[1]
  const province = before === undefined ? undefined : (areaByShortName(before) ?? areaByFullName(before))
  const own = areaByFullName(name.value) ?? areaByShortName(name.value)
  return province?.level === 'province' &&
    own !== undefined &&
    own.level !== 'province' &&
    (own.province === province.province || own.level === 'district')
    ? `${before} ${text.slice(name.start, name.end)}`
    : name.value
}

/** "동해에서는" in a text that names 강원. */
function inItsProvince(text: string, name: string): boolean {
  const area = areaByShortName(name)
  return area !== undefined && text.includes(area.province)
}

/** "기능 강화를 위해", "대량 양산": words that are an area's name only where the text says so. */
const isNoArea = (text: string, name: NameCandidate, memo: Map<string, boolean>): boolean =>
  name.rule === 'place:area-if-named' &&
  !namedInFull(text, name.value, memo) &&
  !((name.locative === true || COMES_TO.test(text.slice(name.end, name.end + 70))) && inItsProvince(text, name.value))

/** "예산에 공장을 세운다", "예산에는 ㈜누리가 … 공장을 짓는다": a budget holds no plants. */
const COMES_TO =
  /^(?:에|에는)\s[^.\n]{0,60}(?:공장|생산시설|물류센터|연구소|[가-힣]{2,10})(?:을|를)\s(?:[가-힣]+\s)?(?:세우|세운|짓|지어|신설|증설|건립|넓히|넓힌|늘리|늘린|옮)/

/** The names of sentences without the words that only look like areas. */
export function withoutUnsureAreas(text: string, named: readonly SentenceNames[]): readonly SentenceNames[] {
  const memo = new Map<string, boolean>()
  // "동해 7개 업체, 신안 8GW": what is counted there is counted by area
  const isWord = (name: NameCandidate): boolean =>
    isNoArea(text, name, memo) &&
    !/^(?: \d|에 (?:총 |약 )?\d[\d,.조억만천 ]*원)/.test(text.slice(name.end, name.end + 24)) &&
    !COMES_TO.test(text.slice(name.end, name.end + 70))
  return named.map((one) => (one.names.some(isWord) ? { ...one, names: one.names.filter((name) => !isWord(name)) } : one))
}

/** Whether 양산 stands as 양산시 or 양산군 anywhere; asked once a name, not once a word. */
function namedInFull(text: string, name: string, memo: Map<string, boolean>): boolean {
  let known = memo.get(name)
  if (known === undefined) {
    known = text.includes(`${name}시`) || text.includes(`${name}군`) || text.includes(`${name}도`)
    memo.set(name, known)
  }
  return known
}

import { areaByShortName, isAmbiguousArea } from './gazetteer/areas.ts'
import { isAcronym, isCommonCompound } from './gazetteer/common.ts'
import { stemsOf } from './particles.ts'
import { findPersons, mayHoldPerson } from './persons.ts'
import type { Mention, MentionKind, Span } from './reading.ts'
import { type Lexicon, PLACE, REGION, UNKNOWN, type Word, wordsOf } from './words.ts'

/** A name as it stands in one sentence, before names of the whole document are compared. */
export interface NameCandidate extends Span {
  readonly kind: MentionKind
  readonly value: string
  readonly certainty: number
  readonly rule: string
  /** A local government's full name: an organisation where it acts, a place where something lies. */
  readonly locative?: boolean
}

/** What the names of one sentence are, with the words they came from (the clause rules read both). */
export interface SentenceNames {
  readonly words: readonly Word[]
  readonly names: readonly NameCandidate[]
}

const LOCATIVE_PARTICLES = new Set(['에', '에서', '에는', '에도', '에서는', '내', '내에'])
const LOCATIVE_NEXT = /^ (?:일원|일대|관내|소재|인근|지역|전역|내 |곳곳|시내|중심|외곽)/

const gapIs = (text: string, from: number, to: number, gap: string): boolean => to - from === gap.length && text.startsWith(gap, from)
const spaced = (text: string, a: Word, b: Word): boolean => gapIs(text, a.end, b.start, ' ')

/** Names (조직·장소·사람) of one sentence: gazetteer words, words by form, company forms, joined places, people beside titles, and lists that contain a sure name. */
export function namesOf(text: string, sentence: Span, lexicon: Lexicon): SentenceNames {
  const words = wordsOf(text, sentence.start, sentence.end, lexicon)
  const names: NameCandidate[] = []
  if (words.length === 0) return { words, names }
  const taken = new Uint8Array(words.length)
  let hints = 0
  for (const word of words) hints |= word.cls.hints
  const body = text.slice(sentence.start, sentence.end)
  if (COMPANY_FORM.test(body)) companyForms(text, words, taken, names)
  if (mayHoldPerson(hints, body)) findPersons(text, words, taken, names)
  if ((hints & PLACE) !== 0) places(text, words, taken, names)
  const unsure: number[] = []
  for (let i = 0; i < words.length; i++) {
    if (taken[i]) continue
    const word = words[i]!
    const { cls } = word
    const end = word.start + cls.name.length
    switch (cls.kind) {
      case 'area': {
        const locative =
          (cls.particle === '' && words[i + 1]?.cls.kind === 'area' && spaced(text, word, words[i + 1]!)) ||
          LOCATIVE_PARTICLES.has(cls.particle) ||
          (cls.particle === '' && LOCATIVE_NEXT.test(text.slice(word.end, word.end + 5)))
        names.push({ kind: 'organisation', start: word.start, end, value: cls.value, certainty: 0.9, rule: 'organisation:government', locative })
        taken[i] = 1
        break
      }
      case 'short-area':
        if (standsAlone(text, words, i)) {
          const led =
            i > 0 &&
            spaced(text, words[i - 1]!, word) &&
            words[i - 1]!.cls.particle === '' &&
            areaByShortName(words[i - 1]!.text)?.level === 'province'
          const rule = isAmbiguousArea(cls.value) && !led ? 'place:area-if-named' : 'place:area'
          names.push({ kind: 'place', start: word.start, end, value: cls.value, certainty: 0.85, rule })
          taken[i] = 1
        }
        break
      case 'region':
        names.push({ kind: 'place', start: word.start, end, value: cls.value, certainty: 0.9, rule: 'place:region' })
        taken[i] = 1
        break
      case 'body':
        names.push({ kind: 'organisation', start: word.start, end, value: cls.value, certainty: 0.95, rule: 'organisation:public-body' })
        taken[i] = 1
        break
      case 'organisation':
        if (text.charAt(word.start - 1) === '_') break
        names.push({ kind: 'organisation', start: word.start, end, value: cls.value, certainty: 0.85, rule: 'organisation:form' })
        taken[i] = 1
        break
      case 'place':
        names.push({ kind: 'place', start: word.start, end, value: cls.value, certainty: 0.8, rule: 'place:form' })
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
  if (body.includes('등')) lists(text, words, taken, names)
  if ((hints & UNKNOWN) !== 0) placeLists(text, words, taken, names)
  if ((hints & REGION) !== 0) abroad(text, words, taken, names)
  if (AGREEMENT.test(body)) partners(text, words, taken, names)
  if ((hints & UNKNOWN) !== 0) {
    appositions(text, words, taken, names)
    actingFirm(text, words, taken, names, body)
  }
  if (body.includes('정부')) government(text, words, taken, names)
  if (body.includes('법인 ')) quotedFirms(text, sentence, names)
  if (/[’'”"](?:에|내|인|일)/.test(body)) quotedPlaces(text, sentence, names)
  if (body.charCodeAt(0) === 0x5b || body.charCodeAt(0) === 0x28 || body.charCodeAt(0) === 0x3010) outlets(text, sentence, names)
  if (body.includes('(')) aliases(text, names)
  names.sort((a, b) => a.start - b.start)
  return { words, names }
}

/** A bare 경남 or 남양주 is a place where a particle, a mark or a full name follows; before a noun it only colours it (속초 파크골프장). */
function standsAlone(text: string, words: readonly Word[], i: number): boolean {
  const word = words[i]!
  const { particle } = word.cls
  if (particle !== '') return particle !== '로' || true
  const next = words[i + 1]
  if (next === undefined || next.start - word.end !== 1) return true
  if (text.charCodeAt(word.end) !== 0x20) return true
  if (next.cls.kind === 'area' || next.cls.kind === 'town' || next.cls.kind === 'short-area') return true
  return /^(?:등|및|지역|일대|일원|인근|전역|소재|출신)/.test(next.text)
}

const COMPANY_FORM = /㈜|㈔|회사|법인|\((?:주|유|사|재)\)/
const JOINT = /^(?:㈜|㈐|\(주\)|\(유\)|\(사\)|\(재\))$/

/** ㈜신라, 대광(주), ㈜J.Shangri-La Medical, 주식회사 신라, 마석아이디씨 유한회사. */
function companyForms(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (taken[i]) continue
    // the form before the name
    const before = text.charAt(word.start - 1)
    const bracketed = before === ')' ? text.slice(word.start - 3, word.start) : ''
    let start = -1
    if (before === '㈜' || before === '㈔') start = word.start - 1
    else if (JOINT.test(bracketed) && !isNameBefore(text, word.start - 4)) start = word.start - 3
    else if (
      before === ' ' &&
      (text.charAt(word.start - 2) === '㈜' || (JOINT.test(text.slice(word.start - 4, word.start - 1)) && !isNameBefore(text, word.start - 5)))
    )
      start = text.charAt(word.start - 2) === '㈜' ? (isNameBefore(text, word.start - 3) ? -1 : word.start - 2) : word.start - 4
    if (start >= 0 && text.charAt(word.start - 1) === '㈜' && isNameBefore(text, word.start - 2)) start = -1
    if (start >= 0) {
      let last = i
      while (
        last + 1 < words.length &&
        /^[A-Za-z.&-]+$/.test(words[last]!.text) &&
        spaced(text, words[last]!, words[last + 1]!) &&
        /^[A-Z]/.test(words[last + 1]!.text)
      )
        last++
      const end = words[last]!.start + nameLength(words[last]!)
      names.push({ kind: 'organisation', start, end, value: text.slice(start, end), certainty: 0.97, rule: 'organisation:company-form' })
      for (let k = i; k <= last; k++) taken[k] = 1
      continue
    }
    // the form after the name
    const after = text.charAt(word.end)
    if (after === '㈜' || (after === '(' && JOINT.test(text.slice(word.end, word.end + 3)))) {
      const end = word.end + (after === '(' ? 3 : 1)
      names.push({
        kind: 'organisation',
        start: word.start,
        end,
        value: text.slice(word.start, end),
        certainty: 0.97,
        rule: 'organisation:company-form',
      })
      taken[i] = 1
      continue
    }
    const form = /^(?:주식회사|유한회사|유한책임회사|합자회사|사단법인|재단법인)/.exec(word.text)?.[0]
    if (form === undefined) continue
    const previous = words[i - 1]
    if (
      previous !== undefined &&
      spaced(text, previous, word) &&
      !taken[i - 1] &&
      previous.cls.particle === '' &&
      previous.cls.kind !== 'common' &&
      form.endsWith('회사')
    ) {
      const end = word.start + form.length
      names.push({
        kind: 'organisation',
        start: previous.start,
        end,
        value: text.slice(previous.start, end),
        certainty: 0.95,
        rule: 'organisation:company-form',
      })
      taken[i - 1] = taken[i] = 1
      continue
    }
    const next = words[i + 1]
    if (next !== undefined && spaced(text, word, next) && word.text.length === form.length && next.cls.kind !== 'common') {
      const end = next.start + nameLength(next)
      names.push({
        kind: 'organisation',
        start: word.start,
        end,
        value: text.slice(word.start, end),
        certainty: 0.95,
        rule: 'organisation:company-form',
      })
      taken[i] = taken[i + 1] = 1
    }
  }
}

const isNameBefore = (text: string, at: number): boolean => at >= 0 && /[가-힣A-Za-z]/.test(text.charAt(at))

/** Length of the name in a word: its stem, or the Latin letters before a particle. */
function nameLength(word: Word): number {
  const latin = /^[A-Za-z.&-]+/.exec(word.text)?.[0]
  if (latin !== undefined && /^[A-Za-z.&-]+(?:은|는|이|가|을|를|과|와|의|에|로|도|으로|에서)?$/.test(word.text)) return latin.length
  return word.cls.stem.length
}

/** "평택시 포승읍 회곡리", "증평읍 송산·미암리", "왕숙 도시첨단산업단지", "쌍용양회 문경공장". */
function places(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    if (taken[i]) continue
    const word = words[i]!
    const { kind } = word.cls
    if (kind === 'town') {
      town(text, words, i, taken, names)
      continue
    }
    const before = words[i - 1]
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
    if (kind === 'place' && word.cls.particle === '' && following?.cls.kind === 'place-ending' && spaced(text, word, following)) continue
    const owned = kind === 'place-ending' && /(?:공장|사업장|캠퍼스|공항|발전소|터미널|체육관|조선소|제철소)$/.test(word.cls.stem)
    let first = i
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
      if (previous === undefined || taken[k] || previous.cls.particle !== '' || previous.start < 0) break
      const bracket = k < first - 1
      if (!bracket && !spaced(text, previous, head)) break
      const p = previous.cls.kind
      // "포항 블루밸리 산업단지": an everyday word between an area and the kind of place
      const lead = words[k - 1]
      if (
        kind === 'place-ending' &&
        !owned &&
        p === 'common' &&
        first === i &&
        k === i - 1 &&
        lead !== undefined &&
        (lead.cls.kind === 'short-area' ||
          (lead.cls.kind === 'unknown' &&
            lead.text.length <= 4 &&
            /(?:밸리|테크노|테크|파크|그린|스마트|에코|바이오)$/.test(previous.text) &&
            mayBegin(lead))) &&
        lead.cls.particle === '' &&
        spaced(text, lead, previous) &&
        !taken[k - 1]
      ) {
        first = k
        continue
      }
      if (kind === 'place' && p !== 'short-area') break
      if (kind === 'place' && step === 0 && p === 'short-area') break
      if (
        p === 'short-area' ||
        ((((p === 'unknown' || p === 'weak-organisation') && !owned) || p === 'organisation' || p === 'place') && mayBegin(previous)) ||
        (bracket && p === 'common')
      ) {
        // one word and an area before it, no more; a name that is a place already takes no area
        if (p === 'short-area' && first < i && words[first]!.cls.kind === 'place') break
        if (first < i && p !== 'short-area' && !bracket) break
        first = k
        if (p === 'short-area') break
        continue
      }
      break
    }
    if (kind === 'place-ending' && first === i) continue
    if (kind === 'place-ending' && words[first]!.cls.kind === 'common' && !/[가-힣]\d+$/.test(words[first]!.text)) continue
    const start = words[first]!.start
    const end = word.start + word.cls.stem.length
    if (kind === 'place' && first === i) {
      // an organisation's own plant: the firm's name belongs to it
      const previous = words[i - 1]
      if (
        /(?:공장|사업장|캠퍼스)$/.test(word.cls.stem) &&
        previous !== undefined &&
        !taken[i - 1] &&
        spaced(text, previous, word) &&
        previous.cls.particle === '' &&
        previous.cls.kind !== 'common' &&
        previous.cls.kind !== 'short-area'
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
    names.push({ kind: 'place', start, end, value: text.slice(start, end), certainty: 0.75, rule: 'place:joined' })
    for (let k = first; k <= i; k++) taken[k] = 1
  }
}

const NOT_NOUN =
  /(?:[가-힣]{2}(?:해|돼|하여|되어)|하는|되는|있는|없는|한|된|할|될|던|하고|되고|이며|하며|으며|으로|에서|까지|부터|위해|통해|대해|따라|함께|어설|선설|적|하면|되면|으면|다면|보면|록|히|즉|및|등|[은는을를의에])$/
const COLOURS = /^(?:제\d|해당|기존|신규|인근|주변|이번|모든|여러|각종|주요|다른|전체|최대|최초|대규모|국내|관내|노후)/

const isNounLike = (word: string): boolean => !NOT_NOUN.test(word) && !COLOURS.test(word)

/** A word that could begin the name of a place: no abbreviation of a technique, alone or before everyday nouns. */
function mayBegin(word: Word): boolean {
  const latin = /^[A-Za-z&.-]+/.exec(word.text)?.[0]
  if (latin !== undefined && isAcronym(latin)) return false
  return word.text.length >= 2 && isNounLike(word.text)
}

function town(text: string, words: readonly Word[], i: number, taken: Uint8Array, names: NameCandidate[]): void {
  const word = words[i]!
  const { stem } = word.cls
  let first = i
  let last = i
  const previous = words[i - 1]
  if (
    previous !== undefined &&
    !taken[i - 1] &&
    spaced(text, previous, word) &&
    previous.cls.particle === '' &&
    (previous.cls.kind === 'area' || previous.cls.kind === 'short-area')
  )
    first = i - 1
  // a city of no list before a town of it: the town proves it
  else if (
    previous !== undefined &&
    !taken[i - 1] &&
    spaced(text, previous, word) &&
    previous.cls.kind === 'unknown' &&
    /^[가-힣]{2,4}[시군구]$/.test(previous.text)
  )
    first = i - 1
  const big = stem.endsWith('읍') || stem.endsWith('면')
  if (word.cls.particle === '') {
    const next = words[i + 1]
    if (next !== undefined && spaced(text, word, next)) {
      if (next.cls.kind === 'town' && next.cls.stem.endsWith('리')) last = i + 1
      else if (text.charAt(next.end) === '·' && words[i + 2]?.cls.kind === 'town' && words[i + 2]!.start === next.end + 1) last = i + 2
    }
  }
  const sited = big && word.cls.particle === '' && /^ (?:일원|일대|소재|해상|앞바다|해역|산업단지|농공단지)/.test(text.slice(word.end, word.end + 5))
  const sure = sited || first < i || last > i || (stem.endsWith('읍') && stem.length >= 3)
  if (!sure || (!big && first === i && last === i)) return
  const start = words[first]!.start
  const end = words[last]!.start + words[last]!.cls.stem.length
  names.push({ kind: 'place', start, end, value: text.slice(start, end), certainty: 0.9, rule: 'place:town' })
  for (let k = first; k <= last; k++) taken[k] = 1
}

const SUPPORT = /(?:투자|협약|체결|MOU|입주|설립|공장|유치|채용|고용|협력|참여|시공|컨소시엄|업체|기업|회사|대표)/

/** 신라에너지, 대광반도체: a firm where the sentence speaks of firms and the word acts. */
function weakOrganisation(text: string, words: readonly Word[], i: number, taken: Uint8Array, names: NameCandidate[]): void {
  const word = words[i]!
  const { cls } = word
  const prefixCommon = isCommonCompound(cls.stem)
  if (prefixCommon) return
  const around = text.slice(Math.max(0, word.start - 60), Math.min(text.length, word.end + 90))
  const acts = /^(?:은|는|이|가|와|과|의|측|에서|에|을|를|도|과의|와의|으로부터|로부터)?$/.test(cls.particle)
  if (!acts || text.charAt(word.start - 1) === '_') return
  const institution = /(?:원|소|회|단|부|조합|재단|공사|공단|대학|병원|센터|대|법인|지사|지점|뉴스|신문|방송|저널|타임스|투데이|데일리)$/.test(
    cls.stem,
  )
  if (!institution && !SUPPORT.test(around)) return
  names.push({
    kind: 'organisation',
    start: word.start,
    end: word.start + cls.stem.length,
    value: cls.value,
    certainty: institution ? 0.75 : 0.6,
    rule: 'organisation:weak-form',
  })
  taken[i] = 1
}

/** A noun that could be a firm's name: known by nothing, not a verb, not an everyday word. */
function mayBeFirm(word: Word): boolean {
  const { cls } = word
  if (cls.kind !== 'unknown' && cls.kind !== 'weak-organisation') return false
  const { stem } = cls
  if (stem.length < 2 || stem.length > 14) return false
  if (/^\d/.test(stem)) return false
  return isNounLike(stem) && !/(?:법인|하|되|했|됐|있|없|이번|그|및|등|들|적|화|중|간|형|식|별|률|액|비|금|권|안|법|용|상|점|씨|측)$/.test(stem)
}

/** "A, B, C 등 (국내 대표) 기업": what stands in a list with a sure organisation is one. */
function lists(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    if (words[i]!.text !== '등' && !/^등(?:과|이|은|의|에|을|으로)$/.test(words[i]!.text)) continue
    const tail = text.slice(words[i]!.end, words[i]!.end + 24)
    if (!/(?:기업|업체|회사|기관|개사|\d사|대학|투자사|참여사|은행)/.test(tail)) continue
    const items: number[] = []
    let k = i - 1
    while (k >= 0) {
      items.push(k)
      const gap = k > 0 ? text.slice(words[k - 1]!.end, words[k]!.start) : ''
      if (k > 0 && (/^(?:, ?|·|ㆍ|‧)$/.test(gap) || (gap === ' ' && /^(?:와|과|및)$/.test(words[k - 1]!.cls.particle)))) k--
      else break
    }
    // the first item only if the list has more than one, or an organisation is in it
    const sure = items.some((n) => taken[n] && isOrganisationAt(names, words[n]!))
    if (!sure && items.length < 2) continue
    for (const n of items) if (!taken[n] && mayBeFirm(words[n]!)) pushFirm(words[n]!, names, taken, n, sure ? 0.7 : 0.6, 'organisation:list')
  }
}

/** "미국 버지니아주에": a state or a city abroad. */
function abroad(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!
    if (
      taken[i] ||
      word.cls.kind !== 'unknown' ||
      words[i - 1]!.cls.kind !== 'region' ||
      words[i - 1]!.cls.particle !== '' ||
      !spaced(text, words[i - 1]!, word)
    )
      continue
    const { stem } = word.cls
    if (!/^[가-힣]{2,8}(?:주|시|성|현)$/.test(stem)) continue
    names.push({ kind: 'place', start: word.start, end: word.start + stem.length, value: stem, certainty: 0.75, rule: 'place:abroad' })
    taken[i] = 1
  }
}

/** "오송, 대구와 함께": a short word listed with a known area is a place. */
function placeLists(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i + 1 < words.length; i++) {
    const word = words[i]!
    if (taken[i] || word.cls.kind !== 'unknown' || word.text.length < 2 || word.text.length > 4 || !mayBegin(word)) continue
    const gap = text.slice(word.end, words[i + 1]!.start)
    if (!/^(?:, |·|ㆍ|‧)$/.test(gap) || words[i + 1]!.cls.kind !== 'short-area' || !taken[i + 1]) continue
    names.push({ kind: 'place', start: word.start, end: word.end, value: word.text, certainty: 0.6, rule: 'place:list' })
    taken[i] = 1
  }
}

const isOrganisationAt = (names: readonly NameCandidate[], word: Word): boolean =>
  names.some((name) => name.kind === 'organisation' && name.start <= word.start && name.end > word.start)

function pushFirm(word: Word, names: NameCandidate[], taken: Uint8Array, index: number, certainty: number, rule: string): void {
  const { stem } = word.cls
  names.push({ kind: 'organisation', start: word.start, end: word.start + stem.length, value: stem, certainty, rule })
  taken[index] = 1
}

const AGREEMENT = /(?:투자|업무|양해|입주|공급|분양|이전|협력)?\s?(?:협약|양해각서|MOU|LOI|계약|의향서)/

/** "X와 투자협약을 체결", "X, Y와 업무협약": partners of an agreement. */
function partners(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (taken[i] || (word.cls.particle !== '와' && word.cls.particle !== '과')) continue
    const tail = text.slice(word.end, word.end + 40)
    if (!AGREEMENT.test(tail) || !/(?:체결|맺|서명|교환|협약식)/.test(tail) || /[.。]/.test(tail.slice(0, tail.search(AGREEMENT)))) continue
    if (!mayBeFirm(word)) continue
    pushFirm(word, names, taken, i, 0.65, 'organisation:partner')
    let k = i
    while (k > 0 && /^(?:, ?|·|ㆍ|‧)$/.test(text.slice(words[k - 1]!.end, words[k]!.start))) {
      k--
      if (!taken[k] && mayBeFirm(words[k]!)) pushFirm(words[k]!, names, taken, k, 0.6, 'organisation:partner')
    }
  }
}

/** "가스 기업인 에어프로덕츠가", "전문업체 신라는": the word after its kind. */
function appositions(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!
    if (taken[i] || (word.cls.hints & UNKNOWN) === 0 || word.cls.particle === '' || !spaced(text, words[i - 1]!, word)) continue
    if (!/^(?:은|는|이|가|와|과|의|을|를|에|측|측은)$/.test(word.cls.particle) || !mayBeFirm(word)) continue
    const kind = words[i - 1]!.text
    const apposed = /(?:기업|업체|회사|그룹|제조사|개발사|운영사|시행사|시공사|자회사|계열사|모기업|스타트업)인$/.test(kind)
    const beside =
      /^[가-힣]{0,8}(?:전문기업|전문업체|제조업체|중견기업|강소기업|대기업|자회사|계열사|시행사|시공사|스타트업|개발업체|제조기업|건설사|운영사|투자사|투자기업)$/.test(
        kind,
      )
    if (!apposed && !beside) continue
    pushFirm(word, names, taken, i, 0.65, 'organisation:apposition')
  }
}

/** Syllables that Korean words seldom have and written-out foreign names often do. */
const FOREIGN = new Set(
  '엠엘앤텍테크켐팜젠넷컴론솔렉틱링드트픽프츠즈플블클글슬웰윈옵톡토피파카케코쿠키타티팩패페푸퓨뱅셀씨디루르러메멕맥믹버벨브샌쉐쉘윙잉쟈랩닉닷던덕데델돔듀랜램런레렌로롬룩류릭림링마매머멀모뮤므믹밀바베벡벤벳볼뷰빌빔샤섀쇼슈스시에아야어오요우위유이제조죠주쥬지쯔차챔처체초추츄치칼캐캠컨컬컴콘콜콤쿨퀀퀄퀘퀴크클킴킹탈탐탑태탤터턴텀텔템톤톨톰투튜트틀틴팀판팔팡팬팰퍼펀펄펌페펜펠편포폴폼풀풋퓨프플피핀필핏하할해핸허험헤헬호홀화황후휴흐히힐',
)
const STRONGLY_FOREIGN =
  /[엠앤텍켐팜젠넷컴렉픽츠즈플블클슬웰윈옵톡퓨뱅셀씨멕맥믹벨쉐쉘윙잉랩닉닷델랜램렌롬릭뷰빔슈칼캠컨컬콘콤퀀퀄퀘탤텀텔템톰튜틀팡팰펄펌펜펠폼풋핀핏헬홀힐]/

/** "생고뱅은 … 3천만 달러를 투자해": the topic that opens a sentence about an outlay, if it sounds like no Korean word. */
function actingFirm(_text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[], body: string): void {
  const word = words[0]
  if (word === undefined || taken[0] || !mayBeFirm(word) || !/^(?:은|는|이|가)$/.test(word.cls.particle)) return
  const { stem } = word.cls
  if (stem.length < 3 || stem.length > 9 || !/^[가-힣]+$/.test(stem) || !STRONGLY_FOREIGN.test(stem)) return
  let foreign = 0
  for (const syllable of stem) if (FOREIGN.has(syllable)) foreign++
  if (foreign * 2 < stem.length) return
  if (!/(?:투자|공장|증설|신설|준공|착공|입주|고용|채용|협약|계약|생산)/.test(body)) return
  pushFirm(word, names, taken, 0, 0.55, 'organisation:acts')
}

/** 정부 as the one who acts; "새 정부", "정부와 함께" only colour. */
function government(_text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (taken[i] || !/^정부(?:는|가|의)$/.test(word.text)) continue
    const previous = words[i - 1]?.text
    if (previous !== undefined && /^(?:새|현|전|이전|지방|한국|미국|중앙|우리|신|당시|윤석열|문재인|이재명)$/.test(previous)) continue
    names.push({ kind: 'organisation', start: word.start, end: word.start + 2, value: '정부', certainty: 0.8, rule: 'organisation:government-acts' })
    taken[i] = 1
  }
}

/** "특수목적법인 ‘문경팩토리아’", "자회사 '신라'": a quoted firm. */
function quotedFirms(text: string, { start, end }: Span, names: NameCandidate[]): void {
  const body = text.slice(start, end)
  let at = 0
  for (;;) {
    const found = body.indexOf('법인 ', at)
    if (found < 0) return
    at = found + 3
    const after = body.slice(at, at + 22)
    const match = /^['‘“"]([가-힣A-Za-z0-9&·]{2,16})(?:㈜|\(주\))?['’”"]/.exec(after)
    const bare = match ?? /^([가-힣A-Za-z0-9&]{3,16}?)(?:㈜)?(?=[이가은는을를와과] )/.exec(after)
    if (bare === null) continue
    const from = start + at + bare[0].indexOf(bare[1]!)
    names.push({
      kind: 'organisation',
      start: from,
      end: from + bare[1]!.length,
      value: bare[1]!,
      certainty: 0.8,
      rule: 'organisation:named-corporation',
    })
  }
}

const QUOTED_PLACE =
  /[‘'“"]([가-힣A-Za-z0-9·\s]{3,24}?(?:단지|지구|특구|산단|밸리|타운|허브|클러스터|파크|캠퍼스|도시|구역))[’'”"](?=에|에서|내|인근|일대|일원)/g

/** "‘글로벌 미래차 특화단지’에": a quoted name in the place of a place. */
function quotedPlaces(text: string, { start, end }: Span, names: NameCandidate[]): void {
  const body = text.slice(start, end)
  if (!/[‘'“"]/.test(body)) return
  QUOTED_PLACE.lastIndex = 0
  for (let match = QUOTED_PLACE.exec(body); match !== null; match = QUOTED_PLACE.exec(body)) {
    const from = start + match.index + 1
    const to = from + match[1]!.length
    if (names.some((name) => name.kind === 'place' && name.start <= from && name.end >= to)) continue
    names.push({ kind: 'place', start: from, end: to, value: match[1]!, certainty: 0.7, rule: 'place:quoted' })
  }
}

const OUTLET = /^\s*[[(【]\s*([가-힣A-Za-z]{2,10}?)\s*(?:ㅣ|\||\s[가-힣]{2,4}\s?기자|\]|】)/

/** "[더팩트ㅣ광주=…]", "[기계신문]", "(서울=연합뉴스)": the outlet in a dateline. */
function outlets(text: string, { start, end }: Span, names: NameCandidate[]): void {
  const head = text.slice(start, Math.min(end, start + 40))
  const match = OUTLET.exec(head)
  if (match !== null && match[1] !== undefined) {
    const name = match[1]
    const bracketed = head.trimStart().startsWith('[') || head.trimStart().startsWith('【')
    if (
      bracketed &&
      !/^(?:사회|경제|정치|지역|산업|인터뷰|종합|단독|속보|사진|르포|기획|특집|앵커|리포트|취임|현장|기자|공시|표|그림|자료|국제|문화|전국|포토|영상|카드뉴스|부고|인사|칼럼|사설|기고)/.test(
        name,
      ) &&
      !/^(?:기자|취재)/.test(name)
    ) {
      const from = start + match[0].indexOf(name)
      names.push({ kind: 'organisation', start: from, end: from + name.length, value: name, certainty: 0.75, rule: 'organisation:dateline' })
    }
  }
  const agency = /^[([]([가-힣·]{2,8})=([가-힣A-Za-z0-9]{3,8})[)\]]/.exec(head)
  if (agency !== null && /(?:뉴스|신문|일보|통신|뉴시스|\d)$/.test(agency[2]!)) {
    const from = start + agency[0].indexOf(agency[2]!, agency[1]!.length)
    names.push({
      kind: 'organisation',
      start: from,
      end: from + agency[2]!.length,
      value: agency[2]!,
      certainty: 0.85,
      rule: 'organisation:dateline',
    })
  }
}

/** "광주과학기술원(GIST)": a Latin short form in brackets names the same body. */
function aliases(text: string, names: NameCandidate[]): void {
  for (const name of [...names]) {
    if (name.kind !== 'organisation' || text.charAt(name.end) !== '(') continue
    const match = /^\(([A-Z][A-Za-z&-]{1,9})\)/.exec(text.slice(name.end, name.end + 13))
    if (match === null || isCommonAbbreviation(match[1]!)) continue
    names.push({
      kind: 'organisation',
      start: name.end + 1,
      end: name.end + 1 + match[1]!.length,
      value: name.value,
      certainty: 0.85,
      rule: 'organisation:bracket-alias',
    })
  }
}

const isCommonAbbreviation = (latin: string): boolean => /^(?:MOU|MOA|LOI|AI|CEO|SPC|PPP|IR)$/.test(latin)

/** A firm's name without its form: ㈜신라 and 신라(주) are 신라. `bareFirm('㈜신라') // => '신라'` */
export const bareFirm = (name: string): string =>
  name.replace(/^(?:㈜|\(주\)|주식회사\s?|유한회사\s?|\(유\)|\(사\)|\(재\)|㈔)|(?:㈜|\(주\)|\s?주식회사|\s?유한회사|\(유\))$/g, '').trim()

/**
 * A name that one sentence proves is known in all: adds to every sentence the words that repeat a name found by context elsewhere.
 * A short form of a company's name gets the full one as its value.
 */
export function spreadNames(text: string, sentences: readonly SentenceNames[]): SentenceNames[] {
  const known = new Map<string, { kind: MentionKind; value: string; certainty: number }>()
  for (const { names } of sentences)
    for (const name of names) {
      if (name.kind === 'person' || name.rule === 'place:area-if-named' || name.rule === 'organisation:dateline') continue
      const words = text.slice(name.start, name.end)
      const bare = name.kind === 'organisation' ? bareFirm(words) : words
      if (bare.length < 2 || bare.includes(' ')) continue
      if (name.kind === 'organisation' && /^[가-힣]{3,}사$/.test(bare) && !bare.endsWith('공사') && !known.has(bare.slice(0, -1)))
        known.set(bare.slice(0, -1), { kind: name.kind, value: bare.slice(0, -1), certainty: name.certainty })
      if (name.kind === 'organisation' && bare.endsWith('대학교') && bare.length > 4)
        known.set(bare.slice(0, -2), { kind: name.kind, value: name.value, certainty: name.certainty })
      if (!known.has(bare) && areaByShortName(bare) === undefined) known.set(bare, { kind: name.kind, value: name.value, certainty: name.certainty })
    }
  if (known.size === 0) return [...sentences]
  const memo = new Map<string, ReturnType<typeof knownName>>()
  return sentences.map(({ words, names }) => {
    let more: NameCandidate[] | null = null
    for (const word of words) {
      let hit = memo.get(word.text)
      if (hit === undefined) {
        hit = knownName(word, known)
        if (memo.size < 40_000) memo.set(word.text, hit)
      }
      if (hit === null) continue
      const end = word.start + hit.length
      if (names.some((name) => name.start < end && name.end > word.start && name.kind !== 'person')) continue
      more ??= [...names]
      more.push({ kind: hit.kind, start: word.start, end, value: hit.value, certainty: hit.certainty, rule: `${hit.kind}:known-here` })
    }
    if (more === null) return { words, names }
    more.sort((a, b) => a.start - b.start)
    return { words, names: more }
  })
}

function knownName(
  word: Word,
  known: ReadonlyMap<string, { kind: MentionKind; value: string; certainty: number }>,
): { kind: MentionKind; value: string; certainty: number; length: number } | null {
  const whole = known.get(word.text)
  if (whole !== undefined) return { ...whole, length: word.text.length }
  if (word.cls.kind !== 'unknown' && word.cls.kind !== 'weak-organisation') return null
  for (const stem of stemsOf(word.text)) {
    const hit = known.get(stem)
    if (hit !== undefined) return { ...hit, length: stem.length }
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
  for (const name of all) if (name.rule === 'place:town' && !name.value.includes(' ')) towns.add(name.value)
  for (const name of all) if (name.rule === 'organisation:government' && !name.locative) acts.add(name.value)
  const seen = new Set<string>()
  const inFull = new Map<string, boolean>()
  const out: Mention[] = []
  for (const name of all) {
    let { kind } = name
    if (name.rule === 'place:area-if-named' && !namedInFull(text, name.value, inFull)) continue
    if (name.rule === 'organisation:government' && !acts.has(name.value)) kind = 'place'
    const words = text.slice(name.start, name.end)
    // "남양주시 화도읍" after 화도읍 names nothing new
    if (name.rule === 'place:town' && towns.has(name.value.slice(name.value.lastIndexOf(' ') + 1)) && name.value.includes(' ')) continue
    const key = `${kind}:${words.replace(/\s/g, '')}`
    if (seen.has(key)) continue
    seen.add(key)
    out.push({
      kind,
      text: words,
      start: name.start,
      end: name.end,
      value: name.value,
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

/** Whether 양산 stands as 양산시 or 양산군 anywhere; asked once a name, not once a word. */
function namedInFull(text: string, name: string, memo: Map<string, boolean>): boolean {
  let known = memo.get(name)
  if (known === undefined) {
    known = text.includes(`${name}시`) || text.includes(`${name}군`)
    memo.set(name, known)
  }
  return known
}

import { COUNTRIES } from '../gazetteer/areas.ts'
import { isAcronym } from '../gazetteer/common.ts'
import { PERSON, type Word } from '../words.ts'
import { DOES } from './actors.ts'
import { APPOSED, BESIDE, kindOf } from './appositions.ts'
import { isNounLike, isOrganisationAt, isStrange, mayBeFirm, type NameCandidate, pushFirm, spaced } from './candidate.ts'
import { KINDS_OF_BODY } from './organisations/firms.ts'
import { foreignSyllables, soundsMade } from './sound.ts'

/** One member of a list: the word that may be a name, and whether its country stands before it. */
interface Item {
  readonly index: number
  readonly nation: boolean
}

const FORM = '(?:㈜|\\(주\\)|㈔|\\(유\\))?'
/** Between members: a comma, a dot or a stroke, and the company's form or a remark in brackets beside it. */
const BETWEEN = new RegExp(`^${FORM}(?:\\s?\\([^()\\n]{1,24}\\))?\\s?[,、·ㆍ‧・/]\\s?${FORM}$`)
const JOINED = new RegExp(`^\\s${FORM}$`)
const AMOUNT_BETWEEN = new RegExp(`^\\s\\d[\\d.,천백만억조여]*\\s?(?:원|명|달러|유로|㎡|평|MW|톤|t)?\\s?[,·]\\s?${FORM}$`)
const LONGEST_GAP = 34

/** Lists (나열) of the words: members divided by commas or dots, or joined by 와, 과 and 및. */
function listsOf(text: string, words: readonly Word[]): Item[][] {
  const out: Item[][] = []
  // nearly every word stands in no list: nothing is kept of it
  let items: Item[] | null = null
  let k = 0
  while (k < words.length) {
    const nation =
      words[k]!.cls.kind === 'region' && COUNTRIES.has(words[k]!.cls.stem) && k + 1 < words.length && spaced(text, words[k]!, words[k + 1]!)
    const index = nation ? k + 1 : k
    const next = follower(text, words, index)
    if (items !== null || next >= 0) {
      items ??= []
      items.push({ index, nation })
    }
    if (next < 0) {
      if (items !== null && items.length > 1) out.push(items)
      items = null
      k = index + 1
    } else k = next
  }
  return out
}

/** The index of the next member after `index`, or -1 where the list ends. */
function follower(text: string, words: readonly Word[], index: number): number {
  const word = words[index]!
  // "오리온 2천억원, 삼양패키징 640억원": each with what it puts in
  const amount = words[index + 1]
  // "1200억 원": the unit may stand apart
  const apart = words[index + 2]?.text === '원' ? 1 : 0
  const beyond = words[index + 2 + apart]
  if (
    amount !== undefined &&
    beyond !== undefined &&
    amount.cls.stem === '' &&
    beyond.cls.stem !== '' &&
    text.charCodeAt(word.end) === 0x20 &&
    beyond.start - word.end <= LONGEST_GAP &&
    AMOUNT_BETWEEN.test(text.slice(word.end, beyond.start))
  )
    return index + 2 + apart
  const opening = text.charCodeAt(word.end)
  // only a remark in brackets, after a form or a space, lets the next member stand further off than the next word
  const remark = opening === 0x28 || opening === 0x321c || opening === 0x3214 || text.charCodeAt(word.end + 1) === 0x28
  const furthest = remark ? words.length : Math.min(words.length, index + 2)
  for (let n = index + 1; n < furthest && words[n]!.start - word.end <= LONGEST_GAP; n++) {
    const { start } = words[n]!
    if (n === index + 1 && isJoined(text, word.end, start)) {
      const { particle } = word.cls
      if (particle === '와' || particle === '과') return n
      const conjunction = words[n]!.text
      if ((conjunction === '및' || conjunction === '그리고') && words[n + 1] !== undefined && isJoined(text, words[n]!.end, words[n + 1]!.start))
        return n + 1
      return -1
    }
    if (BETWEEN.test(text.slice(word.end, start))) return n
  }
  return -1
}

/** Whether a space, and at most a company's form, stands between two words. Nearly always it is one space: that is seen at once. */
const isJoined = (text: string, from: number, to: number): boolean =>
  to - from === 1 && text.charCodeAt(from) === 0x20 ? true : JOINED.test(text.slice(from, to))

const COUNTED =
  /^(?:의)?\s?(?:등\s)?(?:모두\s|총\s)?(?:\d{1,3}|두|세|네|다섯|여섯)\s?(?:개\s?)?(?:사|곳|(?:[가-힣]{1,4})?(?:기업|업체)|회사)(?![가-힣]*(?:에\s산|의\s산단))/
const AND_OTHERS =
  /^\s컨소시엄|^\s등(?:과|이|은|의|에|을|으로)?\s(?![가-힣]{2}하(?:는|던)|만드는|다루는|파는|짓는)(?:[가-힣]*[^을를로\s]\s){0,2}[가-힣]*(?:기업|업체|회사|개사|투자사|참여사|협력사|은행|대학|기관)/
const OPENED =
  /(?:(?:기업|업체|회사|개사|투자사|시행자|참여사|협력사)(?:은|는|으로|로는|에는)?\s?[:：(]\s?|(?:기업|업체|회사|곳|투자사)(?:은|는|으로는|로는|에는|으로)\s)(?:㈜|\(주\))?$/

/** "기업별 고용 인원은 가람 60명, 나래텍 50명": each with its own number. */
const PER_FIRM = /(?:기업|업체|회사)별(?:로는?)?(?: [가-힣]+){0,3}[은는]?\s?$/
const OWN_NUMBER = /^ \d[\d.,천백만억조여]*\s?(?:명|억|원|㎡|평)/

/** Who heads each of them. */
const HEADED = /^ (?:대표|대표이사|관계자|임직원|회장|사장)(?:들|와|과|이|가|은|는| 등)/

/** "가람산업을 비롯해 나래텍, 다솜섬유 등 6개 기업": the first of a list. */
const FIRST_OF = /^(?:[을를]|) 비롯(?:해|한|하여)? ?$/

/** The whole list acts: "효성전기와 금양도 공장을 짓기로". */
const ACTS_WITH = new Set(['은', '는', '이', '가', '도'])

/** A member's own word may be a name at all: known by nothing, or weak in its form. */
const open = (word: Word): boolean =>
  isGrandName(word) ||
  ((word.cls.kind === 'unknown' || word.cls.kind === 'weak-organisation') &&
    !KINDS_OF_BODY.has(word.cls.stem) &&
    mayBeFirm(word) &&
    !isKindIn(word) &&
    (isNounLike(word.text) || (/^[은는의]$/.test(word.cls.particle) && soundsMade(word.cls.stem))) &&
    !isPlainLatin(word.text) &&
    !/^(?:MOU|MOA|LOI|NDA)$/.test(word.cls.stem))

/** 국제종합기계, 중앙첨단소재: everyday words under a wide name, long enough for a firm. */
const isGrandName = (word: Word): boolean =>
  word.cls.kind === 'common' &&
  word.text.length >= 6 &&
  /^(?:국제|중앙|대한|동양|우리|미래|세계|한국|중원|제일)/.test(word.text) &&
  (soundsMade(word.text) || word.text.endsWith('기계'))

/** 레이저가공업체인: what the next one is. */
const isKindIn = (word: Word): boolean => word.cls.particle === '인' && /(?:기업|업체|회사|그룹|법인|은행|[조발행영공설]사)$/.test(word.cls.stem)

/** An abbreviation or an English word: PPP, Public. */
const isPlainLatin = (word: string): boolean => /^[A-Za-z.&-]+$/.test(word) && (isAcronym(word) || !/^[A-Z][A-Z&]{2,}$/.test(word))

/**
 * Members of a list are of one kind: what stands with a sure firm is one, and so is what is counted after ("4개사", "등 3개 기업") or announced before
 * ("투자기업은 …", "3개사(…)"). Governments prove nothing about what stands beside them.
 */
export function lists(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (const all of listsOf(text, words)) {
    const items = closed(text, words, all)
    if (items.length < 2) continue
    firstOfList(text, words, items, names, taken)
    const numbered = (word: Word): boolean => isWhole(word) && OWN_NUMBER.test(text.slice(word.end, word.end + 12))
    if (!items.some(({ index }) => !taken[index] && (open(words[index]!) || numbered(words[index]!)))) continue
    const first = words[items[0]!.index]!
    const last = words[items.at(-1)!.index]!
    let firms = 0
    let made = 0
    let offices = 0
    for (const { index, nation } of items) {
      const word = words[index]!
      if (taken[index] && names.some(({ rule, start }) => rule === 'organisation:public-body' && start === word.start)) offices++
      if (taken[index] ? isOrganisationAt(names, word) && !isGovernment(names, word) : false) firms++
      else if (!taken[index] && (nation || soundsMade(word.cls.stem)) && open(word)) made++
    }
    const tail = text.slice(last.start + last.cls.stem.length, last.end + 30)
    const head = text.slice(Math.max(0, first.start - 16), first.start)
    const counted = COUNTED.test(tail) || AND_OTHERS.test(tail)
    // "협력사인 대원기업과 미래산기는"
    const lead = words[items[0]!.index - 1]
    const kind = lead !== undefined && spaced(text, lead, first) ? kindOf(lead.text) : 0
    const perFirm = PER_FIRM.test(text.slice(Math.max(0, first.start - 30), first.start)) && OWN_NUMBER.test(text.slice(first.end, first.end + 12))
    const strange = items.every(({ index }) => taken[index] || soundsMade(words[index]!.cls.stem) || isStrange(words[index]!))
    // "가람곡, 나래온 대표가 참석했다"
    const told = (HEADED.test(tail) && strange) || perFirm || counted || OPENED.test(head) || kind === APPOSED || kind === BESIDE
    const agreed = /^(?:와|과)\s[^.]{0,40}(?:협약|양해각서|MOU|계약|의향서)/.test(text.slice(last.start + last.cls.stem.length, last.end + 60))
    const acting =
      (firms + made > 0 || strange) &&
      ACTS_WITH.has(last.cls.particle) &&
      !text.startsWith(' 등 ', last.end) &&
      DOES.test(text.slice(last.end, last.end + 60))
    // a nation before each, or names that sound so beside each other
    const alike = made >= 2 && items.length === made
    if (firms === 0 && !told && !agreed && !alike && !acting) continue
    if (firms === 0 && made === 0 && !told && !(acting && strange)) continue
    // "대람, 에스온화학, 다솜기계, 보라앤디": all but one sound like firms
    const nearlyAll = items.length > 3 && firms + made >= items.length - 1
    for (const { index } of items) {
      const word = words[index]!
      // 포장기계 회사 나래팩: what the next one makes
      if (perFirm && !taken[index] && numbered(word)) {
        names.push({ kind: 'organisation', start: word.start, end: word.end, value: word.text, certainty: 0.7, rule: 'organisation:list' })
        taken[index] = 1
        continue
      }
      // "대통령실, 한누리": a person beside a body
      if ((word.cls.hints & PERSON) !== 0 && !told && !agreed && firms === offices && !soundsMade(word.cls.stem)) continue
      if (taken[index] || !open(word) || COLOURS_NEXT.test(text.slice(word.end, word.end + 34))) continue
      // a bare noun beside a firm may be what it makes
      if (!told && !agreed && !(acting && (strange || index === items.at(-1)!.index)) && word.cls.stem.length < 3 && firms < 2 && !nearlyAll) continue
      pushMember(text, word, index, index === items.at(-1)!.index, names, taken, firms > 0 ? 0.7 : 0.6)
    }
    if (told || agreed) for (const { index } of items) wholeForeign(text, words, index, names, taken)
  }
}

/** A name before its number stands whole: 로가 is no 로 with a particle. */
const isWhole = (word: Word): boolean => word.cls.kind === 'unknown' && /^[가-힣A-Za-z&]{2,12}$/.test(word.text) && isNounLike(word.text)

function firstOfList(text: string, words: readonly Word[], items: readonly Item[], names: NameCandidate[], taken: Uint8Array): void {
  const { index } = items[0]!
  const last = words[items.at(-1)!.index]!
  const first = words[index - 2]
  const among = words[index - 1]
  if (first === undefined || taken[index - 2] || !among!.text.startsWith('비롯') || !mayBeFirm(first)) return
  if (!COUNTED.test(text.slice(last.start + last.cls.stem.length, last.end + 30))) return
  if (FIRST_OF.test(text.slice(first.start + first.cls.stem.length, words[index]!.start)))
    pushFirm(first, names, taken, index - 2, 0.65, 'organisation:list')
}

/** "컨베이어 장치 제조업체인 ㈜…", "포장기계 회사 나래팩": what the next one makes. */
const COLOURS_NEXT = /^ (?:(?:회사|업체|기업|전문|제조)|(?:(?!등 )[가-힣·]{1,10} ){0,2}[가-힣]*(?:회사|업체|기업|제조사|개발사)인? (?=[㈜(가-힣A-Z]))/

/** Without a last member that only begins the next phrase: "A대학과 인력양성 협약". */
function closed(text: string, words: readonly Word[], items: readonly Item[]): readonly Item[] {
  const word = words[items.at(-1)!.index]!
  const before = words[items.at(-2)!.index]!
  // "항만공사와 청정수소·암모니아 허브를": what the dot joins opens the next phrase as well
  if (
    items.length > 2 &&
    isDot(text.charAt(before.end)) &&
    text.charCodeAt(words[items.at(-3)!.index]!.end) === 0x20 &&
    word.cls.particle === '' &&
    text.charCodeAt(word.end) === 0x20 &&
    !GOES_ON.test(text.slice(word.end, word.end + 9))
  )
    return items.slice(0, -2)
  const joined = text.charCodeAt(before.end) === 0x20 && !text.slice(before.end, word.start).includes(',')
  if (!joined || word.cls.particle !== '' || text.charCodeAt(word.end) !== 0x20) return items
  return GOES_ON.test(text.slice(word.end, word.end + 9)) ? items : items.slice(0, -1)
}

const isDot = (c: string): boolean => c !== '' && '·ㆍ‧・'.includes(c)

/** What counts or closes a list after its last member. */
const GOES_ON = /^\s(?:등|및|\d{1,3}\s?(?:개\s?)?(?:사|곳|기업|업체|개|기관)|두|세|네|컨소시엄|측|간|사이)/

const isGovernment = (names: readonly NameCandidate[], word: Word): boolean =>
  names.some((name) => name.rule === 'organisation:government' && name.start <= word.start && name.end > word.start)

/** A member before a comma ends with its own syllables: 하이드로 is no 하이드 with a particle. */
function pushMember(text: string, word: Word, index: number, last: boolean, names: NameCandidate[], taken: Uint8Array, certainty: number): void {
  const whole =
    word.cls.particle === '인' || (!last && /^(?:로|도|이|가|은|는|의|에|인|나|다|만)$/.test(word.cls.particle) && text.charCodeAt(word.end) !== 0x20)
  if (!whole) {
    pushFirm(word, names, taken, index, certainty, 'organisation:list')
    return
  }
  names.push({ kind: 'organisation', start: word.start, end: word.end, value: word.text, certainty, rule: 'organisation:list' })
  taken[index] = 1
}

/** "칸토 화인프로덕츠 한국공업": written-out foreign words before a party belong to its name. */
function wholeForeign(text: string, words: readonly Word[], index: number, names: NameCandidate[], taken: Uint8Array): void {
  let first = index
  while (first > 0 && index - first < 3) {
    const before = words[first - 1]!
    if (taken[first - 1] || before.cls.kind !== 'unknown' || before.cls.particle !== '' || !spaced(text, before, words[first]!)) break
    if (before.text.length < 3 || foreignSyllables(before.text) * 2 < before.text.length || !isNounLike(before.text)) break
    first--
  }
  if (first === index) return
  const at = names.findIndex((name) => name.kind === 'organisation' && name.start === words[index]!.start)
  if (at < 0) return
  const { start } = words[first]!
  names[at] = { ...names[at]!, start, value: text.slice(start, names[at]!.end) }
  for (let k = first; k < index; k++) taken[k] = 1
}

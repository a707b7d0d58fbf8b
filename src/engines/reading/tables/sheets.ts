import { slot } from '../commitments/draft.ts'
import { cued } from '../cue.ts'
import type { DateValue, Mention, Slot, Span, Stage } from '../reading.ts'
import { stageOf } from '../stages/stages.ts'
import { dividedLines } from './flattened.ts'
import { isPage, soldSince, stageOfHistory } from './sheet-page.ts'
import { MentionFinder, nameIn, noteDates, noteSchedule, placeIn } from './sheet-values.ts'

/** What a sheet of labels and values says about everything in it. */
export interface SheetFacts {
  start: number
  end: number
  /** Where its labels end, on a page that speaks of nothing else: the term of the whole is not that of each thing told below. */
  labelsEnd: number | null
  subject: Slot<string> | null
  place: Slot<string> | null
  due: Slot<DateValue | null> | null
  begin: Slot<DateValue | null> | null
  stage: Slot<Stage> | null
}

type Role = 'name' | 'manner' | 'schedule' | 'subject' | 'place' | 'period' | 'due' | 'start' | 'stage'

const ROLES: readonly (readonly [RegExp, Role])[] = [
  [
    /^(?:사업명|공약명|과제명|공사명|사업의?명칭|산업단지의?명칭|단지명|지구명|산단명|후보지명|프로젝트명|명칭|관리번호|과제번호|공약번호|연번)$/,
    'name',
  ],
  [
    /^(?:사업)?(?:시행자|시행|시행사|시행법인|시행회사|시행기관|시행주체|총괄기관|주체|추진주체|추진기관|주관기관|주관|신청기관|신청자|수행기관|사업자|투자자|투자사|투자기업|기업명|업체명|회사명|협약기업|기업|업체)$/,
    'subject',
  ],
  [
    /^(?:사업|조성|투자|공장|공사|건립|입주|산업단지의?)?(?:위치|소재지|대상지|부지위치|입지|사업지|입주지|장소)(?:및면적)?$|^투자지역$|^위치도?$/,
    'place',
  ],
  [/^(?:사업|추진|공사|조성|투자|개발|시행|사업시행|지원|이행|협약|건립|운영)?기간$/, 'period'],
  [
    /^(?:단지|사업|공사|시설|공장|건물|조성|조성공사|조성사업|부지조성)?(?:준공|완공|완료|개장|개소|가동|목표)(?:예정)?(?:일|년도|연도|시기|시점|연월)?$/,
    'due',
  ],
  [/^(?:사업|시행|개발|추진)(?:방식|방법)$/, 'manner'],
  [/^(?:사업|추진|공사|건설)?일정$|^향후(?:계획|일정)$/, 'schedule'],
  [/^(?:착공|착수)(?:예정)?(?:일|년도|연도|시기|시점)?$/, 'start'],
  [/^(?:추진|진행|사업|공사|이행)?(?:단계|상황|현황|실적|상태)$|^(?:자체평가|평가|추진실적|추진현황|진행상황)$/, 'stage'],
]

const roleOf = (label: string): Role | null => {
  const closed = label.replace(/\s+/g, '')
  if (closed.length > 10) return null
  for (const [pattern, role] of ROLES) if (pattern.test(closed)) return role
  return null
}

const LABELLED =
  /^(?:[○●◦■□▲△▶▷◇◆❍※•·ㅇ*\-–]\s*|\d{1,2}[.)]\s*|[가-하][.)]\s*|[①-⑳]\s*|\(\d{1,2}\)\s*)?(?:\[|【|<|\()?([가-힣][가-힣 ]{0,11}[가-힣])(?:(?:\]|】|>|\))?\s*(?:[:：|]|\t|\s{2,})|(?:\]|】|\))(?=\s\S))\s*/
const ALONE = /^(?:[○●◦■□▲△▶▷◇◆•·ㅇ*\-–]\s*|\d{1,2}[.)]\s*|[가-하][.)]\s*)?(?:\[|【|<)?([가-힣](?:[가-힣 ]{0,8}[가-힣])?)(?:\]|】|>)?$/

const HEAD_OF_TABLE = /^(?:면적|총?사업비|사업기간|기간|투자액|고용|금액|기업수|연번|구분|비고|분양률)$/

const DAY_ALONE = /^['‘’]?\d{2,4}\.(?:\s?\d{1,2}\.?){0,2}\s?(?:상반기|하반기|[1-4]분기)?$|^\d{4}년(?:\s?\d{1,2}월)?$/

interface Entry {
  readonly role: Role
  readonly value: Span
}

/** Lines without a label that may stand between two labels of one sheet. */
const FARTHEST = 14

interface Open {
  readonly facts: SheetFacts
  readonly seen: Map<Role, number>
  last: number
  /** Where the line of the address ends. */
  placeEnd: number
  /** Whether the lines after a label of progress still belong to it. */
  staging: boolean
}

/**
 * Sheets (개요·관리카드·고시) of labels and values: `위치 : …`, `사업기간\t…`, or a label and its value on two lines.
 * Every sheet says whose, where, when and how far for all numbers in it. A label that comes again opens the next sheet.
 */
export function readSheets(
  text: string,
  lines: readonly Span[],
  mentions: readonly Mention[],
  published: string | null = null,
  turned: readonly Span[] = [],
): SheetFacts[] {
  const sentences = dividedLines(text, lines)
  const out: SheetFacts[] = []
  const addresses: SheetFacts[] = []
  let open: Open | null = null
  const at = new MentionFinder(mentions)
  // whether the text has items with sheets of their own
  let items = false
  let itemAt: number | null = null
  for (let i = 0; i < sentences.length; i++) {
    const inside = turned.some(({ start, end }) => start <= sentences[i]!.start && sentences[i]!.start < end)
    const entry = inside ? null : entryOf(text, sentences, i)
    const item = opensItem(text, sentences, i)
    if (item) {
      items = true
      itemAt = sentences[i]!.start
    }
    if (open !== null && (item || CHAPTER.test(text.slice(sentences[i]!.start, Math.min(sentences[i]!.end, sentences[i]!.start + 18))))) {
      keep(open, sentences[i]!.start, out, addresses)
      open = null
    }
    if (open !== null && (i - open.last > FARTHEST || (entry !== null && comesAgain(open, entry.role, i)))) {
      keep(open, sentences[i]!.start, out, addresses)
      open = null
    }
    if (open !== null) open.facts.stage = further(open.facts.stage, worksIn(text, sentences[i]!))
    if (entry === null) {
      if (open !== null && goesOn(text, sentences[i]!)) open.last = i
      if (open?.staging && !LABELLED.test(text.slice(sentences[i]!.start, sentences[i]!.start + 28)))
        open.facts.stage = further(open.facts.stage, stageIn(text, sentences[i]!))
      else if (open !== null) open.staging = false
      continue
    }
    open ??= {
      facts: {
        start: itemAt ?? sentences[i]!.start,
        end: text.length,
        labelsEnd: null,
        subject: null,
        place: null,
        due: null,
        begin: null,
        stage: null,
      },
      seen: new Map(),
      last: i,
      placeEnd: 0,
      staging: false,
    }
    itemAt = null
    open.seen.set(entry.role, i)
    open.last = i
    open.staging = entry.role === 'stage'
    if (entry.role === 'place' && open.facts.place === null) open.placeEnd = entry.value.end
    note(text, at, entry, open.facts)
  }
  if (open !== null) keep(open, text.length, out, addresses)
  const only = out.length === 1 && !items ? out[0]! : null
  if (only !== null && (only.place !== null || only.subject !== null) && isPage(text, sentences)) {
    // a page about one project: its tables and its history speak of nothing else
    if (CHAPTER.test(text.slice(only.end, only.end + 18).split('\n')[0]!)) only.labelsEnd = only.end
    for (const line of sentences) if (line.start >= only.end) only.stage = further(only.stage, worksIn(text, line))
    only.start = firstLine(text, sentences, only.start)
    only.end = text.length
    only.stage = stageOfHistory(text, sentences, published) ?? only.stage ?? soldSince(text, only.due?.value ?? null)
  }
  if (out.length > 1 && isPage(text, sentences)) ownHistories(text, sentences, out, published)
  return addresses.length === 0 ? out : [...out, ...addresses].sort((a, b) => a.start - b.start)
}

/** Labels and values that stand before the first one known belong to the sheet: "바닥면적 / 575평 / 시행법인 / …". */
function firstLine(text: string, lines: readonly Span[], from: number): number {
  let start = from
  for (let i = lines.findIndex((line) => line.start >= from) - 1; i >= 0; i--) {
    const line = lines[i]!
    if (line.end - line.start > LONGEST_VALUE || CHAPTER.test(text.slice(line.start, Math.min(line.end, line.start + 18)))) break
    start = line.start
  }
  return start
}
const LONGEST_VALUE = 20

/** A page about several projects: each sheet has the history that follows it, up to the next one. */
function ownHistories(text: string, lines: readonly Span[], sheets: readonly SheetFacts[], published: string | null): void {
  let i = 0
  sheets.forEach((sheet, k) => {
    const end = sheets[k + 1]?.start ?? text.length
    while (i < lines.length && lines[i]!.start < sheet.start) i++
    const from = i
    while (i < lines.length && lines[i]!.start < end) i++
    const stage = stageOfHistory(text, lines.slice(from, i), published)
    if (stage !== null) sheet.stage = stage
  })
}

/** A line that opens the next part of a notice. */
const CHAPTER = /^(?:[ⅠⅡⅢⅣⅤⅥⅦ][.\s]|[□■◆]|제\d+[장절]|부칙|[[【][가-힣][가-힣 ]{2,14}[\]】]\s*$)/

/** "2. 수소 클러스터 조성" over its own bullets: the next item of a paper. */
const opensItem = (text: string, sentences: readonly Span[], i: number): boolean => {
  const { start, end } = sentences[i]!
  const next = sentences[i + 1]
  return (
    next !== undefined &&
    end - start <= 44 &&
    /^\d{1,2}[.)]\s[^:：]{2,40}$/.test(text.slice(start, end)) &&
    /^[○●ㅇ❍\-*·]\s?\(?[가-힣]/.test(text.slice(next.start, next.start + 4))
  )
}

/** Lines with a label of any kind, bullets and rows belong to the sheet; running text does not. */
const goesOn = (text: string, { start, end }: Span): boolean => {
  const line = text.slice(start, Math.min(end, start + 28))
  return end - start < 120 && !/[다요]\.$/.test(text.slice(end - 2, end)) && (LABELLED.test(line) || /^\s*[-·•*※▲△ㅇ○◦|]/.test(line))
}

/** 관리번호 and 공약명 stand together; stages and finishing days may be said twice. */
const comesAgain = (open: Open, role: Role, line: number): boolean =>
  role !== 'stage' &&
  role !== 'manner' &&
  role !== 'due' &&
  role !== 'start' &&
  open.seen.has(role) &&
  (role !== 'name' || line - open.seen.get('name')! > 2)

/** Two things said of the matter make a sheet; one label alone is a line like any other. "위치: 솔숲동 일원 (22,208㎡)": an address alone is that of its own line. */
function keep(open: Open, end: number, out: SheetFacts[], addresses: SheetFacts[]): void {
  const { facts, seen } = open
  const said = [facts.subject, facts.place, facts.due, facts.stage].filter((one) => one !== null).length
  if (said + (seen.has('name') ? 1 : 0) < 2 || said === 0) {
    if (facts.place?.span != null) addresses.push({ ...facts, start: facts.place.span.start, end: open.placeEnd })
    return
  }
  facts.end = end
  out.push(facts)
}

function entryOf(text: string, sentences: readonly Span[], i: number): Entry | null {
  const { start, end } = sentences[i]!
  const head = text.slice(start, Math.min(end, start + 28))
  const labelled = LABELLED.exec(head)
  if (labelled !== null) {
    const role = roleOf(labelled[1]!)
    return role === null || end - start > 200 ? null : { role, value: { start: start + labelled[0].length, end } }
  }
  if (end - start > 14) return null
  const alone = ALONE.exec(head)
  const role = alone === null ? null : roleOf(alone[1]!)
  if (role === null || role === 'name') return null
  // "2031. 12. / 준공": in a list of days and steps the day stands first
  const before = sentences[i - 1]
  if (role === 'due' && before !== undefined && DAY_ALONE.test(text.slice(before.start, before.end))) return { role, value: before }
  const next = sentences[i + 1]
  if (next === undefined || next.end - next.start > 80) return null
  // "위치 / 시행자 / 면적": a label after a label is the head of a table
  const value = ALONE.exec(text.slice(next.start, next.end))
  return value !== null && (roleOf(value[1]!) !== null || HEAD_OF_TABLE.test(value[1]!)) ? null : { role, value: next }
}

function note(text: string, at: MentionFinder, { role, value }: Entry, facts: SheetFacts): void {
  const words = text.slice(value.start, value.end)
  if (words.trim() === '' || words === '-') return
  switch (role) {
    case 'subject':
      facts.subject ??= nameIn(text, value)
      return
    case 'manner':
      // "한국토지주택공사 · 경북개발공사 공동시행": those who carry it out
      if (/시행/.test(words) && at.within(value).some((m) => m.kind === 'organisation' && m.start === value.start))
        facts.subject = nameIn(text, value)
      return
    case 'schedule':
      noteSchedule(text, value, at, facts)
      return
    case 'place':
      facts.place ??= placeIn(text, value, at)
      return
    case 'period':
    case 'due':
    case 'start':
      noteDates(text, value, at, role, facts)
      return
    case 'stage':
      facts.stage = further(facts.stage, stageIn(text, value))
      return
    default:
  }
}

const FAR: readonly (readonly [RegExp, Stage])[] = [
  [/취소|무산|철회|해지|파기|폐기|탈락|추진\s?불가|백지화/, 'cancelled'],
  [/공정률|공사\s?중|건설\s?중|시공\s?중|착공(?!\s?(?:예정|계획|준비|전))/, 'construction'],
  [/(?:준공|완공|개장|개관|가동|입주)\s?(?:완료|\(|$|함|됨)|운영\s?중|^완료|(?:사업|공사|이행)\s?완료|준공$|준공\s?·\s?가동/, 'operation'],
  [/계약/, 'contract'],
  [/협약(?!\s?(?:은행|금융|기관|병원|대학|학교|체결일|일(?=$|[\s~∼부])))|MOU|양해각서/, 'mou'],
]

const RANK: readonly Stage[] = ['plan', 'mou', 'contract', 'construction', 'operation', 'cancelled']

/** Works after a permit was taken back: it was given again. */
const FURTHER_ON: ReadonlySet<Stage> = new Set(['construction', 'operation', 'contract'])

/** Of several steps the one that lies furthest. */
const further = (a: Slot<Stage> | null, b: Slot<Stage> | null): Slot<Stage> | null =>
  a === null || (b !== null && a.value === 'cancelled' && FURTHER_ON.has(b.value)) || (b !== null && RANK.indexOf(b.value) >= RANK.indexOf(a.value))
    ? (b ?? a)
    : a

/** "공정률 96%인 단지조성공사": works that go on, wherever the sheet says so. */
function worksIn(text: string, line: Span): Slot<Stage> | null {
  const words = text.slice(line.start, Math.min(line.end, line.start + 160))
  const match = WORKS.exec(words)
  // a row of a table says so of its own matter alone
  return match === null || /[|\t]/.test(words) ? null : slot<Stage>(Number(match[1]) < 100 ? 'construction' : 'operation', line, 'stage:sheet')
}

const WORKS = cued(/공정(?:률|현황)\s?(?:은|는|이|:)?\s?(?:['’‘]?\d{2,4}[.년]\s?\d{1,2}월?\s?말?\s)?(?:약\s)?(\d{1,3}(?:\.\d+)?)\s?%/)

/** How far a cell or a line of progress says that the matter is: "공사중(공정률 71%, ’26.12 준공예정)". */
export function stageIn(text: string, value: Span): Slot<Stage> | null {
  const words = text.slice(value.start, value.end).trim()
  for (const [pattern, stage] of FAR) if (pattern.test(words)) return slot(stage, value, 'stage:sheet')
  const said = stageOf(words, value.start)
  return said === null || !said.strong || said.stage === 'result' ? null : slot(said.stage, value, 'stage:sheet')
}

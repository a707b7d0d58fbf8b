import { digitValue } from './characters.ts'
import { readDate } from './dates.ts'
import { readNumber } from './numbers.ts'
import type { DateValue, Indicator, Mention, MentionKind, Slot, Span, Stage } from './reading.ts'
import { type UnitEntry, unitAt } from './units.ts'

/** What a row or a block of a table says besides its numbers. */
export interface RowFacts {
  subject: Slot<string | null> | null
  place: Slot<string> | null
  due: Slot<DateValue | null> | null
  start: Slot<DateValue | null> | null
  stage: Slot<Stage> | null
}

/** A number in a table, with the label of its row or column. */
export interface Cell extends Span {
  readonly label: Span
  readonly labelText: string
  readonly indicator: Indicator | null
  readonly facts: RowFacts
  /** Evidence: the line the number stands in. */
  readonly line: Span
}

export interface Tables {
  /** Numbers that have their unit in the header; those with their own are found by the scan of the text. */
  readonly mentions: readonly Mention[]
  readonly cells: readonly Cell[]
  /** Lines that belong to tables, by their start. */
  readonly lines: ReadonlySet<number>
}

type Role = { indicator: Indicator; kind: MentionKind } | 'subject' | 'place' | 'due' | 'start' | 'period' | 'stage' | 'name' | null

const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/^(?:사업)?(?:기간)$|^(?:공사|추진|조성|개발|계약|협약|사업)\s?기간$/, 'period'],
  [/^(?:준공|완공|완료|개장|가동|입주|준공예정|완공예정|준공\s?예정|준공\s?시기|목표)(?:일|연도|년도|시기|년|연월|예정일|\s?\(?예정\)?)?$/, 'due'],
  [/^(?:착공|시작|착수|착공예정)(?:일|연도|년도|시기|년|연월|예정일)?$/, 'start'],
  [
    /^(?:위\s?치|소재지|사업\s?위치|부지|입지|지역|대상지|장소|단지|단지명|산단명|산업단지|지구|지구명|투자\s?지역|입주\s?단지|입주지|투자지)$/,
    'place',
  ],
  [
    /^(?:시행자|사업\s?시행자|시행사|시행\s?주체|사업\s?주체|주관|주관\s?기관|기업|기업명|업체|업체명|회사|회사명|투자\s?기업|투자사|협약\s?기업|참여\s?기업|입주\s?기업명|상호)$/,
    'subject',
  ],
  [/^(?:추진\s?단계|단계|추진\s?상황|진행\s?상황|추진\s?현황|상태|진행\s?단계|현\s?단계)$/, 'stage'],
  [/^(?:구\s?분|연번|번호|순번|사업명|사업|명칭|비고|내용|업종|품목|항목|분야)$/, 'name'],
  [/면\s?적|^부지$|용지\s?규모|^규\s?모$/, { indicator: 'area', kind: 'area' }],
  [/투자\s?(?:액|금액|비|규모|금)|^투\s?자$|민자|민간자본/, { indicator: 'investment', kind: 'money' }],
  [/사업비|예\s?산|국\s?비|도\s?비|시\s?비|군\s?비|지방비|총액|공사비|기금/, { indicator: 'budget', kind: 'money' }],
  [/고\s?용|일자리|채용|신규\s?인력|종사자/, { indicator: 'jobs', kind: 'count' }],
  [/매출/, { indicator: 'revenue', kind: 'money' }],
  [/수출/, { indicator: 'exports', kind: 'money' }],
  [/생산유발/, { indicator: 'production_inducement', kind: 'money' }],
  [/부가가치/, { indicator: 'value_added', kind: 'money' }],
  [/생산(?:액|규모)/, { indicator: 'output', kind: 'money' }],
  [/용\s?량|설비\s?용량|발전\s?용량|수전/, { indicator: 'capacity', kind: 'power' }],
  [/(?:기업|업체|입주)\s?수|업체수|^기업\s?\(개/, { indicator: 'firms', kind: 'count' }],
]

const roleOf = (label: string): Role => {
  for (const [pattern, role] of ROLES) if (pattern.test(label)) return role
  return null
}

interface Header {
  readonly text: string
  readonly label: string
  readonly role: Role
  readonly unit: { entry: UnitEntry; factor: number } | null
  readonly span: Span
}

const MAGNITUDE: ReadonlyMap<string, number> = new Map([
  ['십', 10],
  ['백', 100],
  ['천', 1000],
  ['만', 1e4],
  ['십만', 1e5],
  ['백만', 1e6],
  ['천만', 1e7],
  ['억', 1e8],
  ['십억', 1e9],
  ['백억', 1e10],
  ['조', 1e12],
])

/** "천㎡", "백만원", "억원", "명": a unit with its magnitude, whole. */
export function headerUnit(text: string): { entry: UnitEntry; factor: number } | null {
  const clean = text.replace(/\s/g, '')
  const plain = unitAt(clean, 0)
  if (plain !== null && plain.text.length === clean.length) return { entry: plain, factor: plain.factor }
  for (let n = 2; n > 0; n--) {
    const magnitude = MAGNITUDE.get(clean.slice(0, n))
    if (magnitude === undefined) continue
    const entry = unitAt(clean, n)
    if (entry !== null && entry.text.length === clean.length - n) return { entry, factor: entry.factor * magnitude }
  }
  return null
}

/** Labels set wide, "위    치" and "사 업 명", as one word. */
const closeUp = (label: string): string => (/^[가-힣](?:\s+[가-힣])+$/.test(label) ? label.replace(/\s+/g, '') : label.replace(/\s+/g, ' '))

/** A label with its unit in brackets: "면적(천㎡)". Null where it is no label. */
function headerOf(text: string, start: number, end: number): Header | null {
  const raw = text.slice(start, end)
  if (raw.length === 0 || raw.length > 24 || digitValue(raw.charCodeAt(0)) >= 0) return null
  const match = /^([^()（）[\]]{1,16}?)\s*(?:[（([]\s*(?:단위\s*[:：]?\s*)?([^()（）[\]]{1,8})\s*[)）\]])?\s*$/.exec(raw)
  if (match === null) return null
  const label = closeUp(match[1]!.trim())
  const unit = match[2] === undefined ? null : headerUnit(match[2])
  return { text: raw, label, role: roleOf(label), unit, span: { start, end: start + match[1]!.length } }
}

const isDigitStart = (text: string, at: number): boolean => digitValue(text.charCodeAt(at)) >= 0

const emptyFacts = (): RowFacts => ({ subject: null, place: null, due: null, start: null, stage: null })

interface Line extends Span {
  readonly cells: readonly Span[]
}

/** Cells of a line: divided by tabs, bars or two spaces. */
function cellsOf(text: string, start: number, end: number): Span[] {
  const out: Span[] = []
  let from = start
  const push = (to: number): void => {
    let a = from
    let b = to
    while (a < b && /\s/.test(text.charAt(a))) a++
    while (b > a && /\s/.test(text.charAt(b - 1))) b--
    if (b > a) out.push({ start: a, end: b })
  }
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    const double = code === 0x20 && text.charCodeAt(i + 1) === 0x20
    if (code !== 0x09 && code !== 0x7c && code !== 0xff5c && !double) continue
    push(i)
    from = i + 1
  }
  push(end)
  return out
}

const STAGES: readonly (readonly [RegExp, Stage])[] = [
  [/취소|무산|철회|해지|포기/, 'cancelled'],
  [/준공|완공|가동|운영|입주\s?완료|완료/, 'operation'],
  [/착공|공사\s?중|건설\s?중|시공/, 'construction'],
  [/계약|분양\s?완료/, 'contract'],
  [/협약|MOU|양해각서/, 'mou'],
  [/계획|예정|검토|추진|구상/, 'plan'],
]

/**
 * Tables (표) as text carries them: a label and its value on two lines or one; a row a line with a header line over it; a cell a line.
 * A number takes the unit its header gives in brackets or in "(단위: 억원)"; row labels say whose and where it is.
 */
export function readTables(text: string, sentences: readonly Span[]): Tables {
  const mentions: Mention[] = []
  const cells: Cell[] = []
  const lines = new Set<number>()
  if (!mayHoldTable(text, sentences)) return { mentions, cells, lines }
  const all = linesOf(text, sentences)
  let unitLine: { entry: UnitEntry; factor: number }[] = []
  for (let i = 0; i < all.length; i++) {
    const line = all[i]!
    const declared = /^[([<]?\s*단위\s*[:：]\s*([^)\]>]{1,24})[)\]>]?$/.exec(text.slice(line.start, line.end))
    if (declared !== null) {
      unitLine = declared[1]!.split(/[,，/·]/).flatMap((part) => headerUnit(part.trim()) ?? [])
      continue
    }
    const grid = readGrid(text, all, i, unitLine, mentions, cells, lines)
    if (grid > i) {
      i = grid - 1
      continue
    }
    const flat = readFlattened(text, all, i, unitLine, mentions, cells, lines)
    if (flat > i) {
      i = flat - 1
      continue
    }
    const block = readBlock(text, all, i, unitLine, mentions, cells, lines)
    if (block > i) i = block - 1
  }
  return { mentions, cells, lines }
}

const LABEL_HINT = /면\s?적|사업비|투자|위\s?치|기간|시행|고용|구\s?분|단위|예산|용량|기업|업체|규모|소재지/

function mayHoldTable(text: string, sentences: readonly Span[]): boolean {
  for (const { start, end } of sentences) {
    const length = end - start
    if (length <= 24 ? LABEL_HINT.test(text.slice(start, end)) : length < 240 && isRow(text, start, end)) return true
  }
  return false
}

function isRow(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x09 || code === 0x7c || (code === 0x20 && text.charCodeAt(i + 1) === 0x20)) return true
  }
  return false
}

function linesOf(text: string, sentences: readonly Span[]): Line[] {
  const out: Line[] = []
  for (const { start, end } of sentences) out.push({ start, end, cells: end - start > 300 ? [{ start, end }] : cellsOf(text, start, end) })
  return out
}

/** A header line and rows below it with as many cells. Returns the index after the table, or `at`. */
function readGrid(
  text: string,
  all: readonly Line[],
  at: number,
  unitLine: readonly { entry: UnitEntry; factor: number }[],
  mentions: Mention[],
  cells: Cell[],
  lines: Set<number>,
): number {
  const head = all[at]!
  if (head.cells.length < 2) return at
  const headers = head.cells.map((cell) => headerOf(text, cell.start, cell.end))
  if (headers.some((h) => h === null) || headers.filter((h) => h!.role !== null).length < 2) return at
  let i = at + 1
  while (i < all.length && Math.abs(all[i]!.cells.length - head.cells.length) <= 1 && all[i]!.cells.length >= 2) {
    const row = all[i]!
    const shift = row.cells.length === head.cells.length ? 0 : row.cells.length < head.cells.length ? 0 : Number.NaN
    if (Number.isNaN(shift)) break
    readRow(text, row.cells, headers as Header[], unitLine, row, mentions, cells)
    lines.add(row.start)
    i++
  }
  if (i === at + 1) return at
  lines.add(head.start)
  return i
}

/** One cell a line: labels first, then rows of as many lines. */
function readFlattened(
  text: string,
  all: readonly Line[],
  at: number,
  unitLine: readonly { entry: UnitEntry; factor: number }[],
  mentions: Mention[],
  cells: Cell[],
  lines: Set<number>,
): number {
  const headers: Header[] = []
  let i = at
  while (i < all.length && headers.length < 12) {
    const line = all[i]!
    if (line.cells.length !== 1 || line.end - line.start > 20) break
    const header = headerOf(text, line.start, line.end)
    if (header === null || (header.role === null && header.unit === null)) break
    headers.push(header)
    i++
  }
  const numeric = headers.filter((h) => h.unit !== null || (h.role !== null && typeof h.role === 'object')).length
  if (headers.length < 3 || numeric < 1) return at
  const width = headers.length
  const first = i
  while (i + width <= all.length) {
    const row = all.slice(i, i + width)
    if (row.some((line) => line.cells.length !== 1 || line.end - line.start > 40)) break
    // the columns with units must hold numbers
    let fits = true
    for (let k = 0; k < width; k++) {
      const header = headers[k]!
      const number = header.unit !== null || (header.role !== null && typeof header.role === 'object')
      if (number && !isDigitStart(text, row[k]!.start) && !/^[-–—약]/.test(text.slice(row[k]!.start, row[k]!.start + 1))) fits = false
    }
    if (!fits) break
    for (const line of row) lines.add(line.start)
    readRow(text, row, headers, unitLine, null, mentions, cells)
    i += width
  }
  if (i === first) return at
  return totalRow(text, all, i, headers, unitLine, mentions, cells, lines)
}

/** "계 / 4개사 / 51,250 / 1,057.5 / 265": the last row leaves out the columns it cannot add; its numbers stand under the columns of numbers, in order. */
function totalRow(
  text: string,
  all: readonly Line[],
  at: number,
  headers: readonly Header[],
  unitLine: readonly { entry: UnitEntry; factor: number }[],
  mentions: Mention[],
  cells: Cell[],
  lines: Set<number>,
): number {
  const label = all[at]
  if (label === undefined || !TOTAL.test(text.slice(label.start, label.end))) return at
  const columns = headers.filter((h) => h.unit !== null || (h.role !== null && typeof h.role === 'object'))
  const numbers: Line[] = []
  let i = at + 1
  for (; i < all.length && i - at <= headers.length; i++) {
    const line = all[i]!
    const body = text.slice(line.start, line.end)
    if (line.cells.length !== 1 || body.length > 16 || !/^\d/.test(body)) break
    lines.add(line.start)
    if (/^[\d,.]+$/.test(body)) numbers.push(line)
    else cells.push({ start: line.start, end: line.end, label, labelText: '', indicator: 'firms', facts: emptyFacts(), line })
  }
  if (numbers.length !== columns.length) return at
  lines.add(label.start)
  numbers.forEach((line, k) => {
    readCell(text, line, columns[k]!, unitLine, emptyFacts(), line, mentions, cells)
  })
  return i
}

/** Labels and values in turn, each on a line of its own or "label: value" on one. One block speaks of one matter. */
function readBlock(
  text: string,
  all: readonly Line[],
  at: number,
  unitLine: readonly { entry: UnitEntry; factor: number }[],
  mentions: Mention[],
  cells: Cell[],
  lines: Set<number>,
): number {
  const pairs: { header: Header; value: Span; line: Line }[] = []
  let i = at
  while (i < all.length) {
    const line = all[i]!
    const inline = inlinePair(text, line)
    if (inline !== null) {
      pairs.push({ ...inline, line })
      i++
      continue
    }
    const header = line.cells.length === 1 && line.end - line.start <= 20 ? headerOf(text, line.start, line.end) : null
    const next = all[i + 1]
    if (header === null || header.role === null || header.role === 'name' || next === undefined || next.end - next.start > 60) break
    const nextHeader = headerOf(text, next.start, next.end)
    if (nextHeader !== null && nextHeader.role !== null && nextHeader.role !== 'name' && !isDigitStart(text, next.start)) break
    pairs.push({ header, value: { start: next.start, end: next.end }, line: next })
    i += 2
  }
  if (pairs.length < 2 && !(pairs.length === 1 && pairs[0]!.header.unit !== null)) return at
  const facts = emptyFacts()
  for (const { header, value } of pairs) noteFact(text, header, value, facts)
  // what follows the block may tell how far the matter is: "2015.11.02. / 공사 착공"
  if (facts.stage === null) facts.stage = milestones(text, all, i)
  for (const { header, value, line } of pairs) {
    lines.add(line.start)
    readCell(text, value, header, unitLine, facts, line, mentions, cells)
  }
  return i
}

function inlinePair(text: string, line: Line): { header: Header; value: Span } | null {
  return colonPair(text, line) ?? cellPair(text, line)
}

function cellPair(text: string, line: Line): { header: Header; value: Span } | null {
  if (line.cells.length === 2 && line.end - line.start < 80) {
    const [a, b] = line.cells
    const header = headerOf(text, a!.start, a!.end)
    if (header !== null && header.role !== null && header.role !== 'name') return { header, value: b! }
  }
  return null
}

function colonPair(text: string, line: Line): { header: Header; value: Span } | null {
  const body = text.slice(line.start, Math.min(line.end, line.start + 32))
  const colon = /^(?:[○●■□▲△▶◇◆※•·ㅇ❍*\-–]\s*|\d{1,2}[.)]\s+|[가-하][.)]\s+)?([^:：]{2,20}?)\s*[:：]\s*/.exec(body)
  if (colon === null || line.end - line.start > 90) return null
  const labelStart = line.start + body.indexOf(colon[1]!)
  const header = headerOf(text, labelStart, labelStart + colon[1]!.length)
  if (header === null || header.role === null || header.role === 'name') return null
  return { header, value: { start: line.start + colon[0].length, end: line.end } }
}

/** Construction has begun where a milestone of it stands with a date and no (예정). */
function milestones(text: string, all: readonly Line[], from: number): Slot<Stage> | null {
  let stage: Slot<Stage> | null = null
  for (let i = from; i < Math.min(all.length, from + 24); i++) {
    const line = all[i]!
    if (line.end - line.start > 40) break
    const body = text.slice(line.start, line.end)
    const dated = (i > 0 && isDigitStart(text, all[i - 1]!.start)) || isDigitStart(text, line.start)
    if (!dated || /예정/.test(body)) continue
    if (/공사\s?착공|착공/.test(body)) stage = { value: 'construction', span: { start: line.start, end: line.end }, rule: 'stage:milestone' }
    else if (/준공|완공/.test(body)) stage = { value: 'operation', span: { start: line.start, end: line.end }, rule: 'stage:milestone' }
  }
  return stage
}

function readRow(
  text: string,
  row: readonly Span[],
  headers: readonly Header[],
  unitLine: readonly { entry: UnitEntry; factor: number }[],
  line: Span | null,
  mentions: Mention[],
  cells: Cell[],
): void {
  // "|---|---|" only draws a line
  if (row.every((cell) => /^[-–—:=\s]*$/.test(text.slice(cell.start, cell.end)))) return
  const facts = emptyFacts()
  for (let k = 0; k < row.length && k < headers.length; k++) noteFact(text, headers[k]!, row[k]!, facts)
  // the first column names the row: a place by its form, else whose it is
  const first = row[0]!
  const words = text.slice(first.start, first.end)
  if (headers[0]!.role === 'name' && !isDigitStart(text, first.start) && !TOTAL.test(words) && facts.place === null && facts.subject === null)
    if (/(?:산단|산업단지|단지|지구|특구|구역|시|군|구|읍|면|동|리|밸리|허브|공장)$/.test(words))
      facts.place = { value: words, span: first, rule: 'place:row' }
    else if (/㈜|\(주\)|주식회사/.test(words)) facts.subject = { value: words, span: first, rule: 'subject:row' }
  for (let k = 0; k < row.length && k < headers.length; k++) readCell(text, row[k]!, headers[k]!, unitLine, facts, line ?? row[k]!, mentions, cells)
}

/** Labels of rows that add up the others. */
const TOTAL = /^(?:합\s*계|총\s*계|소\s*계|계|전\s*체|총합)$/

function noteFact(text: string, header: Header, value: Span, facts: RowFacts): void {
  const words = text.slice(value.start, value.end).trim()
  if (words === '' || words === '-' || TOTAL.test(words)) return
  switch (header.role) {
    case 'subject': {
      const name = words
        .split(/[,，]|\s\d|\(지분/)[0]!
        .replace(/\s*\d+(?:\.\d+)?%.*$/, '')
        .trim()
      if (name !== '') facts.subject = { value: name, span: { start: value.start, end: value.start + name.length }, rule: 'subject:table' }
      return
    }
    case 'place': {
      const name = words.replace(/\s*(?:일원|일대|내|일부)$/, '')
      facts.place = { value: name, span: { start: value.start, end: value.start + name.length }, rule: 'place:table' }
      return
    }
    case 'period': {
      const date = firstDate(text, value)
      if (date !== null && typeof date.value === 'object' && date.value !== null) {
        facts.start = { value: date.value.from, span: date, rule: 'start:table' }
        facts.due = { value: date.value.to, span: date, rule: 'due:table' }
      } else if (date !== null && /까지|~\s*\d/.test(words)) facts.due = { value: date.value, span: date, rule: 'due:table' }
      return
    }
    case 'due':
    case 'start': {
      const date = firstDate(text, value)
      if (date !== null) facts[header.role] = { value: date.value, span: date, rule: `${header.role}:table` }
      return
    }
    case 'stage':
      for (const [pattern, stage] of STAGES)
        if (pattern.test(words)) {
          facts.stage = { value: stage, span: value, rule: 'stage:table' }
          // "준공(’25. 11.)": finished on that day
          const date = stage === 'operation' ? firstDate(text, value) : null
          if (date !== null) facts.due = { value: date.value, span: date, rule: 'due:table-stage' }
          return
        }
      return
    default:
  }
}

function firstDate(text: string, value: Span): (Span & { value: DateValue | null }) | null {
  for (let i = value.start; i < value.end; i++) {
    const code = text.charCodeAt(i)
    if (digitValue(code) < 0 && code !== 0x27 && code !== 0x2019 && code !== 0x2018) continue
    const read = readDate(text, i, null, null)
    if (read !== null && read.end <= value.end + 1) return { start: read.start, end: read.end, value: read.value }
    const year = /^(?:19|20)\d\d$/.exec(text.slice(i, value.end).trim())
    if (year !== null) return { start: i, end: i + 4, value: year[0] }
    while (i + 1 < value.end && digitValue(text.charCodeAt(i + 1)) >= 0) i++
  }
  return null
}

const KIND_OF: ReadonlyMap<Indicator, MentionKind> = new Map([
  ['area', 'area'],
  ['investment', 'money'],
  ['budget', 'money'],
  ['jobs', 'count'],
  ['capacity', 'power'],
])

function readCell(
  text: string,
  value: Span,
  header: Header,
  unitLine: readonly { entry: UnitEntry; factor: number }[],
  facts: RowFacts,
  line: Span,
  mentions: Mention[],
  cells: Cell[],
): void {
  let at = value.start
  while (at < value.end && /[약총\s]/.test(text.charAt(at))) at++
  const role = header.role
  const indicator = role !== null && typeof role === 'object' ? role.indicator : null
  if (indicator !== null || header.unit !== null)
    cells.push({ start: value.start, end: value.end, label: header.span, labelText: header.label, indicator, facts, line })
  if (digitValue(text.charCodeAt(at)) < 0) return
  const number = readNumber(text, at)!
  if (number.end > value.end) return
  const { value: amount, end } = number
  if (text.slice(end, value.end).replace(/\s|\(.*\)$/g, '') !== '') return
  if (role === 'due' || role === 'start') {
    const date = firstDate(text, value)
    if (date !== null && date.end - date.start === 4)
      mentions.push(cellMention(text, date, 'date', date.value as string, 'date', { amount: '', unit: '' }, 'date:table'))
    return
  }
  const unit = header.unit ?? (indicator === null ? null : (unitLine.find((u) => u.entry.kind === (KIND_OF.get(indicator) ?? 'money')) ?? null))
  if (unit === null) return
  const scaledTo = Number((amount * unit.factor).toPrecision(15))
  const { entry } = unit
  const counts = entry.countsNoun && indicator === 'firms' ? 'firms' : entry.countsNoun && /공장/.test(header.label) ? 'factories' : entry.unit
  mentions.push(
    cellMention(
      text,
      { start: at, end },
      entry.kind,
      scaledTo,
      counts,
      { amount: text.slice(at, end).replace(/[\s,]/g, ''), unit: header.text },
      `${entry.kind}:table-header`,
    ),
  )
}

const cellMention = (
  text: string,
  span: Span,
  kind: MentionKind,
  value: number | string,
  unit: string,
  printed: { amount: string; unit: string },
  rule: string,
): Mention => ({
  kind,
  text: text.slice(span.start, span.end),
  start: span.start,
  end: span.end,
  value,
  valueMax: null,
  unit,
  approximate: false,
  bound: null,
  per: null,
  printed: kind === 'date' ? null : printed,
  certainty: 0.85,
  rule,
})

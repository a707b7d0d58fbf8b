import { columnUnit } from './column-unit.ts'
import { type FormRow, formRows } from './form-table.ts'
import { announcedUnits, type HeaderUnit, headerUnit, isBareNumber } from './header-unit.ts'
import type { At, TextBuilder } from './text-builder.ts'

/** A table as a full grid: a merged cell stands in each place that it covers, with the row and column where it begins. */
export interface Cell {
  text: string
  /** Row and column in the file, from 1. */
  row: number
  column: number
}

export type Grid = (Cell | null)[][]

/** Where a table stands. */
export interface TableAt {
  page?: number
  table?: number
  sheet?: number
  /** Its first row is known to name the columns, as in a CSV file. */
  titled?: boolean
}

const separator = ' | '
const clean = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim()
/** Titles that say nothing of the values below them. */
const empty = /^(?:내용|세부 ?내용|주요 ?내용|내역|값|비고|구분|현황)$/
const year = /^(?:19|20)\d{2}\s?(?:년(?:도)?)?$/
/** Titles that say which of several values stands below them; what it measures is said by the row. */
const whichOf = /^(?:합계|총계|소계|계|당초|변경|증감|누계|실적|목표|계획|전년|금년)$/

/**
 * 표를 글로: a table as lines that a reader understands by themselves. Under a header row each line is a row: its own name first, then each value behind the
 * title of its column, and the unit that the title carries in brackets behind the number: the row `A사 | 120` under `기업 | 면적(천㎡)` becomes
 * `A사 | 면적 120천㎡`. Without a header row, pairs of label and value become lines of their own: `사업비(억원) | 1,200` becomes `사업비 1,200억원`.
 * Every cell's words lead back to their cell; titles and units that are repeated lead to none.
 * `above` is the line over the table, for a unit that it announces (`(단위: 억원)`).
 */
export function addTable(builder: TextBuilder, grid: Grid, at: TableAt, above = ''): void {
  const rows = grid.filter((row) => row.some((cell) => cell && clean(cell.text) !== ''))
  let units = announcedUnits(above)
  builder.line()
  let from = 0
  // lines over the table proper that stand in its own rows: its title, its unit
  while (from < rows.length - 1 && isSpanning(rows[from]!)) {
    const cell = rows[from]!.find((one) => one && clean(one.text) !== '')!
    const here = announcedUnits(cell.text)
    if (here.length > 0) units = here
    builder.add(clean(cell.text), place(cell, at))
    builder.line()
    from++
  }
  const body = rows.slice(from)
  const form = formRows(body)
  if (form) {
    addForm(builder, form, at, units)
    builder.line()
    return
  }
  const headers = headerRows(body) || (at.titled && body.length > 1 && !wordsOf(body[0]!).some(isBareNumber) ? 1 : 0)
  if (headers === 0) addPairs(builder, body, at, units)
  else addRows(builder, body.slice(0, headers), body.slice(headers), at, units)
  builder.line()
}

const place = (cell: Cell, { page, table, sheet }: TableAt): At => ({ page, table, sheet, row: cell.row, column: cell.column })
const same = (a: Cell | null | undefined, b: Cell | null | undefined) => !!a && !!b && a.row === b.row && a.column === b.column
const wordsOf = (row: readonly (Cell | null)[]) => row.map((cell) => (cell ? clean(cell.text) : ''))

/** One cell over the whole width, or the only one that has words in a wide table. */
function isSpanning(row: Grid[number]): boolean {
  const cells = row.filter((cell) => cell && clean(cell.text) !== '')
  return row.length > 1 && cells.length > 0 && cells.every((cell) => same(cell, cells[0])) && (cells.length === row.length || row.length > 2)
}

const hasDigit = (text: string) => /\d/.test(text)
const isTitle = (text: string) => text !== '' && text.length <= 30 && (year.test(text) || !hasDigit(text) || headerUnit(text).unit !== null)

/**
 * How many rows are titles of columns. Zero for a table of label and value: a value already in its first row, or two columns whose first titles no column.
 */
function headerRows(rows: Grid): number {
  const first = rows[0]
  if (!first || rows.length < 2 || first.length < 2) return 0
  const words = wordsOf(first)
  if (!words.every((word) => word === '' || isTitle(word)) || words.filter((word) => word !== '').length < 2) return 0
  if (isOverview(rows)) return 0
  const columns = new Set(first.filter((cell) => cell !== null).map((cell) => `${cell.row}:${cell.column}`)).size
  // titles over titles: a merged cell in the first row, with the parts below it
  let count = 1
  while (count < rows.length - 1 && count < 4) {
    const row = rows[count]!
    const covered = row.some((cell, column) => same(cell, rows[count - 1]![column]))
    const grouped = rows[count - 1]!.some((cell, column) => column > 0 && same(cell, rows[count - 1]![column - 1]))
    if (!(covered || grouped) || !wordsOf(row).every((word) => word === '' || isTitle(word))) break
    count++
  }
  const below = rows.slice(count)
  if (columns === 2 && first.length === 2) return titlesTwo(words, below) ? count : 0
  // label, value, label, value: every second column is words and the others vary
  if (first.length % 2 === 0 && below.length > 0 && looksPaired(rows)) return 0
  return count
}

/**
 * 사업 개요: a label with its value over the whole width in the first row, and labels before most others (사업명, 위치, 사업비): the value of the first row titles no column,
 * though the rows below part its width.
 */
function isOverview(rows: Grid): boolean {
  const [label, value, ...rest] = rows[0]!
  if (!label || !value || rest.length === 0 || !rest.every((cell) => same(cell, value)) || !labels.test(clean(label.text))) return false
  const names = rows.map((row) => clean(row[0]?.text ?? ''))
  return names.filter((name) => labels.test(name)).length > names.length * 0.6
}

/** Words that name a project's own values: below them stands a value, not a column of values. */
const labels =
  /^(?:.*(?:명|명칭|위치|면적|기간|비|액|주체|대상|규모|방법|내용|담당|전화|부서|기관|일시|장소|목적|개요|용도|업종|대표|대표자|주소|인원|고용|시행자|기한|연락처|성명))(?:\s*\([^)]*\))?$/

/** Whether the first row of a table of two columns names them (`구분 | 내용`, `기업 | 투자액(억원)`), where it could as well be a label and its value. */
function titlesTwo([left = '', right = '']: readonly string[], below: Grid): boolean {
  if (hasDigit(right) && !year.test(right)) return false
  if (/^(?:구분|항목|연번|순번|번호|연도|시기|단계)$/.test(left)) return true
  const names = below.map((row) => clean(row[0]?.text ?? ''))
  if (names.some((name) => labels.test(name) || headerUnit(name).unit !== null)) return false
  return below.every((row) => /^(?:$|-$|[△▲약+-]?\s?\d)/.test(clean(row[1]?.text ?? '')))
}

/** 위치 | 평택 | 면적 | 100㎡: in each row labels stand in every second column, and no column of values shares its form. */
function looksPaired(rows: Grid): boolean {
  return rows.every((row) =>
    row.every((cell, column) => column % 2 === 1 || !cell || same(cell, row[column - 1]) || clean(cell.text) === '' || labels.test(clean(cell.text))),
  )
}

/** The titles of a column: its header cells from above to below, each once. */
function titlesOf(headers: Grid, column: number): string[] {
  const words: string[] = []
  for (let row = 0; row < headers.length; row++) {
    const cell = headers[row]![column]
    if (!cell || (row > 0 && same(cell, headers[row - 1]![column]))) continue
    const word = clean(cell.text)
    if (word !== '') words.push(word)
  }
  return words
}

/** The title of a column with the unit that it carries itself, at its end or in a title above it (`투자(억원)` over `국내`). */
function measuredTitle(titles: readonly string[]): HeaderUnit {
  const joined = headerUnit(titles.join(' '))
  if (joined.unit !== null) return joined
  const parts = titles.map(headerUnit)
  const unit = parts.findLast((part) => part.unit !== null)?.unit ?? null
  return unit === null ? joined : { label: parts.map((part) => part.label).join(' '), unit }
}

const untitled = { title: { label: '', unit: null } satisfies HeaderUnit, which: false, shared: null }

function addRows(builder: TextBuilder, headers: Grid, body: Grid, at: TableAt, announced: readonly string[]): void {
  addTitles(builder, headers, at)
  const width = Math.max(...headers.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, column) => {
    const words = titlesOf(headers, column)
    const title = measuredTitle(words)
    return {
      title,
      which: words.length === 1 && (year.test(words[0]!) || whichOf.test(words[0]!)),
      shared: title.unit ?? columnUnit(words, announced),
    }
  })
  for (const row of body) {
    let begun = false
    // 투자(억원) | 100 | 200 under 2026 | 2027: the row names the unit, or what it measures
    const name = headerUnit(clean(row[0]?.text ?? ''))
    const ofRow = name.unit ?? columnUnit([name.label], announced)
    for (let column = 0; column < row.length; column++) {
      const cell = row[column]
      if (!cell || same(cell, row[column - 1])) continue
      const words = clean(cell.text)
      if (words === '') continue
      if (begun) builder.join(separator)
      begun = true
      const { title, which, shared } = columns[column] ?? untitled
      const unit = column === 0 ? title.unit : (title.unit ?? name.unit ?? (which ? ofRow : shared))
      const meant = asMeant(words, title.label, unit)
      addValue(
        builder,
        column === 0 && !isBareNumber(words) ? { label: '', unit: null } : { label: title.label, unit },
        meant,
        place(cell, at),
        title.unit,
      )
    }
    builder.line()
  }
}

/** The titles in one line: parts stand behind what they are parts of (`투자 금액(억원) | 투자 면적(㎡)`). */
function addTitles(builder: TextBuilder, headers: Grid, at: TableAt): void {
  const last = headers.at(-1)!
  if (headers.length === 1) addLine(builder, last, at)
  else
    last.forEach((cell, column) => {
      if (column > 0) builder.join(separator)
      const title = titlesOf(headers, column).join(' ')
      if (cell && title !== '') builder.add(title, place(cell, at))
    })
  builder.line()
}

/** Titles over days, and the days from 2000 to 2050 as a spreadsheet counts them where nobody gave the cell a form. */
const dayTitle = /(?:일자|날짜|(?:협약|체결|준공|착공|계약|등록|접수|기준|완료|예정|마감|설립|공고|지정|승인|발표|개최|시작|종료)일)$/
const serial = /^\d{5}$/

/** What a cell means where its column says so: the serial number of a day, and an amount in the column's unit that bears the sign of the currency as a look. */
function asMeant(words: string, label: string, unit: string | null): string {
  if (unit !== null && /[원불러로엔안]$/.test(unit)) return words.replace(/^([△▲+-]?)\s?[₩￦$€¥]\s?(?=\d[\d,.]*$)/, '$1')
  if (!serial.test(words) || !dayTitle.test(label)) return words
  const days = Number(words)
  return days >= 36_526 && days < 55_153 ? new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10) : words
}

/** `면적 120천㎡`; a year as a title keeps its distance from the number: `2026년: 120억원`. */
function addValue(builder: TextBuilder, { label, unit }: HeaderUnit, words: string, at: At, ownUnit: string | null = unit): void {
  const bare = isBareNumber(words)
  const shown = empty.test(label) ? '' : bare || ownUnit === null ? label : `${label}(${ownUnit})`
  if (shown !== '')
    builder.join(year.test(shown) || /\d$/.test(shown) ? `${year.test(shown) && !shown.includes('년') ? `${shown}년` : shown}: ` : `${shown} `)
  builder.add(words, at)
  if (bare && unit !== null) builder.join(unit)
}

function addLine(builder: TextBuilder, row: Grid[number], at: TableAt): void {
  let begun = false
  row.forEach((cell, column) => {
    if (!cell || same(cell, row[column - 1]) || clean(cell.text) === '') return
    if (begun) builder.join(separator)
    begun = true
    builder.add(clean(cell.text), place(cell, at))
  })
}

/** Label and value, a line for each pair; a row of another shape becomes one line. */
function addPairs(builder: TextBuilder, rows: Grid, at: TableAt, announced: readonly string[]): void {
  for (const row of rows) {
    const cells = row.filter((cell, column): cell is Cell => !!cell && !same(cell, row[column - 1]) && clean(cell.text) !== '')
    const paired =
      cells.length % 2 === 0 && cells.every((cell, index) => index % 2 === 1 || (clean(cell.text).length <= 30 && !isBareNumber(cell.text)))
    if (!paired) {
      addLine(builder, row, at)
      builder.line()
      continue
    }
    for (let index = 0; index < cells.length; index += 2) addPair(builder, cells[index]!, cells[index + 1]!, at, announced)
  }
}

function addPair(builder: TextBuilder, label: Cell, value: Cell, at: TableAt, announced: readonly string[], between = ' '): void {
  const title = headerUnit(clean(label.text))
  const unit = title.unit ?? columnUnit([title.label], announced)
  const words = asMeant(clean(value.text), title.label, unit)
  const bare = isBareNumber(words)
  builder.add(bare ? title.label : clean(label.text), place(label, at))
  builder.join(between)
  builder.add(words, place(value, at))
  if (bare && unit !== null) builder.join(unit)
  builder.line()
}

/** The name of each group as a line over its labels and values; a label without a value is nobody's. */
function addForm(builder: TextBuilder, form: readonly FormRow[], at: TableAt, announced: readonly string[]): void {
  let group: Cell | null = null
  for (const row of form) {
    if (row.group && !same(row.group, group) && clean(row.group.text) !== '') {
      builder.add(clean(row.group.text), place(row.group, at))
      builder.line()
    }
    group = row.group
    for (const [label, value] of row.pairs) if (value && clean(value.text) !== '') addPair(builder, label, value, at, announced, separator)
    addLine(builder, row.line, at)
    builder.line()
  }
}

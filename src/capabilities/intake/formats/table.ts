import { columnUnit, isMoment, isUnitTitle, isWhich, takesUnitOfRow } from './column-unit.ts'
import { type FormRow, formRows } from './form-table.ts'
import { announcedUnits, type HeaderUnit, headerUnit, isBareNumber, unitAlone } from './header-unit.ts'
import { clean, filled, headerRows, isSpanning, measuredTitle, same, titlesOf, withoutTitles, wordsOf, year } from './table-titles.ts'
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
  /** The table goes on from the page before, under these titles and units. */
  under?: TableHead
}

/** What stands over the rows of a table: its titles, and units that were announced for all of it. */
export interface TableHead {
  titles: Grid
  units: readonly string[]
}

const separator = ' | '
/** Titles that say nothing of the values below them. */
const empty = /^(?:내용|세부 ?내용|주요 ?내용|내역|값|비고|구분|현황)$/

/**
 * 표를 글로: a table as lines that a reader understands by themselves. Under a header row each line is a row: its own name first, then each value behind the
 * title of its column, and the unit that the title carries in brackets behind the number: the row `A사 | 120` under `기업 | 면적(천㎡)` becomes
 * `A사 | 면적 120천㎡`. Without a header row, pairs of label and value become lines of their own: `사업비(억원) | 1,200` becomes `사업비 | 1,200억원`.
 * Every cell's words lead back to their cell; titles and units that are repeated lead to none.
 * `above` is the line over the table, for a unit that it announces (`(단위: 억원)`). Gives what stands over its rows, for the part of it on the next page.
 */
export function addTable(builder: TextBuilder, grid: Grid, at: TableAt, above = ''): TableHead {
  const rows = grid.filter((row) => row.some((cell) => cell && clean(cell.text) !== ''))
  let units = announcedUnits(above)
  builder.line()
  if (at.under) {
    addRows(builder, at.under.titles, withoutTitles(rows, at.under.titles), at, at.under.units)
    builder.line()
    return at.under
  }
  let from = 0
  // lines over the table proper that stand in its own rows: its title, its unit
  while (from < rows.length - 1 && isSpanning(rows[from]!)) {
    const cell = rows[from]!.find((one) => one && clean(one.text) !== '')!
    const here = unitsOver(clean(cell.text))
    if (here.length > 0) units = here
    builder.add(clean(cell.text), place(cell, at))
    builder.line()
    from++
  }
  const body = rows.slice(from)
  // ※ 단위: 백만원 under the table
  const foot = body.at(-1)
  if (units.length === 0 && body.length > 2 && foot && isSpanning(foot))
    units = announcedUnits(clean(foot.find((cell) => cell && clean(cell.text) !== '')!.text))
  const form = formRows(body)
  if (form) {
    addForm(builder, form, at, units)
    builder.line()
    return { titles: [], units }
  }
  const headers = headerRows(body) || (at.titled && body.length > 1 && !wordsOf(body[0]!).some(isBareNumber) ? 1 : 0)
  if (headers === 0) addPairs(builder, body, at, units)
  const titles = filled(body.slice(0, headers))
  if (headers > 0) {
    if (namesRows(titles, body.slice(headers))) builder.join(`구분${separator}`)
    addTitles(builder, titles, at)
    addRows(builder, titles, body.slice(headers), at, units)
  }
  builder.line()
  return { titles, units }
}

/** Units that a line over a table announces: (단위: 억원), or a title that carries one in brackets at its end (연도별 투자유치(억원)). */
function unitsOver(line: string): string[] {
  const announced = announcedUnits(line)
  const own = headerUnit(line).unit
  return announced.length > 0 || own === null ? announced : [own]
}

const place = (cell: Cell, { page, table, sheet }: TableAt): At => ({ page, table, sheet, row: cell.row, column: cell.column })

const untitled = { title: { label: '', unit: null } satisfies HeaderUnit, which: false, byRow: false, shared: null }

/** Whether the names of the rows stand under a corner that was left blank: their column is called 구분 then, so that each title stays over its own values. */
function namesRows(titles: Grid, body: Grid): boolean {
  const names = body.map((row) => clean(row[0]?.text ?? ''))
  return titlesOf(titles, 0).length === 0 && names.some((name) => name !== '') && !names.some(isBareNumber)
}

/** 구분(억원), (단위: 억원): the title over the names of the rows carries no unit of theirs but that of the table, where nothing else announces one. */
function unitsAtCorner(headers: Grid, body: Grid): string[] {
  const titles = titlesOf(headers, 0)
  const named = body.every((row) => !row[0] || !isBareNumber(clean(row[0].text)))
  return named ? titles.flatMap(unitsOver) : []
}

function addRows(builder: TextBuilder, headers: Grid, body: Grid, at: TableAt, over: readonly string[]): void {
  const width = Math.max(...headers.map((row) => row.length))
  const announced = over.length > 0 ? over : unitsAtCorner(headers, body)
  const columns = Array.from({ length: width }, (_, column) => {
    const words = titlesOf(headers, column)
    const title = measuredTitle(words)
    return {
      title,
      /** Whether the line of titles has a place for it. */
      own: words.length > 0 && !(headers.length === 1 && same(headers[0]![column], headers[0]![column - 1])),
      which: words.length === 1 && isWhich(words[0]!),
      /** Its numbers are in the unit that a cell of their row says. */
      byRow: takesUnitOfRow(words),
      shared: title.unit ?? columnUnit(words, announced),
    }
  })
  const unitsAt = columns.findIndex(({ title }) => isUnitTitle(title.label))
  for (const row of body) {
    let begun = false
    const said = unitsAt > 0 ? unitAlone(clean(row[unitsAt]?.text ?? '')) : null
    // places without words between two values: `합계 |  | 투자액 610억원` stands under its titles
    let empty = 0
    // 투자(억원) | 100 | 200 under 2026 | 2027: the row names the unit, or what it measures
    const name = headerUnit(clean(row[0]?.text ?? ''))
    const ofRow = name.unit ?? columnUnit([name.label], announced)
    for (let column = 0; column < row.length; column++) {
      const cell = row[column]
      const words = cell && !same(cell, row[column - 1]) ? clean(cell.text) : ''
      if (!cell || words === '') {
        if (columns[column]?.own) empty++
        continue
      }
      if (begun) for (; empty >= 0; empty--) builder.join(separator)
      begun = true
      empty = 0
      const { title, which, shared, byRow } = columns[column] ?? untitled
      const unit = column === 0 ? title.unit : (title.unit ?? name.unit ?? (byRow ? said : null) ?? (which ? ofRow : shared))
      const meant = asMeant(words, title.label, unit)
      const named = column === 0 && !isBareNumber(words)
      addValue(builder, named ? { label: '', unit: null } : { label: title.label, unit }, meant, place(cell, at), named ? null : title.unit)
    }
    builder.line()
  }
}

/** The titles in one line: parts stand behind what they are parts of (`투자 금액(억원) | 투자 면적(㎡)`). */
function addTitles(builder: TextBuilder, headers: Grid, at: TableAt): void {
  const last = headers.at(-1)!
  if (headers.length === 1) addLine(builder, last, at)
  else
    last.forEach((_, column) => {
      if (column > 0) builder.join(separator)
      const title = titlesOf(headers, column).join(' ')
      const cell = headers.findLast((row) => row[column] && clean(row[column].text) !== '')?.[column]
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
  const bare = isBareNumber(words.replace(/^약\s?/, ''))
  const shown = empty.test(label) ? '' : bare || ownUnit === null ? label : `${label}(${ownUnit})`
  if (shown !== '')
    builder.join(
      year.test(shown) || /\d$/.test(shown) || isMoment(shown)
        ? `${year.test(shown) && !shown.includes('년') ? `${shown}년` : shown}: `
        : `${shown} `,
    )
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

function addPair(builder: TextBuilder, label: Cell, value: Cell, at: TableAt, announced: readonly string[]): void {
  // 총사업비 : | 350억원
  const said = clean(label.text).replace(/\s?[:：]$/, '')
  const title = headerUnit(said)
  const unit = title.unit ?? columnUnit([title.label], announced)
  const words = asMeant(clean(value.text), title.label, unit)
  const bare = isBareNumber(words)
  builder.add(bare ? title.label : said, place(label, at))
  builder.join(separator)
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
    for (const [label, value] of row.pairs) if (value && clean(value.text) !== '') addPair(builder, label, value, at, announced)
    addLine(builder, row.line, at)
    builder.line()
  }
}

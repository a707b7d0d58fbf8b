import { isMoment, isTime } from './column-unit.ts'
import { formRows } from './form-table.ts'
import { type HeaderUnit, headerUnit, isBareNumber } from './header-unit.ts'
import type { Cell, Grid, TableHead } from './table.ts'

/** The words of a cell in one line. */
export const clean = (text: string) => text.replace(/\s*\n\s*/g, ' ').trim()
/** Whether two places of a grid show one merged cell. */
export const same = (a: Cell | null | undefined, b: Cell | null | undefined) => !!a && !!b && a.row === b.row && a.column === b.column
export const wordsOf = (row: readonly (Cell | null)[]) => row.map((cell) => (cell ? clean(cell.text) : ''))
/** A title that is a year. */
export const year = /^(?:19|20)\d{2}\s?(?:년(?:도)?)?$/

/** One cell over the whole width, or the only one that has words in a wide table. */
export function isSpanning(row: Grid[number]): boolean {
  const cells = row.filter((cell) => cell && clean(cell.text) !== '')
  return row.length > 1 && cells.length > 0 && cells.every((cell) => same(cell, cells[0])) && (cells.length === row.length || row.length > 2)
}

/** A row that says nothing but the units of its columns: (억원), 명. */
const isUnit = (text: string) => headerUnit(`수(${text.replace(/^[([]|[)\]]$/g, '')})`).unit !== null
const isUnitRow = (words: readonly string[]) => words.filter((word) => word !== '').length > 1 && words.every((word) => word === '' || isUnit(word))

const hasDigit = (text: string) => /\d/.test(text)
/** Months and days name columns where several of them stand side by side. */
const areTitles = (words: readonly string[]) =>
  words.every(
    (word, at) => word === '' || isTitle(word) || (isMoment(word) && [words[at - 1] ?? '', words[at + 1] ?? ''].some((beside) => isMoment(beside))),
  )
const isTitle = (text: string) => text !== '' && text.length <= 30 && (isTime(text) || !hasDigit(text) || headerUnit(text).unit !== null)

/**
 * How many rows are titles of columns. Zero for a table of label and value: a value already in its first row, or two columns whose first titles no column.
 */
export function headerRows(rows: Grid): number {
  const first = rows[0]
  if (!first || rows.length < 2 || first.length < 2) return 0
  const words = wordsOf(first)
  if (!areTitles(words) || words.filter((word) => word !== '').length < 2) return 0
  if (isOverview(rows)) return 0
  const columns = new Set(first.filter((cell) => cell !== null).map((cell) => `${cell.row}:${cell.column}`)).size
  // titles over titles: a merged cell in the first row, with the parts below it
  let count = 1
  while (count < rows.length - 1 && count < 4) {
    const row = rows[count]!
    const covered = row.some((cell, column) => same(cell, rows[count - 1]![column]))
    const grouped = rows[count - 1]!.some((cell, column) => column > 0 && same(cell, rows[count - 1]![column - 1]))
    if (!(covered || grouped || isUnitRow(wordsOf(row)) || (count === 1 && isParted(rows))) || !areTitles(wordsOf(row))) break
    count++
  }
  const below = rows.slice(count)
  if (columns === 2 && first.length === 2) return titlesTwo(words, below) ? count : 0
  // label, value, label, value: every second column is words and the others vary
  if (first.length % 2 === 0 && below.length > 0 && looksPaired(rows)) return 0
  return count
}

/** 투자 | (blank) | 고용 | (blank) over (blank) | 계획 | 실적: titles over titles that a flat file (CSV) writes once, with nothing under the name of the rows. */
function isParted(rows: Grid): boolean {
  const [above, below, data] = [wordsOf(rows[0]!), wordsOf(rows[1]!), wordsOf(rows[2] ?? [])]
  if (above[0] === '' || below[0] !== '' || below.filter((word) => word !== '').length < 2 || !data.some(isBareNumber)) return false
  return above.some((word, column) => word === '' && below[column] !== '') && below.every((word, column) => word !== '' || above[column] !== '')
}

/** Titles over titles with each blank taken by the title left of it, where another title stands below it. */
export function filled(titles: Grid): Grid {
  const last = titles.at(-1)
  if (titles.length < 2 || !last) return titles
  return titles.map((row, at) => {
    if (at === titles.length - 1) return row
    const out = [...row]
    for (let column = 1; column < out.length; column++)
      if (!out[column]?.text.trim() && last[column]?.text.trim() && !isUnit(clean(last[column]!.text))) out[column] = out[column - 1] ?? null
    return out
  })
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
export function titlesOf(headers: Grid, column: number): string[] {
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
export function measuredTitle(titles: readonly string[]): HeaderUnit {
  const joined = headerUnit(titles.join(' '))
  if (joined.unit !== null) return joined
  const parts = titles.map((title, at) => (at > 0 && isUnit(title) ? { label: '', unit: title } : headerUnit(title)))
  const unit = parts.findLast((part) => part.unit !== null)?.unit ?? null
  return unit === null
    ? joined
    : {
        label: parts
          .map((part) => part.label)
          .join(' ')
          .trim(),
        unit,
      }
}

/** Whether a table on the next page goes on with one: it repeats the titles, or has as many columns and none of its own. */
export function goesOnUnder({ titles }: TableHead, grid: Grid): boolean {
  const width = (rows: Grid) => Math.max(0, ...rows.map((row) => row.length))
  if (titles.length === 0 || width(titles) !== width(grid)) return false
  const rows = grid.filter((row) => row.some((cell) => cell && clean(cell.text) !== ''))
  return (
    withoutTitles(rows, titles).length < rows.length ||
    (rows.length > 0 && headerRows(rows) === 0 && formRows(rows) === null && !isSpanning(rows[0]!))
  )
}

/** The rows without titles that are repeated over them. */
export function withoutTitles(rows: Grid, titles: Grid): Grid {
  const said = (row: Grid[number] | undefined) => row?.map((cell) => (cell ? clean(cell.text).replace(/\s/g, '') : '')).join('|')
  return titles.every((row, at) => said(row) === said(rows[at])) ? rows.slice(titles.length) : rows
}

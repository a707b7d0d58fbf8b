import { EconomyError } from '../../economy-error.ts'
import { cellName, type Grid, neededNumber, numberOf } from './grid.ts'

/** Persons at work in one region and one industry, by the code that the file gives. */
export interface EmploymentLine {
  readonly region: string
  /** Letter of the section, or digits of the code, as in the file: C, 26, C261. */
  readonly code: string
  readonly name: string
  readonly persons: number
  /** The year where the file tells years (시점); null where it speaks of one and does not say which. */
  readonly year?: number | null
}

/** Regional employment by industry (지역·산업별 종사자). */
export interface RegionalEmployment {
  readonly lines: readonly EmploymentLine[]
  readonly regions: readonly string[]
  readonly notes: readonly string[]
  /** Years that the file tells, in order; empty where it tells none. */
  readonly years: readonly number[]
}

/** How a file is read. */
export interface RegionalOptions {
  /** Of a file without a column of regions. */
  readonly region?: string
  readonly blankIsZero?: boolean
  /** Codes of industries that the file names without a code, by their plain names. */
  readonly codeOfName?: (name: string) => string | null
}

const REGION = /^(지역|시도|시군구|행정구역.*|시도별.*|시군구별.*|지역별.*|region|area)$/i
const INDUSTRY = /^(산업.*|업종.*|ksic.*|industry.*|code|표준산업분류.*)$/i
const PERSONS = /^(총?종사자(수|합계)?|취업자(수)?|고용(자|인원)?(수)?|persons|employed|employment|workers)([([](명|천명|인)[)\]])?$/i
const YEAR = /^((?:19|20)\d{2})(년|[./-]?(12|1\/1|0?1)?)?(년)?$/
const TIME = /^(시점|연도|년도|해|기간|year|prdde)$/i
const ITEM = /^(항목|item|itmnm)$/i
const VALUE = /^(데이터|값|수치|value|dt|자료값)$/i
/** KOSIS writes the code of a class in a column of its own, its name with a C before it: C행정구역별, C산업별. */
const CODE_OF = /^c(?=[가-힣])/i

/**
 * 지역·산업별 종사자: one row a region and industry (KOSIS 전국사업체조사 as seen, 행정구역별·산업별 with 시점 and 항목 over the columns or in columns of their own, or a plain CSV): region, industry (KSIC code or “26 전자부품 …”),
 * persons, of one year or several. Where sections, divisions and finer codes stand together only the divisions count, so that nobody is counted twice.
 * @throws EconomyError `missing` for a column that is not there, `not-a-number` with the cell.
 */
export function readRegionalEmployment(grid: Grid, options: RegionalOptions = {}): RegionalEmployment {
  const header = headerOf(grid)
  const found: EmploymentLine[] = []
  const skipped: string[] = []
  let region = ''
  let industry = ''
  for (let row = header.last + 1; row <= grid.rows; row++) {
    const told = (columns: readonly number[]) =>
      columns
        .map((column) => grid.text(row, column))
        .filter((one) => one !== '')
        .at(-1) ?? ''
    // KOSIS leaves repeated words of a merged block out
    region = header.region.length === 0 ? (options.region ?? '') : told(header.region) || region
    const named = told(header.industry)
    industry = named || industry
    if (industry === '' || header.values.every((one) => grid.text(row, one.column) === '' && named === '')) continue
    if (header.item !== null && !PERSONS.test(plain(grid.text(row, header.item)))) continue
    const code = ksicCode(industry) ?? byName(industry, options.codeOfName) ?? (header.code === null ? null : ksicCode(grid.text(row, header.code)))
    if (code === null) {
      skipped.push(industry)
      continue
    }
    const name = code.name === '' ? industry.replace(/^[A-U]?\d*[\s.:-]*/, '') : code.name
    for (const one of header.values) {
      const year = one.year ?? (header.time === null ? null : yearOf(grid.text(row, header.time)))
      found.push({
        region,
        code: code.code,
        name,
        persons: neededNumber(grid, row, one.column, options.blankIsZero ?? false),
        ...(year === null ? {} : { year }),
      })
    }
  }
  if (found.length === 0)
    throw new EconomyError(
      'missing',
      `expected rows with KSIC codes in sheet "${grid.name}", found none`,
      'write the code before the name, as in “C26 전자부품”',
      { part: grid.name },
    )
  const unnamed = found.find((one) => one.region === '')
  if (unnamed)
    throw new EconomyError(
      'missing',
      `expected a region for "${unnamed.name || unnamed.code}", got none`,
      'add a column 지역, or say of which region the file is',
      { part: grid.name },
    )
  const lines = withoutDoubles(found)
  const dropped = found.length - lines.length
  return {
    lines,
    regions: [...new Set(lines.map((one) => one.region))],
    years: [...new Set(lines.flatMap((one) => one.year ?? []))].sort((a, b) => a - b),
    notes: [
      ...(dropped > 0 ? [`${dropped} rows were left out because their industries stand in the file at another level, too`] : []),
      ...(skipped.length > 0 ? [`rows without a code were left out: ${[...new Set(skipped)].slice(0, 5).join(', ')}`] : []),
    ],
  }
}

/** A label without blanks, and without the level that KOSIS writes behind it: 산업별(1). */
const plain = (words: string): string => words.replace(/\s/g, '').replace(/\(\d\)$/, '')

const yearOf = (text: string): number | null => {
  const found = YEAR.exec(plain(text))
  return found ? Number(found[1]) : null
}

function byName(name: string, codeOfName: RegionalOptions['codeOfName']): { code: string; name: string } | null {
  const code = codeOfName?.(name) ?? null
  return code === null ? null : { code, name }
}

interface Header {
  /** The last row of the header. */
  readonly last: number
  readonly region: readonly number[]
  readonly industry: readonly number[]
  readonly code: number | null
  readonly item: number | null
  readonly time: number | null
  /** Columns that hold persons, each with its year where the header tells it. */
  readonly values: readonly { readonly column: number; readonly year: number | null }[]
}

/** The header: up to four rows, years and items over the columns or in columns of their own. */
function headerOf(grid: Grid): Header {
  for (let row = 1; row <= Math.min(20, grid.rows); row++) {
    const along = (pattern: RegExp): number[] => {
      const made: number[] = []
      for (let column = 1; column <= grid.columns; column++) if (pattern.test(plain(grid.text(row, column)))) made.push(column)
      return made
    }
    const industry = along(INDUSTRY)
    if (industry.length === 0) continue
    const region = along(REGION)
    const labels = new Set([...industry, ...region])
    let code: number | null = null
    for (let column = 1; column <= grid.columns; column++) {
      const words = plain(grid.text(row, column))
      if (!CODE_OF.test(words)) continue
      labels.add(column)
      if (INDUSTRY.test(words.replace(CODE_OF, ''))) code = column
    }
    const single = (pattern: RegExp): number | null => along(pattern)[0] ?? null
    const [item, time, value] = [single(ITEM), single(TIME), single(VALUE)]
    for (const column of [item, time, value]) if (column !== null) labels.add(column)
    // the measure may stand lower, under its year: rows go on as long as the labels say nothing new
    let last = row
    while (
      last < Math.min(row + 3, grid.rows) &&
      [...industry].every((column) => [grid.text(row, column), ''].includes(grid.text(last + 1, column))) &&
      headRow(grid, last + 1, labels)
    )
      last++
    const values = value !== null ? [{ column: value, year: null }] : valueColumns(grid, row, last, labels, item !== null)
    if (values.length > 0) return { last, region, industry, code, item, time, values }
  }
  throw new EconomyError(
    'missing',
    `expected columns 산업 and 종사자 in sheet "${grid.name}", found no row with both`,
    'name the columns 지역, 산업, 종사자수 in one header row',
    { part: grid.name, row: cellName(1, 1) },
  )
}

/** Whether a row is a header still: words or years over the values, no numbers of persons. */
function headRow(grid: Grid, row: number, labels: ReadonlySet<number>): boolean {
  for (let column = 1; column <= grid.columns; column++) {
    const words = plain(grid.text(row, column))
    if (labels.has(column) || words === '') continue
    if (PERSONS.test(words) || YEAR.test(words) || (numberOf(words) === null && /[가-힣a-z]/i.test(words))) return true
    return false
  }
  return false
}

/** Columns that hold persons: those whose head says so; of a file with an item column, or whose heads are years alone, those with a year. */
function valueColumns(
  grid: Grid,
  first: number,
  last: number,
  labels: ReadonlySet<number>,
  hasItems: boolean,
): { column: number; year: number | null }[] {
  const made: { column: number; year: number | null; persons: boolean; other: boolean }[] = []
  let year: number | null = null
  for (let column = 1; column <= grid.columns; column++) {
    if (labels.has(column)) continue
    const heads = Array.from({ length: last - first + 1 }, (_, i) => plain(grid.text(first + i, column)))
    // a year that is merged over several items is written once
    year = heads.map(yearOf).find((one) => one !== null) ?? year
    const measures = heads.filter((one) => one !== '' && yearOf(one) === null && !/^(단위|unit)/i.test(one))
    const persons = measures.some((one) => PERSONS.test(one))
    if (heads.every((one) => one === '')) continue
    made.push({ column, year, persons, other: measures.length > 0 && !persons })
  }
  const told = made.filter((one) => one.persons)
  const yearsAlone = made.filter((one) => !one.other && one.year !== null)
  return (told.length > 0 ? told : hasItems || made.every((one) => !one.other) || /종사자|취업자|고용/.test(grid.name) ? yearsAlone : []).map(
    ({ column, year: of }) => ({ column, year: of }),
  )
}

/**
 * The KSIC code at the beginning of a cell, or null.
 *
 * `[ksicCode('C26 전자부품'), ksicCode('26.전자'), ksicCode('C.제조업(10~34)')?.code, ksicCode('전산업')] // => [{ code: '26', name: '전자부품' }, { code: '26', name: '전자' }, 'C', null]`
 */
export function ksicCode(text: string): { readonly code: string; readonly name: string } | null {
  const digits = /^[A-U]?\s*[-.]?\s*(\d{2,5})(?!\d)[\s.):-]*(.*)$/.exec(text.trim())
  if (digits) return { code: digits[1]!, name: digits[2]!.trim() }
  const letter = /^([A-U])(?=$|[\s.(:-])[\s.(:-]*(.*)$/.exec(text.trim())
  return letter ? { code: letter[1]!, name: letter[2]!.trim().replace(/\)$/, '') } : null
}

/** Of a region that is told at several levels, divisions are kept; else the finest single level. */
function withoutDoubles(lines: readonly EmploymentLine[]): EmploymentLine[] {
  const level = (code: string) => (/^\d/.test(code) ? code.length : 1)
  const kept: EmploymentLine[] = []
  const groups = new Map<string, EmploymentLine[]>()
  for (const one of lines) {
    const key = `${one.region}\u0000${one.year ?? ''}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  for (const own of groups.values()) {
    const levels = [...new Set(own.map((one) => level(one.code)))].sort((a, b) => a - b)
    const wanted = levels.includes(2) ? 2 : levels.at(-1)!
    kept.push(...own.filter((one) => level(one.code) === wanted))
  }
  return kept
}

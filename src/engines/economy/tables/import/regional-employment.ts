import { EconomyError } from '../../economy-error.ts'
import { cellName, type Grid, neededNumber } from './grid.ts'

/** Persons at work in one region and one industry, by the code that the file gives. */
export interface EmploymentLine {
  readonly region: string
  /** Letter of the section, or digits of the code, as in the file: C, 26, C261. */
  readonly code: string
  readonly name: string
  readonly persons: number
}

/** Regional employment by industry (지역·산업별 종사자). */
export interface RegionalEmployment {
  readonly lines: readonly EmploymentLine[]
  readonly regions: readonly string[]
  readonly notes: readonly string[]
}

const REGION = /^(지역|시도|시군구|행정구역.*|시도별|행정구역별|region|area)$/i
const INDUSTRY = /^(산업.*|업종.*|ksic.*|industry.*|code|산업코드|표준산업분류.*)$/i
const PERSONS = /^(총?종사자(수|합계)?|취업자(수)?|고용(자|인원)?(수)?|persons|employed|employment|workers)(\(명\))?$/i

/**
 * 지역·산업별 종사자: one row a region and industry (KOSIS 전국사업체조사 layout or a plain CSV): columns 지역, 산업 (KSIC code or “26 전자부품 …”), 종사자. Where sections, divisions and finer codes stand together only the
 * divisions count, so that nobody is counted twice.
 * @throws EconomyError `missing` for a column that is not there, `not-a-number` with the cell.
 */
export function readRegionalEmployment(grid: Grid, options: { readonly region?: string; readonly blankIsZero?: boolean } = {}): RegionalEmployment {
  const { header, columns } = headerOf(grid)
  const found: EmploymentLine[] = []
  const skipped: string[] = []
  let region = ''
  let industry = ''
  for (let row = header + 1; row <= grid.rows; row++) {
    // KOSIS leaves repeated words of a merged block out
    region = (columns.region === null ? options.region : grid.text(row, columns.region) || region) ?? ''
    industry = grid.text(row, columns.industry) || industry
    if (industry === '' || (grid.text(row, columns.persons) === '' && grid.text(row, columns.industry) === '')) continue
    const code = ksicCode(industry)
    if (code === null) {
      skipped.push(industry)
      continue
    }
    found.push({ region, code: code.code, name: code.name, persons: neededNumber(grid, row, columns.persons, options.blankIsZero ?? false) })
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
    notes: [
      ...(dropped > 0 ? [`${dropped} rows were left out because their industries stand in the file at another level, too`] : []),
      ...(skipped.length > 0 ? [`rows without a code were left out: ${[...new Set(skipped)].slice(0, 5).join(', ')}`] : []),
    ],
  }
}

function headerOf(grid: Grid): { header: number; columns: { region: number | null; industry: number; persons: number } } {
  const plain = (words: string) => words.replace(/\s/g, '')
  for (let row = 1; row <= Math.min(20, grid.rows); row++) {
    const at = (pattern: RegExp, from: number): number | null => {
      for (let column = 1; column <= grid.columns; column++) if (pattern.test(plain(grid.text(from, column)))) return column
      return null
    }
    const industry = at(INDUSTRY, row)
    if (industry === null) continue
    // the measure may stand one row lower, under its year
    for (const below of [row, row + 1, row + 2]) {
      const persons = at(PERSONS, below)
      if (persons !== null) return { header: below, columns: { region: at(REGION, row), industry, persons } }
    }
  }
  throw new EconomyError(
    'missing',
    `expected columns 산업 and 종사자 in sheet "${grid.name}", found no row with both`,
    'name the columns 지역, 산업, 종사자수 in one header row',
    { part: grid.name, row: cellName(1, 1) },
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
  for (const region of new Set(lines.map((one) => one.region))) {
    const own = lines.filter((one) => one.region === region)
    const levels = [...new Set(own.map((one) => level(one.code)))].sort((a, b) => a - b)
    const wanted = levels.includes(2) ? 2 : levels.at(-1)!
    kept.push(...own.filter((one) => level(one.code) === wanted))
  }
  return kept
}

import { EconomyError } from '../../economy-error.ts'
import type { RawIoTable } from '../read-io-table.ts'
import { type EmploymentSheet, readEmploymentSheet } from './employment-sheet.ts'
import { type Grid, gridOf, type Sheet } from './grid.ts'
import { roleOf } from './labels.ts'
import type { SaidMetadata } from './metadata.ts'
import { announcedUnit } from './unit.ts'
import { rawOfWide, readWide, type WideTable } from './wide-table.ts'

/** What a sheet of a workbook holds, by its name and the words above its table. */
export type SheetKind = 'total' | 'domestic' | 'import' | 'employment' | 'coefficients' | 'other'

/** What was made of a file. */
export interface ImportedTable {
  readonly raw: Omit<RawIoTable, 'source' | 'licence'>
  /** What the file itself says of its unit, year and kind; the person who imports confirms it. */
  readonly found: SaidMetadata
  readonly sheets: readonly { readonly name: string; readonly kind: SheetKind }[]
  readonly notes: readonly string[]
}

const HEADLINES = 6

function headline(grid: Grid): string {
  const words: string[] = [grid.name]
  for (let row = 1; row <= Math.min(HEADLINES, grid.rows); row++)
    for (let column = 1; column <= Math.min(6, grid.columns); column++) if (grid.text(row, column) !== '') words.push(grid.text(row, column))
  return words.join(' ')
}

/**
 * What a sheet holds. Its own name decides where it speaks; else the lines above the table.
 *
 * `[sheetKind('국산거래표', ''), sheetKind('Sheet2', '수입거래표 (기초가격)'), sheetKind('취업자', ''), sheetKind('A표_국산투입계수', '')] // => ['domestic', 'import', 'employment', 'coefficients']`
 */
export function sheetKind(name: string, above: string): SheetKind {
  for (const words of [name, above]) {
    if (/계수|역행렬|coefficient|leontief/i.test(words)) return 'coefficients'
    if (/취업|고용표|피용자수|종사자|employ/i.test(words)) return 'employment'
    if (/국산|domestic/i.test(words)) return 'domestic'
    if (/수입거래|수입표|imported? (table|flows)|^수입$|^imports?$/i.test(words)) return 'import'
    if (/총거래|생산자가격평가|total/i.test(words)) return 'total'
  }
  return 'other'
}

/** Only the words above a table name it: a sheet's first rows may already be the table. */
const titleOf = (grid: Grid): string => {
  const words: string[] = []
  for (let row = 1; row <= Math.min(HEADLINES, grid.rows); row++) {
    const line = Array.from({ length: grid.columns }, (_, i) => grid.text(row, i + 1)).filter((one) => one !== '')
    if (new Set(line).size > 3 || line.some((one) => roleOf(one) !== null)) break
    words.push(...new Set(line))
  }
  return words.join(' ')
}

/**
 * 산업연관표 파일: a workbook of the Bank of Korea or KOSIS (총거래표, 국산거래표, 수입거래표, 취업자표 as sheets), of the OECD, or a wide CSV.
 * With a domestic sheet that one is taken, the import sheet as its import matrix; a total sheet beside them is checked cell by cell: 총거래 = 국산 + 수입.
 * @throws EconomyError with sheet, cell and fix.
 */
export function readWorkbook(
  sheets: readonly Sheet[],
  rules: { readonly blankIsZero?: boolean; readonly employmentUnit?: string } = {},
): ImportedTable {
  const grids = sheets.map(gridOf).filter((one) => one.rows > 0)
  const kinds = grids.map((grid) => ({ grid, kind: sheetKind(grid.name, titleOf(grid)) }))
  const of = (kind: SheetKind) => kinds.find((one) => one.kind === kind)?.grid
  const [domestic, imports, total] = [of('domestic'), of('import'), of('total')]
  const main = domestic ?? total ?? kinds.find((one) => one.kind === 'other')?.grid ?? imports
  if (!main) throw withoutFlows(kinds)
  const wide = withTotals(readWide(main, rules), domestic && total ? total : null, rules)
  const notes = [...wide.notes]
  const importedFlows = domestic && imports ? matched(readWide(imports, rules), wide, imports) : null
  if (importedFlows && total) checkTotal(readWide(total, rules), wide, importedFlows, total)
  const year = yearIn(headline(main)) ?? yearIn(grids.map(headline).join(' '))
  const employment = employmentOf(kinds, wide, { ...rules, ...(year === null ? {} : { year }) }, notes)
  const raw = rawOfWide(wide)
  return {
    raw: { ...raw, ...(importedFlows ? { importedFlows } : {}), ...(employment ? { employment } : {}) },
    found: {
      unit: firstOf(grids, announcedUnit),
      year,
      importTreatment: domestic || wide.importedFlows ? 'domestic' : total ? 'total' : null,
      priceBasis: priceBasisIn(headline(main)),
    },
    sheets: kinds.map(({ grid, kind }) => ({ name: grid.name, kind: grid === main && kind === 'other' ? 'total' : kind })),
    notes,
  }
}

function withoutFlows(kinds: readonly { grid: Grid; kind: SheetKind }[]): EconomyError {
  const coefficients = kinds.find((one) => one.kind === 'coefficients')
  return coefficients
    ? new EconomyError(
        'coefficients-as-flows',
        `expected a sheet with a table of flows, found coefficients alone, as in "${coefficients.grid.name}"`,
        'give 국산거래표, 수입거래표 or 총거래표: coefficients are worked out from them',
        { part: coefficients.grid.name },
      )
    : new EconomyError('missing', 'expected a sheet with a table of flows, found none', 'give a sheet with sectors in rows and columns', {
        part: 'file',
      })
}

/** The Bank of Korea prints value added and output under the sheet of all goods alone: where the domestic sheet has none they are taken from there. */
function withTotals(wide: WideTable, total: Grid | null, rules: { readonly blankIsZero?: boolean }): WideTable {
  if (!total || (Object.keys(wide.valueAdded).length > 0 && wide.output)) return wide
  const all = readWide(total, rules)
  matched(all, wide, total)
  const takes = Object.keys(wide.valueAdded).length === 0 && Object.keys(all.valueAdded).length > 0
  return {
    ...wide,
    valueAdded: takes ? all.valueAdded : wide.valueAdded,
    output: wide.output ?? all.output,
    notes: [
      ...wide.notes.filter((one) => !one.startsWith('the sheet states no output') || !all.output),
      ...(takes ? [`value added and output were taken from sheet "${total.name}"`] : []),
    ],
  }
}

function matched(other: WideTable, wide: WideTable, grid: Grid): number[][] {
  const at = other.sectors.findIndex((name, i) => name !== wide.sectors[i])
  if (other.sectors.length !== wide.sectors.length || at >= 0)
    throw new EconomyError(
      'sector-order',
      `expected the sectors of the domestic table in the same order in sheet "${grid.name}", got "${other.sectors[Math.max(0, at)]}" beside "${wide.sectors[Math.max(0, at)]}"`,
      'give both sheets of one classification',
      { part: grid.name },
    )
  return other.flows
}

function checkTotal(total: WideTable, wide: WideTable, imports: readonly number[][], grid: Grid): void {
  if (total.sectors.some((name, i) => name !== wide.sectors[i])) return
  for (const [i, row] of total.flows.entries())
    for (const [j, value] of row.entries()) {
      const made = wide.flows[i]![j]! + imports[i]![j]!
      if (Math.abs(made - value) > 1e-3 * Math.max(Math.abs(value), wide.output?.[j] ?? 0, 1e-9))
        throw new EconomyError(
          'unbalanced-row',
          `expected domestic and imported flows to add up to the total in "${grid.name}" for ${wide.sectors[i]} to ${wide.sectors[j]}, got ${made} against ${value}`,
          'check that the three sheets are of one year, one price basis and one unit',
          { part: grid.name, row: wide.sectors[i]!, column: wide.sectors[j]! },
        )
    }
}

function employmentOf(
  kinds: readonly { grid: Grid; kind: SheetKind }[],
  wide: WideTable,
  rules: { readonly blankIsZero?: boolean; readonly employmentUnit?: string; readonly year?: number },
  notes: string[],
): { employed?: number[]; employees?: number[]; unit: string } | null {
  const options = {
    ...(rules.employmentUnit ? { unit: rules.employmentUnit } : {}),
    ...(rules.blankIsZero ? { blankIsZero: true } : {}),
    ...(rules.year === undefined ? {} : { year: rules.year }),
  }
  const found: EmploymentSheet[] = kinds.flatMap(({ grid, kind }) =>
    kind === 'employment' ? [readEmploymentSheet(grid, wide.sectors, options)] : [],
  )
  const employed = found.find((one) => one.employed)?.employed ?? wide.employed
  const employees = found.find((one) => one.employees)?.employees ?? wide.employees
  if (!employed && !employees) return null
  if (found.length === 0) notes.push('persons stand below the table and were taken as persons (명)')
  return { ...(employed ? { employed } : {}), ...(employees ? { employees } : {}), unit: 'persons' }
}

function firstOf(grids: readonly Grid[], read: (text: string) => string | null): string | null {
  for (const grid of grids)
    for (let row = 1; row <= Math.min(HEADLINES, grid.rows); row++)
      for (let column = 1; column <= grid.columns; column++) {
        const found = read(grid.text(row, column))
        if (found !== null && !/명|인$/.test(found)) return found
      }
  return null
}

/** A year that stands alone among the words: “2020년”. Several different ones say nothing. */
function yearIn(words: string): number | null {
  const years = new Set([...words.matchAll(/(?<!\d)((?:19|20)\d{2})\s*년/g)].map((one) => Number(one[1])))
  return years.size === 1 ? [...years][0]! : null
}

function priceBasisIn(words: string): SaidMetadata['priceBasis'] {
  if (/기초가격|\(기초\)|basic price/i.test(words)) return 'basic'
  if (/생산자가격|\(생산자\)|producer/i.test(words)) return 'producer'
  return /구매자가격|\(구매자\)|purchaser/i.test(words) ? 'purchaser' : null
}

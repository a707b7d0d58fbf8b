import { type Grid, numberOf } from './grid.ts'
import { plainLabel, roleOf } from './labels.ts'

/** Between a region and a sector in one label; no sheet has it. */
const BETWEEN = '\u0001'
/** Rows of imported products stand under a region of their own: 수입, 국외 … */
const ABROAD = /^(수입|국외|해외|외국|import(s|ed)?|restofworld)$/

/** A sheet of several regions as a sheet of one: each sector under the name of its region. */
export interface RegionalGrid {
  readonly grid: Grid
  /** The region and the sector of a label of `grid`. */
  readonly parts: (label: string) => { readonly region: string; readonly sector: string }
  /** Rows of imported products, by the plain name of the product. */
  readonly importRows: ReadonlyMap<string, number>
}

const HIGHEST = 15
const WIDEST = 5

/**
 * 지역 간 표의 머리글: a sheet whose sectors repeat, region after region, over the columns and down the rows (지역산업연관표: 지역, 부문, 부문명). Null for a sheet of one region.
 * A region may be written over each of its columns, over the first, or merged over all.
 */
export function regionalGrid(grid: Grid): RegionalGrid | null {
  let best: { found: RegionalGrid; letters: number } | null = null
  for (let nameRow = 2; nameRow <= Math.min(HIGHEST, grid.rows); nameRow++)
    for (let regionRow = nameRow - 1; regionRow >= Math.max(1, nameRow - 3); regionRow--)
      for (let nameColumn = 2; nameColumn <= Math.min(WIDEST, grid.columns); nameColumn++)
        for (let regionColumn = 1; regionColumn < nameColumn; regionColumn++) {
          const made = under(grid, { nameRow, regionRow, nameColumn, regionColumn })
          // names go before codes
          if (made && made.letters > (best?.letters ?? 0)) best = made
        }
  return best?.found ?? null
}

interface Place {
  readonly nameRow: number
  readonly regionRow: number
  readonly nameColumn: number
  readonly regionColumn: number
}

interface Entry {
  readonly region: string
  readonly name: string
}

function under(grid: Grid, { nameRow, regionRow, nameColumn, regionColumn }: Place): { found: RegionalGrid; letters: number } | null {
  const across = entries(
    grid.columns,
    nameColumn + 1,
    (at) => grid.text(regionRow, at),
    (at) => grid.text(nameRow, at),
  )
  const down = entries(
    grid.rows,
    nameRow + 1,
    (at) => grid.text(at, regionColumn),
    (at) => grid.text(at, nameColumn),
  )
  const key = ({ region, name }: Entry) => `${plainLabel(region)}${BETWEEN}${plainLabel(name)}`
  const rows = new Set([...down.values()].filter(isSector).map(key))
  const shared = [...across].filter(([, one]) => isSector(one) && rows.has(key(one)))
  const regions = new Set(shared.map(([, one]) => plainLabel(one.region)))
  const names = new Set(shared.map(([, one]) => plainLabel(one.name)))
  // several regions with the same sectors, each pair once
  if (regions.size < 2 || names.size < 2 || new Set(shared.map(([, one]) => key(one))).size !== shared.length || shared.length < 2 * names.size)
    return null
  const inBoth = new Set(shared.map(([, one]) => key(one)))
  const label = (one: Entry) => `${one.region}${BETWEEN}${one.name}`
  const importRows = new Map(
    [...down].flatMap(([at, one]) => (ABROAD.test(plainLabel(one.region)) && isSector(one) ? [[plainLabel(one.name), at] as const] : [])),
  )
  const hidden = new Set(importRows.values())
  const text = (row: number, column: number): string => {
    if (hidden.has(row)) return ''
    if (row === nameRow && column > nameColumn) {
      const one = across.get(column)
      return one && inBoth.has(key(one)) ? label(one) : grid.text(row, column)
    }
    if (column === nameColumn && row > nameRow) {
      const one = down.get(row)
      return one && inBoth.has(key(one)) ? label(one) : grid.text(row, column) || grid.text(row, regionColumn)
    }
    // codes and regions repeat and would be taken for names
    if (
      (row > regionRow - 1 && row < nameRow && column > nameColumn && inBoth.has(key(across.get(column) ?? { region: '', name: '' }))) ||
      (column < nameColumn && row > nameRow)
    )
      return ''
    return grid.text(row, column)
  }
  const found: RegionalGrid = {
    grid: { ...grid, text, number: (row, column) => numberOf(text(row, column)) },
    parts: (said) => {
      const [region = '', sector = ''] = said.split(BETWEEN)
      return { region, sector }
    },
    importRows,
  }
  return { found, letters: [...names].join('').length }
}

const isSector = ({ name }: Entry): boolean => name !== '' && roleOf(name) === null && numberOf(name) === null

/** Region and name at each place; a region that is written once holds on until the next. */
function entries(count: number, from: number, region: (at: number) => string, name: (at: number) => string): Map<number, Entry> {
  const made = new Map<number, Entry>()
  let current = ''
  for (let at = from; at <= count; at++) {
    const words = region(at)
    if (words !== '' && numberOf(words) === null) current = words
    if (name(at) !== '') made.set(at, { region: current, name: name(at) })
  }
  return made
}

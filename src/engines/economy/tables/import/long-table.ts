import { EconomyError } from '../../economy-error.ts'
import type { IoTable } from '../io-table.ts'
import type { RawIoTable } from '../read-io-table.ts'
import { cellName, type Grid, neededNumber } from './grid.ts'

/** Columns of the long form (긴 표). `flow`: intermediate, final, value_added, output, employed, employees. */
export const longColumns = ['from_region', 'from_sector', 'to_region', 'to_sector', 'flow', 'origin', 'value'] as const
const flows = ['intermediate', 'final', 'value_added', 'output', 'employed', 'employees'] as const
type Flow = (typeof flows)[number]

/** Whether a sheet is a long table: its first row names the columns. */
export function isLong(grid: Grid): boolean {
  const header = Array.from({ length: grid.columns }, (_, i) => grid.text(1, i + 1).toLowerCase())
  return ['from_sector', 'to_sector', 'flow', 'value'].every((name) => header.includes(name))
}

interface Line {
  readonly row: number
  readonly from: string
  readonly to: string
  readonly fromRegion: string
  readonly toRegion: string
  readonly flow: Flow
  readonly imported: boolean
  readonly value: number
}

/**
 * 긴 표: one flow a line, as in the columns of `longColumns`. Sectors stand in the order in which they are first named as sellers; a pair that is not named has no flow.
 * Final demand names its kind in `to_sector` (민간소비 …), value added its part in `from_sector` (피용자보수 …); `origin` is domestic or import, empty for domestic.
 * @throws EconomyError `missing`, `not-a-number`, `out-of-range` with the cell; `sector-order` for a pair that stands twice.
 */
export function readLong(grid: Grid): Omit<RawIoTable, 'source' | 'licence'> {
  const lines = linesOf(grid)
  const label = (region: string, sector: string) => (region === '' ? sector : `${region}\u0000${sector}`)
  const order = new Map<string, number>()
  for (const one of lines) if (one.flow === 'intermediate') place(order, label(one.fromRegion, one.from))
  for (const one of lines) if (one.flow === 'intermediate' || one.flow === 'output') place(order, label(one.toRegion, one.to))
  const n = order.size
  if (n === 0)
    throw new EconomyError(
      'missing',
      'expected lines whose flow is "intermediate", found none',
      `write one line a flow, columns ${longColumns.join(', ')}`,
      { part: grid.name },
    )
  const empty = () => new Array<number>(n).fill(0)
  const square = () => Array.from({ length: n }, empty)
  const domestic = square()
  const imported = square()
  const vectors = { final: {} as Record<string, number[]>, value_added: {} as Record<string, number[]> }
  const single = new Map<'output' | 'employed' | 'employees', number[]>()
  const seen = new Map<string, number>()
  for (const one of lines) {
    const key = [one.flow, label(one.fromRegion, one.from), label(one.toRegion, one.to), one.imported].join('\u0001')
    const before = seen.get(key)
    if (before !== undefined)
      throw new EconomyError(
        'sector-order',
        `expected each flow once, got ${one.from} to ${one.to} in rows ${before} and ${one.row}`,
        'add the two up, or tell them apart',
        {
          part: grid.name,
          row: one.row,
        },
      )
    seen.set(key, one.row)
    const at = (name: string) => known(order, name, grid, one.row)
    if (one.flow === 'intermediate')
      (one.imported ? imported : domestic)[at(label(one.fromRegion, one.from))]![at(label(one.toRegion, one.to))] = one.value
    else if (one.flow === 'final') {
      // imported final demand leaves a table of domestic flows
      if (!one.imported) (vectors.final[one.to] ??= empty())[at(label(one.fromRegion, one.from))] = one.value
    } else if (one.flow === 'value_added') (vectors.value_added[one.from] ??= empty())[at(label(one.toRegion, one.to))] = one.value
    else {
      const values = single.get(one.flow) ?? empty()
      single.set(one.flow, values)
      values[at(label(one.toRegion, one.to))] = one.value
    }
  }
  const names = [...order.keys()].map((one) => one.split('\u0000'))
  const several = new Set(names.map((one) => (one.length === 2 ? one[0] : ''))).size > 1
  const [employed, employees, output] = [single.get('employed'), single.get('employees'), single.get('output')]
  return {
    sectors: names.map((one) => one.at(-1)!),
    ...(several ? { regions: names.map((one) => (one.length === 2 ? one[0]! : '')) } : {}),
    flows: domestic,
    ...(lines.some((one) => one.imported && one.flow === 'intermediate') ? { importedFlows: imported } : {}),
    ...(Object.keys(vectors.final).length > 0 ? { finalDemand: vectors.final } : {}),
    ...(Object.keys(vectors.value_added).length > 0 ? { valueAdded: vectors.value_added } : {}),
    ...(output ? { output } : {}),
    ...(employed || employees ? { employment: { ...(employed ? { employed } : {}), ...(employees ? { employees } : {}), unit: 'persons' } } : {}),
  }
}

const place = (order: Map<string, number>, name: string): void => {
  if (!order.has(name)) order.set(name, order.size)
}

function known(order: ReadonlyMap<string, number>, name: string, grid: Grid, row: number): number {
  const at = order.get(name)
  if (at !== undefined) return at
  throw new EconomyError(
    'missing',
    `expected a sector that buys or sells inputs, got "${name.replace('\u0000', ' ')}" in row ${row} of ${grid.name}`,
    'check the spelling',
    {
      part: grid.name,
      row,
    },
  )
}

function linesOf(grid: Grid): Line[] {
  const header = new Map(Array.from({ length: grid.columns }, (_, i) => [grid.text(1, i + 1).toLowerCase(), i + 1] as const))
  const column = (name: (typeof longColumns)[number]) => header.get(name)
  const text = (row: number, name: (typeof longColumns)[number]) => {
    const at = column(name)
    return at === undefined ? '' : grid.text(row, at)
  }
  const valueColumn = column('value')
  if (valueColumn === undefined)
    throw new EconomyError('missing', `expected the columns ${longColumns.join(', ')}, found no "value"`, 'name the columns in the first row', {
      part: grid.name,
    })
  const made: Line[] = []
  for (let row = 2; row <= grid.rows; row++) {
    if (text(row, 'from_sector') === '' && text(row, 'to_sector') === '' && text(row, 'value') === '') continue
    const flow = text(row, 'flow').toLowerCase()
    if (!(flows as readonly string[]).includes(flow))
      throw new EconomyError(
        'out-of-range',
        `expected a flow among ${flows.join(', ')} in ${grid.name}!${cellName(row, column('flow') ?? 1)}, got "${flow}"`,
        'write one of these words',
        {
          part: grid.name,
          row: cellName(row, column('flow') ?? 1),
        },
      )
    const origin = text(row, 'origin').toLowerCase()
    if (!['', 'domestic', 'import'].includes(origin))
      throw new EconomyError(
        'out-of-range',
        `expected domestic or import as the origin in row ${row} of ${grid.name}, got "${origin}"`,
        'leave it empty for domestic',
        { part: grid.name, row },
      )
    made.push({
      row,
      from: text(row, 'from_sector'),
      to: text(row, 'to_sector'),
      fromRegion: text(row, 'from_region'),
      toRegion: text(row, 'to_region'),
      flow: flow as Flow,
      imported: origin === 'import',
      value: neededNumber(grid, row, valueColumn, false),
    })
  }
  return made
}

/** 긴 표로 쓰기: a table as lines of the long form, header first; a flow of 0 has no line, so that reading it again gives the same table. */
export function longOf(table: IoTable): (string | number)[][] {
  const made: (string | number)[][] = [[...longColumns]]
  const region = (i: number) => table.regions?.[i] ?? ''
  const n = table.sectors.length
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) cell(i, j, table.flows.values[i * n + j]!, 'domestic')
  if (table.importedFlows) for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) cell(i, j, table.importedFlows.values[i * n + j]!, 'import')
  function cell(i: number, j: number, value: number, origin: string): void {
    // the first column keeps every seller's line, so that the order of sectors is written down
    if (value !== 0 || (j === 0 && origin === 'domestic'))
      made.push([region(i), table.sectors[i]!, region(j), table.sectors[j]!, 'intermediate', origin, value])
  }
  for (const part of table.finalDemand)
    for (const [i, value] of part.values.entries()) made.push([region(i), table.sectors[i]!, '', part.name, 'final', 'domestic', value])
  for (const part of table.valueAdded)
    for (const [j, value] of part.values.entries()) made.push(['', part.name, region(j), table.sectors[j]!, 'value_added', '', value])
  for (const [j, value] of table.output.entries()) made.push(['', '', region(j), table.sectors[j]!, 'output', '', value])
  for (const kind of ['employed', 'employees'] as const)
    for (const [j, value] of (table.employment?.[kind] ?? []).entries()) made.push(['', '', region(j), table.sectors[j]!, kind, '', value])
  return made
}

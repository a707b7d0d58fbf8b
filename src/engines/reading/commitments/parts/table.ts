import type { Slot } from '../../reading.ts'
import type { Cell } from '../../tables/tables.ts'
import { type Draft, slot } from '../draft.ts'

/** How many numbers a table may hold between a cell and its sum. */
const NUMBERS = 400

const amountOf = (draft: Draft): number => draft.mention.value as number
const isCell = (cell: Cell | undefined): cell is Cell & { column: number } => cell?.column !== undefined

/** Printed parts are rounded. */
const ROUNDED = 0.005

/**
 * A table that adds itself up (합계 행, 계 열): a cell is a part of the sum of its row, and where its row has none, of the sum of its column; the sum of a row
 * is a part of the sum of them all. "구분 계 2026 2027 / 합계 600 250 350 / 센터 480 200 280 / 장비 120 50 70": 200 of 480, 250 and 480 of 600.
 * Only what does add up is told as parts: under subtotals, averages and rows within a row the labels alone do not say what sums up what.
 */
export function partsOfTable(drafts: readonly Draft[], out: (Slot<number> | null)[]): void {
  const parts = new Map<number, number[]>()
  for (let k = 0; k < drafts.length; k++) {
    const { cell } = drafts[k]!
    if (!isCell(cell) || out[k] !== null) continue
    const ofRow = cell.sum === true ? null : sumOfRow(drafts, k)
    const t = ofRow ?? (cell.total ? null : sumOfColumn(drafts, k))
    if (t === null) continue
    const own = parts.get(t)
    if (own === undefined) parts.set(t, [k])
    else own.push(k)
  }
  for (const [t, all] of parts) {
    const total = amountOf(drafts[t]!)
    // the sum of all is that of the columns beside it and of the rows below it: each for itself
    const beside = all.filter((k) => drafts[k]!.cell!.line.start === drafts[t]!.cell!.line.start)
    const below = all.filter((k) => !beside.includes(k))
    for (const group of [beside, below]) {
      const sum = group.reduce((some, k) => some + amountOf(drafts[k]!), 0)
      if (group.length > 1 && Math.abs(sum - total) <= total * ROUNDED) for (const k of group) out[k] = slot(t, null, 'part:table')
    }
  }
}

const alike = (a: Draft, b: Draft): boolean =>
  a.mention.unit === b.mention.unit && a.indicator.value === b.indicator.value && amountOf(a) < amountOf(b)

function sumOfRow(drafts: readonly Draft[], k: number): number | null {
  const part = drafts[k]!
  const { line } = part.cell!
  for (const step of [-1, 1])
    for (let t = k + step; t >= 0 && t < drafts.length; t += step) {
      const { cell } = drafts[t]!
      if (!isCell(cell) || cell.line.start !== line.start) break
      if (cell.sum === true && alike(part, drafts[t]!)) return t
    }
  return null
}

function sumOfColumn(drafts: readonly Draft[], k: number): number | null {
  const part = drafts[k]!
  const { column } = part.cell!
  for (const step of [-1, 1])
    for (let t = k + step; t >= 0 && t < drafts.length && Math.abs(t - k) <= NUMBERS; t += step) {
      const { cell } = drafts[t]!
      if (!isCell(cell)) break
      if (cell.total && cell.column === column && alike(part, drafts[t]!)) return t
    }
  return null
}

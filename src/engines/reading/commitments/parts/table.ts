import type { Slot } from '../../reading.ts'
import type { Cell } from '../../tables/tables.ts'
import { type Draft, slot } from '../draft.ts'

/** How many numbers a table may hold between a cell and its sum. */
const NUMBERS = 400

const amountOf = (draft: Draft): number => draft.mention.value as number
const isCell = (cell: Cell | undefined): cell is Cell & { column: number } => cell?.column !== undefined

/**
 * A table that adds itself up (합계 행, 계 열): a cell is a part of the sum of its row, and where its row has none, of the sum of its column; the sum of a row
 * is a part of the sum of them all. "구분 계 2026 2027 / 합계 600 250 350 / 센터 480 200 280": 200 of 480, 250 and 480 of 600.
 */
export function partsOfTable(drafts: readonly Draft[], out: (Slot<number> | null)[]): void {
  for (let k = 0; k < drafts.length; k++) {
    const { cell } = drafts[k]!
    if (!isCell(cell) || out[k] !== null) continue
    const rule = cell.sum === true ? null : sumOfRow(drafts, k)
    const t = rule ?? (cell.total ? null : sumOfColumn(drafts, k))
    if (t !== null) out[k] = slot(t, null, 'part:table')
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

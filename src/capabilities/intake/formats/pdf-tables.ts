import type { Line, Segment } from './pdf-lines.ts'
import type { Grid } from './table.ts'

const overlaps = (a: Segment, b: Segment) => a.left < b.right && b.left < a.right

/**
 * How many lines from `from` are rows of one table: two at least, each with two or more short segments, each segment under (or over) one column and no two
 * under the same. Long segments are columns of running text, not cells.
 */
export function tableLength(lines: readonly Line[], from: number): number {
  let count = 0
  let columns: Segment[] = []
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]!
    if (line.page !== lines[from]!.page || line.segments.length < 2) break
    if (line.segments.some((segment) => segment.text.length > 40)) break
    if (count > 0 && !fits(columns, line.segments)) break
    columns = widen(columns, line.segments)
    count++
  }
  return count >= 2 ? count : 0
}

function fits(columns: readonly Segment[], segments: readonly Segment[]): boolean {
  const taken = new Set<number>()
  for (const segment of segments) {
    const under = columns.flatMap((column, index) => (overlaps(column, segment) ? [index] : []))
    if (under.length > 1 || (under[0] !== undefined && taken.has(under[0]))) return false
    if (under[0] !== undefined) taken.add(under[0])
  }
  return taken.size >= 2
}

function widen(columns: readonly Segment[], segments: readonly Segment[]): Segment[] {
  const out = columns.map((column) => ({ ...column }))
  for (const segment of segments) {
    const column = out.find((one) => overlaps(one, segment))
    if (column) {
      column.left = Math.min(column.left, segment.left)
      column.right = Math.max(column.right, segment.right)
    } else out.push({ ...segment })
  }
  return out.sort((a, b) => a.left - b.left)
}

/** Those lines as a grid. */
export function gridOfLines(lines: readonly Line[]): Grid {
  let columns: Segment[] = []
  for (const line of lines) columns = widen(columns, line.segments)
  return lines.map((line, row) =>
    columns.map((column, index) => {
      const segment = line.segments.find((one) => overlaps(one, column))
      return segment ? { text: segment.text, row: row + 1, column: index + 1 } : null
    }),
  )
}

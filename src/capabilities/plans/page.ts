import { decodeCursor, encodeCursor } from '#api/paging'

/** A sort key: nothing known stands last, whichever way the list goes. */
export type SortKey = string | number | null

/**
 * 한 쪽: one page of rows that were worked out in memory (an office has hundreds of these, not millions), by a key and then by id, with the cursor of the next.
 */
export function pageOfRows<R extends { readonly id: string }>(
  rows: readonly R[],
  query: { limit: number; cursor?: string | undefined; descending: boolean },
  keyOf: (row: R) => SortKey,
): { items: R[]; next: string | null; total: number } {
  const turn = query.descending ? -1 : 1
  const order = (a: [SortKey, string], b: [SortKey, string]): number => compared(a[0], b[0], turn) || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0)
  const sorted = rows.map((row) => ({ row, at: [keyOf(row), row.id] as [SortKey, string] })).sort((a, b) => order(a.at, b.at))
  const after = decodeCursor(query.cursor, 2) as [SortKey, string] | null
  const rest = after === null ? sorted : sorted.filter((one) => order(one.at, [after[0], String(after[1])]) > 0)
  const page = rest.slice(0, query.limit)
  const last = page.at(-1)
  return { items: page.map((one) => one.row), next: rest.length > query.limit && last ? encodeCursor(last.at) : null, total: rows.length }
}

function compared(a: SortKey, b: SortKey, turn: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  if (typeof a === 'number' && typeof b === 'number') return (a - b) * turn
  const [x, y] = [String(a), String(b)]
  return x === y ? 0 : (x < y ? -1 : 1) * turn
}

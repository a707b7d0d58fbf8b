import { expect, test } from 'vitest'
import { pageOfRows } from './page.ts'

const rows = [
  { id: 'c', key: 2 },
  { id: 'a', key: null },
  { id: 'b', key: 2 },
  { id: 'd', key: 1 },
  { id: 'e', key: null },
]
const walk = (descending: boolean) => {
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = pageOfRows(rows, { limit: 2, cursor: cursor ?? undefined, descending }, (row) => row.key)
    expect(page.total).toBe(5)
    seen.push(...page.items.map((row) => row.id))
    cursor = page.next
  }
  return seen.join('')
}

test('every row comes once, page by page, equal keys by id, what is not known last both ways', () => {
  expect(walk(false)).toBe('dbcae')
  expect(walk(true)).toBe('bcdae')
})

test('a cursor that nobody gave is refused', () => {
  expect(() => pageOfRows(rows, { limit: 2, cursor: 'nonsense', descending: false }, (row) => row.key)).toThrow('422')
})

import { describe, expect, test } from 'vitest'
import { type Column, nextSort, readSort, shownColumns, sortParameter } from './columns.ts'
import { visibleSpan } from './window.ts'

describe('sorting', () => {
  test('numbers begin with the largest, words with the first letter', () => {
    expect(nextSort(null, { id: 'value', numeric: true })).toEqual({ by: 'value', direction: 'descending' })
    expect(nextSort(null, { id: 'name' })).toEqual({ by: 'name', direction: 'ascending' })
  })
  test('the same heading again turns the order round', () =>
    expect(nextSort({ by: 'name', direction: 'ascending' }, { id: 'name' }).direction).toBe('descending'))
  test('an order survives the address', () => {
    for (const sort of [
      { by: 'value', direction: 'descending' },
      { by: 'name', direction: 'ascending' },
    ] as const)
      expect(readSort(sortParameter(sort))).toEqual(sort)
    expect(readSort(undefined)).toBeNull()
  })
})

describe('columns', () => {
  const columns: Column<unknown>[] = [
    { id: 'name', label: 'Name', head: true, render: () => '' },
    { id: 'value', label: 'Value', render: () => '' },
    { id: 'owner', label: 'Owner', hidden: true, render: () => '' },
  ]
  const ids = (visible?: readonly string[]) => shownColumns(columns, visible).map((column) => column.id)
  test('the hidden ones wait until they are chosen', () => expect(ids()).toEqual(['name', 'value']))
  test('the heading of a row always stands, in the order of the table', () => expect(ids(['owner', 'gone'])).toEqual(['name', 'owner']))
})

describe('visibleSpan', () => {
  test('draws what the view needs and some more', () => expect(visibleSpan(1000, 40, 4000, 800, 10)).toEqual({ first: 90, end: 130 }))
  test('stays within the rows, also when the page is scrolled past them', () => {
    for (const top of [-5000, 0, 39_000, 90_000]) {
      const span = visibleSpan(1000, 40, top, 800, 10)
      expect(span.first).toBeGreaterThanOrEqual(0)
      expect(span.end).toBeLessThanOrEqual(1000)
      expect(span.end).toBeGreaterThan(span.first)
    }
  })
})

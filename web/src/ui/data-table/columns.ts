import type { ReactNode } from 'react'
import { useState } from 'react'

/** One column of a table. */
export interface Column<Row> {
  id: string
  /** Its heading; on a phone it stands before the value. */
  label: string
  render: (row: Row) => ReactNode
  /** Numbers stand at the right. */
  numeric?: boolean
  /** The name of a row: its heading cell, always shown. Exactly one column has it. */
  head?: boolean
  sortable?: boolean
  /** Not shown until it is chosen. */
  hidden?: boolean
  /** True where this row has nothing to say here: a card on a phone leaves the line out. */
  blank?: (row: Row) => boolean
  /** What stands at the foot of the column. */
  foot?: ReactNode
}

/** By which column a list is ordered. */
export interface Sort {
  by: string
  direction: 'ascending' | 'descending'
}

/**
 * The `sort` parameter of the API.
 *
 * sortParameter({ by: 'value', direction: 'descending' }) // => '-value'
 */
export const sortParameter = (sort: Sort | null): string | undefined => (sort ? `${sort.direction === 'descending' ? '-' : ''}${sort.by}` : undefined)

/** A `sort` parameter as an order: `readSort('-value')`. */
export function readSort(parameter: string | undefined): Sort | null {
  if (!parameter) return null
  return parameter.startsWith('-') ? { by: parameter.slice(1), direction: 'descending' } : { by: parameter, direction: 'ascending' }
}

/** The order after a press on a heading: numbers from the largest first, words from the first letter, then the other way round. */
export function nextSort(now: Sort | null, column: { id: string; numeric?: boolean }): Sort {
  if (now?.by !== column.id) return { by: column.id, direction: column.numeric ? 'descending' : 'ascending' }
  return { by: column.id, direction: now.direction === 'ascending' ? 'descending' : 'ascending' }
}

/** The columns to show of those chosen: the head column always, in the order of the table; an unknown id is passed over. */
export function shownColumns<Row>(columns: readonly Column<Row>[], visible: readonly string[] | undefined): readonly Column<Row>[] {
  return columns.filter((column) => column.head || (visible ? visible.includes(column.id) : !column.hidden))
}

/** Which columns a person sees of the table with this name, kept on this machine. Give both to `DataTable` and `ColumnChooser`. */
export function useVisibleColumns(
  name: string,
  columns: readonly { id: string; hidden?: boolean; head?: boolean }[],
): [visible: readonly string[], change: (visible: readonly string[]) => void] {
  const place = `gusul.columns.${name}`
  const [visible, setVisible] = useState<readonly string[]>(() => {
    const usual = columns.filter((column) => !column.hidden).map((column) => column.id)
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
      return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : usual
    } catch {
      return usual
    }
  })
  return [
    visible,
    (next) => {
      setVisible(next)
      localStorage.setItem(place, JSON.stringify(next))
    },
  ]
}

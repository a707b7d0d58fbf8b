import { Fragment, type ReactNode, useRef, useState } from 'react'
import { Button } from '#ui/button/button'
import { Empty } from '#ui/empty/empty'
import { Skeleton, useLongWait } from '#ui/skeleton/skeleton'
import { useShortcuts } from '#web/shell/shortcuts'
import { useTexts } from '#web/shell/texts'
import { classes } from '#web/ui/kit/classes'
import { uiTexts } from '#web/ui/kit/texts'
import { type Column, nextSort, type Sort, shownColumns } from './columns.ts'
import './data-table.css'
import { drawAllUpTo, useRowSpan } from './window.ts'

export interface DataTableProps<Row> {
  /** What the table lists, for those who hear it. */
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** How a row is called aloud, such as when it is selected. */
  rowName: (row: Row) => string
  visible?: readonly string[]
  sort?: Sort | null
  onSort?: (sort: Sort) => void
  selected?: ReadonlySet<string>
  onSelect?: (selected: ReadonlySet<string>) => void
  /** ↵ on the current row. */
  onOpen?: (row: Row) => void
  /** More keys of the current row: S for its sentence, A to accept. */
  rowKeys?: readonly { key: string; label: string; run: (row: Row) => void }[]
  /** Rows with one group after another, each under its heading; the rows must already stand in that order. */
  groupOf?: (row: Row) => { id: string; label: ReactNode }
  waiting?: boolean
  problem?: ReactNode
  onRetry?: () => void
  /** What stands where there are no rows. */
  empty?: ReactNode
}

/**
 * 표: sorted by its headings, rows chosen by boxes, J and K for the current row, cards on a phone. Beyond 200 rows only those near the view are drawn.
 * What is shown, sorted and selected is the screen's state; the current row is the table's own.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    label,
    columns,
    rows,
    rowId,
    rowName,
    visible,
    sort = null,
    onSort,
    selected,
    onSelect,
    onOpen,
    rowKeys = [],
    groupOf,
    waiting,
    problem,
    onRetry,
    empty,
  } = props
  const texts = useTexts(uiTexts)
  const body = useRef<HTMLTableSectionElement>(null)
  const [currentId, setCurrentId] = useState<string | null>(null)
  const span = useRowSpan(body, rows.length)
  const long = useLongWait(waiting === true && rows.length === 0)
  const shown = shownColumns(columns, visible)
  const width = shown.length + (onSelect ? 1 : 0)
  const at = currentId === null ? -1 : rows.findIndex((row) => rowId(row) === currentId)
  const current = rows[at]

  const move = (step: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, at === -1 ? 0 : at + step))]
    if (!next) return
    const id = rowId(next)
    setCurrentId(id)
    requestAnimationFrame(() => {
      const row = body.current?.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(id)}"]`)
      if (!row) return window.scrollBy({ top: step * span.rowHeight })
      row.focus({ preventScroll: true })
      row.scrollIntoView({ block: 'nearest' })
    })
  }
  useShortcuts([
    { key: 'j', label: texts.rowKeys, run: () => move(1), off: rows.length === 0 },
    { key: 'k', label: texts.rowKeys, run: () => move(-1), off: rows.length === 0, bar: false },
    { key: 'Enter', label: texts.open, run: () => current && onOpen?.(current), off: !onOpen || rows.length === 0 },
    ...rowKeys.map((one) => ({ key: one.key, label: one.label, run: () => current && one.run(current), off: rows.length === 0 })),
  ])

  if (problem)
    return (
      <Empty title={texts.failed} action={onRetry ? <Button onClick={onRetry}>{texts.retry}</Button> : null}>
        <span role="alert">{problem}</span>
      </Empty>
    )
  if (rows.length === 0 && !waiting) return <>{empty ?? <Empty title={texts.empty} />}</>

  const all = rows.length > 0 && selected !== undefined && rows.every((row) => selected.has(rowId(row)))
  const toggle = (id: string) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    onSelect?.(next)
  }
  const drawn = rows.slice(span.first, span.end)
  const feet = shown.some((column) => column.foot !== undefined)
  return (
    <table className="tb tb--cards dt" aria-busy={waiting || undefined} aria-rowcount={rows.length > drawAllUpTo ? rows.length + 1 : undefined}>
      <caption className="vh">{label}</caption>
      <thead>
        <tr>
          {onSelect ? (
            <th scope="col" className="dt-box">
              <input
                type="checkbox"
                aria-label={texts.selectAll}
                checked={all}
                onChange={() => onSelect(all ? new Set() : new Set(rows.map(rowId)))}
              />
            </th>
          ) : null}
          {shown.map((column) => (
            <th
              key={column.id}
              scope="col"
              className={column.numeric ? 'num' : undefined}
              aria-sort={sort?.by === column.id ? sort.direction : undefined}
            >
              {column.sortable && onSort ? (
                <button type="button" className="dt-sort" title={texts.sortBy(column.label)} onClick={() => onSort(nextSort(sort, column))}>
                  {column.label}
                </button>
              ) : (
                column.label
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.length === 0 && long ? <WaitingRows columns={shown} boxes={onSelect !== undefined} label={texts.loading} /> : null}
        <Spacer height={span.first * span.rowHeight} width={width} />
        {drawn.map((row, place) => {
          const id = rowId(row)
          const before = rows[span.first + place - 1]
          const group = groupOf?.(row)
          return (
            <Fragment key={id}>
              {group && (before === undefined || groupOf?.(before).id !== group.id) ? (
                <tr className="grp">
                  <th colSpan={width} scope="colgroup">
                    {group.label}
                  </th>
                </tr>
              ) : null}
              <tr
                data-row={id}
                tabIndex={-1}
                aria-current={id === currentId || undefined}
                aria-rowindex={rows.length > drawAllUpTo ? span.first + place + 2 : undefined}
                className={classes(selected?.has(id) && 'dt-on') || undefined}
                onClick={() => setCurrentId(id)}
              >
                {onSelect ? (
                  <td className="dt-box">
                    <input
                      type="checkbox"
                      aria-label={texts.selectRow(rowName(row))}
                      checked={selected?.has(id) ?? false}
                      onChange={() => toggle(id)}
                    />
                  </td>
                ) : null}
                {shown.map((column) => {
                  const look = classes(column.numeric && 'num', column.blank?.(row) && 'nil') || undefined
                  return column.head ? (
                    <th key={column.id} scope="row" className={look}>
                      {column.render(row)}
                    </th>
                  ) : (
                    <td key={column.id} className={look} data-l={column.label}>
                      {column.render(row)}
                    </td>
                  )
                })}
              </tr>
            </Fragment>
          )
        })}
        <Spacer height={(rows.length - span.end) * span.rowHeight} width={width} />
      </tbody>
      {feet && rows.length > 0 ? (
        <tfoot>
          <tr>
            {onSelect ? <td /> : null}
            {shown.map((column) =>
              column.head ? (
                <th key={column.id} scope="row">
                  {column.foot}
                </th>
              ) : (
                <td key={column.id} className={column.numeric ? 'num' : undefined} data-l={column.label}>
                  {column.foot}
                </td>
              ),
            )}
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
}

function Spacer({ height, width }: { height: number; width: number }) {
  if (height <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without a tab stop takes no focus
    <tr aria-hidden="true" className="dt-gap">
      <td colSpan={width} style={{ height }} />
    </tr>
  )
}

function WaitingRows<Row>({ columns, boxes, label }: { columns: readonly Column<Row>[]; boxes: boolean; label: string }) {
  return Array.from({ length: 8 }, (_, row) => (
    <tr key={row}>
      {boxes ? <td className="dt-box" /> : null}
      {columns.map((column) => (
        <td key={column.id} className={column.numeric ? 'num' : undefined}>
          <Skeleton wide={column.head ? 14 : 4} />
          {row === 0 && column.head ? (
            <span className="vh" role="status">
              {label}
            </span>
          ) : null}
        </td>
      ))}
    </tr>
  ))
}

import { codeLists, nameOfCode } from '#engines/interchange/codes'
import type { CellChange, RowError } from '#engines/interchange/plan-row'
import type { Row } from '#store/log/insert-rows'
import type { Json } from '#store/schema'
import type { PlannedRow } from './plan.ts'
import { fieldOf } from './write-projects.ts'

/** Who set what stands there now, by subject and field. */
export type Setters = ReadonlyMap<string, { by: string | null; at: string }>

const toldOf = (error: RowError): Json => ({ expected: { ...error.expected }, got: error.got, todo: { ...error.todo } })

/** What a check found, as rows of the table that keeps it: one for each changed cell, one for each added row, one for each reason why a row cannot be taken. */
export function changeRows(officeId: string, importId: string, planned: readonly PlannedRow[], setters: Setters): Row[] {
  const rows: Row[] = []
  for (const one of planned) {
    const shared = {
      office_id: officeId,
      import_id: importId,
      table_id: one.table,
      sheet: one.sheet,
      row_number: one.row,
      record_id: one.record?.liveId ?? null,
      subject_id: one.subject.id,
      subject_name: one.subject.name,
      confidential: one.subject.confidential || one.after.confidential === 'true',
    }
    const add = (row: Row) => rows.push({ ...blank, ...shared, ord: rows.length, ...row })
    if (one.kind === 'errors')
      for (const error of one.errors)
        add({ kind: 'error', column_id: error.column?.id ?? null, cell: error.cell, value_after: error.got, told: toldOf(error) })
    else if (one.kind === 'addition')
      add({ kind: 'addition', value_after: summaryOf(one), told: { cells: one.changes.map(cellOf) }, unit: one.after.unit ?? null })
    else {
      for (const [kind, cells] of [
        ['change', one.changes],
        ['conflict', one.conflicts],
      ] as const)
        for (const { column, cell, before, after } of cells) {
          const setter = one.table === 'projects' ? setters.get(`${one.subject.id} ${fieldOf(column.id)}`) : undefined
          add({
            kind,
            column_id: column.id,
            cell,
            value_before: before,
            value_after: after,
            unit: column.form === 'amount' ? (one.after.unit ?? null) : null,
            held_by: setter?.by ?? one.record?.heldBy ?? null,
            held_since: setter?.at ?? one.record?.heldSince ?? null,
          })
        }
    }
  }
  return rows
}

const blank: Row = { column_id: null, cell: null, value_before: null, value_after: null, unit: null, held_by: null, held_since: null, told: null }
const cellOf = ({ column, cell, after }: CellChange): Json => ({ column: column.id, cell, after })

/** What an added row adds, in one line. */
function summaryOf(one: PlannedRow): string {
  const { after } = one
  if (one.table === 'projects') return after.nameKo ?? ''
  if (one.table === 'facts')
    return [nameOfCode(after.facet ?? '', codeLists.facet!, 'ko'), after.indicator, after.series, after.value, after.unit].filter(Boolean).join(' ')
  if (one.table === 'stages')
    return [nameOfCode(after.stage ?? '', codeLists[`stage:${after.machine}`] ?? [], 'ko'), after.occurredFrom, after.amount, after.unit]
      .filter(Boolean)
      .join(' ')
  if (one.table === 'milestones') return [after.title, after.dueOn].filter(Boolean).join(' ')
  return [nameOfCode(after.role ?? '', codeLists.role!, 'ko'), after.party].filter(Boolean).join(' ')
}

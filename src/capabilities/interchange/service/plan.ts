import type { SheetCells } from '#capabilities/intake/index'
import { type RawCell, readCell, type Words } from '#engines/interchange/cell'
import { addressOf, type Heading, headingOf, isGuide } from '#engines/interchange/headers'
import { type CellChange, planRow, type RowError, type SheetRow, type Values } from '#engines/interchange/plan-row'
import { type TableId, tables } from '#engines/interchange/tables'
import type { Db } from '#store/store'
import { listsFor, type OfficeLists } from '../lists.ts'
import type { Looking, RecordRow } from '../looking.ts'
import { rowsOf } from '../queries/rows.ts'
import { settleAdditions } from './additions.ts'
import { References } from './references.ts'

/** One row of the file and what it would do. Rows that change nothing are only counted. */
export interface PlannedRow {
  readonly table: TableId
  readonly sheet: string
  readonly row: number
  readonly kind: 'change' | 'addition' | 'errors'
  readonly record: RecordRow | null
  readonly subject: { readonly id: string | null; readonly name: string | null; readonly confidential: boolean }
  readonly changes: readonly CellChange[]
  readonly conflicts: readonly CellChange[]
  readonly errors: readonly RowError[]
  /** All values of the row as they would be. */
  readonly after: Values
}

/** What a file would do. */
export interface Plan {
  readonly rows: number
  readonly unchanged: number
  readonly planned: readonly PlannedRow[]
  readonly warnings: readonly Words[]
  /** Why nothing of the file can be taken. */
  readonly refusal: Words | null
}

/** What is asked of the planner besides the file. */
export interface Planning {
  readonly db: Db
  readonly looking: Looking
  readonly office: OfficeLists
  /** Told after each part; throws to stop. */
  readonly tick: (done: number, total: number) => void
}

/** A sheet whose heading was understood. */
export interface ReadSheet {
  readonly name: string
  readonly heading: Heading
  readonly rows: readonly SheetRow[]
}

const atOnce = 1000

/**
 * 무엇이 달라질지: every row of every sheet against the office as it stands: changes cell by cell, additions, conflicts, and rows that cannot be taken with their reasons.
 * Nothing is written.
 */
export async function planImport(planning: Planning, sheets: readonly SheetCells[]): Promise<Plan> {
  const warnings: Words[] = []
  const read = readSheets(sheets, warnings)
  const twice = read.flatMap((sheet) => sheet.heading.twice.map((one) => `${sheet.name}: ${one.text}`))
  const nothing = { rows: 0, unchanged: 0, planned: [], warnings }
  if (twice.length > 0)
    return {
      ...nothing,
      refusal: {
        ko: `같은 머리의 칸이 두 개씩 있어 어느 것인지 알 수 없습니다 (${twice.join(', ')}). 하나만 남겨 주세요.`,
        en: `Some headings stand there twice, and nobody can say which one is meant (${twice.join(', ')}). Keep one of each.`,
      },
    }
  if (read.length === 0) return { ...nothing, refusal: unrecognised }
  const total = read.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  const references = await References.load(planning, read)
  const planned: PlannedRow[] = []
  let unchanged = 0
  let done = 0
  for (const sheet of read) {
    const found = await planSheet(planning, references, sheet, () => planning.tick((done += atOnce), total))
    unchanged += found.unchanged
    planned.push(...found.planned)
  }
  const settled = await settleAdditions(planning, references, planned)
  return { rows: total, unchanged: unchanged + settled.unchanged, planned: settled.planned, warnings, refusal: null }
}

const unrecognised: Words = {
  ko: '아는 표가 없습니다. 구슬에서 내보낸 파일이거나, 그 머리(한글 또는 영문)를 가진 시트여야 합니다. 자료 사전에 머리가 모두 있습니다.',
  en: 'No table was recognised. Bring a file that Gusul exported, or a sheet with its headings in Korean or English; the data dictionary lists them all.',
}

function readSheets(sheets: readonly SheetCells[], warnings: Words[]): ReadSheet[] {
  const read: ReadSheet[] = []
  for (const sheet of sheets) {
    if (isGuide(sheet.name)) continue
    if (sheet.hidden) {
      warnings.push({ ko: `숨긴 시트 ‘${sheet.name}’은(는) 보지 않았습니다.`, en: `The hidden sheet “${sheet.name}” was not looked at.` })
      continue
    }
    const rows = new Map<number, Map<number, RawCell>>()
    for (const cell of sheet.cells) {
      const row = rows.get(cell.row)
      if (row) row.set(cell.column, cell)
      else rows.set(cell.row, new Map([[cell.column, cell]]))
    }
    const ordered = [...rows].sort((a, b) => a[0] - b[0]).map(([row, cells]) => ({ row, cells }))
    const heading = headingOf(
      sheet.name,
      ordered.slice(0, 10).map(({ row, cells }) => ({ row, cells: new Map([...cells].map(([at, cell]) => [at, cell.text])) })),
    )
    if (!heading) {
      if (ordered.length > 0)
        warnings.push({
          ko: `시트 ‘${sheet.name}’의 머리를 알아보지 못해 건너뛰었습니다.`,
          en: `The headings of the sheet “${sheet.name}” were not recognised; it was skipped.`,
        })
      continue
    }
    const own = ordered.filter(({ row }) => row > heading.row)
    read.push({ name: sheet.name, heading, rows: own })
    if (heading.unknown.length > 0) {
      const names = heading.unknown.map((one) => one.text.trim()).join(', ')
      warnings.push({
        ko: `시트 ‘${sheet.name}’에서 모르는 칸은 보지 않았습니다: ${names}`,
        en: `Columns of the sheet “${sheet.name}” that are not known were left out: ${names}`,
      })
    }
    const columns = [...heading.columns.values()].map((column) => column.id)
    if (own.length > 0 && columns.includes('id') && !columns.includes('check'))
      warnings.push({
        ko: `시트 ‘${sheet.name}’에 ‘대조’ 칸이 없습니다. 그사이 다른 사람이 고친 값도 이 파일의 값으로 바뀔 수 있습니다.`,
        en: `The sheet “${sheet.name}” has no column Check: what others changed meanwhile would be set to what the file says.`,
      })
  }
  // what others refer to comes first, in whatever order the sheets stand
  const order = tables.map((table) => table.id)
  return read.sort((a, b) => order.indexOf(a.heading.table.id) - order.indexOf(b.heading.table.id))
}

async function planSheet(
  planning: Planning,
  references: References,
  sheet: ReadSheet,
  tick: () => void,
): Promise<{ planned: PlannedRow[]; unchanged: number }> {
  const { heading } = sheet
  const { table } = heading
  const idAt = [...heading.columns].find(([, column]) => column.use === 'id')?.[0]
  const planned: PlannedRow[] = []
  const seenIds = new Map<string, number>()
  let unchanged = 0
  for (let from = 0; from < sheet.rows.length; from += atOnce) {
    const rows = sheet.rows.slice(from, from + atOnce)
    const ids = rows.flatMap((row) => {
      const found = idAt === undefined ? null : readCell(table.columns[0]!, row.cells.get(idAt), listsFor(planning.office, null))
      return found?.ok && found.value !== null ? [found.value] : []
    })
    const now = new Map((await rowsOf(table.id, planning.db, planning.looking, { ids })).map((record) => [record.id, record]))
    for (const row of rows) {
      const plan = planRow(
        {
          heading,
          lists: (machine) => listsFor(planning.office, machine),
          now: (id) => now.get(id),
          machineOf: (subjectId, name) => references.machineOf(subjectId, name),
        },
        row,
      )
      if (plan.kind === 'blank') continue
      const id = plan.kind === 'addition' ? null : plan.id
      const record = id === null ? null : (now.get(id) ?? null)
      const before = id === null ? undefined : seenIds.get(id)
      if (id !== null) seenIds.set(id, before ?? row.row)
      const shared = { table: table.id, sheet: sheet.name, row: row.row, record }
      const subject = { id: record?.subjectId ?? null, name: record?.subjectName ?? null, confidential: record?.confidential ?? false }
      const failed = (errors: readonly RowError[]): PlannedRow => ({
        ...shared,
        kind: 'errors',
        subject,
        changes: [],
        conflicts: [],
        errors,
        after: {},
      })
      if (before !== undefined && plan.kind !== 'errors') planned.push(failed([sameIdTwice(id!, before, sheet, row.row, idAt)]))
      else if (plan.kind === 'errors') planned.push(failed(plan.errors))
      else if (plan.kind === 'unchanged') unchanged++
      else if (plan.kind === 'addition')
        planned.push({ ...shared, kind: 'addition', subject, changes: cellsOf(plan, heading), conflicts: [], errors: [], after: plan.values })
      else {
        const errors = references.errorsOf([...plan.changes, ...plan.conflicts])
        planned.push(
          errors.length > 0
            ? failed(errors)
            : { ...shared, kind: 'change', subject, changes: plan.changes, conflicts: plan.conflicts, errors: [], after: plan.after },
        )
      }
    }
    tick()
  }
  return { planned, unchanged }
}

/** The filled cells of an added row, as changes from nothing. */
const cellsOf = (plan: { values: Values; cells: ReadonlyMap<string, string> }, heading: Heading): CellChange[] =>
  heading.table.columns
    .filter((column) => (plan.values[column.id] ?? null) !== null && plan.cells.has(column.id))
    .map((column) => ({ column, cell: plan.cells.get(column.id)!, before: null, after: plan.values[column.id]! }))

const sameIdTwice = (id: string, first: number, sheet: ReadSheet, row: number, idAt: number | undefined): RowError => ({
  column: sheet.heading.table.columns[0]!,
  cell: idAt === undefined ? null : addressOf(row, idAt),
  expected: { ko: '번호마다 한 줄', en: 'one row for each id' },
  got: id,
  todo: {
    ko: `${first}번째 줄에 같은 번호가 있습니다. 한 줄만 남기거나, 새 줄이면 번호를 비워 주세요.`,
    en: `Row ${first} has the same id. Keep one of them, or leave the id empty for a new row.`,
  },
})

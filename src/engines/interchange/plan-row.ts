import { compare, decimal } from '#quantity/decimal'
import { type CellRead, type Lists, mayBeShortened, plainText, type RawCell, readCell, type Words, writeCell } from './cell.ts'
import { addressOf, type Heading } from './headers.ts'
import { fateOf, readCheck } from './marks.ts'
import type { Column, TableOf } from './tables.ts'

/** A row of a sheet: its cells by column, from 1. */
export interface SheetRow {
  readonly row: number
  readonly cells: ReadonlyMap<number, RawCell>
}

/** What is wrong with a cell or, without a column, with a whole row: what was expected, what came, what to do. */
export interface RowError {
  readonly column: Column | null
  readonly cell: string | null
  readonly expected: Words
  readonly got: string | null
  readonly todo: Words
}

/** One cell that the file changes, in the forms that are compared. */
export interface CellChange {
  readonly column: Column
  readonly cell: string
  readonly before: string | null
  readonly after: string | null
}

/** What a row would do. */
export type RowPlan =
  | { readonly kind: 'blank' }
  | { readonly kind: 'unchanged'; readonly id: string }
  | { readonly kind: 'errors'; readonly id: string | null; readonly errors: readonly RowError[] }
  | {
      readonly kind: 'change'
      readonly id: string
      readonly changes: readonly CellChange[]
      readonly conflicts: readonly CellChange[]
      readonly after: Values
    }
  | { readonly kind: 'addition'; readonly values: Values; readonly cells: ReadonlyMap<string, string> }

export type Values = Readonly<Record<string, string | null>>

/** What is needed to judge a row: its heading, the office's lists, and how the record of an id stands now. */
export interface RowView {
  readonly heading: Heading
  readonly lists: (machine: string | null) => Lists
  readonly now: (id: string) => { readonly values: Values } | undefined
  /** The machine of a subject that a new row names. */
  readonly machineOf?: (subjectId: string | null, name: string | null) => string | null
}

const words = (ko: string, en: string): Words => ({ ko, en })

/** Pairs of which the first may not lie after, or above, the second. */
const inOrder: readonly (readonly [string, string])[] = [
  ['periodFrom', 'periodTo'],
  ['dueFrom', 'dueTo'],
  ['occurredFrom', 'occurredTo'],
  ['since', 'until'],
]

/**
 * 한 줄을 견준다: whether a row leaves things as they are, changes cells of a record, adds one, or cannot be taken, with every reason at once. A bad cell holds up its own row.
 */
export function planRow(view: RowView, row: SheetRow): RowPlan {
  const { heading } = view
  const { table } = heading
  const raw = new Map<string, { cell: RawCell | undefined; address: string }>()
  for (const [at, column] of heading.columns) raw.set(column.id, { cell: row.cells.get(at), address: addressOf(row.row, at) })
  const filled = [...raw].filter(([id, { cell }]) => id !== 'check' && cell !== undefined && plainText(cell.text) !== '')
  if (filled.length === 0) return { kind: 'blank' }
  const given = readCell(table.columns[0]!, raw.get('id')?.cell, view.lists(null))
  if (!given.ok) return { kind: 'errors', id: null, errors: [wrong(table.columns[0]!, raw, given)] }
  const id = given.value
  const now = id === null ? undefined : view.now(id)
  const read = readRow(view, table, raw, now?.values)
  if (id === null) {
    const missing = table.columns.filter((column) => column.needed && (read.values.get(column.id) ?? null) === null && !read.failed.has(column.id))
    const errors = [...read.errors, ...missing.map((column) => lacking(column, raw)), ...outOfOrder(table, read.values, raw)]
    if (errors.length > 0) return { kind: 'errors', id: null, errors }
    return { kind: 'addition', values: Object.fromEntries(read.values), cells: new Map([...raw].map(([name, one]) => [name, one.address])) }
  }
  return compareRow(table, id, now?.values, read, raw)
}

type Raw = ReadonlyMap<string, { cell: RawCell | undefined; address: string }>
interface ReadRow {
  readonly values: ReadonlyMap<string, string | null>
  readonly errors: readonly RowError[]
  readonly failed: ReadonlySet<string>
}

function readRow(view: RowView, table: TableOf, raw: Raw, now: Values | undefined): ReadRow {
  const values = new Map<string, string | null>()
  const errors: RowError[] = []
  const failed = new Set<string>()
  const units = new Map<string, string>()
  // the stages that fit depend on the machine of the row, so that is read first
  const plain = (name: string): string | null => {
    const column = table.columns.find((one) => one.id === name)
    const found = column && raw.has(name) ? readCell(column, raw.get(name)!.cell, view.lists(null)) : null
    return found?.ok ? found.value : null
  }
  const named = now === undefined && table.id === 'stages' ? (view.machineOf?.(plain('subjectId'), plain('subject')) ?? null) : null
  const kind = table.id === 'projects' ? (plain('kind') ?? now?.kind ?? null) : null
  const machine = plain('machine') ?? now?.machine ?? named ?? kind
  const lists = view.lists(machine)
  for (const column of table.columns) {
    const place = raw.get(column.id)
    if (!place || column.use === 'id' || column.use === 'check') continue
    const found = readCell(column, place.cell, lists)
    const held = now?.[column.id] ?? null
    if (!found.ok) {
      // what the office itself holds is never refused, also where it would not be taken from a new row
      if (held !== null && plainText(place.cell?.text ?? '') === held) values.set(column.id, held)
      else {
        failed.add(column.id)
        errors.push(wrong(column, raw, found))
      }
      continue
    }
    const same = found.digits !== undefined && held !== null && found.value !== null && mayBeShortened(found.value, found.digits, held)
    if (found.digits !== undefined && !same) {
      failed.add(column.id)
      errors.push(shortened(column, raw))
      continue
    }
    const value = same ? held : found.value
    values.set(column.id, value === null && column.form === 'list:truth' ? 'false' : value)
    if (found.unit !== undefined) units.set(column.id, found.unit)
  }
  for (const [name, unit] of units) {
    const own = values.get('unit') ?? now?.unit ?? null
    if (own === unit) continue
    if (own === null && !raw.has('unit')) values.set('unit', unit)
    else if (own === null && !failed.has('unit')) values.set('unit', unit)
    else {
      failed.add(name)
      const column = table.columns.find((one) => one.id === name)!
      errors.push({
        column,
        cell: raw.get(name)?.address ?? null,
        expected: words(`${own} 단위의 값`, `a value in ${own}`),
        got: textOf(raw, name),
        todo: words('‘단위’ 칸과 값의 단위를 같게 적어 주세요.', 'Let the unit of the value and the column Unit be the same.'),
      })
    }
  }
  return { values, errors, failed }
}

const textOf = (raw: Raw, name: string): string | null => raw.get(name)?.cell?.text.slice(0, 200) ?? null

const wrong = (column: Column, raw: Raw, found: CellRead & { ok: false }): RowError => ({
  column,
  cell: raw.get(column.id)?.address ?? null,
  expected: found.expected,
  got: textOf(raw, column.id),
  todo: found.todo,
})

const shortened = (column: Column, raw: Raw): RowError => ({
  column,
  cell: raw.get(column.id)?.address ?? null,
  expected: words('끝자리까지 적은 수', 'a number with all its digits'),
  got: textOf(raw, column.id),
  todo: words(
    '표 프로그램이 수를 줄여 적었습니다. 칸의 표시 형식을 숫자로 바꿔 끝자리까지 적어 주세요.',
    'The spreadsheet shortened the number. Format the cell as a number and write all digits.',
  ),
})

const lacking = (column: Column, raw: Raw): RowError => ({
  column,
  cell: raw.get(column.id)?.address ?? null,
  expected: words(column.meansKo, column.meansEn),
  got: null,
  todo: raw.has(column.id)
    ? words(`‘${column.ko}’ 칸을 채워 주세요. 비울 수 없습니다.`, `Fill the column ${column.en}; it may not be empty.`)
    : words(`‘${column.ko}’ 머리의 칸을 더해 주세요.`, `Add a column with the heading ${column.en}.`),
})

function outOfOrder(table: TableOf, values: ReadonlyMap<string, string | null>, raw: Raw): RowError[] {
  const errors: RowError[] = []
  const column = (name: string) => table.columns.find((one) => one.id === name)
  for (const [first, second] of inOrder) {
    const [a, b] = [values.get(first), values.get(second)]
    const at = column(second)
    if (!at || !a || !b || a <= b) continue
    errors.push({
      column: at,
      cell: raw.get(second)?.address ?? null,
      expected: words(`${a}이거나 그 뒤`, `${a} or later`),
      got: b,
      todo: words('첫날과 끝날의 차례를 확인해 주세요.', 'See whether the first and the last day are in order.'),
    })
  }
  const [low, high] = [values.get('value'), values.get('valueMax')]
  if (low && high && compare(decimal(low), decimal(high)) >= 0)
    errors.push({
      column: column('valueMax') ?? null,
      cell: raw.get('valueMax')?.address ?? null,
      expected: words(`${low}보다 큰 수`, `more than ${low}`),
      got: high,
      todo: words('범위의 위쪽은 아래쪽보다 커야 합니다.', 'The upper end of a range lies above the lower.'),
    })
  return errors
}

function compareRow(table: TableOf, id: string, now: Values | undefined, read: ReadRow, raw: Raw): RowPlan {
  const checkCell = raw.get('check')?.cell
  const marks = readCheck(table, id, checkCell ? plainText(checkCell.text) : null)
  const idColumn = table.columns[0]!
  const whole = (expected: Words, todo: Words): RowPlan => ({
    kind: 'errors',
    id,
    errors: [{ column: idColumn, cell: raw.get('id')?.address ?? null, expected, got: id, todo }],
  })
  if (marks.kind === 'other-row')
    return whole(
      words('번호와 대조 칸이 같은 줄의 것', 'an id and a check of the same row'),
      words(
        '번호나 대조 칸이 다른 줄의 것입니다. 일부 칸만 정렬하지 않았는지 보고, 다시 내보낸 파일에 고쳐 주세요.',
        'The id or the check belongs to another row. See whether only some columns were sorted; edit a fresh export.',
      ),
    )
  if (now === undefined) {
    const touched = [...read.values].some(([name, value]) => marks.kind !== 'marks' || !marks.isAsExported(name, value))
    if (!touched && read.errors.length === 0) return { kind: 'unchanged', id }
    return whole(
      words('지금 있는 줄의 번호', 'the id of a row that is there'),
      words(
        '이 번호의 줄이 없습니다. 그사이 물렸거나 합쳐졌거나, 볼 권한이 없습니다. 다시 내보내 고쳐 주세요.',
        'There is no row of this id: it was taken back or merged meanwhile, or you may not see it. Export again and edit that.',
      ),
    )
  }
  const changes: CellChange[] = []
  const conflicts: CellChange[] = []
  const errors: RowError[] = [...read.errors]
  for (const column of table.columns) {
    if (!read.values.has(column.id)) continue
    const after = read.values.get(column.id) ?? null
    const before = now[column.id] ?? null
    const fate = fateOf(marks, column.id, after, before)
    if (fate === 'untouched' || fate === 'same') continue
    const cell = raw.get(column.id)!.address
    if (column.use !== 'edit') {
      // without marks nobody can tell whether a cell for reading was touched or is out of date
      if (column.use === 'key' || marks.kind === 'marks') errors.push(fixed(column, cell, textOf(raw, column.id), before))
      continue
    }
    if (after === null && column.needed) errors.push(lacking(column, raw))
    else if (fate === 'conflict') conflicts.push({ column, cell, before, after })
    else changes.push({ column, cell, before, after })
  }
  const result = new Map<string, string | null>(Object.entries(now))
  for (const change of [...changes, ...conflicts]) result.set(change.column.id, change.after)
  if (changes.length + conflicts.length > 0) errors.push(...outOfOrder(table, result, raw))
  if (errors.length > 0) return { kind: 'errors', id, errors }
  if (changes.length + conflicts.length === 0) return { kind: 'unchanged', id }
  return { kind: 'change', id, changes, conflicts, after: Object.fromEntries(result) }
}

const fixed = (column: Column, cell: string, got: string | null, before: string | null): RowError => ({
  column,
  cell,
  expected: words(`그대로 두기${before === null ? '' : `: ${before}`}`, `left as it is${before === null ? '' : `: ${before}`}`),
  got,
  todo:
    column.use === 'key'
      ? words(
          `‘${column.ko}’은(는) 줄이 생긴 뒤에 고치지 않습니다. 번호를 비운 새 줄로 적어 주세요.`,
          `${column.en} is not changed once a row is there. Write a new row with an empty id.`,
        )
      : words(`‘${column.ko}’은(는) 읽기만 하는 칸입니다. ${column.meansKo}`, `${column.en} is for reading only. ${column.meansEn}`),
})

/** How a value is told to people: codes by their names. */
export const toldIn = (column: Column, value: string | null, locale: 'ko' | 'en', lists: Lists): string | null =>
  value === null ? null : writeCell(column, value, locale, lists)

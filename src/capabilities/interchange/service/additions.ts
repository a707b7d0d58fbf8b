import { organisationKey } from '#engines/accounting/organisation-name'
import type { CellChange, RowError, Values } from '#engines/interchange/plan-row'
import { type TableId, tableOf } from '#engines/interchange/tables'
import type { RecordRow } from '../looking.ts'
import { rowsOf } from '../queries/rows.ts'
import type { PlannedRow, Planning } from './plan.ts'
import type { References } from './references.ts'

export type Additions = { planned: PlannedRow[]; unchanged: number }

const column = (table: TableId, id: string) => tableOf(table).columns.find((one) => one.id === id)!

const failed = (row: PlannedRow, error: Omit<RowError, 'column' | 'cell'> & { at: string }): PlannedRow => ({
  ...row,
  kind: 'errors',
  changes: [],
  conflicts: [],
  after: {},
  errors: [
    {
      column: column(row.table, error.at),
      cell: row.changes.find((one) => one.column.id === error.at)?.cell ?? null,
      expected: error.expected,
      got: error.got,
      todo: error.todo,
    },
  ],
})

/** By what a row of a table is the same as one that is there, though it has no id. */
const keys: Record<Exclude<TableId, 'projects'>, (values: Values) => string> = {
  facts: (v) => [v.indicator, v.facet, v.series, v.periodFrom, v.periodTo].join('\u001f'),
  stages: (v) => [v.machine, v.stage, v.occurredFrom, v.occurredTo, v.documentId, v.amount, v.unit].join('\u001f'),
  milestones: (v) => [v.kind, v.title, v.dueOn].join('\u001f'),
  parties: (v) => [v.role, organisationKey(v.party ?? '')].join('\u001f'),
}

/**
 * 새 줄: each row without an id finds its subject, by id or by name, also one that the same file adds. What is there already is not added again: the same value changes
 * nothing, another value of the same series is a change of it, and a project of the same name is refused, so that bringing a file twice does not double anything.
 */
export async function settleAdditions(planning: Planning, references: References, planned: readonly PlannedRow[]): Promise<Additions> {
  const names = new Map<string, PlannedRow>()
  const first: PlannedRow[] = planned.map((row) => {
    if (row.kind !== 'addition' || row.table !== 'projects') return row
    const name = row.after.nameKo!
    const there = references.named(name)[0]
    const twice = names.get(name)
    if (there || twice)
      return failed(row, {
        at: 'nameKo',
        expected: { ko: '아직 없는 이름', en: 'a name that is not there yet' },
        got: name,
        todo: there
          ? {
              ko: `같은 이름이 이미 있습니다. 그것을 고치려면 번호 ${there.id}를 적고, 다른 것이면 이름을 다르게 적어 주세요.`,
              en: `There is one of this name. To change it write its id ${there.id}; if it is another, name it differently.`,
            }
          : {
              ko: `${twice!.row}번째 줄이 같은 이름을 더합니다. 한 줄만 남겨 주세요.`,
              en: `Row ${twice!.row} adds the same name. Keep one of them.`,
            },
      })
    const errors = references.errorsOf(row.changes)
    if (errors.length > 0) return { ...row, kind: 'errors', changes: [], after: {}, errors }
    const added: PlannedRow = {
      ...row,
      subject: { id: null, name, confidential: row.after.confidential === 'true' },
      after: { ...row.after, kind: row.after.kind ?? 'project' },
    }
    names.set(name, added)
    return added
  })
  const resolved = first.map((row) => (row.kind === 'addition' && row.table !== 'projects' ? withSubject(row, references, names) : row))
  return againstWhatIsThere(planning, references, resolved)
}

function withSubject(row: PlannedRow, references: References, names: ReadonlyMap<string, PlannedRow>): PlannedRow {
  const { subjectId, subject } = row.after
  const wanted = { ko: '사업의 번호, 또는 하나뿐인 이름', en: 'the id of a project, or a name that only one has' }
  if (subjectId) {
    const found = references.subject(subjectId)
    if (found) return { ...row, subject: { id: found.id, name: found.nameKo, confidential: found.confidential } }
    return failed(row, {
      at: 'subjectId',
      expected: wanted,
      got: subjectId,
      todo: {
        ko: '이 번호의 사업이 없거나 볼 권한이 없습니다. ‘사업’ 시트의 번호를 적어 주세요.',
        en: 'There is no project of this id that you may see. Take one of the sheet Projects.',
      },
    })
  }
  if (!subject)
    return failed(row, {
      at: 'subjectId',
      expected: wanted,
      got: null,
      todo: { ko: '어느 사업의 것인지 적어 주세요.', en: 'Say which project it belongs to.' },
    })
  const found = references.named(subject)
  if (found.length === 1) return { ...row, subject: { id: found[0]!.id, name: found[0]!.nameKo, confidential: found[0]!.confidential } }
  const added = names.get(subject)
  if (found.length === 0 && added) return { ...row, subject: added.subject }
  return failed(row, {
    at: 'subject',
    expected: wanted,
    got: subject,
    todo:
      found.length > 1
        ? { ko: `같은 이름의 사업이 ${found.length}개 있습니다. 번호로 적어 주세요.`, en: `${found.length} projects have this name. Write the id.` }
        : {
            ko: '이 이름의 사업이 없습니다. ‘사업’ 시트에 새 줄로 먼저 더해 주세요.',
            en: 'No project has this name. Add it by a new row of the sheet Projects.',
          },
  })
}

async function againstWhatIsThere(planning: Planning, references: References, planned: readonly PlannedRow[]): Promise<Additions> {
  const open = (row: PlannedRow) => row.kind === 'addition' && row.table !== 'projects'
  const there = new Map<string, RecordRow>()
  for (const table of ['facts', 'stages', 'milestones', 'parties'] as const) {
    const subjects = [...new Set(planned.flatMap((row) => (open(row) && row.table === table && row.subject.id ? [row.subject.id] : [])))]
    for (let from = 0; from < subjects.length; from += 2000)
      for (const record of await rowsOf(table, planning.db, planning.looking, { subjects: subjects.slice(from, from + 2000) }))
        for (const values of table === 'stages' ? [record.values, { ...record.values, amount: null, unit: null }] : [record.values])
          there.set(`${table} ${record.subjectId} ${keys[table](values)}`, record)
  }
  const settled: PlannedRow[] = []
  const added = new Map<string, PlannedRow>()
  let unchanged = 0
  for (const row of planned) {
    if (!open(row)) {
      settled.push(row)
      continue
    }
    const table = row.table as Exclude<TableId, 'projects'>
    const machine = table === 'stages' ? (row.after.machine ?? references.machineOf(row.subject.id, row.subject.name) ?? 'project') : null
    const after: Values = {
      ...row.after,
      ...(machine === null ? {} : { machine }),
      ...(table === 'milestones' ? { kind: row.after.kind ?? 'task' } : {}),
    }
    const own = { ...row, after }
    const errors = references.errorsOf(row.changes)
    if (errors.length > 0) {
      settled.push({ ...own, kind: 'errors', changes: [], after: {}, errors })
      continue
    }
    const key = `${table} ${row.subject.id ?? row.subject.name} ${keys[table](after)}`
    const record = there.get(key)
    const before = added.get(key)
    if (before) {
      const at = tableOf(table).columns.find((one) => one.needed)!.id
      settled.push(
        failed(own, {
          at,
          expected: { ko: '서로 다른 줄', en: 'rows that differ' },
          got: after[at] ?? null,
          todo: { ko: `${before.row}번째 줄이 같은 것을 더합니다. 한 줄만 남겨 주세요.`, en: `Row ${before.row} adds the same. Keep one of them.` },
        }),
      )
      continue
    }
    added.set(key, own)
    if (!record) {
      settled.push(own)
      continue
    }
    const changes = row.changes.filter((one): one is CellChange => one.column.use === 'edit' && (record.values[one.column.id] ?? null) !== one.after)
    if (changes.length === 0) unchanged++
    else
      settled.push({
        ...own,
        kind: 'change',
        record,
        subject: { id: record.subjectId, name: record.subjectName, confidential: record.confidential },
        changes: changes.map((one) => ({ ...one, before: record.values[one.column.id] ?? null })),
        after: { ...record.values, ...Object.fromEntries(changes.map((one) => [one.column.id, one.after])) },
      })
  }
  return { planned: settled, unchanged }
}

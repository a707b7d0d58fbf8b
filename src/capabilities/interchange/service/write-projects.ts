import { sql } from 'kysely'
import { hideStatements } from '#capabilities/portfolio/index'
import { splitNames } from '#engines/interchange/cell'
import { newId } from '#store/log/ids'
import { insertRows, type Row } from '#store/log/insert-rows'
import type { Json } from '#store/schema'
import type { PlannedRow } from './plan.ts'
import type { Outcome, SubjectWork, Writing } from './writing.ts'

const atOnce = 500
/** Columns of a file by the field that judgements name and the column that the database has. */
const fields: Readonly<Record<string, readonly [field: string, column: string]>> = {
  nameKo: ['nameKo', 'name_ko'],
  nameEn: ['nameEn', 'name_en'],
  place: ['place', 'place'],
  industry: ['industry', 'industry'],
  investmentKind: ['investmentKind', 'investment_kind'],
  team: ['team', 'team'],
  owner: ['ownerId', 'owner_id'],
  note: ['note', 'note'],
  confidential: ['confidential', 'confidential'],
  discloseOn: ['discloseOn', 'disclose_on'],
}

/** The field that judgements name for a column of the file. */
export const fieldOf = (column: string): string => fields[column]?.[0] ?? column

function stored(writing: Writing, column: string, value: string | null): Json {
  if (column === 'owner') return value === null ? null : (writing.office.people.get(value) ?? null)
  return column === 'confidential' ? value === 'true' : value
}

/** 새 사업을 더한다. Gives the outcomes, and the ids of what was added by its name. */
export async function addProjects(
  writing: Writing,
  rows: readonly PlannedRow[],
  work: (id: string) => SubjectWork,
): Promise<{ outcomes: Outcome[]; ids: Map<string, string> }> {
  const outcomes: Outcome[] = []
  const ids = new Map<string, string>()
  const started = Date.now()
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce)
    const made: Row[] = []
    for (const row of some) {
      const id = newId()
      ids.set(row.after.nameKo!, id)
      const columns = Object.entries(fields).map(([column, [, name]]): [string, Json] => [name, stored(writing, column, row.after[column] ?? null)])
      made.push({
        office_id: writing.reader.officeId,
        subject_id: id,
        kind: row.after.kind ?? 'project',
        ...Object.fromEntries(columns),
        archived_at: row.after.archived === 'true' ? writing.reader.now.toISOString() : null,
        created_by: writing.by,
        created_at: microsecondsAfter(started, ids.size),
        attributes: {},
      })
      const own = work(id)
      own.created = true
      outcomes.push({ row, state: 'applied', judgementId: own.judgementId, wayBack: { created: id } })
    }
    await insertRows(writing.tx, 'subject', made, 'subject_id')
    await changeAliases(
      writing,
      some.map((row) => ({ id: ids.get(row.after.nameKo!)!, gone: [], added: splitNames(row.after.aliases ?? '') })),
    )
    writing.tick(some.length)
  }
  return { outcomes, ids }
}

/** Rows keep the order of their file: lists without another order go by when a thing was made, and these are made a microsecond apart. */
const microsecondsAfter = (milliseconds: number, count: number): string =>
  `${new Date(milliseconds + Math.floor(count / 1000)).toISOString().slice(0, -1)}${String(count % 1000).padStart(3, '0')}Z`

/** 사업의 칸을 고친다: in one statement for many. What it was called before stays an alias. */
export async function changeProjects(writing: Writing, rows: readonly PlannedRow[], work: (id: string) => SubjectWork): Promise<Outcome[]> {
  const { tx, reader } = writing
  const outcomes: Outcome[] = []
  const hidden: { id: string; confidential: boolean }[] = []
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce)
    const changes: { id: string; to: { [column: string]: Json } }[] = []
    const aliases: AliasChange[] = []
    for (const row of some) {
      const id = row.subject.id!
      const own = work(id)
      const to: { [column: string]: Json } = {}
      for (const { column, before, after } of [...row.changes, ...row.conflicts]) {
        if (column.id === 'aliases') {
          const [was, is] = [splitNames(before ?? ''), splitNames(after ?? '')]
          own.from.aliases = was
          own.to.aliases = is
          aliases.push({ id, gone: was.filter((name) => !is.includes(name)), added: is.filter((name) => !was.includes(name)) })
          continue
        }
        if (column.id === 'archived') {
          own.from.archived = before === 'true'
          own.to.archived = after === 'true'
          to.archived_at = after === 'true' ? reader.now.toISOString() : null
          continue
        }
        const [field, name] = fields[column.id]!
        const value = stored(writing, column.id, after)
        to[name] = value
        own.from[field] = stored(writing, column.id, before)
        own.to[field] = value
        if (column.id === 'nameKo' && before !== null) aliases.push({ id, gone: [], added: [before] })
        if (column.id === 'confidential') hidden.push({ id, confidential: value === true })
      }
      changes.push({ id, to })
      outcomes.push({ row, state: 'applied', judgementId: own.judgementId, wayBack: null })
    }
    await setFields(writing, changes)
    await changeAliases(writing, aliases)
    writing.tick(some.length)
  }
  for (const one of hidden) await hideStatements(tx, reader.officeId, one.id, one.confidential)
  return outcomes
}

/** Other names of a subject that go and come. */
export interface AliasChange {
  readonly id: string
  readonly gone: readonly string[]
  readonly added: readonly string[]
}

/** Take other names of many subjects away, and add others. */
export async function changeAliases({ tx, reader }: Pick<Writing, 'tx' | 'reader'>, changes: readonly AliasChange[]): Promise<void> {
  const pairs = (pick: 'gone' | 'added') =>
    changes.flatMap((one) => one[pick].map((name) => ({ office_id: reader.officeId, subject_id: one.id, name })))
  const gone = pairs('gone')
  if (gone.length > 0)
    await sql`delete from subject_alias a using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as g(subject_id uuid, name text)
      where a.office_id = ${reader.officeId}::uuid and a.subject_id = g.subject_id and a.name = g.name`.execute(tx)
  await insertRows(tx, 'subject_alias', pairs('added'), 'subject_id')
}

/** Set columns of many subjects, each its own, and count their versions up. */
export async function setFields(
  { tx, reader }: Pick<Writing, 'tx' | 'reader'>,
  changes: readonly { id: string; to: { readonly [column: string]: Json } }[],
): Promise<void> {
  if (changes.length === 0) return
  const names = [...new Set(changes.flatMap((one) => Object.keys(one.to)))]
  const types: Record<string, string> = { owner_id: 'uuid', confidential: 'boolean', disclose_on: 'date', archived_at: 'timestamptz' }
  const to = JSON.stringify(Object.fromEntries(changes.map((one) => [one.id, one.to])))
  const own = sql`(${to}::jsonb -> s.subject_id::text)`
  const sets = names.map((name) => {
    const type = sql.raw(types[name] ?? 'text')
    return sql`${sql.ref(name)} = case when ${own} ? ${name}::text then (${own} ->> ${name}::text)::${type} else s.${sql.ref(name)} end`
  })
  await sql`
    update subject s set ${sql.join([...sets, sql`version = s.version + 1`])}
    where s.office_id = ${reader.officeId}::uuid and s.subject_id = any(${changes.map((one) => one.id)}::uuid[])`.execute(tx)
}

/** The database's column of a field that a judgement names. */
export const columnOfField = (field: string): string => Object.values(fields).find(([name]) => name === field)?.[1] ?? field

import { type FieldsThen, fieldsKnownOn, notAfter } from '#capabilities/portfolio/index'
import { heldForm } from '#engines/interchange/cell'
import { type TableId, tableOf } from '#engines/interchange/tables'
import type { Db } from '#store/store'
import type { Looking, RecordRow, Which } from '../looking.ts'
import { factRecords } from './facts.ts'
import { atClock } from './fragments.ts'
import { milestoneRows } from './milestones.ts'
import { partyRecords } from './parties.ts'
import { projectRows } from './projects.ts'
import { stageRows } from './stages.ts'

const loaders: Record<TableId, (db: Db, looking: Looking, which: Which) => Promise<readonly RecordRow[]>> = {
  projects: projectRows,
  facts: factRecords,
  stages: stageRows,
  milestones: milestoneRows,
  parties: partyRecords,
}

/** The rows of a table, as downloads write them and as uploads are compared with: one way for both, so that what was written out reads back as it was. */
export async function rowsOf(table: TableId, db: Db, asked: Looking, which: Which): Promise<readonly RecordRow[]> {
  const looking = await atClock(db, asked)
  const { columns } = tableOf(table)
  const rows = await loaders[table](db, looking, which)
  // what a project was called then stands beside its values of then
  const then = looking.knownOn === null || table === 'projects' ? null : await fieldsKnownOn(db, looking.officeId, looking.knownOn)
  const gone = looking.knownOn === null || table === 'projects' ? new Set<string>() : await putAwayThen(db, looking, then!)
  return rows.flatMap((row) => {
    if (gone.has(row.subjectId)) return []
    const values: Record<string, string | null> = {}
    const named = then?.get(row.subjectId)?.fields.nameKo
    for (const column of columns)
      if (column.use !== 'id' && column.use !== 'check') values[column.id] = heldForm(column, row.values[column.id] ?? null)
    if (named !== undefined) values.subject = named
    return [{ ...row, values }]
  })
}

/** Subjects that were put away at the clock, whatever became of them since. */
async function putAwayThen(db: Db, { officeId, knownOn }: Looking, then: ReadonlyMap<string, FieldsThen>): Promise<Set<string>> {
  const rows = await db
    .selectFrom('subject')
    .select(['subject_id', 'archived_at'])
    .where('office_id', '=', officeId)
    .where('archived_at', 'is not', null)
    .execute()
  const gone = new Set(rows.filter((row) => notAfter(row.archived_at!, knownOn!)).map((row) => row.subject_id))
  for (const [id, { archived }] of then)
    if (archived === true) gone.add(id)
    else if (archived === false) gone.delete(id)
  return gone
}

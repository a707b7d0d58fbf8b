import { sql } from 'kysely'
import { newId } from '#store/log/ids'
import { insertRows } from '#store/log/insert-rows'
import type { Json } from '#store/schema'
import type { PlannedRow } from './plan.ts'
import { writeFacts } from './write-facts.ts'
import { writeMilestones, writeParties, writeStages } from './write-others.ts'
import { addProjects, changeProjects } from './write-projects.ts'
import type { Outcome, SubjectWork, Writing } from './writing.ts'

/**
 * 한꺼번에 적는다: all rows of an import in one transaction: what others refer to first. All of it stands under the batch of the import, a judgement for each subject.
 */
export async function applyRows(writing: Writing, planned: readonly PlannedRow[]): Promise<Outcome[]> {
  const works = new Map<string, SubjectWork>()
  const work = (subjectId: string): SubjectWork => {
    const found = works.get(subjectId)
    if (found) return found
    const made: SubjectWork = { judgementId: newId(), subjectId, created: false, from: {}, to: {}, replaced: [], values: [] }
    works.set(subjectId, made)
    return made
  }
  await lockSubjects(writing, planned)
  const of = (table: PlannedRow['table'], kind?: PlannedRow['kind']) =>
    rows.filter((row) => row.table === table && (kind === undefined || row.kind === kind))
  let rows = planned
  const { outcomes: added, ids } = await addProjects(writing, of('projects', 'addition'), work)
  // rows that name a project of the same file find it now
  rows = rows.map((row) =>
    row.subject.id === null && row.table !== 'projects' ? { ...row, subject: { ...row.subject, id: ids.get(row.subject.name ?? '') ?? null } } : row,
  )
  const lost = rows.filter((row) => row.table !== 'projects' && row.subject.id === null)
  rows = rows.filter((row) => !lost.includes(row))
  const outcomes = [
    ...added,
    ...(await changeProjects(writing, of('projects', 'change'), work)),
    ...(await writeFacts(writing, of('facts'), work)),
    ...(await writeStages(writing, of('stages'))),
    ...(await writeMilestones(writing, of('milestones'))),
    ...(await writeParties(writing, of('parties'), work)),
    ...lost.map((row): Outcome => ({ row, state: 'left', told: withoutProject })),
  ]
  await keepJudgements(writing, [...works.values()])
  return outcomes
}

const withoutProject: Json = {
  code: 'not-found',
  expected: { ko: '같은 파일이 더하는 사업', en: 'a project that the same file adds' },
  todo: { ko: '그 사업의 줄이 받아들여지지 않았습니다. 그 줄을 먼저 고쳐 주세요.', en: 'The row of that project was not taken. Mend that first.' },
}

/** Whoever else edits these subjects waits until the import stands. */
async function lockSubjects({ tx, reader }: Writing, planned: readonly PlannedRow[]): Promise<void> {
  const ids = [...new Set(planned.flatMap((row) => (row.subject.id === null ? [] : [row.subject.id])))].sort()
  await sql`select 1 from subject where office_id = ${reader.officeId}::uuid and subject_id = any(${ids}::uuid[]) order by subject_id for update`.execute(
    tx,
  )
}

async function keepJudgements({ tx, reader, by, importId, reason }: Writing, works: readonly SubjectWork[]): Promise<void> {
  const atOnce = 1000
  for (let from = 0; from < works.length; from += atOnce)
    await insertRows(
      tx,
      'judgement',
      works.slice(from, from + atOnce).map((work) => ({
        office_id: reader.officeId,
        judgement_id: work.judgementId,
        kind: work.created ? 'enter' : 'edit',
        subject_a: work.subjectId,
        batch_id: importId,
        reason,
        detail: {
          origin: 'portfolio',
          import: importId,
          ...(work.created ? { created: work.subjectId } : { from: work.from, to: work.to }),
          replaced: work.replaced,
          values: work.values,
        },
        made_by: by,
      })),
      'judgement_id',
    )
}

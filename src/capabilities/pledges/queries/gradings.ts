import { sql } from 'kysely'
import { happenedThen, knownThen, onlyKnown, type Seeing, subjectSeen, titlesOf } from '#capabilities/plans/index'
import type { GradeInputs, Grading } from '#engines/accounting/pledge-grade'
import { newId } from '#store/log/ids'
import type { Db, Tx } from '#store/store'

/** 매긴 등급 with the rubric's version and the inputs as they were. */
export interface GradingRow {
  id: string
  subjectId: string
  gradedOn: string
  assessor: string
  inputs: GradeInputs
  result: Grading
  documentId: string | null
  documentTitle: string | null
  reason: string | null
  madeBy: string | null
  madeAt: string
  withdrawnAt: string | null
  withdrawnReason: string | null
}

/** Gradings of subjects that had been made by the day and were known at the clock, the latest first; one that was withdrawn only later stands. A grading that rests on a document the reader may not see is not shown. */
export async function gradingsOf(db: Db, officeId: string, subjectIds: readonly string[], seeing: Seeing): Promise<GradingRow[]> {
  if (subjectIds.length === 0) return []
  const { rows } = await sql<{
    grading_id: string
    subject_id: string
    graded_on: string
    assessor: string
    inputs: GradeInputs
    result: Grading
    document_id: string | null
    reason: string | null
    name: string | null
    made_at: string
    withdrawn_at: string | null
    withdrawn_reason: string | null
  }>`
    select g.*, u.name from grading g
    left join document d on d.office_id = g.office_id and d.document_id = g.document_id
    left join app_user u on u.user_id = g.made_by
    where g.office_id = ${officeId}::uuid and g.subject_id = any(${[...subjectIds]}::uuid[])
      and ${knownThen(seeing, 'g.made_at')} and ${happenedThen(seeing, 'g.graded_on')}
      and (g.document_id is null or ${subjectSeen(seeing, 'd')}) and ${seeing.kind === 'public' ? sql`g.withdrawn_at is null` : sql`true`}
    order by g.graded_on desc, g.made_at desc, g.grading_id`.execute(db)
  const titles = await titlesOf(
    db,
    officeId,
    rows.map((row) => row.document_id),
    seeing,
  )
  return rows.map((row) => ({
    id: row.grading_id,
    subjectId: row.subject_id,
    gradedOn: row.graded_on,
    assessor: row.assessor,
    inputs: row.inputs,
    result: row.result,
    documentId: row.document_id,
    documentTitle: titles.get(row.document_id ?? '') ?? null,
    reason: row.reason,
    madeBy: row.name,
    madeAt: row.made_at,
    withdrawnAt: onlyKnown(seeing, row.withdrawn_at),
    withdrawnReason: onlyKnown(seeing, row.withdrawn_at) === null ? null : row.withdrawn_reason,
  }))
}

/** Keep a grade with everything that made it. */
export async function insertGrading(
  tx: Tx,
  officeId: string,
  grading: {
    subjectId: string
    gradedOn: string
    assessor: string
    inputs: GradeInputs
    result: Grading
    documentId: string | null
    reason: string | null
    by: string
  },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('grading')
    .values({
      office_id: officeId,
      grading_id: id,
      subject_id: grading.subjectId,
      rubric: grading.result.rubric,
      rubric_version: grading.result.version,
      graded_on: grading.gradedOn,
      assessor: grading.assessor,
      inputs: JSON.stringify(grading.inputs),
      result: JSON.stringify(grading.result),
      document_id: grading.documentId,
      reason: grading.reason,
      made_by: grading.by,
    })
    .execute()
  return id
}

/** Withdraw a grade with a reason; it stays in the record. False where it was withdrawn already or is not there. */
export async function withdrawGradingRow(
  tx: Tx,
  officeId: string,
  subjectId: string,
  gradingId: string,
  by: string,
  reason: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('grading')
    .set({ withdrawn_at: sql<string>`now()`, withdrawn_by: by, withdrawn_reason: reason })
    .where('office_id', '=', officeId)
    .where('subject_id', '=', subjectId)
    .where('grading_id', '=', gradingId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

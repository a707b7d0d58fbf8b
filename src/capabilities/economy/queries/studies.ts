import { sql } from 'kysely'
import { decodeCursor, encodeCursor } from '#api/paging'
import type { Json } from '#store/schema'
import type { Db, Tx } from '#store/store'

/** A kept question and answer. */
export interface StudyRow {
  id: string
  title: string
  subjectId: string | null
  subjectName: string | null
  tableId: string | null
  question: Json
  answer: Json
  inPortfolio: boolean
  archived: boolean
  version: number
  createdBy: { id: string; name: string }
  createdAt: string
}

const base = (db: Db, officeId: string, confidential: boolean) => {
  const rows = db
    .selectFrom('economy_study as t')
    .leftJoin('subject as s', (join) => join.onRef('s.office_id', '=', 't.office_id').onRef('s.subject_id', '=', 't.subject_id'))
    .leftJoin('judgement as j', (join) => join.onRef('j.office_id', '=', 't.office_id').onRef('j.judgement_id', '=', 't.judgement_id'))
    .leftJoin('app_user as u', (join) => join.on(sql<boolean>`u.user_id = t.created_by`))
    .selectAll('t')
    .select(['s.name_ko as subject_name', 'u.name as creator', sql<boolean>`t.judgement_id is not null and j.undone_at is null`.as('in_portfolio')])
    .where('t.office_id', '=', officeId)
  return confidential ? rows : rows.where((eb) => eb.or([eb('t.subject_id', 'is', null), eb('s.confidential', '=', false)]))
}

type Selected = Awaited<ReturnType<ReturnType<typeof base>['executeTakeFirstOrThrow']>>

const rowOf = (row: Selected): StudyRow => ({
  id: row.study_id,
  title: row.title,
  subjectId: row.subject_id,
  subjectName: row.subject_name,
  tableId: row.table_id,
  question: row.question,
  answer: row.answer,
  inPortfolio: row.in_portfolio,
  archived: row.archived_at !== null,
  version: row.version,
  createdBy: { id: row.created_by, name: row.creator ?? '' },
  createdAt: new Date(row.created_at).toISOString(),
})

/** 검토 목록: kept studies, the newest first. */
export async function listStudies(
  db: Db,
  officeId: string,
  query: { limit: number; cursor?: string | undefined; subject?: string | undefined; archived?: boolean | undefined; confidential: boolean },
): Promise<{ items: StudyRow[]; next: string | null }> {
  const key = sql<string>`to_char(t.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`
  let rows = base(db, officeId, query.confidential)
    .select(key.as('sort_key'))
    .where('t.archived_at', query.archived ? 'is not' : 'is', null)
  if (query.subject) rows = rows.where('t.subject_id', '=', query.subject)
  const after = decodeCursor(query.cursor, 2)
  if (after) rows = rows.where(sql<boolean>`(${key}, t.study_id) < (${after[0]}::text, ${after[1]}::uuid)`)
  const found = await rows
    .orderBy(key, 'desc')
    .orderBy('t.study_id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  return { items: page.map(rowOf), next: found.length > query.limit && last ? encodeCursor([last.sort_key, last.study_id]) : null }
}

/** One study, or undefined where there is none or its subject may not be seen. */
export async function studyById(db: Db, officeId: string, studyId: string, confidential: boolean): Promise<StudyRow | undefined> {
  const row = await base(db, officeId, confidential).where('t.study_id', '=', studyId).executeTakeFirst()
  return row && rowOf(row)
}

export async function insertStudy(
  tx: Tx,
  officeId: string,
  study: { id: string; title: string; subjectId: string | null; tableId: string | null; question: unknown; answer: unknown; by: string },
): Promise<void> {
  await tx
    .insertInto('economy_study')
    .values({
      office_id: officeId,
      study_id: study.id,
      kind: 'impact',
      title: study.title,
      subject_id: study.subjectId,
      table_id: study.tableId,
      question: JSON.stringify(study.question),
      answer: JSON.stringify(study.answer),
      judgement_id: null,
      created_by: study.by,
    })
    .execute()
}

/** Change a study at a version; false where somebody changed it meanwhile. */
export async function changeStudy(
  tx: Tx,
  officeId: string,
  studyId: string,
  version: number,
  to: { archived?: boolean; judgementId?: string; subjectId?: string },
): Promise<boolean> {
  const changed = await tx
    .updateTable('economy_study')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(to.archived === undefined ? {} : { archived_at: to.archived ? new Date().toISOString() : null }),
      ...(to.judgementId === undefined ? {} : { judgement_id: to.judgementId }),
      ...(to.subjectId === undefined ? {} : { subject_id: to.subjectId }),
    }))
    .where('office_id', '=', officeId)
    .where('study_id', '=', studyId)
    .where('version', '=', version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

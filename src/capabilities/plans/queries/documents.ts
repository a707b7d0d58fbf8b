import { sql } from 'kysely'
import { documentsThen } from '#capabilities/portfolio/index'
import type { Db } from '#store/store'
import { type Seeing, subjectSeen } from '../seeing.ts'

/** Whether a document is there and may be seen. */
export async function documentSeen(db: Db, officeId: string, documentId: string, seeing: Seeing): Promise<boolean> {
  const { rows } = await sql`
    select 1 from document d where d.office_id = ${officeId}::uuid and d.document_id = ${documentId}::uuid and d.erased_at is null and ${subjectSeen(seeing, 'd')}`.execute(
    db,
  )
  return rows.length > 0
}

/** Titles of documents by id, of those that may be seen, as they were called at the clock. */
export async function titlesOf(db: Db, officeId: string, ids: readonly (string | null)[], seeing: Seeing): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((one): one is string => one !== null))]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ document_id: string; title: string }>`
    select d.document_id, d.title from document d
    where d.office_id = ${officeId}::uuid and d.document_id = any(${wanted}::uuid[]) and ${subjectSeen(seeing, 'd')}`.execute(db)
  const then = await documentsThen(db, officeId, wanted, seeing.knownOn ?? null)
  return new Map(rows.map((row) => [row.document_id, then.get(row.document_id)?.title ?? row.title]))
}

import { sql } from 'kysely'
import type { Db } from '#store/store'

/** What a path of the API may name and what may be confidential. */
export type Named = 'document' | 'subject' | 'fact' | 'claim'

/** The confidential record that an id leads to (a claim leads to its document), or null where it is open or not there. */
export async function confidentialOf(
  db: Db,
  officeId: string,
  named: Named,
  id: string,
): Promise<{ kind: 'document' | 'subject'; id: string } | null> {
  const questions = {
    document: sql`select 'document' as kind, document_id as id from document where office_id = ${officeId}::uuid and document_id = ${id}::uuid and confidential`,
    claim: sql`select 'document' as kind, d.document_id as id from claim c join document d using (office_id, document_id)
      where c.office_id = ${officeId}::uuid and c.claim_id = ${id}::uuid and d.confidential`,
    subject: sql`select 'subject' as kind, subject_id as id from subject where office_id = ${officeId}::uuid and subject_id = ${id}::uuid and confidential`,
    fact: sql`select 'subject' as kind, s.subject_id as id from fact f join subject s using (office_id, subject_id)
      where f.office_id = ${officeId}::uuid and f.fact_id = ${id}::uuid and (f.confidential or s.confidential)`,
  }
  const { rows } = await sql<{ kind: 'document' | 'subject'; id: string }>`${questions[named]}`.execute(db)
  return rows[0] ?? null
}

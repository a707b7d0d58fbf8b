import { sql } from 'kysely'
import type { Json } from '#store/schema'
import type { Db, Tx } from '#store/store'

/** A fact that stands on no sentence any more once a document is gone. */
export interface LostFact {
  factId: string
  subjectId: string
  subjectName: string
  indicatorKo: string
  indicatorEn: string
  value: string
  unit: string
  facet: string
}

/** Facts held today whose every supporting sentence stands in this document or in one that is erased already. */
export async function factsOnlyFrom(db: Db, officeId: string, documentId: string): Promise<LostFact[]> {
  const { rows } = await sql<LostFact>`
    select f.fact_id as "factId", f.subject_id as "subjectId", s.name_ko as "subjectName", i.name_ko as "indicatorKo", i.name_en as "indicatorEn",
      f.value, f.unit, f.facet
    from fact f
    join subject s on s.office_id = f.office_id and s.subject_id = f.subject_id
    join indicator i on i.office_id = f.office_id and i.indicator_id = f.indicator_id
    where f.office_id = ${officeId}::uuid and upper_inf(f.recorded)
      and exists (select 1 from fact_basis b join claim c on c.office_id = b.office_id and c.claim_id = b.claim_id
        where b.office_id = f.office_id and b.fact_id = f.fact_id and b.role = 'supports' and b.voided_at is null and c.document_id = ${documentId}::uuid)
      and not exists (select 1 from fact_basis b join claim c on c.office_id = b.office_id and c.claim_id = b.claim_id
        join document d on d.office_id = c.office_id and d.document_id = c.document_id
        where b.office_id = f.office_id and b.fact_id = f.fact_id and b.role = 'supports' and b.voided_at is null
          and c.document_id <> ${documentId}::uuid and d.erased_at is null)
    order by s.name_ko, i.ord, f.fact_id`.execute(db)
  return rows
}

/** What a document holds that an erasure takes away. */
export async function heldBy(db: Db, officeId: string, documentId: string): Promise<{ claims: number; sentences: number }> {
  const { rows } = await sql<{ claims: string; sentences: string }>`
    select (select count(*) from claim where office_id = ${officeId}::uuid and document_id = ${documentId}::uuid) as claims,
      (select count(*) from span where office_id = ${officeId}::uuid and document_id = ${documentId}::uuid and sentence is not null) as sentences`.execute(
    db,
  )
  return { claims: Number(rows[0]!.claims), sentences: Number(rows[0]!.sentences) }
}

/** The document, held until the end of the transaction where `lock` is asked. */
export async function documentToErase(db: Db, officeId: string, documentId: string, lock: boolean) {
  let query = db
    .selectFrom('document')
    .select(['document_id', 'kind', 'title', 'confidential', 'erased_at', 'blob_sha256', 'text_sha256', 'job_id'])
    .where('office_id', '=', officeId)
    .where('document_id', '=', documentId)
  if (lock) query = query.forUpdate()
  return query.executeTakeFirst()
}

/** Editions whose payload quotes the document. */
export async function editionsQuoting(db: Db, officeId: string, documentId: string) {
  const { rows } = await sql<{ id: string; series: string; edition: number; title: string; payload: Json }>`
    select publication_id as id, series, edition, title_ko as title, payload from publication
    where office_id = ${officeId}::uuid and strpos(payload::text, ${documentId}) > 0 order by series, edition`.execute(db)
  return rows
}

export const putPayload = (tx: Tx, officeId: string, publicationId: string, payload: Json) =>
  tx
    .updateTable('publication')
    .set({ payload: JSON.stringify(payload) })
    .where('office_id', '=', officeId)
    .where('publication_id', '=', publicationId)
    .execute()

/** Takes the words out of every table that holds some. Values, places and hashes stay: they are what the office decided upon. */
export async function takeWords(tx: Tx, officeId: string, documentId: string, by: string, reason: string): Promise<void> {
  const here = sql`office_id = ${officeId}::uuid and document_id = ${documentId}::uuid`
  await sql`update document set body = null, body_map = null, mentions = null, parse_notes = '[]', blob_sha256 = null, reading_state = 'none', reading_error = null,
    erased_at = now(), erased_by = ${by}::uuid, erased_reason = ${reason}, version = version + 1 where ${here}`.execute(tx)
  await sql`update span set quote = null, sentence = null where ${here}`.execute(tx)
  await sql`update claim set subject_text = null, counterparts = '[]', what = null, due_text = null, start_text = null, place_text = null, slots = '{}' where ${here}`.execute(
    tx,
  )
  await sql`update claim_state set state = 'superseded' where ${here} and state = 'pending'`.execute(tx)
  await sql`update stage_event set occurred_text = null where office_id = ${officeId}::uuid and (document_id = ${documentId}::uuid
    or claim_id in (select claim_id from claim where ${here}))`.execute(tx)
  await sql`delete from reread_proposal where ${here}`.execute(tx)
  await sql`update extraction set refused = '{}', error = null where ${here}`.execute(tx)
  // Answers that are kept for a day, so that a write sent twice happens once, may repeat what the document said.
  await sql`delete from idempotency where office_id = ${officeId}::uuid and strpos(body, ${documentId}) > 0`.execute(tx)
}

/** Whether another document that is not erased came out of the same file. */
export async function fileUsedElsewhere(tx: Tx, officeId: string, documentId: string, blob: Buffer): Promise<boolean> {
  const row = await tx
    .selectFrom('document')
    .select('document_id')
    .where('office_id', '=', officeId)
    .where('blob_sha256', '=', blob)
    .where('document_id', '<>', documentId)
    .executeTakeFirst()
  return row !== undefined
}

import { sql } from 'kysely'
import { newId } from '#store/log/ids'
import type { Db, Tx } from '#store/store'

/** 증빙 자료 that a partner sent. */
export interface EvidenceRow {
  id: string
  obligationId: string
  fileName: string
  mediaType: string
  size: number
  sha256: string
  note: string | null
  state: 'sent' | 'accepted' | 'returned'
  sentBy: string
  sentByName: string
  sentAt: string
  decidedAt: string | null
  decidedReason: string | null
  documentId: string | null
}

/** Files by id, obligation or state, the newest first. */
export async function evidenceRows(
  db: Db,
  officeId: string,
  filter: { ids?: readonly string[]; obligationIds?: readonly string[]; state?: EvidenceRow['state'] | undefined },
): Promise<EvidenceRow[]> {
  const { rows } = await sql<{
    evidence_id: string
    obligation_id: string
    file_name: string
    media_type: string
    size: number
    blob_sha256: Buffer
    note: string | null
    state: EvidenceRow['state']
    sent_by: string
    name: string | null
    sent_at: string
    decided_at: string | null
    decided_reason: string | null
    document_id: string | null
  }>`
    select e.*, u.name from obligation_evidence e left join app_user u on u.user_id = e.sent_by
    where e.office_id = ${officeId}::uuid
      and ${filter.ids ? sql`e.evidence_id = any(${[...filter.ids]}::uuid[])` : sql`true`}
      and ${filter.obligationIds ? sql`e.obligation_id = any(${[...filter.obligationIds]}::uuid[])` : sql`true`}
      and ${filter.state ? sql`e.state = ${filter.state}` : sql`true`}
    order by e.sent_at desc, e.evidence_id`.execute(db)
  return rows.map((row) => ({
    id: row.evidence_id,
    obligationId: row.obligation_id,
    fileName: row.file_name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.blob_sha256.toString('hex'),
    note: row.note,
    state: row.state,
    sentBy: row.sent_by,
    sentByName: row.name ?? '',
    sentAt: row.sent_at,
    decidedAt: row.decided_at,
    decidedReason: row.decided_reason,
    documentId: row.document_id,
  }))
}

export async function insertEvidence(
  tx: Tx,
  officeId: string,
  file: { obligationId: string; sha256: string; fileName: string; mediaType: string; size: number; note: string | null; by: string },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('obligation_evidence')
    .values({
      office_id: officeId,
      evidence_id: id,
      obligation_id: file.obligationId,
      blob_sha256: Buffer.from(file.sha256, 'hex'),
      file_name: file.fileName,
      media_type: file.mediaType,
      size: file.size,
      note: file.note,
      sent_by: file.by,
      decided_by: null,
    })
    .execute()
  return id
}

/** Decide about a file once; false where it was decided already. */
export async function decideEvidence(
  tx: Tx,
  officeId: string,
  id: string,
  decision: { state: 'accepted' | 'returned'; reason: string | null; documentId: string | null; by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('obligation_evidence')
    .set({
      state: decision.state,
      decided_by: decision.by,
      decided_at: sql<string>`now()`,
      decided_reason: decision.reason,
      document_id: decision.documentId,
    })
    .where('office_id', '=', officeId)
    .where('evidence_id', '=', id)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

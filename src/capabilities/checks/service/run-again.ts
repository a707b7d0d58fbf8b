import { notFound, ProblemError } from '#api/problem'
import { readDocument } from '#engines/reading/read-document'
import { appendAudit } from '#store/audit'
import type { Kept } from '../queries/items.ts'
import { checkDocument } from './check-document.ts'
import type { Deciding } from './decide.ts'

/**
 * Run the rules over a document again, as after a change of the rules. Claims are not touched.
 *
 * @throws ProblemError 404, 409 where the document has no text or was not read yet
 */
export function checkAgain(who: Deciding, documentId: string): Promise<Kept> {
  return who.store.inOffice(who.officeId, who.by, async (tx) => {
    const row = await tx
      .selectFrom('document')
      .selectAll()
      .where('office_id', '=', who.officeId)
      .where('document_id', '=', documentId)
      .forUpdate()
      .executeTakeFirst()
    if (!row || row.kind === 'own_statement' || (row.confidential && !who.confidential)) throw notFound({ ko: '문서', en: 'The document' })
    if (row.body === null || row.reading_state !== 'read')
      throw new ProblemError(409, 'document-not-read', { ko: '아직 읽지 않은 문서입니다', en: 'The document is not read yet' })
    const reading = readDocument(row.body, {
      // a day that the reader found it finds again; one that was stated it must be told
      published: row.published_from === 'found' ? undefined : (row.published_on ?? undefined),
      outlet: row.outlet ?? undefined,
    })
    const kept = await checkDocument(tx, who.officeId, documentId, reading)
    await appendAudit(tx, who.officeId, { actor: who.by, action: 'document.was-checked', subjectId: documentId, detail: { ...kept } })
    return kept
  })
}

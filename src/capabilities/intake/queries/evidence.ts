import { sql } from 'kysely'
import type { SubjectKind } from '#record/subject'
import type { Db } from '#store/store'
import type { Suggestion } from '../schemas-review.ts'

/** The sentences that facts stand on, the newest document first; sentences of documents that the reader may not see are left out. */
export async function sentencesOfFacts(
  db: Db,
  officeId: string,
  factIds: readonly string[],
  confidential: boolean,
): Promise<Map<string, Suggestion['sentences']>> {
  const found = new Map<string, Suggestion['sentences']>()
  if (factIds.length === 0) return found
  const rows = await db
    .selectFrom('fact_basis as b')
    .innerJoin('claim as c', (join) => join.onRef('c.office_id', '=', 'b.office_id').onRef('c.claim_id', '=', 'b.claim_id'))
    .innerJoin('span as s', (join) => join.onRef('s.office_id', '=', 'c.office_id').onRef('s.span_id', '=', 'c.span_id'))
    .innerJoin('document as d', (join) => join.onRef('d.office_id', '=', 'c.office_id').onRef('d.document_id', '=', 'c.document_id'))
    .select([
      'b.fact_id',
      'd.document_id',
      'd.title',
      'd.outlet',
      'd.published_on',
      'd.illustrative',
      's.sentence',
      's.sentence_start',
      's.start_at',
      's.end_at',
    ])
    .where('b.office_id', '=', officeId)
    .where('b.fact_id', 'in', factIds)
    .where('b.voided_at', 'is', null)
    .where(sql<boolean>`(${confidential}::boolean or not d.confidential)`)
    .orderBy('d.published_on', (order) => order.desc().nullsLast())
    .orderBy('s.span_id')
    .execute()
  for (const row of rows) {
    const list = found.get(row.fact_id) ?? []
    list.push({
      documentId: row.document_id,
      title: row.title,
      outlet: row.outlet,
      publishedOn: row.published_on,
      sentence: row.sentence,
      mark: row.sentence === null ? null : { start: row.start_at - row.sentence_start, end: row.end_at - row.sentence_start },
      illustrative: row.illustrative,
    })
    found.set(row.fact_id, list)
  }
  return found
}

/** Subjects by their ids: what a judged claim is about. */
export async function subjectsById(
  db: Db,
  officeId: string,
  ids: readonly string[],
): Promise<Map<string, { id: string; nameKo: string; kind: SubjectKind }>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('subject')
    .select(['subject_id', 'name_ko', 'kind'])
    .where('office_id', '=', officeId)
    .where('subject_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.subject_id, { id: row.subject_id, nameKo: row.name_ko, kind: row.kind }]))
}

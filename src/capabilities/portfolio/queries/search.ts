import { type Kysely, sql } from 'kysely'
import { toText } from '#quantity/decimal'
import { parseQuantity } from '#quantity/scan-quantity'
import type { Database } from '#store/schema'
import { likeOf } from './list.ts'

/** One thing found: a subject, a number that the office holds, a sentence or a document. */
export interface Hit {
  type: 'subject' | 'fact' | 'sentence' | 'document'
  id: string
  title: string
  detail: string | null
  subjectId: string | null
  documentId: string | null
  value: string | null
  unit: string | null
}

/** 찾기: numbers, names and sentences. "1조원" finds what holds the same value however it is written; words find names, titles and sentences that hold them. */
export async function search(db: Kysely<Database>, officeId: string, words: string, confidential: boolean, limit: number): Promise<Hit[]> {
  const text = words.normalize('NFC').trim()
  if (text === '') return []
  const like = likeOf(text)
  const number = parseQuantity(text)
  const { rows } = await sql<Hit & { score: number }>`
    with named as (
      select s.subject_id, s.kind, coalesce(s.canonical_id, s.subject_id) as canonical, s.name_ko, s.place,
             greatest(similarity(s.name_ko, ${text}), case when s.name_ko ilike ${like} or s.name_en ilike ${like} then 0.9 else 0 end,
               case when exists (select 1 from subject_alias a where a.office_id = s.office_id and a.subject_id = s.subject_id and a.name ilike ${like}) then 0.8 else 0 end) as score
      from subject s
      where s.office_id = ${officeId}::uuid and s.archived_at is null and (${confidential} or not s.confidential))
    (select distinct on (canonical) 'subject' as type, canonical as id, name_ko as title, concat_ws(' · ', kind, place) as detail, canonical as "subjectId", null::uuid as "documentId",
            null::numeric as value, null::text as unit, score from named where score >= 0.3 order by canonical, score desc limit ${limit})
    union all
    (select 'fact', f.fact_id, s.name_ko, f.indicator_id || ' ' || f.facet, coalesce(s.canonical_id, s.subject_id), null::uuid, f.value, f.unit, 1.0
     from fact f join subject s on s.office_id = f.office_id and s.subject_id = f.subject_id
     where f.office_id = ${officeId}::uuid and upper_inf(f.recorded) and ${number ? sql`f.value = ${toText(number.value)}::numeric and f.unit = ${number.unit}` : sql`false`}
       and s.archived_at is null and (${confidential} or not (f.confidential or s.confidential))
     limit ${limit})
    union all
    (select distinct on (p.sentence) 'sentence', p.span_id, p.sentence, concat_ws(' · ', d.outlet, d.title), null::uuid, d.document_id, null::numeric, null::text, 0.6
     from span p join document d on d.office_id = p.office_id and d.document_id = p.document_id
     where p.office_id = ${officeId}::uuid and p.sentence ilike ${like} and d.erased_at is null and (${confidential} or not d.confidential)
     order by p.sentence limit ${limit})
    union all
    (select 'document', d.document_id, d.title, concat_ws(' · ', d.outlet, d.published_on::text), null::uuid, d.document_id, null::numeric, null::text, 0.5
     from document d where d.office_id = ${officeId}::uuid and d.title ilike ${like} and d.kind <> 'own_statement' and d.erased_at is null and (${confidential} or not d.confidential)
     limit ${limit})
    order by score desc, title limit ${limit}`.execute(db)
  return rows.map(({ score: _, ...hit }) => hit)
}

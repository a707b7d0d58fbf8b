import { sql } from 'kysely'
import type { Db } from '#store/store'
import type { Looking } from '../looking.ts'
import { seen, standsFor } from './fragments.ts'

/** A subject that rows of a file may refer to. */
export interface Referable {
  readonly id: string
  readonly kind: string
  readonly nameKo: string
  readonly nameEn: string | null
  readonly confidential: boolean
}

/**
 * 가리킬 수 있는 대상: every subject that rows may refer to, as far as the reader may see it and it was not put away; one that was merged gives what it stands for.
 * All of the office at once: asking for 10,000 names one by one sends the database through its index of syllables 10,000 times (measured: four minutes against a second).
 */
export async function referables(db: Db, looking: Looking): Promise<{ asked: string; subject: Referable }[]> {
  const { rows } = await sql<{ asked_id: string; subject_id: string; kind: string; name_ko: string; name_en: string | null; confidential: boolean }>`
    select s.subject_id as asked_id, c.subject_id, c.kind, c.name_ko, c.name_en, (s.confidential or c.confidential) as confidential
    from subject s ${standsFor(looking, 's', 'c')}
    where s.office_id = ${looking.officeId}::uuid and c.archived_at is null and c.kind not in ('organisation', 'person') and ${seen(looking)}
    order by s.created_at, s.subject_id`.execute(db)
  return rows.map((row) => ({
    asked: row.asked_id,
    subject: { id: row.subject_id, kind: row.kind, nameKo: row.name_ko, nameEn: row.name_en, confidential: row.confidential },
  }))
}

/** Documents of these ids that the reader may see. */
export async function seenDocuments(db: Db, looking: Looking, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ document_id: string }>`
    select document_id from document where office_id = ${looking.officeId}::uuid and document_id = any(${[...ids]}::uuid[])
      and erased_at is null and (${looking.confidential} or not confidential)`.execute(db)
  return new Set(rows.map((row) => row.document_id))
}

/** Who changed which field of which subject last, and when: `subject field`. */
export async function lastEdits(db: Db, officeId: string, ids: readonly string[]): Promise<Map<string, { by: string | null; at: string }>> {
  const { rows } = await sql<{ subject_id: string; field: string; by_name: string | null; made_at: string }>`
    select distinct on (j.subject_a, k.field) j.subject_a as subject_id, k.field, u.name as by_name, j.made_at
    from judgement j cross join lateral jsonb_object_keys(coalesce(j.detail -> 'to', '{}'::jsonb)) k(field)
    left join app_user u on u.user_id = j.made_by
    where j.office_id = ${officeId}::uuid and j.kind = 'edit' and j.undone_at is null and j.subject_a = any(${[...ids]}::uuid[])
      and jsonb_typeof(j.detail -> 'to') = 'object'
    order by j.subject_a, k.field, j.made_at desc`.execute(db)
  return new Map(rows.map((row) => [`${row.subject_id} ${row.field}`, { by: row.by_name, at: row.made_at }]))
}

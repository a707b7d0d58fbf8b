import { sql } from 'kysely'
import type { SubjectKind } from '#record/subject'
import type { Db } from '#store/store'

/** What is asked for one claim: how the thing may be called, and who takes part. */
export interface AskedSubject {
  claim: string
  name: string
  parties: readonly string[]
}

/** A subject that is there, with everything by which it may be known again. */
export interface AlikeRow {
  claim_id: string
  subject_id: string
  kind: SubjectKind
  name_ko: string
  place: string | null
  stage: string | null
  aliases: string[] | null
  parties: string[] | null
}

const perClaim = 8

/** Subjects with stages that are called alike or share a party with a claim, a few of each; those that a person said not to be the same are left out. */
export async function subjectsAlike(
  db: Db,
  officeId: string,
  asked: readonly AskedSubject[],
  confidential: boolean,
): Promise<Map<string, AlikeRow[]>> {
  const found = new Map<string, AlikeRow[]>()
  if (asked.length === 0) return found
  const { rows } = await sql<AlikeRow>`
    select q.claim as claim_id, x.* from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as q(claim uuid, name text, parties text[])
    cross join lateral (
      select s.subject_id, s.kind, s.name_ko, s.place, s.stage,
             (select array_agg(a.name) from subject_alias a where a.office_id = s.office_id and a.subject_id = s.subject_id) as aliases,
             (select array_agg(distinct o.name_ko) from relation r join subject o on o.office_id = r.office_id
                and o.subject_id = case when r.to_subject = s.subject_id then r.from_subject else r.to_subject end
              where r.office_id = s.office_id and r.voided_at is null and s.subject_id in (r.from_subject, r.to_subject) and o.kind = 'organisation') as parties
      from subject s
      where s.office_id = ${officeId}::uuid and s.kind in ('project', 'agreement', 'pledge', 'programme') and s.archived_at is null and s.canonical_id is null
        and (${confidential}::boolean or not s.confidential)
        and s.subject_id in (
          select n.subject_id from subject n where n.office_id = ${officeId}::uuid and n.name_ko % q.name
          union
          select a.subject_id from subject_alias a where a.office_id = ${officeId}::uuid and a.name % q.name
          union
          select r.to_subject from relation r join subject o on o.office_id = r.office_id and o.subject_id = r.from_subject
          where r.office_id = ${officeId}::uuid and r.voided_at is null and r.role in ('investor', 'counterparty') and o.kind = 'organisation'
            and o.name_ko = any(q.parties))
        and not exists (select 1 from not_same n where n.office_id = s.office_id and n.claim_id = q.claim and n.subject_id = s.subject_id and n.voided_at is null)
      order by similarity(s.name_ko, q.name) desc, s.subject_id
      limit ${perClaim}
    ) x`.execute(db)
  for (const row of rows) {
    const own = found.get(row.claim_id)
    if (own) own.push(row)
    else found.set(row.claim_id, [row])
  }
  return found
}

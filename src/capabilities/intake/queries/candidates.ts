import { sql } from 'kysely'
import type { Db, Tx } from '#store/store'
import type { Candidate } from '../service/compare.ts'
import type { ClaimWithState } from './claims.ts'

/** How many facts are looked at for one claim. */
const perClaim = 20

interface CandidateRow {
  claim_id: string
  fact_id: string
  subject_id: string
  name_ko: string
  kind: string
  place: string | null
  indicator_id: string
  facet: string
  value: string
  value_max: string | null
  unit: string
  approximate: boolean
  due_from: string | null
  due_to: string | null
  aliases: string[] | null
  parties: string[] | null
  said: Candidate['said'] | null
}

/**
 * Facts that may be what these claims say, by claim: of the same indicator and unit, with a near value or a similar name; those that a person has said
 * not to be the same are left out.
 */
export async function candidatesFor(
  db: Db | Tx,
  officeId: string,
  claims: readonly (ClaimWithState & { name: string })[],
  confidential: boolean,
): Promise<Map<string, Candidate[]>> {
  const asked = claims.filter((claim) => claim.value !== null && claim.indicator !== null && claim.unit !== null)
  const found = new Map<string, Candidate[]>()
  if (asked.length === 0) return found
  const names = asked.map((claim) => claim.name)
  const { rows } = await sql<CandidateRow>`
    select q.claim_id, x.* from unnest(${asked.map((c) => c.id)}::uuid[], ${asked.map((c) => c.indicator)}::text[], ${asked.map((c) => c.unit)}::text[],
                                       ${asked.map((c) => c.value)}::numeric[], ${names}::text[]) as q(claim_id, indicator_id, unit, value, name)
    cross join lateral (
      select f.fact_id, s.subject_id, s.name_ko, s.kind, s.place, f.indicator_id, f.facet, f.value::text as value, f.value_max::text as value_max, f.unit,
             f.approximate, f.due_from::text as due_from, f.due_to::text as due_to,
             (select array_agg(a.name) from subject_alias a where a.office_id = s.office_id and a.subject_id = s.subject_id) as aliases,
             (select array_agg(distinct n.name) from relation r join subject o on o.office_id = r.office_id
                and o.subject_id = case when r.to_subject = s.subject_id then r.from_subject else r.to_subject end
              cross join lateral (
                select o.name_ko as name union select o.name_en where o.name_en is not null
                union select a.name from subject_alias a where a.office_id = o.office_id and a.subject_id = o.subject_id
              ) n
              where r.office_id = s.office_id and r.voided_at is null and s.subject_id in (r.from_subject, r.to_subject) and o.kind = 'organisation') as parties,
             (select jsonb_agg(jsonb_build_object('subject', c.subject_text, 'what', c.what, 'counterparts', c.counterparts, 'place', c.place_text,
                'lead', case when ${confidential}::boolean or not d.confidential then left(p.sentence, greatest(p.start_at - p.sentence_start, 0)) end,
                'rest', case when ${confidential}::boolean or not d.confidential then substr(p.sentence, greatest(p.end_at - p.sentence_start, 0) + 1) end))
              from fact_basis b join claim c on c.office_id = b.office_id and c.claim_id = b.claim_id
              join document d on d.office_id = c.office_id and d.document_id = c.document_id
              left join span p on p.office_id = c.office_id and p.span_id = c.span_id
              where b.office_id = f.office_id and b.fact_id = f.fact_id and b.voided_at is null and c.reader <> 'person') as said
      from fact f
      join subject s0 on s0.office_id = f.office_id and s0.subject_id = f.subject_id
      join subject s on s.office_id = s0.office_id and s.subject_id = coalesce(s0.canonical_id, s0.subject_id)
      where f.office_id = ${officeId}::uuid and upper_inf(f.recorded) and f.indicator_id = q.indicator_id and f.unit = q.unit
        and s.archived_at is null
        and (${confidential}::boolean or not (s.confidential or f.confidential))
        and ((f.value between q.value * 0.8 and q.value * 1.25) or similarity(s.name_ko, q.name) > 0.3)
        and not exists (select 1 from not_same n where n.office_id = f.office_id and n.claim_id = q.claim_id and n.subject_id = s.subject_id and n.voided_at is null)
      order by (f.value = q.value) desc, similarity(s.name_ko, q.name) desc, f.fact_id
      limit ${perClaim}
    ) x`.execute(db)
  for (const row of rows) {
    const list = found.get(row.claim_id) ?? []
    list.push({
      factId: row.fact_id,
      subjectId: row.subject_id,
      subjectName: row.name_ko,
      subjectKind: row.kind,
      place: row.place,
      indicator: row.indicator_id,
      facet: row.facet,
      value: row.value,
      valueMax: row.value_max,
      unit: row.unit,
      approximate: row.approximate,
      due: row.due_from === null && row.due_to === null ? null : { from: row.due_from, to: row.due_to },
      aliases: row.aliases ?? [],
      parties: row.parties ?? [],
      said: row.said ?? [],
    })
    found.set(row.claim_id, list)
  }
  return found
}

/** A subject that a claim may be about, with why it is proposed. */
export interface RankedSubject {
  id: string
  kind: string
  nameKo: string
  nameEn: string | null
  place: string | null
  stage: string | null
  /** 0 to 1. */
  score: number
  why: { name: boolean; party: boolean; place: boolean }
}

/**
 * Existing subjects in the order in which a claim may be about them: by the likeness of name and aliases (pg_trgm), by parties and by place.
 * Merged subjects appear as what they were merged into.
 */
export async function rankSubjects(
  db: Db,
  officeId: string,
  look: { q: string; parties: readonly string[]; place: string | null; kinds: readonly string[]; confidential: boolean; limit: number },
): Promise<RankedSubject[]> {
  const pattern = `%${look.q.replace(/[\\%_]/g, (c) => `\\${c}`)}%`
  const place = look.place?.trim().split(/\s+/).at(-1) ?? null
  const { rows } = await sql<{
    subject_id: string
    kind: string
    name_ko: string
    name_en: string | null
    place: string | null
    stage: string | null
    likeness: number
    by_party: boolean
    by_place: boolean
  }>`
    select s.subject_id, s.kind, s.name_ko, s.name_en, s.place, s.stage, n.likeness, p.by_party, ${place === null ? sql`false` : sql`coalesce(s.place like ${`%${place}%`} or s.name_ko like ${`%${place}%`}, false)`} as by_place
    from subject s
    cross join lateral (
      select max(case when names.name ilike ${pattern} and ${look.q !== ''} then greatest(similarity(names.name, ${look.q}), 0.6) else similarity(names.name, ${look.q}) end) as likeness
      from (select s.name_ko as name union all select s.name_en where s.name_en is not null
            union all select a.name from subject_alias a where a.office_id = s.office_id and a.subject_id = s.subject_id) names
    ) n
    cross join lateral (
      select exists (select 1 from relation r join subject o on o.office_id = r.office_id
          and o.subject_id = case when r.to_subject = s.subject_id then r.from_subject else r.to_subject end
        where r.office_id = s.office_id and r.voided_at is null and s.subject_id in (r.from_subject, r.to_subject)
          and o.name_ko = any(${[...look.parties]}::text[])) as by_party
    ) p
    where s.office_id = ${officeId}::uuid and s.archived_at is null and s.canonical_id is null
      and s.kind = any(${[...look.kinds]}::text[])
      and (${look.confidential}::boolean or not s.confidential)
      and (${look.q === ''} or n.likeness > 0.15 or p.by_party or (${place !== null} and s.place like ${`%${place ?? ''}%`}))
    order by (n.likeness + case when p.by_party then 0.5 else 0 end + case when ${place !== null} and s.place like ${`%${place ?? ''}%`} then 0.2 else 0 end) desc, s.name_ko, s.subject_id
    limit ${look.limit}`.execute(db)
  return rows.map((row) => ({
    id: row.subject_id,
    kind: row.kind,
    nameKo: row.name_ko,
    nameEn: row.name_en,
    place: row.place,
    stage: row.stage,
    score: Math.min(1, Number(row.likeness) * 0.6 + (row.by_party ? 0.3 : 0) + (row.by_place ? 0.1 : 0)),
    why: { name: Number(row.likeness) > 0.3, party: row.by_party, place: row.by_place },
  }))
}

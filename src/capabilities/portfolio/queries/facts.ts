import { type Kysely, sql } from 'kysely'
import { type Funding, fundingOf } from '#engines/accounting/funding'
import type { Fact } from '#record/fact'
import type { Database } from '#store/schema'

export type FactRow = Fact & { subjectName: string; confidential: boolean; ended: boolean; funding: Funding | null; madeBy: string | null }

/** Facts by id or by subject (with the subjects merged into it), held now and before, newest first. */
export async function factRows(
  db: Kysely<Database>,
  officeId: string,
  which: { factIds?: readonly string[]; subjectId?: string; members?: readonly string[]; confidential: boolean },
): Promise<FactRow[]> {
  const { rows } = await sql<{
    fact_id: string
    subject_id: string
    name_ko: string
    indicator_id: string
    facet: Fact['facet']
    series: string
    part_of: string | null
    period_from: string | null
    period_to: string | null
    value: string
    value_max: string | null
    bound: Fact['bound']
    approximate: boolean
    unit: string
    per: string | null
    due_from: string | null
    due_to: string | null
    funding: Funding | null
    ended: boolean
    known_from: string
    known_to: string | null
    method: Fact['method']
    note: string | null
    confidential: boolean
    made_by: string | null
  }>`
    select f.fact_id, coalesce(s.canonical_id, s.subject_id) as subject_id, s.name_ko, f.indicator_id, f.facet, f.series, f.part_of,
           lower(f.period) as period_from, upper(f.period) as period_to, f.value, f.value_max, f.bound, f.approximate, f.unit, f.per,
           f.due_from, f.due_to, f.funding, f.ended, lower(f.recorded) as known_from, upper(f.recorded) as known_to, f.method, f.note,
           f.confidential or s.confidential as confidential, u.name as made_by
    from fact f
    join subject s on s.office_id = f.office_id and s.subject_id = f.subject_id
    left join judgement j on j.office_id = f.office_id and j.judgement_id = f.judgement_id
    left join app_user u on u.user_id = j.made_by
    where f.office_id = ${officeId}::uuid
      and ${which.members ? sql`f.subject_id = any(${[...which.members]}::uuid[])` : which.factIds ? sql`f.fact_id = any(${[...which.factIds]}::uuid[])` : sql`(s.subject_id = ${which.subjectId ?? null}::uuid or s.canonical_id = ${which.subjectId ?? null}::uuid)`}
      and ${
        which.confidential
          ? sql`true`
          : sql`not f.confidential and not s.confidential and exists (
              select 1 from fact_basis b
              join claim c on c.office_id = b.office_id and c.claim_id = b.claim_id
              join document d on d.office_id = c.office_id and d.document_id = c.document_id
              where b.office_id = f.office_id and b.fact_id = f.fact_id and b.role = 'supports' and not d.confidential)`
      }
    order by f.indicator_id, f.facet, f.series, lower(f.recorded) desc, f.fact_id`.execute(db)
  return rows.map((row) => ({
    id: row.fact_id,
    subjectId: row.subject_id,
    subjectName: row.name_ko,
    indicator: row.indicator_id,
    facet: row.facet,
    series: row.series,
    partOf: row.part_of,
    period: { from: row.period_from, to: row.period_to },
    value: row.value,
    valueMax: row.value_max,
    bound: row.bound,
    approximate: row.approximate,
    unit: row.unit,
    per: row.per,
    due: row.due_from === null && row.due_to === null ? null : { from: row.due_from, to: row.due_to },
    funding: fundingOf(row.funding, row.series),
    ended: row.ended,
    knownFrom: row.known_from,
    knownTo: row.known_to,
    method: row.method,
    note: row.note,
    confidential: row.confidential,
    madeBy: row.made_by,
  }))
}

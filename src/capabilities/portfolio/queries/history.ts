import { type Kysely, sql } from 'kysely'
import type { JudgementKind } from '#record/judgement'
import type { Database } from '#store/schema'

export interface JudgementRow {
  id: string
  kind: JudgementKind
  reason: string | null
  detail: unknown
  madeBy: string | null
  madeAt: string
  undoneAt: string | null
  undoneBy: string | null
}

/** 판단: what people decided about a cluster, the latest first: its facts, its stages, its identity, its fields. */
export async function judgementsOf(db: Kysely<Database>, officeId: string, members: readonly string[]): Promise<JudgementRow[]> {
  const ids = [...members]
  const { rows } = await sql<{
    judgement_id: string
    kind: JudgementKind
    reason: string | null
    detail: unknown
    by_name: string | null
    made_at: string
    undone_at: string | null
    undone_name: string | null
  }>`
    select j.judgement_id, j.kind, j.reason, j.detail, u.name as by_name, j.made_at, j.undone_at, v.name as undone_name
    from judgement j
    left join app_user u on u.user_id = j.made_by
    left join app_user v on v.user_id = j.undone_by
    where j.office_id = ${officeId}::uuid and (
      j.subject_a = any(${ids}::uuid[]) or j.subject_b = any(${ids}::uuid[])
      or j.judgement_id in (select f.judgement_id from fact f where f.office_id = ${officeId}::uuid and f.subject_id = any(${ids}::uuid[]))
      or j.judgement_id in (select e.judgement_id from stage_event e where e.office_id = ${officeId}::uuid and e.subject_id = any(${ids}::uuid[]))
      or j.judgement_id in (select b.judgement_id from fact_basis b join fact f on f.office_id = b.office_id and f.fact_id = b.fact_id
                            where b.office_id = ${officeId}::uuid and f.subject_id = any(${ids}::uuid[])))
    order by j.made_at desc, j.judgement_id
    limit 500`.execute(db)
  return rows.map((row) => ({
    id: row.judgement_id,
    kind: row.kind,
    reason: row.reason,
    detail: row.detail,
    madeBy: row.by_name,
    madeAt: row.made_at,
    undoneAt: row.undone_at,
    undoneBy: row.undone_name,
  }))
}

/** Entries of the audit chain about a cluster that no judgement tells of already. */
export async function auditOf(
  db: Kysely<Database>,
  officeId: string,
  members: readonly string[],
): Promise<{ seq: string; at: string; actor: string; action: string; detail: unknown }[]> {
  const { rows } = await sql<{ seq: string; at: string; actor: string; action: string; detail: unknown }>`
    select a.seq::text, a.at, coalesce(u.name, a.actor) as actor, a.action, a.detail
    from audit a left join app_user u on u.user_id::text = a.actor
    where a.office_id = ${officeId}::uuid and a.subject_id = any(${[...members]}::uuid[]) and a.detail -> 'judgementId' is null
    order by a.seq desc limit 500`.execute(db)
  return rows
}

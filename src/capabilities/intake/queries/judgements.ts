import { sql } from 'kysely'
import { decodeCursor, encodeCursor } from '#api/paging'
import type { Judgement } from '#record/judgement'
import type { Json } from '#store/schema'
import type { Db, Tx } from '#store/store'
import type { JudgementOfClaim } from '../schemas-review.ts'

/** A judgement with what it needs to be taken back. */
export interface KeptJudgement extends Judgement {
  detail: Json
}

function judgementRows(db: Db) {
  return db
    .selectFrom('judgement as g')
    .leftJoin('app_user as u', 'u.user_id', 'g.made_by')
    .selectAll('g')
    .select(['u.name as made_by_name', sql<string>`g.made_at::text`.as('made_at_exact')])
}
type Row = Awaited<ReturnType<ReturnType<typeof judgementRows>['execute']>>[number]

const judgementOf = (row: Row): KeptJudgement => ({
  id: row.judgement_id,
  kind: row.kind,
  claimId: row.claim_id,
  subjectA: row.subject_a,
  subjectB: row.subject_b,
  factId: row.fact_id,
  batchId: row.batch_id,
  reason: row.reason,
  madeBy: { id: row.made_by, name: row.made_by_name ?? '' },
  madeAt: row.made_at,
  undoneAt: row.undone_at,
  detail: row.detail,
})

/** One judgement; with `lock` held until the end of the transaction. */
export async function judgementById(db: Db | Tx, officeId: string, id: string, lock = false): Promise<KeptJudgement | undefined> {
  if (lock)
    await db.selectFrom('judgement').select('judgement_id').where('office_id', '=', officeId).where('judgement_id', '=', id).forUpdate().execute()
  const row = await judgementRows(db).where('g.office_id', '=', officeId).where('g.judgement_id', '=', id).executeTakeFirst()
  return row && judgementOf(row)
}

/** Judgements by their ids, without what is needed to take them back. */
export async function judgementsById(db: Db, officeId: string, ids: readonly string[]): Promise<Map<string, Judgement>> {
  if (ids.length === 0) return new Map()
  const rows = await judgementRows(db).where('g.office_id', '=', officeId).where('g.judgement_id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.judgement_id, plainJudgement(judgementOf(row))]))
}

/** A judgement as it is shown. */
export function plainJudgement({ detail: _, ...judgement }: KeptJudgement): Judgement {
  return judgement
}

/** The live judgements of a batch, the last first. */
export async function liveOfBatch(db: Db | Tx, officeId: string, batchId: string): Promise<KeptJudgement[]> {
  const rows = await judgementRows(db)
    .where('g.office_id', '=', officeId)
    .where('g.batch_id', '=', batchId)
    .where('g.undone_at', 'is', null)
    .orderBy('g.made_at', 'desc')
    .orderBy('g.judgement_id')
    .execute()
  return rows.map(judgementOf)
}

/** Judgements about the claims of a document (or of the office) with what those said, the last first, undone ones too. */
export async function listJudgements(
  db: Db,
  officeId: string,
  filter: { documentId?: string | undefined; claimId?: string | undefined; limit: number; cursor?: string | undefined; confidential: boolean },
): Promise<{ items: JudgementOfClaim[]; next: string | null }> {
  let query = judgementRows(db)
    .innerJoin('claim as c', (join) => join.onRef('c.office_id', '=', 'g.office_id').onRef('c.claim_id', '=', 'g.claim_id'))
    .innerJoin('document as d', (join) => join.onRef('d.office_id', '=', 'c.office_id').onRef('d.document_id', '=', 'c.document_id'))
    .leftJoin('claim as n', (join) => join.onRef('n.office_id', '=', 'g.office_id').on(sql<boolean>`n.claim_id = (g.detail ->> 'newClaim')::uuid`))
    .select(['c.kind as of_kind', 'c.indicator_id as of_indicator', 'c.stage as of_stage', 'c.value as of_value', 'c.unit as of_unit'])
    .select(['n.kind as to_kind', 'n.indicator_id as to_indicator', 'n.stage as to_stage', 'n.value as to_value', 'n.unit as to_unit'])
    .where('g.office_id', '=', officeId)
  if (!filter.confidential) query = query.where('d.confidential', '=', false)
  if (filter.documentId) query = query.where('c.document_id', '=', filter.documentId)
  if (filter.claimId) query = query.where('g.claim_id', '=', filter.claimId)
  const after = decodeCursor(filter.cursor, 2)
  if (after) query = query.where(sql<boolean>`(g.made_at, g.judgement_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const rows = await query
    .orderBy('g.made_at', 'desc')
    .orderBy('g.judgement_id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  const items = page.map((row) => ({
    ...plainJudgement(judgementOf(row)),
    claim: { kind: row.of_kind, indicator: row.of_indicator, stage: row.of_stage, value: row.of_value, unit: row.of_unit },
    corrected:
      row.to_kind === null ? null : { kind: row.to_kind, indicator: row.to_indicator, stage: row.to_stage, value: row.to_value, unit: row.to_unit },
  }))
  return { items, next: rows.length > filter.limit && last ? encodeCursor([last.made_at_exact, last.judgement_id]) : null }
}

/**
 * Live judgements that stand on what these one did: merges into its facts, facts that replaced its facts, corrections of a claim that it made.
 * They must be taken back first, the last first.
 */
export async function dependentsOf(db: Db | Tx, officeId: string, judgement: KeptJudgement): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    with mine as (select fact_id from fact where office_id = ${officeId}::uuid and judgement_id = ${judgement.id}::uuid)
    select g.judgement_id as id, g.made_at
    from judgement g
    where g.office_id = ${officeId}::uuid and g.undone_at is null and g.judgement_id <> ${judgement.id}::uuid
      and (exists (select 1 from fact_basis b join mine on mine.fact_id = b.fact_id
                   where b.office_id = g.office_id and b.judgement_id = g.judgement_id and b.voided_at is null)
        or exists (select 1 from jsonb_array_elements_text(case when jsonb_typeof(g.detail -> 'replaced') = 'array' then g.detail -> 'replaced' else '[]' end) r
                   join mine on mine.fact_id = r.value::uuid)
        or g.claim_id = (${(judgement.detail as { newClaim?: string } | null)?.newClaim ?? null}::uuid))
    order by g.made_at desc, g.judgement_id`.execute(db)
  return rows.rows.map((row) => row.id)
}

import { type Kysely, sql } from 'kysely'
import { clusters } from '#engines/accounting/clusters'
import { newId } from '#store/log/ids'
import type { Database } from '#store/schema'
import { refoldStage } from './stages.ts'

export interface Edge {
  id: string
  a: string
  b: string
  judgement: 'positive' | 'negative' | 'suggested'
}

/** Live edges that touch these subjects. */
export async function liveEdges(tx: Kysely<Database>, officeId: string, ids: readonly string[]): Promise<Edge[]> {
  const rows = await tx
    .selectFrom('resolver_edge')
    .select(['edge_id', 'a', 'b', 'judgement'])
    .where('office_id', '=', officeId)
    .where('voided_at', 'is', null)
    .where((eb) => eb.or([eb('a', 'in', [...ids]), eb('b', 'in', [...ids])]))
    .execute()
  return rows.map((row) => ({ id: row.edge_id, a: row.a, b: row.b, judgement: row.judgement }))
}

export async function voidEdges(tx: Kysely<Database>, officeId: string, edgeIds: readonly string[], by: string): Promise<void> {
  if (edgeIds.length === 0) return
  await tx
    .updateTable('resolver_edge')
    .set({ voided_at: new Date().toISOString(), voided_by: by })
    .where('office_id', '=', officeId)
    .where('edge_id', 'in', [...edgeIds])
    .where('voided_at', 'is', null)
    .execute()
}

export async function insertEdge(
  tx: Kysely<Database>,
  officeId: string,
  one: string,
  other: string,
  judgement: Edge['judgement'],
  by: string,
): Promise<string> {
  const id = newId()
  const [a, b] = one < other ? [one, other] : [other, one]
  await tx.insertInto('resolver_edge').values({ office_id: officeId, edge_id: id, a, b, judgement, decided_by: by }).execute()
  return id
}

/** Edges by id, live or not: what a judgement made or voided. */
export async function edgesById(tx: Kysely<Database>, officeId: string, ids: readonly string[]): Promise<Edge[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('resolver_edge')
    .select(['edge_id', 'a', 'b', 'judgement'])
    .where('office_id', '=', officeId)
    .where('edge_id', 'in', [...ids])
    .execute()
  return rows.map((row) => ({ id: row.edge_id, a: row.a, b: row.b, judgement: row.judgement }))
}

/**
 * Fold the clusters around these subjects anew: `canonical_id` and the stage of every member follow from the live positive edges and from nothing else.
 * The member made first stands for its cluster. Gives who stands for whom.
 */
export async function foldIdentity(tx: Kysely<Database>, officeId: string, touched: readonly string[]): Promise<Map<string, string>> {
  const edges = await tx
    .selectFrom('resolver_edge')
    .select(['a', 'b'])
    .where('office_id', '=', officeId)
    .where('judgement', '=', 'positive')
    .where('voided_at', 'is', null)
    .execute()
  const ids = [...new Set([...touched, ...edges.flatMap((edge) => [edge.a, edge.b])])]
  const rows = await tx
    .selectFrom('subject')
    .select(['subject_id', 'canonical_id', 'created_at'])
    .where('office_id', '=', officeId)
    .where('subject_id', 'in', ids)
    .execute()
  const rank = new Map(rows.map((row) => [row.subject_id, `${row.created_at} ${row.subject_id}`]))
  const stands = clusters(edges, (id) => rank.get(id) ?? `~${id}`)
  const changed = rows.filter((row) => {
    const canonical = stands.get(row.subject_id) ?? row.subject_id
    return row.canonical_id !== (canonical === row.subject_id ? null : canonical)
  })
  for (const row of changed) {
    const canonical = stands.get(row.subject_id) ?? row.subject_id
    await tx
      .updateTable('subject')
      .set((eb) => ({ canonical_id: canonical === row.subject_id ? null : canonical, version: eb('version', '+', 1) }))
      .where('office_id', '=', officeId)
      .where('subject_id', '=', row.subject_id)
      .execute()
  }
  const affected = new Set([...touched, ...changed.flatMap((row) => [row.subject_id, ...(row.canonical_id ? [row.canonical_id] : [])])])
  for (const id of new Set([...affected].map((one) => stands.get(one) ?? one))) await refoldStage(tx, officeId, id)
  for (const id of affected) await refoldStage(tx, officeId, id)
  return stands
}

export interface Similar {
  id: string
  nameKo: string
  nameEn: string | null
  place: string | null
  stage: string | null
  similarity: number
  samePlace: boolean | null
  sharedInvestors: string[]
}

/** 비슷한 대상: subjects of the same kind that may be the same, by likeness of name, place and shared investors; those judged different are absent. Only proposals: a person decides. */
export async function similarSubjects(db: Kysely<Database>, officeId: string, id: string, confidential: boolean, limit = 8): Promise<Similar[]> {
  const { rows } = await sql<{
    subject_id: string
    name_ko: string
    name_en: string | null
    place: string | null
    stage: string | null
    likeness: number
    same_place: boolean | null
    shared: string[] | null
  }>`
    with own as (select * from subject where office_id = ${officeId}::uuid and subject_id = ${id}::uuid),
    found as (
      select s.subject_id, s.name_ko, s.name_en, s.place, s.stage, similarity(s.name_ko, o.name_ko) as likeness,
             case when s.place is null or o.place is null then null else s.place = o.place end as same_place,
             (select array_agg(distinct i.name_ko) from relation r
              join relation q on q.office_id = r.office_id and q.from_subject = r.from_subject and q.role = r.role and q.voided_at is null and q.to_subject = o.subject_id
              join subject i on i.office_id = r.office_id and i.subject_id = r.from_subject and (${confidential} or not i.confidential)
              where r.office_id = s.office_id and r.to_subject = s.subject_id and r.role = 'investor' and r.voided_at is null) as shared
      from subject s, own o
      where s.office_id = ${officeId}::uuid and s.kind = o.kind and s.subject_id <> o.subject_id and s.canonical_id is null
        and o.canonical_id is distinct from s.subject_id and s.archived_at is null and (${confidential} or not s.confidential)
        and not exists (select 1 from resolver_edge e where e.office_id = s.office_id and e.voided_at is null and e.judgement = 'negative'
                        and least(s.subject_id, o.subject_id) = e.a and greatest(s.subject_id, o.subject_id) = e.b))
    select * from found where likeness > 0.15 or shared is not null
    order by likeness + case when shared is not null then 0.3 else 0 end + case when same_place then 0.1 else 0 end desc, subject_id
    limit ${limit}`.execute(db)
  return rows.map((row) => ({
    id: row.subject_id,
    nameKo: row.name_ko,
    nameEn: row.name_en,
    place: row.place,
    stage: row.stage,
    similarity: Math.round(row.likeness * 100) / 100,
    samePlace: row.same_place,
    sharedInvestors: row.shared ?? [],
  }))
}

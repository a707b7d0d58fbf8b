import { sql } from 'kysely'
import { clusters } from '#engines/accounting/clusters'
import type { Db } from '#store/store'

/** 그때의 같은 것: what subjects stood for as known at an instant, by what had been joined and not been split by then. Those that stood for themselves are absent. */
export async function clustersKnownOn(db: Db, officeId: string, knownOn: string): Promise<Map<string, string>> {
  const edges = await db
    .selectFrom('resolver_edge')
    .select(['a', 'b'])
    .where('office_id', '=', officeId)
    .where('judgement', '=', 'positive')
    .where(sql<boolean>`decided_at <= ${knownOn} and (voided_at is null or voided_at > ${knownOn})`)
    .execute()
  if (edges.length === 0) return new Map()
  const ends = [...new Set(edges.flatMap((edge) => [edge.a, edge.b]))]
  const { rows } = await sql<{ subject_id: string; created_at: string }>`
    select subject_id, created_at from subject where office_id = ${officeId}::uuid and subject_id = any(${ends}::uuid[])`.execute(db)
  const created = new Map(rows.map((row) => [row.subject_id, `${row.created_at} ${row.subject_id}`]))
  const stands = clusters(edges, (id) => created.get(id) ?? `~${id}`)
  return new Map([...stands].filter(([id, whole]) => id !== whole))
}

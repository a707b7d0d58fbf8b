import { sql } from 'kysely'
import type { Db } from '#store/store'
import { clustersKnownOn } from './clusters-known-on.ts'

/** 같은 것: every subject that stands for one of these, with the one that it stands for; as joined and parted by what is known at the clock. */
export async function membersOf(
  db: Db,
  officeId: string,
  ids: readonly string[],
  { knownOn = null }: { readonly knownOn?: string | null },
): Promise<Map<string, string>> {
  const members = new Map(ids.map((id) => [id, id]))
  if (ids.length === 0) return members
  if (knownOn === null) {
    const { rows } = await sql<{ subject_id: string; canonical_id: string }>`
      select subject_id, canonical_id from subject where office_id = ${officeId}::uuid and canonical_id = any(${[...ids]}::uuid[])`.execute(db)
    for (const row of rows) members.set(row.subject_id, row.canonical_id)
    return members
  }
  for (const [id, whole] of await clustersKnownOn(db, officeId, knownOn)) if (members.has(whole)) members.set(id, whole)
  return members
}

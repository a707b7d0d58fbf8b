import { sql } from 'kysely'
import { keepPast } from '#store/log/past'
import type { Tx } from '#store/store'

/** Keep what a document calls an organisation beside its name, with the claim that it came with. */
export async function keepAliases(tx: Tx, officeId: string, subjectId: string, names: readonly string[], claimId: string): Promise<void> {
  if (names.length === 0) return
  const own = await tx
    .selectFrom('subject')
    .select(['name_ko', 'name_en'])
    .where('office_id', '=', officeId)
    .where('subject_id', '=', subjectId)
    .executeTakeFirst()
  const others = names.filter((name) => name !== own?.name_ko && name !== own?.name_en)
  if (others.length === 0) return
  await tx
    .insertInto('subject_alias')
    .values(others.map((name) => ({ office_id: officeId, subject_id: subjectId, name, claim_id: claimId })))
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/** Names that came with a claim go when its acceptance is taken back. */
export async function dropAliases(tx: Tx, officeId: string, claimId: string): Promise<void> {
  await keepPast(tx, officeId, 'subject_alias', sql`t.claim_id = ${claimId}::uuid`)
  await tx.deleteFrom('subject_alias').where('office_id', '=', officeId).where('claim_id', '=', claimId).execute()
}

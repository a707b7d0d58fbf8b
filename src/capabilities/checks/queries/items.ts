import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { RuleId } from '#engines/checking/finding'
import type { Db, Tx } from '#store/store'
import type { KeptDetail } from '../kept.ts'

/** A finding on its way into the list of work items. */
export interface ItemToKeep {
  rule: RuleId
  fingerprint: Buffer
  outcome: 'odd' | 'holds'
  documentId: string
  subjectId: string | null
  documents: readonly string[]
  claims: readonly string[]
  confidential: boolean
  detail: KeptDetail
  atStake: string | null
}

/** So many rows are written with one statement. */
const atOnce = 200

/** What keeping findings changed. */
export interface Kept {
  added: number
  gone: number
  open: number
}

/**
 * Keep what a document raises: a finding that is there already adds nothing, one that came back stands again, one that is not raised any more closes by itself.
 * What people decided stays as it is.
 */
export async function keepItems(tx: Tx, officeId: string, documentId: string, items: readonly ItemToKeep[]): Promise<Kept> {
  const unique = [...new Map(items.map((one) => [one.fingerprint.toString('hex'), one])).values()]
  const before = await tx
    .selectFrom('work_item')
    .select(['item_id', 'fingerprint', 'gone_at', 'outcome'])
    .where('office_id', '=', officeId)
    .where(sql<boolean>`documents @> ${[documentId]}::uuid[]`)
    .execute()
  const raised = new Set(unique.map((one) => one.fingerprint.toString('hex')))
  const gone = before.filter((row) => row.gone_at === null && !raised.has(row.fingerprint.toString('hex'))).map((row) => row.item_id)
  let added = 0
  for (let from = 0; from < unique.length; from += atOnce) {
    const rows = await tx
      .insertInto('work_item')
      .values(
        unique.slice(from, from + atOnce).map((one) => ({
          office_id: officeId,
          item_id: randomUUID(),
          rule: one.rule,
          fingerprint: one.fingerprint,
          outcome: one.outcome,
          document_id: one.documentId,
          subject_id: one.subjectId,
          documents: [...one.documents],
          claims: [...one.claims],
          confidential: one.confidential,
          detail: JSON.stringify(one.detail),
          at_stake: one.atStake,
          state: one.outcome === 'holds' ? ('closed' as const) : ('open' as const),
          resolution: one.outcome === 'holds' ? 'holds' : null,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['office_id', 'fingerprint']).doUpdateSet((eb) => ({
          detail: eb.ref('excluded.detail'),
          claims: eb.ref('excluded.claims'),
          documents: eb.ref('excluded.documents'),
          confidential: eb.ref('excluded.confidential'),
          at_stake: eb.ref('excluded.at_stake'),
          outcome: eb.ref('excluded.outcome'),
          gone_at: null,
        })),
      )
      .returning([sql<boolean>`xmax = 0`.as('fresh')])
      .execute()
    added += rows.filter((row) => row.fresh).length
  }
  const outcomes = new Map(unique.map((one) => [one.fingerprint.toString('hex'), one.outcome]))
  for (const row of before) {
    const outcome = outcomes.get(row.fingerprint.toString('hex'))
    if (outcome !== undefined && (row.gone_at !== null || outcome !== row.outcome)) await foldItem(tx, officeId, row.item_id)
  }
  for (const itemId of gone) {
    await tx.updateTable('work_item').set({ gone_at: sql<string>`now()` }).where('office_id', '=', officeId).where('item_id', '=', itemId).execute()
    await foldItem(tx, officeId, itemId)
  }
  return { added, gone: gone.length, open: unique.filter((one) => one.outcome === 'odd').length }
}

/** Where an item stands, worked out again from the finding and from the last decision that was not taken back. */
export async function foldItem(tx: Tx, officeId: string, itemId: string): Promise<void> {
  await sql`
    with last as (
      select kind, resolution, reason, made_by, made_at, decision_id from work_item_decision
      where office_id = ${officeId}::uuid and item_id = ${itemId}::uuid and undone_at is null
      order by made_at desc, decision_id desc limit 1
    ), folded as (
      select w.item_id,
        case when l.kind = 'close' then 'closed' when w.outcome = 'holds' or w.gone_at is not null then 'closed' else 'open' end as state,
        case when l.kind = 'close' then l.resolution when w.outcome = 'holds' then 'holds' when w.gone_at is not null then 'gone'
             when l.kind = 'leave_open' then 'left_open' end as resolution,
        case when l.kind in ('close', 'leave_open') then l.reason end as reason,
        case when l.kind = 'close' then l.made_at when w.gone_at is not null then w.gone_at end as closed_at,
        case when l.kind = 'close' then l.made_by end as closed_by,
        l.decision_id
      from work_item w left join last l on true
      where w.office_id = ${officeId}::uuid and w.item_id = ${itemId}::uuid
    )
    update work_item w set state = f.state, resolution = f.resolution, reason = f.reason, closed_at = f.closed_at, closed_by = f.closed_by,
      decision_id = f.decision_id, version = w.version + 1
    from folded f where w.office_id = ${officeId}::uuid and w.item_id = f.item_id`.execute(tx)
}

/** An item, held until the end of the transaction. */
export function lockedItem(tx: Tx, officeId: string, itemId: string) {
  return tx.selectFrom('work_item').selectAll().where('office_id', '=', officeId).where('item_id', '=', itemId).forUpdate().executeTakeFirst()
}

/** Whether an item stands on something confidential. */
export async function isHidden(db: Db, officeId: string, item: { documents: string[]; confidential: boolean }): Promise<boolean> {
  if (item.confidential) return true
  if (item.documents.length === 0) return false
  const hidden = await db
    .selectFrom('document')
    .select('document_id')
    .where('office_id', '=', officeId)
    .where('document_id', 'in', item.documents)
    .where('confidential', '=', true)
    .executeTakeFirst()
  return hidden !== undefined
}

import { randomUUID } from 'node:crypto'
import { conflict, notFound } from '#api/problem'
import { appendAudit } from '#store/audit'
import type { Store, Tx } from '#store/store'
import { foldItem, isHidden, lockedItem } from '../queries/items.ts'

/** For whom and in which office items are decided. */
export interface Deciding {
  store: Store
  officeId: string
  by: string
  confidential: boolean
}

type Item = NonNullable<Awaited<ReturnType<typeof lockedItem>>>

/**
 * Close an item with a resolution and a reason, or record that it stays open (`leave_open`). The claims and facts it speaks of stay as they are.
 *
 * @throws ProblemError 404 where it is not there, 409 where it is closed already
 */
export function closeItem(who: Deciding, itemId: string, resolution: string, reason: string): Promise<void> {
  return deciding(who, itemId, 'close', { resolution, reason }, async (tx, item) => {
    if (item.resolution === 'holds')
      throw conflict('check-holds', '셈이 맞은 항목은 닫을 것이 없습니다', 'The arithmetic is right: there is nothing to close')
    if (item.state === 'closed') throw conflict('check-closed', '이미 닫힌 항목입니다', 'The item is closed already')
    const leave = resolution === 'leave_open'
    await addDecision(tx, who, itemId, leave ? 'leave_open' : 'close', leave ? null : resolution, reason)
  })
}

/**
 * Open a closed item again, with a reason.
 *
 * @throws ProblemError 404, 409 where no person closed it
 */
export function reopenItem(who: Deciding, itemId: string, reason: string): Promise<void> {
  return deciding(who, itemId, 'reopen', { reason }, async (tx, item) => {
    if (item.decision_id === null || (item.state === 'open' && item.resolution !== 'left_open'))
      throw conflict('check-not-closed', '사람이 닫은 항목이 아닙니다', 'No person has closed this item')
    await addDecision(tx, who, itemId, 'reopen', null, reason)
  })
}

/**
 * Take the last decision about an item back: it stands where it stood before. The decision stays in the history.
 *
 * @throws ProblemError 404, 409 where nothing was decided
 */
export function undoDecision(who: Deciding, itemId: string): Promise<void> {
  return deciding(who, itemId, 'undo', {}, async (tx, item) => {
    if (item.decision_id === null) throw conflict('check-undecided', '되돌릴 판단이 없습니다', 'There is no decision to take back')
    await tx
      .updateTable('work_item_decision')
      .set({ undone_at: new Date().toISOString(), undone_by: who.by })
      .where('office_id', '=', who.officeId)
      .where('decision_id', '=', item.decision_id)
      .execute()
  })
}

async function addDecision(
  tx: Tx,
  who: Deciding,
  itemId: string,
  kind: 'close' | 'leave_open' | 'reopen',
  resolution: string | null,
  reason: string,
) {
  await tx
    .insertInto('work_item_decision')
    .values({
      office_id: who.officeId,
      decision_id: randomUUID(),
      item_id: itemId,
      kind,
      resolution,
      reason,
      made_by: who.by,
      made_at: new Date().toISOString(),
    })
    .execute()
}

function deciding(
  who: Deciding,
  itemId: string,
  action: string,
  detail: Record<string, string>,
  work: (tx: Tx, item: Item) => Promise<void>,
): Promise<void> {
  return who.store.inOffice(who.officeId, who.by, async (tx) => {
    const item = await lockedItem(tx, who.officeId, itemId)
    if (!item || (!who.confidential && (await isHidden(tx, who.officeId, item)))) throw notFound({ ko: '점검 항목', en: 'The item' })
    await work(tx, item)
    await foldItem(tx, who.officeId, itemId)
    const after = await lockedItem(tx, who.officeId, itemId)
    await appendAudit(tx, who.officeId, {
      actor: who.by,
      action: `check.${action}`,
      subjectId: itemId,
      detail: { ...detail, rule: item.rule, from: item.resolution ?? item.state, to: after!.resolution ?? after!.state },
    })
  })
}

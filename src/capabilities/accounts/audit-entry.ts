import { appendAudit } from '#store/audit'
import type { Json } from '#store/schema'
import type { Tx } from '#store/store'

/** A change to an office, its people or their rights. */
export interface AccountChange {
  officeId: string
  /** Who did it; null for the system itself. */
  by: string | null
  action: string
  /** Whom it is about. */
  subjectId: string | null
  detail: Record<string, Json | undefined>
}

/** Write an account change into the office's audit chain, last in the transaction that makes it. */
export async function noteChange(tx: Tx, change: AccountChange): Promise<void> {
  const detail = Object.fromEntries(Object.entries(change.detail).filter(([, value]) => value !== undefined)) as { [key: string]: Json }
  await appendAudit(tx, change.officeId, { actor: change.by ?? 'system', action: change.action, subjectId: change.subjectId, detail })
}

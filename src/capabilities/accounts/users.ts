import { randomUUID } from 'node:crypto'
import type { Tx } from '#store/store'
import { hashPassword } from './passwords.ts'

/** What an account is made of. */
export interface NewUser {
  /** In its kept form (`normalEmail`). */
  email: string
  name: string
  /** Already checked; null for somebody who sets it by a link. */
  password: string | null
  administrator?: boolean
  locale?: 'ko' | 'en'
}

/**
 * Make an account. Hash first, then write: hashing takes long and should not hold a transaction open.
 *
 * @returns a function for the transaction, which gives the new id
 */
export async function prepareUser(user: NewUser): Promise<(tx: Tx) => Promise<string>> {
  const passwordHash = user.password === null ? null : await hashPassword(user.password)
  return async (tx) => {
    const userId = randomUUID()
    await tx
      .insertInto('app_user')
      .values({
        user_id: userId,
        email: user.email,
        name: user.name,
        password_hash: passwordHash,
        administrator: user.administrator ?? false,
        locale: user.locale ?? 'ko',
        locked_until: null,
        deactivated_at: null,
      })
      .execute()
    return userId
  }
}

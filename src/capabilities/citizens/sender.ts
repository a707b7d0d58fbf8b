import { createHmac, randomBytes } from 'node:crypto'

// made anew at each start and kept nowhere: afterwards nobody can tell from the database who sent what
const salt = randomBytes(32)

/**
 * 보낸 곳: a mark that is the same for two letters from one network address and says nothing about the address. It lives as long as this process.
 * Null where the address is not known: then only the limit of the office holds.
 */
export const senderOf = (officeId: string, address: string | null): Buffer | null =>
  address === null ? null : createHmac('sha256', salt).update(`${officeId} ${address}`).digest().subarray(0, 16)

/** How many letters of one kind are taken: a sender's in an hour, and all in a day. */
export interface Limit {
  readonly hourly: number
  readonly daily: number
}

/** Whether another one may be taken. `withinLimit({ sender: 4, all: 10 }, { hourly: 5, daily: 200 }) // => true` */
export const withinLimit = (found: { sender: number; all: number }, limit: Limit): boolean => found.sender < limit.hourly && found.all < limit.daily

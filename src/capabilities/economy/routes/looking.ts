import type { Context } from 'hono'
import { actorOf, officeOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { mayInOffice } from '#api/permission'
import type { Db } from '#store/store'

/** Whether the caller sees confidential subjects and documents. */
export const seesConfidential = (c: Context<ApiEnv>): boolean => {
  const { role } = officeOf(c)
  return role !== null && mayInOffice(role, 'confidential.read')
}

/** A read of the caller's office. */
export const reading = <T>(c: Context<ApiEnv>, work: (db: Db) => Promise<T>): Promise<T> =>
  c.get('store').readOffice(officeOf(c).officeId, actorOf(c).userId, work)

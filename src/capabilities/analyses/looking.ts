import type { Context } from 'hono'
import { actorOf, officeOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { mayInOffice } from '#api/permission'
import { dayIn } from '#capabilities/portfolio/index'
import type { Db } from '#store/store'
import type { Keeping } from './service/analyses.ts'

/** Whether the caller sees confidential analyses and firms. */
export const seesConfidential = (c: Context<ApiEnv>): boolean => {
  const { role } = officeOf(c)
  return role !== null && mayInOffice(role, 'confidential.read')
}

/** A read of the caller's office. */
export const reading = <T>(c: Context<ApiEnv>, work: (db: Db) => Promise<T>): Promise<T> =>
  c.get('store').readOffice(officeOf(c).officeId, actorOf(c).userId, work)

export const today = (c: Context<ApiEnv>) => dayIn(c.get('now'), officeOf(c).timeZone)

/** Who keeps or changes an analysis. */
export const keeping = (c: Context<ApiEnv>): Keeping => ({
  store: c.get('store'),
  officeId: officeOf(c).officeId,
  by: actorOf(c).userId,
  now: c.get('now'),
  today: today(c),
})

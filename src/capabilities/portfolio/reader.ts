import type { Context } from 'hono'
import { officeOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { mayInOffice } from '#api/permission'
import { dayIn } from './compute.ts'

/** Who reads in which office, and when: what every query of the portfolio needs. */
export interface Reader {
  readonly officeId: string
  readonly userId: string | null
  readonly confidential: boolean
  readonly now: Date
  readonly timeZone: string
  /** Today in the office's time zone. */
  readonly today: string
}

/** The reader of a request whose path names an office. */
export function readerOf(c: Context<ApiEnv>): Reader {
  const office = officeOf(c)
  const caller = c.get('caller')
  const now = c.get('now')
  return {
    officeId: office.officeId,
    userId: caller.kind === 'anonymous' ? null : caller.userId,
    confidential: office.role !== null && mayInOffice(office.role, 'confidential.read'),
    now,
    timeZone: office.timeZone,
    today: dayIn(now, office.timeZone),
  }
}

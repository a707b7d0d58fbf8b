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

/**
 * 보는 날: by which day things are judged late, done or in force: the day that is asked about, else the day of what was known, else today. So an old question keeps its answer as time goes on.
 *
 * @example
 * dayOfClocks({ today: '2026-11-22', timeZone: 'Asia/Seoul' }, { asOf: null, knownOn: '2024-06-01T20:00:00Z' }) // => '2024-06-02'
 */
export const dayOfClocks = (
  reader: Pick<Reader, 'today' | 'timeZone'>,
  { asOf, knownOn }: { readonly asOf: string | null; readonly knownOn: string | null },
): string => asOf ?? (knownOn === null ? reader.today : dayIn(new Date(knownOn), reader.timeZone))

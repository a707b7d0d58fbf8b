import type { Context } from 'hono'
import { actorOf, officeOf } from '#api/caller'
import type { ApiEnv } from '#api/env'
import { localeOf } from '#api/locale'
import { mayInOffice, scopeReaches } from '#api/permission'
import type { Who } from '../service/decisions.ts'
import { namesOfOffice } from '../service/propose.ts'
import type { Looking } from '../service/review.ts'

/** Whether the caller may see confidential documents of the office. */
export function seesConfidential(c: Context<ApiEnv>): boolean {
  const role = officeOf(c).role
  return role !== null && mayInOffice(role, 'confidential.read')
}

/** Whether the caller is the administrator of the installation (by a token only with the scope of one). */
export function isInstaller(c: Context<ApiEnv>): boolean {
  const caller = c.get('caller')
  return caller.kind !== 'anonymous' && caller.administrator && (caller.kind !== 'token' || scopeReaches(caller.scopes, 'installation'))
}

/** The caller as one who looks. */
export function lookingOf(c: Context<ApiEnv>): Looking {
  const office = officeOf(c)
  return {
    officeId: office.officeId,
    officeNames: namesOfOffice(office.nameKo, office.nameEn),
    confidential: seesConfidential(c),
    now: c.get('now'),
    timeZone: office.timeZone,
    locale: localeOf(c),
  }
}

/** The caller as one who decides. */
export function whoOf(c: Context<ApiEnv>): Who {
  const office = officeOf(c)
  return {
    store: c.get('store'),
    officeId: office.officeId,
    by: actorOf(c).userId,
    confidential: seesConfidential(c),
    officeNames: namesOfOffice(office.nameKo, office.nameEn),
  }
}

/** Read in the caller's office. */
export function reading<T>(
  c: Context<ApiEnv>,
  work: (db: Parameters<Parameters<ApiEnv['Variables']['store']['readOffice']>[2]>[0]) => Promise<T>,
): Promise<T> {
  return c.get('store').readOffice(officeOf(c).officeId, actorOf(c).userId, work) as Promise<T>
}

import { mayInOffice, type Permission } from '#api/permission'
import { operatorId } from '#capabilities/accounts/index'
import { dayIn, type Reader } from '#capabilities/portfolio/index'
import type { Role } from '#record/membership'
import { JobRefused } from '#store/jobs'
import type { Store } from '#store/store'
import type { Looking } from '../looking.ts'

/** For whom work in the background is done, with the rights that the person has now, not those of the moment when it was asked for. */
export interface Authority {
  readonly userId: string
  readonly role: Role
  readonly may: (permission: Permission) => boolean
  readonly officeName: string
  readonly reader: Reader
  readonly looking: Looking
}

/** @throws JobRefused where the person may no longer write in the office */
export async function authorityOf(store: Store, officeId: string, userId: string | null, now: Date): Promise<Authority> {
  if (userId === null) throw new JobRefused('an import is done for a person, got none')
  const { office, role } = await store.readOffice(officeId, userId, async (db) => ({
    office: await db.selectFrom('office').select(['name_ko', 'time_zone']).where('office_id', '=', officeId).executeTakeFirstOrThrow(),
    role:
      userId === operatorId
        ? ('administrator' as Role)
        : (
            await db
              .selectFrom('membership')
              .innerJoin('app_user', 'app_user.user_id', 'membership.user_id')
              .select('role')
              .where('membership.office_id', '=', officeId)
              .where('membership.user_id', '=', userId)
              .where('membership.ended_at', 'is', null)
              .where('app_user.deactivated_at', 'is', null)
              .executeTakeFirst()
          )?.role,
  }))
  if (role === undefined || !mayInOffice(role, 'portfolio.write'))
    throw new JobRefused('who asked for the import may not write in this office any more')
  const confidential = mayInOffice(role, 'confidential.read')
  const today = dayIn(now, office.time_zone)
  return {
    userId,
    role,
    may: (permission) => mayInOffice(role, permission),
    officeName: office.name_ko,
    reader: { officeId, userId, confidential, now, timeZone: office.time_zone, today },
    looking: { officeId, confidential, asOf: null, knownOn: null, today, now, timeZone: office.time_zone },
  }
}

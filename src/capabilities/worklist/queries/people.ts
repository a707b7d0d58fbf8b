import type { Role } from '#record/membership'
import type { Db } from '#store/store'

/** Somebody who is a member of the office now; undefined for one who left, or whose account is closed. */
export async function memberNow(
  db: Db,
  officeId: string,
  userId: string,
): Promise<{ role: Role; email: string; name: string; locale: 'ko' | 'en' } | undefined> {
  return db
    .selectFrom('membership')
    .innerJoin('app_user', 'app_user.user_id', 'membership.user_id')
    .select(['membership.role', 'app_user.email', 'app_user.name', 'app_user.locale'])
    .where('membership.office_id', '=', officeId)
    .where('membership.user_id', '=', userId)
    .where('membership.ended_at', 'is', null)
    .where('app_user.deactivated_at', 'is', null)
    .executeTakeFirst()
}

/** The office as its mails and calendars name it. */
export async function officeOfId(db: Db, officeId: string) {
  return db.selectFrom('office').select(['slug', 'name_ko', 'name_en', 'time_zone']).where('office_id', '=', officeId).executeTakeFirstOrThrow()
}

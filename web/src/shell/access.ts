import type { Role } from '#record/membership'
import type { Session } from './session.ts'

/** Whether this session may see something meant for these roles. The server has the last word on every request. */
export function maySee(session: Session, needs: { roles?: readonly Role[]; administrator?: boolean }): boolean {
  if (needs.administrator && session.user?.isAdministrator !== true) return false
  if (!needs.roles) return true
  return session.office !== null && needs.roles.includes(session.office.role)
}

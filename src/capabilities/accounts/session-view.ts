import { z } from '@hono/zod-openapi'
import type { Caller } from '#api/env'
import { Role } from '#record/membership'
import type { Store } from '#store/store'
import { listOffices } from './queries/offices.ts'
import { hasActiveAdministrator, userById } from './queries/people.ts'

const OfficeOfMine = z.object({ id: z.uuid(), slug: z.string(), nameKo: z.string(), nameEn: z.string(), role: Role }).openapi('OfficeOfMine')

/** What the console knows about who is in front of it. */
export const SessionView = z
  .object({
    signedIn: z.boolean(),
    csrf: z.string().nullable().openapi({ description: 'To be sent as X-Gusul-CSRF with every write that rides on the cookie' }),
    user: z
      .object({
        id: z.uuid(),
        name: z.string(),
        email: z.string(),
        locale: z.enum(['ko', 'en']),
        isAdministrator: z.boolean(),
        preferences: z.record(z.string(), z.unknown()),
      })
      .nullable(),
    office: OfficeOfMine.nullable(),
    offices: z.array(OfficeOfMine),
    setupNeeded: z.boolean(),
  })
  .openapi('Session')
export type SessionView = z.infer<typeof SessionView>

/** The session as the console sees it: the person, their offices, the one in use (the first where none was chosen). */
export async function sessionView(store: Store, caller: Caller): Promise<SessionView> {
  if (caller.kind === 'anonymous') {
    const setupNeeded = !(await store.global(hasActiveAdministrator))
    return { signedIn: false, csrf: null, user: null, office: null, offices: [], setupNeeded }
  }
  return store.global(async (tx) => {
    const user = await userById(tx, caller.userId)
    if (!user) throw new Error(`the caller ${caller.userId} has no account`)
    const offices = (await listOffices(tx)).flatMap((office) => {
      const role = caller.roles.get(office.office_id)
      return role ? [{ id: office.office_id, slug: office.slug, nameKo: office.name_ko, nameEn: office.name_en, role }] : []
    })
    const session =
      caller.kind === 'session'
        ? await tx.selectFrom('session').select('office_id_in_use').where('session_id', '=', caller.sessionId).executeTakeFirst()
        : undefined
    return {
      signedIn: true,
      csrf: caller.kind === 'session' ? caller.csrf : null,
      user: {
        id: user.user_id,
        name: user.name,
        email: user.email,
        locale: user.locale,
        isAdministrator: caller.administrator,
        preferences: user.preferences as Record<string, unknown>,
      },
      office: offices.find((office) => office.id === session?.office_id_in_use) ?? offices[0] ?? null,
      offices,
      setupNeeded: false,
    }
  })
}

import { randomUUID } from 'node:crypto'
import type { Role } from '#record/membership'
import type { Store, Tx } from '#store/store'
import { type LinkKind, withdrawLinks } from './queries/links.ts'
import { hasActiveAdministrator } from './queries/people.ts'
import { hashOf, newSecret } from './secrets.ts'

const hour = 3_600_000
/** How long a link of each kind works, in hours. */
export const linkHours: Record<LinkKind, number> = { administrator: 7 * 24, invitation: 7 * 24, password: 24 }

export interface NewLink {
  kind: LinkKind
  email?: string
  userId?: string
  officeId?: string
  role?: Role
  by: string | null
}

/** 한 번 쓰는 링크: keep a new one-time link. Its secret is in the answer and nowhere else; the database keeps the hash. */
export async function makeLink(tx: Tx, link: NewLink, now: Date): Promise<{ linkId: string; secret: string; expiresAt: string }> {
  const secret = newSecret()
  const linkId = randomUUID()
  const expiresAt = new Date(now.getTime() + linkHours[link.kind] * hour).toISOString()
  await tx
    .insertInto('one_time_link')
    .values({
      token_hash: hashOf(secret),
      link_id: linkId,
      kind: link.kind,
      email: link.email ?? null,
      user_id: link.userId ?? null,
      for_office: link.officeId ?? null,
      role: link.role ?? null,
      created_by: link.by,
      created_at: now.toISOString(),
      expires_at: expiresAt,
      used_at: null,
      withdrawn_at: null,
    })
    .execute()
  return { linkId, secret, expiresAt }
}

/** The address of a link in the console. */
export const linkAddress = (origin: string, secret: string): string => `${origin.replace(/\/+$/, '')}/console/link/${secret}`

/**
 * The one-time address at which the first administrator is made, or null when there is an active administrator already.
 * A new one makes the older ones worthless.
 *
 * @param origin how a browser reaches this server, such as `http://127.0.0.1:4600`
 */
export async function createFirstAdministratorLink(store: Store, origin: string, now: Date = new Date()): Promise<string | null> {
  return store.global(async (tx) => {
    if (await hasActiveAdministrator(tx)) return null
    await withdrawLinks(tx, now, { kind: 'administrator' })
    const { secret } = await makeLink(tx, { kind: 'administrator', by: null }, now)
    return linkAddress(origin, secret)
  })
}

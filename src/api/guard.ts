import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from './env.ts'
import { resolveOffice } from './office.ts'
import { type Access, mayInOffice, scopeReaches } from './permission.ts'
import { notAllowed, notFound, notSignedIn } from './problem.ts'

/** The one gate of the API: refuses whoever the route's access does not name. */
export function guard(access: Access): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const caller = c.get('caller')
    const slug = c.req.param('office')
    const office = slug === undefined ? undefined : await resolveOffice(c.get('store'), slug, caller)
    if (office) c.set('office', office)
    if (access === 'public') return next()
    if (caller.kind === 'anonymous') throw notSignedIn()
    if (caller.kind === 'token' && !scopeReaches(caller.scopes, access)) throw notAllowed(access)
    if (access === 'signed-in') return next()
    if (access === 'installation') {
      if (!caller.administrator) throw notAllowed(access)
      return next()
    }
    if (!office) throw new Error(`route ${c.req.path} asks for ${access} but its path names no {office}`)
    // that an office exists is public; that the caller has no place in it is said plainly
    if (office.role === null) throw notAllowed(access)
    if (!mayInOffice(office.role, access)) throw notAllowed(access)
    return next()
  }
}

/** Refuse with "not found" where the caller may not even know that the thing exists. */
export function hideUnless(condition: boolean): void {
  if (!condition) throw notFound()
}

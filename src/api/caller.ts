import type { Context } from 'hono'
import type { ApiEnv, OfficeInUse } from './env.ts'
import { notSignedIn } from './problem.ts'

/** Who acts, as the store's audit writes it. */
export interface Actor {
  userId: string
  name: string
}

/** The signed-in person of a guarded route. */
export function actorOf(c: Context<ApiEnv>): Actor {
  const caller = c.get('caller')
  if (caller.kind === 'anonymous') throw notSignedIn()
  return { userId: caller.userId, name: caller.name }
}

/** The office of the path. */
export function officeOf(c: Context<ApiEnv>): OfficeInUse {
  const office = c.get('office')
  if (!office) throw new Error(`path ${c.req.path} names no office`)
  return office
}

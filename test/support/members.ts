import { beginSession } from '#capabilities/accounts/sign-in'
import type { Role } from '#record/membership'
import type { Client, TestApp } from './app.ts'

/** One member of an office who asks its API by paths below `/offices/<slug>`. */
export interface Member {
  readonly userId: string
  readonly client: Client
  /** The answer as JSON (or text); throws with the answer's words where it is not the expected status. */
  readonly ask: <T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    options?: { status?: number; headers?: Record<string, string> },
  ) => Promise<T>
}

/** A member of an office with a session of their own, and no password to wait for. */
export async function memberOf(t: TestApp, slug: string, officeId: string, email: string, role: Role): Promise<Member> {
  const userId = await t.user(email)
  await t.member(officeId, userId, role)
  const begun = await t.store.global((tx) => beginSession(tx, userId, { userAgent: null, address: null }, t.clock.now ?? new Date()))
  const client = t.client(`gusul_session=${begun.secret}`, begun.csrf)
  const ask: Member['ask'] = async <T>(
    method: string,
    path: string,
    body?: unknown,
    options: { status?: number; headers?: Record<string, string> } = {},
  ) => {
    const answer = await client.send(method, `/offices/${slug}${path}`, body, options.headers)
    const text = await answer.text()
    if (options.status !== undefined ? answer.status !== options.status : !answer.ok)
      throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
    return (text === '' || !answer.headers.get('content-type')?.includes('json') ? text : JSON.parse(text)) as T
  }
  return { userId, client, ask }
}

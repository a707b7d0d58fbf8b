import type { MiddlewareHandler } from 'hono'
import type { ApiEnv, BySession } from '#api/env'
import { ProblemError } from '#api/problem'

const refused = () =>
  new ProblemError(
    403,
    'session-needed',
    { ko: '로그인한 화면에서만 할 수 있습니다', en: 'This can only be done signed in, in the browser' },
    {
      detail: {
        ko: 'API 토큰으로는 비밀번호, 세션, 토큰을 바꾸지 못합니다. 새어 나간 토큰이 저를 늘리지 못하게 하려는 것입니다.',
        en: 'An API token cannot change passwords, sessions or tokens, so that a leaked one cannot multiply.',
      },
    },
  )

/** Refuses API tokens: what guards an account is changed by its person, in the browser. */
export const sessionOnly: MiddlewareHandler<ApiEnv> = async (c, next) => {
  if (c.get('caller').kind === 'token') throw refused()
  await next()
}

/** Refuses API tokens that may only read, on the routes of a signed-in person that write. */
export const writingToken: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const caller = c.get('caller')
  if (caller.kind === 'token' && !caller.scopes.includes('write') && !caller.scopes.includes('admin')) throw refused()
  await next()
}

/** The caller of a route behind `sessionOnly`. */
export function bySession(c: { get(key: 'caller'): ApiEnv['Variables']['caller'] }): BySession {
  const caller = c.get('caller')
  if (caller.kind !== 'session') throw refused()
  return caller
}

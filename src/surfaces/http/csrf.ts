import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from '#api/env'
import { ProblemError } from '#api/problem'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A write that rides on a cookie must also carry the session's CSRF value, which only our own pages can read; tokens in a header need none. */
export function csrf(): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const caller = c.get('caller')
    if (!safe.has(c.req.method)) {
      const site = c.req.header('sec-fetch-site')
      if (site === 'cross-site' && caller.kind !== 'token') throw refused()
      if (caller.kind === 'session' && c.req.header('x-gusul-csrf') !== caller.csrf) throw refused()
    }
    await next()
  }
}

const refused = () =>
  new ProblemError(
    403,
    'csrf',
    { ko: '이 화면에서 보낸 요청인지 확인하지 못했습니다', en: 'We could not tell that this request came from our own page' },
    { detail: { ko: '쪽을 새로 고친 뒤 다시 해 주세요. 적은 것은 그대로 있습니다.', en: 'Reload the page and try again. What you typed is kept.' } },
  )

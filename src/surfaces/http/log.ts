import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Logger } from 'pino'
import type { ApiEnv } from '#api/env'

/** One structured line a request: method, path without its query (a query may hold words or links), status, time. Never headers or bodies. */
export function logRequests(log: Logger): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const id = randomUUID()
    c.set('requestId', id)
    c.header('x-request-id', id)
    const from = performance.now()
    await next()
    const ms = Math.round((performance.now() - from) * 10) / 10
    const line = { requestId: id, method: c.req.method, path: withoutSecrets(c.req.path), status: c.res.status, ms }
    if (c.res.status >= 500) log.error(line, 'request')
    else log.debug(line, 'request')
  }
}

/** A path that may be logged: the secret of a one-time link is left out. `withoutSecrets('/console/link/abc')` // => '/console/link/…' */
export const withoutSecrets = (path: string): string => path.replace(/(\/links?\/)[^/]+/, '$1…')

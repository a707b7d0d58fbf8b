import { OpenAPIHono } from '@hono/zod-openapi'
import type { Logger } from 'pino'
import type { ApiEnv, Caller } from '#api/env'
import { idempotency } from '#api/idempotency'
import type { Store } from '#store/store'
import { apiDocs, type Spec } from './api-docs.ts'
import { csrf } from './csrf.ts'
import { answerError } from './errors.ts'
import { logRequests } from './log.ts'
import { type ProxyTrust, trustProxy } from './proxy.ts'
import { securityHeaders } from './security-headers.ts'

/** What the application is made of; `main.ts` brings it together. */
export interface AppParts {
  store: Store
  log: Logger
  proxy: ProxyTrust
  /** Who sends this request: by session cookie, by API token, or nobody. */
  identify: (request: Request, store: Store) => Promise<Caller>
  /** Routes under /api/v1, one router a capability. */
  api: readonly OpenAPIHono<ApiEnv>[]
  /** Pages and files outside the API (portal, console). */
  pages: readonly OpenAPIHono<ApiEnv>[]
  now: () => Date
}

/** The whole application as one fetch handler: middleware in the order in which a request meets it. */
export function createApp(parts: AppParts): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>()
  app.onError((error, c) => answerError(error, c))
  app.use(async (c, next) => {
    c.set('store', parts.store)
    c.set('log', parts.log)
    c.set('now', parts.now())
    c.set('caller', { kind: 'anonymous' })
    await next()
  })
  app.use(trustProxy(parts.proxy))
  app.use(logRequests(parts.log))
  app.use(securityHeaders())
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/readyz', async (c) => {
    const health = await parts.store.health()
    return c.json(health, health.ok ? 200 : 503)
  })
  app.use('/api/*', async (c, next) => {
    c.set('caller', await parts.identify(c.req.raw, parts.store))
    await next()
  })
  app.use('/api/*', csrf())
  app.use('/api/v1/*', idempotency())
  for (const routes of parts.api) app.route('/api/v1', routes)
  const about = {
    openapi: '3.1.0',
    info: {
      title: 'Gusul 구슬',
      version: '1',
      description: 'Every number leads to the sentence that said it. Errors are RFC 9457 problems; lists are paged by cursor.',
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
  }
  app.doc31('/api/openapi.json', about)
  app.get(
    '/api/docs',
    apiDocs(() => app.getOpenAPI31Document(about) as unknown as Spec),
  )
  for (const pages of parts.pages) app.route('/', pages)
  return app
}

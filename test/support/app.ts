import type { OpenAPIHono } from '@hono/zod-openapi'
import { pino } from 'pino'
import type { ApiEnv } from '#api/env'
import type { Scope } from '#api/permission'
import { addMember, createOffice, identify, prepareUser } from '#capabilities/accounts/index'
import type { Role } from '#record/membership'
import { createApp } from '#surfaces/http/app'
import { apiRoutes } from '#surfaces/http/routes'
import { type FreshOptions, type FreshStore, freshStore } from './database.ts'

/** One who sends requests: with a cookie and its CSRF value, with a token, or as nobody. */
export interface Client {
  /** A request to the API; `body` is sent as JSON. Give `raw` headers to leave the CSRF value out or to change others. */
  send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>
  csrf: string | null
  cookie: string | null
}

/** The whole application over a fresh database, with a clock that a test may set. */
export interface TestApp extends FreshStore {
  app: OpenAPIHono<ApiEnv>
  clock: { now: Date | null }
  nobody: Client
  /** A client with a cookie out of a Set-Cookie header (and its CSRF value). */
  client: (setCookie: string | null, csrf: string | null) => Client
  withToken: (token: string) => Client
  /** Make an account directly in the store. */
  user: (email: string, options?: { name?: string; password?: string; administrator?: boolean }) => Promise<string>
  office: (slug: string) => Promise<string>
  member: (officeId: string, userId: string, role: Role) => Promise<void>
  signIn: (email: string, password?: string) => Promise<Client>
  token: (client: Client, scopes: Scope[], office?: string) => Promise<Client>
}

/** The password of every account that a test makes without naming one. */
export const testPassword = 'tulip-ladder-river'

/** The application as a server runs it, without a server. Close it when the file is done. */
export async function freshApp(name = 'app', options: FreshOptions = {}): Promise<TestApp> {
  const fresh = await freshStore(name, options)
  const clock: TestApp['clock'] = { now: null }
  const app = createApp({
    store: fresh.store,
    log: pino({ level: 'silent' }),
    proxy: { trusted: true },
    identify: (request, store) => identify(request, store, clock.now ?? new Date()),
    api: apiRoutes,
    pages: [],
    now: () => clock.now ?? new Date(),
  })
  const clientOf = (fixed: Record<string, string>, csrf: string | null, cookie: string | null): Client => ({
    csrf,
    cookie,
    send: async (method, path, body, headers = {}) =>
      app.request(`/api/v1${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...fixed,
          ...(csrf !== null && method !== 'GET' ? { 'x-gusul-csrf': csrf } : {}),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
  })
  const client: TestApp['client'] = (setCookie, csrf) => {
    const cookie = setCookie?.split(';')[0] ?? null
    return clientOf(cookie ? { cookie } : {}, csrf, cookie)
  }
  const nobody = clientOf({}, null, null)
  const withToken = (token: string) => clientOf({ authorization: `Bearer ${token}` }, null, null)
  return {
    ...fresh,
    app,
    clock,
    nobody,
    client,
    withToken,
    user: async (email, { name: personName = email.split('@')[0]!, password = testPassword, administrator = false } = {}) =>
      fresh.store.global(await prepareUser({ email, name: personName, password, administrator })),
    office: async (slug) => (await createOffice(fresh.store, { slug, nameKo: `${slug}시`, nameEn: slug }, { by: null })).office_id,
    member: (officeId, userId, role) => addMember(fresh.store, officeId, userId, role, null),
    signIn: async (email, password = testPassword) => {
      const answer = await nobody.send('POST', '/session', { email, password })
      if (answer.status !== 200) throw new Error(`expected to sign in as ${email}, got ${answer.status} ${await answer.text()}`)
      const { csrf } = (await answer.json()) as { csrf: string }
      return client(answer.headers.get('set-cookie'), csrf)
    },
    token: async (by, scopes, office) => {
      const answer = await by.send('POST', '/me/tokens', { name: scopes.join('+'), scopes, office: office ?? null })
      if (answer.status !== 201) throw new Error(`expected a token, got ${answer.status} ${await answer.text()}`)
      return withToken(((await answer.json()) as { token: string }).token)
    },
  }
}

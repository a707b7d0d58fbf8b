import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { identify } from '#capabilities/accounts/index'
import { beginSession } from '#capabilities/accounts/sign-in'
import { type Client, freshApp, type TestApp } from '#support/app'
import { apiRoutes } from '#surfaces/http/routes'
import { type Asker, accessTable, askers, type Row } from './access-table.ts'

/** Every route that exists, handlers that stand outside the OpenAPI page included: `GET /offices/{office}`. */
const existing = [
  ...new Set(
    apiRoutes.flatMap((router) =>
      router.routes.filter((one) => one.method !== 'ALL').map((one) => `${one.method} ${one.path.replace(/:(\w+)(\{.*?\})?/g, '{$1}')}`),
    ),
  ),
].sort()

const letIn = (row: Row): readonly Asker[] => ('let' in row ? row.let : row)

describe('every route against the table', () => {
  let t: TestApp
  const users = {} as Record<Asker, string>
  const tokens = {} as { readToken: Client; writeToken: Client }

  beforeAll(async () => {
    t = await freshApp('access')
    const office = await t.office('narae')
    const another = await t.office('dasan')
    for (const asker of askers)
      if (asker !== 'anonymous')
        users[asker] = await t.user(`${asker.toLowerCase()}@city.example`, {
          administrator: asker === 'installation' || asker === 'readToken' || asker === 'writeToken',
        })
    for (const role of ['partner', 'viewer', 'reviewer', 'officer', 'head', 'administrator'] as const) await t.member(office, users[role], role)
    for (const asker of ['readToken', 'writeToken'] as const) await t.member(office, users[asker], 'administrator')
    await t.member(another, users.elsewhere, 'administrator')
    tokens.readToken = await t.token(await sessionOf('readToken'), ['read'])
    tokens.writeToken = await t.token(await sessionOf('writeToken'), ['write'])
  })
  afterAll(() => t.close())

  /** A session of their own for every request, since some requests end it. */
  async function sessionOf(asker: Asker): Promise<Client> {
    const session = await t.store.global((tx) => beginSession(tx, users[asker], { userAgent: null, address: null }, new Date()))
    return t.client(`gusul_session=${session.secret}`, session.csrf)
  }
  async function clientOf(asker: Asker): Promise<Client> {
    if (asker === 'anonymous') return t.nobody
    if (asker === 'readToken' || asker === 'writeToken') return tokens[asker]
    return sessionOf(asker)
  }

  test('the table names every route', () => {
    expect(existing.filter((route) => !(route in accessTable))).toEqual([])
  })

  test('every row of the table has a route', () => {
    expect(Object.keys(accessTable).filter((route) => !existing.includes(route))).toEqual([])
  })

  test('the askers are who they say they are', async () => {
    for (const asker of askers) {
      const client = await clientOf(asker)
      const view = (await (await client.send('GET', '/session')).json()) as { signedIn: boolean; offices: { slug: string; role: string }[] }
      expect([asker, view.signedIn]).toEqual([asker, asker !== 'anonymous'])
      const role = view.offices.find((one) => one.slug === 'narae')?.role ?? null
      if (['anonymous', 'stranger', 'elsewhere', 'installation'].includes(asker)) expect([asker, role]).toEqual([asker, null])
      else expect([asker, role]).toEqual([asker, asker.endsWith('Token') ? 'administrator' : asker])
    }
    const anonymous = await identify(new Request('http://x/'), t.store)
    expect(anonymous.kind).toBe('anonymous')
  })

  for (const route of existing) {
    const row = accessTable[route]
    if (row === undefined) continue
    const [method, path] = route.split(' ') as [string, string]
    test(`${route} lets in exactly ${letIn(row).join(', ') || 'nobody'}`, async () => {
      const asked: Record<string, string> = {}
      const wanted: Record<string, string> = {}
      for (const asker of askers) {
        const address = path.replace('{office}', 'narae').replace(/\{\w+\}/g, () => randomUUID())
        const body = 'let' in row ? row.body : {}
        const answer = await (await clientOf(asker)).send(method, address, method === 'GET' || method === 'HEAD' ? undefined : body)
        await answer.body?.cancel()
        asked[asker] =
          answer.status === 401 || answer.status === 403 ? `refused ${answer.status}` : answer.status >= 500 ? `broke ${answer.status}` : 'let in'
        wanted[asker] = letIn(row).includes(asker) ? 'let in' : asker === 'anonymous' ? 'refused 401' : 'refused 403'
      }
      expect(asked).toEqual(wanted)
    })
  }
})

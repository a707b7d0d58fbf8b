import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshStore, freshStore } from '#support/database'
import { forgetCaller } from './caller-cache.ts'
import { identify } from './identify.ts'
import { createFirstAdministratorLink } from './links.ts'
import { addMember, createOffice } from './offices.ts'
import { hashOf, newToken } from './secrets.ts'
import { beginSession, endSessions } from './sign-in.ts'
import { prepareUser } from './users.ts'

const nowhere = { userAgent: null, address: null }
const hours = 3_600_000

describe('who is asking', () => {
  let fresh: FreshStore
  let userId = ''
  let seoul = ''
  let busan = ''

  beforeAll(async () => {
    fresh = await freshStore('identify')
    const make = await prepareUser({ email: 'kim@city.example', name: '김하나', password: 'tulip-ladder-river', administrator: true })
    userId = await fresh.store.global(make)
    seoul = (await createOffice(fresh.store, { slug: 'first', nameKo: '첫째시', nameEn: 'First' }, { by: null })).office_id
    busan = (await createOffice(fresh.store, { slug: 'second', nameKo: '둘째시', nameEn: 'Second' }, { by: null })).office_id
    await addMember(fresh.store, seoul, userId, 'officer', null)
    await addMember(fresh.store, busan, userId, 'viewer', null)
  })
  afterAll(() => fresh.close())

  const start = async (now = new Date()) => fresh.store.global((tx) => beginSession(tx, userId, nowhere, now))
  const withCookie = (secret: string) => new Request('http://x/api/v1/session', { headers: { cookie: `gusul_session=${secret}` } })
  const withToken = (token: string) => new Request('http://x/api/v1/session', { headers: { authorization: `Bearer ${token}` } })
  async function makeToken(values: { office?: string; expires?: string; revoked?: string } = {}) {
    const token = newToken()
    await fresh.store.global((tx) =>
      tx
        .insertInto('api_token')
        .values({
          token_hash: hashOf(token),
          token_id: crypto.randomUUID(),
          user_id: userId,
          for_office: values.office ?? null,
          name: 't',
          scopes: ['read'],
          expires_at: values.expires ?? null,
          used_at: null,
          revoked_at: values.revoked ?? null,
        })
        .execute(),
    )
    return token
  }

  test('a living session is its person with a role in every office', async () => {
    const { secret, csrf } = await start()
    const caller = await identify(withCookie(secret), fresh.store)
    expect(caller).toMatchObject({ kind: 'session', userId, csrf, administrator: true })
    if (caller.kind !== 'session') throw new Error('expected a session')
    expect([...caller.roles]).toEqual(
      expect.arrayContaining([
        [seoul, 'officer'],
        [busan, 'viewer'],
      ]),
    )
  })

  test('behind TLS the fenced cookie is read, and it wins over a plain one', async () => {
    const { secret } = await start()
    const request = new Request('http://x/', { headers: { cookie: `gusul_session=planted; __Host-gusul_session=${secret}` } })
    expect((await identify(request, fresh.store)).kind).toBe('session')
  })

  test('no cookie, an unknown cookie and an unknown token are nobody', async () => {
    expect((await identify(new Request('http://x/'), fresh.store)).kind).toBe('anonymous')
    expect((await identify(withCookie('nothing'), fresh.store)).kind).toBe('anonymous')
    expect((await identify(withToken(newToken()), fresh.store)).kind).toBe('anonymous')
  })

  test('a session ends after 12 idle hours, and after 30 days however busy', async () => {
    const begun = new Date('2026-11-01T00:00:00Z')
    const idle = await start(begun)
    expect((await identify(withCookie(idle.secret), fresh.store, new Date(begun.getTime() + 11.9 * hours))).kind).toBe('session')
    forgetCaller(fresh.store)
    expect((await identify(withCookie(idle.secret), fresh.store, new Date(begun.getTime() + 24 * hours))).kind).toBe('anonymous')
    const busy = await start(begun)
    let last = ''
    for (let passed = 0; passed <= 31 * 24; passed += 10) {
      forgetCaller(fresh.store)
      const caller = await identify(withCookie(busy.secret), fresh.store, new Date(begun.getTime() + passed * hours))
      if (caller.kind === 'session') last = String(passed)
    }
    expect(Number(last)).toBe(710) // the last tenth hour before 30 * 24
  })

  test('an ended session is refused at once in the same process, although callers are cached', async () => {
    const { secret, sessionId } = await start()
    expect((await identify(withCookie(secret), fresh.store)).kind).toBe('session')
    await fresh.store.global((tx) => endSessions(tx, userId, new Date(), { only: sessionId }))
    forgetCaller(fresh.store, userId)
    expect((await identify(withCookie(secret), fresh.store)).kind).toBe('anonymous')
  })

  test('a token for one office reaches that office alone and never the installation', async () => {
    const caller = await identify(withToken(await makeToken({ office: busan })), fresh.store)
    expect(caller).toMatchObject({ kind: 'token', administrator: false, scopes: ['read'] })
    if (caller.kind !== 'token') throw new Error('expected a token')
    expect([...caller.roles]).toEqual([[busan, 'viewer']])
  })

  test('an expired token and a revoked token are nobody, and do not fall back to the cookie', async () => {
    const { secret } = await start()
    for (const token of [await makeToken({ expires: '2020-01-01T00:00:00Z' }), await makeToken({ revoked: '2020-01-01T00:00:00Z' })]) {
      const request = new Request('http://x/', { headers: { authorization: `Bearer ${token}`, cookie: `gusul_session=${secret}` } })
      expect((await identify(request, fresh.store)).kind).toBe('anonymous')
    }
  })

  test('a membership that ended gives no role; a deactivated person is nobody', async () => {
    const { secret } = await start()
    await fresh.store.inOffice(busan, null, (tx) =>
      tx.updateTable('membership').set({ ended_at: new Date().toISOString() }).where('office_id', '=', busan).where('user_id', '=', userId).execute(),
    )
    forgetCaller(fresh.store, userId)
    const caller = await identify(withCookie(secret), fresh.store)
    if (caller.kind !== 'session') throw new Error('expected a session')
    expect([...caller.roles.keys()]).toEqual([seoul])
    await fresh.store.global((tx) =>
      tx.updateTable('app_user').set({ deactivated_at: new Date().toISOString() }).where('user_id', '=', userId).execute(),
    )
    forgetCaller(fresh.store, userId)
    expect((await identify(withCookie(secret), fresh.store)).kind).toBe('anonymous')
  })

  test('the first link is made while nobody active administers, and a new one ends the old one', async () => {
    const first = await createFirstAdministratorLink(fresh.store, 'http://127.0.0.1:4600/')
    const second = await createFirstAdministratorLink(fresh.store, 'http://127.0.0.1:4600')
    expect(second).toMatch(/^http:\/\/127\.0\.0\.1:4600\/console\/link\/[\w-]{43}$/)
    const open = await fresh.store.global((tx) => tx.selectFrom('one_time_link').select('token_hash').where('withdrawn_at', 'is', null).execute())
    expect(open.map((row) => row.token_hash.toString('hex'))).toEqual([hashOf(second!.split('/').at(-1)!).toString('hex')])
    expect(first).not.toBe(second)
    await fresh.store.global((tx) => tx.updateTable('app_user').set({ deactivated_at: null }).where('user_id', '=', userId).execute())
    expect(await createFirstAdministratorLink(fresh.store, 'http://x')).toBeNull()
  })
})

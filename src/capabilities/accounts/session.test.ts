import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshApp, type TestApp, testPassword } from '#support/app'
import { SessionView } from './session-view.ts'

describe('sessions by HTTP', () => {
  let t: TestApp
  let kim = ''
  beforeAll(async () => {
    t = await freshApp('session')
    kim = await t.user('kim@city.example', { name: '김하나', administrator: true })
    const first = await t.office('first')
    const second = await t.office('second')
    await t.member(first, kim, 'officer')
    await t.member(second, kim, 'viewer')
  })
  afterAll(() => t.close())

  test('nobody is told so, and whether set-up is needed', async () => {
    const answer = await t.nobody.send('GET', '/session')
    expect(SessionView.parse(await answer.json())).toEqual({ signedIn: false, csrf: null, user: null, office: null, offices: [], setupNeeded: false })
  })

  test('signing in gives a cookie that scripts and other sites cannot use', async () => {
    const answer = await t.nobody.send('POST', '/session', { email: ' KIM@city.example ', password: testPassword })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(/^gusul_session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/)
    const view = SessionView.parse(await answer.json())
    expect(view).toMatchObject({ signedIn: true, user: { id: kim, isAdministrator: true }, office: { slug: 'first', role: 'officer' } })
    expect(view.offices.map((one) => one.slug)).toEqual(['first', 'second'])
  })

  test('behind TLS the cookie is Secure and bound to the host', async () => {
    const answer = await t.nobody.send('POST', '/session', { email: 'kim@city.example', password: testPassword }, { 'x-forwarded-proto': 'https' })
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-gusul_session=.*; Secure/)
  })

  test('a session planted before sign-in is ended by it and never continued', async () => {
    const before = await t.signIn('kim@city.example')
    const answer = await before.send('POST', '/session', { email: 'kim@city.example', password: testPassword })
    expect(answer.headers.get('set-cookie')).toContain('gusul_session=')
    expect(answer.headers.get('set-cookie')).not.toContain(before.cookie!)
    expect(((await (await before.send('GET', '/session')).json()) as { signedIn: boolean }).signedIn).toBe(false)
  })

  test('a write with a cookie needs the CSRF value of its session, and none from another site', async () => {
    const me = await t.signIn('kim@city.example')
    const other = await t.signIn('kim@city.example')
    for (const csrf of ['', 'guess', other.csrf!]) {
      const answer = await me.send('PATCH', '/me', { name: '바뀜' }, { 'x-gusul-csrf': csrf })
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'csrf'])
    }
    expect((await me.send('PATCH', '/me', { name: '바뀜' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect(
      (await t.nobody.send('POST', '/session', { email: 'kim@city.example', password: testPassword }, { 'sec-fetch-site': 'cross-site' })).status,
    ).toBe(403)
    expect((await me.send('PATCH', '/me', { name: '김하나' })).status).toBe(200)
  })

  test('another office is used from now on, and again after the next sign-in', async () => {
    const me = await t.signIn('kim@city.example')
    expect((await me.send('PUT', '/session/office', { office: 'second' })).status).toBe(200)
    expect(((await (await me.send('GET', '/session')).json()) as SessionView).office?.slug).toBe('second')
    const again = await t.signIn('kim@city.example')
    expect(((await (await again.send('GET', '/session')).json()) as SessionView).office?.slug).toBe('second')
    expect((await me.send('PUT', '/session/office', { office: 'elsewhere' })).status).toBe(403)
  })

  test('signing out ends the session for good and clears the cookie', async () => {
    const me = await t.signIn('kim@city.example')
    const answer = await me.send('DELETE', '/session')
    expect(answer.status).toBe(204)
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
    expect((await me.send('GET', '/me/sessions')).status).toBe(401)
  })

  test('a person sees their sessions and ends one, or all others', async () => {
    const lee = await t.user('lee@city.example')
    expect(lee).toBeTruthy()
    const [a, b, c] = [await t.signIn('lee@city.example'), await t.signIn('lee@city.example'), await t.signIn('lee@city.example')]
    const list = (await (await a.send('GET', '/me/sessions')).json()) as { items: { id: string; current: boolean }[] }
    expect(list.items).toHaveLength(3)
    expect(list.items.filter((one) => one.current)).toHaveLength(1)
    const another = list.items.find((one) => !one.current)!
    const kimClient = await t.signIn('kim@city.example')
    expect((await kimClient.send('DELETE', `/me/sessions/${another.id}`)).status).toBe(404)
    expect((await a.send('DELETE', `/me/sessions/${another.id}`)).status).toBe(204)
    expect((await a.send('DELETE', '/me/sessions')).status).toBe(204)
    expect(await Promise.all([a, b, c].map(async (one) => (await one.send('GET', '/me/sessions')).status))).toEqual([200, 401, 401])
  })

  test('preferences are merged key by key, and null removes one', async () => {
    const me = await t.signIn('kim@city.example')
    await me.send('PATCH', '/me', { preferences: { theme: 'dark', keys: true }, locale: 'en' })
    const answer = await me.send('PATCH', '/me', { preferences: { keys: null, size: 2 } })
    expect(((await answer.json()) as SessionView).user).toMatchObject({ locale: 'en', preferences: { theme: 'dark', size: 2 } })
  })

  test('changing the password needs the present one, refuses a weak one, and ends the other sessions', async () => {
    await t.user('park@city.example')
    const [me, elsewhere] = [await t.signIn('park@city.example'), await t.signIn('park@city.example')]
    const weak = await me.send('POST', '/me/password', { current: testPassword, next: 'password123!' })
    expect([weak.status, ((await weak.json()) as { fields: { path: string }[] }).fields[0]?.path]).toEqual([422, 'json.next'])
    const wrong = await me.send('POST', '/me/password', { current: 'not this one', next: 'lantern-maple-seven' })
    expect([wrong.status, ((await wrong.json()) as { fields: { path: string }[] }).fields[0]?.path]).toEqual([422, 'json.current'])
    expect((await me.send('POST', '/me/password', { current: testPassword, next: 'lantern-maple-seven' })).status).toBe(204)
    expect((await me.send('GET', '/me/sessions')).status).toBe(200)
    expect((await elsewhere.send('GET', '/me/sessions')).status).toBe(401)
    await t.signIn('park@city.example', 'lantern-maple-seven')
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyAudit } from '#store/audit'
import { type Client, freshApp, type TestApp, testPassword } from '#support/app'
import type { Delivery } from './deliver.ts'
import { createFirstAdministratorLink } from './links.ts'
import type { SessionView } from './session-view.ts'

const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code]
const secretOf = (link: string | null) => link!.split('/').at(-1)!

describe('the first administrator', () => {
  let t: TestApp
  beforeEach(async () => {
    t = await freshApp('first')
    return () => t.close()
  })
  const words = { email: 'kim@city.example', name: '김하나', password: testPassword }

  test('is made by the printed link, signed in, and takes up the offices that nobody administers', async () => {
    const demo = await t.office('demo')
    expect(((await (await t.nobody.send('GET', '/session')).json()) as SessionView).setupNeeded).toBe(true)
    const secret = secretOf(await createFirstAdministratorLink(t.store, 'http://x'))
    expect(await (await t.nobody.send('GET', `/links/${secret}`)).json()).toMatchObject({
      kind: 'administrator',
      hasAccount: false,
      minimumPasswordLength: 10,
    })
    const answer = await t.nobody.send('POST', `/links/${secret}`, words)
    expect(answer.status).toBe(200)
    const view = (await answer.json()) as SessionView
    expect(view).toMatchObject({ signedIn: true, user: { isAdministrator: true }, office: { id: demo, role: 'administrator' } })
    const me = t.client(answer.headers.get('set-cookie'), view.csrf)
    const office = await me.send('POST', '/offices', { slug: 'narae', nameKo: '나래시', nameEn: 'Narae' })
    expect(office.status).toBe(201)
    expect(((await (await me.send('GET', '/session')).json()) as SessionView).offices.map((one) => one.slug)).toEqual(['demo', 'narae'])
    expect(await codeOf(await me.send('POST', '/offices', { slug: 'narae', nameKo: '다른 나래시', nameEn: 'Narae' }))).toEqual([409, 'slug-taken'])
    const id = ((await office.json()) as { id: string }).id
    const indicators = await t.store.readOffice(id, null, (db) => db.selectFrom('indicator').select('indicator_id').orderBy('ord').execute())
    expect(indicators.map((row) => row.indicator_id)).toEqual(
      'investment jobs area firms output value_added production_inducement employment_inducement capacity budget exports revenue fdi_notified fdi_arrived budget_in_term budget_secured budget_secured_in_term grant other'.split(
        ' ',
      ),
    )
    expect(await verifyAudit(t.store, id)).toMatchObject({ ok: true, entries: 1 })
  })

  test('is made once, even when ten use the link at the same moment', async () => {
    const secret = secretOf(await createFirstAdministratorLink(t.store, 'http://x'))
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => t.nobody.send('POST', `/links/${secret}`, { ...words, email: `k${at}@city.example` })),
    )
    expect(answers.map((one) => one.status).sort()).toEqual([200, ...Array<number>(9).fill(410)])
    const users = await t.store.global((tx) => tx.selectFrom('app_user').select('email').execute())
    expect(users).toHaveLength(1)
  })

  test('is not made by an old, a late, a wrong or a badly filled link', async () => {
    const old = secretOf(await createFirstAdministratorLink(t.store, 'http://x'))
    const secret = secretOf(await createFirstAdministratorLink(t.store, 'http://x'))
    expect(await codeOf(await t.nobody.send('POST', `/links/${old}`, words))).toEqual([410, 'link-gone'])
    expect(await codeOf(await t.nobody.send('POST', `/links/${'x'.repeat(43)}`, words))).toEqual([410, 'link-gone'])
    for (const [words, path] of [
      [{ name: '김하나', password: testPassword }, 'json.email'],
      [{ email: 'kim@city.example', password: testPassword }, 'json.name'],
      [{ email: 'kim@city.example', name: '김하나', password: '짧은 것' }, 'json.password'],
      [{ email: 'not an address', name: '김하나', password: testPassword }, 'json.email'],
    ] as const) {
      const answer = await t.nobody.send('POST', `/links/${secret}`, words)
      expect([answer.status, ((await answer.json()) as { fields: { path: string }[] }).fields[0]?.path]).toEqual([422, path])
    }
    t.clock.now = new Date(Date.now() + 8 * 86_400_000)
    expect(await codeOf(await t.nobody.send('GET', `/links/${secret}`))).toEqual([410, 'link-gone'])
  })
})

describe('people of an office', () => {
  let t: TestApp
  let office = ''
  let chief = ''
  let boss: Client
  beforeAll(async () => {
    t = await freshApp('people')
    office = await t.office('narae')
    await t.office('dasan')
    chief = await t.user('boss@city.example', { name: '한관리', administrator: true })
    await t.member(office, chief, 'administrator')
    boss = await t.signIn('boss@city.example')
  })
  afterAll(() => t.close())

  const invite = async (email: string, role: string) =>
    (await (await boss.send('POST', '/offices/narae/invitations', { email, role })).json()) as Delivery
  const members = async () =>
    (
      (await (await boss.send('GET', '/offices/narae/members')).json()) as {
        items: { userId: string; email: string; role: string; endedAt: string | null }[]
      }
    ).items

  test('an invitation makes an account and a member; the link works once', async () => {
    const { link, mailed } = await invite('Lee@city.example', 'reviewer')
    expect(mailed).toBe(false)
    const secret = secretOf(link)
    expect(await (await t.nobody.send('GET', `/links/${secret}`)).json()).toMatchObject({
      kind: 'invitation',
      email: 'lee@city.example',
      hasAccount: false,
      office: { slug: 'narae' },
      role: 'reviewer',
    })
    const answer = await t.nobody.send('POST', `/links/${secret}`, { name: '이두리', password: testPassword })
    expect((await answer.json()) as SessionView).toMatchObject({
      signedIn: true,
      user: { name: '이두리', isAdministrator: false },
      office: { role: 'reviewer' },
    })
    expect((await t.nobody.send('POST', `/links/${secret}`, { name: '이두리', password: testPassword })).status).toBe(410)
    expect(await codeOf(await boss.send('POST', '/offices/narae/invitations', { email: 'lee@city.example', role: 'viewer' }))).toEqual([
      409,
      'already-member',
    ])
  })

  test('whoever has an account joins with its password or its session, never by the link alone', async () => {
    await t.user('park@city.example')
    const secret = secretOf((await invite('park@city.example', 'officer')).link)
    expect((await t.nobody.send('POST', `/links/${secret}`, {})).status).toBe(422)
    expect(await codeOf(await t.nobody.send('POST', `/links/${secret}`, { password: 'a new password!', name: '딴사람' }))).toEqual([
      401,
      'wrong-credentials',
    ])
    expect((await boss.send('POST', `/links/${secret}`, {})).status).toBe(422)
    const park = await t.signIn('park@city.example')
    expect(await (await park.send('GET', `/links/${secret}`)).json()).toMatchObject({ hasAccount: true, signedInAsIt: true })
    const answer = await park.send('POST', `/links/${secret}`, {})
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect((await answer.json()) as SessionView).toMatchObject({ office: { slug: 'narae', role: 'officer' } })
  })

  test('a newer invitation ends the older, and a withdrawn one is over', async () => {
    const older = secretOf((await invite('choi@city.example', 'viewer')).link)
    const newer = secretOf((await invite('choi@city.example', 'viewer')).link)
    expect((await t.nobody.send('GET', `/links/${older}`)).status).toBe(410)
    const { items } = (await (await boss.send('GET', '/offices/narae/invitations')).json()) as { items: { id: string; email: string }[] }
    expect(items.filter((one) => one.email === 'choi@city.example')).toHaveLength(1)
    const id = items.find((one) => one.email === 'choi@city.example')!.id
    expect((await boss.send('DELETE', `/offices/narae/invitations/${id}`)).status).toBe(204)
    expect((await t.nobody.send('GET', `/links/${newer}`)).status).toBe(410)
    expect((await boss.send('DELETE', `/offices/narae/invitations/${id}`)).status).toBe(404)
  })

  test('a changed role holds at once, an ended membership too, and both stand in the audit chain', async () => {
    const lee = (await members()).find((one) => one.email === 'lee@city.example')!
    const client = await t.signIn('lee@city.example')
    expect((await client.send('GET', '/offices/narae/members')).status).toBe(403)
    expect((await boss.send('PATCH', `/offices/narae/members/${lee.userId}`, { role: 'administrator' })).status).toBe(204)
    expect((await client.send('GET', '/offices/narae/members')).status).toBe(200)
    expect((await boss.send('DELETE', `/offices/narae/members/${lee.userId}`)).status).toBe(204)
    expect((await client.send('GET', '/offices/narae')).status).toBe(403)
    expect((await members()).find((one) => one.email === 'lee@city.example')?.endedAt).not.toBeNull()
    const audit = await t.store.readOffice(office, chief, (db) =>
      db.selectFrom('audit').select(['action', 'actor', 'detail']).orderBy('seq').execute(),
    )
    expect(audit.slice(-2)).toMatchObject([
      { action: 'member.change', actor: chief, detail: { from: 'reviewer', to: 'administrator' } },
      { action: 'member.end', actor: chief },
    ])
    expect(await verifyAudit(t.store, office)).toMatchObject({ ok: true })
  })

  test('an office keeps its last administrator, even when two try to remove each other', async () => {
    expect(await codeOf(await boss.send('PATCH', `/offices/narae/members/${chief}`, { role: 'viewer' }))).toEqual([409, 'last-administrator'])
    expect(await codeOf(await boss.send('DELETE', `/offices/narae/members/${chief}`))).toEqual([409, 'last-administrator'])
    const second = await t.user('second@city.example')
    await t.member(office, second, 'administrator')
    const other = await t.signIn('second@city.example')
    const answers = await Promise.all([
      boss.send('DELETE', `/offices/narae/members/${second}`),
      other.send('DELETE', `/offices/narae/members/${chief}`),
    ])
    expect(answers.map((one) => one.status).filter((status) => status === 204)).toHaveLength(1)
    const left = await t.store.readOffice(office, null, (db) =>
      db.selectFrom('membership').select('user_id').where('role', '=', 'administrator').where('ended_at', 'is', null).execute(),
    )
    expect(left).toHaveLength(1)
    await t.member(office, chief, 'administrator')
  })

  test('an administrator of one office changes nobody of another', async () => {
    const dasan = (await t.store.global((tx) => tx.selectFrom('office').select('office_id').where('slug', '=', 'dasan').executeTakeFirstOrThrow()))
      .office_id
    const theirs = await t.user('theirs@city.example')
    await t.member(dasan, theirs, 'officer')
    expect((await boss.send('PATCH', `/offices/narae/members/${theirs}`, { role: 'viewer' })).status).toBe(404)
    expect((await boss.send('DELETE', `/offices/dasan/members/${theirs}`)).status).toBe(403)
    expect((await members()).map((one) => one.email)).not.toContain('theirs@city.example')
  })
})

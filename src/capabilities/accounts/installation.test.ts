import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, freshApp, type TestApp, testPassword } from '#support/app'
import type { Delivery } from './deliver.ts'
import { operatorCaller } from './operator.ts'

const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code]

describe('the installation', () => {
  let t: TestApp
  let root: Client
  let rootId = ''
  let lee = ''
  beforeAll(async () => {
    t = await freshApp('installation')
    rootId = await t.user('root@city.example', { administrator: true })
    lee = await t.user('lee@city.example')
    const office = await t.office('narae')
    await t.member(office, lee, 'officer')
    root = await t.signIn('root@city.example')
  })
  afterAll(() => t.close())

  test('its administrator sees everybody with their offices, but not the command line', async () => {
    await operatorCaller(t.store)
    const { items } = (await (await root.send('GET', '/installation/users')).json()) as {
      items: { email: string; offices: { slug: string; role: string }[] }[]
    }
    expect(items.map((one) => [one.email, one.offices.map((office) => `${office.slug} ${office.role}`)])).toEqual([
      ['lee@city.example', ['narae officer']],
      ['root@city.example', []],
    ])
  })

  test('an office is changed only from the version that was read', async () => {
    // the installation's administrator has no role there, so the tag comes from making it
    const made = await root.send('POST', '/offices', { slug: 'dasan', nameKo: '다산시', nameEn: 'Dasan' })
    const tag = made.headers.get('etag')!
    expect((await root.send('PATCH', '/offices/dasan', { nameKo: '새다산시' })).status).toBe(428)
    const changed = await root.send('PATCH', '/offices/dasan', { nameKo: '새다산시' }, { 'if-match': tag })
    expect([changed.status, ((await changed.json()) as { nameKo: string; nameEn: string }).nameKo]).toEqual([200, '새다산시'])
    expect((await root.send('PATCH', '/offices/dasan', { nameKo: '늦은 이름' }, { 'if-match': tag })).status).toBe(412)
    const read = await root.send('GET', '/offices/dasan')
    expect([read.headers.get('etag'), ((await read.json()) as { nameKo: string }).nameKo]).toEqual([changed.headers.get('etag'), '새다산시'])
    expect((await root.send('GET', '/offices/dasan', undefined, { 'if-none-match': read.headers.get('etag')! })).status).toBe(304)
  })

  test('a deactivated account stops at once, with its sessions and tokens, and comes back without them', async () => {
    const client = await t.signIn('lee@city.example')
    const token = await t.token(client, ['read'])
    expect((await token.send('GET', '/offices/narae')).status).toBe(200)
    expect((await root.send('POST', `/installation/users/${lee}/deactivate`)).status).toBe(204)
    expect((await client.send('GET', '/offices/narae')).status).toBe(401)
    expect((await token.send('GET', '/offices/narae')).status).toBe(401)
    expect(await codeOf(await t.nobody.send('POST', '/session', { email: 'lee@city.example', password: testPassword }))).toEqual([
      401,
      'wrong-credentials',
    ])
    expect((await root.send('POST', `/installation/users/${lee}/reactivate`)).status).toBe(204)
    expect((await client.send('GET', '/offices/narae')).status).toBe(401)
    expect((await token.send('GET', '/offices/narae')).status).toBe(401)
    await t.signIn('lee@city.example')
  })

  test('it keeps its last administrator', async () => {
    expect(await codeOf(await root.send('POST', `/installation/users/${rootId}/deactivate`))).toEqual([409, 'oneself'])
    expect(await codeOf(await root.send('PATCH', `/installation/users/${rootId}`, { isAdministrator: false }))).toEqual([409, 'last-administrator'])
    expect((await root.send('PATCH', `/installation/users/${lee}`, { isAdministrator: true })).status).toBe(204)
    const client = await t.signIn('lee@city.example')
    expect((await client.send('GET', '/installation/users')).status).toBe(200)
    expect((await root.send('PATCH', `/installation/users/${lee}`, { isAdministrator: false })).status).toBe(204)
    expect((await client.send('GET', '/installation/users')).status).toBe(403)
  })

  test('a password link lifts the lock, changes the password and ends the sessions', async () => {
    const before = await t.signIn('lee@city.example')
    for (let at = 0; at < 5; at++) await t.nobody.send('POST', '/session', { email: 'lee@city.example', password: 'wrong-wrong' })
    const { link } = (await (await root.send('POST', `/installation/users/${lee}/password-link`)).json()) as Delivery
    const secret = link!.split('/').at(-1)!
    expect(await codeOf(await t.nobody.send('POST', `/links/${secret}`, { password: 'lee lee lee' }))).toEqual([422, 'invalid'])
    expect((await t.nobody.send('POST', `/links/${secret}`, { password: 'lantern-maple-seven' })).status).toBe(200)
    expect((await before.send('GET', '/me/sessions')).status).toBe(401)
    await t.signIn('lee@city.example', 'lantern-maple-seven')
  })

  test('an answer with a secret is not kept: repeating the request says that it was done', async () => {
    const client = await t.signIn('lee@city.example', 'lantern-maple-seven')
    const body = { name: '보고서', scopes: ['read'] }
    const first = await client.send('POST', '/me/tokens', body, { 'idempotency-key': 'k1' })
    const { token } = (await first.json()) as { token: string }
    expect(await codeOf(await client.send('POST', '/me/tokens', body, { 'idempotency-key': 'k1' }))).toEqual([409, 'done-once'])
    const { items } = (await (await client.send('GET', '/me/tokens')).json()) as { items: { id: string }[] }
    expect(items).toHaveLength(1)
    expect((await t.withToken(token).send('GET', '/offices/narae')).status).toBe(200)
    expect((await client.send('DELETE', `/me/tokens/${items[0]!.id}`)).status).toBe(204)
    expect((await t.withToken(token).send('GET', '/offices/narae')).status).toBe(401)
    expect(await codeOf(await client.send('POST', '/me/tokens', { ...body, office: 'dasan' }))).toEqual([422, 'invalid'])
  })
})

describe('mail', () => {
  let t: TestApp
  let root: Client
  let server: SMTPServer
  let port = 0
  const received: { to: string[]; text: string }[] = []
  beforeAll(async () => {
    t = await freshApp('mail')
    await t.user('root@city.example', { administrator: true })
    root = await t.signIn('root@city.example')
    server = new SMTPServer({
      authOptional: false,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: (auth, _session, done) =>
        auth.username === 'gusul' && auth.password === 'post-box' ? done(null, { user: 'gusul' }) : done(new Error('no such user')),
      onData: (stream, session, done) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          received.push({ to: session.envelope.rcptTo.map((one) => one.address), text: Buffer.concat(parts).toString('utf8') })
          done()
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.server.address() as { port: number }).port
  })
  afterAll(async () => {
    await new Promise<void>((resolve) => server.close(() => resolve()))
    await t.close()
  })
  const settings = (password?: string) => ({
    host: '127.0.0.1',
    port,
    security: 'none',
    user: 'gusul',
    ...(password === undefined ? {} : { password }),
    from: 'gusul@city.example',
    publicAddress: 'https://gusul.city.example/somewhere',
  })
  /** The words of a mail, its transfer encoding undone. */
  const words = (raw: string) => {
    const [head, ...body] = raw.split('\r\n\r\n')
    return /base64/i.test(head!)
      ? Buffer.from(body.join(''), 'base64').toString('utf8')
      : body
          .join('\n')
          .replace(/=\r?\n/g, '')
          .replace(/((?:=[0-9A-F]{2})+)/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'))
  }

  test('the password of the mail server is written, kept, and never read back', async () => {
    expect(await codeOf(await root.send('POST', '/installation/mail/test', { to: 'me@city.example' }))).toEqual([409, 'mail-not-set-up'])
    expect((await root.send('PUT', '/installation/mail', settings('wrong'))).status).toBe(200)
    expect(await codeOf(await root.send('POST', '/installation/mail/test', { to: 'me@city.example' }))).toEqual([502, 'mail-refused'])
    await root.send('PUT', '/installation/mail', settings('post-box'))
    const again = await root.send('PUT', '/installation/mail', settings())
    const text = await again.text()
    expect(text).not.toContain('post-box')
    expect(JSON.parse(text)).toMatchObject({ mail: { hasPassword: true, publicAddress: 'https://gusul.city.example' } })
    expect((await root.send('POST', '/installation/mail/test', { to: 'me@city.example' })).status).toBe(204)
    expect(received.at(-1)?.to).toEqual(['me@city.example'])
  })

  test('an invitation is mailed with the public address, and its link is not shown', async () => {
    await root.send('POST', '/offices', { slug: 'narae', nameKo: '나래시', nameEn: 'Narae' })
    const answer = await root.send(
      'POST',
      '/offices/narae/invitations',
      { email: 'lee@city.example', role: 'officer' },
      { 'x-forwarded-host': 'evil.example' },
    )
    expect((await answer.json()) as Delivery).toMatchObject({ mailed: true, link: null })
    const text = words(received.at(-1)!.text)
    expect(text).toContain('나래시 구슬에 담당자로 초대')
    const link = /https:\/\/gusul\.city\.example\/console\/link\/([\w-]{43})/.exec(text)
    expect((await t.nobody.send('GET', `/links/${link![1]}`)).status).toBe(200)
  })

  test('whoever forgot the password asks for a link; a stranger learns nothing and floods nobody', async () => {
    const before = received.length
    const known = await t.nobody.send('POST', '/session/password-link', { email: 'root@city.example' })
    const unknown = await t.nobody.send('POST', '/session/password-link', { email: 'nobody@city.example' })
    expect([known.status, await known.json()]).toEqual([unknown.status, await unknown.json()])
    for (let waited = 0; received.length === before && waited < 200; waited++) await new Promise((resolve) => setTimeout(resolve, 25))
    await t.nobody.send('POST', '/session/password-link', { email: 'root@city.example' })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(received.slice(before).map((one) => one.to)).toEqual([['root@city.example']])
    const link = /console\/link\/([\w-]{43})/.exec(words(received.at(-1)!.text))![1]
    expect(await (await t.nobody.send('GET', `/links/${link}`)).json()).toMatchObject({ kind: 'password', email: 'root@city.example' })
  })

  test('where the mail server refuses, the link is shown after all with what the server said', async () => {
    await root.send('PUT', '/installation/mail', settings('wrong'))
    const answer = await root.send('POST', '/offices/narae/invitations', { email: 'park@city.example', role: 'officer' })
    const delivery = (await answer.json()) as Delivery
    expect(delivery.mailed).toBe(false)
    expect(delivery.link).toContain('https://gusul.city.example/console/link/')
    expect(delivery.mailProblem).toContain('no such user')
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiClient } from '#api/cli/client'
import { withClient } from '#store/roles'
import { type Client, freshApp, type TestApp } from '#support/app'
import { article } from '#support/published-office'
import { runCli } from '#surfaces/cli/cli'
import { auditVerify } from './commands/audit.ts'
import type { AuditItem } from './schemas.ts'

let app: TestApp
let officeId: string
let headId: string
let head: Client
let officer: Client
let viewer: Client
beforeAll(async () => {
  app = await freshApp('custody_audit')
  officeId = await app.office('narae')
  headId = await app.user('head@city.example', { name: '한가람' })
  await app.member(officeId, headId, 'head')
  await app.member(officeId, await app.user('officer@city.example'), 'officer')
  await app.member(officeId, await app.user('viewer@city.example'), 'viewer')
  head = await app.signIn('head@city.example')
  officer = await app.signIn('officer@city.example')
  viewer = await app.signIn('viewer@city.example')
})
afterAll(() => app?.close())

const history = async (query = ''): Promise<{ items: AuditItem[]; next: string | null }> =>
  (await head.send('GET', `/offices/narae/audit${query}`)).json() as never

async function verify(...argv: string[]) {
  let stdout = ''
  let stderr = ''
  const token = (await (await head.send('POST', '/me/tokens', { name: 'cli', scopes: ['read'], office: 'narae' })).json()) as { token: string }
  const code = await runCli(['audit', 'verify', ...argv], {
    commands: [auditVerify],
    version: '0',
    locale: 'ko',
    isPlain: (error: unknown): error is Error => error instanceof RangeError,
    io: {
      stdout: (text) => void (stdout += text),
      stderr: (text) => void (stderr += text),
      readFile: async () => new Uint8Array(),
      writeFile: async () => {},
      readStdin: async () => new Uint8Array(),
      terminal: false,
      colour: false,
    },
    api: async () => apiClient(async (path, init) => app.app.request(path, init), token.token),
  })
  return { code, stdout, stderr }
}

describe('the history of an office', () => {
  test('is read the newest first, by pages that neither repeat nor skip an entry', async () => {
    const all = (await history()).items
    expect(all.length).toBeGreaterThan(3)
    expect(all.map((one) => one.seq)).toEqual(all.map((_, at) => all.length - at))
    const paged: number[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page = await history(`?limit=2${next ? `&cursor=${next}` : ''}`)
      paged.push(...page.items.map((one) => one.seq))
      next = page.next
    }
    expect(paged).toEqual(all.map((one) => one.seq))
  })

  test('is narrowed by who, by what and by whom', async () => {
    const document = await article(
      { store: app.store, officeId, userId: headId },
      { title: '나래 소식', outlet: null, publishedOn: null, text: '나래시' },
    )
    await head.send('PATCH', `/offices/narae/documents/${document.id}`, { title: '나래 새 소식' }, { 'if-match': '*' })
    const mine = (await history(`?actor=${headId}`)).items
    expect(new Set(mine.map((one) => one.actor.name))).toEqual(new Set(['한가람']))
    const about = (await history(`?subject=${document.id}`)).items
    expect(about.map((one) => [one.action, one.subject?.kind, one.subject?.name])).toEqual([['document.change', 'document', '나래 새 소식']])
    expect((await history('?action=document.')).items.map((one) => one.action)).toEqual(['document.change'])
    expect((await history('?action=document')).items).toEqual([])
    expect((await history('?to=2001-01-01')).items).toEqual([])
  })
})

describe('who saw a confidential record', () => {
  test('is written down once in a while a person, and never for one who was refused or for an open record', async () => {
    const desk = { store: app.store, officeId, userId: headId }
    const secret = await article(desk, { title: '비밀 협의', outlet: null, publishedOn: null, text: '나래시는 협의한다.', confidential: true })
    const open = await article(desk, { title: '열린 소식', outlet: null, publishedOn: null, text: '나래시는 짓는다.' })
    const reads = async () => (await history(`?action=confidential.read&subject=${secret.id}`)).items.map((one) => one.actor.name)
    expect((await viewer.send('GET', `/offices/narae/documents/${secret.id}`)).status).toBe(404)
    expect((await viewer.send('GET', `/offices/narae/documents/${open.id}`)).status).toBe(200)
    expect(await reads()).toEqual([])
    expect((await officer.send('GET', `/offices/narae/documents/${secret.id}`)).status).toBe(200)
    expect((await officer.send('GET', `/offices/narae/documents/${secret.id}/review`)).status).toBe(200)
    expect(await reads()).toEqual(['officer'])
    expect((await head.send('GET', `/offices/narae/documents/${secret.id}`)).status).toBe(200)
    expect(await reads()).toEqual(['한가람', 'officer'])
    app.clock.now = new Date(Date.now() + 11 * 60_000)
    expect((await officer.send('GET', `/offices/narae/documents/${secret.id}`)).status).toBe(200)
    app.clock.now = null
    expect(await reads()).toEqual(['officer', '한가람', 'officer'])
    expect((await history('?action=confidential.read')).items.every((one) => one.subject?.id === secret.id)).toBe(true)
  })

  test('is written down also of agreements, awards and pledges, whichever page showed them', async () => {
    const reads = async (id: string) => (await history(`?action=confidential.read&subject=${id}`)).items.length
    for (const path of ['agreements', 'awards', 'pledges']) {
      const made = await head.send('POST', `/offices/narae/${path}`, { nameKo: `비밀 ${path}`, confidential: true })
      expect([path, made.status]).toEqual([path, 201])
      const { id } = (await made.json()) as { id: string }
      expect([path, await reads(id)]).toEqual([path, 0])
      expect((await officer.send('GET', `/offices/narae/${path}/${id}`)).status).toBe(200)
      expect([path, await reads(id)]).toEqual([path, 1])
    }
  })
})

describe('gusul audit verify', () => {
  test('says how many entries there are and the head, and names the entry that was changed', async () => {
    const newest = (await history('?limit=1')).items[0]!
    const intact = await verify('--office', 'narae', '--json')
    expect(intact.code).toBe(0)
    expect(JSON.parse(intact.stdout)).toEqual({ office: 'narae', ok: true, entries: newest.seq, head: newest.hash, brokenAt: null, reason: null })
    await withClient(app.superUrl, (client) => client.query(`update audit set actor = 'nobody' where seq = 2`))
    const broken = await verify()
    expect(broken).toMatchObject({ code: 1, stdout: expect.stringContaining('narae\t2번 기록에서 끊겼습니다') })
  })
})

import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createOffice, prepareUser } from '#capabilities/accounts/index'
import { withdraw } from '#capabilities/publishing/index'
import { type FreshStore, freshStore } from '#support/database'
import { type MailServer, mailServer, mailSettings } from '#support/mail-server'
import { type Desk, figureChoice, portfolioOf, publishNow } from '#support/published-office'
import { createApp } from '#surfaces/http/app'
import { apiRoutes } from '#surfaces/http/routes'
import { StaticFiles } from '#surfaces/http/static-files'
import { portalRoutes } from '#surfaces/portal/routes'
import { newsHandler } from './news-job.ts'

const start = new Date('2026-11-22T03:00:00Z')
let fresh: FreshStore
let desk: Desk
let mail: MailServer
let app: ReturnType<typeof createApp>
let moment = start
let from = '203.0.113.7'

beforeAll(async () => {
  fresh = await freshStore('citizens')
  mail = await mailServer()
  const userId = await fresh.store.global(await prepareUser({ email: 'head@city.example', name: '김하나', password: 'tulip-ladder-river' }))
  const office = await createOffice(fresh.store, { slug: 'narae', nameKo: '나래시', nameEn: 'Narae City' }, { by: null })
  desk = { store: fresh.store, officeId: office.office_id, userId }
  await portfolioOf(desk)
  await publishNow(desk, figureChoice('announced_investment'), { now: start })
  await publishNow(desk, figureChoice('announced_jobs'), { now: start })
  app = createApp({
    store: fresh.store,
    log: pino({ level: 'silent' }),
    proxy: { trusted: true },
    identify: async () => ({
      kind: 'session',
      sessionId: 's',
      csrf: 'c',
      userId,
      name: '김하나',
      email: 'head@city.example',
      administrator: false,
      roles: new Map([[office.office_id, 'head']]),
    }),
    api: apiRoutes,
    pages: [portalRoutes(new StaticFiles('/nowhere'))],
    now: () => moment,
  })
}, 60_000)
afterAll(async () => {
  await mail?.close()
  await fresh?.close()
})

const form = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { host: 'gusul.example', 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': from, ...headers },
    body: new URLSearchParams(fields).toString(),
  })
const api = async <T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
  const answer = await app.request(`/api/v1/offices/narae${path}`, {
    method,
    headers: { host: 'gusul.example', 'content-type': 'application/json', 'x-gusul-csrf': 'c', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (answer.status === 204 ? null : await answer.json()) as T }
}
interface Request {
  id: string
  words: string
  titleKo: string
  version: number
  state: string
  address: string | null
  mailedAt: string | null
}
const open = async () => (await api<{ items: Request[]; open: number }>('GET', '/corrections')).body

const settings = (on: boolean): Promise<unknown> =>
  fresh.store.global(async (tx): Promise<unknown> => {
    if (!on) return tx.deleteFrom('installation_setting').where('key', '=', 'mail').execute()
    const value = JSON.stringify(mailSettings(mail.port))
    return tx.insertInto('installation_setting').values({ key: 'mail', value, changed_by: desk.userId }).execute()
  })

describe('a request for correction', () => {
  const said = { series: 'announced-investment', edition: '1', words: '푸른전지의 금액은 6,300억원입니다.', address: 'citizen@home.example' }

  test('comes by a form without script and is open work with the page it speaks of', async () => {
    const page = await app.request('/o/narae/corrections?of=announced-investment/1')
    expect(await page.text()).toContain('name="edition" value="1"')
    const answer = await form('/o/narae/corrections', said)
    expect(answer.status).toBe(202)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const { items, open: waiting } = await open()
    expect(waiting).toBe(1)
    expect(items[0]).toMatchObject({ words: said.words, titleKo: '발표된 투자', state: 'open', address: 'citizen@home.example' })
  })

  test('that cannot be taken keeps what was typed', async () => {
    const short = await form('/o/narae/corrections', { ...said, words: '틀림' })
    expect(short.status).toBe(422)
    expect(await short.text()).toContain('>틀림</textarea>')
    expect((await form('/o/narae/corrections', { ...said, edition: '9' })).status).toBe(404)
    expect((await form('/o/narae/corrections', { ...said, series: 'no-such' })).status).toBe(404)
    expect((await form('/o/narae/corrections', said, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  test('of a machine that fills every field is not kept, and the machine learns nothing', async () => {
    const answer = await form('/o/narae/corrections', { ...said, website: 'http://spam.example' })
    expect(answer.status).toBe(202)
    expect((await open()).open).toBe(1)
  })

  test('is taken five times an hour from one place, and from another place still', async () => {
    from = '203.0.113.99'
    for (let at = 0; at < 5; at++) expect((await form('/o/narae/corrections', { ...said, words: `${at}번째 편지입니다` })).status).toBe(202)
    const sixth = await form('/o/narae/corrections', { ...said, words: '여섯째 편지입니다' })
    expect(sixth.status).toBe(429)
    expect(await sixth.text()).toContain('여섯째 편지입니다')
    from = '203.0.113.100'
    expect((await form('/o/narae/corrections', said)).status).toBe(202)
  })

  test('is answered once, by mail where mail is set up, and may be opened again', async () => {
    await settings(true)
    const one = (await open()).items.find((item) => item.words === said.words)!
    const tag = { 'if-match': `"${one.id.slice(0, 8)}-${one.version}"` }
    expect((await api('POST', `/corrections/${one.id}/answer`, { state: 'stands', answer: '' }, tag)).status).toBe(422)
    const done = await api<Request & { mailProblem: string | null }>(
      'POST',
      `/corrections/${one.id}/answer`,
      { state: 'stands', answer: '원문이 6천400억원입니다.' },
      tag,
    )
    expect(done).toMatchObject({ status: 200, body: { state: 'stands', mailProblem: null } })
    expect(mail.mails.at(-1)).toMatchObject({ to: ['citizen@home.example'] })
    expect(mail.mails.at(-1)!.text).toContain('원문이 6천400억원입니다.')
    expect((await api('POST', `/corrections/${one.id}/answer`, { state: 'corrected', answer: '다시' }, tag)).status).toBe(412)
    const again = await api<Request>('POST', `/corrections/${one.id}/answer`, { state: 'open', answer: null }, { 'if-match': '*' })
    expect(again).toMatchObject({ status: 200, body: { state: 'open' } })
    await settings(false)
  })

  test('about what is confidential looks like one about nothing', async () => {
    const factory = await fresh.store.readOffice(desk.officeId, desk.userId, (db) =>
      db.selectFrom('subject').select('subject_id').where('name_ko', '=', '푸른전지 공장').executeTakeFirstOrThrow(),
    )
    const { series } = await publishNow(desk, { kind: 'project', subjectId: factory.subject_id }, { now: start })
    const hide = (confidential: boolean) =>
      fresh.store.inOffice(desk.officeId, desk.userId, (tx) =>
        tx.updateTable('subject').set({ confidential }).where('subject_id', '=', factory.subject_id).execute(),
      )
    expect((await app.request(`/o/narae/corrections?of=${series}/1`)).status).toBe(200)
    await hide(true)
    const hidden = await form('/o/narae/corrections', { ...said, series })
    const nothing = await form('/o/narae/corrections', { ...said, series: 'p-111111111111' })
    expect(hidden.status).toBe(404)
    expect([hidden.status, await hidden.text()]).toEqual([nothing.status, await nothing.text()])
    await hide(false)
  })
})

describe('news by mail', () => {
  const job = (id: string) =>
    ({
      store: fresh.store,
      officeId: desk.officeId,
      jobId: id,
      kind: 'citizens.news',
      payload: {},
      createdBy: null,
      attempt: 1,
      progress: () => {},
      cancelled: () => false,
      signal: new AbortController().signal,
    }) as const
  const rounds = async () =>
    fresh.store.readOffice(desk.officeId, desk.userId, (db) => db.selectFrom('job').select('job_id').where('kind', '=', 'citizens.news').execute())
  const linkIn = (text: string, step: string) => new RegExp(`https://gusul\\.example(/o/narae/follow/${step}/[\\w-]+)`).exec(text)![1]!

  test('is not offered where mail is not set up', async () => {
    expect(await (await app.request('/o/narae/follow')).text()).toContain('이 기관은 메일을 보내지 않습니다')
    expect((await form('/o/narae/follow', { address: 'a@home.example', series: '' })).status).toBe(409)
  })

  test('begins only when the person presses the button behind the mailed link, and nobody learns who follows', async () => {
    await settings(true)
    mail.mails.length = 0
    const first = await form('/o/narae/follow', { address: 'Reader@home.example', series: 'announced-jobs' })
    expect(first.status).toBe(202)
    expect(mail.mails).toHaveLength(1)
    await publishNow(desk, figureChoice('announced_area'), { now: new Date() })
    expect(await rounds()).toHaveLength(0)
    const link = linkIn(mail.mails[0]!.text, 'confirm')
    await app.request(link)
    expect((await api<{ items: unknown[] }>('GET', '/followers')).body.items).toEqual([])
    moment = new Date()
    expect(await (await form(link, {})).text()).toContain('이제 소식이 갑니다')
    expect((await api<{ items: unknown[] }>('GET', '/followers')).body.items).toEqual([{ series: 'announced-jobs', count: 1 }])
    const second = await form('/o/narae/follow', { address: 'reader@home.example', series: 'announced-jobs' })
    expect([second.status, await second.text()]).toEqual([first.status, await first.text()])
    expect(mail.mails).toHaveLength(1)
  })

  test('tells what was published and withdrawn since, once, and only what is followed', async () => {
    mail.mails.length = 0
    const place = { officeId: desk.officeId, timeZone: 'Asia/Seoul', now: new Date() }
    await withdraw(desk.store, place, { userId: desk.userId, name: '김하나' }, 'announced-area', '단위를 다시 봄')
    await withdraw(desk.store, place, { userId: desk.userId, name: '김하나' }, 'announced-jobs', '값을 다시 봄')
    expect(await rounds()).toHaveLength(1)
    await newsHandler(job('00000000-0000-4000-8000-000000000001'))
    expect(mail.mails).toHaveLength(1)
    const [news] = mail.mails
    expect(news!.text).toContain('약속한 고용')
    expect(news!.text).toContain('값을 다시 봄')
    expect(news!.text).not.toContain('단위를 다시 봄')
    expect(news!.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    await newsHandler(job('00000000-0000-4000-8000-000000000002'))
    expect(mail.mails).toHaveLength(1)
  })

  test('ends with one press, and the address is gone', async () => {
    const end = linkIn(mail.mails[0]!.text, 'end')
    expect((await form(end, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200)
    expect((await api<{ items: unknown[] }>('GET', '/followers')).body.items).toEqual([])
    const rows = await fresh.store.readOffice(desk.officeId, desk.userId, (db) => db.selectFrom('follower').selectAll().execute())
    expect(rows).toEqual([])
    expect(await (await app.request(end)).text()).toContain('이 주소는 쓸 수 없습니다')
  })

  test('a refused mail is tried with the next round', async () => {
    mail.mails.length = 0
    await form('/o/narae/follow', { address: 'late@home.example', series: '' })
    await form(linkIn(mail.mails[0]!.text, 'confirm'), {})
    mail.mails.length = 0
    await publishNow(desk, figureChoice('project_count'), { now: new Date() })
    mail.refused.add('late@home.example')
    expect(await newsHandler(job('00000000-0000-4000-8000-000000000003'))).toEqual({ sent: 0, refused: 1 })
    mail.refused.clear()
    expect(await newsHandler(job('00000000-0000-4000-8000-000000000004'))).toEqual({ sent: 1, refused: 0 })
    expect(mail.mails[0]!.text).toContain('사업 수')
  })
})

describe('places', () => {
  test('stand on the public sketch once they have a point', async () => {
    expect(await (await app.request('/o/narae')).text()).not.toContain('class="sketch')
    expect(
      (await api('PUT', '/places', { name: '송내읍', north: '송내', east: '127.2', source: '지도' }, { 'if-match': '"00000000-0"' })).status,
    ).toBe(422)
    const set = await api<{ version: number }>(
      'PUT',
      '/places',
      { name: '송내읍', north: '37.61', east: '127.2', source: '지도' },
      { 'if-match': '"00000000-0"' },
    )
    expect(set).toMatchObject({ status: 200, body: { version: 1 } })
    expect(
      (await api('PUT', '/places', { name: '송내읍', north: '37.62', east: '127.2', source: '지도' }, { 'if-match': '"00000000-0"' })).status,
    ).toBe(412)
    // the place of a project that is not published is drawn nowhere
    expect(await (await app.request('/o/narae')).text()).not.toContain('송내읍')
    const centre = await fresh.store.readOffice(desk.officeId, desk.userId, (db) =>
      db.selectFrom('subject').select('subject_id').where('name_ko', '=', '한빛 데이터센터 2단계').executeTakeFirstOrThrow(),
    )
    await publishNow(desk, { kind: 'project', subjectId: centre.subject_id }, { now: new Date() })
    const page = await (await app.request('/o/narae')).text()
    expect(page).toContain('class="sketch')
    expect(page).toContain('송내읍')
    expect((await api('DELETE', `/places?name=${encodeURIComponent('송내읍')}`, undefined, { 'if-match': '*' })).status).toBe(204)
  })
})

describe('comments of readers', () => {
  const page = '/o/narae/f/announced-investment'
  const seen = async () => (await app.request(page, { headers: { host: 'gusul.example' } })).text()
  interface Said {
    id: string
    name: string
    shown: boolean | null
    version: number
  }

  test('are off: no page has a word of them, and nothing is taken', async () => {
    from = '203.0.113.70'
    expect(await seen()).not.toContain('id="comments"')
    expect((await app.request('/o/narae/comments?of=announced-investment', { headers: { host: 'gusul.example' } })).status).toBe(404)
    expect((await form('/o/narae/comments', { series: 'announced-investment', name: '시민', words: '잘 보았습니다' })).status).toBe(404)
    expect((await api<{ open: boolean; total: number }>('GET', '/comments?state=all')).body).toMatchObject({ open: false, total: 0 })
  })

  test('switched on, what is said waits for a person, is shown as it was written, and can be kept back', async () => {
    expect((await api('PUT', '/comments', { open: true })).status).toBe(204)
    expect(await seen()).toContain('아직 보인 의견이 없습니다')
    const words = '3조원이라더니 <b>1조</b>만 왔네요'
    expect((await form('/o/narae/comments', { series: 'announced-investment', name: '이웃', words })).status).toBe(202)
    expect((await form('/o/narae/comments', { series: 'announced-investment', name: '', words: '' })).status).toBe(422)
    expect((await form('/o/narae/comments', { series: 'announced-investment', name: '기계', words: '광고', website: 'x' })).status).toBe(202)
    expect((await form('/o/narae/comments', { series: 'no-such', name: '이웃', words: '없는 쪽' })).status).toBe(404)
    const { items } = (await api<{ items: Said[] }>('GET', '/comments')).body
    expect(items.map((one) => [one.name, one.shown])).toEqual([['이웃', null]])
    expect(await seen()).not.toContain('이웃')
    const decide = (shown: boolean, version: number) =>
      api<Said>('PUT', `/comments/${items[0]!.id}`, { shown }, { 'if-match': `"${items[0]!.id.slice(0, 8)}-${version}"` })
    expect(await decide(true, 1)).toMatchObject({ status: 200, body: { shown: true, version: 2 } })
    expect((await decide(false, 1)).status).toBe(412)
    expect(await seen()).toContain('<blockquote data-plain="comment">3조원이라더니 &lt;b&gt;1조&lt;/b&gt;만 왔네요</blockquote>')
    expect((await decide(false, 2)).status).toBe(200)
    expect(await seen()).not.toContain('이웃')
    expect((await decide(true, 3)).status).toBe(200)
    // off again, neither form nor comment is public; what was decided stays
    await api('PUT', '/comments', { open: false })
    expect(await seen()).not.toContain('이웃')
    expect((await api<{ items: Said[] }>('GET', '/comments?state=shown')).body.items).toHaveLength(1)
  })

  test('five an hour are taken from one place', async () => {
    await api('PUT', '/comments', { open: true })
    from = '203.0.113.71'
    const say = () => form('/o/narae/comments', { series: 'announced-jobs', name: '이웃', words: '한마디' })
    for (let at = 0; at < 5; at++) expect((await say()).status).toBe(202)
    expect((await say()).status).toBe(429)
    from = '203.0.113.72'
    expect((await say()).status).toBe(202)
    await api('PUT', '/comments', { open: false })
  })
})

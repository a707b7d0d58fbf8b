import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { appendAudit, verifyAudit } from '#store/audit'
import { type Client, freshApp, type TestApp } from '#support/app'
import { article, type Desk, figureChoice, hold, portfolioOf, publishNow, subject } from '#support/published-office'
import type { FigurePayload, Payload, ProjectPayload } from './payload.ts'
import { publicOffice, publicSeries } from './public.ts'
import { receiptOf } from './receipt.ts'
import type { PublicationSummary, PublicationWhole } from './shape.ts'

let app: TestApp
let count = 0
beforeAll(async () => {
  app = await freshApp('publishing')
})
afterAll(() => app?.close())

interface Scene extends Desk {
  slug: string
  head: Client
  made: Awaited<ReturnType<typeof portfolioOf>>
}

/** An office of its own for each test, with its head signed in. */
async function scene(): Promise<Scene> {
  count++
  const slug = `narae-${count}`
  const officeId = await app.office(slug)
  const userId = await app.user(`head-${count}@city.example`)
  await app.member(officeId, userId, 'head')
  const desk = { store: app.store, officeId, userId }
  return { ...desk, slug, made: await portfolioOf(desk), head: await app.signIn(`head-${count}@city.example`) }
}

let s: Scene
beforeEach(async () => {
  s = await scene()
})

const today = '2026-11-22'
const office = () => app.store.readOffice(s.officeId, null, (db) => publicOffice(db, s.officeId, today))
const series = (name: string) => app.store.readOffice(s.officeId, null, (db) => publicSeries(db, s.officeId, name, today))
const money = { kind: 'figure', formula: 'announced_investment' }
const ask = async (method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
  const answer = await s.head.send(method, `/offices/${s.slug}${path}`, body, headers)
  return {
    status: answer.status,
    headers: answer.headers,
    body: (await answer.json()) as Record<string, unknown> & { detail?: string; code?: string },
  }
}

describe('publishing a figure', () => {
  test('what was written since the preview and changes nothing of it is no change: what is not counted keeps its order', async () => {
    const names = ['바른', '가온', '사름', '나루'].map((one) => `${one} 연구동`)
    for (const name of names) await subject(s, name)
    const preview = await ask('POST', '/publication-previews', money)
    const payload = preview.body.payload as FigurePayload
    expect(payload.leftOut.map((one) => one.subjectKo)).toEqual(names)
    await app.store.inOffice(s.officeId, s.userId, async (tx) => {
      await tx.updateTable('subject').set({ team: '투자유치팀' }).where('office_id', '=', s.officeId).where('name_ko', '=', '가온 연구동').execute()
      await appendAudit(tx, s.officeId, { actor: s.userId, action: 'test.team' })
    })
    const again = await ask('POST', '/publication-previews', money)
    expect((again.body.payload as FigurePayload).leftOut).toEqual(payload.leftOut)
    expect((await ask('POST', '/publications', { ...money, contentHash: preview.body.contentHash })).status).toBe(201)
  })

  test('freezes value, definition, inputs and only the quoted sentences', async () => {
    const preview = await ask('POST', '/publication-previews', money)
    expect(preview.status).toBe(200)
    expect(preview.body.refusals).toEqual([])
    const published = await ask('POST', '/publications', { ...money, contentHash: preview.body.contentHash, headline: true })
    expect(published.status).toBe(201)
    const whole = published.body as unknown as PublicationWhole
    expect([whole.series, whole.edition, whole.value, whole.unit, whole.approximate]).toEqual([
      'announced-investment',
      1,
      '1640000000000',
      'KRW',
      true,
    ])
    const payload = whole.payload as FigurePayload
    expect(payload.inputs.map((input) => input.quotes[0]?.sentence)).toEqual(
      expect.arrayContaining(['한빛데이터는 송내읍에 약 1조원을 들여 데이터센터를 짓는다.', '투자 금액은 6천400억원이다.']),
    )
    expect(JSON.stringify(payload)).not.toContain('인용하지 않는다')
    for (const input of payload.inputs)
      for (const quote of input.quotes) expect(quote.sentence!.slice(quote.mark!.start, quote.mark!.end)).toMatch(/^(약 1조원|6천400억원)$/)
  })

  test('the receipt can be worked out again from the JSON that anybody downloads', async () => {
    await publishNow(s, figureChoice('announced_investment'))
    const answer = await app.nobody.send('GET', `/public/offices/${s.slug}/publications/announced-investment`)
    const { items } = (await answer.json()) as { items: { receipt: string; payload: Payload; page: string }[] }
    expect(receiptOf(items[0]!.payload).toString('hex')).toBe(items[0]!.receipt)
    expect(items[0]!.page).toMatch(new RegExp(`/o/${s.slug}/f/announced-investment/1$`))
  })

  test('a restatement stands beside the old edition and says why', async () => {
    await publishNow(s, figureChoice('announced_investment'))
    await hold(s, {
      document: s.made.notice,
      words: '6천400억원',
      subject: s.made.factory,
      indicator: 'investment',
      value: '650000000000',
      unit: 'KRW',
    })
    const changed = await ask('GET', '/publication-changes')
    expect((changed.body.items as { changed: string[] }[])[0]?.changed).toContain('value')
    expect((await ask('POST', '/publications', money)).body.code).toBe('reason-missing')
    const again = await ask('POST', '/publications', { ...money, reason: '공장 투자액을 바로잡음' })
    expect(again.status).toBe(201)
    const editions = await series('announced-investment')
    expect(editions.map(({ row }) => [row.edition, row.value, row.reason])).toEqual([
      [2, '1650000000000', '공장 투자액을 바로잡음'],
      [1, '1640000000000', null],
    ])
    expect((await ask('GET', '/publication-changes')).body.items).toEqual([])
  })

  test('publishing the same again is refused, since it says nothing new', async () => {
    await publishNow(s, figureChoice('announced_investment'))
    expect(await ask('POST', '/publications', { ...money, reason: '다시' })).toMatchObject({ status: 409, body: { code: 'unchanged' } })
  })

  test('what changed since the preview does not go out unseen', async () => {
    const preview = await ask('POST', '/publication-previews', money)
    await hold(s, { document: s.made.notice, words: '6천400억원', subject: s.made.factory, indicator: 'investment', value: '1', unit: 'KRW' })
    expect(await ask('POST', '/publications', { ...money, contentHash: preview.body.contentHash })).toMatchObject({
      status: 409,
      body: { code: 'changed-since-preview' },
    })
  })

  test('a value that is not known is not published as zero', async () => {
    expect(await ask('POST', '/publications', { kind: 'figure', formula: 'actual_investment' })).toMatchObject({
      status: 422,
      body: { code: 'unknown-value' },
    })
  })

  test('twenty at once make twenty editions or refusals, never two of one number', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('POST', '/publications', money)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect((await series('announced-investment')).map(({ row }) => row.edition)).toEqual([1])
  })
})

describe('withdrawing', () => {
  test('keeps the edition, says so in public, and lets no older value come back', async () => {
    await publishNow(s, figureChoice('announced_investment'))
    await hold(s, {
      document: s.made.notice,
      words: '6천400억원',
      subject: s.made.factory,
      indicator: 'investment',
      value: '650000000000',
      unit: 'KRW',
    })
    await publishNow(s, figureChoice('announced_investment'), { reason: '고침', headline: true })
    expect((await ask('POST', '/publications/announced-investment/withdrawal', { reason: '' })).status).toBe(422)
    const gone = await ask('POST', '/publications/announced-investment/withdrawal', { reason: '두 번 더해져 있었음' })
    expect(gone.body.withdrawnReason).toBe('두 번 더해져 있었음')
    const view = await office()
    expect(view.figures).toEqual([])
    expect(view.headlines).toEqual([])
    expect(view.withdrawn.map(({ row }) => row.edition)).toEqual([2])
    expect((await series('announced-investment')).map(({ row }) => row.edition)).toEqual([2, 1])
    expect((await ask('POST', '/publications/announced-investment/withdrawal', { reason: '또' })).body.code).toBe('withdrawn-already')
    expect(await verifyAudit(app.store, s.officeId)).toMatchObject({ ok: true })
  })

  test('after a withdrawal the same value may be published anew, with a reason', async () => {
    await publishNow(s, figureChoice('announced_jobs'))
    await ask('POST', '/publications/announced-jobs/withdrawal', { reason: '확인 중' })
    expect((await ask('POST', '/publications', { kind: 'figure', formula: 'announced_jobs' })).body.code).toBe('reason-missing')
    expect((await ask('POST', '/publications', { kind: 'figure', formula: 'announced_jobs', reason: '확인을 마침' })).body.edition).toBe(2)
  })
})

describe('a project', () => {
  test('is published with its facts, stages and sentences under an address that names nobody', async () => {
    const row = await publishNow(s, { kind: 'project', subjectId: s.made.centre })
    expect(row.series).toMatch(/^p-[0-9a-f]{12}$/)
    const payload = row.payload as unknown as ProjectPayload
    expect(payload.stage?.stage).toBe('mou')
    expect(payload.stages[0]?.quotes[0]?.sentence).toBe('나래시는 2일 한빛데이터와 협약을 맺었다.')
    expect(payload.facts.map((fact) => [fact.indicator, fact.value, fact.bound])).toEqual([
      ['investment', '1000000000000', null],
      ['jobs', '300', 'min'],
    ])
    const again = await ask('POST', '/publications', { kind: 'project', subjectId: s.made.centre, reason: '같은 것' })
    expect(again.body.code).toBe('unchanged')
  })

  test('without a value or stage there is nothing to publish', async () => {
    const bare = await subject(s, '이름뿐인 사업')
    expect((await ask('POST', '/publications', { kind: 'project', subjectId: bare })).body.code).toBe('nothing-to-show')
  })
})

describe('embargo', () => {
  test('a confidential project is refused with the reason, and its money is in no public figure', async () => {
    const secret = await subject(s, '비밀 사업', { confidential: true })
    await hold(s, { document: s.made.news, words: '약 1조원', subject: secret, indicator: 'investment', value: '9000000000000', unit: 'KRW' })
    const refused = await ask('POST', '/publications', { kind: 'project', subjectId: secret })
    expect(refused).toMatchObject({ status: 422, body: { code: 'embargoed' } })
    expect(refused.body.detail).toContain('비밀 사업')
    const row = await publishNow(s, figureChoice('announced_investment'))
    expect(row.value).toBe('1640000000000')
    expect(JSON.stringify(row.payload)).not.toContain('비밀')
    expect(JSON.stringify(row.payload)).not.toContain('confidential')
  })

  test('a confidential project is approved beforehand and opens by itself on its day of disclosure', async () => {
    const far = '2099-03-02'
    const secret = await subject(s, '봄날 사업', { confidential: true })
    await hold(s, { document: s.made.news, words: '약 1조원', subject: secret, indicator: 'investment', value: '9000000000000', unit: 'KRW' })
    const asked = { kind: 'project', subjectId: secret, onDisclosure: true }
    expect(await ask('POST', '/publications', asked)).toMatchObject({ status: 422, body: { code: 'no-day-of-disclosure' } })
    const discloseOn = (day: string | null, confidential = true) =>
      app.store.inOffice(s.officeId, s.userId, (tx) =>
        tx.updateTable('subject').set({ disclose_on: day, confidential }).where('subject_id', '=', secret).execute(),
      )
    await discloseOn(far)
    const viewer = await app.user(`viewer-${count}@city.example`)
    await app.member(s.officeId, viewer, 'viewer')
    const before = await office()
    const made = await ask('POST', '/publications', asked)
    expect(made).toMatchObject({ status: 201, body: { opensOn: far, publishedAt: '2099-03-01T15:00:00Z' } })
    const name = String(made.body.series)
    expect(await office()).toEqual(before)
    expect(await series(name)).toEqual([])
    // nobody inside sees it either who may not read what is confidential
    const seen = await (await app.signIn(`viewer-${count}@city.example`)).send('GET', `/offices/${s.slug}/publications`)
    expect(JSON.stringify(await seen.json())).not.toContain('봄날')
    expect(JSON.stringify((await ask('GET', '/publications')).body)).toContain('봄날')
    const on = (day: string) => app.store.readOffice(s.officeId, null, (db) => publicSeries(db, s.officeId, name, day))
    expect(await on('2099-03-01')).toEqual([])
    expect((await on(far))[0]?.payload.titleKo).toBe('봄날 사업')
    // opened by hand before its day: the approved page still waits for it
    await discloseOn(null, false)
    expect(await on('2099-03-01')).toEqual([])
    expect(await on(far)).toHaveLength(1)
  })

  test('a document closed after publication loses its sentence in public; the receipt stays', async () => {
    const row = await publishNow(s, { kind: 'project', subjectId: s.made.centre })
    await app.store.inOffice(s.officeId, s.userId, (tx) =>
      tx.updateTable('document').set({ confidential: true }).where('office_id', '=', s.officeId).where('document_id', '=', s.made.news.id).execute(),
    )
    const [edition] = await series(row.series)
    expect(edition?.redacted).toBe(true)
    expect(JSON.stringify(edition?.payload)).not.toContain('한빛데이터는')
    expect(JSON.stringify(edition?.payload)).not.toContain('나래일보')
    expect(edition?.row.receipt.equals(row.receipt)).toBe(true)
  })

  test('a project closed after publication is absent from everything public', async () => {
    const row = await publishNow(s, { kind: 'project', subjectId: s.made.centre })
    await publishNow(s, figureChoice('announced_investment'))
    await app.store.inOffice(s.officeId, s.userId, (tx) =>
      tx.updateTable('subject').set({ confidential: true }).where('office_id', '=', s.officeId).where('subject_id', '=', s.made.centre).execute(),
    )
    const view = await office()
    expect([view.figures, view.projects, view.withdrawn]).toEqual([[], [], []])
    expect(await series(row.series)).toEqual([])
    const changes = (await ask('GET', '/publication-changes')).body.items as { publication: PublicationSummary; refusals: { code: string }[] }[]
    expect(changes.find((one) => one.publication.series === row.series)?.refusals[0]?.code).toBe('embargoed')
  })

  test('a fact that only a closed document says is left out of its project', async () => {
    const closed = await article(s, { title: '대외비', outlet: null, publishedOn: null, text: '세수는 20억원이다.', confidential: true })
    await hold(s, { document: closed, words: '20억원', subject: s.made.centre, indicator: 'revenue', value: '2000000000', unit: 'KRW' })
    const row = await publishNow(s, { kind: 'project', subjectId: s.made.centre })
    expect((row.payload as unknown as ProjectPayload).facts.map((fact) => fact.indicator)).toEqual(['investment', 'jobs'])
  })
})

describe('headline figures', () => {
  test('are chosen and ordered under the ETag of the list', async () => {
    for (const formula of ['announced_investment', 'announced_jobs', 'announced_area']) await publishNow(s, figureChoice(formula))
    const before = await ask('GET', '/headlines')
    expect(before.body.items).toEqual([])
    const order = { series: ['announced-area', 'announced-investment'] }
    expect((await ask('PUT', '/headlines', order)).status).toBe(428)
    expect((await ask('PUT', '/headlines', order, { 'if-match': before.headers.get('etag')! })).status).toBe(200)
    expect((await ask('PUT', '/headlines', { series: [] }, { 'if-match': before.headers.get('etag')! })).status).toBe(412)
    expect((await office()).headlines.map(({ row }) => row.series)).toEqual(['announced-area', 'announced-investment'])
    const now = await ask('GET', '/headlines')
    expect((await ask('PUT', '/headlines', { series: ['no-such'] }, { 'if-match': now.headers.get('etag')! })).status).toBe(422)
  })
})

describe('lists', () => {
  test('are paged by cursor without losing or repeating a series', async () => {
    for (const formula of ['announced_investment', 'announced_jobs', 'announced_area']) await publishNow(s, figureChoice(formula))
    await publishNow(s, { kind: 'project', subjectId: s.made.centre })
    const seen: string[] = []
    let cursor = ''
    for (let page = 0; page < 10; page++) {
      const { body } = await ask('GET', `/publications?limit=1&sort=title${cursor ? `&cursor=${cursor}` : ''}`)
      seen.push(...(body.items as PublicationSummary[]).map((item) => item.titleKo))
      if (body.next === null) break
      cursor = body.next as string
    }
    expect(seen).toHaveLength(4)
    expect(new Set(seen).size).toBe(4)
    expect(seen).toEqual([...seen].sort((a, b) => a.localeCompare(b, 'ko')))
  })
})

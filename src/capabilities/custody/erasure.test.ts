import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Caller } from '#api/env'
import { putBlob } from '#store/blobs'
import { withClient } from '#store/roles'
import { type Client, freshApp, type TestApp } from '#support/app'
import { article, type Desk, figureChoice, hold, portfolioOf, publishNow } from '#support/published-office'
import { createApp } from '#surfaces/http/app'
import { apiRoutes } from '#surfaces/http/routes'
import { StaticFiles } from '#surfaces/http/static-files'
import { portalRoutes } from '#surfaces/portal/routes'

let app: TestApp
let desk: Desk
let head: Client
let portfolio: Awaited<ReturnType<typeof portfolioOf>>
beforeAll(async () => {
  app = await freshApp('custody_erasure')
  const officeId = await app.office('narae')
  const userId = await app.user('head@city.example')
  await app.member(officeId, userId, 'head')
  head = await app.signIn('head@city.example')
  desk = { store: app.store, officeId, userId }
  portfolio = await portfolioOf(desk)
  // The jobs of the centre are said by a second article too.
  const second = await article(desk, { title: '둘째 소식', outlet: '다산일보', publishedOn: '2026-03-03', text: '고용은 300명 이상이다.' })
  await hold(desk, {
    document: second,
    words: '300명 이상',
    subject: portfolio.centre,
    indicator: 'jobs',
    value: '300',
    unit: 'persons',
    bound: 'min',
  })
  await publishNow(desk, figureChoice('announced_investment'), { headline: true })
  await publishNow(desk, { kind: 'project', subjectId: portfolio.centre })
  await app.store.inOffice(officeId, userId, async (tx) => {
    const sha256 = await putBlob(tx, officeId, Buffer.from('한빛데이터는 송내읍에 짓는다'), 'text/plain')
    await tx
      .updateTable('document')
      .set({ blob_sha256: Buffer.from(sha256, 'hex'), mentions: JSON.stringify([{ text: '한빛데이터는' }]) })
      .where('office_id', '=', officeId)
      .where('document_id', '=', portfolio.news.id)
      .execute()
  })
})
afterAll(() => app?.close())

const page = async (path: string) => {
  const pages = createApp({
    store: app.store,
    log: pino({ level: 'silent' }),
    proxy: { trusted: false },
    identify: async (): Promise<Caller> => ({ kind: 'anonymous' }),
    api: apiRoutes,
    pages: [portalRoutes(new StaticFiles('/nowhere'))],
    now: () => new Date(),
  })
  return (await pages.request(path)).text()
}
/** Tables in which words stand, as the database itself holds them; the words of the project's own name stay. */
const holding = (words: string) =>
  withClient(app.superUrl, async (client) => {
    const { rows: tables } = await client.query(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`)
    const found: string[] = []
    for (const { relname } of tables) {
      const { rows } = await client.query(`select count(*)::int as n from "${relname}" t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0`, [
        words,
        Buffer.from(words).toString('hex'),
      ])
      if (rows[0].n > 0) found.push(relname)
    }
    return found.sort()
  })

describe('erasing a document', () => {
  const path = () => `/offices/narae/documents/${portfolio.news.id}/erasure`

  test('says before what goes and which facts lose their source', async () => {
    const before = (await (await head.send('GET', path())).json()) as { facts: { indicatorKo: string; value: string }[]; publications: unknown[] }
    // 1조원 stands only in the article; 300명 is said by the second one too.
    expect(before.facts.map((fact) => fact.value)).toEqual(['1000000000000'])
    expect(before.publications).toHaveLength(2)
    expect(await holding('한빛데이터는')).toEqual(['blob', 'document', 'publication', 'span'])
  })

  test('needs the title typed; without it nothing is erased', async () => {
    const wrong = await head.send('POST', path(), { reason: '저작권자의 요청', confirm: '나래시' })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('나래시, 데이터센터 협약')
    expect((await head.send('GET', path())).status).toBe(200)
  })

  test('takes the words out of every table, keeps numbers and hashes, and the public page follows at once', async () => {
    const before = await page('/o/narae/f/announced-investment')
    expect(before).toContain('한빛데이터는')
    const value = /data-figure="announced-investment\/1"[^>]*>(.*?)<a /s.exec(before)![1]
    const receipt = /data-plain="receipt">([0-9a-f]{64})/.exec(before)![1]
    const done = await head.send('POST', path(), { reason: '저작권자의 요청', confirm: '나래시, 데이터센터 협약' })
    expect(done.status).toBe(200)
    expect(await holding('한빛데이터는')).toEqual([])
    expect(await holding('협약을 맺었다')).toEqual([])
    const after = await page('/o/narae/f/announced-investment')
    expect(after).not.toContain('한빛데이터는')
    expect(after).not.toContain('나래일보')
    expect(after).toContain('bead--gone')
    expect(after).toMatch(/출처 문서가 거두어져 문장을 보일 수 없습니다\. <time datetime="\d{4}-\d\d-\d\d">/)
    expect(after).toContain('지금 보이는 내용은 영수증과 다릅니다')
    expect(/data-figure="announced-investment\/1"[^>]*>(.*?)<a /s.exec(after)![1]).toBe(value)
    expect(/data-plain="receipt">([0-9a-f]{64})/.exec(after)![1]).toBe(receipt)
    const row = await app.store.readOffice(desk.officeId, null, (db) =>
      db
        .selectFrom('document')
        .selectAll()
        .where('office_id', '=', desk.officeId)
        .where('document_id', '=', portfolio.news.id)
        .executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ body: null, mentions: null, erased_reason: '저작권자의 요청', text_sha256: expect.any(Buffer) })
    const history = (await (await head.send('GET', `/offices/narae/audit?subject=${portfolio.news.id}&action=document.erase`)).json()) as {
      items: { detail: { factsWithoutSource: string[]; fileSha256: string } }[]
    }
    expect(history.items.map((one) => one.detail.factsWithoutSource)).toEqual([[portfolio.facts.money]])
    expect(history.items[0]!.detail.fileSha256).toMatch(/^[0-9a-f]{64}$/)
    expect((await (await head.send('GET', '/offices/narae/audit/verification')).json()) as object).toMatchObject({ ok: true })
  })

  test('happens once', async () => {
    expect((await head.send('POST', path(), { reason: '다시', confirm: '나래시, 데이터센터 협약' })).status).toBe(409)
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addRelation } from '#capabilities/portfolio/index'
import { appendAudit } from '#store/audit'
import { type Client, freshApp, type TestApp } from '#support/app'
import { article, type Desk, figureChoice, hold, portfolioOf, publishNow, subject } from '#support/published-office'
import { namesSaid } from './cover.ts'
import type { FigurePayload, ProjectPayload } from './payload.ts'

let app: TestApp
let desk: Desk
let head: Client
let made: Awaited<ReturnType<typeof portfolioOf>>
const cover = { nameKo: '첨단 기업 A의 데이터센터', nameEn: 'Data centre of a firm A' }

beforeAll(async () => {
  app = await freshApp('cover')
  const officeId = await app.office('narae')
  const userId = await app.user('head@city.example')
  await app.member(officeId, userId, 'head')
  head = await app.signIn('head@city.example')
  desk = { store: app.store, officeId, userId }
  made = await portfolioOf(desk)
  const firm = await subject(desk, '㈜한빛 데이터', { kind: 'organisation', confidential: true })
  await desk.store.inOffice(officeId, userId, async (tx) => {
    await addRelation(tx, officeId, { fromSubject: firm, toSubject: made.centre, role: 'investor', by: userId })
    await appendAudit(tx, officeId, { actor: userId, action: 'test.party' })
  })
})
afterAll(() => app?.close())

const preview = async (body: object) => {
  const answer = await head.send('POST', '/offices/narae/publication-previews', body)
  return (await answer.json()) as {
    payload: ProjectPayload
    refusals: { code: string }[]
    notes: { ko: string }[]
    changed: string[] | null
  }
}
const centre = () => ({ kind: 'project', subjectId: made.centre })
const everything = async () =>
  (
    await Promise.all(
      ['/publications', '/csv', '/exports/oc4ids', '/exports/sdmx', '/exports/ftm'].map(async (path) =>
        (await app.nobody.send('GET', `/public/offices/narae${path}`)).text(),
      ),
    )
  ).join('\n')

test('a name is found however it is spaced and whatever its legal form', () => {
  expect(namesSaid(['주식회사 한빛 데이터'], '한빛·데이터가 짓는다')).toBe(true)
  expect(namesSaid(['Hanbit Data Co., Ltd.'], 'by HANBIT DATA')).toBe(true)
  expect(namesSaid(['한'], '한빛')).toBe(false)
})

describe('a project whose firm may not be named yet', () => {
  test('warns its publisher, who alone decides', async () => {
    const found = await preview(centre())
    expect(found.notes.map((one) => one.ko).join()).toContain('비공개인 이름이 이 쪽에 적혀 있습니다: ㈜한빛 데이터')
    expect(found.refusals).toEqual([])
  })

  test('under a cover leaves out every sentence, document and party that names it', async () => {
    expect((await preview({ ...centre(), cover: { nameKo: '한빛데이터의 새 건물' } })).refusals.map((one) => one.code)).toContain('cover-says-name')
    // every document that is there names the firm
    expect((await preview({ ...centre(), cover })).payload.facts).toEqual([])
    const silent = await article(desk, {
      title: '첨단 기업, 데이터센터 짓는다',
      outlet: '나래시',
      publishedOn: '2026-03-03',
      text: '첨단 기업 A가 약 1조원을 들인다. 협약은 2일에 맺었다.',
    })
    await hold(desk, {
      document: silent,
      words: '약 1조원',
      subject: made.centre,
      indicator: 'investment',
      value: '1000000000000',
      unit: 'KRW',
      approximate: true,
    })
    const found = await preview({ ...centre(), cover })
    expect(found.payload).toMatchObject({
      covered: true,
      titleKo: cover.nameKo,
      parties: [],
      facts: [{ subjectKo: cover.nameKo, value: '1000000000000' }],
    })
    expect(JSON.stringify(found.payload)).not.toContain('한빛')
    expect(found.notes.map((one) => one.ko).join()).toContain('값 1개는 넣지 않았습니다')
  })

  test('is in no page, export or figure by its name', async () => {
    const answer = await head.send('POST', '/offices/narae/publications', { ...centre(), cover })
    expect(answer.status, await answer.clone().text()).toBe(201)
    const row = await publishNow(desk, figureChoice('announced_investment'))
    expect((row.payload as unknown as FigurePayload).inputs.map((one) => one.subjectKo).sort()).toEqual(['첨단 기업 A의 데이터센터', '푸른전지 공장'])
    expect(row.value).toBe('1640000000000')
    const text = await everything()
    expect(text).toContain('첨단 기업 A')
    expect(text).not.toContain('한빛')
    // a figure whose only sentences name the firm is refused, not shown without its sentence
    await expect(publishNow(desk, figureChoice('announced_jobs'))).rejects.toMatchObject({ code: 'no-sentence' })
  })

  test('gets its own name by a restatement with a reason; the covered edition stays as it was', async () => {
    const open = { ...centre(), cover: null }
    expect((await preview(open)).changed).toEqual(expect.arrayContaining(['title', 'inputs']))
    const answer = await head.send('POST', '/offices/narae/publications', { ...open, reason: '기업이 이름을 밝힘' })
    expect(answer.status, await answer.clone().text()).toBe(201)
    const { items } = (await (
      await app.nobody.send('GET', `/public/offices/narae/publications/${((await answer.json()) as { series: string }).series}`)
    ).json()) as { items: { titleKo: string }[] }
    expect(items.map((one) => one.titleKo)).toEqual(['한빛 데이터센터 2단계', cover.nameKo])
  })

  test('a subject that is confidential itself has no cover: it is silent until its day', async () => {
    const secret = await subject(desk, '비밀 공장', { confidential: true })
    expect((await preview({ kind: 'project', subjectId: secret, cover })).refusals.map((one) => one.code)).toContain('embargoed')
  })
})

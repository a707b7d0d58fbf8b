import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProjectView } from '#capabilities/portfolio/routes/schemas'
import { supportFact } from '#store/log/facts'
import { appendJudgement } from '#store/log/judgements'
import { appendOwnStatement } from '#store/log/own-statement'
import { freshApp, type TestApp } from '#support/app'
import { type Member, memberOf } from '#support/members'

/**
 * What an old answer stands on: a second source of the same value, another title of a document, another name of the firm, and a rewritten alias came later, so none of them is in it.
 */
let t: TestApp
let officer: Member
let head: Member
let office: string
const ids: Record<string, string> = {}

beforeAll(async () => {
  t = await freshApp('old-sources')
  office = await t.office('narae')
  officer = await memberOf(t, 'narae', office, 'officer@city.example', 'officer')
  head = await memberOf(t, 'narae', office, 'head@city.example', 'head')
})
afterAll(() => t.close())

test('sources, titles and names that came later are not in an old answer, page by page and file by file', async () => {
  const made = async (path: string, body: object) => (await officer.ask<{ id: string }>('POST', path, body)).id
  ids.project = await made('/projects', {
    nameKo: '가온 공장',
    investors: ['가온소재'],
    values: [{ indicator: 'investment', value: '30000000000', unit: 'KRW' }],
  })
  const paper = await officer.ask<{ document: { id: string } }>('POST', '/documents', { text: '협약서의 글', kind: 'mou', title: '가온 협약서' })
  await officer.ask('POST', `/projects/${ids.project}/stages`, { toStage: 'mou', occurredFrom: '2024-03-02', documentId: paper.document.id })
  const page = await officer.ask<ProjectView>('GET', `/projects/${ids.project}`)
  ids.firm = page.relations[0]!.other.id
  await officer.ask('PUT', `/projects/${ids.firm}/aliases`, { names: ['가온'] })
  await new Promise((resolve) => setTimeout(resolve, 5))
  const clocks = `asOf=2024-06-01&knownOn=${new Date().toISOString()}`
  await new Promise((resolve) => setTimeout(resolve, 5))
  const paths = [
    `/projects/${ids.project}?${clocks}`,
    `/projects/${ids.firm}?${clocks}`,
    `/projects?${clocks}&q=${encodeURIComponent('가온')}`,
    `/figures/announced_investment?${clocks}`,
    `/figures/project_count?${clocks}&phase=announced`,
    `/rates?cohortFrom=2024-01&cohortTo=2024-12&${clocks}`,
    `/rates/vintage?cohortFrom=2024-01&cohortTo=2024-12&${clocks}`,
    `/exports/projects.csv?${clocks}`,
    `/exports/projects.xlsx?${clocks}`,
    `/timeline?${clocks}`,
    ...[
      'oc4ids',
      'sdmx',
      'ftm',
      'csv&table=projects',
      'csv&table=facts',
      'csv&table=stages',
      'csv&table=parties',
      'csv&table=milestones',
      'xlsx',
    ].map((format) => `/export?format=${format}&${clocks}`),
  ]
  const read = () =>
    Promise.all(
      paths.map(async (path) => {
        const answer = await officer.client.send('GET', `/offices/narae${path}`)
        return [path, answer.status, Buffer.from(await answer.arrayBuffer()).toString('latin1')] as const
      }),
    )
  const before = await read()
  expect(before.map(([path, status]) => [path, status])).toEqual(paths.map((path) => [path, 200]))

  await t.store.inOffice(office, officer.userId, async (tx) => {
    const judgementId = await appendJudgement(tx, office, { kind: 'merge', subjectA: ids.project, madeBy: officer.userId })
    const { claimId } = await appendOwnStatement(tx, office, {
      sentence: '가온소재는 300억 원을 들인다고 다시 밝혔다.',
      mark: null,
      content: {
        kind: 'quantity',
        subject: '가온소재',
        counterparts: [],
        what: null,
        indicator: 'investment',
        value: '30000000000',
        valueMax: null,
        bound: null,
        approximate: false,
        unit: 'KRW',
        per: null,
        due: null,
        dueText: null,
        start: null,
        startText: null,
        place: null,
        stage: null,
      },
      by: officer.userId,
      title: '다른 신문',
      day: '2024-05-01',
    })
    await supportFact(tx, office, page.facts[0]!.id, [claimId], judgementId)
  })
  const tag = async (path: string) => ({ 'if-match': (await officer.client.send('GET', `/offices/narae${path}`)).headers.get('etag')! })
  const document = `/documents/${paper.document.id}`
  await officer.ask('PATCH', document, { title: '새 제목', outlet: '새 매체', publishedOn: '2024-05-05' }, { headers: await tag(document) })
  await officer.ask('PATCH', `/projects/${ids.firm}`, { nameKo: '가온머티리얼즈' }, { headers: await tag(`/projects/${ids.firm}`) })
  await officer.ask('PUT', `/projects/${ids.firm}/aliases`, { names: ['다른 이름'] })
  await head.ask('POST', `/projects/${ids.project}/stages`, { toStage: 'construction', occurredFrom: '2024-05-20', reason: '현장에서 보았다' })

  const now = await officer.ask<ProjectView>('GET', `/projects/${ids.project}`)
  expect(now.facts[0]!.quotes.map((quote) => quote.title)).toContain('다른 신문')
  for (const [index, answer] of (await read()).entries()) expect(answer).toEqual(before[index])
})

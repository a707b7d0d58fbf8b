import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstAdministrator, type Person, until } from '#support/person'
import { projectRoot, type RunningServer, startServer } from '#support/server'

const seed = `${projectRoot}/../shared/seeds/000_c51e14ad50963298.txt`

interface Claim {
  id: string
  indicator: string | null
  value: string | null
  state: string
  span: { start: number; end: number; quote: string }
  proposal: { facet: string } | null
  suggestions: { factId: string; likely: boolean; effect: { merged: string; apart: string } | null; subject: { id: string; name: string } }[]
}
interface Review {
  document: { text: string; readingState: string }
  claims: Claim[]
}
interface Figure {
  value: string | null
  inputs: { value: string; quotes: { sentence: string | null }[] }[]
}

const read = (person: Person, office: string, id: string) =>
  until(async () => {
    const review = await person.get<Review>(`/offices/${office}/documents/${id}/review`)
    return review.document.readingState === 'read' ? review : null
  }, 'the reading')

describe.skipIf(!existsSync(seed))('from an article to a public number, by the API (needs the seed articles beside the project)', () => {
  let server: RunningServer
  let head: Person
  const text = existsSync(seed) ? readFileSync(seed, 'utf8') : ''
  beforeAll(async () => {
    server = await startServer()
    head = await firstAdministrator(server, { slug: 'namyangju', nameKo: '남양주시', nameEn: 'Namyangju' })
  })
  afterAll(() => server?.remove())

  let claim: Claim
  test('the pasted article becomes claims; nothing is in the portfolio yet', async () => {
    const added = await head.post<{ document: { id: string }; duplicateOf: string | null }>('/offices/namyangju/documents', {
      text,
      publishedOn: '2026-02-05',
      outlet: '중앙일보',
    })
    expect(added.duplicateOf).toBeNull()
    const review = await read(head, 'namyangju', added.document.id)
    for (const one of review.claims) expect(review.document.text.slice(one.span.start, one.span.end)).toBe(one.span.quote)
    claim = review.claims.find((one) => one.indicator === 'investment' && one.value === '1000000000000')!
    expect(claim).toBeDefined()
    expect((await head.get<{ items: unknown[] }>('/offices/namyangju/projects')).items).toEqual([])
    const again = await head.post<{ duplicateOf: string | null }>('/offices/namyangju/documents', { text })
    expect(again.duplicateOf).toBe(added.document.id)
  })

  let project: string
  test('accepted, it is a project with 1조원 whose number leads to its sentence', async () => {
    await head.post(`/offices/namyangju/claims/${claim.id}/accept`, {
      subject: { new: { kind: 'project', nameKo: 'X-AI 스마트에너지 데이터센터', place: '남양주시 화도읍' } },
    })
    const list = await head.get<{ items: { id: string; nameKo: string }[] }>('/offices/namyangju/projects')
    expect(list.items.map((item) => item.nameKo)).toEqual(['X-AI 스마트에너지 데이터센터'])
    project = list.items[0]!.id
    const figure = await head.get<Figure>('/offices/namyangju/figures/announced_investment')
    expect(figure.value).toBe('1000000000000')
    expect(figure.inputs[0]!.quotes[0]!.sentence).toContain('1조원 규모의 데이터센터')
  })

  test('published, it stands on the public page and the page of the number shows the sentence, never the article', async () => {
    const body = { kind: 'figure', formula: 'announced_investment', parameters: {} }
    await head.post('/offices/namyangju/publication-previews', body)
    const before = await fetch(`${server.url}/o/namyangju`).then((r) => r.text())
    expect(before).not.toContain('조원')
    const publication = await head.post<{ series: string }>('/offices/namyangju/publications', { ...body, reason: '첫 공표', headline: true })
    await head.post('/offices/namyangju/publications', { kind: 'project', subjectId: project, reason: '첫 공표' })
    const page = await fetch(`${server.url}/`).then((r) => r.text())
    expect(page.replace(/<[^>]+>/g, '')).toMatch(/1\s*조\s*원/)
    expect(page).toContain('X-AI 스마트에너지 데이터센터')
    const figurePage = await fetch(`${server.url}/o/namyangju/f/${publication.series}`).then((r) => r.text())
    expect(figurePage.replace(/<[^>]+>/g, '')).toContain('1조원 규모의 데이터센터를 건립하는 내용의 협약서에 서명')
    expect(figurePage).not.toContain('기자') // a byline or any other sentence of the article
    expect(figurePage).not.toContain('덕소역')
  })

  test('taken back, it is gone from the portfolio, and the published number stays as it was', async () => {
    const judgements = await head.get<{ items: { id: string; kind: string; claimId: string | null }[] }>('/offices/namyangju/judgements')
    const accept = judgements.items.find((one) => one.claimId === claim.id && one.kind === 'accept')!
    await head.post(`/offices/namyangju/judgements/${accept.id}/undo`)
    expect((await head.get<Figure>('/offices/namyangju/figures/announced_investment')).value).toBeNull()
    expect((await fetch(`${server.url}/o/namyangju`).then((r) => r.text())).replace(/<[^>]+>/g, '')).toMatch(/1\s*조\s*원/)
  })
})

describe.skipIf(!existsSync(seed))('the same paste into the demonstration', () => {
  let server: RunningServer
  let head: Person
  beforeAll(async () => {
    server = await startServer({ args: [] })
    head = await firstAdministrator(server, null)
  })
  afterAll(() => server?.remove())

  test('proposes merges with what is there, and after accepting them every total is unchanged', async () => {
    const totals = async () => {
      const formulas = (await head.get<{ items: { id: string }[] }>('/offices/namyangju/formulas')).items
      return Promise.all(
        formulas.map(async (formula) => [formula.id, (await head.get<Figure>(`/offices/namyangju/figures/${formula.id}`)).value] as const),
      )
    }
    const before = await totals()
    const added = await head.post<{ document: { id: string } }>('/offices/namyangju/documents', {
      text: readFileSync(seed, 'utf8'),
      publishedOn: '2026-02-05',
    })
    const review = await read(head, 'namyangju', added.document.id)
    const likely = review.claims.filter((one) => one.suggestions.some((suggestion) => suggestion.likely))
    expect(likely.map((one) => one.value)).toEqual(expect.arrayContaining(['1000000000000', '3000000000000', '4', '1200000']))
    for (const one of likely)
      await head.post(`/offices/namyangju/claims/${one.id}/merge`, { factId: one.suggestions.find((suggestion) => suggestion.likely)!.factId })
    expect(await totals()).toEqual(before)
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProjectView } from '#capabilities/portfolio/routes/schemas'
import { freshApp, type TestApp } from '#support/app'
import { type Member, memberOf } from '#support/members'
import { article, type Desk, hold, reach, subject } from '#support/published-office'
import type { RatesAnswer, VintageAnswer } from './schemas.ts'

/**
 * Four agreements of 2023, 억원: 가온 100 (its sentence says 신설), operating · 나온 300 (its sentence says 증설), operating · 다온 600 (says neither; a person sets 신규), signed only ·
 * 라온 1,000 (says both), signed only.
 * new: 가온 + 다온 = 700, operating 100 → 1/7 = 0.142857142857; after 라온 is set to new as well 100/1,700 = 0.058823529412
 * expansion: 나온 300/300 = 1 · all: 400/2,000 = 0.2
 */
describe('new investments against expansions', () => {
  let t: TestApp
  let officer: Member
  const ids: Record<string, string> = {}
  const text =
    '가온은 100억원으로 나루읍에 공장을 신설한다. 나온은 300억원을 들여 공장을 증설한다. 다온은 600억원을 투자한다. 라온은 1천억원으로 1공장을 증설하고 2공장을 신설한다. 네 회사는 협약을 맺었다. 가온과 나온은 가동했다.'
  beforeAll(async () => {
    t = await freshApp('new-or-expansion')
    const officeId = await t.office('narae')
    officer = await memberOf(t, 'narae', officeId, 'officer@city.example', 'officer')
    const desk: Desk = { store: t.store, officeId, userId: officer.userId }
    const document = await article(desk, { title: '네 회사 투자협약', outlet: '나래일보', publishedOn: '2023-03-02', text })
    for (const [name, words, value] of [
      ['가온', '100억원', '10000000000'],
      ['나온', '300억원', '30000000000'],
      ['다온', '600억원', '60000000000'],
      ['라온', '1천억원', '100000000000'],
    ] as const) {
      ids[name] = await subject(desk, `${name} 공장`)
      await hold(desk, { document, words, subject: ids[name]!, indicator: 'investment', value, unit: 'KRW' })
      await reach(desk, { subject: ids[name]!, stage: 'mou', on: '2023-03-02', document, words: '협약을 맺었다' })
    }
    for (const name of ['가온', '나온']) await reach(desk, { subject: ids[name]!, stage: 'operation', on: '2025-03-02', document, words: '가동했다' })
  })
  afterAll(() => t.close())

  const rates = (query: string) =>
    officer.ask<RatesAnswer>('GET', `/rates?cohortFrom=2023-01&cohortTo=2023-12&measure=money&definition=operating&${query}`)
  const value = (answer: RatesAnswer) => answer.figure.value
  const set = async (name: string, investmentKind: string | null) =>
    officer.ask<{ judgementId: string }>('PATCH', `/projects/${ids[name]}`, { investmentKind }, { headers: { 'if-match': '*' } })

  test('sentences say which, a person decides where they do not, and what nobody knows is listed', async () => {
    expect(value(await rates(''))).toBe('0.2')
    await set('다온', 'new')
    const fresh = await rates('investmentKind=new')
    expect(value(fresh)).toBe('0.142857142857')
    expect(fresh.rows[0]!.missing).toContainEqual({ subjectId: ids.라온, subjectName: '라온 공장', reason: 'kind_unknown' })
    expect(value(await rates('investmentKind=expansion'))).toBe('1')
    const page = await officer.ask<ProjectView>('GET', `/projects/${ids.나온}`)
    expect([page.investmentKind, page.saidInvestmentKind?.kind, page.saidInvestmentKind?.quote.sentence]).toEqual([
      null,
      'expansion',
      '나온은 300억원을 들여 공장을 증설한다.',
    ])
  })

  test('what a person sets goes before the sentence, keeps both clocks and can be taken back', async () => {
    const then = new Date().toISOString()
    const { judgementId } = await set('라온', 'new')
    expect(value(await rates('investmentKind=new'))).toBe('0.058823529412')
    expect(value(await rates(`investmentKind=new&knownOn=${then}`))).toBe('0.142857142857')
    await officer.ask('POST', `/portfolio/judgements/${judgementId}/undo`, {})
    expect(value(await rates('investmentKind=new'))).toBe('0.142857142857')
  })

  test('curves are asked for the same way', async () => {
    const vintage = await officer.ask<VintageAnswer>('GET', '/rates/vintage?cohortFrom=2023-01&cohortTo=2023-12&investmentKind=expansion')
    expect(vintage.curves.map((curve) => [curve.year, curve.agreements, curve.realised])).toEqual([[2023, 1, 1]])
  })
})

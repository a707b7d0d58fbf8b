import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginSession } from '#capabilities/accounts/sign-in'
import { seedDemo } from '#capabilities/demo/index'
import type { Figure } from '#record/figure'
import { type Client, freshApp, type TestApp } from '#support/app'
import type { RatesAnswer, VintageAnswer } from './schemas.ts'

const eok = (amount: number) => `${amount}00000000`

describe('realisation rates by the API', () => {
  let t: TestApp
  let officer: Client
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    t = await freshApp('rates')
    const officeId = await t.office('narae')
    const user = await t.user('officer@city.example')
    await t.member(officeId, user, 'head')
    const begun = await t.store.global((tx) => beginSession(tx, user, { userAgent: null, address: null }, new Date()))
    officer = t.client(`gusul_session=${begun.secret}`, begun.csrf)
    // 억원: 가람 100, operating, 80 spent · 나래 300, being built, spent unknown · 다온 no amount, signed only · 라온 200, withdrawn · 마루 a lead
    for (const [name, promised, spent, stages] of [
      [
        '가람',
        100,
        80,
        [
          ['mou', '2016-02-01'],
          ['operation', '2018-02-01'],
        ],
      ],
      [
        '나래',
        300,
        null,
        [
          ['mou', '2017-05-01'],
          ['construction', '2019-05-01'],
        ],
      ],
      ['다온', null, null, [['mou', '2020-09-30']]],
      [
        '라온',
        200,
        null,
        [
          ['mou', '2016-06-01'],
          ['withdrawn', '2017-06-01'],
        ],
      ],
      ['마루', 999, null, [['lead', '2016-01-01']]],
    ] as const) {
      const values = [
        ...(promised === null ? [] : [{ indicator: 'investment', value: eok(promised), unit: 'KRW' }]),
        ...(spent === null ? [] : [{ indicator: 'investment', facet: 'actual', value: eok(spent), unit: 'KRW' }]),
      ]
      ids[name] = (await ask<{ id: string }>('POST', '/projects', { nameKo: `${name} 공장`, values })).id
      for (const [toStage, day] of stages)
        await ask('POST', `/projects/${ids[name]}/stages`, { toStage, occurredFrom: day, occurredText: day, reason: '시험' })
    }
  })
  afterAll(() => t.close())

  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await officer.send(method, `/offices/narae${path}`, body)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
    return JSON.parse(text) as T
  }
  const rates = (query = '') => ask<RatesAnswer>('GET', `/rates?cohortFrom=2016-01&cohortTo=2020-09&asOf=2020-09-30${query}`)
  const row = (answer: RatesAnswer, measure: string, definition: string) =>
    answer.rows.find((one) => one.measure === measure && one.definition === definition)!

  test('every definition stands side by side, and a lead is no commitment', async () => {
    const answer = await rates()
    // agreements 4: operating 1, + building 2 · money 100 + 300 + 200 = 600: operating 100/600, + building 400/600, spent at least 80/600
    const values = (measure: string, definition: string) => {
      const one = row(answer, measure, definition)
      return [one.above.value, one.below.value, one.rate.value, one.rate.bound]
    }
    expect(values('count', 'operating')).toEqual(['1', '4', '0.25', null])
    expect(values('count', 'building')).toEqual(['2', '4', '0.5', null])
    expect(values('money', 'operating')).toEqual([eok(100), eok(600), '0.166666666667', null])
    expect(values('money', 'building')).toEqual([eok(400), eok(600), '0.666666666667', null])
    expect(values('money', 'spent')).toEqual([eok(80), eok(600), '0.133333333333', 'min'])
    expect(values('jobs', 'operating')).toEqual([null, null, null, null])
    expect(row(answer, 'money', 'spent').missing.map((one) => [one.subjectName, one.reason])).toEqual(
      expect.arrayContaining([
        ['다온 공장', 'not_disclosed'],
        ['나래 공장', 'not_measured'],
        ['라온 공장', 'not_measured'],
      ]),
    )
    expect(answer.figure).toMatchObject({ formula: 'rate_money_spent', formulaVersion: 1, value: '0.133333333333', unit: 'ratio' })
    expect(answer.figure.inputs).toHaveLength(4)
  })

  test('withdrawn ones can be left out, and another cohort has other agreements', async () => {
    // without 라온: 100/400
    expect(row(await rates('&withdrawals=out'), 'money', 'operating').rate.value).toBe('0.25')
    const later = await ask<RatesAnswer>('GET', '/rates?cohortFrom=2017-01&cohortTo=2017-12&asOf=2020-09-30')
    expect(row(later, 'count', 'building')).toMatchObject({ rate: { value: '1' }, agreements: { above: 1, below: 1 } })
    // on the last day of 2017 가람 did not operate yet
    const earlier = await ask<RatesAnswer>('GET', '/rates?cohortFrom=2016-01&cohortTo=2016-12&asOf=2017-12-31')
    expect(row(earlier, 'count', 'operating').rate.value).toBe('0')
  })

  test('the rate and both its parts open down to their sentences', async () => {
    const answer = await rates()
    const one = row(answer, 'money', 'operating')
    for (const held of [one.rate, one.above, one.below]) {
      const query = new URLSearchParams({ ...held.parameters, asOf: '2020-09-30' })
      const figure = await ask<Figure>('GET', `/figures/${held.formula}?${query}`)
      expect(figure.value).toBe(held.value)
      expect(figure.inputs.length).toBeGreaterThan(0)
      expect(figure.inputs.every((input) => input.quotes[0]?.sentence)).toBe(true)
    }
  })

  test('each year has its curve', async () => {
    const vintage = await ask<VintageAnswer>('GET', '/rates/vintage?cohortFrom=2016-01&cohortTo=2020-09&asOf=2020-09-30')
    expect(vintage.curves.map((one) => [one.year, one.agreements, one.realised, one.withdrawn, one.open])).toEqual([
      [2016, 2, 1, 1, 0],
      [2017, 1, 0, 0, 1],
      [2020, 1, 0, 0, 1],
    ])
    // 2016: 라온 gone after 12 months (1 of 2), 가람 operating after 24 (1 of the 1 left)
    expect(vintage.curves[0]!.points.map((point) => [point.months, point.realised, point.withdrawn])).toEqual([
      [0, '0', '0'],
      [12, '0', '0.5'],
      [24, '0.5', '0.5'],
      // nothing is open any more: known up to 가람's age
      [55, '0.5', '0.5'],
    ])
    expect(vintage.curves[0]!.rate.value).toBe('0.5')
  })

  test('what was known before keeps its rate, to the byte', async () => {
    const then = new Date().toISOString()
    const path = `/offices/narae/rates?cohortFrom=2016-01&cohortTo=2020-09&asOf=2020-09-30&measure=count&definition=operating&knownOn=${encodeURIComponent(then)}`
    const before = await (await officer.send('GET', path)).text()
    await ask('POST', `/projects/${ids.나래}/stages`, {
      toStage: 'operation',
      occurredFrom: '2020-06-01',
      reason: '늦게 들어온 확인서',
    })
    expect(await (await officer.send('GET', path)).text()).toBe(before)
    expect(row(await rates(), 'count', 'operating').rate.value).toBe('0.5')
  })

  test('a joint agreement counts by the office’s share', async () => {
    // 나래 300 half ours: (100 + 150) / (100 + 150 + 200) where 나래 operates by now
    await ask('POST', `/projects/${ids.나래}/relations`, { role: 'counterparty', ours: true, share: '0.5' })
    const one = row(await rates(), 'money', 'operating')
    expect([one.above.value, one.below.value]).toEqual([eok(250), eok(450)])
  })

  test('nonsense is refused with what was expected', async () => {
    for (const query of ['cohortFrom=2016-13', 'cohortTo=2020-02-30', 'measure=love', 'asOf=yesterday'])
      expect((await officer.send('GET', `/offices/narae/rates?${query}`)).status, query).toBe(422)
  })
})

describe('the demonstration', () => {
  let t: TestApp
  beforeAll(async () => {
    t = await freshApp('rates-demo')
    await seedDemo(t.store, new Date('2026-11-22T00:00:00Z'))
  })
  afterAll(() => t.close())

  test('Gwangju 2016 to September 2020 gives 42.4, 31.2 and 21.1 percent from what was stated', async () => {
    const { office_id: officeId } = await t.store.global((db) =>
      db.selectFrom('office').select('office_id').where('slug', '=', 'gwangju').executeTakeFirstOrThrow(),
    )
    const user = await t.user('viewer@city.example')
    await t.member(officeId, user, 'viewer')
    const begun = await t.store.global((tx) => beginSession(tx, user, { userAgent: null, address: null }, new Date()))
    const viewer = t.client(`gusul_session=${begun.secret}`, begun.csrf)
    const get = async <T>(path: string) => (await (await viewer.send('GET', `/offices/gwangju${path}`)).json()) as T
    const answer = await get<RatesAnswer>('/rates?cohortFrom=2016-01&cohortTo=2020-09&asOf=2020-09-30')
    expect(answer.stated).toHaveLength(1)
    const printed = answer.stated[0]!.rates.map((one) => [one.measure, one.above.value, one.below.value, (Number(one.rate.value) * 100).toFixed(1)])
    expect(printed).toEqual([
      ['count', '101', '238', '42.4'],
      ['money', '530300000000', '1697000000000', '31.2'],
      ['jobs', '1617', '7676', '21.1'],
    ])
    const { rate } = answer.stated[0]!.rates[1]!
    const figure = await get<Figure>(`/figures/${rate.formula}?${new URLSearchParams({ ...rate.parameters, asOf: '2020-09-30' })}`)
    expect(figure.inputs.map((input) => input.quotes[0]!.sentence)).toEqual([
      '실제로 투자된 금액은 5303억원이다.',
      '협약할 때 예상한 투자 금액은 1조6970억원이다.',
    ])
    // before the time was over nobody could state it
    expect((await get<RatesAnswer>('/rates?cohortFrom=2016-01&cohortTo=2020-09&asOf=2020-09-29')).stated).toEqual([])
    expect((await get<RatesAnswer>('/rates')).cohorts.map((one) => [one.from, one.to])).toEqual([['2016-01-01', '2020-09-30']])
  })
})

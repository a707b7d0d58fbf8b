import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browsers, overflowOf, seriousByAxe, shoot, widths } from '#support/browser'
import { firstAdministrator, type Person } from '#support/person'
import { type RunningServer, startServer } from '#support/server'

const eok = (amount: number) => `${amount}00000000`
/**
 * Story 5: a head chooses the cohort 2016 – September 2020. By hand, in 억원: promised 100 + 400 + 250 + 50 + 700 = 1,500 and one not disclosed; spent 90 + 300 = 390, of three nothing is known,
 * so at least 390 / 1,500 = 26 %; operating 100 + 50 = 150, so 150 / 1,500 = 10 %. As the source states it: 5,303 / 16,970 = 31.2 %, 101 / 238 = 42.4 %, 1,617 / 7,676 = 21.1 %.
 * One name is as long as real ones are.
 */
const projects = [
  { name: '가람 배터리 소재', promised: 100, spent: 90, stages: { mou: '2016-03-02', operation: '2018-01-10' } },
  {
    name: '나래 미래차 부품 클러스터 제2단계 생산동 및 연구시설 통합 구축 사업',
    promised: 400,
    spent: 300,
    stages: { mou: '2016-09-01', construction: '2018-06-01' },
  },
  { name: '다온 물류', promised: 250, spent: null, stages: { mou: '2017-02-01', withdrawn: '2018-02-01' } },
  { name: '라온 식품', promised: 50, spent: null, stages: { mou: '2017-05-01', operation: '2019-11-20' } },
  { name: '마루 반도체', promised: 700, spent: null, stages: { mou: '2019-04-01', contract: '2019-12-01' } },
  { name: '바다 에너지', promised: null, spent: null, stages: { mou: '2020-09-10' } },
]

describe('realisation rates in the browser', () => {
  let server: RunningServer
  let browsers: Browsers
  let page: Page
  let person: Person

  beforeAll(async () => {
    server = await startServer()
    person = await firstAdministrator(server)
    for (const { name, promised, spent, stages } of projects) {
      const investment = (amount: number | null, facet: string) =>
        amount === null ? [] : [{ indicator: 'investment', facet, value: eok(amount), unit: 'KRW' }]
      const { id } = await person.post<{ id: string }>('/offices/narae/projects', {
        nameKo: name,
        values: [...investment(promised, 'announced'), ...investment(spent, 'actual')],
      })
      for (const [toStage, occurredFrom] of Object.entries(stages))
        await person.post(`/offices/narae/projects/${id}/stages`, { toStage, occurredFrom, reason: '서류를 보았다' })
    }
    // a cohort of which a source states both sides: 101 of 238 firms, 5,303 of 16,970억, 1,617 of 7,676 jobs
    const period = { from: '2016-01-01', to: '2020-10-01' }
    const both = (indicator: string, unit: string, announced: string, actual: string) => [
      { indicator, facet: 'announced', value: announced, unit, period },
      { indicator, facet: 'actual', value: actual, unit, period },
    ]
    await person.post('/offices/narae/projects', {
      kind: 'programme',
      nameKo: '2016–2020년 9월 투자협약',
      values: [
        ...both('firms', 'firms', '238', '101'),
        ...both('investment', 'KRW', eok(16970), eok(5303)),
        ...both('jobs', 'persons', '7676', '1617'),
      ],
    })
    browsers = new Browsers()
    page = await browsers.page()
    const [name, ...value] = person.cookie().split('=')
    await page.context().addCookies([{ name: name!, value: value.join('='), url: server.url, httpOnly: true, sameSite: 'Lax' }])
  })
  afterAll(async () => {
    await browsers?.close()
    await server?.remove()
  })

  test('the head chooses the cohort, changes the definition and comes to the sentence', async () => {
    await page.goto(`${server.url}/console/rates`)
    await page.getByLabel('밝혀진 묶음').selectOption({ index: 1 })
    const stated = page.getByRole('region', { name: '출처가 통째로 밝힌 값' })
    for (const percent of ['31.2%', '42.4%', '21.1%']) await stated.getByText(percent).waitFor()
    const counted = page.getByRole('region', { name: '협약을 하나씩 센 값' })
    // spent 390 of 1,500, three of them not known: at least 26 %
    await counted.getByText('26% 이상').waitFor()
    await page.getByLabel('이루어졌다는 뜻').selectOption('operating')
    // operating: 100 + 50 of 1,500 = 10 %
    await counted.getByText('10%').first().waitFor()
    expect(page.url()).toContain('definition=operating')
    await counted
      .getByRole('button', { name: /문장 보기/ })
      .first()
      .click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('실현율: 금액, 가동').first().waitFor()
    await sheet
      .getByText(/라온 식품/)
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    await page
      .getByRole('img', { name: /협약한 해별 실현 곡선/ })
      .first()
      .waitFor()
    // on paper the rate brings what it was worked out from
    const receipt = page.locator('.rt-receipt')
    expect(await receipt.isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    expect(await receipt.textContent()).toMatch(/rate_money_operating, 제1판[\s\S]*어느 날의 값\d{4}-\d\d-\d\d[\s\S]*넣은 사실\d+: [0-9a-f-]{36}/)
    expect(await receipt.isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
  })

  test('nothing serious by axe in either language, and nothing wider than a phone', async () => {
    for (const language of ['ko', 'en']) {
      await page.context().addCookies([{ name: 'gusul_locale', value: language, url: server.url }])
      await page.goto(`${server.url}/console/rates?from=2016-01&to=2020-09&asOf=2020-09-30&definition=operating&known=2099-01-01`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.locator('svg.ch').first().waitFor({ state: 'attached' })
      await page.waitForLoadState('networkidle')
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        expect([language, width, await seriousByAxe(page)]).toEqual([language, width, []])
        expect([language, width, await overflowOf(page)]).toEqual([language, width, 0])
        await shoot(page, `rates-${language}-${width}`)
      }
    }
    expect(browsers.complaints).toEqual([])
  })
})

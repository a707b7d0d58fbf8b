import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browsers, seriousByAxe } from '#support/browser'
import { firstAdministrator, type Person } from '#support/person'
import { type RunningServer, startServer } from '#support/server'

/*
 * Story 9: a journalist without an account, in the demonstration. 광주, 2016–2020년 9월: 5,303억원 of 1조 6,970억원 = 0.31249… = 31.2 %; 101 of 238 firms = 42.4 %; 1,617 of 7,676 jobs = 21.1 %.
 * Then the office restates the announced money of its projects from 150억원 to 160억원: both stay, with the reason.
 */
describe('a journalist on the public pages', () => {
  let server: RunningServer
  let head: Person
  let page: Page
  const browsers = new Browsers()

  beforeAll(async () => {
    server = await startServer({ args: [] })
    head = await firstAdministrator(server, null)
    await head.send('PUT', '/session/office', { office: 'gwangju' })
    page = await browsers.page()
  })
  afterAll(async () => {
    await browsers.close()
    await server?.remove()
  })

  test('goes from 31.2 % to its definition, its two values and their sentences by keyboard, in two presses', async () => {
    await page.goto(`${server.url}/o/gwangju`)
    const rates = page.locator('.rates > div')
    await expect.poll(() => rates.count()).toBe(3)
    expect((await page.locator('.rates .rate').allTextContents()).map((text) => text.replace(/\s/g, ''))).toEqual(['31.2%', '42.4%', '21.1%'])
    // first press: the bead beside the rate
    await rates.first().locator('.rate a.bead').focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/f/stated-rate-money')
    await page.getByText('한 출처가 묶음 전체를 두고 밝힌 실제 값').first().waitFor()
    const values = (await page.locator('#facts .fig').allTextContents()).map((text) => text.replace(/\s/g, ''))
    expect(values).toEqual(['5,303억원', '1조6,970억원'])
    // second press: the bead beside the value opens its sentence, with outlet and date
    await page.locator('#facts a.bead').first().focus()
    await page.keyboard.press('Enter')
    const source = page.locator('.source:has(:target)')
    await expect.poll(() => source.locator('mark').textContent()).toBe('5303억원')
    expect(await source.locator('footer').textContent()).toContain('한국경제')
    expect(await source.locator('time').textContent()).toBe('2020-11-04')
    expect(await seriousByAxe(page)).toEqual([])
  })

  test('reads the unrounded value and the receipt, and finds nothing of the whole article', async () => {
    await page.goto(`${server.url}/o/gwangju/f/stated-rate-money`)
    expect(await page.locator('#how').textContent()).toMatch(/0\.31249/)
    expect(await page.locator('.receipt code').textContent()).toMatch(/^[0-9a-f]{64}$/)
  })

  test('downloads the numbers as CSV and the projects as OC4IDS', async () => {
    await page.goto(`${server.url}/o/gwangju/f/stated-rate-money`)
    // a Chromium without a window keeps no downloads: the link's own address is asked for in the reader's name
    const behind = async (name: string) => fetch(new URL((await page.getByRole('link', { name }).getAttribute('href'))!, server.url))
    const text = Buffer.from(await (await behind('이 숫자와 넣은 값')).arrayBuffer()).toString('utf8')
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text).toContain('530300000000')
    await page.goto(`${server.url}/o/gwangju/data`)
    const told = (await (await behind('기반 시설 사업 자료')).json()) as { version: string; projects: unknown[] }
    expect(told.version).toBe('0.9')
    expect(told.projects.length).toBeGreaterThan(0)
  })

  test('sees a restatement beside the old value with its reason', async () => {
    const { items } = await head.get<{ items: { id: string; nameKo: string }[] }>('/offices/gwangju/projects')
    const regen = items.find((one) => one.nameKo.includes('첨단재생의료'))!
    const value = { indicator: 'investment', facet: 'announced', value: '16000000000', unit: 'KRW' }
    await head.send('PATCH', `/offices/gwangju/projects/${regen.id}`, { values: [value] }, { 'if-match': '*' })
    await head.post('/offices/gwangju/publications', { kind: 'figure', formula: 'announced_investment', reason: '변경 협약으로 10억원이 늘었습니다' })
    await page.goto(`${server.url}/o/gwangju/f/announced-investment`)
    const history = page.locator('section.knot', { hasText: '내력과 정정' })
    await history.getByText('변경 협약으로 10억원이 늘었습니다').waitFor()
    expect((await history.locator('.fig').allTextContents()).map((text) => text.replace(/\s/g, ''))).toEqual(['160억원', '150억원'])
    expect(await history.locator('.old .fig').count()).toBe(1)
    await history.getByRole('link', { name: '제1판' }).click()
    await page.getByText('이것은 지난 판입니다.').waitFor()
  })

  test('tells the office what is wrong without script and without an account', async () => {
    const plain = await browsers.page({ javaScriptEnabled: false })
    await plain.goto(`${server.url}/o/gwangju/f/stated-rate-jobs`)
    await plain.getByRole('link', { name: '정정 요청 보내기' }).click()
    await plain.getByLabel('무엇이 다른가요').fill('실제 고용은 1,671명이라고 들었습니다.')
    await plain.getByRole('button', { name: '보내기' }).click()
    await plain.getByRole('heading', { name: '받았습니다' }).waitFor()
    const { items } = await head.get<{ items: { words: string; titleKo: string }[] }>('/offices/gwangju/corrections')
    expect(items).toMatchObject([{ words: '실제 고용은 1,671명이라고 들었습니다.', titleKo: '밝혀진 실현율: 일자리' }])
  })

  test('had nothing to complain about', () => {
    expect(browsers.complaints).toEqual([])
  })
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browsers, overflowOf, seriousByAxe, shoot, widths } from '#support/browser'
import { firstAdministrator, type Person } from '#support/person'
import { type RunningServer, startServer } from '#support/server'

/**
 * Both clocks on the screens of plans. By hand: the agreement was signed on 2024-01-10, its one obligation was met on 2024-05-30 and it was ended on 2024-06-20; so on 2024-05-20 it holds and the
 * obligation is open, on 2024-06-01 it holds and the obligation is met, now it has ended. All of it was written today, so that nothing of it was known yesterday.
 */
describe('plans at both clocks in the browser', () => {
  let server: RunningServer
  let browsers: Browsers
  let page: Page
  const ids: Record<string, string> = {}
  const yesterday = new Date(Date.now() + 9 * 3_600_000 - 86_400_000).toISOString().slice(0, 10)

  beforeAll(async () => {
    server = await startServer()
    const head: Person = await firstAdministrator(server)
    browsers = new Browsers()
    page = await browsers.page()
    const [name, ...value] = head.cookie().split('=')
    await page.context().addCookies([{ name: name!, value: value.join('='), url: server.url, httpOnly: true, sameSite: 'Lax' }])
    const made = async (path: string, body: object) => (await head.post<{ id: string }>(`/offices/narae${path}`, body)).id
    ids.agreement = await made('/agreements', {
      nameKo: '나래 금융 협약',
      signedOn: '2024-01-10',
      validUntil: '2030-12-31',
      parties: [{ name: '한빛은행' }],
    })
    const owed = await made(`/subjects/${ids.agreement}/obligations`, { title: '창구 열기', party: { name: '한빛은행' }, dueOn: '2024-12-31' })
    await head.send('PATCH', `/offices/narae/obligations/${owed}`, { metOn: '2024-05-30' }, { 'if-match': '*' })
    await head.post(`/offices/narae/agreements/${ids.agreement}/end`, { on: '2024-06-20', how: 'fulfilled', reason: '다 하였다' })
    ids.pledge = await made('/pledges', { nameKo: '일자리 8만', promisor: '나래시장' })
    ids.award = await made('/awards', { nameKo: '한빛 보조금', recipient: '한빛은행', granted: '1000000000', grantedOn: '2023-03-02' })
    const vision = await made('/strategy', { level: 'vision', nameKo: '나래 2030' })
    const strategy = await made('/strategy', { level: 'strategy', nameKo: '미래차', parentId: vision })
    const measure = await made(`/strategy/${strategy}/measures`, { indicator: 'jobs' })
    for (const [year, facet, typed] of [
      [2030, 'target', '110000'],
      [2023, 'actual', '55000'],
      [2025, 'actual', '88000'],
    ] as const)
      await head.send('PUT', `/offices/narae/strategy-measures/${measure}/years`, { year, facet, value: typed })
  })
  afterAll(async () => {
    await browsers?.close()
    await server?.remove()
  })

  const pick = async (asOf: string | null, known: string | null) => {
    await page.locator('.pf-clock').click()
    const dialog = page.getByRole('dialog')
    if (asOf) await dialog.getByLabel('어느 날의 값', { exact: false }).first().fill(asOf)
    if (known) await dialog.getByLabel('언제 알던 것', { exact: false }).first().fill(known)
    await dialog.getByRole('button', { name: '그때로 보기' }).click()
    await dialog.waitFor({ state: 'detached' })
  }

  test('a day is picked in the list and kept on the way into an agreement, where nothing can be changed', async () => {
    await page.goto(`${server.url}/console/agreements`)
    const row = page.getByRole('row', { name: /나래 금융 협약/ })
    await row.getByText('끝남').waitFor()
    await pick('2024-05-20', null)
    await row.getByText('유효').waitFor()
    expect(await row.textContent()).toContain('0/1 이행')
    expect(await page.getByRole('button', { name: '협약 더하기' }).count()).toBe(0)
    expect(await page.getByRole('link', { name: 'CSV 내려받기' }).getAttribute('href')).toContain('asOf=2024-05-20')
    await page.getByRole('link', { name: '나래 금융 협약' }).click()
    await page.getByText('2024-05-20의 값을 보고 있습니다').waitFor()
    expect(new URL(page.url()).searchParams.get('asOf')).toBe('2024-05-20')
    const owed = page.getByRole('listitem').filter({ hasText: '창구 열기' })
    await owed.getByText('남음').waitFor()
    expect(await page.getByRole('button', { name: /갱신|고치기|끝내기/ }).count()).toBe(0)
    expect(await seriousByAxe(page)).toEqual([])
    await pick('2024-06-01', null)
    await owed.getByText('2024-05-30').waitFor()
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      expect(await overflowOf(page), String(width)).toBe(0)
      await shoot(page, `clocks-agreement-${width}`)
    }
    await page.setViewportSize({ width: widths[0], height: 900 })
    await page.getByRole('button', { name: '지금으로' }).click()
    await page
      .getByRole('button', { name: /고치기/ })
      .first()
      .waitFor()
    expect(new URL(page.url()).searchParams.get('asOf')).toBeNull()
  })

  test('what was not known yesterday is not shown as of yesterday, and says so', async () => {
    for (const list of ['agreements', 'pledges', 'awards', 'strategy', 'obligations']) {
      await page.goto(`${server.url}/console/${list}?known=${yesterday}`)
      await page.getByText(`${yesterday}에 알던 대로 보고 있습니다`).waitFor()
      await page.waitForLoadState('networkidle')
      const words = await page.locator('main').textContent()
      for (const name of ['나래 금융 협약', '창구 열기', '일자리 8만', '한빛 보조금', '미래차']) expect(words, list).not.toContain(name)
    }
    for (const one of [`agreements/${ids.agreement}`, `pledges/${ids.pledge}`, `awards/${ids.award}`]) {
      await page.goto(`${server.url}/console/${one}?known=${yesterday}`)
      await page
        .getByText(/그때는 모르던 것입니다/)
        .first()
        .waitFor()
    }
  })

  test('the tree of a day says the progress of that day: 55,000 of 110,000 in 2024, 88,000 now', async () => {
    await page.goto(`${server.url}/console/strategy`)
    const node = page.locator('section.pl-node').filter({ hasText: '미래차' }).last()
    await node.getByText('80.0%').first().waitFor()
    await pick('2024-06-01', null)
    await node.getByText('50.0%').first().waitFor()
    expect(await node.getByRole('button', { name: /값 적기|고치기/ }).count()).toBe(0)
    await shoot(page, 'clocks-strategy')
  })

  test('the clock leads to both answers line by line, agreements among them', async () => {
    await page.goto(`${server.url}/console/agreements/${ids.agreement}`)
    await page.locator('.pf-clock').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('어느 날의 값', { exact: false }).first().fill('2024-05-20')
    await dialog
      .getByLabel('언제 알던 것', { exact: false })
      .first()
      .fill(new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10))
    await dialog.getByRole('link', { name: '그때 답과 지금 답을 줄마다 견주기' }).click()
    const line = (words: RegExp) => page.getByRole('row', { name: words })
    const validity = line(/효력/).first()
    await validity.waitFor()
    expect(await validity.textContent()).toMatch(/유효[\s\S]*끝남/)
    const owed = line(/의무: 창구 열기/).first()
    expect(await owed.textContent()).toMatch(/남음[\s\S]*이행[\s\S]*때가 다름/)
    expect(
      await line(/끝난 까닭/)
        .first()
        .textContent(),
    ).toContain('다 하였다')
    await shoot(page, 'clocks-compare')
  })
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browsers, overflowOf, seriousByAxe, shoot, widths } from '#support/browser'
import { firstAdministrator, type Person, stranger } from '#support/person'
import { type RunningServer, startServer } from '#support/server'

/**
 * Stories 8 and 11. By hand: 80 jobs promised, 52 employed at the check of year 3: (80 − 52) / 80 = 35 %; of 10억원 granted, 3억 5,000만원. Granted on 2023-03-02, three years of investment
 * and five of follow-up: the last check falls due on 2031-03-02. The partner 한빛전자 has one project, one obligation and one award; 가온소재 is somebody else's and is nowhere.
 */
describe('promises in the browser', () => {
  let server: RunningServer
  let browsers: Browsers
  let head: Person
  let page: Page
  let partner: Page
  let award: string

  const signIn = async (person: Person): Promise<Page> => {
    const opened = await browsers.page()
    const [name, ...value] = person.cookie().split('=')
    await opened.context().addCookies([{ name: name!, value: value.join('='), url: server.url, httpOnly: true, sameSite: 'Lax' }])
    return opened
  }

  beforeAll(async () => {
    server = await startServer()
    head = await firstAdministrator(server)
    browsers = new Browsers()
    const project = await head.post<{ id: string }>('/offices/narae/projects', { nameKo: '한빛 공장', investors: ['한빛전자'] })
    await head.post('/offices/narae/projects', { nameKo: '가온 제2공장', investors: ['가온소재'] })
    await head.post(`/offices/narae/subjects/${project.id}/obligations`, { title: '착공계 제출', party: { name: '한빛전자' }, dueOn: '2030-12-31' })
    // 80 jobs promised, 10억 granted more than three years ago
    award = (
      await head.post<{ id: string }>('/offices/narae/awards', {
        nameKo: '한빛전자 지방투자촉진보조금',
        recipient: '한빛전자',
        granted: '1000000000',
        grantedOn: '2023-03-02',
        conditions: [{ indicator: 'jobs', target: '80' }],
      })
    ).id
    const { organisations } = await head.get<{ organisations: { id: string; nameKo: string }[] }>('/offices/narae/partners')
    const invited = await head.post<{ link: string }>('/offices/narae/invitations', { email: 'partner@firm.example', role: 'partner' })
    const guest = stranger(server)
    await guest.post(`/links/${invited.link.split('/').at(-1)}`, { name: '이파트너', password: 'tulip-ladder-river-8' })
    const [account] = (await head.get<{ items: { userId: string }[] }>('/offices/narae/partners')).items
    await head.send('PUT', `/offices/narae/partners/${account!.userId}`, {
      organisationId: organisations.find((one) => one.nameKo === '한빛전자')!.id,
    })
    page = await signIn(head)
    partner = await signIn(guest)
  })
  afterAll(async () => {
    await browsers?.close()
    await server?.remove()
  })

  test('a head records the check of year 3 and assesses 35 percent of 10억 by the stated rule', async () => {
    await page.goto(`${server.url}/console/awards/${award}`)
    await page.getByText('3년 차').first().waitFor()
    await page.getByRole('listitem').filter({ hasText: '3년 차' }).getByRole('button', { name: '점검 적기' }).click()
    const check = page.getByRole('dialog')
    await check.getByLabel('점검한 날').fill('2026-03-02')
    await check.getByLabel('일자리 (persons)').fill('52')
    // the paper that shows it is uploaded on the spot and chosen
    await check.getByRole('button', { name: '새 문서 올리기' }).click()
    await check
      .locator('input[type=file]')
      .setInputFiles({ name: '고용보험 명부.txt', mimeType: 'text/plain', buffer: Buffer.from('한빛전자 고용보험 명부 52명') })
    await expect.poll(() => check.getByRole('combobox', { name: /증빙/ }).inputValue(), { timeout: 20_000 }).toContain('고용보험 명부')
    await check.getByRole('button', { name: '저장' }).click()
    await check.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '산정하기' }).click()
    const assess = page.getByRole('dialog')
    await assess.getByText('3억 5,000만').waitFor()
    await assess.getByText('미달 비율 35.0%').waitFor()
    await assess.getByRole('button', { name: '산정을 남긴다' }).click()
    await assess.waitFor({ state: 'hidden' })
    const kept = page.getByRole('region', { name: '환수 산정' })
    await kept.getByText('약속 80, 실적 52: 35.0% 모자람').waitFor()
    await kept.getByText('제1판').waitFor()
    await kept.getByRole('link', { name: /고용보험 명부/ }).waitFor()
    await page.getByText('2031-03-02').waitFor()
    // the number leads to its sentence
    await kept.getByRole('button', { name: '실적 52' }).click()
    await page.getByText('실적 일자리는 52명이다').first().waitFor()
  })

  test('a partner sees its own alone and sends evidence, which the office takes', async () => {
    await partner.goto(`${server.url}/console/partner`)
    await partner.getByRole('region', { name: '의무와 증빙' }).getByText('착공계 제출').waitFor()
    const words = (await partner.locator('main').textContent()) ?? ''
    expect(words).toContain('한빛 공장')
    expect(words).not.toContain('가온')
    await partner.getByRole('region', { name: '의무와 증빙' }).getByRole('button', { name: '증빙 내기' }).click()
    await partner.locator('input[type=file]').setInputFiles({ name: '착공계.txt', mimeType: 'text/plain', buffer: Buffer.from('착공 신고 접수증') })
    await partner.getByRole('dialog').getByRole('button', { name: '증빙 내기' }).click()
    await partner.getByText('확인 기다림').waitFor()
    // papers for the next check of its award become an obligation of their own
    const next = partner.getByRole('region', { name: '다음에 낼 것' })
    await next.getByRole('listitem').filter({ hasText: '1년 차 점검 자료' }).getByRole('button', { name: '증빙 내기' }).click()
    await partner.locator('input[type=file]').setInputFiles({ name: '1년 차 명부.txt', mimeType: 'text/plain', buffer: Buffer.from('명부 40명') })
    await partner.getByRole('dialog').getByRole('button', { name: '증빙 내기' }).click()
    await partner.getByRole('link', { name: '1년 차 명부.txt' }).waitFor()
    for (const path of ['/projects', '/agreements', '/awards', '/obligations']) {
      await partner.goto(`${server.url}/console${path}`)
      await partner.locator('h1').waitFor()
      expect(await partner.locator('body').textContent()).not.toContain('가온')
    }
    await page.goto(`${server.url}/console/obligations`)
    await page.getByRole('link', { name: '착공계.txt' }).waitFor()
    for (const file of ['착공계.txt', '1년 차 명부.txt']) {
      await page.getByRole('listitem').filter({ hasText: file }).getByRole('button', { name: '받기' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '받기' }).click()
      await page.getByRole('link', { name: file }).waitFor({ state: 'detached' })
    }
    await page.getByText('기다리는 증빙이 없습니다').waitFor()
    await partner.goto(`${server.url}/console/partner`)
    await partner.getByText('이행', { exact: true }).first().waitFor()
  })

  test('an officer builds the tree and types a year; the progress follows and can be taken back', async () => {
    await page.goto(`${server.url}/console/strategy`)
    await page.getByRole('button', { name: '비전 더하기' }).click()
    await page.getByRole('dialog').getByLabel('이름', { exact: true }).fill('나래 2030')
    await page.getByRole('dialog').getByRole('button', { name: '저장' }).click()
    await page.getByRole('button', { name: '지표 달기' }).click()
    await page.getByRole('dialog').getByLabel('지표', { exact: true }).selectOption('jobs')
    await page.getByRole('dialog').getByRole('button', { name: '저장' }).click()
    await page.getByRole('button', { name: '해 더하기' }).click()
    const cell = page.getByRole('dialog')
    await cell.getByLabel('해', { exact: true }).fill('2025')
    await cell.getByLabel('목표 (persons)').fill('100')
    await cell.getByLabel('실적 (persons)').fill('43')
    await cell.getByRole('button', { name: '저장' }).click()
    await page.getByText('43.0%').first().waitFor()
    await page
      .getByRole('button', { name: '되돌리기' })
      .or(page.getByRole('button', { name: '실행 취소' }))
      .first()
      .click()
    await page.getByText('43.0%').first().waitFor({ state: 'detached' })
  })

  test('the screens fit a desk and a phone and are readable by everybody', async () => {
    for (const [who, path] of [
      [page, `/awards/${award}`],
      [page, '/strategy'],
      [page, '/obligations'],
      [partner, '/partner'],
    ] as const)
      for (const width of widths) {
        await who.setViewportSize({ width, height: 900 })
        await who.goto(`${server.url}/console${path}`)
        await who.locator('h1').waitFor()
        await who.waitForLoadState('networkidle')
        await shoot(who, `plans${path.replaceAll('/', '-')}-${width}`)
        expect(await overflowOf(who), `${path} at ${width}`).toBe(0)
        expect(await seriousByAxe(who), `${path} at ${width}`).toEqual([])
      }
    expect(browsers.complaints).toEqual([])
  })
})

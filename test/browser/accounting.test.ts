import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browsers, overflowOf, seriousByAxe, shoot, widths } from '#support/browser'
import { firstAdministrator, type Person } from '#support/person'
import { type RunningServer, startServer } from '#support/server'

const eok = (amount: number) => `${amount}00000000`
/** A day in Seoul, so many days from today. */
const dayFrom = (days: number) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Seoul' }).format(new Date(Date.now() + days * 86_400_000))

/**
 * Stories 3 (a step is refused without the paper of its rule), 4 (the Monday list) and 7 (then and now), where a person clicks. The office narae: 가온 (1,000억, MOU 800 days ago, owner 김관리) is 70 days past the 730 of its MOU; 나온 (300억) has a task of yesterday; the vision said 110,000 jobs when it was
 * asked about and says 90,000 now (−20,000).
 */
describe('stages, two clocks and the Monday list in the browser', () => {
  let server: RunningServer
  let browsers: Browsers
  let page: Page
  let person: Person
  const ids: Record<string, string> = {}
  const add = async (nameKo: string, body: object = {}) => {
    ids[nameKo] = (await person.post<{ id: string }>('/offices/narae/projects', { nameKo, ...body })).id
  }
  const paper = async (kind: string, title: string) =>
    (await person.post<{ document: { id: string } }>('/offices/narae/documents', { kind, title, text: `${title}. 나래시가 받은 문서이다.` })).document
      .id
  const won = (amount: number) => ({ indicator: 'investment', value: eok(amount), unit: 'KRW' })

  beforeAll(async () => {
    server = await startServer()
    person = await firstAdministrator(server)
    const { user } = await person.get<{ user: { id: string } }>('/session')
    await add('가온 이차전지 소재 공장', { values: [won(1000)], ownerId: user.id, place: '가람읍' })
    await add('나온 물류센터', { values: [won(300)] })
    await add('미래 비전', { kind: 'strategy', values: [{ indicator: 'jobs', facet: 'target', value: '110000', unit: 'persons' }] })
    await person.post(`/offices/narae/projects/${ids['가온 이차전지 소재 공장']}/stages`, {
      toStage: 'mou',
      occurredFrom: dayFrom(-800),
      documentId: await paper('mou', '가온 투자협약서'),
    })
    await paper('article', '가온 공장 착공 기사')
    await paper('evidence', '가온 착공신고 필증')
    await person.post(`/offices/narae/projects/${ids['나온 물류센터']}/milestones`, { title: '토지계약 확인', dueOn: dayFrom(-1) })
    browsers = new Browsers()
    page = await browsers.page()
    const [name, ...value] = person.cookie().split('=')
    await page.context().addCookies([{ name: name!, value: value.join('='), url: server.url, httpOnly: true, sameSite: 'Lax' }])
  })
  afterAll(async () => {
    await browsers?.close()
    await server?.remove()
  })

  test('the Monday list by reason; a line is given to somebody, and taken back', async () => {
    await page.goto(`${server.url}/console/monday`)
    const table = page.getByRole('table', { name: '월요일 목록' })
    await table.getByText('다음 단계의 기한이 지났습니다').waitFor()
    await page.getByRole('button', { name: /^차례/ }).click()
    await page
      .getByRole('menuitemradio', { name: '까닭' })
      .or(page.getByRole('option', { name: '까닭' }))
      .first()
      .click()
    await table.getByText('기한이 지났습니다 1', { exact: true }).waitFor()
    await table.getByText('다음 단계의 기한이 지났습니다 1', { exact: true }).waitFor()
    const row = table.getByRole('row').filter({ hasText: '토지계약 확인' })
    await row.getByRole('button', { name: '담당 없음' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('할 일 “토지계약 확인”').waitFor()
    await dialog.getByLabel('담당').selectOption({ label: '김관리' })
    await dialog.getByRole('button', { name: '저장' }).click()
    await row.getByRole('button', { name: '김관리' }).waitFor()
    await page.getByRole('button', { name: '되돌리기' }).click()
    await row.getByRole('button', { name: '담당 없음' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('t')
    expect(await page.getByRole('dialog').getByRole('textbox').first().inputValue()).toBe('토지계약 확인')
    await page.keyboard.press('Escape')
  })

  test('the Monday list stands by money at stake, and done work leaves it', async () => {
    await page.goto(`${server.url}/console/monday`)
    const table = page.getByRole('table', { name: '월요일 목록' })
    await table.getByText('다음 단계의 기한이 지났습니다').waitFor()
    const rows = await table.locator('tbody tr').allInnerTexts()
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatch(/다음 단계의 기한이 지났습니다[\s\S]*가온 이차전지 소재 공장[\s\S]*70일 지남[\s\S]*1,000억[\s\S]*김관리/)
    expect(rows[1]).toMatch(/토지계약 확인[\s\S]*나온 물류센터[\s\S]*1일 지남[\s\S]*300억/)
    await page.getByRole('button', { name: '내 일' }).click()
    await table.getByText('토지계약 확인').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^모두/ }).first().click()
    await table.getByRole('button', { name: '끝냄: 토지계약 확인' }).click()
    await table.getByText('토지계약 확인').waitFor({ state: 'detached' })
  })

  test('mail days are chosen and a calendar address is made, shown once and taken back', async () => {
    await page.goto(`${server.url}/console/monday`)
    await page.getByRole('button', { name: '메일·달력으로 받기' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('메일로 받기').check()
    await dialog.getByLabel('수', { exact: true }).check()
    await dialog.getByRole('button', { name: '저장' }).click()
    await dialog.getByText(/다음 메일/).waitFor()
    await dialog.getByRole('button', { name: '주소 만들기' }).click()
    const address = await dialog.locator('.wl-url input').inputValue()
    expect((await fetch(address)).status).toBe(200)
    await shoot(page, 'monday-receive')
    await dialog.getByRole('button', { name: /^거두기/ }).click()
    await dialog.getByText('만든 주소가 없습니다.').waitFor()
    expect((await fetch(address)).status).toBe(404)
    await page.keyboard.press('Escape')
  })

  test('the stage dialog offers only what may come next, and asks for the paper of the rule', async () => {
    await page.goto(`${server.url}/console/projects/${ids['가온 이차전지 소재 공장']}`)
    await page.getByRole('button', { name: '다음 단계로' }).first().click()
    const dialog = page.getByRole('dialog')
    const next = dialog.getByLabel('다음 단계')
    await next.waitFor()
    const offered = await next.locator('option').allInnerTexts()
    expect(offered.slice(0, 3)).toEqual(['입주·토지계약', '인허가', '공사'])
    expect(offered.some((label) => label.startsWith('가동'))).toBe(false)
    await next.selectOption('construction')
    await dialog.getByText('필요한 근거: 착공신고 필증').waitFor()
    await dialog.getByText(/기한을 70일 넘겼습니다/).waitFor()
    const move = dialog.getByRole('button', { name: '단계 옮기기' })
    expect(await move.isDisabled()).toBe(true)
    const choose = async (title: string) => {
      const evidence = dialog.getByRole('combobox', { name: '근거 문서' })
      await evidence.fill(title)
      await page
        .getByRole('option', { name: new RegExp(title) })
        .first()
        .click()
    }
    await choose('가온 공장 착공 기사')
    await move.click()
    await dialog.getByText(/단계 규칙 project.construction/).waitFor()
    await shoot(page, 'stage-refused')
    await choose('가온 착공신고 필증')
    await dialog.getByLabel('언제', { exact: false }).first().fill(dayFrom(-2))
    await move.click()
    await dialog.waitFor({ state: 'detached' })
    const steps = page.getByRole('region').or(page.locator('section')).filter({ hasText: '단계와 근거' }).first()
    await steps
      .getByText(/착공신고 필증로 확인|착공신고 필증/)
      .first()
      .waitFor()
    await steps.getByText('규칙 project.construction').first().waitFor()
  })

  test('a council member’s question: 110,000 then, 90,000 now, by whom, when, on what sentence', async () => {
    const then = dayFrom(0)
    const asked = encodeURIComponent(new Date().toISOString())
    await new Promise((resolve) => setTimeout(resolve, 20))
    await person.send(
      'PATCH',
      `/offices/narae/projects/${ids['미래 비전']}`,
      { values: [{ indicator: 'jobs', facet: 'target', value: '90000', unit: 'persons' }], reason: '용역 결과' },
      { 'if-match': '*' },
    )
    const path = `/offices/narae/exports/compare.csv?beforeAsOf=${then}&beforeKnownOn=${asked}&asOf=${then}&knownOn=${encodeURIComponent(new Date().toISOString())}`
    const [first, second] = [await (await person.send('GET', path)).text(), await (await person.send('GET', path)).text()]
    expect(second).toBe(first)
    expect(first).toContain('110000,90000,-20000,persons')
    // yesterday nothing was known: every line came since
    await page.goto(`${server.url}/console/compare`)
    await page.getByLabel('그날의 값').fill(dayFrom(-1))
    await page.keyboard.press('Tab')
    const lines = page.getByRole('table', { name: '줄마다' })
    const line = lines.locator('tbody tr').filter({ hasText: '목표 일자리' })
    await line.getByText('90,000').first().waitFor()
    expect(await line.textContent()).toMatch(/생김[\s\S]*나중에 앎[\s\S]*김관리[\s\S]*용역 결과[\s\S]*90,000명이다/)
    expect(page.url()).toContain(`day=${dayFrom(-1)}`)
  })

  test('a page and a list are seen as of another day, and nothing can be changed there', async () => {
    await page.goto(`${server.url}/console/projects/${ids['가온 이차전지 소재 공장']}`)
    await page.locator('.pf-clock').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('어느 날의 값').fill(dayFrom(-30))
    await dialog.getByRole('button', { name: '그때로 보기' }).click()
    await page.getByText(`${dayFrom(-30)}의 값을 보고 있습니다`).waitFor()
    // the start of construction two days ago had not happened
    expect(await page.getByRole('button', { name: '다음 단계로' }).count()).toBe(0)
    await page.locator('.pf-steps [aria-current=step]').filter({ hasText: '협약' }).waitFor()
    await page.goto(`${server.url}/console/projects?asOf=${dayFrom(-30)}`)
    const row = page.getByRole('row').filter({ hasText: '가온 이차전지 소재 공장' })
    await row.getByText('협약').waitFor()
    await page.getByRole('button', { name: '지금으로' }).click()
    await row.getByText('공사').waitFor()
  })

  test('nothing serious by axe in either language, and nothing wider than a phone', async () => {
    const then = dayFrom(-1)
    await person.send('PUT', '/offices/narae/twins/sharing', { sharing: true })
    const screens = {
      monday: '/monday',
      compare: `/compare?day=${then}`,
      twins: '/twins',
      'project-then': `/projects/${ids['가온 이차전지 소재 공장']}?asOf=${dayFrom(-30)}`,
      'projects-then': `/projects?asOf=${dayFrom(-30)}`,
      project: `/projects/${ids['가온 이차전지 소재 공장']}`,
    }
    for (const language of ['ko', 'en'])
      for (const [name, path] of Object.entries(screens)) {
        await page.context().addCookies([{ name: 'gusul_locale', value: language, url: server.url }])
        await page.goto(`${server.url}/console${path}`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 })
          expect([name, language, width, await seriousByAxe(page)]).toEqual([name, language, width, []])
          expect([name, language, width, await overflowOf(page)]).toEqual([name, language, width, 0])
          await shoot(page, `acc-${name}-${language}-${width}`)
        }
      }
    await page.setViewportSize({ width: 1440, height: 900 })
    expect(browsers.complaints).toEqual([])
  })
})

import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '#support/chromium'
import { type RunningServer, startServer } from '#support/server'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Set GUSUL_SHOTS to a folder to keep a picture of every screen at both widths. */
const shots = process.env.GUSUL_SHOTS

describe('accounts in the browser', () => {
  let server: RunningServer
  let browser: Browser
  let context: BrowserContext
  let page: Page
  const complaints: string[] = []
  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ko-KR', bypassCSP: false })
    page = await context.newPage()
    watch(page)
  })
  afterAll(async () => {
    for (const other of others) await other.close()
    await browser?.close()
    await server?.remove()
  })

  /** A browser of another person. Not a context: a Chromium that runs as one process lets the cookies of its contexts mix. */
  const others: Browser[] = []
  async function anotherBrowser(): Promise<Browser> {
    const other = await launchBrowser()
    others.push(other)
    return other
  }

  function watch(one: Page) {
    one.on('pageerror', (error) => complaints.push(String(error)))
    one.on('console', (message) => {
      // a refused request is part of some tests; anything else is a fault of ours
      if (message.type() === 'error' && !message.text().includes('the server responded with a status of')) complaints.push(message.text())
    })
  }

  /** Nothing serious by axe, in both languages; nothing wider than a phone. */
  async function look(one: Page, name: string) {
    for (const language of ['ko', 'en']) {
      await one.context().addCookies([{ name: 'gusul_locale', value: language, url: server.url }])
      await one.reload()
      await one.getByRole('heading', { level: 1 }).waitFor()
      await one.waitForLoadState('networkidle')
      // axe comes in past the content policy, as a debugger does
      const session = await one.context().newCDPSession(one)
      await session.send('Runtime.evaluate', { expression: axe })
      await session.detach()
      const found = (await one.evaluate(
        'axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations.filter((v) => v.impact === "serious" || v.impact === "critical").map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 120)).join(" | ")))',
      )) as string[]
      expect([name, language, found]).toEqual([name, language, []])
      for (const width of [1440, 390]) {
        await one.setViewportSize({ width, height: 900 })
        const overflow = (await one.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number
        expect([name, language, width, overflow <= 0]).toEqual([name, language, width, true])
        if (shots) {
          mkdirSync(shots, { recursive: true })
          await one.screenshot({ path: join(shots, `${name}-${language}-${width}.png`), fullPage: true })
        }
      }
      await one.setViewportSize({ width: 1440, height: 900 })
    }
    await one.context().addCookies([{ name: 'gusul_locale', value: 'ko', url: server.url }])
    await one.reload()
    await one.getByRole('heading', { level: 1 }).waitFor()
  }

  test('the printed link makes the administrator and the first office, by keyboard alone', async () => {
    await page.goto(server.url + server.link())
    await look(page, 'first-link')
    await page.getByLabel('이름').focus()
    await page.keyboard.type('김하나')
    await page.keyboard.press('Tab')
    await page.keyboard.type('kim@city.example')
    await page.keyboard.press('Tab')
    await page.keyboard.type('짧은것')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: '10자 이상' }).waitFor()
    await page.getByLabel('비밀번호', { exact: true }).fill('tulip-ladder-river')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '첫 기관 만들기' }).waitFor()
    await look(page, 'first-office')
    await page.getByLabel('한글 이름').fill('나래시')
    await page.getByLabel('영문 이름').fill('Narae City')
    expect(await page.getByLabel('주소 이름').inputValue()).toBe('narae')
    await page.reload()
    expect(await page.getByLabel('한글 이름').inputValue()).toBe('나래시')
    await page.getByRole('button', { name: '기관 만들기' }).click()
    await page.getByText('나래시를 만들었습니다').waitFor()
    await page.getByRole('navigation').getByRole('link', { name: '사람' }).waitFor()
  })

  test('a colleague is invited by a link, accepts it in another browser, and changes role', async () => {
    await page.goto(`${server.url}/console/people`)
    await page.getByRole('button', { name: '초대하기' }).click()
    await page.getByRole('dialog').getByLabel('이메일').fill('lee@city.example')
    await page.getByRole('dialog').getByLabel('역할').selectOption('reviewer')
    await page.getByRole('button', { name: '초대 링크 만들기' }).click()
    const link = await page.getByRole('dialog').getByLabel('lee@city.example').inputValue()
    await page.getByRole('dialog').getByRole('button', { name: '닫기' }).last().click()
    const other = await anotherBrowser()
    const theirs = await other.newPage({ viewport: { width: 390, height: 844 }, locale: 'ko-KR' })
    watch(theirs)
    await theirs.goto(link)
    await look(theirs, 'invitation')
    await theirs.getByLabel('이름').fill('이두리')
    await theirs.getByLabel('비밀번호', { exact: true }).fill('lantern-maple-seven')
    await theirs.getByRole('button', { name: '초대 받아들이기' }).click()
    await theirs.waitForURL((url) => !url.pathname.includes('/link/'))
    await theirs.goto(link)
    await theirs.getByRole('heading', { level: 1, name: '이 링크는 더 쓸 수 없습니다' }).waitFor()
    await theirs.goto(`${server.url}/console/people`)
    await theirs.getByRole('heading', { level: 1 }).waitFor()
    expect(await theirs.getByRole('button', { name: '초대하기' }).count()).toBe(0)
    await look(page, 'people')
    // the next choice is made while the list is still being read again, and is not lost
    await page.route('**/members', async (route) => {
      if (route.request().method() === 'GET') await new Promise((resolve) => setTimeout(resolve, 1500))
      await route.continue()
    })
    await page.getByLabel('이두리의 역할').selectOption('officer')
    await page.getByText('이두리의 역할을 담당자로 바꿨습니다').waitFor()
    await page.getByLabel('김하나의 역할').selectOption('viewer')
    await page.getByRole('alert').filter({ hasText: '마지막 관리자' }).waitFor()
    expect(await page.getByLabel('김하나의 역할').inputValue()).toBe('administrator')
    await page.unroute('**/members')
    await other.close()
  })

  test('a person signs in after a slip, and comes back to where they wanted to go', async () => {
    const other = await anotherBrowser()
    const theirs = await other.newPage({ locale: 'ko-KR' })
    watch(theirs)
    await theirs.goto(`${server.url}/console/account`)
    await theirs.getByRole('heading', { level: 1, name: '로그인' }).waitFor()
    await look(theirs, 'sign-in')
    await theirs.getByLabel('이메일').fill('lee@city.example')
    await theirs.getByLabel('비밀번호', { exact: true }).fill('not this one')
    await theirs.keyboard.press('Enter')
    await theirs.getByRole('alert').filter({ hasText: '맞지 않습니다' }).waitFor()
    expect(await theirs.getByLabel('이메일').inputValue()).toBe('lee@city.example')
    await theirs.getByLabel('비밀번호', { exact: true }).fill('lantern-maple-seven')
    await theirs.keyboard.press('Enter')
    await theirs.getByRole('heading', { level: 1, name: '내 계정' }).waitFor()
    await look(theirs, 'account')
    await theirs.getByRole('button', { name: '토큰 만들기' }).click()
    await theirs.getByRole('dialog').getByLabel('어디에 쓰는지').fill('월간 보고서')
    await theirs.getByRole('dialog').getByRole('button', { name: '토큰 만들기' }).click()
    const token = await theirs.getByRole('dialog').getByLabel('월간 보고서').inputValue()
    const answer = await fetch(`${server.url}/api/v1/offices/narae`, { headers: { authorization: `Bearer ${token}` } })
    expect(answer.status).toBe(200)
    await theirs.getByRole('dialog').getByRole('button', { name: '닫기' }).last().click()
    await theirs.getByRole('button', { name: '거두기' }).click()
    await theirs.getByRole('dialog').getByRole('button', { name: '거두기' }).click()
    await theirs.getByText('만든 토큰이 없습니다').waitFor()
    await other.close()
  })

  test('the administrator of the installation looks after offices, accounts and mail', async () => {
    await page.goto(`${server.url}/console/offices`)
    await look(page, 'installation-offices')
    await page.getByRole('button', { name: '고치기' }).click()
    await page.getByRole('dialog').getByLabel('한글 이름').fill('새나래시')
    await page.getByRole('dialog').getByRole('button', { name: '저장' }).click()
    await page.getByText('새나래시').first().waitFor()
    await page.getByRole('tab', { name: '계정' }).click()
    await page.getByRole('button', { name: '이두리에게 할 일' }).click()
    await page.getByRole('menuitem', { name: '비밀번호 링크' }).click()
    expect(await page.getByRole('dialog').getByLabel('lee@city.example').inputValue()).toContain('/console/link/')
    await page.getByRole('dialog').getByRole('button', { name: '닫기' }).last().click()
    await page.getByRole('tab', { name: '메일' }).click()
    await page.getByLabel('메일 서버').fill('127.0.0.1')
    await page.getByLabel('보내는 주소').fill('not an address')
    await page.getByRole('button', { name: '저장' }).click()
    await page.getByRole('alert').filter({ hasText: '이메일 주소' }).waitFor()
    expect(await page.getByLabel('메일 서버').inputValue()).toBe('127.0.0.1')
  })

  test('the browser has nothing to complain about', () => {
    expect(complaints).toEqual([])
  })
})

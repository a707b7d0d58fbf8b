import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browsers } from '#support/browser'
import { firstAdministrator, type Person } from '#support/person'
import { type RunningServer, startServer } from '#support/server'

/** Drawings that stand by themselves: outside a chart's frame they would have no table and nothing to take along. */
const STRAY = `[...document.querySelectorAll('main [role="img"], main svg.ch')].filter((one) => one.getBoundingClientRect().width > 0 && !one.closest('figure.ec-fig')).map((one) => one.getAttribute('aria-label') ?? one.outerHTML.slice(0, 80))`
const BARE = `[...document.querySelectorAll('figure.ec-fig')].filter((one) => one.getBoundingClientRect().width > 0 && ![...one.querySelectorAll('svg.ch')].some((svg) => svg.getBoundingClientRect().width > 0)).length`

describe('every chart of the economy has its table, its numbers and its picture to take along', () => {
  let server: RunningServer
  let person: Person
  let browsers: Browsers
  let page: Page

  beforeAll(async () => {
    server = await startServer({ args: [] })
    person = await firstAdministrator(server, null)
    browsers = new Browsers()
    page = await browsers.page()
    const [name, ...value] = person.cookie().split('=')
    await page.context().addCookies([{ name: name!, value: value.join('='), url: server.url, httpOnly: true, sameSite: 'Lax' }])
  })
  afterAll(async () => {
    await browsers?.close()
    await server?.remove()
  })

  /** What is wrong with the charts of the page, in words; with the names of those that are sound. */
  async function walk(): Promise<{ wrong: string[]; names: string[] }> {
    const wrong = ((await page.evaluate(STRAY)) as string[]).map((one) => `stands by itself: ${one}`)
    if (((await page.evaluate(BARE)) as number) > 0) wrong.push('a frame has no drawing')
    const names: string[] = []
    for (const figure of await page.locator('figure.ec-fig').all()) {
      await figure.locator('summary').click()
      const name = (await figure.locator('caption').textContent()) ?? ''
      names.push(name)
      const cells = await figure.locator('tbody tr').count()
      const columns = await figure.locator('thead th').count()
      if (name === '' || cells === 0 || columns < 2) wrong.push(`${name}: a table of ${cells} rows and ${columns} columns`)
      if (!(await figure.getByRole('table').isVisible())) wrong.push(`${name}: its table does not open`)
      await figure.locator('summary').click()
      const [numbers] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: 'CSV 받기' }).click()])
      const lines = readFileSync(await numbers.path(), 'utf8')
        .trim()
        .split('\r\n')
      if (lines.length !== cells + 1) wrong.push(`${name}: ${lines.length} lines of CSV, ${cells} rows`)
      const [picture] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: '그림(SVG) 받기' }).click()])
      const svg = readFileSync(await picture.path(), 'utf8')
      const sound = await page.evaluate(`(() => {
        const read = new DOMParser().parseFromString(${JSON.stringify(svg)}, 'image/svg+xml')
        return read.querySelector('parsererror') === null && read.querySelectorAll('path, rect, circle').length > 1 && read.querySelector('text') !== null
      })()`)
      if (!sound) wrong.push(`${name}: its picture cannot be read`)
      if (/var\(--|class=|style=/.test(svg)) wrong.push(`${name}: its picture needs a style sheet`)
      if (!svg.includes('출처: ')) wrong.push(`${name}: its picture does not say where it is from`)
    }
    return { wrong, names }
  }

  const at = async (office: string, path: string) => {
    await person.send('PUT', '/session/office', { office })
    await page.goto(`${server.url}/console${path}`)
    await page.waitForLoadState('networkidle')
  }

  test.each([
    ['gwangju', '/structure', 5],
    ['gwangju', '/chain', 1],
    ['ansan', '/warning', 3],
    ['gwangju', '/forecast', 2],
  ])('%s%s', async (office, path, count) => {
    await at(office, path)
    await page.locator('#an-basis').waitFor()
    const { wrong, names } = await walk()
    expect(wrong).toEqual([])
    expect(names).toHaveLength(count)
  })

  test('one year of structure alone', async () => {
    await at('gwangju', '/structure?from=2025')
    await page.locator('#an-basis').waitFor()
    const { wrong, names } = await walk()
    expect([wrong, names.length]).toEqual([[], 3])
  })

  test('the claims of the offices', async () => {
    for (const office of ['gwangju', 'namyangju']) {
      const { items } = await person
        .send('PUT', '/session/office', { office })
        .then(() => person.get<{ items: { id: string }[] }>(`/offices/${office}/economy/claims`))
      expect(items.length).toBeGreaterThan(0)
      for (const one of items.slice(0, 4)) {
        await at(office, `/effects/${one.id}`)
        expect((await walk()).wrong).toEqual([])
      }
    }
  })

  test.each([
    ['with a table', '', 5],
    ['by published coefficients', '표 없이 공표된 전국 계수로', 1],
  ])('an impact %s', async (_, table, least) => {
    await at('gwangju', '/impact')
    if (table) await page.getByLabel('산업연관표').selectOption({ label: table })
    await page.getByRole('group', { name: '쓰는 돈 1' }).getByLabel('금액').fill('3조원')
    await page.getByRole('group', { name: '쓰는 돈 1' }).getByLabel('해', { exact: false }).first().fill('2027')
    if (!table) {
      const operation = page.getByRole('group', { name: '다 지은 뒤 해마다' })
      await operation.getByLabel('업종').selectOption('컴퓨터, 전자 및 광학기기')
      await operation.getByLabel('첫 해').fill('2029')
      await operation.getByLabel('마지막 해').fill('2033')
      await operation.getByLabel('안의 일자리').fill('8천명')
    }
    await page.getByRole('button', { name: '셈하기' }).click()
    await page.locator('.ec-result figure').first().waitFor()
    const { wrong, names } = await walk()
    expect(wrong).toEqual([])
    expect(names.length).toBeGreaterThanOrEqual(least)
    expect(browsers.complaints).toEqual([])
  })
})

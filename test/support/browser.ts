import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from './chromium.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Set GUSUL_SHOTS to a folder to keep a picture of every screen at both widths. */
const shots = process.env.GUSUL_SHOTS

/** The widths at which every screen is looked at: a desk and a phone. */
export const widths = [1440, 390] as const

/** Write down what a page has to complain about: uncaught errors, console errors, refusals of the content policy. A refused request is part of some tests. */
export function watch(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('the server responded with a status of'))
      complaints.push(`${page.url()}: ${message.text()}`)
  })
}

/** What axe finds serious or critical on a page; `rules` narrows it to some rules. It comes in past the content policy, as a debugger does. */
export async function seriousByAxe(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) {
    const session = await page.context().newCDPSession(page)
    await session.send('Runtime.evaluate', { expression: axe })
    await session.detach()
  }
  const options = { resultTypes: ['violations'], ...(rules ? { runOnly: { type: 'rule', values: rules } } : {}) }
  return (await page.evaluate(
    `axe.run(document, ${JSON.stringify(options)}).then((r) => r.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical')
      .map((v) => v.id + ': ' + v.nodes.slice(0, 5).map((n) => n.html.slice(0, 160)).join(' | ')))`,
  )) as string[]
}

/** By how many pixels a page is wider than its window. */
export const overflowOf = async (page: Page): Promise<number> =>
  Math.max(0, (await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) as number)

/** In how many lines the console's bar stands: menu, way, office and person; a line of clocks below them is one more. 0 where there is none. */
export const linesOfBar = (page: Page): Promise<number> =>
  page.evaluate(
    `new Set([...document.querySelectorAll('.bar > *')].map((one) => one.getBoundingClientRect()).filter((box) => box.height > 0).map((box) => Math.round(box.top + box.height / 2))).size`,
  )

/** Days that a page parts at their hyphens, as the text that they stand in. Four digits inside an identifier (…-4821-47…) are no day. */
export const partedDays = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const parted = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const match of node.data.matchAll(/(?<![0-9a-z-])[0-9]{4}-[0-9]{2}(-[0-9]{2})?(?![0-9a-z-])/g)) {
        const range = document.createRange()
        range.setStart(node, match.index)
        range.setEnd(node, match.index + match[0].length)
        const tops = [...range.getClientRects()].filter((one) => one.width > 0).map((one) => Math.round(one.top))
        if (new Set(tops).size > 1) parted.push(node.data.trim().slice(0, 80))
      }
    return parted
  })()`)

/** Keep a picture where GUSUL_SHOTS asks for it. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (!shots) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
}

/** Browsers of several people. Not contexts: a Chromium that runs as one process lets the cookies of its contexts mix. */
export class Browsers {
  readonly complaints: string[] = []
  readonly #open: Browser[] = []

  /** A page in a browser of its own, watched. */
  async page(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const browser = await launchBrowser()
    this.#open.push(browser)
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ko-KR', ...options })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    watch(page, this.complaints)
    return page
  }

  async close(): Promise<void> {
    for (const browser of this.#open.splice(0)) await browser.close()
  }
}

import { existsSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browsers, overflowOf, seriousByAxe, shoot, widths } from '#support/browser'
import { firstAdministrator, type Person } from '#support/person'
import { projectRoot, type RunningServer, startServer } from '#support/server'

/**
 * Story 1: an officer pastes an article that has no dateline. By hand, of the seed: four firms (4개 기업), 3조원 in all and 1조원 of one data centre are three claims; "지난해 12월 5일"
 * of the agreement with the bank has no anchor and stays undecided; nothing enters the portfolio. Of the article of our own: two firms, 2조원, 7천억원, and "지난해 3월 2일".
 */
const seed = `${projectRoot}/../shared/seeds/000_c51e14ad50963298.txt`
const own = `너른시, 1년 새 2조 투자유치

한빛 너른시장은 지난 3일 “산업 전환을 선포한 지 1년 만에 2개 기업으로부터 현재 누적 투자유치 금액 2조원을 기록했다”고 말했다.

새솔은행장과 너른시장은 지난해 3월 2일 ‘새솔은행 미래 전산센터’ 건립 관련 투자유치 협약을 체결했다.

한결전산 유한회사 대표이사가 지난달 28일 너른시 마루읍에 7천억원 규모의 데이터센터를 건립하는 내용의 협약서에 서명했다.`

const articles = [
  {
    name: 'an article of our own',
    text: own,
    values: ['2곳|2개', '2조원', '7,?000억원|7천억'],
    day: '지난해 3월 2일',
    deal: '7천억원 규모의 데이터센터',
  },
  {
    name: 'the first seed article',
    text: existsSync(seed) ? readFileSync(seed, 'utf8') : null,
    values: ['4곳|4개', '3조원', '1조원'],
    day: '지난해 12월 5일',
    deal: '1조원 규모의 데이터센터',
  },
]

interface Claim {
  id: string
  span: { start: number; end: number; quote: string; sentence: string; sentenceStart: number; sentenceEnd: number }
}

for (const article of articles)
  describe.skipIf(article.text === null)(`an officer pastes ${article.name} (skipped where it is not beside the project)`, () => {
    let server: RunningServer
    let person: Person
    let page: Page
    let pasted = 0
    const browsers = new Browsers()
    beforeAll(async () => {
      server = await startServer()
      person = await firstAdministrator(server)
      page = await browsers.page()
      const [name, ...value] = person.cookie().split('=')
      await page.context().addCookies([{ name: name!, value: value.join('='), url: server.url, httpOnly: true, sameSite: 'Lax' }])
    })
    afterAll(async () => {
      await browsers.close()
      await server?.remove()
    })
    const card = () => page.locator('article[aria-current=true]')
    /** Click through the claims until one shows this. */
    const claimOf = async (value: RegExp, where = '.hd') => {
      const all = page.locator('article[data-claim]')
      for (let at = 0; at < (await all.count()); at++) {
        const id = (await all.nth(at).getAttribute('data-claim'))!
        await page.locator(`article[data-claim="${id}"]`).click({ position: { x: 8, y: 8 } })
        await page.locator(`article[data-claim="${id}"][aria-current=true]`).waitFor()
        if (value.test((await card().locator(where).first().textContent()) ?? '')) return id
      }
      throw new Error(`expected a claim of ${value}, got ${await all.allTextContents()}`)
    }

    test('within a minute its claims stand in the review, the values apart from each other', async () => {
      await page.goto(`${server.url}/console/documents`)
      await page.getByLabel('글 붙여넣기').fill(article.text!)
      pasted = Date.now()
      await page.getByRole('button', { name: '넣고 읽기' }).click()
      await page.getByRole('button', { name: '검토 시작' }).waitFor()
      expect(Date.now() - pasted).toBeLessThan(60_000)
      await page.getByRole('button', { name: '검토 시작' }).click()
      await card().waitFor()
      const found = new Set<string>()
      for (const value of article.values) found.add(await claimOf(new RegExp(value)))
      expect(found.size).toBe(3)
    })

    test('each opens its sentence with its words lit, and every quote is cut out of the text where it says it stands', async () => {
      await claimOf(new RegExp(article.values[2]!))
      await card()
        .getByRole('button', { name: /주장: 문장 보기/ })
        .first()
        .click()
      const sheet = page.getByRole('dialog')
      await sheet.getByText(article.deal).waitFor()
      expect(new RegExp(article.values[2]!).test((await sheet.locator('mark').first().textContent()) ?? '')).toBe(true)
      await page.keyboard.press('Escape')
      const id = page.url().split('/').at(-1)!.split('?')[0]!
      const { document, claims } = await person.get<{ document: { text: string }; claims: Claim[] }>(`/offices/narae/documents/${id}/review`)
      expect(claims.length).toBeGreaterThanOrEqual(article.values.length)
      for (const { span } of claims)
        expect([document.text.slice(span.start, span.end), document.text.slice(span.sentenceStart, span.sentenceEnd)]).toEqual([
          span.quote,
          span.sentence,
        ])
    })

    test('a day that has no anchor is told as undecided and is never guessed', async () => {
      await claimOf(new RegExp(article.day), 'dl')
      await card().getByText(`“${article.day}”, 문서에 날짜가 없습니다`).waitFor()
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        expect(await overflowOf(page)).toBe(0)
        await shoot(page, `ingest-${width}`)
      }
      await page.setViewportSize({ width: 1440, height: 900 })
      expect(await seriousByAxe(page)).toEqual([])
    })

    test('nothing enters the portfolio before somebody accepts it', async () => {
      await page.goto(`${server.url}/console/projects`)
      await page.getByText('아직 사업이 없습니다').waitFor()
      expect((await person.get<{ items: unknown[] }>('/offices/narae/projects?kind=project,agreement,programme,pledge,award')).items).toEqual([])
      expect((await person.get<{ value: string | null }>('/offices/narae/figures/announced_investment')).value).toBeNull()
      expect(browsers.complaints).toEqual([])
    })
  })

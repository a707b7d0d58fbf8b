import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browsers, shoot } from '#support/browser'
import { firstAdministrator, type Person, until } from '#support/person'
import { type RunningServer, startServer } from '#support/server'

interface Review {
  document: { readingState: string }
  claims: { id: string; value: string | null; indicator: string | null; state: string; suggestions: unknown[] }[]
}

/**
 * Story 2: a second paper tells one agreement again, as "약 1조원 규모". By hand: the first article announces 1조원 of one data centre, so the office's announced investment is 1조원
 * (1,000,000,000,000 won); merged it stays 1조원, kept apart it would be 2조원. Taken back, the first stays accepted, the second waits again and the merge is not proposed any more,
 * also not after the document was read anew. The history then has three rows: the first accepted, the second merged and taken back, the second merged by hand; of the second document two.
 */
describe('an officer meets an agreement told again', () => {
  let server: RunningServer
  let person: Person
  let page: Page
  let second = ''
  const browsers = new Browsers()
  const office = '/offices/narae'
  const total = async () => (await person.get<{ value: string | null }>(`${office}/figures/announced_investment`)).value
  const review = (id: string) =>
    until(async () => {
      const found = await person.get<Review>(`${office}/documents/${id}/review`)
      return found.document.readingState === 'read' ? found : null
    }, 'the reading')
  const moneyOf = (found: Review) => found.claims.find((one) => one.indicator === 'investment' && one.value === '1000000000000')!
  const inHand = (): Locator => page.locator('article[aria-current=true]')

  beforeAll(async () => {
    server = await startServer()
    person = await firstAdministrator(server)
    const { document } = await person.post<{ document: { id: string } }>(`${office}/documents`, {
      text: '나래시는 지난 28일 물빛읍에 1조원 규모의 ‘별빛 데이터센터’를 건립하는 내용의 협약을 한결아이디씨와 맺었다.',
      publishedOn: '2026-01-30',
      outlet: '나래일보',
    })
    const claim = moneyOf(await review(document.id))
    await person.post(`${office}/claims/${claim.id}/accept`, { subject: { new: { kind: 'project', nameKo: '별빛 데이터센터', place: '물빛읍' } } })
    page = await browsers.page()
    const [name, ...value] = person.cookie().split('=')
    await page.context().addCookies([{ name: name!, value: value.join('='), url: server.url, httpOnly: true, sameSite: 'Lax' }])
  })
  afterAll(async () => {
    await browsers.close()
    await server?.remove()
  })

  test('it is proposed as the same, with what either would do to the total; merged, the total stays', async () => {
    expect(await total()).toBe('1000000000000')
    await page.goto(`${server.url}/console/documents`)
    await page.getByRole('heading', { level: 1, name: '문서' }).waitFor()
    await page.keyboard.press('c')
    await page
      .getByLabel('글 붙여넣기')
      .fill('한결아이디씨가 나래시 물빛읍 별빛 데이터센터에 약 1조원 규모를 투자하는 협약을 맺었다고 나래시가 밝혔다.')
    await page.getByLabel('문서 날짜').fill('2026년 3월 10일')
    await page.getByRole('button', { name: '넣고 읽기' }).click()
    await page.getByRole('row').filter({ hasText: '2026-03-10' }).getByText('읽음').waitFor()
    await page.getByRole('row').filter({ hasText: '2026-03-10' }).getByRole('link').first().click()
    await inHand().waitFor()
    second = page.url().split('/').at(-1)!.split('?')[0]!
    const claim = page.locator(`article[data-claim="${moneyOf(await review(second)).id}"]`)
    await claim.click({ position: { x: 8, y: 8 } })
    await inHand().getByText('같은 것으로 보입니다.').waitFor()
    await inHand().getByText('합치면 1조원 그대로이고, 따로 두면 2조원이 됩니다.').waitFor()
    await page.getByRole('table').filter({ hasText: '이 문장' }).getByRole('row').filter({ hasText: '이름' }).getByText('같음').waitFor()
    await shoot(page, 'restatement')
    await page.keyboard.press('m')
    await page.locator('.toast').filter({ hasText: '합계는 그대로입니다' }).waitFor()
    expect([await total(), moneyOf(await review(second)).state]).toEqual(['1000000000000', 'merged'])
  })

  test('taken back, both stand as before and it is not proposed again, also not by a new reading', async () => {
    await page
      .locator('article.cl--done, article[aria-current=true]')
      .filter({ hasText: '1조원' })
      .first()
      .click({ position: { x: 8, y: 8 } })
    await page.keyboard.press('u')
    await until(async () => (moneyOf(await review(second)).state === 'pending' ? true : null), 'the claim to wait again')
    expect(await total()).toBe('1000000000000')
    expect(moneyOf(await review(second)).suggestions).toEqual([])
    await person.post(`${office}/documents/${second}/reading`, {})
    const again = await review(second)
    expect([moneyOf(again).state, moneyOf(again).suggestions]).toEqual(['pending', []])
    await page.reload()
    await inHand().waitFor()
    expect(await page.getByText('같은 것으로 보입니다.').count()).toBe(0)
  })

  test('whoever says so may still merge by hand; every decision stays in the history', async () => {
    await page.locator(`article[data-claim="${moneyOf(await review(second)).id}"]`).click({ position: { x: 8, y: 8 } })
    await page.keyboard.press('m')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox').fill('별빛')
    await page.getByRole('option', { name: /별빛 데이터센터/ }).click()
    await dialog.getByRole('button', { name: '합치기' }).click()
    await page.locator('.toast').filter({ hasText: '합계는 그대로입니다' }).first().waitFor()
    expect(await total()).toBe('1000000000000')
    await page.getByRole('button', { name: '판단 이력' }).click()
    const lines = page.getByRole('dialog').locator('.rv-history li')
    await lines.first().waitFor()
    expect((await lines.allTextContents()).map((line) => [/합/.test(line), /물림|되돌림|물렀/.test(line)])).toEqual([
      [true, false],
      [true, true],
    ])
    const { items } = await person.get<{ items: { kind: string; undoneAt: string | null }[] }>(`${office}/judgements?limit=20`)
    expect(items.map((one) => [one.kind, one.undoneAt !== null])).toEqual([
      ['merge', false],
      ['merge', true],
      ['accept', false],
    ])
    expect(browsers.complaints).toEqual([])
  })
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Browsers, overflowOf, partedDays, seriousByAxe, shoot, widths } from '#support/browser'
import { firstAdministrator, type Person, until } from '#support/person'
import { type RunningServer, startServer } from '#support/server'

/** 같은 것으로 보이는 이름: two papers write one firm in two ways; what its projects say is the evidence, and a person decides. */
const papers = [
  ['2026-03-04', '나래시는 4일 (주)가온이노텍과 투자협약을 체결했다. 가온이노텍은 솔내산업단지에 350억원을 투자해 부품 공장을 신축한다.'],
  ['2026-03-05', '가온이노테크㈜가 나래시와 350억원 규모의 투자 협약을 맺었다. 회사는 솔내산단에 부품공장을 짓는다.'],
] as const

let server: RunningServer
let person: Person
let page: Page
const browsers = new Browsers()
beforeAll(async () => {
  server = await startServer()
  person = await firstAdministrator(server)
  for (const [at, [publishedOn, text]] of papers.entries()) {
    const { document } = await person.post<{ document: { id: string } }>('/offices/narae/documents', { text, publishedOn, outlet: '나래일보' })
    const claim = await until(async () => {
      const review = await person.get<{ claims: { id: string; value: string | null }[] }>(`/offices/narae/documents/${document.id}/review`)
      return review.claims.find((one) => one.value === '35000000000')
    }, 'the amount of the paper')
    await person.post(`/offices/narae/claims/${claim.id}/accept`, {
      subject: { new: { kind: 'project', nameKo: ['부품 공장', '솔내 새 공장'][at] } },
    })
  }
  page = await browsers.page()
  const [name, ...value] = person.cookie().split('=')
  await page.context().addCookies([{ name: name!, value: value.join('='), url: server.url, httpOnly: true, sameSite: 'Lax' }])
})
afterAll(async () => {
  await browsers.close()
  await server?.remove()
})

test('spellings of a firm stand side by side with what its projects say, in readable numbers', async () => {
  await page.goto(`${server.url}/console/documents/same`)
  const pair = page.getByRole('listitem').filter({ hasText: '가온이노테크㈜' })
  await pair.getByRole('row', { name: '값' }).waitFor()
  expect(await pair.getByRole('row', { name: '값' }).getByRole('cell', { name: '투자액 350억원' }).count()).toBe(2)
  expect(await pair.getByText('문서 1건').count()).toBe(2)
  expect(await page.getByText('기업·기관 1').count()).toBe(1)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    expect(await overflowOf(page)).toBe(0)
    // nothing of the table is out of sight on a phone
    expect(await pair.locator('.scroll').evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
    await shoot(page, `names-${width}`)
  }
  expect(await partedDays(page)).toEqual([])
  expect(await seriousByAxe(page)).toEqual([])
})

test('in English, too, no word of the table is cut off or lies over another', async () => {
  await page.context().addCookies([{ name: 'gusul_locale', value: 'en', url: server.url }])
  await page.reload()
  const pair = page.getByRole('listitem').filter({ hasText: '가온이노테크㈜' })
  await pair.getByRole('cell', { name: 'Investment KRW 35 billion' }).first().waitFor()
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    const wide = await pair
      .locator('th, td, .scroll')
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent))
    expect(wide).toEqual([])
    await shoot(page, `names-en-${width}`)
  }
  await page.context().addCookies([{ name: 'gusul_locale', value: 'ko', url: server.url }])
  await page.reload()
})

test('told apart the pair is gone and the keyboard stays on the page; taken back it is there again', async () => {
  await page.getByRole('button', { name: '다른 것' }).click()
  await page.getByText('같은 것으로 보이는 이름이 없습니다').waitFor()
  await page.locator('ul:focus').waitFor({ state: 'attached' })
  await page.getByRole('button', { name: '되돌리기' }).click()
  await page.getByRole('button', { name: '하나로 합치기' }).click()
  await page.getByText(/하나로 합쳤습니다: .*가온이노/).waitFor()
  expect(browsers.complaints).toEqual([])
})

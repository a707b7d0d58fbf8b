import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase, withRole } from '#store/connection'
import { type Embedded, startEmbedded } from '#store/embedded'
import { withClient } from '#store/roles'
import { Browsers, linesOfBar, overflowOf, partedDays, seriousByAxe, shoot, widths } from '#support/browser'
import { firstAdministrator, type Person, until } from '#support/person'
import { type RunningServer, startServer } from '#support/server'

/** 다시 읽으면 달라지는 것: documents that an older version read, and what the present one reads otherwise, in words. */
const text =
  '나래시는 가온전자와 2027년까지 약 2,500억원을 투자하는 협약을 맺었다. 가온전자는 120명을 채용한다.\n나래시는 다솜소재와 300억원 이상을 투자하는 협약을 체결했다.'

const folder = mkdtempSync(join(tmpdir(), 'gusul-reread-'))
const browsers = new Browsers()
let cluster: Embedded
let superUrl: string
let server: RunningServer
let person: Person
let page: Page
beforeAll(async () => {
  cluster = await startEmbedded({ folder, reach: 'tcp', durable: false })
  superUrl = cluster.url('postgres', 'postgres')
  await withClient(superUrl, async (client) => {
    await client.query("CREATE ROLE city LOGIN CREATEROLE PASSWORD 'a word of the city'")
    await client.query('CREATE DATABASE city OWNER city')
  })
  const databaseUrl = withRole(withDatabase(superUrl, 'city'), 'city', 'a word of the city')
  superUrl = withDatabase(superUrl, 'city')
  server = await startServer({ env: { DATABASE_URL: databaseUrl } })
  person = await firstAdministrator(server)
  page = await browsers.page()
  const [name, ...value] = person.cookie().split('=')
  await page.context().addCookies([{ name: name!, value: value.join('='), url: server.url, httpOnly: true, sameSite: 'Lax' }])
})
afterAll(async () => {
  await browsers.close()
  await server?.remove()
  await cluster?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const add = async (words: string): Promise<string> => {
  const { document } = await person.post<{ document: { id: string } }>('/offices/narae/documents', {
    title: '나래시 투자협약 두 건',
    text: words,
    publishedOn: '2026-05-01',
    outlet: '나래일보',
  })
  await until(
    async () => (await person.get<{ readingState: string }>(`/offices/narae/documents/${document.id}`)).readingState === 'read',
    'the reading',
  )
  return document.id
}
/** As an older version would have left it: another amount and indicator without 약, no date, a person's claim missed, one too many. */
const readByAnOlderVersion = (document: string) =>
  withClient(superUrl, async (client) => {
    await client.query(
      `UPDATE claim SET indicator_id = 'budget', value = 250000000, approximate = false, due_from = null, due_to = null, due_text = null, stage = 'plan'
       WHERE document_id = $1 AND value = 250000000000`,
      [document],
    )
    await client.query("UPDATE claim SET bound = null, approximate = false WHERE document_id = $1 AND bound = 'min'", [document])
    await client.query(
      "DELETE FROM claim_state WHERE document_id = $1 AND claim_id IN (SELECT claim_id FROM claim WHERE indicator_id = 'jobs' AND document_id = $1)",
      [document],
    )
    await client.query("DELETE FROM claim WHERE document_id = $1 AND indicator_id = 'jobs'", [document])
    await client.query("UPDATE document SET reader_version = '0.1' WHERE document_id = $1", [document])
  })

test('where nothing was compared it says so, and how to', async () => {
  await page.goto(`${server.url}/console/documents/rereading`)
  await page.getByText('아직 견주어 보지 않았습니다').waitFor()
  await page.getByText('‘모든 문서를 견주기’를 누르면').waitFor()
  expect(await page.getByText('달라지는 것이 없습니다').count()).toBe(0)
  await add('나래시는 5월 1일 시민의 날 행사를 열었다.')
  await page.getByRole('button', { name: '모든 문서를 견주기' }).click()
  await page.getByText('달라지는 것이 없습니다').waitFor()
  await page.getByText(/문서 1건을 견줌/).waitFor()
})

test('what would be read otherwise is said in words and figures, in both languages and at both widths', async () => {
  const id = await add(text)
  await readByAnOlderVersion(id)
  await page.reload()
  await page.getByText(/^읽는 판 .* 앞선 판으로 읽은 문서 1건/).waitFor()
  await page.getByRole('button', { name: '견주어 보기' }).click()
  const item = page.getByRole('listitem').filter({ hasText: '나래시 투자협약 두 건' })
  await item.getByText('보기', { exact: true }).click()
  const changed = item.locator('.in-changes > li').filter({ hasText: '약 2,500억원' }).first()
  await changed.waitFor()
  const rows = async (of = changed) => (await of.locator('dl > *').allTextContents()).join(' ')
  expect(await rows()).toBe('지표 사업비 → 투자액 값 2억 5,000만원 → 약 2,500억원 기한 없음 → 2027 단계 계획 → 협약')
  const bound = item.locator('.in-changes > li').filter({ hasText: '300억원 이상' }).first()
  expect(await rows(bound)).toBe('값 300억원 → 300억원 이상')
  expect(await item.locator('.in-changes > li').filter({ hasText: '새 주장' }).textContent()).toContain('120명')
  for (const locale of ['ko', 'en'] as const) {
    await page.context().addCookies([{ name: 'gusul_locale', value: locale, url: server.url }])
    await page.reload()
    await page.getByText(locale === 'ko' ? '보기' : 'See', { exact: true }).click()
    await page.locator('.in-changes > li').first().waitFor()
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      expect(await overflowOf(page)).toBe(0)
      expect(await linesOfBar(page)).toBe(1)
      await shoot(page, `rereading-${locale}-${width}`)
    }
    // no id and no value as the record holds it stands on the page
    expect(await page.locator('.in-changes').textContent()).not.toMatch(/budget|investment|jobs|mou|250000000|2028/)
    expect(await seriousByAxe(page)).toEqual([])
  }
  expect(await partedDays(page)).toEqual([])
})

test('what was taken is being read and leaves the list', async () => {
  await page.getByRole('button', { name: 'Read anew', exact: true }).click()
  await page.getByText('나래시 투자협약 두 건').waitFor({ state: 'detached' })
  expect(browsers.complaints).toEqual([])
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browsers, overflowOf, seriousByAxe, shoot, widths } from '#support/browser'
import { firstAdministrator, type Person, until } from '#support/person'
import { type RunningServer, startServer } from '#support/server'

const texts = [
  '나래시, 소재공장 유치\n나래시는 지난 5일 ㈜가온소재, ㈜너울건설과 ‘달빛 소재공장’ 투자협약을 체결했다.\n㈜가온소재는 2027년까지 800억 원을 투자한다.',
  '달빛 소재공장 착공\n㈜가온소재는 지난 2일 ‘달빛 소재공장’ 착공식을 열었다.',
]

describe('steps without an amount in the browser', () => {
  let server: RunningServer
  const browsers = new Browsers()
  let person: Person
  const documents: string[] = []

  beforeAll(async () => {
    server = await startServer()
    person = await firstAdministrator(server)
    for (const [at, text] of texts.entries()) {
      const added = await person.post<{ document: { id: string } }>('/offices/narae/documents', {
        text,
        publishedOn: at === 0 ? '2025-03-06' : '2026-02-04',
      })
      documents.push(added.document.id)
    }
    await until(async () => {
      const { items } = await person.get<{ items: { readingState: string }[] }>('/offices/narae/documents?limit=100')
      return items.length === texts.length && items.every((one) => one.readingState === 'read')
    }, 'every document to be read')
  })
  afterAll(async () => {
    await browsers.close()
    await server?.remove()
  })

  test('the review shows the step with its day, and accepting both makes the history of one project', async () => {
    const page = await browsers.page()
    const [name, ...value] = person.cookie().split('=')
    await page.context().addCookies([{ name: name!, value: value.join('='), url: server.url, httpOnly: true, sameSite: 'Lax' }])
    for (const document of documents) {
      await page.goto(`${server.url}/console/documents/${document}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      const step = page.locator('article.cl').filter({ hasText: '단계' }).first()
      await step.click()
      const hand = page.locator('article.cl--cur')
      await hand.getByText('일어난 날', { exact: true }).waitFor()
      await hand
        .getByText(document === documents[0] ? '협약' : '착공')
        .first()
        .waitFor()
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        expect(await overflowOf(page)).toBe(0)
        await shoot(page, `review-step-${documents.indexOf(document)}-${width}`)
      }
      await page.setViewportSize({ width: 1440, height: 900 })
      expect(await seriousByAxe(page)).toEqual([])
      await hand.getByRole('button', { name: /^받기/ }).click()
      await page
        .getByText(/1 \/ \d 읽음|다 읽었/)
        .first()
        .waitFor()
    }
    const { items } = await person.get<{ items: { id: string; name: string; stage: string | null }[] }>('/offices/narae/projects')
    const project = items.filter((one) => one.stage === 'construction')
    expect(project).toHaveLength(1)
    await page.goto(`${server.url}/console/projects/${project[0]!.id}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText('2026').first().waitFor()
    // from 공사 the rules lead on to 준공: its paper is told, no limit is set, and it is recorded from there
    const next = page.getByRole('region', { name: '사업' })
    await next.getByText('사용승인서·공장설립완료신고').waitFor()
    expect(await next.getByText('기한 없음').count()).toBeGreaterThan(0)
    await next.getByRole('button', { name: '준공 단계 적기' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('사용승인서·공장설립완료신고').waitFor()
    expect(await dialog.getByLabel('다음 단계').inputValue()).toBe('completion')
    await page.keyboard.press('Escape')
    await page.goto(`${server.url}/console/stages?of=fdi`)
    await page.getByText('투자금 도착 확인서').waitFor()
    expect(browsers.complaints).toEqual([])
  })
})

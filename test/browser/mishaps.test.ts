import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browsers } from '#support/browser'
import { firstAdministrator, type Person } from '#support/person'
import { type RunningServer, startServer } from '#support/server'

/** Tab until this has the focus, as one without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let pressed = 0; pressed < 80; pressed++) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`expected Tab to reach ${target}`)
}

describe('one without a mouse, and what goes wrong', () => {
  let server: RunningServer
  let head: Person
  let page: Page
  let project: string
  const browsers = new Browsers()
  beforeAll(async () => {
    server = await startServer()
    head = await firstAdministrator(server)
    page = await browsers.page()
  })
  afterAll(async () => {
    await browsers.close()
    await server?.remove()
  })

  test('sign-in, paste, review and publication need no mouse', async () => {
    await page.goto(`${server.url}/console/documents`)
    await tabTo(page, page.getByLabel('이메일'))
    await page.keyboard.insertText('head@narae.example')
    await tabTo(page, page.getByLabel('비밀번호', { exact: true }))
    await page.keyboard.insertText('tulip-ladder-river-7')
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByLabel('글 붙여넣기'))
    await page.keyboard.insertText('나래시는 5일 한빛테크와 송내읍에 1천200억원 규모의 전지 공장을 짓는 협약을 맺었다.')
    await tabTo(page, page.getByLabel('문서 날짜'))
    await page.keyboard.insertText('2026-01-06')
    await tabTo(page, page.getByRole('button', { name: '넣고 읽기' }))
    await page.keyboard.press('Enter')
    await page.getByRole('row').filter({ hasText: '2026-01-06' }).getByText('읽음').waitFor()
    await tabTo(page, page.getByRole('button', { name: '검토 시작' }))
    await page.keyboard.press('Enter')
    const claim = page.locator('article[aria-current=true]')
    await claim.getByText('1,200').waitFor()
    await tabTo(page, claim.getByRole('combobox', { name: '무엇의' }))
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.insertText('송내 전지 공장')
    await page.getByRole('option', { name: '송내 전지 공장' }).first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await tabTo(page, claim.getByRole('button', { name: '받기' }))
    await page.keyboard.press('a')
    await page.getByText('1 / 1 읽음').waitFor()
    await tabTo(page, page.getByRole('navigation').getByRole('link', { name: '공표' }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '공표' }).waitFor()
    await page.keyboard.press('c')
    const formula = page.getByRole('dialog').getByLabel('산출할 숫자')
    await formula.getByRole('option', { name: '발표된 투자', exact: true }).waitFor({ state: 'attached' })
    await tabTo(page, formula)
    for (let pressed = 0; pressed < 40 && (await formula.inputValue()) !== 'announced_investment'; pressed++) await page.keyboard.press('ArrowDown')
    expect(await formula.inputValue()).toBe('announced_investment')
    const publish = page.getByRole('dialog').getByRole('button', { name: '공표하기' })
    await page.getByRole('dialog').locator('blockquote').getByText('전지 공장을 짓는 협약').waitFor()
    await tabTo(page, publish)
    await page.keyboard.press('Enter')
    await page.getByRole('row').filter({ hasText: '제1판' }).waitFor()
    const projects = await head.get<{ items: { id: string; nameKo: string }[] }>('/offices/narae/projects')
    expect(projects.items.map((one) => one.nameKo)).toEqual(['송내 전지 공장'])
    project = projects.items[0]!.id
  })

  test('words that are no date stop the form, and nothing typed is lost; reload and back keep it too', async () => {
    await page.goto(`${server.url}/console/documents`)
    await page.getByRole('row').filter({ hasText: '2026-01-06' }).waitFor()
    await page.keyboard.press('c')
    await page.getByLabel('글 붙여넣기').fill('다른 글이다. 2조원을 투자한다.')
    await page.getByLabel('문서 날짜').fill('2026-13-45')
    await page.getByLabel('글 붙여넣기').press('ControlOrMeta+Enter')
    expect(
      await page.getByLabel('문서 날짜').evaluate((element) => (element as unknown as { validationMessage: string }).validationMessage),
    ).toContain('2026-13-45')
    expect((await head.get<{ items: unknown[] }>('/offices/narae/documents')).items).toHaveLength(1)
    await page.getByRole('navigation').getByRole('link', { name: '투자 사업' }).click()
    await page.getByRole('row').filter({ hasText: '송내 전지 공장' }).waitFor()
    await page.goBack()
    await page.reload()
    await page.getByRole('row').filter({ hasText: '2026-01-06' }).waitFor()
    await page.keyboard.press('c')
    expect(await page.getByLabel('글 붙여넣기').inputValue()).toBe('다른 글이다. 2조원을 투자한다.')
  })

  test('a lost connection says so, keeps what was typed, and a second press brings it in once', async () => {
    await page.getByLabel('문서 날짜').fill('2026-01-07')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '넣고 읽기' }).click()
    await page.getByRole('alert').filter({ hasText: '서버가 답하지 않습니다' }).waitFor()
    expect(await page.getByLabel('글 붙여넣기').inputValue()).toContain('2조원')
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '넣고 읽기' }).dblclick()
    await page.getByRole('row').filter({ hasText: '2026-01-07' }).getByText('읽음').waitFor()
    expect((await head.get<{ items: unknown[] }>('/offices/narae/documents')).items).toHaveLength(2)
  })

  test('of two tabs the later is told, and keeps its words; an ended session leads to sign-in and back', async () => {
    const other = await page.context().newPage()
    for (const one of [page, other]) {
      await one.goto(`${server.url}/console/projects/${project}`)
      await one.getByRole('heading', { level: 1, name: '송내 전지 공장' }).waitFor()
      await one.keyboard.press('e')
      await one.getByRole('dialog').getByLabel('산업').waitFor()
    }
    await page.getByRole('dialog').getByLabel('산업').fill('이차전지')
    await other.getByRole('dialog').getByLabel('산업').fill('전지 소재')
    await page.getByRole('dialog').getByRole('button', { name: '저장' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await other.getByRole('dialog').getByRole('button', { name: '저장' }).click()
    await other.getByText('그사이 다른 사람이 고쳤습니다').waitFor()
    expect(await other.getByRole('dialog').getByLabel('산업').inputValue()).toBe('전지 소재')
    await other.context().clearCookies()
    await other.getByRole('dialog').getByRole('button', { name: '저장' }).click()
    await other.getByRole('heading', { level: 1, name: '로그인' }).waitFor()
    await other.getByLabel('이메일').fill('head@narae.example')
    await other.getByLabel('비밀번호', { exact: true }).fill('tulip-ladder-river-7')
    await other.keyboard.press('Enter')
    await other.getByRole('heading', { level: 1, name: '송내 전지 공장' }).waitFor()
  })

  test('what is typed of the language model outlives another change on the screen and a reload', async () => {
    await page.goto(`${server.url}/console/documents/watches`)
    const model = page.locator('.in-model')
    await model.getByLabel('주소 (OpenAI 호환)').fill('https://model.example/v1')
    await model.getByLabel('모델 이름').fill('바른 모델')
    await page.getByLabel('주소나 경로').fill('https://press.example/rss')
    await page.getByRole('button', { name: '지켜보기' }).click()
    await page.locator('.in-list').getByText('https://press.example/rss').waitFor()
    expect(await model.getByLabel('모델 이름').inputValue()).toBe('바른 모델')
    await page.reload()
    await model.waitFor()
    expect(await model.getByLabel('주소 (OpenAI 호환)').inputValue()).toBe('https://model.example/v1')
    await model.getByRole('button', { name: '저장' }).click()
    await page.locator('.toast').filter({ hasText: '저장했습니다' }).waitFor()
    expect(await model.getByLabel('모델 이름').inputValue()).toBe('바른 모델')
    // the same place once more is told, and is no second one
    await page.getByLabel('주소나 경로').fill('https://press.example/rss')
    await page.getByRole('button', { name: '지켜보기' }).click()
    await page.locator('.toast').filter({ hasText: '이미 지켜보는 곳입니다.' }).waitFor()
    expect(await page.locator('.in-list > li').count()).toBe(1)
  })

  test('files go on being added while one looks at another screen; stopped, the count says what is there', async () => {
    await page.route('**/documents/files', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 250))
      await route.continue()
    })
    const files = (name: string, count: number) =>
      Array.from({ length: count }, (_, at) => ({
        name: `${name}${at}.txt`,
        mimeType: 'text/plain',
        buffer: Buffer.from(`${name}${at}전자는 송내읍에 ${at + 1}00억원을 투자한다.`),
      }))
    await page.goto(`${server.url}/console/documents`)
    await page.getByRole('button', { name: /문서 넣기/ }).click()
    await page.locator('input[type=file]').setInputFiles(files('가람', 7))
    await page.locator('.in-upload').getByText('0 / 7').waitFor()
    await page.getByRole('navigation').getByRole('link', { name: '투자 사업' }).click()
    await page.getByRole('heading', { level: 1, name: '투자 사업' }).waitFor()
    await page.getByRole('navigation').getByRole('link', { name: '문서 읽기' }).click()
    await page.locator('.in-upload').getByText('끝났습니다. 새 문서 7건').waitFor()
    // the same once more, and others: what was there is named, what was on its way when it was stopped is counted
    await page.locator('input[type=file]').setInputFiles([...files('가람', 1), ...files('나루', 11)])
    await page.locator('.in-upload').getByText('이미 있던 문서라 그대로 둔 파일 1개').waitFor()
    await page.locator('.in-upload').getByRole('button', { name: '멈추기' }).click()
    const stopped = page.locator('.in-upload').getByText('멈췄습니다.')
    await stopped.waitFor()
    const counted = Number(/가운데 (\d+)개를/.exec((await stopped.textContent())!)![1])
    const kept = await head.get<{ items: { title: string }[] }>('/offices/narae/documents?q=%EB%82%98%EB%A3%A8')
    expect(kept.items.length).toBe(counted - 1)
    await page.unroute('**/documents/files')
  })

  test('the browser has nothing to complain about but the lost connection', () => {
    expect(browsers.complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
  })
})

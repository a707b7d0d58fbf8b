import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browsers, overflowOf, seriousByAxe, shoot, widths } from '#support/browser'
import { firstAdministrator, type Person } from '#support/person'
import { type RunningServer, startServer } from '#support/server'

/** A machine that does other things beside this. */
const slow = { timeout: 20_000 }

describe('analyses of the demonstration in the browser', () => {
  let server: RunningServer
  let browsers: Browsers
  let page: Page
  let person: Person

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

  /** Go to an office's screen by the rail. */
  async function open(office: string, screen: string): Promise<void> {
    await person.send('PUT', '/session/office', { office })
    await page.goto(`${server.url}/console/documents`)
    await page.getByRole('link', { name: screen, exact: true }).first().click()
    await page.getByRole('heading', { name: '어떻게 셈했나' }).waitFor()
  }

  test('which links of the self-driving parts chain are missing, and who could fill them', async () => {
    await open('gwangju', '가치사슬')
    await page.getByText('고리 12개가 빠졌고 10개가 약합니다.').waitFor()
    expect(await page.getByText('34% 이상').first().isVisible()).toBe(true)
    const lidar = page.getByRole('region', { name: '빠지거나 약한 고리' }).getByRole('row', { name: /^라이다/ })
    expect((await lidar.allTextContents()).join()).toMatch(/빠짐.*576.*루미라이다 \(예시\) 예시 광주 첨단지구 · 5km · 90 · 만드는 것.*먼빛라이다/)
    await page.getByLabel('후보를 찾을 거리').selectOption('30')
    await expect.poll(async () => (await lidar.allTextContents()).join(), slow).not.toContain('먼빛라이다')
    expect((await lidar.allTextContents()).join()).toContain('루미라이다')
    expect(await page.getByText('합성 자료입니다', { exact: false }).count()).toBeGreaterThan(0)
  })

  test('an office without analyses shows the way to those of another', async () => {
    await person.send('PUT', '/session/office', { office: 'namyangju' })
    await page.goto(`${server.url}/console/warning`)
    await page.getByRole('button', { name: '안산시로 옮겨 보기' }).click()
    await page.getByRole('heading', { name: '어떻게 셈했나' }).waitFor()
    await page.getByText('안산스마트허브 월 가동률').first().waitFor()
  })

  test('firms come into the register by file, row by row, and fill a link of the chain', async () => {
    await person.send('PUT', '/session/office', { office: 'gwangju' })
    await page.goto(`${server.url}/console/firms`)
    await page.getByRole('button', { name: '파일 들이기' }).click()
    const dialog = page.getByRole('dialog')
    const csv = '기업,업종(KSIC),만드는것,소재지,공급능력(억원),출처\n한밭배터리,C28,배터리 셀,대전,1500,실태조사\n엉뚱,자동차,,,,실태조사\n'
    await dialog.locator('input[type=file]').setInputFiles({ name: '명부.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
    await dialog.getByRole('button', { name: '미리 보기' }).click()
    await dialog.getByText('새로 1곳, 고침 0곳, 같음 0곳').waitFor()
    await dialog.getByText('KSIC 두 자리에서 다섯 자리 (C26, 2611)').waitFor()
    await dialog.getByRole('button', { name: '읽은 1줄만 들이기' }).click()
    await page.getByRole('rowheader', { name: '한밭배터리' }).waitFor()
    await open('gwangju', '가치사슬')
    const cells = page.getByRole('region', { name: '빠지거나 약한 고리' }).getByRole('row', { name: /^배터리 셀/ })
    await cells.getByText('한밭배터리').waitFor()
    await cells.getByRole('button', { name: '배터리 셀: 기업 잇기' }).click()
    await page.getByRole('dialog').getByRole('combobox', { name: '기업' }).fill('한밭')
    await page.getByRole('option', { name: /한밭배터리/ }).click()
    await page.getByRole('dialog').getByLabel('이곳에 한 해 팔 수 있는 크기(억원)').fill('1,400')
    await page.getByRole('dialog').getByRole('button', { name: '잇기', exact: true }).click()
    // half of the 2,800 that are needed: no longer missing
    await cells.getByText('약함').waitFor()
    expect((await cells.allTextContents()).join()).toContain('1,400')
    await cells.getByRole('button', { name: /떼기/ }).click()
    await cells.getByText('빠짐').waitFor()
  })

  test('an official makes a structure and a chain of imported tables, which say which tables they are', async () => {
    await open('gwangju', '산업 구조')
    await page.getByRole('button', { name: '자료 넣기' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '만들기' }).click()
    await page.getByText('한 해의 표만 있어', { exact: false }).first().waitFor()
    await page.getByRole('table', { name: '쓴 표' }).getByRole('link', { name: '합성 지역 종사자 (시범)' }).waitFor()
    await open('gwangju', '가치사슬')
    await page.getByRole('button', { name: '자료 넣기' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: '업종' }).selectOption('운송장비')
    await dialog.getByLabel('한 해 생산액(억원)').fill('20,000')
    await dialog.getByRole('button', { name: '만들기' }).click()
    await page
      .getByRole('rowheader', { name: /^1차 금속제품/ })
      .first()
      .waitFor()
    const used = page.getByRole('table', { name: '쓴 표' })
    await used.getByText('국산거래표').waitFor()
    await used.getByRole('link', { name: '합성 산업연관표 33부문 (시범)' }).click()
    await page.getByRole('table', { name: '합성 산업연관표 33부문 (시범)' }).waitFor()
  })

  test('is the fall in utilisation real: alarm, press, rules, and a judgement with its reason', async () => {
    await open('ansan', '조기 경보')
    await page.getByText('내려가고 있습니다. 여느 흔들림보다 큽니다.').waitFor()
    expect(await page.getByText('안산스마트허브의 공장 가동률은 석 달째 떨어졌다.', { exact: false }).count()).toBeGreaterThan(0)
    expect(await page.getByText(/이 규칙은 아무 일 없어도 3년에 한 번은 울릴 확률이 8\d%/).isVisible()).toBe(true)
    // another series: its history is too short
    await page.getByRole('button', { name: '도금단지' }).click()
    await page.getByText('36개월이 안 되어 단순한 변화만 말합니다.').waitFor()
    await page.getByRole('button', { name: '전체', exact: true }).click()
    await page.getByText('내려가고 있습니다.', { exact: false }).first().waitFor()
    // the chart has its table and its file
    await page.getByText('표로 보기').first().click()
    expect(await page.getByRole('rowheader', { name: '2026-10' }).isVisible()).toBe(true)
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV 받기' }).first().click()])
    expect(file.suggestedFilename()).toBe('전체 (합성).csv')
    await page.getByLabel('조용한 한 해에 헛울려도 되는 확률').selectOption('0.01')
    await page.getByText('한 해 0.1%', { exact: false }).waitFor()
    await page.getByRole('button', { name: '경보를 판단하기' }).click()
    await page.getByLabel('까닭').fill('전기·전자 여섯 곳에 물었고 수주가 줄었다')
    await page.getByRole('button', { name: '보관' }).click()
    const note = page.getByRole('region', { name: '사람의 판단' }).getByRole('listitem')
    await note.first().waitFor()
    expect(await note.allTextContents()).toEqual([expect.stringMatching(/전기·전자 여섯 곳에 물었고 수주가 줄었다.*김관리/)])
  })

  test('an office writes its own chance of a stage with its source, and goes back to the default', async () => {
    await open('gwangju', '목표 전망')
    const assumed = page.getByRole('region', { name: '단계별 가정' })
    await assumed.getByRole('button', { name: '협약·발표: 바꾸기' }).click()
    const form = assumed.getByRole('form', { name: '협약·발표: 바꾸기' })
    await form.getByLabel('가능성 (%)').fill('21.1')
    await form.getByRole('button', { name: '보관' }).click()
    await form.getByText('어디서 온 값인지 적어 주세요').waitFor()
    await form.getByLabel('출처').fill('우리 기관 2016–2020 협약')
    await form.getByRole('button', { name: '보관' }).click()
    const row = assumed.getByRole('row', { name: /협약·발표/ })
    await row.getByText('우리 기관 2016–2020 협약').waitFor()
    await row.getByText('기본 30%').waitFor()
    await row.getByRole('button', { name: '기본으로' }).click()
    await expect.poll(async () => (await row.allTextContents()).join(), slow).not.toContain('우리 값')
  })

  test('will 110,000 jobs by 2030 be reached, with the sentence of the target, and the forecast kept', async () => {
    await open('gwangju', '목표 전망')
    await page.getByText('이대로는 닿을 것 같지 않습니다.').waitFor()
    await page.getByText('110,000명').first().waitFor()
    await page.getByRole('button', { name: /2030년 목표/ }).click()
    await page.getByRole('dialog').getByText('같은 비전에서 2030년 고용인원 목표는 11만명이다.', { exact: false }).first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '오늘의 전망 보관' }).click()
    await page.getByText('오늘의 전망을 보관했습니다.', { exact: false }).waitFor()
    await page.getByRole('button', { name: '오늘의 전망 보관' }).click()
    await page.getByText('오늘의 전망은 이미 보관했습니다').waitFor()
    await expect
      .poll(async () => (await page.getByRole('region', { name: '지난 전망은 얼마나 맞았나' }).allTextContents()).join(), slow)
      .toMatch(/아직 해가 오지 않은 것 6개/)
  })

  test('which industries to attract, and the weights move the order', async () => {
    await open('gwangju', '산업 구조')
    const list = page.getByRole('region', { name: '어떤 산업을 불러올까' })
    const ranks = async () => (await list.getByRole('img').getAttribute('aria-label')) ?? ''
    const before = await ranks()
    expect(before).toMatch(/^1 .+점, 2 .+점/)
    for (const part of ['지금 산업과 가까움', '열리는 가능성(복잡성)', '가치사슬의 빈 고리를 채움', '땅을 덜 씀', '전기를 덜 씀']) {
      await list.getByRole('slider', { name: part }).focus()
      await page.keyboard.press('Home')
    }
    // growth alone: the fastest takes every point
    await expect.poll(ranks, slow).toMatch(/^1 [^,]* 100\.0점/)
    expect(page.url()).toContain('weights=')
    await page.getByRole('button', { name: '처음 가중치로' }).click()
    await expect.poll(ranks, slow).toBe(before)
  })

  test('an official brings a table of months and comes to its answer; a wrong one says which row', async () => {
    await open('gwangju', '목표 전망')
    await page.goto(`${server.url}/console/warning`)
    await page.getByText('아직 보관한 분석이 없습니다').waitFor()
    await page.getByRole('button', { name: '자료 넣기' }).first().click()
    const months = Array.from(
      { length: 60 },
      (_, t) =>
        `${2021 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')},첨단산단,${(80 + 2 * Math.sin(t * 7) - (t > 52 ? 9 : 0)).toFixed(1)}`,
    )
    await page.getByLabel(/또는 여기에 붙여 넣기/).fill(`월,구역,값\n2020-12,첨단산단,많음\n${months.join('\n')}`)
    await page.getByLabel('분석의 이름').fill('첨단산단 가동률')
    await page.getByLabel('자료의 출처').fill('시 산업단지 현황')
    await page.getByRole('button', { name: '보관', exact: true }).click()
    await page.getByText('2번째 줄', { exact: false }).waitFor()
    await page.getByLabel(/또는 여기에 붙여 넣기/).fill(`월,구역,값\n${months.join('\n')}`)
    await page.getByRole('button', { name: '보관', exact: true }).click()
    await page.getByText('내려가고 있습니다. 여느 흔들림보다 큽니다.').waitFor()
    expect(await page.getByText('시 산업단지 현황').count()).toBeGreaterThan(0)
  })

  test.each([
    ['gwangju', '/structure'],
    ['gwangju', '/chain'],
    ['ansan', '/warning'],
    ['gwangju', '/forecast'],
  ])('%s%s is sound with its answer, in both languages and at both widths', async (office, path) => {
    await person.send('PUT', '/session/office', { office })
    const wrong: string[] = []
    for (const language of ['ko', 'en'] as const) {
      await page.context().addCookies([{ name: 'gusul_locale', value: language, url: server.url }])
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(`${server.url}/console${path}`)
      await page.locator('#an-basis').waitFor()
      await page.waitForLoadState('networkidle')
      wrong.push(...(await seriousByAxe(page)))
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        const overflow = await overflowOf(page)
        if (overflow > 0) wrong.push(`${language}: ${overflow} px wider than ${width}`)
        await shoot(page, `analysis${path.replace('/', '-')}-${language}-${width}`)
      }
    }
    expect(wrong).toEqual([])
  })
})

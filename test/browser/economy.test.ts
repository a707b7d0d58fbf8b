import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browsers, overflowOf, seriousByAxe, shoot, widths } from '#support/browser'
import { firstAdministrator, type Person } from '#support/person'
import { type RunningServer, startServer } from '#support/server'

/** Two sectors of a textbook as a wide CSV. */
const wide = `부문,농림수산품,공산품,민간소비지출,수출,총산출
농림수산품,150,500,300,50,1000
공산품,200,100,1500,200,2000
부가가치계,650,1400,,,
총투입계,1000,2000,,,
`

describe('impact, claims and tables in the browser, with the demonstration', () => {
  let server: RunningServer
  let head: Person
  let browsers: Browsers
  let page: Page
  const folder = mkdtempSync(join(tmpdir(), 'gusul-economy-browser-'))

  beforeAll(async () => {
    server = await startServer({ args: [] })
    head = await firstAdministrator(server, null)
    await head.send('PUT', '/session/office', { office: 'gwangju' })
    browsers = new Browsers()
    page = await browsers.page()
    const [name = '', ...value] = head.cookie().split('=')
    await page.context().addCookies([{ name, value: value.join('='), url: server.url, httpOnly: true, sameSite: 'Lax' }])
  })
  afterAll(async () => {
    await browsers?.close()
    await server?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  test('an official finds out what a chip foundry of 10조원 with 8,000 jobs would do here, and whether the announcement is plausible', async () => {
    await page.goto(`${server.url}/console/impact`)
    await page.getByRole('combobox', { name: '산업연관표' }).or(page.getByLabel('산업연관표')).first().waitFor()
    await page.getByLabel('이름').fill('AI 반도체 파운드리')
    const line = (n: number) => page.getByRole('group', { name: `쓰는 돈 ${n}` })
    await line(1).getByLabel('금액').fill('3조원')
    await line(1).getByLabel('해', { exact: false }).first().fill('2027')
    await line(2).getByLabel('금액').fill('7조원')
    await line(2).getByLabel('해', { exact: false }).first().fill('2028')
    await line(2).getByLabel('수입 몫(%)').fill('60')
    const operation = page.getByRole('group', { name: '다 지은 뒤 해마다' })
    await operation.getByLabel('업종').selectOption('컴퓨터, 전자 및 광학기기')
    await operation.getByLabel('첫 해').fill('2029')
    await operation.getByLabel('마지막 해').fill('2033')
    await operation.getByLabel('안의 일자리').fill('8,000명')
    await page.getByRole('button', { name: '셈하기' }).click()
    const result = page.getByRole('region', { name: 'AI 반도체 파운드리' })
    await result.getByText('합성 자료로 셈한 값입니다').waitFor()
    await result.getByRole('region', { name: '짓는 동안' }).getByText('생산유발').first().waitFor()
    await result.getByRole('region', { name: '돌아가는 동안' }).getByText('취업유발').first().waitFor()
    await result
      .getByText(/합성 시범 지역 안/)
      .first()
      .waitFor()
    const plausible = result.getByRole('region', { name: '발표는 그럴듯한가' })
    await plausible.getByText('들어맞음').waitFor()
    // 8,000 jobs for 10조원: 0.8 for 10억원, direct ones only
    await plausible.getByText('10억원에 0.8명. 직접 일자리만 센 값으로는 들어맞습니다.').waitFor()
    await plausible.getByText(/유발되는 일자리까지 세면 평균 8\.1명/).waitFor()
    await result.getByText('바로 수입하는 몫', { exact: false }).waitFor()
    // figures lead to tables
    await result.getByText('표로 보기').first().click()
    await result
      .getByRole('table', { name: 'AI 반도체 파운드리 짓는 동안' })
      .getByRole('row', { name: /취업유발/ })
      .waitFor()
    const [file] = await Promise.all([page.waitForEvent('download'), result.getByRole('button', { name: 'CSV 받기' }).first().click()])
    // a made-up table says so in the name of every file
    expect(file.suggestedFilename()).toBe('AI 반도체 파운드리 짓는 동안 (합성).csv')
    const [picture] = await Promise.all([page.waitForEvent('download'), result.getByRole('button', { name: '그림(SVG) 받기' }).first().click()])
    expect(picture.suggestedFilename()).toMatch(/\.svg$/)
    // and tables to their source
    await result.getByRole('link', { name: '합성 산업연관표 33부문 (시범)' }).click()
    await page
      .getByText(/어떤 나라나 도시의 통계도 아님/)
      .first()
      .waitFor()
    await page.getByRole('table', { name: '합성 산업연관표 33부문 (시범)' }).getByText('운송장비').waitFor()
    // the way back leads to the answer again
    await page.goBack()
    await page.getByRole('region', { name: 'AI 반도체 파운드리' }).getByText('짓는 동안').first().waitFor()
  })

  test('what was typed outlives a walk to another screen', async () => {
    await page.goto(`${server.url}/console/impact`)
    await expect.poll(() => page.getByLabel('이름').inputValue()).toBe('AI 반도체 파운드리')
    expect(await page.getByRole('group', { name: '쓰는 돈 2' }).getByLabel('금액').inputValue()).toContain('7조')
  })

  test('what cannot be read is named at its field, nothing typed is lost, and the way back keeps it', async () => {
    await page.goto(`${server.url}/console/impact`)
    const line = (n: number) => page.getByRole('group', { name: `쓰는 돈 ${n}` })
    const money = line(2).getByLabel('금액')
    const ask = page.getByRole('button', { name: '셈하기' })
    const before = await money.inputValue()
    await line(1).getByLabel('금액').fill('3조원')
    for (const [typed, said] of [
      ['일곱 조쯤', '금액으로 읽지 못했습니다'],
      ['0원', '0보다 큰 금액을 적어 주세요'],
      ['-3조원', '0보다 큰 금액을 적어 주세요'],
      ['500만 달러', '원으로 바꾸어 적어 주세요'],
      ['99999조원', '1경원이 넘습니다'],
    ] as const) {
      await money.fill(typed)
      await ask.click()
      await line(2).getByText(said, { exact: false }).waitFor()
      await page.getByText('고칠 칸이 1개 있습니다').waitFor()
      expect(await money.inputValue()).toBe(typed)
    }
    await money.fill('일곱 조쯤')
    await page.getByRole('link', { name: '경제 표' }).first().click()
    await page.getByRole('heading', { level: 1, name: '경제 표' }).waitFor()
    await page.goBack()
    await expect.poll(() => money.inputValue()).toBe('일곱 조쯤')
    const operation = page.getByRole('group', { name: '다 지은 뒤 해마다' })
    await operation.getByLabel('안의 일자리').fill('많음')
    await operation.getByLabel('첫 해').fill('2029')
    await operation.getByLabel('마지막 해').fill('2020')
    await ask.click()
    await operation.getByText('받은 값: “많음”', { exact: false }).waitFor()
    await operation.getByText('첫 해보다 앞섭니다').waitFor()
    await page.getByText('고칠 칸이 3개 있습니다').waitFor()
    // as people write them
    await money.fill('1,000억')
    await operation.getByLabel('안의 일자리').fill('8천 명')
    await operation.getByLabel('마지막 해').fill('2033년')
    await ask.click()
    await expect.poll(() => page.getByText(/고칠 칸이/).count()).toBe(0)
    await money.fill(before)
  })

  test('a project fills the plan with what it announced, and its effects join the portfolio as estimates', async () => {
    await page.goto(`${server.url}/console/impact`)
    await page.getByLabel('이름').fill('')
    const { items } = await head.get<{ items: { id: string; nameKo: string; announcedInvestment: { value: string; unit: string } | null }[] }>(
      '/offices/gwangju/projects?sort=-investment&limit=30',
    )
    const project = items.find((one) => one.announcedInvestment?.unit === 'KRW')!
    await page.getByRole('combobox', { name: '사업' }).fill(project.nameKo.slice(0, 4))
    await page.getByRole('option', { name: project.nameKo }).first().click()
    const amount = page.getByRole('group', { name: '쓰는 돈 1' }).getByLabel('금액')
    await expect.poll(async () => (await amount.inputValue()) !== '').toBe(true)
    await page.getByRole('button', { name: '셈하기' }).click()
    await page.getByRole('region', { name: project.nameKo }).getByText('짓는 동안').first().waitFor()
    await page.getByRole('button', { name: '포트폴리오 추정값으로 넣기' }).click()
    await page.getByRole('button', { name: '포트폴리오에 추정값으로 넣었습니다' }).waitFor()
    expect(await page.getByRole('button', { name: '포트폴리오에 추정값으로 넣었습니다' }).isDisabled()).toBe(true)
    // the project's page shows it, as what it is
    await page.goto(`${server.url}/console/projects/${project.id}`)
    await page
      .getByText(/취업유발|고용유발/)
      .first()
      .waitFor()
    // and the study opens again from the list of what was kept
    await page.goto(`${server.url}/console/impact`)
    await page.getByRole('region', { name: '남긴 검토' }).getByRole('link', { name: project.nameKo }).first().click()
    await page.getByRole('region', { name: project.nameKo }).getByText('짓는 동안').first().waitFor()
  })

  test('the announced 250,000 jobs and 10조원 are outside, with their sentences and what one would have to assume', async () => {
    await page.goto(`${server.url}/console/effects`)
    await page.getByRole('link', { name: '광주 대표산업 2030 비전: 미래차' }).click()
    await page.getByText('모든 한계의 밖').first().waitFor()
    await page.getByText('10억원에 25.0명. 농림수산품에서나 나오는 값입니다.').first().waitFor()
    await page.getByText(/모두 농림수산품 \(25\)에 쓰인다/).waitFor()
    await page.getByText('25만여명').first().waitFor()
    await page.getByRole('img', { name: /이 주장 25\.0/ }).waitFor()
    const needed = page.getByRole('table', { name: '무엇을 더 가정하면 성립하나' })
    await needed.getByText('2.0년').waitFor()
    await needed.getByText('20').first().waitFor()
    await page.getByText(/이투데이/).waitFor()
  })

  test('an officer brings in a table: first looked at, missing parts named, then kept and opened', async () => {
    const file = join(folder, '교과서.csv')
    writeFileSync(file, wide)
    await page.goto(`${server.url}/console/tables`)
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('button', { name: '파일 읽어 보기' }).click()
    await page.getByText('부문 2개', { exact: false }).waitFor()
    await page.getByText('아직 적지 않은 것', { exact: false }).waitFor()
    await page.getByLabel('이름').fill('교과서 표')
    await page.getByLabel('연도').fill('2020')
    await page.getByLabel('가격 기준').selectOption('basic')
    await page.getByLabel('수입 처리').selectOption('total')
    await page.getByLabel('금액 단위').fill('백만원')
    await page.getByLabel('어느 곳의 표인가').fill('전국')
    await page.getByLabel('출처').fill('교과서')
    await page.getByLabel('이용 조건').fill('CC0')
    await page.getByRole('button', { name: '들이기', exact: true }).click()
    const opened = page.getByRole('table', { name: '교과서 표' })
    await opened.getByText('1.518').waitFor()
    writeFileSync(file, wide.replace('300,50,1000', '300,90,1000'))
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('button', { name: '파일 읽어 보기' }).click()
    await page.getByText('행의 합이 맞지 않습니다').waitFor()
  })

  test('persons in a file of their own go with the table', async () => {
    const [table, persons] = [join(folder, '거래표.csv'), join(folder, '부속표_고용표.csv')]
    writeFileSync(table, wide)
    writeFileSync(persons, '고용표 (단위: 명)\n부문,취업자수,피용자수\n농림수산품,20,5\n공산품,30,28\n')
    await page.goto(`${server.url}/console/tables`)
    await page.locator('input[type=file]').setInputFiles([persons, table])
    await page.getByText('거래표.csv, 부속표_고용표.csv', { exact: false }).waitFor()
    await page.getByRole('button', { name: '파일 읽어 보기' }).click()
    await page.getByText('부문 2개', { exact: false }).waitFor()
    await page.getByRole('status').getByText('부속표_고용표', { exact: false }).waitFor()
  })

  test('nothing serious by axe in either language, and nothing wider than a phone', async () => {
    const { items } = await head.get<{ items: { id: string; topic: string }[] }>('/offices/gwangju/economy/claims')
    const effect = items.find((one) => one.topic === '미래차')!
    for (const language of ['ko', 'en'])
      for (const [name, address] of [
        ['impact', '/impact'],
        ['effects', '/effects'],
        ['effect', `/effects/${effect.id}`],
        ['tables', '/tables'],
      ] as const) {
        await page.context().addCookies([{ name: 'gusul_locale', value: language, url: server.url }])
        await page.goto(`${server.url}/console${address}`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        if (name === 'impact') {
          await page.getByRole('button', { name: language === 'ko' ? '셈하기' : 'Work it out' }).click()
          await page.locator('.ec-result figure').first().waitFor()
        }
        if (name === 'tables') {
          await page
            .getByRole('button', { name: /펼치기|Open/ })
            .last()
            .click()
          await page.locator('#ec-open').waitFor()
        }
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 })
          expect([name, language, width, await seriousByAxe(page)]).toEqual([name, language, width, []])
          expect([name, language, width, await overflowOf(page)]).toEqual([name, language, width, 0])
          await shoot(page, `economy-${name}-${language}-${width}`)
        }
      }
    expect(browsers.complaints).toEqual([])
  })
})

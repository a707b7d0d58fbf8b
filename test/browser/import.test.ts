import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browsers, overflowOf, seriousByAxe, shoot, widths } from '#support/browser'
import { addRow, setCell, sheetsOf, xlsxOf } from '#support/import-desk'
import { firstAdministrator, type Person, until } from '#support/person'
import { type RunningServer, runGusul, startServer } from '#support/server'

/** How many projects the office has. Each has one value: 8,000 rows in all. */
const projects = 4000

/**
 * Story 12: an officer exports 4,000 projects to XLSX, edits three cells and brings them back.
 *
 * By hand: the project "사업 17" moves from 새솔동 to 한빛동, "사업 2048" gets a note, and the promised jobs of "사업 3999" (3,999 + 1 = 4,000 by the rule "number + 1") become 4321.
 * So the check must say: 3 cells change, 0 rows are added, 0 conflicts, 0 errors, of 8,000 rows read 7,997 are unchanged.
 */
describe('4,000 rows go out, three cells are edited, and they come back', () => {
  let server: RunningServer
  let person: Person
  let page: Page
  let folder = ''
  const browsers = new Browsers()
  const run = { id: '' }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gusul-import-'))
    server = await startServer()
    person = await firstAdministrator(server)
    // the office is filled by the same door: new rows without ids
    const lines = ['이름,곳,산업', ...Array.from({ length: projects }, (_, at) => `사업 ${at + 1},나래시 새솔동,기계`)]
    const values = ['사업,지표,갈래,값,단위', ...Array.from({ length: projects }, (_, at) => `사업 ${at + 1},jobs,announced,${at + 2},persons`)]
    for (const [name, text] of [
      ['projects.csv', lines],
      ['values.csv', values],
    ] as const) {
      const form = new FormData()
      form.set('file', new File([text.join('\r\n')], name))
      const { id } = await person.post<{ id: string }>('/offices/narae/imports', form)
      const state = () => person.get<{ state: string; counts: { additions: number; errors: number } }>(`/offices/narae/imports/${id}`)
      const checked = await until(async () => ((await state()).state === 'checked' ? state() : null), 'the check')
      expect(checked.counts).toMatchObject({ additions: projects, errors: 0 })
      await person.post(`/offices/narae/imports/${id}/apply`, {})
      await until(async () => (await state()).state === 'applied', 'the writing')
    }
    page = await browsers.page()
    const [name = '', value = ''] = person.cookie().split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
  }, 600_000)
  afterAll(async () => {
    await browsers.close()
    await server?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Nothing serious by axe in either language, nothing wider than a phone. */
  async function look(name: string): Promise<void> {
    for (const language of ['ko', 'en']) {
      await page.context().addCookies([{ name: 'gusul_locale', value: language, url: server.url }])
      await page.reload()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      expect([name, language, await seriousByAxe(page)]).toEqual([name, language, []])
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        expect([name, language, width, await overflowOf(page)]).toEqual([name, language, width, 0])
        await shoot(page, `${name}-${language}-${width}`)
      }
      await page.setViewportSize({ width: 1440, height: 900 })
    }
    await page.context().addCookies([{ name: 'gusul_locale', value: 'ko', url: server.url }])
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
  }

  test('the export screen says how many go in, and gives the workbook', async () => {
    await page.goto(`${server.url}/console/export`)
    await page.getByText('4,000건이 들어갑니다').waitFor()
    // a Chromium without a window keeps no downloads: the link's own address is asked for in the page's name
    const address = await page.getByRole('link', { name: '엑셀 (XLSX) 받기' }).getAttribute('href')
    const answer = await fetch(server.url + address!, { headers: { cookie: person.cookie() } })
    expect(answer.headers.get('content-disposition')).toMatch(/filename="narae-\d{4}-\d{2}-\d{2}\.xlsx"$/)
    writeFileSync(join(folder, 'out.xlsx'), new Uint8Array(await answer.arrayBuffer()))
    await look('export')
  })

  test('dropped as it is, it changes nothing', async () => {
    await page.goto(`${server.url}/console/import`)
    await page.locator('input[type=file]').setInputFiles(join(folder, 'out.xlsx'))
    await page.getByText('달라지는 것이 없습니다').waitFor()
    await page.getByText('8,000줄을 모두 대조했고').waitFor()
  })

  test('with three cells edited, exactly three changes are shown, old and new', async () => {
    const sheets = await sheetsOf(readFileSync(join(folder, 'out.xlsx')), 'out.xlsx')
    setCell(sheets.get('사업')!, '사업 17', '곳', '나래시 한빛동')
    setCell(sheets.get('사업')!, '사업 2048', '메모', '현장 확인')
    setCell(sheets.get('값')!, '사업 3999', '값', '4321')
    writeFileSync(join(folder, 'edited.xlsx'), await xlsxOf(sheets))
    await page.goto(`${server.url}/console/import`)
    await page.locator('input[type=file]').setInputFiles(join(folder, 'edited.xlsx'))
    await page.getByRole('heading', { name: '달라지는 것' }).waitFor()
    run.id = page.url().split('/').at(-1)!
    const lines = (await page.locator('tbody tr').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
    expect(lines).toHaveLength(3)
    expect(lines[0]).toMatch(/^바뀜 사업 17 곳 사업 \S+ 나래시 새솔동 나래시 한빛동 김관리, \d{4}-\d{2}-\d{2}$/)
    expect(lines[1]).toMatch(/^바뀜 사업 2048 메모 사업 \S+ \(비어 있음\) 현장 확인 김관리/)
    expect(lines[2]).toMatch(/^바뀜 사업 3999 값 값 \S+ 4000 4321 persons 김관리/)
    expect(await person.get(`/offices/narae/imports/${run.id}`)).toMatchObject({
      rows: 2 * projects,
      unchanged: 2 * projects - 3,
      counts: { changes: 3, additions: 0, conflicts: 0, errors: 0 },
    })
    await look('import-changes')
  })

  test('applied by keyboard, and taken back whole', async () => {
    const seventeen = async () =>
      (await person.get<{ items: { place: string }[] }>('/offices/narae/projects?q=%EC%82%AC%EC%97%85%2017&sort=name&limit=1')).items[0]!.place
    await page.locator('body').press('a')
    await page.getByLabel('까닭').fill('분기 점검')
    await page.keyboard.press('Enter')
    await page.getByText('적용함').first().waitFor()
    expect(await seventeen()).toBe('나래시 한빛동')
    await look('import-applied')
    await page.getByRole('button', { name: '통째로 물리기' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '통째로 물리기' }).click()
    await page.getByText('물림', { exact: true }).first().waitFor()
    expect(await seventeen()).toBe('나래시 새솔동')
  })

  test('a row with a mistake is told with its cell, and the command line does the same work', async () => {
    const sheets = await sheetsOf(readFileSync(join(folder, 'out.xlsx')), 'out.xlsx')
    const only = new Map([['값', [sheets.get('값')![0]!, ...sheets.get('값')!.slice(1, 4)]]])
    setCell(only.get('값')!, '사업 1', '값', '많음')
    setCell(only.get('값')!, '사업 2', '값', '33')
    addRow(only.get('값')!, { 사업: '없는 사업', 지표: 'jobs', 갈래: '발표', 값: '5', 단위: '명' })
    writeFileSync(join(folder, 'wrong.xlsx'), await xlsxOf(only))
    await page.goto(`${server.url}/console/import`)
    await page.locator('input[type=file]').setInputFiles(join(folder, 'wrong.xlsx'))
    await page.getByText('수만 적어 주세요. 모르면 비워 두세요.').waitFor()
    await page.getByText('이 이름의 사업이 없습니다.').waitFor()
    await look('import-errors')
    const dry = await runGusul(['import', join(folder, 'wrong.xlsx'), '--dry-run', '--data', server.folder])
    const told = JSON.parse(dry.stdout) as { state: string; counts: object; items: { kind: string }[] }
    expect([dry.code, told.state, told.counts, told.items.map((one) => one.kind).sort()]).toEqual([
      1,
      'checked',
      { changes: 1, additions: 0, conflicts: 0, errors: 2, applied: 0, left: 0, kept: 0 },
      ['change', 'error', 'error'],
    ])
    const sdmx = await runGusul([
      'export',
      '--format',
      'sdmx',
      '--place',
      '나래시 새솔동',
      '--out',
      join(folder, 'sdmx.json'),
      '--data',
      server.folder,
    ])
    expect([sdmx.code, Object.keys(JSON.parse(readFileSync(join(folder, 'sdmx.json'), 'utf8')).data.dataSets[0].observations).length]).toEqual([
      0,
      projects,
    ])
    expect(browsers.complaints).toEqual([])
  })
})

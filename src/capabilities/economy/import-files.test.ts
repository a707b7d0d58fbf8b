import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import type { CommandContext } from '#api/cli/command'
import { beginSession } from '#capabilities/accounts/sign-in'
import { sectors33 } from '#data/economy/sectors'
import { type Client, freshApp, type TestApp } from '#support/app'
import { cp949 } from '#support/cp949'
import { tableCommand } from './commands/table.ts'
import { forgetTables } from './service/tables.ts'

// Files as they are downloaded, with made-up numbers: a Bank of Korea workbook of the 33 sectors, the persons in a workbook of their own, and a CSV of KOSIS in the encoding of Korean Windows.
const names = sectors33.map((one) => one.ko)
const codes = sectors33.map((one) => one.code)
const uses = ['민간소비지출', '정부소비지출', '민간고정자본형성', '정부고정자본형성', '재고증감', '귀중품순취득', '수출']
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
const down = (table: readonly (readonly number[])[], j: number) => sum(table.map((row) => row[j]!))
const domestic = names.map((_, i) => names.map((_, j) => 100 + ((7 * i + 3 * j) % 50)))
const imported = names.map((_, i) => names.map((_, j) => (i > 16 ? 0 : 10 + ((i + j) % 9))))
const demand = names.map((_, i) => uses.map((_, k) => (k === 4 ? -20 : 900 + 11 * i + k)))
const output = names.map((_, i) => sum(domestic[i]!) + sum(demand[i]!))
const added = names.map((_, j) => output[j]! - down(domestic, j) - down(imported, j))

type Cell = string | number | null
const cells = (rows: readonly (readonly Cell[])[]) =>
  rows.map((row) =>
    row.map((one) => (one === null ? null : typeof one === 'number' ? { value: one, type: Number, format: '#,##0' } : { value: one, type: String })),
  )
/** The demand columns have a group merged over them, as the published sheets do. */
const head = (title: string, more: readonly string[]) => [
  [{ value: title, type: String }],
  [{ value: '2020년', type: String }],
  [],
  [{ value: '(단위 : 백만원)', type: String }],
  [
    null,
    null,
    ...codes.map((value) => ({ value, type: String })),
    { value: '9090', type: String },
    ...uses.map(() => null),
    null,
    ...more.map(() => null),
  ],
  [null, null, ...[...names, '중간수요계', ...uses, '최종수요계', ...more].map((value) => ({ value, type: String }))],
]
async function workbook(change: (row: Cell[], i: number) => Cell[] = (row) => row): Promise<Uint8Array> {
  const total = [
    ...head('투입산출표(생산자가격, 총거래표)', ['총수요계', '총산출', '수입', '관세', '수입상품세', '수입계', '총공급계']),
    ...cells([
      ...names.map((name, i) => {
        const own = domestic[i]!.map((one, j) => one + imported[i]![j]!)
        const bought = sum(imported[i]!)
        return [
          codes[i]!,
          name,
          ...own,
          sum(own),
          ...demand[i]!,
          sum(demand[i]!),
          sum(own) + sum(demand[i]!),
          output[i]!,
          bought,
          0,
          0,
          bought,
          output[i]! + bought,
        ]
      }),
      ['9590', '중간투입계', ...names.map((_, j) => down(domestic, j) + down(imported, j))],
      ['9610', '피용자보수', ...added.map((one) => one - 30)],
      ['9621', '영업잉여', ...added.map(() => 30)],
      ['9690', '부가가치계', ...added],
      ['9790', '총투입계', ...output],
    ]),
  ]
  const side = (title: string, label: string, table: readonly (readonly number[])[], use: (i: number) => number[]) => [
    ...head(title, ['총수요계']),
    ...cells([
      ...names.map((name, i) => change([codes[i]!, name, ...table[i]!, sum(table[i]!), ...use(i), sum(use(i)), sum(table[i]!) + sum(use(i))], i)),
      ['9590', label, ...names.map((_, j) => down(table, j))],
    ]),
  ]
  return Uint8Array.from(
    await writeExcelFile([
      { data: total as never, sheet: 'A표_총거래표(생산자)' },
      {
        data: side('투입산출표(생산자가격, 수입거래표)', '수입중간투입계', imported, () => uses.map(() => 0)) as never,
        sheet: 'A표_수입거래표(생산자)',
      },
      { data: side('투입산출표(생산자가격, 국산거래표)', '국산중간투입계', domestic, (i) => demand[i]!) as never, sheet: 'A표_국산거래표(생산자)' },
      {
        data: [
          ...head('국산투입계수', []).slice(0, 6),
          ...cells(names.map((name, i) => [codes[i]!, name, ...domestic[i]!.map((one, j) => one / output[j]!)])),
        ] as never,
        sheet: 'A표_국산투입계수(생산자)',
      },
    ] as never).toBuffer(),
  )
}
async function persons(): Promise<Uint8Array> {
  const rows: Cell[][] = [
    ['취업자수 및 피용자수'],
    [null, null, null, null, null, '(단위 : 명)'],
    [null, null, '2019', null, '2020', null],
    [null, null, '취업자수', '피용자수', '취업자수', '피용자수'],
    ...names.map((name, i): Cell[] => [codes[i]!, name, 10 + i, 5 + i, 1000 + i, 700 + i]),
    [null, '합계', 1, 1, 1, 1],
    ['주: 전업환산 기준'],
  ]
  return Uint8Array.from(await writeExcelFile([{ data: cells(rows) as never, sheet: 'Sheet1' }] as never).toBuffer())
}
const kosis = [
  '행정구역별(1),산업별(1),2021,2021,2022,2022',
  '행정구역별(1),산업별(1),사업체수 (개),종사자수 (명),사업체수 (개),종사자수 (명)',
  '전국,C.제조업(10~34),10,330,12,340',
  '전국,"26.전자부품, 컴퓨터, 영상, 음향 및 통신장비 제조업",5,"1,200",6,"1,210"',
  '전국,30.자동차 및 트레일러 제조업,7,210,7,215',
  '광주광역시,"26.전자부품, 컴퓨터, 영상, 음향 및 통신장비 제조업",1,45,1,44',
  '광주광역시,30.자동차 및 트레일러 제조업,2,-,2,61',
  '"○ 출처 : 통계청, 전국사업체조사",,,,,',
  '○ 자료다운일자 : 2026.11.01 / 자료문의처 : 042-000-0000,,,,,',
].join('\r\n')

const said = { name: '2020년 산업연관표 33부문', scope: '전국', source: '한국은행 ECOS', licence: '공공누리 제1유형' }

describe('files as they are downloaded', () => {
  let t: TestApp
  let officer: Client
  let folder = ''
  let officeId = ''
  let userId = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gusul-files-'))
    t = await freshApp('economy-files')
    officeId = await t.office('narae')
    userId = await t.user('officer@city.example')
    await t.member(officeId, userId, 'officer')
    const begun = await t.store.global((tx) => beginSession(tx, userId, { userAgent: null, address: null }, new Date()))
    officer = t.client(`gusul_session=${begun.secret}`, begun.csrf)
  })
  afterAll(async () => {
    await t.close()
    await rm(folder, { recursive: true })
  })

  async function check(words: string[], options: CommandContext['options']) {
    const out = { out: '', error: '' }
    const refuse = () => Promise.reject(new Error('not needed'))
    const code = await tableCommand.run({
      words,
      options,
      io: {
        stdout: (text) => (out.out += text),
        stderr: (text) => (out.error += text),
        readFile: (path) => readFile(path),
        writeFile: refuse,
        readStdin: refuse,
        terminal: false,
        colour: false,
      },
      locale: 'ko',
      api: refuse,
      office: refuse,
    })
    return { code, ...out }
  }
  const file = async (name: string, bytes: Uint8Array | string) => {
    const path = join(folder, name)
    await writeFile(path, bytes)
    return path
  }
  async function send(fields: Record<string, string | File>, language = 'ko') {
    const form = new FormData()
    for (const [key, value] of Object.entries(fields)) form.set(key, value)
    const answer = await t.app.request('/api/v1/offices/narae/economy/tables', {
      method: 'POST',
      body: form,
      headers: { cookie: officer.cookie!, 'x-gusul-csrf': officer.csrf!, 'accept-language': language },
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, never> & { fields: { path: string; expected: string }[] } }
  }
  const asFile = (bytes: Uint8Array, name: string) => new File([Uint8Array.from(bytes)], name)

  test('a workbook of the Bank of Korea and its file of persons are checked on the command line', async () => {
    const path = await file('2020_투입산출표_생산자가격_통합대분류.xlsx', await workbook())
    const beside = await file('부속표_고용표_통합대분류.xlsx', await persons())
    const { code, out, error } = await check(['check', path], { ...said, persons: beside })
    expect([code, error]).toEqual([0, ''])
    const told = JSON.parse(out)
    expect(told.metadata).toMatchObject({ year: 2020, unit: '백만원', priceBasis: 'producer', importTreatment: 'domestic' })
    expect(told.sectors).toEqual(names)
    expect(told.sheets.map((one: { kind: string }) => one.kind)).toEqual(['total', 'import', 'domestic', 'coefficients', 'employment'])
  })

  test('and by the API, with persons of the table’s own year', async () => {
    const { status, body } = await send({
      file: asFile(await workbook(), '2020_투입산출표_생산자가격_통합대분류.xlsx'),
      persons: asFile(await persons(), '부속표_고용표_통합대분류.xlsx'),
      name: said.name,
      regionScope: said.scope,
      source: said.source,
      licence: said.licence,
    })
    expect(status, JSON.stringify(body)).toBe(201)
    const { table } = body as unknown as { table: { id: string; sectors: number } }
    const whole = (await (await officer.send('GET', `/offices/narae/economy/tables/${table.id}`)).json()) as {
      rows: Record<string, string>[]
      baseline: boolean
    }
    expect([whole.baseline, whole.rows.length, whole.rows[0]!.employed, whole.rows[0]!.output]).toEqual([true, 33, '1000', String(output[0])])
  })

  test('a cell that is wrong is named with what to do, in the language of the request', async () => {
    const bad = asFile(await workbook((row, i) => (i === 2 ? row.map((one, k) => (k === 6 ? '비공개' : one)) : row)), '표.xlsx')
    const ko = await send({ file: bad, name: '표', regionScope: '전국', source: '시험', licence: 'CC0' })
    expect([ko.status, ko.body.code]).toEqual([422, 'not-a-number'])
    expect(ko.body.fields[0]!.path).toContain('G9')
    expect(ko.body.fields[0]!.expected).toBe('수를 적으십시오. 없으면 0, 가린 값(X, *)은 먼저 채워야 합니다')
    const en = await send({ file: bad, name: '표', regionScope: '전국', source: '시험', licence: 'CC0' }, 'en')
    expect(en.body.fields[0]!.expected).toContain('write the number')
    expect(`${en.body.title} ${en.body.fields[0]!.expected}`).not.toMatch(/[가-힣]/)
  })

  test('a CSV of KOSIS in the encoding of Korean Windows becomes a table a year; footnotes are no persons', async () => {
    const path = await file('종사자.csv', cp949(kosis))
    const { code, out, error } = await check(['check', path], { name: '종사자', source: '통계청', licence: '공공누리 제1유형', kind: 'employment' })
    expect([code, error]).toEqual([0, ''])
    const told = JSON.parse(out)
    expect([told.years, told.regions, told.sectors]).toEqual([
      [2021, 2022],
      ['전국', '광주광역시'],
      ['26', '30'],
    ])
    const kept = await send({ file: asFile(cp949(kosis), '종사자.csv'), kind: 'employment', name: '종사자', source: '통계청', licence: 'CC0' })
    expect(kept.status, JSON.stringify(kept.body)).toBe(201)
    expect((kept.body as unknown as { all: string[] }).all).toHaveLength(2)
    const hidden = await check(['check', await file('가림.csv', cp949(kosis.replace(',44', ',X')))], {
      name: '종사자',
      source: '통계청',
      licence: 'CC0',
      kind: 'employment',
    })
    expect([hidden.code, hidden.error.includes('F6')]).toEqual([1, true])
  })

  test('a file that is not there, and a datapackage.json that is none, are said in one line', async () => {
    const gone = await check(['check', join(folder, '없음.xlsx')], {})
    expect([gone.code, gone.error]).toEqual([1, `파일이 없습니다: ${join(folder, '없음.xlsx')}. 경로를 확인하십시오\n`])
    const path = await file('datapackage.json', '{ "resources": [')
    expect((await check(['check', path], {})).error).toContain('JSON이 아닙니다')
    await file('datapackage.json', JSON.stringify({ resources: [{ path: 'flows.csv' }] }))
    expect((await check(['check', path], {})).error).toContain('flows.csv')
  })

  test('packed bytes that are damaged are worked out again from the file, renamed or not', async () => {
    const kept = await send({
      file: asFile(cp949(kosis), '종사자.csv'),
      kind: 'employment',
      name: '상할 표',
      year: '2021',
      source: '통계청',
      licence: 'CC0',
    })
    const flows = await send({ file: asFile(await workbook(), '표.xlsx'), name: '상할 거래표', regionScope: '전국', source: '시험', licence: 'CC0' })
    const [persons, table] = [kept, flows].map(({ body }) => (body as unknown as { table: { id: string } }).table.id)
    const read = async (id: string) => {
      const answer = await officer.send('GET', `/offices/narae/economy/tables/${id}`)
      return { status: answer.status, body: (await answer.json()) as { rows: unknown[] }, etag: answer.headers.get('etag')! }
    }
    const whole = await read(table!)
    expect((await officer.send('PATCH', `/offices/narae/economy/tables/${table}`, { name: '새 이름' }, { 'if-match': whole.etag })).status).toBe(200)
    const damage = (bytes: string) =>
      t.store.inOffice(officeId, userId, async (db) => {
        const rows = await db.selectFrom('economy_table').select('packed_sha256').where('table_id', 'in', [persons!, table!]).execute()
        const hashes = rows.map((one) => one.packed_sha256)
        await db
          .updateTable('blob')
          .set({ bytes: Buffer.from(bytes) })
          .where('sha256', 'in', hashes)
          .execute()
      })
    await damage('GIO1 damaged')
    forgetTables()
    expect((await read(table!)).body.rows).toEqual(whole.body.rows)
    const again = await officer.send('GET', `/offices/narae/economy/tables/${persons}`)
    expect([again.status, JSON.stringify(await again.json()).includes('광주광역시')]).toEqual([200, true])
  })
})

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import type { CommandContext } from '#api/cli/command'
import { beginSession } from '#capabilities/accounts/sign-in'
import { seedDemo } from '#capabilities/demo/index'
import { type Client, freshApp, type TestApp } from '#support/app'
import type { ClaimAnswer, ImpactAnswer } from './answer-schemas.ts'
import { claimCheckCommand } from './commands/claim-check.ts'
import { impactCommand } from './commands/impact.ts'
import { tableCommand } from './commands/table.ts'

/** A workbook as the Bank of Korea publishes it, small: two sectors of Miller & Blair, imports and persons beside them. */
async function workbook(cell = 500): Promise<Uint8Array> {
  const text = (value: string, span?: number) => ({ value, type: String, ...(span ? { span } : {}) })
  const row = (...values: (string | number | null)[]) =>
    values.map((value) => (value === null ? null : typeof value === 'number' ? { value, type: Number, format: '#,##0' } : text(value)))
  const domestic = [
    [text('국산거래표 (기초가격)')],
    row('2020년', null, null, null, null, null, null, '(단위: 백만원)'),
    [null, null, text('A'), text('C'), text('중간수요계'), text('최종수요', 2), null, text('최종수요계')],
    row(null, null, '농림수산품', '공산품', null, '민간소비지출', '수출', null),
    row('A', '농림수산품', 150, cell, 650, 300, 50, 350),
    row('C', '공산품', 200, 100, 300, 1500, 200, 1700),
    row(null, '중간투입계', 350, 600),
    row(null, '피용자보수', 400, 800),
    row(null, '영업잉여', 150, 400),
    row(null, '부가가치계', 550, 1200),
    row(null, '총투입계', 1000, 2000),
  ]
  const imports = [row('수입거래표'), row(null, null, '농림수산품', '공산품'), row('A', '농림수산품', 40, 150), row('C', '공산품', 60, 50)]
  const jobs = [row('취업자표 (단위: 명)'), row(null, '부문', '취업자', '피용자'), row('A', '농림수산품', 20, 5), row('C', '공산품', 30, 28)]
  return Uint8Array.from(
    await writeExcelFile([
      { data: domestic as never, sheet: '국산거래표' },
      { data: imports as never, sheet: '수입거래표' },
      { data: jobs as never, sheet: '취업자' },
    ] as never).toBuffer(),
  )
}

const said = { name: '시험 산업연관표', regionScope: '전국', source: '시험', licence: 'CC0' }
const persons = '지역,산업,종사자\n나래시,01 농업,2\n나래시,26 전자부품,3\n전국,01 농업,20\n전국,26 전자부품,30\n'

describe('the economy by the API', () => {
  let t: TestApp
  let officer: Client
  let viewer: Client
  let projectId = ''
  let folder = ''

  async function signIn(email: string, officeId: string, role: 'officer' | 'viewer'): Promise<Client> {
    const user = await t.user(email)
    await t.member(officeId, user, role)
    const begun = await t.store.global((tx) => beginSession(tx, user, { userAgent: null, address: null }, new Date()))
    return t.client(`gusul_session=${begun.secret}`, begun.csrf)
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gusul-economy-'))
    t = await freshApp('economy')
    const officeId = await t.office('narae')
    officer = await signIn('officer@city.example', officeId, 'officer')
    viewer = await signIn('viewer@city.example', officeId, 'viewer')
    projectId = (
      await ask<{ id: string }>('POST', '/projects', {
        nameKo: '가람 소재 공장',
        values: [{ indicator: 'investment', value: '15000000000', unit: 'KRW' }],
      })
    ).id
  })
  afterAll(async () => {
    await t.close()
    await rm(folder, { recursive: true })
  })

  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}, who = officer) {
    const answer =
      body instanceof FormData
        ? await t.app.request(`/api/v1/offices/narae${path}`, { method, body, headers: { cookie: who.cookie!, 'x-gusul-csrf': who.csrf! } })
        : await who.send(method, `/offices/narae${path}`, body, headers)
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: text.startsWith('{') ? JSON.parse(text) : text }
  }
  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const { status, body: value } = await send(method, path, body)
    if (status >= 400) throw new Error(`${method} ${path} answered ${status}: ${JSON.stringify(value)}`)
    return value as T
  }
  function form(bytes: Uint8Array | string, name: string, fields: Record<string, string>): FormData {
    const made = new FormData()
    made.set('file', new File([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)], name))
    for (const [key, value] of Object.entries(fields)) made.set(key, value)
    return made
  }

  test('a workbook is looked at before it is kept, and what is missing is named', async () => {
    const { status, body } = await send('POST', '/economy/tables/check', form(await workbook(), '산업연관표.xlsx', {}))
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.found).toMatchObject({ unit: '백만원', year: 2020, importTreatment: 'domestic', priceBasis: 'basic' })
    expect(body.missing.map((one: { field: string }) => one.field)).toEqual(['name', 'regionScope', 'source', 'licence'])
    expect([body.sectors, body.output, body.employed]).toEqual([['농림수산품', '공산품'], '3000', '50'])
    const refused = await send('POST', '/economy/tables', form(await workbook(), '산업연관표.xlsx', {}))
    expect([refused.status, refused.body.code]).toEqual([422, 'missing'])
    expect((await ask<{ items: unknown[] }>('GET', '/economy/tables')).items).toEqual([])
  })

  test('a table that does not balance is refused with its cell and the way out', async () => {
    const { status, body } = await send('POST', '/economy/tables', form(await workbook(520), '표.xlsx', said))
    expect([status, body.code]).toEqual([422, 'unbalanced-row'])
    expect(body.fields[0].path).toContain('농림수산품')
    expect(body.fields[0].expected.length).toBeGreaterThan(10)
  })

  let tableId = ''
  let personsId = ''
  test('a table is kept once, opened with its multipliers, and given back as a data package', async () => {
    const first = await send('POST', '/economy/tables', form(await workbook(), '산업연관표.xlsx', said))
    expect([first.status, first.body.added]).toEqual([201, true])
    tableId = first.body.table.id
    expect((await send('POST', '/economy/tables', form(await workbook(), '다른이름.xlsx', said))).status).toBe(200)
    const whole = await send('GET', `/economy/tables/${tableId}`)
    expect(whole.body.rows[0]).toMatchObject({ sector: '농림수산품', output: '1000', employed: '20' })
    // 1 / ((1 − .15)(1 − .05) − .2 · .25) · (.95 + .2)
    expect(whole.body.rows[0].production).toBeCloseTo(1.5182, 4)
    expect(whole.body.baseline).toBe(true)
    const csv = await send('GET', `/economy/tables/${tableId}/data`)
    expect(csv.body).toContain('농림수산품')
    const descriptor = await send('GET', `/economy/tables/${tableId}/data?part=datapackage`)
    expect(descriptor.body.economy).toMatchObject({ year: 2020, importTreatment: 'domestic', unit: '백만원' })
    // the long form is the same table again
    const again = await send('POST', '/economy/tables', form(csv.body, 'flows.csv', { descriptor: JSON.stringify(descriptor.body) }))
    expect([again.status, again.body.added, again.body.table?.id]).toEqual([200, false, tableId])
    const renamed = csv.body.replaceAll('공산품', '제조품')
    const other = await send('POST', '/economy/tables', form(renamed, 'flows.csv', { descriptor: JSON.stringify(descriptor.body) }))
    expect([other.status, other.body.table?.layout, other.body.table?.sectors]).toEqual([201, 'long', 2])
  })

  test('regional employment is kept by KSIC, and a file without its columns says which', async () => {
    const kept = await send(
      'POST',
      '/economy/tables',
      form(persons, '종사자.csv', { kind: 'employment', name: '종사자', year: '2022', source: '시험', licence: 'CC0' }),
    )
    expect([kept.status, kept.body.table?.revision, kept.body.table?.regions]).toEqual([201, 'KSIC10', ['나래시', '전국']])
    personsId = kept.body.table.id
    const wrong = await send(
      'POST',
      '/economy/tables',
      form('이름,값\n가,1\n', 'x.csv', { kind: 'employment', name: 'x', year: '2022', source: '시험', licence: 'CC0' }),
    )
    expect([wrong.status, wrong.body.code]).toEqual([422, 'missing'])
  })

  test('a table is renamed and put away only from the version that was read', async () => {
    const before = await send('GET', `/economy/tables/${tableId}`)
    const etag = before.headers.get('etag')!
    expect((await send('PATCH', `/economy/tables/${tableId}`, { name: '새 이름' })).status).toBe(428)
    expect((await send('PATCH', `/economy/tables/${tableId}`, { name: '새 이름' }, { 'if-match': etag })).body.name).toBe('새 이름')
    expect((await send('PATCH', `/economy/tables/${tableId}`, { name: '또' }, { 'if-match': etag })).status).toBe(412)
    expect((await send('PATCH', `/economy/tables/${tableId}`, { name: '또' }, { 'if-match': etag }, viewer)).status).toBe(403)
  })

  const plan = () => ({
    title: '가람 공장',
    table: tableId,
    region: { table: personsId, region: '나래시' },
    spending: [
      { kind: 'other', sector: '공산품', amount: '100000000', year: 2027 },
      { kind: 'land', amount: '5000000', year: 2027 },
    ],
  })

  test('the impact of a plan is worked out by the table, in won, inside and outside', async () => {
    // 26 전자부품 is no sector of this small table of two, so that nobody of the region works in 공산품: all is outside
    const answer = await ask<ImpactAnswer>('POST', '/economy/impact', plan())
    expect(answer.table).toMatchObject({ name: '새 이름', year: 2020, synthetic: false })
    const { output, valueAdded, employed, imports } = answer.phases[0]!.effects
    // 100 · (.3300 + 1.1221), in KRW 1m
    expect(Number(output!.total)).toBeCloseTo(145_214_521, -1)
    expect(Number(valueAdded!.total) + Number(imports!.total)).toBeCloseTo(100_000_000, -1)
    expect(employed!.total).toBe('2.3')
    expect(output!.inside).not.toBeNull()
    expect(answer.leftOut[0]!.what.ko).toContain('땅값')
    expect(answer.sentence.ko).toContain('생산 1억 4,500만')
    expect((await send('POST', '/economy/impact', plan(), {}, viewer)).status).toBe(200)
  })

  test('without a table the published coefficients give quick bounds', async () => {
    const answer = await ask<ImpactAnswer>('POST', '/economy/impact', { spending: [{ kind: 'building', amount: '15000000000' }] })
    const { output, valueAdded, employed } = answer.phases[0]!.effects
    // 150억 × 1.818, .729, 8.1 per 10억; 2018–2022
    expect([output!.total, output!.band]).toEqual(['27270000000', { low: '26850000000', high: '27270000000' }])
    expect([valueAdded!.total, valueAdded!.band?.high]).toEqual(['10935000000', '12090000000'])
    expect([employed!.total, employed!.band?.high]).toEqual(['121.5', '151.5'])
    expect(answer.coefficients.every((one) => one.source.length > 0)).toBe(true)
  })

  test.each([
    ['a sector that is not there', { spending: [{ sector: '우주', amount: '1' }] }, 'missing'],
    ['nothing to ask', {}, 'missing'],
    ['a region that is not there', { region: 'x', spending: [{ sector: '공산품', amount: '1' }] }, 'invalid'],
  ])('%s is refused by name', async (_what, change, code) => {
    const { status, body } = await send('POST', '/economy/impact', { ...plan(), spending: [], ...change })
    expect([status, body.code]).toEqual([422, code])
  })

  test('a study is kept, goes into the portfolio as estimates once, and can be taken back', async () => {
    const study = await ask<{ id: string; version: number }>('POST', '/economy/studies', { question: plan(), subjectId: projectId })
    expect((await ask<{ items: { title: string }[] }>('GET', '/economy/studies')).items[0]!.title).toBe('가람 공장')
    const put = await ask<{ inPortfolio: boolean }>('POST', `/economy/studies/${study.id}/portfolio`, {})
    expect(put.inPortfolio).toBe(true)
    expect((await send('POST', `/economy/studies/${study.id}/portfolio`, {})).status).toBe(409)
    const figure = await ask<{ value: string; inputs: { facet: string; quotes: { sentence: string }[] }[] }>('GET', '/figures/estimated_production')
    expect(Number(figure.value)).toBeCloseTo(145_214_521, -1)
    expect(figure.inputs[0]!.quotes[0]!.sentence).toContain('추정')
    const { judgement_id: judgement } = await t.store
      .global((db) => db.selectFrom('office').select('office_id').where('slug', '=', 'narae').executeTakeFirstOrThrow())
      .then(({ office_id }) =>
        t.store.readOffice(office_id, null, (db) =>
          db.selectFrom('economy_study').select('judgement_id').where('study_id', '=', study.id).executeTakeFirstOrThrow(),
        ),
      )
    await ask('POST', `/portfolio/judgements/${judgement}/undo`, {})
    expect((await ask<{ inPortfolio: boolean }>('GET', `/economy/studies/${study.id}`)).inPortfolio).toBe(false)
    expect((await ask<{ value: string | null }>('GET', '/figures/estimated_production')).value).toBeNull()
    const archived = await send('PATCH', `/economy/studies/${study.id}`, { archived: true }, { 'if-match': '*' })
    expect(archived.body.archived).toBe(true)
    expect((await ask<{ items: unknown[] }>('GET', '/economy/studies')).items).toEqual([])
  })

  test('a confidential project’s study is nobody’s business', async () => {
    const hidden = (await ask<{ id: string }>('POST', '/projects', { nameKo: '비밀 공장', confidential: true })).id
    const study = await ask<{ id: string }>('POST', '/economy/studies', { question: plan(), subjectId: hidden })
    expect((await send('GET', `/economy/studies/${study.id}`, undefined, {}, viewer)).status).toBe(404)
    const { items } = (await send('GET', '/economy/studies', undefined, {}, viewer)).body as { items: { id: string }[] }
    expect(items.map((one) => one.id)).not.toContain(study.id)
  })

  test('jobs beside money of one project are held to the coefficients; a confidential one only by those who may see it', async () => {
    const values = [
      { indicator: 'investment', value: '10000000000', unit: 'KRW' },
      { indicator: 'jobs', value: '300', unit: 'persons' },
    ]
    await ask('POST', '/projects', { nameKo: '다온 물류', values })
    await ask('POST', '/projects', { nameKo: '라온 비밀', confidential: true, values })
    const seen = async (who: Client) =>
      ((await send('GET', '/economy/claims', undefined, {}, who)).body as { items: { subjectName: string; answer: ClaimAnswer }[] }).items
    const mine = await seen(officer)
    expect(mine.map((one) => one.subjectName).sort()).toEqual(['다온 물류', '라온 비밀'])
    // 30 jobs for KRW 1bn: above every sector
    expect(mine[0]!.answer.verdict).toBe('outside')
    expect(mine[0]!.answer.assumed.map((one) => one.ko).join()).toContain('어느 업종보다도')
    expect((await seen(viewer)).map((one) => one.subjectName)).toEqual(['다온 물류'])
  })

  describe('by command', () => {
    const refuse = async (): Promise<never> => {
      throw new Error('no server is needed')
    }
    async function run(command: typeof impactCommand, words: string[], options: CommandContext['options'] = {}, terminal = false) {
      const out = { out: '', error: '' }
      const code = await command.run({
        words,
        options,
        io: {
          stdout: (text) => (out.out += text),
          stderr: (text) => (out.error += text),
          readFile: (path) => readFile(path),
          writeFile: refuse,
          readStdin: refuse,
          terminal,
          colour: false,
        },
        locale: 'ko',
        api: refuse,
        office: refuse,
      })
      return { code, ...out }
    }
    const file = async (name: string, value: unknown) => {
      const path = join(folder, name)
      await writeFile(path, typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value))
      return path
    }

    test('impact answers a case with a table of its own', async () => {
      const table = {
        unit: '백만원',
        importTreatment: 'domestic',
        sectors: ['갑', '을'],
        flows: [
          [150, 500],
          [200, 100],
        ],
        output: [1000, 2000],
        employment: { employed: [10, 20] },
      }
      const path = await file('case.json', { table, spending: [{ sector: '을', amount: 100_000_000 }] })
      const { code, out } = await run(impactCommand, [path], { json: true })
      expect(code).toBe(0)
      expect(Number((JSON.parse(out) as ImpactAnswer).phases[0]!.effects.output!.total)).toBeCloseTo(145_214_521, -1)
      expect((JSON.parse(out) as ImpactAnswer).table!.hash).toMatch(/^[0-9a-f]{64}$/)
      expect((await run(impactCommand, [path], {}, true)).out).toContain('취업유발')
    })

    test('impact names what is wrong with a case', async () => {
      expect(await run(impactCommand, [])).toMatchObject({ code: 2 })
      expect((await run(impactCommand, [await file('a.json', '{')])).error).toContain('a.json')
      expect((await run(impactCommand, [await file('b.json', { spending: [{ amount: 'viel' }] })])).error).toContain('spending.0.amount')
      expect(await run(impactCommand, [await file('c.json', { spending: [] })])).toMatchObject({ code: 1 })
    })

    test('claim-check answers the two known claims', async () => {
      const car = await run(claimCheckCommand, [await file('car.json', { unit: '십억원', output: 10_000, jobs: 250_000 })], { json: true })
      const found = JSON.parse(car.out) as ClaimAnswer
      expect(found.verdict).toBe('outside')
      expect(found.assumed[0]!.ko).toContain('농림수산품 (25)')
      expect(found.assumed[0]!.ko).not.toContain('서비스')
      const centre = await run(
        claimCheckCommand,
        [await file('centre.json', { unit: '억원', output: 20_590, valueAdded: 9084, jobs: 8931, years: 40 })],
        { json: true },
      )
      const coherent = JSON.parse(centre.out) as ClaimAnswer
      expect([coherent.verdict, coherent.jobsPerYear]).toEqual(['coherent', '223.3'])
      expect((await run(claimCheckCommand, [await file('d.json', { unit: 'USD', jobs: 1 })])).error).toContain('USD')
    })

    test('table check tells what a file holds without a server', async () => {
      const path = await file('표.xlsx', await workbook())
      const { code, out } = await run(tableCommand, ['check', path], { json: true })
      expect([code, JSON.parse(out).ok, JSON.parse(out).sectors]).toEqual([1, false, ['농림수산품', '공산품']])
      expect((await run(tableCommand, ['check', await file('bad.xlsx', await workbook(7))], {})).error).toContain('unbalanced-row')
      expect((await run(tableCommand, ['sing'])).code).toBe(2)
    })
  })
})

describe('the demonstration', () => {
  let t: TestApp
  beforeAll(async () => {
    t = await freshApp('economy-demo')
    await seedDemo(t.store, new Date('2026-11-22T00:00:00Z'))
  })
  afterAll(() => t.close())

  test('has tables that say that they are synthetic, and its announcements are checked with their sentences', async () => {
    const { office_id: officeId } = await t.store.global((db) =>
      db.selectFrom('office').select('office_id').where('slug', '=', 'gwangju').executeTakeFirstOrThrow(),
    )
    const user = await t.user('viewer@city.example')
    await t.member(officeId, user, 'viewer')
    const begun = await t.store.global((tx) => beginSession(tx, user, { userAgent: null, address: null }, new Date()))
    const viewer = t.client(`gusul_session=${begun.secret}`, begun.csrf)
    const get = async <T>(path: string) => (await (await viewer.send('GET', `/offices/gwangju${path}`)).json()) as T
    const { items: tables } = await get<{ items: { kind: string; synthetic: boolean; name: string }[] }>('/economy/tables')
    expect(tables.map((one) => [one.kind, one.synthetic]).sort()).toEqual([
      ['employment', true],
      ['flows', true],
    ])
    const { items } = await get<{
      items: { subjectName: string; topic: string; values: { sentence: string; part: string }[]; answer: ClaimAnswer }[]
    }>('/economy/claims')
    const car = items.find((one) => one.topic === '미래차')!
    expect(car.answer.verdict).toBe('outside')
    expect(car.answer.tests.find((one) => one.test === 'jobs-per-amount')!.value).toBe(25)
    expect(car.values.map((one) => one.part).sort()).toEqual(['jobs', 'output'])
    expect(car.values.every((one) => one.sentence.includes('미래차'))).toBe(true)
    const vision = items.find((one) => one.subjectName.includes('2030 비전') && one.topic === '')!
    expect(vision.answer.verdict).toBe('coherent')
    expect(vision.answer.assumed.map((one) => one.ko).join()).toContain('직접 일자리만')
    const foundry = items.find((one) => one.subjectName.includes('파운드리'))!
    expect(foundry.answer.tests[0]).toMatchObject({ test: 'jobs-per-investment', value: 0.8 })
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultModel, Model } from '@alephdata/followthemoney'
import Ajv2019 from 'ajv/dist/2019.js'
import Ajv4 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenRules } from '#engines/interchange/oc4ids-rules'
import type { Client } from '#support/app'
import { bodyOf, ImportDesk } from '#support/import-desk'

const validators = join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/validators')
const read = (path: string) => JSON.parse(readFileSync(join(validators, path), 'utf8')) as object

/**
 * One office through its extremes: nothing at all; then only what is confidential (a viewer and the public must get, byte for byte, what they got of the empty one);
 * then names that break careless writers, amounts of 10^15 won and of a millionth, and projects of which nothing is known but the name.
 */
describe('an office at its extremes', () => {
  let desk: ImportDesk
  beforeAll(async () => {
    desk = await ImportDesk.open('extremes')
  })
  afterAll(() => desk?.close())

  const tables = ['projects', 'facts', 'stages', 'milestones', 'parties']
  const queries = [
    ...tables.map((table) => `format=csv&table=${table}`),
    'format=xlsx',
    'format=oc4ids',
    'format=sdmx',
    'format=ftm',
    'format=dictionary',
  ]
  const answers = async (client: Client) => {
    const found: Record<string, [number, string]> = {}
    for (const query of queries) {
      const answer = await client.send('GET', `${desk.root}/export?${query}`)
      found[query] = [answer.status, Buffer.from(await answer.arrayBuffer()).toString('base64')]
    }
    return found
  }
  const open = async () => {
    const found: Record<string, [number, string | null, string]> = {}
    for (const format of ['oc4ids', 'sdmx', 'ftm']) {
      const answer = await desk.app.nobody.send('GET', `/public/offices/narae/exports/${format}`)
      found[format] = [answer.status, answer.headers.get('etag'), answer.status === 200 ? await answer.text() : '']
    }
    return found
  }
  const text = async (query: string) => new TextDecoder().decode(await desk.download(query))

  /** What each reader of the format would say of it. */
  const checked = async () => {
    const model = new Model(defaultModel)
    for (const line of (await text('format=ftm')).trim().split('\n')) expect(model.getEntity(JSON.parse(line)).id).toBeTruthy()
    const oc4ids = JSON.parse(await text('format=oc4ids')) as { projects: unknown[] }
    expect(brokenRules(oc4ids)).toEqual([])
    const sdmx = JSON.parse(await text('format=sdmx')) as unknown
    if (existsSync(validators)) {
      const [four, nineteen] = [new Ajv4({ strict: false, allErrors: true }), new Ajv2019({ strict: false, allErrors: true })]
      for (const one of [four, nineteen]) addFormats(one)
      four.addSchema(read('oc4ids/project-schema.json'))
      const packed = four.compile(read('oc4ids/project-package-schema.json'))
      expect([packed(oc4ids), packed.errors]).toEqual([true, null])
      const cube = nineteen.compile(read('sdmx-json/data-schema.json'))
      expect([cube(sdmx), cube.errors]).toEqual([true, null])
    }
    return oc4ids
  }

  let empty: Awaited<ReturnType<typeof answers>>
  let emptyOpen: Awaited<ReturnType<typeof open>>

  test('with nothing at all every format is a file, and OC4IDS, which must hold a project, says so', async () => {
    empty = await answers(desk.viewer)
    emptyOpen = await open()
    expect(Object.entries(empty).map(([query, [status]]) => [query, status])).toEqual(
      queries.map((query) => [query, query === 'format=oc4ids' ? 409 : 200]),
    )
    expect(Object.values(emptyOpen).map(([status]) => status)).toEqual([409, 200, 200])
    if (!existsSync(validators)) return
    const ajv = new Ajv2019({ strict: false, allErrors: true })
    addFormats(ajv)
    const cube = ajv.compile(read('sdmx-json/data-schema.json'))
    expect([cube(JSON.parse(await text('format=sdmx'))), cube.errors]).toEqual([true, null])
    for (const table of tables)
      expect((await desk.bring(`${table}.csv`, await desk.download(`format=csv&table=${table}&lang=ko`))).counts).toMatchObject({
        changes: 0,
        errors: 0,
      })
  })

  test('with confidential things alone, who may not see them and the public get the bytes of the empty office', async () => {
    const id = await desk.add('비밀 배터리', {
      confidential: true,
      investors: ['감춘전지'],
      values: [{ indicator: 'investment', facet: 'announced', value: '7000000000000', unit: 'KRW' }],
    })
    await desk.officer.send('POST', `${desk.root}/projects/${id}/milestones`, { title: '비밀 회의', dueOn: '2026-03-01' })
    expect(await answers(desk.viewer)).toEqual(empty)
    expect(await open()).toEqual(emptyOpen)
    await checked()
  })

  test('odd names, huge and tiny amounts and projects without anything are valid in every format and come back untouched', async () => {
    const names = [
      '"따옴표" \'홑\'',
      '=1+1',
      '+82',
      '-전',
      '@집',
      '쉼표, 쌍반점;',
      '😀👩‍🔬',
      '‮거꾸로',
      '<b>&amp;',
      '탭\t속',
      "O'Hara",
      '가'.repeat(200),
      '00123',
      '1e3',
      'null',
      'true',
    ]
    for (const name of names) await desk.add(name)
    const values = ['1000000000000000', '999999999999999999', '0.000001', '123456789.123456']
    for (const [at, value] of values.entries())
      await desk.add(`값 ${at}`, {
        place: '나래시, "새솔동"\n3층',
        values: [
          { indicator: 'investment', facet: 'announced', value, unit: 'KRW', approximate: true },
          { indicator: 'investment', facet: 'actual', value, unit: 'USD' },
        ],
      })
    const url = 'https://나래.example/소식?번호=1|2'
    await bodyOf(await desk.officer.send('POST', `${desk.root}/documents`, { kind: 'article', title: '"제목", 둘째 줄', url, text: '착공했다.' }))
    const { projects } = await checked()
    expect(projects).toHaveLength(1 + names.length + values.length)
    for (const [name, bytes] of [
      ['a.xlsx', await desk.download('format=xlsx&lang=ko')],
      ...(await Promise.all(tables.map(async (table) => [`${table}.csv`, await desk.download(`format=csv&table=${table}&lang=ko`)] as const))),
    ] as const)
      expect([name, (await desk.bring(name, bytes)).counts]).toMatchObject([name, { changes: 0, additions: 0, conflicts: 0, errors: 0 }])
    const facts = await text('format=csv&table=facts&lang=ko')
    for (const value of values) expect(facts).toContain(value)
  })
})

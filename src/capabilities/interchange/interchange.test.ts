import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { parseCells } from '#capabilities/intake/index'
import { csvLine } from '#engines/interchange/csv-line'
import { type Jobs, startJobs } from '#store/jobs'
import { type Client, freshApp, type TestApp } from '#support/app'
import { until } from '#support/person'
import { interchangeJobs } from './jobs.ts'
import type { ImportChange, ImportRun } from './schemas.ts'

let t: TestApp
let jobs: Jobs
let officer: Client
let head: Client
let viewer: Client
const root = '/offices/narae'

beforeAll(async () => {
  t = await freshApp('interchange')
  const office = await t.office('narae')
  for (const role of ['officer', 'head', 'viewer'] as const) await t.member(office, await t.user(`${role}@narae.example`, { name: role }), role)
  officer = await t.signIn('officer@narae.example')
  head = await t.signIn('head@narae.example')
  viewer = await t.signIn('viewer@narae.example')
  jobs = await startJobs(t.store, interchangeJobs)
})
afterAll(async () => {
  await jobs?.stop()
  await t?.close()
})

async function body<T>(answer: Response): Promise<T> {
  const text = await answer.text()
  if (answer.status >= 400) throw new Error(`${answer.status} ${text}`)
  return (text ? JSON.parse(text) : null) as T
}
const add = async (nameKo: string, more: object = {}): Promise<string> =>
  (await body<{ id: string }>(await officer.send('POST', `${root}/projects`, { nameKo, ...more }))).id
const won = (value: string) => ({ indicator: 'investment', facet: 'announced', value, unit: 'KRW' })

/** Bring a file and wait until its work has ended. */
async function bring(client: Client, name: string, bytes: Uint8Array | string): Promise<ImportRun> {
  const form = new FormData()
  form.set('file', new File([bytes as BlobPart], name))
  const answer = await t.app.request(`/api/v1${root}/imports`, {
    method: 'POST',
    headers: { cookie: client.cookie!, 'x-gusul-csrf': client.csrf! },
    body: form,
  })
  return ended((await body<ImportRun>(answer)).id)
}
const ended = (id: string): Promise<ImportRun> =>
  until(async () => {
    const run = await body<ImportRun>(await head.send('GET', `${root}/imports/${id}`))
    return ['checking', 'applying', 'undoing'].includes(run.state) ? null : run
  }, 'the import to end')
const changesOf = async (id: string, query = ''): Promise<ImportChange[]> =>
  (await body<{ items: ImportChange[] }>(await head.send('GET', `${root}/imports/${id}/changes?limit=500${query}`))).items
async function work(client: Client, id: string, what: 'apply' | 'undo', order: object = {}): Promise<ImportRun> {
  await body(await client.send('POST', `${root}/imports/${id}/${what}`, what === 'apply' ? order : undefined))
  return ended(id)
}

type Grid = string[][]
/** The cells of a download, sheet by sheet, as a person would see them. */
async function sheetsOf(bytes: Uint8Array, name: string): Promise<Map<string, Grid>> {
  const parsed = await parseCells(bytes, { name })
  if (!parsed.ok) throw new Error(parsed.detail.en)
  return new Map(
    parsed.sheets.map((sheet) => {
      const grid: Grid = []
      for (const { row, column, text } of sheet.cells) {
        const line = (grid[row - 1] ??= [])
        line[column - 1] = text
      }
      return [sheet.name, Array.from(grid, (line) => Array.from(line ?? [], (text) => text ?? ''))]
    }),
  )
}
const download = async (client: Client, query: string): Promise<Uint8Array> => {
  const answer = await client.send('GET', `${root}/export?${query}`)
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return new Uint8Array(await answer.arrayBuffer())
}
/** What a spreadsheet makes of a grid when a person saves it. */
const xlsx = async (sheets: Map<string, Grid>): Promise<Uint8Array> =>
  new Uint8Array(
    await writeXlsxFile(
      [...sheets].map(([sheet, data]) => ({ sheet, data: data.map((line) => line.map((value) => (value === '' ? null : { value, type: String }))) })),
    ).toBuffer(),
  )
const csv = (grid: Grid): string => `\ufeff${grid.map((line) => csvLine(line.map((text) => ({ text })))).join('')}`
/** Set the cell of the row that names something, under a heading. */
function set(grid: Grid, named: string, heading: string, value: string): void {
  const row = grid.find((line) => line.includes(named))
  const at = grid[0]!.indexOf(heading)
  if (!row || at < 0) throw new Error(`no row ${named} or no heading ${heading} in ${JSON.stringify(grid[0])}`)
  while (row.length <= at) row.push('')
  row[at] = value
}

describe('three cells of a file are edited', () => {
  let id = ''
  let factory = ''

  test('a file that nobody edited changes nothing, as XLSX and as CSV, in Korean and in English', async () => {
    factory = await add('새솔 부품 공장', {
      place: '나래시 새솔동',
      industry: '기계',
      note: '=시작이 등호인 메모',
      values: [won('600000000000'), { indicator: 'jobs', facet: 'announced', value: '300', unit: 'persons' }],
    })
    await add('마루 연구소', { place: '마루동', note: '둘째 줄이\n있는 "메모", 쉼표도', values: [won('12345678901234567890')] })
    await officer.send('POST', `${root}/projects/${factory}/milestones`, { title: '부지 확인', dueOn: '2026-03-01' })
    await officer.send('POST', `${root}/projects/${factory}/relations`, {
      role: 'investor',
      name: '나래정밀',
      direction: 'from',
      part: null,
      share: '0.35',
      since: null,
      until: null,
    })
    await head.send('POST', `${root}/projects/${factory}/stages`, { toStage: 'mou', occurredFrom: '2026-01-05', reason: '협약 뒤에 받은 자료' })
    for (const language of ['ko', 'en'])
      for (const [name, query] of [
        ['a.xlsx', 'format=xlsx'],
        ...['projects', 'facts', 'stages', 'milestones', 'parties'].map((table) => [`${table}.csv`, `format=csv&table=${table}`]),
      ] as [string, string][]) {
        const run = await bring(officer, name, await download(officer, `${query}&lang=${language}`))
        expect([name, language, run.state, run.counts, run.refusal, run.warnings]).toEqual([
          name,
          language,
          'checked',
          { changes: 0, additions: 0, conflicts: 0, errors: 0, applied: 0, left: 0, kept: 0 },
          null,
          [],
        ])
        expect([name, run.rows, run.unchanged]).toEqual([name, run.rows, run.rows])
        expect(run.rows).toBeGreaterThan(0)
      }
  })

  test('the check shows exactly three changes with old, new, who, row and column; nothing is written yet', async () => {
    const sheets = await sheetsOf(await download(officer, 'format=xlsx&lang=ko'), 'a.xlsx')
    set(sheets.get('사업')!, '새솔 부품 공장', '곳', '나래시 한빛동')
    set(sheets.get('값')!, '300', '값', '350')
    set(sheets.get('할 일')!, '부지 확인', '한 날', '2026. 2. 20.')
    const run = await bring(officer, '고침.xlsx', await xlsx(sheets))
    expect(run.counts).toMatchObject({ changes: 3, additions: 0, conflicts: 0, errors: 0 })
    id = run.id
    const found = await changesOf(id)
    expect(found.map((one) => [one.sheet, one.row, one.cell, one.columnName!.ko, one.subjectName, one.before, one.after, one.heldBy])).toEqual([
      ['사업', 2, expect.stringMatching(/^[A-Z]2$/), '곳', '새솔 부품 공장', '나래시 새솔동', '나래시 한빛동', 'officer'],
      ['값', 3, expect.stringMatching(/^[A-Z]3$/), '값', '새솔 부품 공장', '300', '350', 'officer'],
      ['할 일', 2, expect.stringMatching(/^[A-Z]2$/), '한 날', '새솔 부품 공장', null, '2026-02-20', 'officer'],
    ])
    expect((await body<{ place: string }>(await officer.send('GET', `${root}/projects/${factory}`))).place).toBe('나래시 새솔동')
  })

  test('applied, they stand with a sentence and a judgement; the old value stays known; bringing the same file again changes nothing', async () => {
    const run = await work(officer, id, 'apply', { reason: '분기 점검' })
    expect([run.state, run.counts.applied, run.counts.left]).toEqual(['applied', 3, 0])
    const view = await body<{
      place: string
      facts: { indicator: string; value: string; knownTo: string | null; method: string; quotes: { sentence: string }[] }[]
      milestones: { title: string; doneOn: string | null }[]
      history: { kind: string; reason: string | null; changes: { what: string; from: string | null; to: string | null }[] }[]
    }>(await officer.send('GET', `${root}/projects/${factory}`))
    expect(view.place).toBe('나래시 한빛동')
    expect(view.milestones[0]!.doneOn).toBe('2026-02-20')
    const jobsFact = view.facts.find((fact) => fact.indicator === 'jobs' && fact.knownTo === null)!
    expect([jobsFact.value, jobsFact.method, jobsFact.quotes[0]!.sentence]).toEqual([
      '350',
      'imported',
      'narae시 가져오기: 새솔 부품 공장의 발표 일자리는 350명이다.',
    ])
    expect(view.history.find((one) => one.reason === '분기 점검')!.changes).toEqual([
      expect.objectContaining({ what: 'place', from: '나래시 새솔동', to: '나래시 한빛동' }),
      expect.objectContaining({ what: 'jobs', from: '300', to: '350' }),
    ])
    const sheets = await sheetsOf(new Uint8Array(await (await officer.send('GET', `${root}/imports/${id}/file`)).arrayBuffer()), 'a.xlsx')
    const again = await bring(officer, '고침.xlsx', await xlsx(sheets))
    expect(again.counts).toMatchObject({ changes: 0, additions: 0, conflicts: 0, errors: 0 })
  })

  test('one undo takes the whole import back', async () => {
    const run = await work(officer, id, 'undo')
    expect([run.state, run.counts.kept]).toEqual(['undone', 0])
    const view = await body<{
      place: string
      facts: { indicator: string; value: string; knownTo: string | null }[]
      milestones: { doneOn: string | null }[]
    }>(await officer.send('GET', `${root}/projects/${factory}`))
    expect([
      view.place,
      view.milestones[0]!.doneOn,
      view.facts.filter((fact) => fact.indicator === 'jobs' && fact.knownTo === null).map((fact) => fact.value),
    ]).toEqual(['나래시 새솔동', null, ['300']])
    expect((await officer.send('POST', `${root}/imports/${id}/undo`)).status).toBe(409)
  })
})

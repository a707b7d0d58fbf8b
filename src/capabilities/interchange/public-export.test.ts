import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultModel, Model } from '@alephdata/followthemoney'
import Ajv2019 from 'ajv/dist/2019.js'
import Ajv4 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenRules } from '#engines/interchange/oc4ids-rules'
import { bodyOf, ImportDesk } from '#support/import-desk'
import { claimsOfFacts, datasetJsonLd, observationJsonLd, projectJsonLd } from './index.ts'

const validators = join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/validators')
const schema = (path: string) => JSON.parse(readFileSync(join(validators, path), 'utf8')) as object

let desk: ImportDesk
let hidden = ''
beforeAll(async () => {
  desk = await ImportDesk.open('public_export')
})
afterAll(() => desk?.close())

const address = (format: string) => `/public/offices/narae/exports/${format}`
const text = async (format: string) => {
  const answer = await desk.app.nobody.send('GET', address(format))
  return { status: answer.status, etag: answer.headers.get('etag'), body: await answer.text() }
}
const won = (value: string) => ({ indicator: 'investment', facet: 'announced', value, unit: 'KRW' })

test('before anything is published there is no OC4IDS package, and the others are empty', async () => {
  await desk.add('아직 공표하지 않은 사업', { values: [won('5000000000')] })
  expect((await text('oc4ids')).status).toBe(409)
  for (const format of ['sdmx', 'ftm']) expect([format, (await text(format)).body.includes('공표하지 않은')]).toEqual([format, false])
})

test('what is published goes out in each format, valid, and nothing else does', async () => {
  const id = await desk.add('새솔 공개 공장', { place: '나래시', investors: ['나래정밀'], values: [won('600000000000')] })
  await bodyOf(await desk.head.send('POST', `${desk.root}/publications`, { kind: 'project', subjectId: id }))
  await bodyOf(await desk.head.send('POST', `${desk.root}/publications`, { kind: 'figure', formula: 'announced_investment' }))
  const [oc4ids, sdmx, ftm] = [await text('oc4ids'), await text('sdmx'), await text('ftm')]
  for (const one of [oc4ids, sdmx, ftm])
    expect([one.status, one.body.includes('새솔 공개 공장'), /공표하지 않은/.test(one.body)]).toEqual([200, true, false])
  expect(brokenRules(JSON.parse(oc4ids.body))).toEqual([])
  const model = new Model(defaultModel)
  for (const line of ftm.body.trim().split('\n')) expect(model.getEntity(JSON.parse(line)).id).toBeTruthy()
})

test.skipIf(!existsSync(validators))('the public schemas take the public downloads (skipped where they are not at hand)', async () => {
  const four = new Ajv4({ strict: false, allErrors: true })
  addFormats(four)
  four.addSchema(schema('oc4ids/project-schema.json'))
  const oc4ids = four.compile(schema('oc4ids/project-package-schema.json'))
  expect([oc4ids(JSON.parse((await text('oc4ids')).body)), oc4ids.errors]).toEqual([true, null])
  const nineteen = new Ajv2019({ strict: false, allErrors: true })
  addFormats(nineteen)
  const sdmx = nineteen.compile(schema('sdmx-json/data-schema.json'))
  expect([sdmx(JSON.parse((await text('sdmx')).body)), sdmx.errors]).toEqual([true, null])
})

test('a confidential lead beside it changes not a byte, not even of the tags', async () => {
  const before = await Promise.all(['oc4ids', 'sdmx', 'ftm'].map(text))
  hidden = await desk.add('비밀 배터리', { confidential: true, values: [won('7000000000000')] })
  await desk.officer.send('POST', `${desk.root}/projects/${hidden}/milestones`, { title: '비밀 회의', dueOn: '2026-03-01' })
  expect(await Promise.all(['oc4ids', 'sdmx', 'ftm'].map(text))).toEqual(before)
})

test('the words of schema.org name what is known and leave out what is not', () => {
  const source = {
    documentId: 'd',
    kind: 'article',
    title: '협약',
    outlet: '나래일보',
    url: null,
    publishedOn: '2026-01-05',
    sentence: '6000억원을 투자한다.',
  }
  const fact = {
    id: 'f',
    indicator: { id: 'investment', ko: '투자', en: 'Investment' },
    facet: 'announced',
    series: null,
    value: '600000000000',
    valueMax: null,
    bound: null,
    approximate: false,
    unit: 'KRW',
    per: null,
    periodFrom: null,
    periodTo: null,
    dueFrom: null,
    dueTo: null,
    funding: null,
    ended: false,
    knownFrom: '2026-01-06T00:00:00Z',
    sources: [source, { ...source, sentence: null }],
  }
  const subject = {
    id: '05000000-0000-4000-8000-000000000001',
    kind: 'project',
    nameKo: '새솔 공장',
    nameEn: null,
    place: null,
    industry: null,
    stage: null,
    phase: null,
    illustrative: false,
    page: null,
    steps: [],
    facts: [fact],
    parties: [],
    tasks: [],
  }
  expect(claimsOfFacts(subject, [fact])).toEqual([
    {
      '@type': 'Claim',
      text: '6000억원을 투자한다.',
      about: { '@type': 'Thing', name: '새솔 공장' },
      appearance: { '@type': 'NewsArticle', name: '협약', publisher: { '@type': 'Organization', name: '나래일보' }, datePublished: '2026-01-05' },
    },
  ])
  expect(Object.keys(projectJsonLd(subject))).toEqual(['@context', '@type', '@id', 'name', 'member', 'subjectOf'])
  const figure = {
    id: 'x',
    formula: 'announced_investment',
    version: 1,
    nameKo: '발표된 투자',
    nameEn: 'Announced',
    value: null,
    valueMax: null,
    bound: null,
    approximate: false,
    unit: 'KRW',
    asOf: null,
    page: null,
  }
  expect('value' in observationJsonLd(figure)).toBe(false)
  expect(
    datasetJsonLd({
      name: '공개 자료',
      description: '설명',
      url: 'https://x.example',
      creator: '나래시',
      modified: null,
      downloads: [{ type: 'text/csv', url: 'https://x.example/csv' }],
    }),
  ).toMatchObject({
    distribution: [{ '@type': 'DataDownload', encodingFormat: 'text/csv' }],
  })
})

import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Jobs, startJobs } from '#store/jobs'
import { type Client, freshApp, type TestApp } from '#support/app'
import { intakeJobs } from './jobs.ts'
import { AddedDocument, DocumentWithText } from './schemas.ts'
import type { ExtractionView } from './schemas-extractor.ts'
import { Review } from './schemas-review.ts'
import { costOf } from './service/extract.ts'

const here = '/offices/narae'
let t: TestApp
let jobs: Jobs
let root: Client
let administrator: Client
let server: Server
let url = ''
let answer: (response: ServerResponse) => void = () => {}
beforeAll(async () => {
  t = await freshApp('intake_extraction')
  const office = await t.office('narae')
  await t.member(office, await t.user('root@narae.example', { administrator: true }), 'administrator')
  await t.member(office, await t.user('admin@narae.example'), 'administrator')
  root = await t.signIn('root@narae.example')
  administrator = await t.signIn('admin@narae.example')
  jobs = await startJobs(t.store, intakeJobs)
  server = createServer((request, response) => {
    request.resume()
    request.on('end', () => answer(response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
})
afterAll(async () => {
  server?.closeAllConnections()
  server?.close()
  await jobs?.stop()
  await t?.close()
})

const settings = () => ({
  enabled: true,
  url,
  model: 'test-1',
  key: 'very-secret',
  priceIn: '0.15',
  priceOut: '0.6',
  currency: 'USD',
  privateAllowed: true,
})
async function until<T>(look: () => Promise<T>, good: (value: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const value = await look()
    if (good(value)) return value
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('it did not come in time')
}
const add = async (text: string, confidential = false) => {
  const { document } = AddedDocument.parse(await (await root.send('POST', `${here}/documents`, { text, confidential })).json())
  await until(
    async () => DocumentWithText.parse(await (await root.send('GET', `${here}/documents/${document.id}`)).json()),
    (one) => one.readingState === 'read',
  )
  return document.id
}
interface Asked {
  enabled: boolean
  job: { state: string } | null
  items: ExtractionView[]
}
const asked = async (id: string) => (await (await root.send('GET', `${here}/documents/${id}/extraction`)).json()) as Asked
const review = async (id: string) => Review.parse(await (await root.send('GET', `${here}/documents/${id}/review`)).json())
const text = '나래시는 가람소재와 솔빛산단에 300억원 투자 협약을 맺었다. 창고 면적은 3,300㎡로 알려졌다.'

describe('the optional model', () => {
  test('it is off until an administrator sets it up, and its key is never given back', async () => {
    const id = await add(`${text} 하나.`)
    expect((await root.send('POST', `${here}/documents/${id}/extraction`, {})).status).toBe(409)
    expect((await administrator.send('PUT', `${here}/extractor`, settings())).status).toBe(403)
    const set = await root.send('PUT', `${here}/extractor`, settings())
    expect(set.status).toBe(200)
    const told = (await set.text()) + (await (await root.send('GET', `${here}/extractor`)).text())
    expect(told).toContain('"hasKey":true')
    expect(told).not.toContain('very-secret')
    const audit = await t.store.readOffice(await officeId(), null, (db) => db.selectFrom('audit').select('detail').execute())
    expect(JSON.stringify(audit)).not.toContain('very-secret')
    // the key of one server is not sent to another
    const { key: _, ...moved } = settings()
    expect((await root.send('PUT', `${here}/extractor`, { ...moved, url: 'https://elsewhere.example/v1' })).status).toBe(422)
    expect((await root.send('PUT', `${here}/extractor`, { ...moved, model: 'test-2' })).status).toBe(200)
  })
  test('what it proposes waits for a person as its own, with time and cost; reading again leaves it', async () => {
    const id = await add(`${text} 둘.`)
    const before = (await review(id)).claims.length
    const claims = [
      { quote: '창고 면적은 3,300㎡', value: 3300, unit: 'm2', indicator: 'capacity', subject: '가람소재' },
      { quote: '9조원', value: 9e12, unit: 'KRW', indicator: 'investment' },
    ]
    answer = (response) =>
      void response
        .writeHead(200)
        .end(
          JSON.stringify({ choices: [{ message: { content: JSON.stringify({ claims }) } }], usage: { prompt_tokens: 1000, completion_tokens: 500 } }),
        )
    expect((await root.send('POST', `${here}/documents/${id}/extraction`, {})).status).toBe(202)
    const done = await until(
      () => asked(id),
      (one) => one.job?.state === 'done',
    )
    expect(done.items).toMatchObject([
      { state: 'done', model: 'test-2', requests: 1, proposed: 2, kept: 1, refused: { 'quote-not-found': 1 }, cost: '0.00045', currency: 'USD' },
    ])
    const found = (await review(id)).claims
    expect(found).toHaveLength(before + 1)
    expect(found.find((one) => one.reader === 'model')).toMatchObject({ state: 'pending', readerVersion: 'test-2', value: '3300', unit: 'm2' })
    await root.send('POST', `${here}/documents/${id}/reading`, {})
    await until(
      () => review(id),
      (one) => one.document.readingState === 'read' && one.document.job?.state === 'done',
    )
    expect((await review(id)).claims.filter((one) => one.reader === 'model')).toHaveLength(1)
  })
  test('a broken answer is told and adds nothing; a confidential document is not sent', async () => {
    const id = await add(`${text} 셋.`)
    const before = (await review(id)).claims.length
    answer = (response) => void response.writeHead(200).end('I will not')
    await root.send('POST', `${here}/documents/${id}/extraction`, {})
    const failed = await until(
      () => asked(id),
      (one) => one.job?.state === 'failed',
    )
    expect(failed.items).toMatchObject([{ state: 'failed', kept: 0, cost: null }])
    expect(failed.items[0]!.error).toContain('not-json')
    expect((await review(id)).claims).toHaveLength(before)
    const secret = await add(`${text} 넷.`, true)
    expect((await root.send('POST', `${here}/documents/${secret}/extraction`, {})).status).toBe(409)
  })
})

test('a cost is exact, and unknown where a price or a count is', () => {
  expect(costOf({ priceIn: '0.15', priceOut: '0.6' }, { tokensIn: 1, tokensOut: 1 })).toBe('0.00000075')
  expect(costOf({ priceIn: null, priceOut: '0.6' }, { tokensIn: 1, tokensOut: 1 })).toBeNull()
  expect(costOf({ priceIn: '0.15', priceOut: '0.6' }, { tokensIn: null, tokensOut: 1 })).toBeNull()
})

const officeId = async () =>
  (await t.store.global((tx) => tx.selectFrom('office').select('office_id').where('slug', '=', 'narae').executeTakeFirstOrThrow())).office_id

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Jobs, startJobs } from '#store/jobs'
import { type Client, freshApp, type TestApp } from '#support/app'
import { intakeJobs } from './jobs.ts'
import { AddedDocument, DocumentWithText } from './schemas.ts'
import { RereadChanges, Rereading } from './schemas-rereading.ts'
import { Review } from './schemas-review.ts'

const here = '/offices/narae'
let t: TestApp
let jobs: Jobs
let officer: Client
let officeId: string
let userId: string
beforeAll(async () => {
  t = await freshApp('intake_rereading')
  officeId = await t.office('narae')
  userId = await t.user('officer@narae.example')
  await t.member(officeId, userId, 'officer')
  officer = await t.signIn('officer@narae.example')
  jobs = await startJobs(t.store, intakeJobs)
})
afterAll(async () => {
  await jobs?.stop()
  await t?.close()
})

const get = async <T>(path: string, schema: { parse: (value: unknown) => T }): Promise<T> =>
  schema.parse(await (await officer.send('GET', `${here}${path}`)).json())
async function until<T>(look: () => Promise<T>, good: (value: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 400; tries++) {
    const value = await look()
    if (good(value)) return value
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('it did not come in time')
}
const whenRead = (id: string) =>
  until(
    () => get(`/documents/${id}`, DocumentWithText),
    (one) => one.readingState === 'read' && !['waiting', 'running'].includes(one.job?.state ?? ''),
  )
const compare = async (order: object) => {
  expect((await officer.send('POST', `${here}/rereading`, order)).status).toBe(202)
  return until(
    () => get('/rereading', Rereading),
    (one) => one.job?.state === 'done',
  )
}
const add = async (text: string) => {
  const { document } = AddedDocument.parse(await (await officer.send('POST', `${here}/documents`, { text, publishedOn: '2026-05-01' })).json())
  await whenRead(document.id)
  return document.id
}
/** As an older reader would have left it: another version, one claim without its date, one that is not made any more, one missed. */
async function olderReading(documentId: string) {
  await t.store.inOffice(officeId, userId, async (tx) => {
    const claims = await tx
      .selectFrom('claim')
      .selectAll()
      .where('office_id', '=', officeId)
      .where('document_id', '=', documentId)
      .orderBy('value')
      .execute()
    const [jobs, money] = [claims.find((one) => one.indicator_id === 'jobs')!, claims.find((one) => one.indicator_id === 'investment')!]
    await tx
      .updateTable('claim')
      .set({ due_from: null, due_to: null, due_text: null })
      .where('office_id', '=', officeId)
      .where('claim_id', '=', money.claim_id)
      .execute()
    await tx.deleteFrom('claim_state').where('office_id', '=', officeId).where('claim_id', '=', jobs.claim_id).execute()
    await tx.deleteFrom('claim').where('office_id', '=', officeId).where('claim_id', '=', jobs.claim_id).execute()
    await tx.updateTable('document').set({ reader_version: '0.1' }).where('office_id', '=', officeId).where('document_id', '=', documentId).execute()
  })
}

describe('reading again', () => {
  test('where nothing was compared it is told apart from nothing that differs', async () => {
    expect(await get('/rereading', Rereading)).toMatchObject({ outdated: 0, job: null, compared: null, items: [] })
  })
  const text = '나래시는 가온전자와 2027년까지 2,500억원을 투자하는 협약을 맺었다. 가온전자는 120명을 채용한다.'
  test('a document that reads the same gives no difference and is up to date', async () => {
    const id = await add(text)
    await t.store.inOffice(officeId, userId, (tx) =>
      tx.updateTable('document').set({ reader_version: '0.1' }).where('office_id', '=', officeId).where('document_id', '=', id).execute(),
    )
    expect((await get('/rereading', Rereading)).outdated).toBe(1)
    const found = await compare({})
    expect(found).toMatchObject({ outdated: 0, items: [], job: { state: 'done', progress: 1, total: 1 } })
    expect(found.compared).toMatchObject({ documents: 1, differing: 0, present: true })
  })
  test('differences are proposed, change nothing, and once applied leave judgements alone', async () => {
    const id = await add(`${text} 하나.`)
    const money = (await get(`/documents/${id}/review`, Review)).claims.find((one) => one.indicator === 'investment')!
    await olderReading(id)
    expect((await officer.send('POST', `${here}/claims/${money.id}/reject`, { reason: '시험' })).status).toBe(200)
    const before = (await get(`/documents/${id}/review`, Review)).claims.map((one) => [one.id, one.state])
    const { items } = await compare({})
    expect(items).toMatchObject([{ documentId: id, added: 1, changed: 1, gone: 0, judged: 1, before: '0.1' }])
    const { changes, indicators } = await get(`/documents/${id}/rereading`, RereadChanges)
    expect(changes.find((one) => one.kind === 'changed')).toMatchObject({
      claimId: money.id,
      state: 'rejected',
      slots: [{ slot: 'due', before: null }],
      before: { value: '250000000000', unit: 'KRW', due: null },
      after: { value: '250000000000', unit: 'KRW', due: { from: '2027-01-01', to: '2028-01-01' } },
    })
    expect(indicators).toContainEqual({ id: 'jobs', nameKo: '일자리', nameEn: 'Jobs' })
    expect(changes.find((one) => one.kind === 'new')).toMatchObject({ indicator: 'jobs', quote: '120명', before: null, after: { value: '120' } })
    expect((await get(`/documents/${id}/review`, Review)).claims.map((one) => [one.id, one.state])).toEqual(before)
    const applied = await officer.send('POST', `${here}/rereading/apply`, { documents: [id] })
    expect(await applied.json()).toEqual({ applied: 1 })
    await whenRead(id)
    const after = (await get(`/documents/${id}/review`, Review)).claims
    expect(after.find((one) => one.id === money.id)).toMatchObject({ state: 'rejected' })
    expect(after.find((one) => one.indicator === 'jobs')).toMatchObject({ state: 'pending' })
    expect((await get('/rereading', Rereading)).items).toEqual([])
  })
  test('a proposal can be left; a stranger to it finds nothing', async () => {
    const id = await add(`${text} 둘.`)
    await olderReading(id)
    await compare({ documents: [id] })
    expect((await officer.send('DELETE', `${here}/documents/${id}/rereading`)).status).toBe(204)
    expect((await officer.send('GET', `${here}/documents/${id}/rereading`)).status).toBe(404)
    expect((await officer.send('DELETE', `${here}/documents/${id}/rereading`)).status).toBe(404)
  })
})

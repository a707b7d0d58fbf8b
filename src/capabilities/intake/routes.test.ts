import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Jobs, startJobs } from '#store/jobs'
import { type Client, freshApp, type TestApp } from '#support/app'
import { intakeJobs } from './jobs.ts'
import { AddedDocument, DocumentPage, DocumentWithText } from './schemas.ts'
import { Decided, JudgementPage, Queue, Review, Undone } from './schemas-review.ts'

const article = '나래시는 지난 3일 한빛아이디씨와 물빛읍에 1조원 규모의 ‘별빛 데이터센터’를 건립하는 투자협약을 체결했다.'
const here = '/offices/narae'

let t: TestApp
let jobs: Jobs
let officer: Client
let reviewer: Client
beforeAll(async () => {
  t = await freshApp('intake_routes')
  const office = await t.office('narae')
  for (const role of ['officer', 'reviewer'] as const) await t.member(office, await t.user(`${role}@narae.example`), role)
  officer = await t.signIn('officer@narae.example')
  reviewer = await t.signIn('reviewer@narae.example')
  jobs = await startJobs(t.store, intakeJobs)
})
afterAll(async () => {
  await jobs?.stop()
  await t?.close()
})

const read = async (id: string, client = officer) => {
  for (let tries = 0; tries < 400; tries++) {
    const document = DocumentWithText.parse(await (await client.send('GET', `${here}/documents/${id}`)).json())
    if (document.readingState !== 'waiting' && document.readingState !== 'reading') return document
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the document was not read in time')
}
const upload = (name: string, bytes: string | Uint8Array<ArrayBuffer>, facts: Record<string, string> = {}) => {
  const form = new FormData()
  form.set('file', new File([bytes], name))
  for (const [field, value] of Object.entries(facts)) form.set(field, value)
  return t.app.request(`/api/v1${here}/documents/files`, {
    method: 'POST',
    headers: { cookie: officer.cookie!, 'x-gusul-csrf': officer.csrf! },
    body: form,
  })
}

describe('documents', () => {
  test('a text is added with 201, a second time answered with 200 and what is there', async () => {
    const first = await officer.send('POST', `${here}/documents`, { text: article, publishedOn: '2026-11-04', outlet: '나래일보' })
    expect(first.status).toBe(201)
    const { document } = AddedDocument.parse(await first.json())
    const second = await officer.send('POST', `${here}/documents`, { text: article })
    expect(second.status).toBe(200)
    expect(AddedDocument.parse(await second.json())).toMatchObject({ duplicateOf: document.id, document: { id: document.id } })
    expect(await read(document.id)).toMatchObject({ readingState: 'read', outlet: '나래일보', publishedFrom: 'given', text: article })
    const page = DocumentPage.parse(await (await officer.send('GET', `${here}/documents?q=${encodeURIComponent('별빛')}`)).json())
    expect(page.items.map((one) => one.id)).toEqual([document.id])
    expect(DocumentPage.parse(await (await officer.send('GET', `${here}/documents?q=${encodeURIComponent('%')}`)).json()).items).toEqual([])
  })
  test.each([
    ['an empty text', { text: '  \n ' }, 422],
    ['no text', {}, 422],
    ['a day that the calendar does not have', { text: '가', publishedOn: '2026-02-30' }, 422],
    ['an address that is none', { text: '가', url: 'javascript:alert(1)' }, 422],
  ])('%s is refused and says what is expected', async (_, body, status) => {
    const answer = await officer.send('POST', `${here}/documents`, body)
    expect(answer.status).toBe(status)
    const problem = (await answer.json()) as { title: string; fields?: unknown[] }
    expect(problem.title).not.toBe('')
    expect(problem.fields?.length).toBeGreaterThan(0)
  })
  test('a file in EUC-KR is read, a damaged PDF is kept with its problem told, its bytes come back as they were', async () => {
    // "나래시 투자" in EUC-KR
    const korean = await upload('기사.txt', new Uint8Array([0xb3, 0xaa, 0xb7, 0xa1, 0xbd, 0xc3, 0x20, 0xc5, 0xf5, 0xc0, 0xda]))
    expect(korean.status).toBe(201)
    const text = AddedDocument.parse(await korean.json())
    expect((await read(text.document.id)).text).toBe('나래시 투자')
    const pdf = AddedDocument.parse(await (await upload('계획.pdf', '%PDF-1.7 bytes')).json())
    expect(pdf.problem).toMatchObject({ code: 'file-damaged' })
    expect(pdf.document).toMatchObject({ hasText: false, notes: [{ code: 'damaged' }] })
    const original = await officer.send('GET', `${here}/documents/${pdf.document.id}/original`)
    expect(await original.text()).toBe('%PDF-1.7 bytes')
    expect(original.headers.get('content-disposition')).toMatch(/^attachment/)
  })
  test('an HTML page gives its article', async () => {
    const body = `${article} ${'시는 이번 협약으로 지역 경제가 살아날 것으로 기대한다고 밝혔다. '.repeat(8)}`
    const page = AddedDocument.parse(
      await (await upload('a.html', `<!doctype html><title>나래시 유치</title><article><p>${body}</p></article><script>x</script>`)).json(),
    )
    const document = await read(page.document.id)
    expect(document.title).toBe('나래시 유치')
    expect(document.text).toContain('별빛 데이터센터')
    expect(document.text).not.toContain('<')
  })
  test('a change needs the ETag of what was read', async () => {
    const { items } = DocumentPage.parse(await (await officer.send('GET', `${here}/documents?q=${encodeURIComponent('나래일보')}`)).json())
    const path = `${here}/documents/${items[0]!.id}`
    const etag = (await officer.send('GET', path)).headers.get('etag')!
    expect((await officer.send('PATCH', path, { title: '새 제목' })).status).toBe(428)
    const done = await officer.send('PATCH', path, { title: '새 제목' }, { 'if-match': etag })
    expect(done.status).toBe(200)
    expect((await officer.send('PATCH', path, { title: '또' }, { 'if-match': etag })).status).toBe(412)
    expect((await officer.send('PATCH', path, { text: '다른 글' }, { 'if-match': done.headers.get('etag')! })).status).toBe(409)
  })
  test('a confidential document does not exist for a reviewer', async () => {
    const { document } = AddedDocument.parse(
      await (await officer.send('POST', `${here}/documents`, { text: `${article} 대외비.`, confidential: true })).json(),
    )
    await read(document.id)
    for (const path of [`documents/${document.id}`, `documents/${document.id}/review`, `documents/${document.id}/original`])
      expect((await reviewer.send('GET', `${here}/${path}`)).status).toBe(404)
    const list = DocumentPage.parse(await (await reviewer.send('GET', `${here}/documents?limit=500`)).json())
    expect(list.items.map((one) => one.id)).not.toContain(document.id)
    const queue = Queue.parse(await (await reviewer.send('GET', `${here}/review/queue?limit=500`)).json())
    expect(queue.items.map((one) => one.documentId)).not.toContain(document.id)
  })
})

describe('review', () => {
  test('from the article to the portfolio and back: every answer has the shape that is documented', async () => {
    const { items } = Queue.parse(await (await reviewer.send('GET', `${here}/review/queue`)).json())
    const documentId = items[0]!.documentId
    const review = Review.parse(await (await reviewer.send('GET', `${here}/documents/${documentId}/review`)).json())
    const claim = review.claims.find((one) => one.value === '1000000000000')!
    expect(review.document.text!.slice(claim.span.start, claim.span.end)).toBe(claim.span.quote)
    expect(claim.proposal?.subject).toMatchObject({ kind: 'project', name: '별빛 데이터센터' })
    const subjects = await reviewer.send('GET', `${here}/claims/${claim.id}/subjects`)
    expect(subjects.status).toBe(200)
    const accept = { subject: { new: { kind: 'project', nameKo: '별빛 데이터센터', place: '물빛읍' } } }
    const answer = await reviewer.send('POST', `${here}/claims/${claim.id}/accept`, accept)
    expect(answer.status, await answer.clone().text()).toBe(200)
    const decided = Decided.parse(await answer.json())
    expect((await reviewer.send('POST', `${here}/claims/${claim.id}/accept`, accept)).status).toBe(409)
    const found = (await (await reviewer.send('GET', `${here}/claims/${claim.id}/subjects?q=${encodeURIComponent('별빛')}`)).json()) as {
      items: { id: string }[]
    }
    expect(found.items[0]?.id).toBe(decided.subjectId)
    const history = JudgementPage.parse(await (await reviewer.send('GET', `${here}/judgements?document=${documentId}`)).json())
    expect(history.items[0]).toMatchObject({ id: decided.judgementId, kind: 'accept', undoneAt: null })
    expect(history.items[0]!.claim).toMatchObject({ indicator: claim.indicator, value: claim.value, unit: claim.unit })
    expect(Undone.parse(await (await reviewer.send('POST', `${here}/judgements/${decided.judgementId}/undo`, {})).json()).undone).toEqual([
      decided.judgementId,
    ])
    const after = Review.parse(await (await reviewer.send('GET', `${here}/documents/${documentId}/review`)).json())
    expect(after.claims.find((one) => one.id === claim.id)).toMatchObject({ state: 'pending', about: null })
  })
  test('a correction accepted in one press goes where its own words say, and is taken back in one', async () => {
    const text = '가온전자는 나래시에 2,500억원을 투자하는 협약을 맺었다. 바른전자도 함께한다.'
    const { document } = AddedDocument.parse(await (await officer.send('POST', `${here}/documents`, { text })).json())
    await read(document.id)
    const review = async () => Review.parse(await (await reviewer.send('GET', `${here}/documents/${document.id}/review`)).json())
    const claim = (await review()).claims.find((one) => one.state === 'pending' && one.indicator === 'investment')!
    expect(claim.proposal?.subject.name).toBe('가온전자')
    const content = { subject: '바른전자', value: '12300000000' }
    const corrected = await reviewer.send('POST', `${here}/claims/${claim.id}/correct`, { content, accept: {} })
    expect(corrected.status, await corrected.clone().text()).toBe(200)
    const decided = Decided.parse(await corrected.json())
    expect((await review()).claims.find((one) => one.id === decided.newClaimId)).toMatchObject({ state: 'accepted', about: { nameKo: '바른전자' } })
    const history = JudgementPage.parse(await (await reviewer.send('GET', `${here}/judgements?document=${document.id}`)).json())
    expect(history.items.find((one) => one.kind === 'correct')).toMatchObject({
      claim: { value: claim.value },
      corrected: { value: '12300000000', unit: 'KRW' },
    })
    const undone = await reviewer.send('POST', `${here}/judgements/${decided.judgementId}/undo`, { withDependents: true })
    expect(Undone.parse(await undone.json()).undone).toHaveLength(2)
    expect((await review()).claims.find((one) => one.id === claim.id)).toMatchObject({ state: 'pending', value: claim.value })
  })
  test('the same acceptance sent twice with one key happens once', async () => {
    const { items } = Queue.parse(await (await reviewer.send('GET', `${here}/review/queue`)).json())
    const review = Review.parse(await (await reviewer.send('GET', `${here}/documents/${items[0]!.documentId}/review`)).json())
    const claim = review.claims.find((one) => one.state === 'pending')!
    const send = () => reviewer.send('POST', `${here}/claims/${claim.id}/reject`, { reason: '시험' }, { 'idempotency-key': 'one-intent' })
    const first = await send()
    const second = await send()
    expect([first.status, second.status]).toEqual([200, 200])
    expect(await second.text()).toBe(await first.text())
  })
  test('a rejection needs its reason, a correction a change', async () => {
    const { items } = Queue.parse(await (await officer.send('GET', `${here}/review/queue`)).json())
    const review = Review.parse(await (await officer.send('GET', `${here}/documents/${items[0]!.documentId}/review`)).json())
    const claim = review.claims.find((one) => one.state === 'pending')!
    expect((await officer.send('POST', `${here}/claims/${claim.id}/reject`, { reason: ' ' })).status).toBe(422)
    expect((await officer.send('POST', `${here}/claims/${claim.id}/correct`, { content: {} })).status).toBe(409)
    expect((await officer.send('POST', `${here}/claims/${claim.id}/correct`, { content: {}, span: { start: 5, end: 99_999 } })).status).toBe(422)
  })
})

import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Jobs, startJobs } from '#store/jobs'
import { type Client, freshApp, type TestApp } from '#support/app'
import { letter } from './formats/fixtures/letter.ts'
import { docx, docxOf, encryptedOffice, hwp, hwpx } from './formats/fixtures/office.ts'
import { flowed, lockedPdf, pdf } from './formats/fixtures/pdf.ts'
import { workbook } from './formats/fixtures/workbook.ts'
import { intakeJobs } from './jobs.ts'
import { AddedFile, DocumentPage, DocumentWithText } from './schemas.ts'
import { Queue, Review } from './schemas-review.ts'

const here = '/offices/narae'
let t: TestApp
let jobs: Jobs
let officer: Client
beforeAll(async () => {
  t = await freshApp('intake_files')
  await t.member(await t.office('narae'), await t.user('officer@narae.example'), 'officer')
  officer = await t.signIn('officer@narae.example')
  jobs = await startJobs(t.store, intakeJobs)
})
afterAll(async () => {
  await jobs?.stop()
  await t?.close()
})

async function upload(name: string, bytes: Uint8Array, facts: Record<string, string> = {}): Promise<AddedFile & { status: number }> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], name))
  for (const [field, value] of Object.entries(facts)) form.set(field, value)
  const answer = await t.app.request(`/api/v1${here}/documents/files`, {
    method: 'POST',
    headers: { cookie: officer.cookie!, 'x-gusul-csrf': officer.csrf! },
    body: form,
  })
  return { ...AddedFile.parse(await answer.json()), status: answer.status }
}
async function whenRead(id: string): Promise<DocumentWithText> {
  for (let tries = 0; tries < 800; tries++) {
    const document = DocumentWithText.parse(await (await officer.send('GET', `${here}/documents/${id}`)).json())
    if (document.readingState !== 'waiting' && document.readingState !== 'reading') return document
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the document was not read in time')
}
const review = async (id: string) => Review.parse(await (await officer.send('GET', `${here}/documents/${id}/review`)).json())
const said = (at: number) => `새솔시는 가람${at}소재가 새솔국가산단에 ${300 + at}억원을 투자하는 협약을 맺었다고 밝혔다.`

describe('files', () => {
  test('a claim of a PDF bears its page, of a Hangul document its paragraph', async () => {
    const first = await upload('보고.pdf', pdf([flowed(`첫 쪽이다. ${said(1)}`), flowed(`둘째 쪽이다. ${said(2)}`)]))
    expect(first.problem).toBeNull()
    const { document } = first
    expect(await whenRead(document.id)).toMatchObject({ readingState: 'read', format: 'pdf', mediaType: 'application/pdf', hasOriginal: true })
    const { claims } = await review(document.id)
    expect(claims.map((claim) => [claim.value, claim.inFile?.group?.ko])).toEqual([
      ['30100000000', '1쪽'],
      ['30200000000', '2쪽'],
    ])
    const paragraphs = await upload('협약.hwpx', hwpx(['제목', said(3)]))
    await whenRead(paragraphs.document.id)
    expect((await review(paragraphs.document.id)).claims[0]?.inFile).toMatchObject({ ko: '2번째 문단', en: 'paragraph 2' })
  })
  test('a claim of a table bears sheet and cell, and its words are the words of the text', async () => {
    const { document } = await upload('투자.xlsx', await workbook(3))
    const kept = await whenRead(document.id)
    const { claims } = await review(document.id)
    expect(claims.length).toBeGreaterThan(0)
    for (const claim of claims) {
      expect(kept.text!.slice(claim.span.start, claim.span.end)).toBe(claim.span.quote)
      expect(claim.inFile?.ko).toMatch(/^시트 ‘.+’ [A-Z]+\d+$/)
      expect(claim.inFile?.group?.key).toMatch(/^sheet-/)
    }
  })
  test('the files of an archive and what a letter carries are documents of their own', async () => {
    const inner = letter({ subject: '보도자료', text: said(10) }, [{ name: '첨부.docx', bytes: docx([said(11)]) }])
    const archive = zipSync({ '가/글.txt': Buffer.from(said(12)), '편지.eml': inner, '잠긴.pdf': lockedPdf() })
    const added = await upload('묶음.zip', archive)
    const all = [added, ...added.others]
    expect(all.map((one) => [one.document.fileName, one.document.cameIn, one.problem?.code ?? null]).sort()).toEqual(
      [
        ['가/글.txt', '묶음.zip', null],
        ['편지.eml', '묶음.zip', null],
        ['첨부.docx', '묶음.zip / 편지.eml', null],
        ['잠긴.pdf', '묶음.zip', 'file-encrypted'],
      ].sort(),
    )
    const mail = all.find((one) => one.document.fileName === '편지.eml')!
    // 23:30 UTC on the 2nd is the 3rd in Korea
    expect(await whenRead(mail.document.id)).toMatchObject({ publishedOn: '2026-03-03', publishedFrom: 'file' })
    for (const one of all) if (one.problem === null) await whenRead(one.document.id)
    const again = await upload('다른 이름.zip', archive)
    expect(again.status).toBe(200)
    expect([again, ...again.others].every((one) => one.duplicateOf !== null)).toBe(true)
  })
  test('what a file holds and does not show raises no claims, and the reviewer is told', async () => {
    const paragraph = (inner: string) => `<w:p><w:r>${inner}</w:r></w:p>`
    const body = `${paragraph(`<w:t>${said(31)}</w:t>`)}${paragraph(`<w:rPr><w:vanish/></w:rPr><w:t>${said(32)}</w:t>`)}`
    const { document } = await upload('숨김.docx', docxOf(body))
    expect(await whenRead(document.id)).toMatchObject({ pending: 1, notes: [{ code: 'hidden-text' }] })
    const reply = `${said(33)}\n\n-----Original Message-----\nFrom: 홍길동\nSent: 2026-02-27\nSubject: 협약\n\n${said(34)}`
    const mail = await upload('회신.eml', letter({ subject: 'Re: 협약', text: reply }))
    const kept = await whenRead(mail.document.id)
    expect(kept).toMatchObject({ pending: 1, notes: [{ code: 'quoted-letter' }] })
    expect(kept.text).not.toContain('334억원')
  })
  test('a press release is called by its headline, not by the letterhead over it', async () => {
    const head = [['보 도 자 료', '2026. 3. 2.(월) 배포']]
    const { document } = await upload('보도자료.hwpx', hwpx([[...head, ['배포 즉시 보도', '매수: 2매']], '새솔시, 가람소재 공장 유치', said(37)]))
    expect(await whenRead(document.id)).toMatchObject({ title: '새솔시, 가람소재 공장 유치', pending: 1 })
  })
  test('a feed that was saved as a file gives each of its articles, with its day', async () => {
    const item = (title: string, at: number) =>
      `<item><title>${title}</title><pubDate>Mon, 02 Mar 2026 20:00:00 +0000</pubDate><description>&lt;p&gt;${said(at)}&lt;/p&gt;</description></item>`
    const added = await upload(
      '새소식.xml',
      Buffer.from(`<rss version="2.0"><channel><title>새솔일보</title>${item('첫 소식', 35)}${item('둘째 소식', 36)}</channel></rss>`),
    )
    expect(added.others).toHaveLength(1)
    for (const one of [added, ...added.others])
      expect(await whenRead(one.document.id)).toMatchObject({ pending: 1, publishedOn: '2026-03-03', outlet: '새솔일보' })
  })
  test.each([
    ['a protected Office document', '계획.docx', encryptedOffice(), 'file-encrypted'],
    ['a protected PDF', '계획.pdf', new Uint8Array([...lockedPdf(), 10]), 'file-encrypted'],
    ['a damaged PDF', '깨진.pdf', Buffer.from('%PDF-1.7 nothing'), 'file-damaged'],
    ['an empty file', '빈.txt', new Uint8Array(0), 'file-empty'],
    ['a PDF of pictures', '그림.pdf', pdf([[]]), 'file-no-text-layer'],
    ['a program called a document', '문서.hwp', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300, 7)]), 'file-disguised'],
  ])('%s is kept with its reason, and its text can follow by hand', async (_, name, bytes, code) => {
    const added = await upload(name, bytes)
    expect(added).toMatchObject({ status: 201, problem: { code } })
    expect(added.problem!.detail.length).toBeGreaterThan(20)
    const { document } = added
    expect(document).toMatchObject({ hasText: false, hasOriginal: true, readingState: 'failed', readingError: code.slice(5) })
    const original = await officer.send('GET', `${here}/documents/${document.id}/original`)
    expect(Buffer.from(await original.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true)
    expect((await upload(`또 ${name}`, bytes)).duplicateOf).toBe(document.id)
    const etag = (await officer.send('GET', `${here}/documents/${document.id}`)).headers.get('etag')!
    const given = await officer.send('PATCH', `${here}/documents/${document.id}`, { text: `${name}: ${said(20)}` }, { 'if-match': etag })
    expect(given.status).toBe(200)
    expect(await whenRead(document.id)).toMatchObject({ readingState: 'read', hasText: true, pending: 1 })
    // the file is still known, though its document has words now
    expect((await upload(name, bytes)).duplicateOf).toBe(document.id)
  })
  test('a whole folder of mixed files ends as claims in the queue, each once', async () => {
    const makers: [string, (at: number) => Uint8Array | Promise<Uint8Array>][] = [
      ['hwp', (at) => hwp([said(at)])],
      ['hwpx', (at) => hwpx([said(at)])],
      ['docx', (at) => docx([said(at)])],
      ['pdf', (at) => pdf([flowed(said(at))])],
      ['txt', (at) => Buffer.from(said(at))],
      ['html', (at) => Buffer.from(`<!doctype html><title>${at}</title><article><p>${said(at)}</p></article>`)],
      ['eml', (at) => letter({ subject: `보도자료 ${at}`, text: said(at) })],
      ['zip', (at) => zipSync({ '글.txt': Buffer.from(said(at)) })],
    ]
    const files = await Promise.all(
      Array.from({ length: 40 }, async (_, at) => {
        const [kind, make] = makers[at % makers.length]!
        return { name: `${at}.${kind}`, bytes: await make(100 + at), value: `${300 + 100 + at}00000000` }
      }),
    )
    const ids: string[] = []
    const rest = [...files]
    await Promise.all(
      [0, 1, 2].map(async () => {
        for (let file = rest.shift(); file; file = rest.shift()) {
          const added = await upload(file.name, file.bytes)
          expect(added.problem, file.name).toBeNull()
          ids.push(added.document.id)
        }
      }),
    )
    for (const id of ids) expect((await whenRead(id)).pending, id).toBe(1)
    const queue = Queue.parse(await (await officer.send('GET', `${here}/review/queue?limit=500`)).json())
    expect(ids.every((id) => queue.items.some((one) => one.documentId === id))).toBe(true)
    const values = await Promise.all(ids.map(async (id) => (await review(id)).claims[0]!.value))
    expect(values.sort()).toEqual(files.map((file) => file.value).sort())
    const states = DocumentPage.parse(await (await officer.send('GET', `${here}/documents?state=failed&limit=500`)).json())
    expect(states.items.filter((one) => ids.includes(one.id))).toEqual([])
  })
})

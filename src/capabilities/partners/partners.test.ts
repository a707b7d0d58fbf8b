import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { putAward } from '#capabilities/awards/index'
import { verifyAudit } from '#store/audit'
import { type Client, freshApp, type TestApp } from '#support/app'
import type { EvidenceView, PartnerViewBody } from './schemas.ts'

let t: TestApp
let office: string
let administrator: Client
let officer: Client
let viewer: Client
let partner: Client
let stranger: Client
let project: string
let obligation: string

beforeAll(async () => {
  t = await freshApp('partners')
  t.clock.now = new Date('2026-11-22T03:00:00Z')
  office = await t.office('narae')
  for (const role of ['administrator', 'officer', 'viewer'] as const) await t.member(office, await t.user(`${role}@city.example`), role)
  const [one, other] = [await t.user('partner@firm.example'), await t.user('other@firm.example')]
  await t.member(office, one, 'partner')
  await t.member(office, other, 'partner')
  administrator = await t.signIn('administrator@city.example')
  officer = await t.signIn('officer@city.example')
  viewer = await t.signIn('viewer@city.example')
  partner = await t.signIn('partner@firm.example')
  stranger = await t.signIn('other@firm.example')
  project = (await ask<{ id: string }>('POST', '/projects', { nameKo: '한빛 공장', investors: ['㈜한빛전자'], confidential: true }, 201)).id
  await ask('POST', '/projects', { nameKo: '두리 공장', investors: ['두리소재'] }, 201)
  obligation = (
    await ask<{ id: string }>(
      'POST',
      `/subjects/${project}/obligations`,
      { title: '착공계 제출', party: { name: '한빛전자' }, dueOn: '2026-12-31' },
      201,
    )
  ).id
  await ask('POST', `/subjects/${project}/obligations`, { title: '진입로 개설', party: { ours: true }, dueOn: '2026-12-01' }, 201)
  const { organisations } = await ask<{ organisations: { id: string; nameKo: string }[] }>('GET', '/partners')
  const idOf = (name: string) => organisations.find((row) => row.nameKo.includes(name))!.id
  await ask('PUT', `/partners/${one}`, { organisationId: idOf('한빛') }, 204, administrator)
  await ask('PUT', `/partners/${other}`, { organisationId: idOf('두리') }, 204, administrator)
})
afterAll(() => t.close())

async function ask<T>(method: string, path: string, body?: unknown, status = 200, by = officer): Promise<T> {
  const answer = await by.send(method, `/offices/narae${path}`, body)
  expect(answer.status, await answer.clone().text()).toBe(status)
  return (status === 204 ? null : await answer.json()) as T
}

function send(by: Client, id: string, name: string, text: string): Promise<Response> {
  const form = new FormData()
  form.set('file', new File([text], name, { type: 'text/plain' }))
  form.set('note', '12월분')
  return Promise.resolve(
    t.app.request(`/api/v1/offices/narae/partner/obligations/${id}/evidence`, {
      method: 'POST',
      headers: { cookie: by.cookie!, 'x-gusul-csrf': by.csrf! },
      body: form,
    }),
  )
}

describe('a partner', () => {
  test('sees its own projects, also while they are confidential, what it owes next, and nothing that others owe', async () => {
    const view = await ask<PartnerViewBody>('GET', '/partner', undefined, 200, partner)
    expect(view.organisation?.nameKo).toContain('한빛전자')
    expect(view.projects.map((one) => one.nameKo)).toEqual(['한빛 공장'])
    expect(view.obligations.map((one) => [one.title, one.state])).toEqual([['착공계 제출', 'open']])
    expect(view.next).toMatchObject([{ titleKo: '착공계 제출', dueOn: '2026-12-31' }])
    const theirs = await ask<PartnerViewBody>('GET', '/partner', undefined, 200, stranger)
    expect(JSON.stringify(theirs)).not.toMatch(/한빛|착공계|진입로/)
  })

  test('sends evidence that the office takes: it becomes a document and the obligation is met', async () => {
    const sent = await send(partner, obligation, '착공계.txt', '한빛전자 착공 신고 접수증')
    expect(sent.status, await sent.clone().text()).toBe(201)
    const { id } = (await sent.json()) as { id: string }
    const [waiting] = (await ask<{ items: EvidenceView[] }>('GET', '/evidence')).items
    expect(waiting).toMatchObject({
      id,
      fileName: '착공계.txt',
      state: 'sent',
      sentByName: 'partner',
      obligation: { title: '착공계 제출', waiting: 1 },
    })
    expect(await (await officer.send('GET', `/offices/narae/evidence/${id}/file`)).text()).toContain('접수증')
    expect(await (await partner.send('GET', `/offices/narae/partner/evidence/${id}`)).text()).toContain('접수증')
    // the project is confidential: a viewer does not even learn that something was sent
    expect((await ask<{ items: EvidenceView[] }>('GET', '/evidence?state=all', undefined, 200, viewer)).items).toEqual([])
    expect((await viewer.send('GET', `/offices/narae/evidence/${id}/file`)).status).toBe(404)

    await ask('POST', `/evidence/${id}/decision`, { state: 'returned' }, 422)
    await ask('POST', `/evidence/${id}/decision`, { state: 'returned', reason: '날짜가 없습니다' }, 204)
    await ask('POST', `/evidence/${id}/decision`, { state: 'accepted' }, 409)
    const returned = await ask<PartnerViewBody>('GET', '/partner', undefined, 200, partner)
    expect(returned.obligations[0]!.evidence).toMatchObject([{ state: 'returned', decidedReason: '날짜가 없습니다' }])

    const again = (await (await send(partner, obligation, '착공계2.txt', '한빛전자 착공 신고 접수증 2026-11-20')).json()) as { id: string }
    await ask('POST', `/evidence/${again.id}/decision`, { state: 'accepted', metOn: '2026-11-20' }, 204)
    const done = await ask<{ state: string; documentId: string; documentTitle: string }>('GET', `/obligations/${obligation}`)
    expect(done).toMatchObject({ state: 'met', metOn: '2026-11-20', documentTitle: '착공계 제출: 착공계2.txt' })
    const document = await ask<{ kind: string; confidential: boolean }>('GET', `/documents/${done.documentId}`)
    expect(document).toMatchObject({ kind: 'evidence', confidential: true })
    expect((await send(partner, obligation, 'x.txt', 'x')).status).toBe(409)
  })

  test('gets one and the same answer for what is another’s and for what is not there', async () => {
    const foreign = await send(stranger, obligation, 'x.txt', 'x')
    const nowhere = await send(stranger, crypto.randomUUID(), 'x.txt', 'x')
    expect([foreign.status, nowhere.status]).toEqual([404, 404])
    expect(await foreign.text()).toBe(await nowhere.text())
  })

  test('sees the yearly checks of its own award', async () => {
    const { id } = await ask<{ id: string }>('POST', '/awards', { nameKo: '한빛 보조금', recipient: '㈜한빛전자', grantedOn: '2026-03-02' }, 201)
    const view = await ask<PartnerViewBody>('GET', '/partner', undefined, 200, partner)
    expect(view.next).toMatchObject([{ titleKo: '1년 차 점검 자료', subjectName: '한빛 보조금', dueOn: '2027-03-02' }])
    // papers for it make the obligation that they belong to, once a year
    const papers = async (by: Client, award: string) => {
      const form = new FormData()
      form.set('file', new File(['고용보험 명부 52명'], '명부.txt'))
      return t.app.request(`/api/v1/offices/narae/partner/awards/${award}/evidence`, {
        method: 'POST',
        headers: { cookie: by.cookie!, 'x-gusul-csrf': by.csrf! },
        body: form,
      })
    }
    const [foreign, nowhere] = [await papers(stranger, id), await papers(stranger, crypto.randomUUID())]
    expect([foreign.status, nowhere.status]).toEqual([404, 404])
    expect(await foreign.text()).toBe(await nowhere.text())
    expect((await papers(partner, id)).status).toBe(201)
    expect((await papers(partner, id)).status).toBe(201)
    const sent = await ask<PartnerViewBody>('GET', '/partner', undefined, 200, partner)
    expect(sent.next).toMatchObject([{ titleKo: '1년 차 점검 자료', dueOn: '2027-03-02', sendTo: { kind: 'obligation' } }])
    expect(sent.obligations.find((one) => one.subjectId === id)!.evidence).toHaveLength(2)
    const [waiting] = (await ask<{ items: EvidenceView[] }>('GET', '/evidence')).items
    await ask('POST', `/evidence/${waiting!.id}/decision`, { state: 'accepted', metOn: '2027-03-01' }, 204)
    await t.store.inOffice(office, null, (tx) => putAward(tx, office, id, 1, { recipientId: null }))
    expect((await ask<PartnerViewBody>('GET', '/partner', undefined, 200, partner)).next).toEqual([])
  })

  test('that nobody has tied to an organisation sees nothing; staff have no such view', async () => {
    const loose = await t.user('loose@firm.example')
    await t.member(office, loose, 'partner')
    const view = await ask<PartnerViewBody>('GET', '/partner', undefined, 200, await t.signIn('loose@firm.example'))
    expect(view).toMatchObject({ organisation: null, projects: [], obligations: [], next: [] })
    await ask('GET', '/partner', undefined, 403, officer)
    await ask('PUT', `/partners/${await t.user('nobody@firm.example')}`, { organisationId: null }, 404, administrator)
    expect(await verifyAudit(t.store, office)).toMatchObject({ ok: true })
  })
})

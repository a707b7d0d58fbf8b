import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginSession } from '#capabilities/accounts/sign-in'
import { type Client, freshApp, type TestApp } from '#support/app'
import { accessTable, type Row } from './access-table.ts'

/**
 * Story 11: the wall around a partner: every route of the product is asked by a partner with the ids of another firm's things, in its own office and in another one.
 * It is let in nowhere but to its own view; where an address could tell what exists, another's thing and nothing at all give the same answer to the byte;
 * and no answer of any route, error or download holds a word of the other.
 */
const lets = (row: Row) => ('let' in row ? row.let : row).includes('partner')
/** Open to anybody: behind a secret address or public, and asked for hidden words alone. */
const open = (row: Row) => ('let' in row ? row.let : row).includes('anonymous')
const bodyOf = (row: Row) => ('let' in row ? row.body : {})
const under = Object.entries(accessTable).filter(([route]) => route.includes('{office}'))
/** Words that stand in the other firm's records alone. */
const others = /가온소재|가온 제2공장|가온 의무|가온 교부|가온 협약|다산 비밀/

describe('a partner with the ids of others', () => {
  let t: TestApp
  let user: string
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    t = await freshApp('partner-wall')
    const office = await t.office('narae')
    const another = await t.office('dasan')
    const officer = await t.user('officer@city.example')
    await t.member(office, officer, 'administrator')
    await t.member(another, officer, 'administrator')
    user = await t.user('partner@firm.example')
    await t.member(office, user, 'partner')
    const by = await t.signIn('officer@city.example')
    const make = async <T>(path: string, body: unknown, slug = 'narae'): Promise<T> => {
      const answer = await by.send('POST', `/offices/${slug}${path}`, body)
      expect(answer.status, `${path} ${await answer.clone().text()}`).toBeLessThan(300)
      return (await answer.json()) as T
    }
    const own = await make<{ id: string }>('/projects', { nameKo: '한빛 공장', investors: ['한빛전자'] })
    await make(`/subjects/${own.id}/obligations`, { title: '한빛 의무', party: { name: '한빛전자' } })
    ids.subject = (await make<{ id: string }>('/projects', { nameKo: '가온 제2공장', investors: ['가온소재'] })).id
    ids.obligation = (await make<{ id: string }>(`/subjects/${ids.subject}/obligations`, { title: '가온 의무', party: { name: '가온소재' } })).id
    ids.document = (
      await make<{ document: { id: string } }>('/documents', { text: '가온소재는 가온 제2공장에 300억원을 투자한다.', kind: 'article' })
    ).document.id
    await make('/agreements', { nameKo: '가온 협약', parties: [{ name: '가온소재' }] })
    ids.award = (await make<{ id: string }>('/awards', { nameKo: '가온 교부', recipient: '가온소재', granted: '1000', grantedOn: '2026-01-01' })).id
    await make('/projects', { nameKo: '다산 비밀 공장' }, 'dasan')
    const partners = (await (await by.send('GET', '/offices/narae/partners')).json()) as { organisations: { id: string; nameKo: string }[] }
    await by.send('PUT', `/offices/narae/partners/${user}`, { organisationId: partners.organisations.find((one) => one.nameKo === '한빛전자')!.id })
    const gaon = await t.user('gaon@firm.example')
    await t.member(office, gaon, 'partner')
    await by.send('PUT', `/offices/narae/partners/${gaon}`, { organisationId: partners.organisations.find((one) => one.nameKo === '가온소재')!.id })
    const theirs = await t.signIn('gaon@firm.example')
    const form = new FormData()
    form.set('file', new File(['가온소재의 영업 비밀'], '가온.txt'))
    const sent = await t.app.request(`/api/v1/offices/narae/partner/obligations/${ids.obligation}/evidence`, {
      method: 'POST',
      headers: { cookie: theirs.cookie!, 'x-gusul-csrf': theirs.csrf! },
      body: form,
    })
    ids.evidence = ((await sent.json()) as { id: string }).id
    ids.user = officer
  })
  afterAll(() => t.close())

  async function partner(): Promise<Client> {
    const session = await t.store.global((tx) => beginSession(tx, user, { userAgent: null, address: null }, new Date()))
    return t.client(`gusul_session=${session.secret}`, session.csrf)
  }
  const pathOf = (route: string, slug: string, idOf: (name: string) => string) =>
    route
      .split(' ')[1]!
      .replace('{office}', slug)
      .replace(/\{(\w+)\}/g, (_, name: string) => idOf(name))
  const another = (name: string) => ids[name] ?? ids.subject!

  test('there is something to hide', async () => {
    const by = await t.signIn('officer@city.example')
    for (const path of ['/projects?limit=500', '/obligations?state=all', '/agreements', '/awards', '/documents'])
      expect(await (await by.send('GET', `/offices/narae${path}`)).text(), path).toMatch(others)
    expect(await (await by.send('GET', `/offices/narae/evidence/${ids.evidence}/file`)).text()).toContain('영업 비밀')
  })

  test.each(under)('%s', async (route, row) => {
    const method = route.split(' ')[0]!
    const body = method === 'GET' ? undefined : bodyOf(row)
    for (const slug of ['narae', 'dasan']) {
      const answer = await (await partner()).send(method, pathOf(route, slug, another), body, { 'if-match': '*' })
      const text = await answer.text()
      expect(text).not.toMatch(others)
      expect(text).not.toContain('영업 비밀')
      if (open(row)) continue
      if (slug === 'dasan' || !lets(row)) expect([answer.status, (JSON.parse(text) as { code: string }).code]).toEqual([403, 'not-allowed'])
      else if (/\{(?!office)/.test(route)) {
        const form = route.endsWith('/evidence') && method === 'POST'
        const ask = async (idOf: (name: string) => string) => {
          const by = await partner()
          if (!form) return by.send(method, pathOf(route, slug, idOf), body)
          const data = new FormData()
          data.set('file', new File(['x'], 'x.txt'))
          return t.app.request(`/api/v1${pathOf(route, slug, idOf)}`, {
            method,
            headers: { cookie: by.cookie!, 'x-gusul-csrf': by.csrf! },
            body: data,
          })
        }
        const [foreign, nothing] = [await ask(another), await ask(() => randomUUID())]
        expect([foreign.status, nothing.status]).toEqual([404, 404])
        expect(await foreign.text()).toBe(await nothing.text())
      } else expect(answer.status).toBe(200)
    }
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RatesAnswer } from '#capabilities/rates/schemas'
import { withClient } from '#store/roles'
import { freshApp, type TestApp } from '#support/app'
import { type Member, memberOf } from '#support/members'

interface Twins {
  sharing: boolean
  items: {
    subject: { id: string; nameKo: string }
    other: { slug: string; nameKo: string }
    ref: string
    matched: string[]
    verdict: { id: string; verdict: string; share: string | null } | null
  }[]
}

/**
 * The city narae and the province dodam. 가온전지 (㈜가온전지 · 주식회사 가온 전지): signed 2026-03-30 in the city's books, 2026-04-02 in the province's, 300억 in both: month (next to each other) and amount.
 * 나온: 2026-05 in both, 100억 and 120억: month alone. 다온: the city's is confidential. 라온: a year apart and other amounts: nothing.
 */
describe('the same agreement counted by a city and its province', () => {
  let t: TestApp
  let city: Member
  let head: Member
  let province: Member
  const ids: Record<string, string> = {}
  const eok = (amount: number) => `${amount}00000000`

  beforeAll(async () => {
    t = await freshApp('twins')
    const narae = await t.office('narae')
    const dodam = await t.office('dodam')
    city = await memberOf(t, 'narae', narae, 'officer@city.example', 'officer')
    head = await memberOf(t, 'narae', narae, 'head@city.example', 'head')
    province = await memberOf(t, 'dodam', dodam, 'head@province.example', 'head')
    const add = async (who: Member, key: string, nameKo: string, investor: string, day: string, amount: number, more: object = {}) => {
      ids[key] = (
        await who.ask<{ id: string }>('POST', '/projects', {
          nameKo,
          investors: [investor],
          values: [{ indicator: 'investment', value: eok(amount), unit: 'KRW' }],
          ...more,
        })
      ).id
      const { document } = await who.ask<{ document: { id: string } }>('POST', '/documents', {
        kind: 'mou',
        title: `${nameKo} 협약서`,
        text: `${nameKo} 협약서이다.`,
      })
      await who.ask('POST', `/projects/${ids[key]}/stages`, { toStage: 'mou', occurredFrom: day, documentId: document.id })
    }
    await add(city, 'gaon', '가온 이차전지 공장', '㈜가온전지', '2026-03-30', 300)
    await add(province, 'gaon-province', '도내 이차전지 소재 투자', '주식회사 가온 전지', '2026-04-02', 300)
    await add(city, 'naon', '나온 물류', '나온', '2026-05-03', 100)
    await add(province, 'naon-province', '나온 물류센터', '나온', '2026-05-20', 120)
    await add(city, 'daon', '다온 비밀 사업', '다온', '2026-06-03', 500, { confidential: true })
    await add(province, 'daon-province', '다온', '다온', '2026-06-03', 500)
    await add(city, 'raon', '라온 식품', '라온', '2025-01-03', 50)
    await add(province, 'raon-province', '라온 식품', '라온', '2026-01-03', 60)
  })
  afterAll(() => t.close())

  const seen = async (who: Member, query = '') =>
    (await who.ask<Twins>('GET', `/twins${query}`)).items.map((one) => [
      one.subject.nameKo,
      one.other.slug,
      one.matched,
      one.verdict?.verdict ?? null,
    ])
  /** The pair of 가온 as the province knew it while it was open. */
  const theirs = async () => {
    const { rows } = await withClient(t.superUrl, (client) =>
      client.query<{ ref: string }>(
        "select encode(ref, 'hex') as ref from shared_fingerprint f join office o on o.office_id = f.from_office where o.slug = 'narae' group by ref order by 1",
      ),
    )
    const open = new Set((await province.ask<Twins>('GET', '/twins?all=true')).items.map((one) => one.ref))
    return { subject: ids['gaon-province'], other: 'narae', ref: rows.map((row) => row.ref).find((ref) => !open.has(ref))! }
  }
  const rate = async () =>
    (await city.ask<RatesAnswer>('GET', '/rates?cohortFrom=2026-01&cohortTo=2026-12&measure=money&definition=contracted&asOf=2026-11-22')).rows.find(
      (row) => row.measure === 'money' && row.definition === 'contracted',
    )!.below.value

  test('who shares nothing is shown nothing, and only a head may decide to share', async () => {
    expect(await city.ask('GET', '/twins')).toMatchObject({ sharing: false, items: [] })
    await city.ask('PUT', '/twins/sharing', { sharing: true }, { status: 403 })
    await city.ask('POST', '/twins/refresh', {}, { status: 409 })
    await head.ask('PUT', '/twins/sharing', { sharing: true })
    expect(await seen(city)).toEqual([])
  })

  test('once both share, each finds the other’s, the most alike first, and nothing confidential', async () => {
    await province.ask('PUT', '/twins/sharing', { sharing: true })
    expect(await seen(city)).toEqual([
      ['가온 이차전지 공장', 'dodam', ['party_amount', 'party_month'], null],
      ['나온 물류', 'dodam', ['party_month'], null],
    ])
    expect(await seen(province)).toEqual([
      ['도내 이차전지 소재 투자', 'narae', ['party_amount', 'party_month'], null],
      ['나온 물류센터', 'narae', ['party_month'], null],
    ])
  })

  test('no word and no value of an agreement leaves its office', async () => {
    const rows = await withClient(
      t.superUrl,
      async (client) => (await client.query('select f.*, encode(token, $1) as hex from shared_fingerprint f', ['hex'])).rows,
    )
    // party and month, party and amount of three agreements of the city and four of the province
    expect(rows).toHaveLength(14)
    expect(rows.every((row) => row.token.length === 32 && row.ref.length === 16)).toBe(true)
    const answer = JSON.stringify(await city.ask('GET', '/twins?all=true'))
    for (const theirs of ['도내', '물류센터', '12000000000', '120억', ids['gaon-province']!, '2026-05-20'])
      expect([theirs, answer.includes(theirs)]).toEqual([theirs, false])
    // no two offices have a hash in common that names could be tried against without the key
    const { createHash } = await import('node:crypto')
    expect(rows.map((row) => row.hex)).not.toContain(createHash('sha256').update('party_month 가온전지 2026-03').digest('hex'))
  })

  test('"not the same" is remembered through every renewal until it is taken back', async () => {
    const naon = (await city.ask<Twins>('GET', '/twins')).items[1]!
    const body = { subject: naon.subject.id, other: 'dodam', ref: naon.ref }
    await city.ask('POST', '/twins/judgements', { ...body, verdict: 'not_same', share: '0.5' }, { status: 422 })
    const { id } = await city.ask<{ id: string }>('POST', '/twins/judgements', { ...body, verdict: 'not_same', reason: '다른 물류센터' })
    await city.ask('POST', '/twins/judgements', { ...body, verdict: 'same' }, { status: 409 })
    expect(await city.ask('POST', '/twins/refresh', {})).toEqual({ fingerprints: 6 })
    await province.ask('POST', '/twins/refresh', {})
    expect((await seen(city)).map((row) => row[0])).toEqual(['가온 이차전지 공장'])
    expect((await seen(city, '?all=true')).at(-1)).toEqual(['나온 물류', 'dodam', ['party_month'], 'not_same'])
    // the province has decided nothing
    expect((await seen(province)).map((row) => row[3])).toEqual([null, null])
    await city.ask('POST', `/twins/judgements/${id}/undo`, {})
    expect((await seen(city)).map((row) => row[0])).toEqual(['가온 이차전지 공장', '나온 물류'])
    await city.ask('POST', `/twins/judgements/${id}/undo`, {}, { status: 404 })
  })

  test('the same, half ours: both offices together count it once', async () => {
    // 가온 300 + 나온 100 + 다온 500 (confidential, an officer sees it) = 900억; with half of 가온 750억
    expect(await rate()).toBe(eok(900))
    const gaon = (await city.ask<Twins>('GET', '/twins')).items[0]!
    const { id } = await city.ask<{ id: string }>('POST', '/twins/judgements', {
      subject: gaon.subject.id,
      other: 'dodam',
      ref: gaon.ref,
      verdict: 'same',
      share: '0.5',
    })
    expect(await rate()).toBe(eok(750))
    expect((await seen(city)).at(-1)).toEqual(['가온 이차전지 공장', 'dodam', ['party_amount', 'party_month'], 'same'])
    await city.ask('POST', `/twins/judgements/${id}/undo`, {})
    expect(await rate()).toBe(eok(900))
  })

  test('what becomes confidential is gone at that moment, before any renewal: the agreement, a party of it, the paper of its signing', async () => {
    const put = async (id: string, confidential: boolean) => {
      const version = (await city.ask<{ version: number }>('GET', `/projects/${id}`)).version
      await city.ask('PATCH', `/projects/${id}`, { confidential }, { headers: { 'if-match': `"${id.slice(0, 8)}-${version}"` } })
    }
    await put(ids.gaon!, true)
    expect((await seen(province)).map((row) => row[0])).toEqual(['나온 물류센터'])
    await province.ask('POST', '/twins/judgements', { ...(await theirs()), verdict: 'same' }, { status: 404 })
    await put(ids.gaon!, false)
    expect((await seen(province)).map((row) => row[0])).toEqual(['도내 이차전지 소재 투자', '나온 물류센터'])
    const hide = (sql: string, ...values: unknown[]) => withClient(t.superUrl, (client) => client.query(sql, values))
    const firm = "update subject set confidential = $1 where kind = 'organisation' and name_ko = '㈜가온전지'"
    await hide(firm, true)
    expect((await seen(province)).map((row) => row[0])).toEqual(['나온 물류센터'])
    await hide(firm, false)
    // without its paper nobody outside may know when it was signed, nor that it was: it takes no part
    const paper = "update document set confidential = $1 where title = '나온 물류 협약서'"
    await hide(paper, true)
    expect((await seen(province)).map((row) => row[0])).toEqual(['도내 이차전지 소재 투자'])
    await hide(paper, false)
    expect(await seen(province)).toHaveLength(2)
  })

  test('what became confidential, and an office that stops, leave nothing behind', async () => {
    const version = (await city.ask<{ version: number }>('GET', `/projects/${ids.gaon}`)).version
    await city.ask('PATCH', `/projects/${ids.gaon}`, { confidential: true }, { headers: { 'if-match': `"${ids.gaon!.slice(0, 8)}-${version}"` } })
    expect(await city.ask('POST', '/twins/refresh', {})).toEqual({ fingerprints: 4 })
    expect((await seen(province)).map((row) => row[0])).toEqual(['나온 물류센터'])
    await head.ask('PUT', '/twins/sharing', { sharing: false })
    expect(await seen(province)).toEqual([])
    const rows = await withClient(
      t.superUrl,
      async (client) => (await client.query('select count(distinct from_office)::int as offices from shared_fingerprint')).rows,
    )
    expect(rows[0]).toEqual({ offices: 1 })
  })
})

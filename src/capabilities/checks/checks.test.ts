import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { intakeJobs } from '#capabilities/intake/index'
import { verifyAudit } from '#store/audit'
import { type Jobs, startJobs } from '#store/jobs'
import { type Client, freshApp, type TestApp } from '#support/app'
import type { CheckItem, CheckItemWhole } from './schemas.ts'

const seeds = fileURLToPath(new URL('../../../../shared/seeds', import.meta.url))
const seed = (start: string) => readFileSync(join(seeds, readdirSync(seeds).find((name) => name.startsWith(start))!), 'utf8')

let t: TestApp
let jobs: Jobs
let office: string
let officer: Client
let viewer: Client

beforeAll(async () => {
  t = await freshApp('checks')
  jobs = await startJobs(t.store, intakeJobs)
  office = await t.office('narae')
  for (const role of ['officer', 'viewer'] as const) await t.member(office, await t.user(`${role}@city.example`), role)
  officer = await t.signIn('officer@city.example')
  viewer = await t.signIn('viewer@city.example')
})
afterAll(async () => {
  await jobs.stop()
  await t.close()
})

async function get<T>(path: string, by = officer): Promise<T> {
  const answer = await by.send('GET', `/offices/narae${path}`)
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json()) as T
}
const post = (path: string, body?: unknown, by = officer) => by.send('POST', `/offices/narae${path}`, body)
const items = async (query: string, by = officer) => (await get<{ items: CheckItem[]; total: number }>(`/checks?${query}`, by)).items

async function add(text: string, more: { publishedOn?: string; confidential?: boolean } = {}): Promise<string> {
  const answer = await post('/documents', { text, kind: 'article', ...more })
  expect([200, 201, 202], await answer.clone().text()).toContain(answer.status)
  const { id } = ((await answer.json()) as { document: { id: string } }).document
  await read(id)
  return id
}
async function read(id: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { items: rows } = await get<{ items: { id: string; readingState: string }[] }>('/documents?limit=200')
    if (rows.find((row) => row.id === id)?.readingState === 'read') return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the document was not read')
}

const sums = (wrong: string) => `${wrong}\n나래시는 총 5000억원을 투자한다. 세부적으로 1단계에 3000억원, 2단계에 2500억원을 투자한다.`

describe('what a document raises', () => {
  test('is a work item with its sentences, numbers and the money at stake', async () => {
    const document = await add(sums('가'))
    const [item, ...others] = await items(`document=${document}`)
    expect(others).toEqual([])
    expect(item).toMatchObject({ rule: { id: 'parts-of-total' }, state: 'open', atStake: '500000000000', resolution: null })
    expect(item!.witnesses.map((one) => one.sentence!.slice(one.mark.start, one.mark.end))).toEqual(['5000억원', '3000억원', '2500억원'])
    expect(item!.witnesses.every((one) => one.claimId !== null)).toBe(true)
    expect(item!.claims).toHaveLength(3)
    expect(await items(`claim=${item!.claims[0]}`)).toHaveLength(1)
  })

  test('is raised once, however often the document is checked', async () => {
    const document = await add(sums('나'))
    const before = await items(`document=${document}&state=all`)
    const answer = await post(`/documents/${document}/checks`)
    expect(await answer.json()).toEqual({ added: 0, gone: 0, open: 1 })
    expect((await items(`document=${document}&state=all`)).map((one) => one.id)).toEqual(before.map((one) => one.id))
  })

  test('closes by itself when the date of the document comes', async () => {
    const document = await add('나래시장은 지난 3일 “한빛전자가 300억원을 나래시에 투자한다”고 밝혔다. 다')
    expect((await items(`document=${document}`)).map((one) => one.rule.id)).toEqual(['unresolved-date'])
    const tag = (await officer.send('GET', `/offices/narae/documents/${document}`)).headers.get('etag')
    const changed = await officer.send('PATCH', `/offices/narae/documents/${document}`, { publishedOn: '2026-03-05' }, { 'if-match': tag ?? '*' })
    expect(changed.status, await changed.clone().text()).toBe(200)
    let closed: CheckItem[] = []
    for (let tries = 0; closed.length === 0 && tries < 300; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      closed = await items(`document=${document}&state=closed`)
    }
    expect(closed[0]).toMatchObject({ rule: { id: 'unresolved-date' }, resolution: 'gone', closedBy: null })
    expect(await items(`document=${document}`)).toEqual([])
  })

  test('between two documents is one item, whichever is read last', async () => {
    const first = await add('㈜한빛전자는 나래일반산업단지에 300억원을 투자해 공장을 짓기로 나래시와 협약했다.', { publishedOn: '2026-01-05' })
    const second = await add('한빛전자는 나래일반산업단지에 400억원을 투자해 공장을 짓기로 나래시와 협약했다.', { publishedOn: '2026-02-05' })
    const between = (await items('rule=sources-disagree')).filter((one) => one.witnesses.some((word) => word.documentId === first))
    expect(between).toHaveLength(1)
    expect(new Set(between[0]!.witnesses.map((one) => one.documentId))).toEqual(new Set([first, second]))
    expect(between[0]!.numbers[0]!.value).toBe('10000000000')
    await post(`/documents/${first}/checks`)
    await post(`/documents/${second}/checks`)
    expect((await items('rule=sources-disagree&state=all')).map((one) => one.id)).toEqual(between.map((one) => one.id))
  })

  test('a value that disagrees with a long list raises no more than a person can use', async () => {
    const line = (firm: string, amount: number) => `${firm}는 나래일반산업단지에 ${amount}억원을 투자해 공장을 짓기로 나래시와 협약했다.`
    await add(Array.from({ length: 24 }, (_, at) => line('㈜해오름소재', 500 + at)).join('\n\n'), { publishedOn: '2026-03-05' })
    const one = await add(line('해오름소재', 900), { publishedOn: '2026-04-05' })
    const raised = (await items(`document=${one}&limit=100`)).filter((item) => item.rule.id === 'sources-disagree')
    expect(raised).toHaveLength(10)
  })
})

test('a document that contradicts what the office holds is raised against the fact, with the sentence that the fact stands on', async () => {
  const first = await add('㈜두리소재는 다솔일반산업단지에 700억원을 투자해 공장을 짓기로 나래시와 협약했다.', { publishedOn: '2026-01-05' })
  const review = await get<{ claims: { id: string; indicator: string }[] }>(`/documents/${first}/review`)
  const claim = review.claims.find((one) => one.indicator === 'investment')!
  const accepted = await post(`/claims/${claim.id}/accept`, { subject: { new: { kind: 'project', nameKo: '두리소재 다솔공장' } } })
  expect(accepted.status, await accepted.clone().text()).toBe(200)
  const second = await add('두리소재는 다솔일반산업단지에 900억원을 투자해 공장을 짓기로 나래시와 협약했다.', { publishedOn: '2026-03-05' })
  const [item, ...others] = await items(`document=${second}&rule=sources-disagree`)
  expect(others).toEqual([])
  expect(item!.witnesses.map((one) => [one.documentId, one.quote, one.factId !== null])).toEqual([
    [second, '900억원', false],
    [first, '700억원', true],
  ])
  expect(await items(`subject=${item!.subjectId}`)).toHaveLength(1)
  await post(`/documents/${first}/checks`)
  expect((await items(`rule=sources-disagree&state=all&document=${first}`)).map((one) => one.id)).toEqual([item!.id])
})

describe('a decision about an item', () => {
  test('needs a reason, is kept with who made it, leaves both claims, and stays when the document is checked again', async () => {
    const document = await add(sums('라'))
    const [item] = await items(`document=${document}`)
    expect((await post(`/checks/${item!.id}/close`, { resolution: 'different_scope', reason: ' ' })).status).toBe(422)
    const answer = await post(`/checks/${item!.id}/close`, { resolution: 'different_scope', reason: '2단계는 예비비를 포함한다' })
    const closed = (await answer.json()) as CheckItemWhole
    expect(closed).toMatchObject({ state: 'closed', resolution: 'different_scope', reason: '2단계는 예비비를 포함한다' })
    expect(closed.closedBy?.name).toBe('officer')
    expect((await post(`/checks/${item!.id}/close`, { resolution: 'one_is_wrong', reason: '다시' })).status).toBe(409)
    await post(`/documents/${document}/checks`)
    expect(await items(`document=${document}`)).toEqual([])
    const review = await get<{ claims: { id: string; state: string }[] }>(`/documents/${document}/review`)
    expect(review.claims.filter((one) => item!.claims.includes(one.id)).map((one) => one.state)).toEqual(['pending', 'pending', 'pending'])
  })

  test('can be taken back, and the history keeps it', async () => {
    const document = await add(sums('마'))
    const [item] = await items(`document=${document}`)
    const path = `/checks/${item!.id}`
    expect((await post(`${path}/undo`)).status).toBe(409)
    await post(`${path}/close`, { resolution: 'one_is_wrong', reason: '3000억이 맞다' })
    expect((await (await post(`${path}/undo`)).json()) as CheckItemWhole).toMatchObject({ state: 'open', resolution: null, reason: null })
    await post(`${path}/close`, { resolution: 'source_corrected', reason: '정정 보도' })
    await post(`${path}/reopen`, { reason: '정정이 아니었다' })
    expect(await get<CheckItemWhole>(path)).toMatchObject({ state: 'open' })
    const back = (await (await post(`${path}/undo`)).json()) as CheckItemWhole
    expect(back).toMatchObject({ state: 'closed', resolution: 'source_corrected' })
    expect(back.decisions.map((one) => [one.kind, one.undoneAt !== null])).toEqual([
      ['reopen', true],
      ['close', false],
      ['close', true],
    ])
    expect(await verifyAudit(t.store, office)).toMatchObject({ ok: true })
  })

  test('to leave it open keeps it open, with the reason', async () => {
    const document = await add(sums('바'))
    const [item] = await items(`document=${document}`)
    const left = (await (await post(`/checks/${item!.id}/close`, { resolution: 'leave_open', reason: '시에 물었다' })).json()) as CheckItemWhole
    expect(left).toMatchObject({ state: 'left_open', reason: '시에 물었다', closedAt: null })
    expect(await items(`document=${document}`)).toEqual([])
    expect(await items(`document=${document}&state=left_open`)).toHaveLength(1)
  })

  test('is refused to a viewer and for an item that is not there', async () => {
    const [item] = await items('state=all')
    expect((await post(`/checks/${item!.id}/close`, { resolution: 'one_is_wrong', reason: '아니다' }, viewer)).status).toBe(403)
    expect((await post(`/checks/${randomUUID()}/close`, { resolution: 'one_is_wrong', reason: '아니다' })).status).toBe(404)
  })
})

describe('the list', () => {
  test('comes by money at stake, page by page, every item once', async () => {
    const all = await items('state=all&limit=500')
    const stakes = all.map((one) => Number(one.atStake ?? -1))
    expect(stakes).toEqual([...stakes].sort((a, b) => b - a))
    const paged: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: CheckItem[]; next: string | null; total?: number } = await get(
        `/checks?state=all&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      )
      paged.push(...page.items.map((one) => one.id))
      expect(page.total).toBe(all.length)
      cursor = page.next
    }
    expect(paged).toEqual(all.map((one) => one.id))
  })

  test('hides what stands on a confidential document from those who may not see it', async () => {
    const document = await add(sums('사'), { confidential: true })
    expect(await items(`document=${document}`)).toHaveLength(1)
    expect(await items(`document=${document}`, viewer)).toEqual([])
    const [item] = await items(`document=${document}`)
    expect((await viewer.send('GET', `/offices/narae/checks/${item!.id}`)).status).toBe(404)
    const [mine, theirs] = [await get<{ open: number }>('/checks/counts'), await get<{ open: number }>('/checks/counts', viewer)]
    expect(mine.open).toBe(theirs.open + 1)
  })

  test('says what every rule means', async () => {
    const { items: rules } = await get<{ items: { id: string; version: number; says: { ko: string } }[] }>('/checks/rules')
    expect(rules.length).toBe(11)
    expect(rules.every((one) => one.version >= 1 && one.says.ko.length > 10)).toBe(true)
  })
})

describe.skipIf(!existsSync(seeds))('the seed articles (they lie beside the project)', () => {
  test('002 raises 11만 against 25만, 003 says that 13,000 adds up and doubts its date', async () => {
    const jobs002 = await items(`document=${await add(seed('002'), { publishedOn: '2023-06-29' })}`)
    expect(jobs002.map((one) => one.rule.id).sort()).toEqual(['jobs-per-money', 'part-above-whole'])
    const part = jobs002.find((one) => one.rule.id === 'part-above-whole')!
    expect(part.witnesses.map((one) => one.quote)).toEqual(['11만명', '25만여명'])
    expect(part.claims).toHaveLength(2)
    const third = await add(seed('003'))
    expect((await items(`document=${third}`)).map((one) => one.rule.id)).toEqual(['document-date'])
    expect((await items(`document=${third}&state=holds`)).map((one) => one.title.ko)).toEqual([
      '합이 맞습니다: 13,000개 일자리 = 5,000개 일자리 + 8,000개 일자리',
    ])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginSession } from '#capabilities/accounts/sign-in'
import type { Figure } from '#record/figure'
import { type Client, freshApp, type TestApp } from '#support/app'
import type { ProjectRow, ProjectView } from './routes/schemas.ts'

const jo = '1000000000000'
const value = (indicator: string, number: string, unit: string, more: object = {}) => ({ indicator, value: number, unit, ...more })

describe('the portfolio by its API', () => {
  let t: TestApp
  let officer: Client
  let head: Client
  let viewer: Client

  beforeAll(async () => {
    t = await freshApp('portfolio')
    const office = await t.office('narae')
    const session = async (email: string, role: 'officer' | 'head' | 'viewer') => {
      const user = await t.user(email)
      await t.member(office, user, role)
      const begun = await t.store.global((tx) => beginSession(tx, user, { userAgent: null, address: null }, new Date()))
      return t.client(`gusul_session=${begun.secret}`, begun.csrf)
    }
    officer = await session('officer@city.example', 'officer')
    head = await session('head@city.example', 'head')
    viewer = await session('viewer@city.example', 'viewer')
  })
  afterAll(() => t.close())

  async function ask<T>(client: Client, method: string, path: string, body?: unknown, headers?: Record<string, string>, status?: number): Promise<T> {
    const answer = await client.send(method, `/offices/narae${path}`, body, headers)
    const text = await answer.text()
    if (status !== undefined ? answer.status !== status : !answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
    return (text === '' || !answer.headers.get('content-type')?.includes('json') ? text : JSON.parse(text)) as T
  }
  const add = (nameKo: string, more: object = {}) => ask<{ id: string; judgementId: string }>(officer, 'POST', '/projects', { nameKo, ...more })
  const view = (id: string, client = officer) => ask<ProjectView>(client, 'GET', `/projects/${id}`)
  const figure = (formula: string, query = '') => ask<Figure>(officer, 'GET', `/figures/${formula}${query}`)
  const list = (query = '') => ask<{ items: ProjectRow[]; next: string | null; total?: number }>(officer, 'GET', `/projects${query}`)
  const tag = (id: string, version: number) => ({ 'if-match': `"${id.slice(0, 8)}-${version}"` })

  test('national, city and private money are kept apart, and a part counts once with its whole and once with its purse', async () => {
    // 4,450억 of which 민자 3,500억; and 1,200억 = 국비 600억 + 도비 120억 + 시비 480억; 70억 of which nobody says whose it is
    const eok = (amount: number) => `${amount}00000000`
    const part = (series: string, amount: number, indicator = 'investment') => ({ indicator, series, value: eok(amount), unit: 'KRW' })
    const town = await add('새솔지구', { values: [part('', 4450), part('민자', 3500)] })
    await add('바이오 지원동', {
      values: [part('', 1200, 'budget'), part('국비', 600, 'budget'), part('도비', 120, 'budget'), part('시비', 480, 'budget')],
    })
    await add('작은 공장', { values: [part('', 70)] })
    const purse = async (name: string) => (await figure(`announced_${name}_money`)).value
    expect([await purse('national'), await purse('provincial'), await purse('city'), await purse('private')]).toEqual([
      eok(600),
      eok(120),
      eok(480),
      eok(3500),
    ])
    expect((await figure('announced_investment')).value).toBe(eok(4450 + 70))
    const told = await figure('announced_private_money')
    expect(told.leftOut.map((one) => [one.subjectName, one.reason])).toContainEqual(['작은 공장', 'not_disclosed'])
    // said by a person of a value that its name does not tell; corrected, it stays said
    const factory = (await list('?q=작은')).items[0]!.id
    const say = async (id: string, values: object[]) => ask(officer, 'PATCH', `/projects/${id}`, { values }, tag(id, (await view(id)).version))
    await say(factory, [{ ...part('', 70), funding: 'private' }])
    expect(await purse('private')).toBe(eok(3570))
    await say(factory, [part('', 80)])
    expect(await purse('private')).toBe(eok(3580))
    expect((await view(factory)).facts.map((fact) => [fact.value, fact.funding])).toEqual([[eok(80), 'private']])
    await say(factory, [{ ...part('', 80), funding: null }])
    expect(await purse('private')).toBe(eok(3500))
    for (const id of [town.id, factory, (await list('?q=바이오')).items[0]!.id])
      await ask(officer, 'POST', `/projects/${id}/archive`, { archived: true })
  })

  test('a typed number leads to the sentence that says it, and editing keeps both clocks', async () => {
    const { id } = await add('반도체 시험동', {
      place: '가람읍',
      industry: '반도체',
      investors: ['㈜가온'],
      values: [value('investment', jo, 'KRW', { approximate: true, due: { from: '2027-01-01', to: '2028-01-01' } })],
    })
    const before = await view(id)
    expect(before.relations.map((one) => [one.role, one.direction, one.other.nameKo])).toEqual([['investor', 'from', '㈜가온']])
    const fact = before.facts[0]!
    const quote = fact.quotes[0]!
    expect(quote.sentence).toContain('반도체 시험동')
    expect(quote.sentence!.slice(quote.mark!.start, quote.mark!.end)).toBe('약 1조원')
    expect(before.unknown).toEqual(expect.arrayContaining(['jobs', 'area', 'stage', 'documents']))
    const between = new Date().toISOString()
    await ask(
      officer,
      'PATCH',
      `/projects/${id}`,
      { values: [value('investment', '1200000000000', 'KRW')], reason: '변경 협약' },
      tag(id, before.version),
    )
    const after = await view(id)
    expect(after.facts.map((one) => one.value)).toEqual(['1200000000000'])
    const then = await ask<ProjectView>(officer, 'GET', `/projects/${id}?knownOn=${encodeURIComponent(between)}`)
    expect(then.facts.map((one) => one.value)).toEqual([jo])
    expect(after.history[0]).toMatchObject({ kind: 'edit', reason: '변경 협약', undoable: true })
    expect(after.history[0]!.changes).toEqual([{ what: 'investment', facet: 'announced', unit: 'KRW', from: jo, to: '1200000000000' }])
    await ask(officer, 'POST', `/portfolio/judgements/${after.history[0]!.id}/undo`, {})
    const undone = await view(id)
    expect(undone.facts.map((one) => one.value)).toEqual([jo])
    expect(undone.history.find((one) => one.id === after.history[0]!.id)!.undoneAt).not.toBeNull()
    await ask(officer, 'POST', `/projects/${id}/archive`, { archived: true })
  })

  test('a lost update is refused, and so is a change without a version', async () => {
    const { id } = await add('물류 연구소')
    await ask(officer, 'PATCH', `/projects/${id}`, { place: '별내' }, tag(id, 1))
    await ask(officer, 'PATCH', `/projects/${id}`, { place: '진접' }, tag(id, 1), 412)
    await ask(officer, 'PATCH', `/projects/${id}`, { place: '진접' }, {}, 428)
    expect((await view(id)).place).toBe('별내')
    await ask(officer, 'POST', `/projects/${id}/archive`, { archived: true })
  })

  test('undoing in either order gives back what was held before both', async () => {
    const { id } = await add('두 번 고친 사업', { values: [value('jobs', '10', 'persons')] })
    await ask(officer, 'PATCH', `/projects/${id}`, { values: [value('jobs', '20', 'persons')] }, tag(id, 1))
    await ask(officer, 'PATCH', `/projects/${id}`, { values: [value('jobs', '30', 'persons')] }, tag(id, 2))
    const [third, second] = (await view(id)).history
    await ask(officer, 'POST', `/portfolio/judgements/${second!.id}/undo`, {})
    expect((await view(id)).facts.map((one) => one.value)).toEqual(['30'])
    await ask(officer, 'POST', `/portfolio/judgements/${third!.id}/undo`, {})
    expect((await view(id)).facts.map((one) => one.value)).toEqual(['10'])
    await ask(officer, 'POST', `/portfolio/judgements/${third!.id}/undo`, {}, {}, 409)
    await ask(officer, 'POST', `/projects/${id}/archive`, { archived: true })
  })

  test('joining two subjects counts their money once, and parting them brings both back', async () => {
    const a = await add('카온 AI 허브', { values: [value('investment', jo, 'KRW')] })
    const b = await add('카온 디지털 허브', { values: [value('investment', jo, 'KRW')] })
    expect((await figure('announced_investment')).value).toBe('2000000000000')
    const preview = await ask<{ before: Figure[]; after: Figure[] }>(officer, 'GET', `/projects/${a.id}/join-preview/${b.id}`)
    expect([preview.before[0]!.value, preview.after[0]!.value]).toEqual(['2000000000000', jo])
    const similar = await ask<{ items: { id: string }[] }>(officer, 'GET', `/projects/${a.id}/similar`)
    expect(similar.items.map((one) => one.id)).toContain(b.id)
    const joined = await ask<{ judgementId: string; canonical: string }>(officer, 'POST', `/projects/${a.id}/join`, {
      other: b.id,
      reason: '같은 협약',
    })
    expect(joined.canonical).toBe(a.id)
    const total = await figure('announced_investment')
    expect([total.value, total.leftOut.map((one) => one.reason)]).toEqual([jo, ['said_again']])
    expect((await list()).items.map((one) => one.id)).not.toContain(b.id)
    expect((await view(b.id)).standsFor).toBe(a.id)
    await ask(officer, 'POST', `/projects/${a.id}/join`, { other: b.id }, {}, 409)
    const parted = await ask<{ judgementId: string }>(officer, 'POST', `/projects/${b.id}/part`, { reason: '다른 사업' })
    expect((await figure('announced_investment')).value).toBe('2000000000000')
    expect((await ask<{ items: { id: string }[] }>(officer, 'GET', `/projects/${a.id}/similar`)).items.map((one) => one.id)).not.toContain(b.id)
    await ask(officer, 'POST', `/portfolio/judgements/${parted.judgementId}/undo`, {})
    expect((await figure('announced_investment')).value).toBe(jo)
    expect((await figure('announced_investment', `?knownOn=${encodeURIComponent(new Date(0).toISOString())}`)).value).toBeNull()
    for (const one of [a, b]) await ask(officer, 'POST', `/projects/${one.id}/archive`, { archived: true })
  })

  test('a stage needs evidence or the head’s reason, and striking it gives back the one before', async () => {
    const { id } = await add('단계 사업')
    await ask(officer, 'POST', `/projects/${id}/stages`, { toStage: 'mou', reason: '말로 들음' }, {}, 422)
    await ask(head, 'POST', `/projects/${id}/stages`, { toStage: 'mou', reason: '협약식 참석', occurredFrom: '2026-01-10', occurredTo: '2026-01-11' })
    await ask(head, 'POST', `/projects/${id}/stages`, { toStage: 'construction', reason: '현장 확인' })
    await ask(head, 'POST', `/projects/${id}/stages`, { toStage: 'nonsense', reason: 'x' }, {}, 422)
    const built = await view(id)
    expect([built.stage, built.stageFrom, built.unknown.includes('stageDate')]).toEqual(['construction', null, true])
    expect((await figure('project_count', '?phase=building')).counted.map((one) => one.subjectId)).toContain(id)
    await ask(officer, 'POST', `/projects/${id}/stages/${built.stages[0]!.id}/void`, { reason: '다른 현장' })
    const back = await view(id)
    expect([back.stage, back.stageFrom, back.stages.length]).toEqual(['mou', '2026-01-10', 2])
    await ask(officer, 'POST', `/projects/${id}/archive`, { archived: true })
  })

  test('lists sort, page and narrow, totals belong to their rows, and what is not known is not zero', async () => {
    await add('가 사업', { place: '왕산', values: [value('investment', '64000000000', 'KRW'), value('jobs', '120', 'persons')] })
    await add('나 사업', { place: '왕산' })
    await add('다 사업', { place: '금곡', values: [value('investment', '5000000', 'USD')] })
    await add('라 사업', { place: '금곡', values: [value('investment', '31000000000', 'KRW', { bound: 'min' })] })
    const all = await list('?sort=-investment&limit=2')
    expect(all.total).toBe(4)
    const rest = await list(`?sort=-investment&limit=2&cursor=${all.next}`)
    expect([...all.items, ...rest.items].slice(0, 2).map((row) => row.nameKo)).toEqual(['가 사업', '라 사업'])
    expect(new Set([...all.items, ...rest.items].map((row) => row.id)).size).toBe(4)
    expect(rest.next).toBeNull()
    const total = await figure('announced_investment')
    expect([total.value, total.bound, total.inputs.length]).toEqual(['95000000000', 'min', 2])
    expect(total.leftOut.map((one) => [one.subjectName, one.reason])).toEqual([
      ['다 사업', 'other_currency'],
      ['나 사업', 'not_disclosed'],
    ])
    expect((await figure('announced_investment', '?currency=USD')).value).toBe('5000000')
    expect((await figure('announced_investment', '?place=왕산')).value).toBe('64000000000')
    expect((await list('?place=왕산&sort=name')).items.map((row) => row.nameKo)).toEqual(['가 사업', '나 사업'])
    expect((await figure('actual_investment')).value).toBeNull()
    expect((await figure('disclosed_count')).value).toBe('2')
    const bytes = Buffer.from(await (await officer.send('GET', '/offices/narae/exports/projects.csv?sort=name')).arrayBuffer())
    const csv = bytes.toString('utf8')
    expect(csv.startsWith('\ufeff사업,')).toBe(true)
    expect(csv.split('\r\n')[2]).toContain('나 사업')
    expect(csv.split('\r\n')[2]).toContain('미공개')
    expect(csv.split('\r\n')[3]).toContain('5000000 USD')
    const sheet = await officer.send('GET', '/offices/narae/exports/projects.xlsx')
    expect(
      Buffer.from(await sheet.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })

  test('what is overdue is found by its task and by a promise whose time has passed', async () => {
    const { id } = await add('늦은 사업', { values: [value('jobs', '5', 'persons', { due: { from: '2020-01-01', to: '2021-01-01' } })] })
    const other = await add('할 일 있는 사업')
    const task = await ask<{ id: string }>(officer, 'POST', `/projects/${other.id}/milestones`, { title: '착공 증빙', dueOn: '2020-02-03' })
    const late = await list('?overdue=true')
    expect(late.items.map((row) => row.id).sort()).toEqual([id, other.id].sort())
    expect((await figure('overdue_count')).counted.map((one) => one.subjectId).sort()).toEqual([id, other.id].sort())
    await ask(officer, 'PATCH', `/milestones/${task.id}`, { doneOn: '2020-02-03' }, tag(task.id, 1))
    expect((await list('?overdue=true')).items.map((row) => row.id)).toEqual([id])
    for (const one of [id, other.id]) await ask(officer, 'POST', `/projects/${one}/archive`, { archived: true })
  })

  test('readers without the right see nothing of a confidential project, not even in a total', async () => {
    const { id } = await add('비밀 사업', { confidential: true, values: [value('investment', '777', 'KRW')] })
    expect((await officer.send('GET', `/offices/narae/projects/${id}`)).status).toBe(200)
    expect((await viewer.send('GET', `/offices/narae/projects/${id}`)).status).toBe(404)
    const seen = await ask<{ items: ProjectRow[] }>(viewer, 'GET', '/projects')
    expect(seen.items.map((row) => row.id)).not.toContain(id)
    const total = await ask<Figure>(viewer, 'GET', '/figures/announced_investment')
    expect(JSON.stringify(total)).not.toContain('비밀')
    expect(total.value).toBe('95000000000')
    const found = await ask<{ items: { title: string }[] }>(viewer, 'GET', `/search?q=${encodeURIComponent('비밀')}`)
    expect(found.items).toEqual([])
    await ask(officer, 'POST', `/projects/${id}/archive`, { archived: true })
  })

  test('search finds names, the same number however it is written, and sentences', async () => {
    const find = async (q: string) =>
      (await ask<{ items: { type: string; title: string; value: string | null }[] }>(officer, 'GET', `/search?q=${encodeURIComponent(q)}`)).items
    expect((await find('640억원')).map((hit) => [hit.type, hit.value])).toContainEqual(['fact', '64000000000'])
    expect((await find('가 사업')).some((hit) => hit.type === 'subject' && hit.title === '가 사업')).toBe(true)
    expect((await find('640억원이다')).some((hit) => hit.type === 'sentence')).toBe(true)
    expect(await find('%')).toEqual([])
  })

  test('views are one’s own until they are shared', async () => {
    const { id } = await ask<{ id: string }>(officer, 'POST', '/views', { name: '왕산', state: { place: '왕산' } })
    expect((await ask<{ items: unknown[] }>(viewer, 'GET', '/views')).items).toEqual([])
    await ask(officer, 'PUT', `/views/${id}`, { name: '왕산', state: { place: '왕산' }, shared: true })
    expect((await ask<{ items: { mine: boolean }[] }>(viewer, 'GET', '/views')).items).toMatchObject([{ mine: false }])
    await ask(viewer, 'DELETE', `/views/${id}`, undefined, {}, 404)
    await ask(officer, 'DELETE', `/views/${id}`)
  })
})

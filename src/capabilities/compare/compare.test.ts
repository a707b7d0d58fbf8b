import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProjectRow, ProjectView } from '#capabilities/portfolio/routes/schemas'
import { freshApp, type TestApp } from '#support/app'
import { type Member, memberOf } from '#support/members'
import type { CompareAnswer, CompareLine } from './schemas.ts'

/**
 * Story 7. On 2024-06-01 the office reported 110,000 jobs for the vision and 300억 for 가온 공장 (MOU).
 * After that: the vision is corrected to 90,000 (−20,000), 가온 is renamed, moved and under construction, 나온 공장 (200억) is new, 다온 공장 (50억) is put away,
 * and of 라온 a plan of 2025 (120) follows one of 2024 (100), both known from the start.
 */
describe('what was reported then, beside now', () => {
  let t: TestApp
  let officer: Member
  let head: Member
  let viewer: Member
  const ids: Record<string, string> = {}
  let then = ''
  let later = ''
  const tag = async (id: string) => ({ 'if-match': `"${id.slice(0, 8)}-${(await officer.ask<ProjectView>('GET', `/projects/${id}`)).version}"` })
  const add = async (name: string, body: object = {}) => {
    ids[name] = (await officer.ask<{ id: string }>('POST', '/projects', { nameKo: name, ...body })).id
  }
  const edit = async (name: string, body: object) => officer.ask('PATCH', `/projects/${ids[name]}`, body, { headers: await tag(ids[name]!) })
  const jobs = (value: string, more: object = {}) => ({ indicator: 'jobs', facet: 'target', value, unit: 'persons', ...more })
  const won = (value: string) => ({ indicator: 'investment', value, unit: 'KRW' })
  const ask = (query: string, who = officer) =>
    who.ask<CompareAnswer>('GET', `/compare?beforeAsOf=2024-06-01&beforeKnownOn=${encodeURIComponent(then)}&${query}`)

  beforeAll(async () => {
    t = await freshApp('compare')
    const office = await t.office('narae')
    officer = await memberOf(t, 'narae', office, 'officer@city.example', 'officer')
    head = await memberOf(t, 'narae', office, 'head@city.example', 'head')
    viewer = await memberOf(t, 'narae', office, 'viewer@city.example', 'viewer')
    await add('미래 비전', { kind: 'strategy', values: [jobs('110000')] })
    await add('가온 공장', { place: '가람읍', values: [won('30000000000')] })
    await add('다온 공장', { values: [won('5000000000')] })
    await add('라온 공장', {
      values: [
        jobs('100', { facet: 'plan', period: { from: '2024-01-01', to: '2025-01-01' } }),
        jobs('120', { facet: 'plan', period: { from: '2025-01-01', to: '2026-01-01' } }),
      ],
    })
    await head.ask('POST', `/projects/${ids['가온 공장']}/stages`, { toStage: 'mou', occurredFrom: '2024-03-02', reason: '협약식에서 보았다' })
    const task = await officer.ask<{ id: string }>('POST', `/projects/${ids['가온 공장']}/milestones`, { title: '착공 확인', dueOn: '2024-12-31' })
    then = new Date().toISOString()
    await new Promise((resolve) => setTimeout(resolve, 5))
    await edit('미래 비전', { values: [jobs('90000')], reason: '용역 결과' })
    await edit('가온 공장', { nameKo: '가온 배터리', place: '나루읍', reason: '이전' })
    await head.ask('POST', `/projects/${ids['가온 공장']}/stages`, { toStage: 'construction', occurredFrom: '2024-05-20', reason: '현장에서 보았다' })
    await officer.ask('PATCH', `/milestones/${task.id}`, { title: '착공 확인서 받기', doneOn: '2024-05-21' }, { headers: { 'if-match': '*' } })
    await officer.ask('DELETE', `/milestones/${task.id}`)
    await add('나온 공장', { values: [won('20000000000')] })
    await officer.ask('POST', `/projects/${ids['다온 공장']}/archive`, { archived: true, reason: '중복' })
    later = new Date().toISOString()
  })
  afterAll(() => t.close())

  const line = (answer: CompareAnswer, name: string, what: string): CompareLine | undefined =>
    answer.items.find((one) => one.subjectName === name && one.what === what)

  test('110,000 then and 90,000 now, with who, when and the sentence', async () => {
    const answer = await ask(`asOf=2024-06-01&knownOn=${later}`)
    expect(line(answer, '미래 비전', 'jobs')).toMatchObject({
      before: { value: '110000', unit: 'persons' },
      after: { value: '90000' },
      change: 'changed',
      cause: 'knowledge',
      difference: '-20000',
      who: 'officer',
      reason: '용역 결과',
      source: { sentence: expect.stringContaining('90,000명') },
    })
    expect(line(answer, '미래 비전', 'jobs')!.when! > then).toBe(true)
  })

  test('names, places, stages, and projects that came or were put away are lines of their own', async () => {
    const answer = await ask(`asOf=2024-06-01&knownOn=${later}`)
    const told = answer.items.map((one) => [
      one.subjectName,
      one.what,
      one.before?.text ?? one.before?.value ?? null,
      one.after?.text ?? one.after?.value ?? null,
      one.change,
      one.who,
    ])
    expect(told).toEqual([
      ['가온 배터리', 'nameKo', '가온 공장', '가온 배터리', 'changed', 'officer'],
      ['가온 배터리', 'place', '가람읍', '나루읍', 'changed', 'officer'],
      ['가온 배터리', 'stage', 'mou', 'construction', 'changed', 'head'],
      // the task was done and then taken away
      ['가온 배터리', 'task.dueOn', '2024-12-31', null, 'gone', 'officer'],
      ['가온 배터리', 'task.state', 'open', null, 'gone', 'officer'],
      ['나온 공장', 'subject', null, '나온 공장', 'added', 'officer'],
      ['나온 공장', 'investment', null, '20000000000', 'added', 'officer'],
      ['다온 공장', 'subject', '다온 공장', null, 'gone', 'officer'],
      ['다온 공장', 'investment', '5000000000', null, 'gone', null],
      ['미래 비전', 'jobs', '110000', '90000', 'changed', 'officer'],
    ])
    // 300 + 50 = 350억 then; 300 + 200 = 500억 now
    expect(answer.totals.find((one) => one.formula === 'announced_investment')).toMatchObject({
      before: { value: '35000000000' },
      after: { value: '50000000000' },
      difference: '15000000000',
    })
    // an MOU alone then; 300억 are being built now
    expect(answer.totals.find((one) => one.formula === 'contracted_investment')).toMatchObject({ before: null, after: { value: '30000000000' } })
  })

  test('two days of one moment differ by time, not by knowledge', async () => {
    const answer = await officer.ask<CompareAnswer>(
      'GET',
      `/compare?beforeAsOf=2024-06-01&beforeKnownOn=${then}&asOf=2025-06-01&knownOn=${then}&subject=${ids['라온 공장']}`,
    )
    expect(answer.items).toHaveLength(1)
    expect(answer.items[0]).toMatchObject({ what: 'jobs', before: { value: '100' }, after: { value: '120' }, cause: 'time', difference: '20' })
  })

  test('an old question keeps its bytes: comparison, list, page, figures and downloads', async () => {
    const clocks = `asOf=2024-06-01&knownOn=${encodeURIComponent(then)}`
    const paths = [
      `/compare?beforeAsOf=2024-01-01&beforeKnownOn=${then}&${clocks}&same=true`,
      `/exports/compare.csv?beforeAsOf=2024-06-01&beforeKnownOn=${then}&asOf=2024-06-01&knownOn=${later}`,
      `/projects?${clocks}&sort=name`,
      `/projects/${ids['가온 공장']}?knownOn=${encodeURIComponent(then)}`,
      `/exports/projects.csv?${clocks}`,
      `/figures/announced_investment?${clocks}`,
      `/rates?cohortFrom=2024-01&cohortTo=2024-12&${clocks}`,
      `/timeline?${clocks}&sort=name`,
    ]
    const read = async () => Promise.all(paths.map(async (path) => (await officer.client.send('GET', `/offices/narae${path}`)).text()))
    const first = await read()
    for (const body of first) expect(body).not.toContain('"status":')
    await edit('가온 공장', { nameKo: '가온 셀', team: '투자유치팀', values: [won('99000000000')] })
    await officer.ask('POST', `/projects/${ids['다온 공장']}/archive`, { archived: false })
    await officer.ask('POST', `/projects/${ids['나온 공장']}/join`, { other: ids['가온 공장'], reason: '같은 협약' })
    const second = await read()
    for (const [index, path] of paths.entries()) expect([path, second[index]!]).toEqual([path, first[index]!])
    expect(first[4]).toContain('가온 공장')
    expect(first[2]).toContain('"next":{"id"')
  })

  test('the list at a clock sorts, narrows and pages as the list of now', async () => {
    const clocks = `knownOn=${encodeURIComponent(then)}`
    const page = (query: string) => officer.ask<{ items: ProjectRow[]; next: string | null; total?: number }>('GET', `/projects?${clocks}&${query}`)
    const first = await page('sort=-investment&limit=1')
    expect([first.items.map((row) => row.nameKo), first.total]).toEqual([['가온 공장'], 3])
    const rest = await page(`sort=-investment&limit=5&cursor=${first.next}`)
    expect([rest.items.map((row) => row.nameKo), rest.next]).toEqual([['다온 공장', '라온 공장'], null])
    expect((await page('place=가람읍')).items.map((row) => row.nameKo)).toEqual(['가온 공장'])
    expect((await page('stage=mou')).items.map((row) => [row.nameKo, row.stageFrom])).toEqual([['가온 공장', '2024-03-02']])
    await officer.ask('GET', `/projects?${clocks}&archived=true`, undefined, { status: 422 })
  })

  test('nothing of a confidential project is compared for those who may not see it', async () => {
    await add('비밀 공장', { confidential: true, values: [won('777000000000')] })
    const [seen, hidden] = [await ask('asOf=2024-06-01'), await ask('asOf=2024-06-01', viewer)]
    expect(JSON.stringify(seen)).toContain('비밀')
    expect(JSON.stringify(hidden)).not.toContain('비밀')
    expect(JSON.stringify(hidden)).not.toContain('777000000000')
  })

  test('lines come by pages, and nonsense is refused with what was expected', async () => {
    const one = await ask(`asOf=2024-06-01&knownOn=${later}&limit=3`)
    const two = await ask(`asOf=2024-06-01&knownOn=${later}&limit=3&cursor=${one.next}`)
    expect([one.items.length, two.items.length, new Set([...one.items, ...two.items].map((item) => item.id)).size]).toEqual([3, 3, 6])
    for (const query of ['', 'beforeAsOf=2024-02-30&beforeKnownOn=2024-06-01T00:00:00Z', 'beforeAsOf=2024-06-01&beforeKnownOn=yesterday'])
      await officer.ask('GET', `/compare?${query}`, undefined, { status: 422 })
  })
})

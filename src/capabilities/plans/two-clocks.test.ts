import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AgreementView, ObligationView } from '#capabilities/agreements/schemas'
import type { AwardView } from '#capabilities/awards/schemas'
import type { CompareAnswer } from '#capabilities/compare/schemas'
import type { PledgeSummaryView, PledgeView } from '#capabilities/pledges/schemas'
import type { StrategyNode } from '#capabilities/strategy/schemas'
import { freshApp, type TestApp } from '#support/app'
import { type Member, memberOf } from '#support/members'

/**
 * An old question of agreements, obligations, pledges, awards and the strategy tree keeps its answer to the byte, whatever was written since.
 *
 * Known at `then`:
 * - 나래 협약, signed 2024-01-10, holds until 2025-12-31, parties 한빛은행; owed: 부지 제공 (due 2024-12-31), 인력 양성 (due 2025-06-30)
 * - 일자리 8만 pledge: target 80,000, term 2022-07-01 to 2026-06-30, graded SA
 * - 한빛 보조금: 10억, granted 2023-03-02, 80 jobs promised; checked in year 1 with 30 jobs (37.5 %)
 * - 나래 2030 > 미래차: jobs 110,000 in 2030 as target, 55,000 in 2025 as actual: 50 %
 * Everything below `change` came later.
 */
describe('plans at both clocks', () => {
  let t: TestApp
  let officer: Member
  let head: Member
  let viewer: Member
  const ids: Record<string, string> = {}
  let then = ''
  const tagOf = async (path: string) => ({ 'if-match': (await officer.client.send('GET', `/offices/narae${path}`)).headers.get('etag')! })
  const patch = async (path: string, body: object) => officer.ask('PATCH', path, body, { headers: await tagOf(path) })
  const year = (value: string, facet: 'target' | 'actual', of: number) =>
    officer.ask('PUT', `/strategy-measures/${ids.measure}/years`, { year: of, facet, value })
  const paths = () => [
    '/agreements?limit=500',
    `/agreements/${ids.agreement}`,
    '/obligations?state=all&limit=500',
    `/obligations/${ids.site}`,
    `/obligations/${ids.training}`,
    '/exports/agreements.csv',
    '/pledges?limit=500',
    '/pledges/summary',
    `/pledges/${ids.pledge}`,
    '/exports/pledges.csv',
    '/awards?limit=500',
    `/awards/${ids.award}`,
    '/awards/clawback-rules',
    '/exports/awards.csv',
    '/strategy',
    `/strategy/${ids.strategy}`,
    `/strategy-measures/${ids.measure}`,
    '/exports/strategy.csv',
    `/projects/${ids.agreement}`,
    `/projects/${ids.bank}`,
    '/projects?kind=agreement,pledge,award,strategy&q=한빛',
  ]
  const at = (path: string, clocks: string) => `${path}${path.includes('?') ? '&' : '?'}${clocks}`
  const readAll = async (clocks: string) =>
    Promise.all(paths().map(async (path) => [path, await (await officer.client.send('GET', `/offices/narae${at(path, clocks)}`)).text()] as const))
  let questions: string[] = []
  let answers: Awaited<ReturnType<typeof readAll>>[] = []

  beforeAll(async () => {
    t = await freshApp('plan-clocks')
    const office = await t.office('narae')
    head = await memberOf(t, 'narae', office, 'head@city.example', 'head')
    officer = await memberOf(t, 'narae', office, 'officer@city.example', 'officer')
    viewer = await memberOf(t, 'narae', office, 'viewer@city.example', 'viewer')
    const made = async (path: string, body: object) => (await officer.ask<{ id: string }>('POST', path, body)).id
    const document = async (title: string) =>
      (await officer.ask<{ document: { id: string } }>('POST', '/documents', { text: `${title}의 글`, kind: 'evidence', title })).document.id
    ids.proof = await document('점검 보고서')
    ids.agreement = await made('/agreements', {
      nameKo: '나래 협약',
      signedOn: '2024-01-10',
      validUntil: '2025-12-31',
      parties: [{ name: '한빛은행', part: '대출' }],
    })
    ids.site = await made(`/subjects/${ids.agreement}/obligations`, { title: '부지 제공', party: { name: '한빛은행' }, dueOn: '2024-12-31' })
    ids.training = await made(`/subjects/${ids.agreement}/obligations`, { title: '인력 양성', party: { name: '한빛은행' }, dueOn: '2025-06-30' })
    ids.bank = (await officer.ask<AgreementView>('GET', `/agreements/${ids.agreement}`)).parties[0]!.id
    await officer.ask('PUT', `/projects/${ids.bank}/aliases`, { names: ['한빛'] })
    ids.pledge = await made('/pledges', {
      nameKo: '일자리 8만',
      promisor: '나래시장',
      termFrom: '2022-07-01',
      termTo: '2026-06-30',
      values: [{ indicator: 'jobs', facet: 'target', value: '80000', unit: 'persons' }],
    })
    const inputs = { scores: { completeness: '55', democracy: '22', transparency: '14' }, gates: { consistency: true } }
    const graded = await officer.ask<PledgeView>('POST', `/pledges/${ids.pledge}/gradings`, {
      rubric: 'manifesto-plan',
      gradedOn: '2023-06-01',
      assessor: '한국매니페스토실천본부',
      ...inputs,
      documentId: ids.proof,
    })
    ids.grading = graded.gradings[0]!.id
    ids.award = await made('/awards', {
      nameKo: '한빛 보조금',
      recipient: '한빛은행',
      granted: '1000000000',
      grantedOn: '2023-03-02',
      conditions: [{ indicator: 'jobs', target: '80' }],
    })
    await officer.ask('POST', `/awards/${ids.award}/checks`, {
      year: 1,
      checkedOn: '2024-03-04',
      documentId: ids.proof,
      values: [{ indicator: 'jobs', value: '30', unit: 'persons' }],
    })
    const assessed = await head.ask<AwardView>('POST', `/awards/${ids.award}/assessments`, {
      ruleId: 'shortfall-pro-rata',
      assessedOn: '2024-03-05',
    })
    ids.assessment = assessed.assessments[0]!.id
    ids.vision = await made('/strategy', { level: 'vision', nameKo: '나래 2030' })
    ids.other = await made('/strategy', { level: 'vision', nameKo: '나래 2040' })
    ids.strategy = await made('/strategy', { level: 'strategy', nameKo: '미래차', parentId: ids.vision })
    ids.measure = await made(`/strategy/${ids.strategy}/measures`, { indicator: 'jobs' })
    await year('110000', 'target', 2030)
    await year('55000', 'actual', 2025)
    then = new Date().toISOString()
    await new Promise((resolve) => setTimeout(resolve, 5))
    questions = [`asOf=2024-06-01&knownOn=${then}`, `knownOn=${then}`]
    answers = await Promise.all(questions.map(readAll))
    await change()
  })
  afterAll(() => t.close())

  async function change() {
    await patch(`/agreements/${ids.agreement}`, { signedOn: '2024-02-20' })
    await officer.ask('POST', `/agreements/${ids.agreement}/parties`, { name: '나래대학교', part: '교육' })
    await officer.ask('POST', `/agreements/${ids.agreement}/renewals`, { renewedOn: '2024-05-01', validUntil: '2028-12-31' })
    await officer.ask('POST', `/agreements/${ids.agreement}/end`, { on: '2024-05-20', how: 'terminated', reason: '상대방의 통보' })
    await patch(`/obligations/${ids.site}`, { title: '부지 2만㎡ 제공', metOn: '2024-05-30', documentId: ids.proof })
    await officer.ask('DELETE', `/obligations/${ids.training}`)
    await officer.ask('POST', `/subjects/${ids.agreement}/obligations`, { title: '새 의무', dueOn: '2024-05-01' })
    await patch(`/projects/${ids.agreement}`, { nameKo: '나래 금융 협약', note: '이름을 바꿈' })
    await officer.ask('PUT', `/projects/${ids.bank}/aliases`, { names: ['한빛금융'] })
    await officer.ask('POST', `/projects/${ids.bank}/archive`, { archived: true, reason: '중복' })
    await patch(`/documents/${ids.proof}`, { title: '다른 제목', outlet: '다른 곳' })
    await patch(`/pledges/${ids.pledge}`, {
      termTo: '2030-06-30',
      promisor: '다음 시장',
      values: [
        { indicator: 'jobs', facet: 'target', value: '90000', unit: 'persons' },
        { indicator: 'jobs', facet: 'actual', value: '10000', unit: 'persons', on: '2024-05-01' },
      ],
    })
    await officer.ask('POST', `/pledges/${ids.pledge}/gradings/${ids.grading}/withdrawal`, { reason: '잘못 적음' })
    await head.ask('POST', `/projects/${ids.pledge}/stages`, { toStage: 'in_progress', occurredFrom: '2024-01-01', reason: '보았다' })
    await patch(`/awards/${ids.award}`, { settledOn: '2024-04-01', programme: '다른 사업', granted: '2000000000' })
    await officer.ask('POST', `/awards/${ids.award}/conditions`, { indicator: 'jobs', target: '100', weight: '2', note: '고침' })
    await officer.ask('POST', `/awards/${ids.award}/conditions`, { indicator: 'investment', target: '5000000000', unit: 'KRW' })
    await officer.ask('DELETE', `/awards/${ids.award}/conditions/jobs`)
    await officer.ask('POST', `/awards/${ids.award}/checks`, { year: 2, checkedOn: '2024-05-03', values: [] })
    await head.ask('POST', `/awards/${ids.award}/assessments/${ids.assessment}/withdrawal`, { reason: '잘못 적음' })
    await head.ask('POST', '/awards/clawback-rules', {
      id: 'shortfall-pro-rata',
      version: 9,
      ko: '조례',
      en: 'Ordinance',
      validFrom: '2024-01-01',
      tolerance: '0.1',
      combine: 'largest',
      source: '나래시 조례',
    })
    await year('66000', 'actual', 2025)
    await year('120000', 'target', 2030)
    await officer.ask('PATCH', `/strategy/${ids.strategy}`, { weight: '5', parentId: ids.other }, { headers: { 'if-match': '*' } })
    await officer.ask('PATCH', `/strategy-measures/${ids.measure}`, { weight: '7', direction: -1 }, { headers: { 'if-match': '*' } })
    const more = await officer.ask<{ id: string }>('POST', `/strategy/${ids.strategy}/measures`, { indicator: 'firms' })
    await officer.ask('DELETE', `/strategy-measures/${more.id}`)
    await officer.ask('DELETE', `/strategy-measures/${ids.measure}`)
    await officer.ask('POST', '/strategy', { level: 'strategy', nameKo: '새 전략', parentId: ids.vision })
  }

  test('an old question gives the same bytes after everything was changed', async () => {
    for (const [index, question] of questions.entries()) {
      const again = await readAll(question)
      for (const [at, [path, body]] of again.entries()) {
        expect([path, body]).toEqual([path, answers[index]![at]![1]])
        expect(body, path).not.toContain('"status":404')
      }
    }
    // and what is so now is another answer everywhere but where nothing is the same as before
    const now = new Map(await readAll(''))
    for (const [path, body] of answers[1]!) if (!path.startsWith('/projects?')) expect(now.get(path), path).not.toBe(body)
  })

  test('it says what was known then, worked out by hand', async () => {
    const known = `knownOn=${then}`
    const agreement = await officer.ask<AgreementView>('GET', `/agreements/${ids.agreement}?${known}&asOf=2024-06-01`)
    expect(agreement).toMatchObject({
      nameKo: '나래 협약',
      signedOn: '2024-01-10',
      validUntil: '2025-12-31',
      endedOn: null,
      validity: { state: 'in_force' },
      renewals: [],
      version: 0,
    })
    expect(agreement.parties.map((one) => one.nameKo)).toEqual(['한빛은행'])
    expect(agreement.obligations.map((one) => [one.title, one.state])).toEqual([
      ['부지 제공', 'open'],
      ['인력 양성', 'open'],
    ])
    // half a year later and with the same knowledge the first is overdue
    const later = await officer.ask<{ items: ObligationView[] }>('GET', `/obligations?state=late&${known}&asOf=2025-01-01`)
    expect(later.items.map((one) => one.title)).toEqual(['부지 제공'])
    const pledge = await officer.ask<PledgeView>('GET', `/pledges/${ids.pledge}?${known}`)
    expect(pledge).toMatchObject({ termTo: '2026-06-30', promisor: '나래시장', state: null })
    expect(pledge.promises.map((one) => [one.promised.value, one.actual])).toEqual([['80000', null]])
    expect(pledge.gradings).toMatchObject([{ withdrawnAt: null, documentTitle: '점검 보고서', result: { grade: 'SA' } }])
    expect(await officer.ask<PledgeSummaryView>('GET', `/pledges/summary?${known}`)).toMatchObject({ total: 1, byState: [{ state: null, count: 1 }] })
    const award = await officer.ask<AwardView>('GET', `/awards/${ids.award}?${known}`)
    expect(award).toMatchObject({ settledOn: null, programme: null, granted: { value: '1000000000' } })
    // 30 of 80 jobs
    expect(award.conditions.map((one) => [one.indicator, one.promised?.value, one.reached?.value, one.attainment])).toEqual([
      ['jobs', '80', '30', '0.375'],
    ])
    expect(award.schedule.filter((one) => one.check).map((one) => [one.year, one.check!.documentTitle])).toEqual([[1, '점검 보고서']])
    expect(award.assessments.map((one) => one.withdrawnAt)).toEqual([null])
    const node = await officer.ask<StrategyNode>('GET', `/strategy/${ids.strategy}?${known}`)
    // 55,000 of 110,000
    expect(node).toMatchObject({ parentId: ids.vision, weight: '1', progress: { progress: '0.5' } })
  })

  test('two answers stand line by line: agreements, obligations, pledges, awards, strategy, parties, with who, when and source', async () => {
    const later = new Date().toISOString()
    const query = `beforeAsOf=2024-06-01&beforeKnownOn=${then}&asOf=2024-06-01&knownOn=${later}`
    const answer = await officer.ask<CompareAnswer>('GET', `/compare?${query}&limit=500`)
    const terms = answer.items.filter((line) => line.kind === 'term')
    const told = terms.map((line) => [
      line.what,
      line.before?.text ?? line.before?.value ?? null,
      line.after?.text ?? line.after?.value ?? null,
      line.who,
    ])
    for (const line of [
      ['agreement.signedOn', '2024-01-10', '2024-02-20', 'officer'],
      ['agreement.validUntil', '2025-12-31', '2028-12-31', 'officer'],
      ['agreement.endedOn', null, '2024-05-20', 'officer'],
      ['agreement.endedReason', null, '상대방의 통보', 'officer'],
      // it follows from the days: nobody wrote it
      ['agreement.validity', 'in_force', 'ended', null],
      ['party', null, '교육', 'officer'],
      ['obligation.state', 'open', 'met', 'officer'],
      ['obligation.title', '부지 제공', '부지 2만㎡ 제공', 'officer'],
      ['obligation.metOn', null, '2024-05-30', 'officer'],
      // taken away, and new
      ['obligation.state', 'open', null, 'officer'],
      ['obligation.dueOn', '2025-06-30', null, 'officer'],
      ['obligation.state', null, 'late', 'officer'],
      ['pledge.termTo', '2026-06-30', '2030-06-30', 'officer'],
      ['pledge.promisor', '나래시장', '다음 시장', 'officer'],
      ['pledge.grade', 'SA', null, 'officer'],
      ['award.settledOn', null, '2024-04-01', 'officer'],
      ['award.programme', null, '다른 사업', 'officer'],
      ['award.condition', '× 1', null, 'officer'],
      ['award.condition', null, '× 1', 'officer'],
      ['award.check', null, '2024-05-03', 'officer'],
      ['award.assessment', '625000000', null, 'head'],
      ['strategy.parent', '나래 2030', '나래 2040', 'officer'],
      ['strategy.weight', '1', '5', 'officer'],
      ['measure.weight', '1', null, 'officer'],
      // the indicator was taken off, with its target of 2030
      ['measure.target', '110000', null, 'officer'],
    ])
      expect(told).toContainEqual(line)
    const met = terms.find((line) => line.what === 'obligation.metOn')!
    expect(met).toMatchObject({ cause: 'knowledge', series: '부지 2만㎡ 제공', source: { documentId: ids.proof, title: '다른 제목' } })
    expect(met.when! > then).toBe(true)
    expect(terms.every((line) => line.change !== 'same')).toBe(true)
    // facts of plans stand among them as values, with their sentences
    const values = answer.items
      .filter((line) => line.kind === 'value')
      .map((line) => [line.subjectName, line.what, line.before?.value, line.after?.value])
    expect(values).toEqual(
      expect.arrayContaining([
        ['일자리 8만', 'jobs', '80000', '90000'],
        ['한빛 보조금', 'grant', '1000000000', '2000000000'],
      ]),
    )
    const csv = await officer.ask<string>('GET', `/exports/compare.csv?${query}`)
    expect(csv).toContain('의무,,부지 2만㎡ 제공,남음,이행')
    expect(await officer.ask<string>('GET', `/exports/compare.csv?${query}`)).toBe(csv)
    // the same knowledge, before and after the obligation was met: another time, not another knowledge
    const days = await officer.ask<CompareAnswer>(
      'GET',
      `/compare?beforeAsOf=2024-05-29&beforeKnownOn=${later}&asOf=2024-05-30&knownOn=${later}&subject=${ids.agreement}`,
    )
    expect(days.items.map((line) => [line.what, line.before?.text ?? null, line.after?.text ?? null, line.cause])).toEqual([
      ['obligation.metOn', null, '2024-05-30', 'time'],
      ['obligation.state', 'open', 'met', 'time'],
    ])
  })

  test('of one knowledge, another day is another answer: before the check nothing was reached, before the end it held, before signing not yet', async () => {
    const day = <T>(path: string, asOf: string) => officer.ask<T>('GET', `${path}?asOf=${asOf}`)
    const award = await day<AwardView>(`/awards/${ids.award}`, '2024-05-02')
    expect(award.schedule.filter((one) => one.check).map((one) => one.year)).toEqual([1])
    const before = await day<AwardView>(`/awards/${ids.award}`, '2024-03-31')
    expect([before.settledOn, award.settledOn]).toEqual([null, '2024-04-01'])
    const agreement = (asOf: string) => day<AgreementView>(`/agreements/${ids.agreement}`, asOf)
    expect(await agreement('2024-05-19')).toMatchObject({ endedOn: null, validUntil: '2028-12-31', validity: { state: 'in_force' } })
    expect(await agreement('2024-04-30')).toMatchObject({ endedOn: null, validUntil: '2025-12-31', renewals: [] })
    expect((await agreement('2024-05-20')).validity.state).toBe('ended')
    expect((await agreement('2024-02-19')).validity.state).toBe('not_yet')
    expect((await agreement('2024-05-29')).obligations.find((one) => one.id === ids.site)).toMatchObject({
      state: 'open',
      metOn: null,
      documentId: null,
    })
    expect((await agreement('2024-05-30')).obligations.find((one) => one.id === ids.site)).toMatchObject({ state: 'met' })
    const pledge = await day<PledgeView>(`/pledges/${ids.pledge}`, '2024-04-30')
    expect(pledge.promises[0]).toMatchObject({ promised: { value: '90000' }, actual: null })
    expect((await day<PledgeView>(`/pledges/${ids.pledge}`, '2023-12-31')).state).toBeNull()
  })

  test('what was not known then is told apart from what is not there, and nonsense is refused', async () => {
    const early = '2000-01-01T00:00:00Z'
    for (const path of [`/agreements/${ids.agreement}`, `/pledges/${ids.pledge}`, `/awards/${ids.award}`, `/strategy/${ids.strategy}`]) {
      const answer = await officer.ask<{ type: string }>('GET', `${path}?knownOn=${early}`, undefined, { status: 404 })
      expect(answer.type, path).toContain('not-known-yet')
      const absent = await officer
        .ask<{ type: string }>('GET', `/agreements/${ids.document}?knownOn=${early}`, undefined, { status: 422 })
        .catch(() => null)
      expect(absent?.type ?? '').not.toContain('not-known-yet')
    }
    for (const path of ['/agreements', '/obligations', '/pledges', '/awards', '/strategy', '/projects', '/exports/strategy.csv'])
      for (const clock of ['asOf=2024-02-30', 'asOf=yesterday', 'knownOn=2024-06-01', 'knownOn=never'])
        await officer.ask('GET', `${path}?${clock}`, undefined, { status: 422 })
  })

  test('an old question gives nothing away of what is held back now', async () => {
    await patch(`/projects/${ids.agreement}`, { confidential: true })
    const seen = await viewer.client.send('GET', `/offices/narae/agreements?knownOn=${then}`)
    expect(await seen.text()).not.toContain('나래')
    await viewer.ask('GET', `/agreements/${ids.agreement}?knownOn=${then}`, undefined, { status: 404 })
    const obligations = await viewer.client.send('GET', `/offices/narae/obligations?state=all&knownOn=${then}`)
    expect(await obligations.text()).not.toContain('부지')
  })
})

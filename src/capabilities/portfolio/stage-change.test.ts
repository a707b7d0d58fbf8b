import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Figure } from '#record/figure'
import { freshApp, type TestApp } from '#support/app'
import { type Member, memberOf } from '#support/members'
import type { ProjectView } from './routes/schemas.ts'

interface Refused {
  code: string
  rule: string
  detail: string
}
interface Changed {
  eventId: string
  judgementId: string
  stage: string
  ruleId: string
  overridden: boolean
  lateDays: number | null
  ordinal: number | null
}
interface Tracks {
  tracks: {
    machine: string
    stage: string | null
    next: { to: string; way: string; ruleId: string; until: string | null; evidence: { id: string }[] }[]
  }[]
}

describe('moving a stage by its rule', () => {
  let t: TestApp
  let officer: Member
  let head: Member
  beforeAll(async () => {
    t = await freshApp('stages')
    const office = await t.office('narae')
    officer = await memberOf(t, 'narae', office, 'officer@city.example', 'officer')
    head = await memberOf(t, 'narae', office, 'head@city.example', 'head')
  })
  afterAll(() => t.close())

  const project = async (nameKo: string) => (await officer.ask<{ id: string }>('POST', '/projects', { nameKo })).id
  const paper = async (kind: string, title: string) =>
    (await officer.ask<{ document: { id: string } }>('POST', '/documents', { kind, title, text: `${title}. 나래시가 받은 문서이다.` })).document.id
  const move = (id: string, body: object, who = officer) => who.ask<Changed>('POST', `/projects/${id}/stages`, body)
  const refused = (id: string, body: object, who = officer) => who.ask<Refused>('POST', `/projects/${id}/stages`, body, { status: 422 })

  // Story 3: MOU → 착공 is refused without the notice of start; an article does not do; the notice does; a head may go against the rule with a reason.
  test('from MOU to construction it asks for the notice of start, by the name of its rule', async () => {
    const id = await project('가온 공장')
    const mou = await paper('mou', '가온 투자협약서')
    expect(await move(id, { toStage: 'mou', occurredFrom: '2024-03-02', documentId: mou })).toMatchObject({
      stage: 'mou',
      ruleId: 'project.mou',
      overridden: false,
    })
    const to = { toStage: 'construction', occurredFrom: '2026-03-07' }
    for (const body of [
      to,
      { ...to, reason: '말로 들음' },
      { ...to, documentId: mou },
      { ...to, documentId: await paper('article', '가온 공장 착공') },
    ]) {
      const problem = await refused(id, body)
      expect([problem.code, problem.rule]).toEqual(['stage-rule', 'project.construction'])
      expect(problem.detail).toContain('착공신고 필증')
    }
    const notice = await paper('evidence', '가온 착공신고 필증')
    // 2024-03-02 + 730 days = 2026-03-02: five days late, and said so
    expect(await move(id, { ...to, documentId: notice })).toMatchObject({ stage: 'construction', lateDays: 5, overridden: false })
    const view = await officer.ask<ProjectView>('GET', `/projects/${id}`)
    expect(view.stages.map((one) => [one.fromStage, one.toStage, one.ruleId, one.evidenceKind, one.occurredFrom])).toEqual([
      ['mou', 'construction', 'project.construction', 'construction_notice', '2026-03-07'],
      [null, 'mou', 'project.mou', 'mou', '2024-03-02'],
    ])
  })

  test('a head goes against the rule with a reason, which the history and the audit show', async () => {
    const id = await project('나온 공장')
    await refused(id, { toStage: 'construction' }, head)
    await refused(id, { toStage: 'construction', reason: ' ' }, head)
    const done = await move(id, { toStage: 'construction', occurredFrom: '2026-04-01', reason: '현장에서 보았다' }, head)
    expect(done).toMatchObject({ overridden: true, ruleId: 'project.construction' })
    const view = await head.ask<ProjectView>('GET', `/projects/${id}`)
    expect(view.stages[0]).toMatchObject({ overridden: true, reason: '현장에서 보았다', documentId: null })
    expect(view.history.find((one) => one.kind === 'override')).toMatchObject({ reason: '현장에서 보았다' })
    const audit = await head.ask<{ items: { action: string; detail: { rule?: string; reason?: string } }[] }>('GET', '/audit?limit=5')
    expect(audit.items[0]).toMatchObject({ action: 'stage.overridden', detail: { rule: 'project.construction', reason: '현장에서 보았다' } })
  })

  test('a step that cannot follow is refused even with a document; back goes with a reason; both stay in the record', async () => {
    const id = await project('다온 공장')
    const papers = await paper('evidence', '다온 증빙 묶음')
    await move(id, { toStage: 'contract', occurredFrom: '2025-01-10', documentId: papers })
    const problem = await refused(id, { toStage: 'operation', documentId: papers })
    expect(problem.rule).toBe('project.operation')
    expect(problem.detail).toContain('준공')
    expect((await refused(id, { toStage: 'mou', occurredFrom: '2025-05-01', documentId: papers })).rule).toBe('project.back')
    const back = await move(id, { toStage: 'mou', occurredFrom: '2025-05-01', documentId: papers, reason: '계약 해제' })
    expect(back).toMatchObject({ stage: 'mou', ruleId: 'project.back', overridden: false })
    await officer.ask('POST', `/projects/${id}/stages/${back.eventId}/void`, { reason: '다른 회사의 일' })
    const view = await officer.ask<ProjectView>('GET', `/projects/${id}`)
    expect([view.stage, view.stages.length, view.stages.filter((one) => one.voidedAt !== null).length]).toEqual(['contract', 2, 1])
  })

  test('a paper found late is judged by what stood when it was written', async () => {
    const id = await project('라온 공장')
    const papers = await paper('evidence', '라온 증빙 묶음')
    await move(id, { toStage: 'construction', occurredFrom: '2025-06-01', documentId: papers })
    // the contract of 2024 comes to light: nothing stood before it, and the project stays under construction
    expect(await move(id, { toStage: 'contract', occurredFrom: '2024-06-01', documentId: papers })).toMatchObject({ stage: 'construction' })
  })

  test('what may come next is told with its rule, its evidence and its last day', async () => {
    const id = await project('마온 공장')
    await move(id, { toStage: 'mou', occurredFrom: '2025-01-01', documentId: await paper('mou', '마온 협약서') })
    const { tracks } = await officer.ask<Tracks>('GET', `/projects/${id}/next-stages`)
    expect(tracks.map((one) => [one.machine, one.stage])).toEqual([
      ['project', 'mou'],
      ['fdi', null],
    ])
    expect(tracks[0]!.next[0]).toMatchObject({ to: 'contract', ruleId: 'project.contract', until: '2027-01-01', evidence: [{ id: 'contract' }] })
    expect(tracks[0]!.next.some((one) => one.to === 'operation')).toBe(false)
  })

  // 신고 200만 달러 (1월) → 변경신고 150만 (6월); 도착 40만 (3월) + 70만 (7월) = 110만
  test('foreign investment keeps what was notified and what arrived apart, instalment by instalment', async () => {
    const id = await project('바온 외국인투자')
    const papers = await paper('evidence', '바온 외국인투자 서류')
    const step = (toStage: string, occurredFrom: string, value: string | null) =>
      move(id, { machine: 'fdi', toStage, occurredFrom, documentId: papers, amount: value === null ? null : { value, unit: 'USD' } })
    await step('notice', '2026-01-10', '2000000')
    expect(await step('arrival', '2026-03-10', '400000')).toMatchObject({ ordinal: 1, stage: null })
    await step('changed', '2026-06-10', '1500000')
    expect(await step('arrival', '2026-07-10', '700000')).toMatchObject({ ordinal: 2 })
    const values = async (query = '') =>
      (await officer.ask<ProjectView>('GET', `/projects/${id}${query}`)).facts.map((fact) => [fact.indicator, fact.facet, fact.series, fact.value])
    expect(await values('?asOf=2026-08-01')).toEqual([
      ['fdi_arrived', 'actual', '1차 도착', '400000'],
      ['fdi_arrived', 'actual', '2차 도착', '700000'],
      ['fdi_notified', 'announced', '', '1500000'],
    ])
    expect(await values('?asOf=2026-04-01')).toEqual([
      ['fdi_arrived', 'actual', '1차 도착', '400000'],
      ['fdi_notified', 'announced', '', '2000000'],
    ])
    const total = async (formula: string, asOf: string) => (await officer.ask<Figure>('GET', `/figures/${formula}?asOf=${asOf}&subject=${id}`)).value
    expect(await total('arrived_foreign_investment', '2026-08-01')).toBe('1100000')
    expect(await total('notified_foreign_investment', '2026-08-01')).toBe('1500000')
    expect(await total('announced_investment', '2026-08-01')).toBeNull()
    // the own track of the project has not moved
    expect((await officer.ask<ProjectView>('GET', `/projects/${id}`)).stage).toBeNull()
    await officer.ask(
      'POST',
      `/projects/${id}/stages`,
      { machine: 'fdi', toStage: 'registration', documentId: papers, amount: { value: '1', unit: 'USD' } },
      { status: 422 },
    )
  })
})

import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProjectView } from '#capabilities/portfolio/routes/schemas'
import { freshApp, type TestApp } from '#support/app'
import { type Member, memberOf } from '#support/members'
import { article, type Desk, hold, reach, subject } from '#support/published-office'
import type { Worklist } from './schemas.ts'

const eok = (amount: number) => `${amount}00000000`

/**
 * Story 4. Monday, 2026-11-23, 09:00 in Seoul. Silent is half a year: 2026-05-23 … 2026-11-23 = 184 days.
 *
 * 가온 1,000억, MOU 2024-11-01, last article of that day, owner 김: 730 days end on 2026-11-01 (22 days ago); silent since 2025-05-04 (568 days): one line that says both
 * 나온 500억, MOU 2025-01-10, last article 2026-11-01, owner 이: the 730 days end on 2027-01-10, in 48 days (told 60 days before)
 * 다온 no amount, owner 김: a task of 2026-11-20 (3 days late) and one of 2026-12-01 (in 8 days), the latter given to 이; one of 2026-12-20 is not soon
 * 라온 300억, construction by an article only: the rule asks for the notice of start
 * 마온 200억, whose only document was erased; 80 jobs due by 2026-06-30 of it (146 days ago)
 * 바온 70억 and 바온 2공장 90억, joined: two values of one thing
 * 사온 withdrawn with a task of 2020: nothing
 */
describe('the Monday list', () => {
  let t: TestApp
  let kim: Member
  let lee: Member
  let head: Member
  let viewer: Member
  const ids: Record<string, string> = {}
  const list = (query = '', who = kim) => who.ask<Worklist>('GET', `/worklist?limit=100&${query}`)
  const told = (answer: Worklist) =>
    answer.items.map((item) => [item.rule, item.subject?.nameKo ?? null, item.days, item.atStake?.value ?? null, item.owner?.name ?? null])

  beforeAll(async () => {
    t = await freshApp('worklist')
    t.clock.now = new Date('2026-11-23T00:00:00Z')
    const officeId = await t.office('narae')
    head = await memberOf(t, 'narae', officeId, 'head@city.example', 'head')
    kim = await memberOf(t, 'narae', officeId, 'kim@city.example', 'officer')
    lee = await memberOf(t, 'narae', officeId, 'lee@city.example', 'officer')
    viewer = await memberOf(t, 'narae', officeId, 'viewer@city.example', 'viewer')
    const desk: Desk = { store: t.store, officeId, userId: head.userId }
    const news = (day: string, text: string) => article(desk, { title: `${day} 기사`, outlet: '나래일보', publishedOn: day, text })
    const add = async (name: string, said: string, day: string, value: number | null, stage: string, on: string) => {
      const document = await news(day, `${name} 공장에 ${value ?? 0}억원을 들이기로 ${said}. 일자리는 80명이다.`)
      ids[name] = await subject(desk, `${name} 공장`)
      if (value !== null)
        await hold(desk, { document, words: `${value}억원`, subject: ids[name]!, indicator: 'investment', value: eok(value), unit: 'KRW' })
      await reach(desk, { subject: ids[name]!, stage, on, document, words: said })
      return document
    }
    const own = (name: string, who: Member, body: object = {}) =>
      head.ask('PATCH', `/projects/${ids[name]}`, { ownerId: who.userId, ...body }, { headers: { 'if-match': '*' } })
    await add('가온', '협약했다', '2024-11-01', 1000, 'mou', '2024-11-01')
    await add('나온', '협약했다', '2026-11-01', 500, 'mou', '2025-01-10')
    await add('다온', '협약했다', '2026-11-02', null, 'mou', '2026-11-02')
    await add('라온', '착공했다', '2026-10-01', 300, 'construction', '2026-10-01')
    const lost = await add('마온', '협약했다', '2026-09-01', 200, 'mou', '2026-09-01')
    await add('바온', '협약했다', '2026-11-03', 70, 'mou', '2026-11-03')
    await add('바온 2', '협약했다', '2026-11-03', 90, 'mou', '2026-11-03')
    await add('사온', '철회했다', '2020-01-01', 10, 'withdrawn', '2020-01-01')
    await own('가온', kim)
    await own('나온', lee)
    await own('다온', kim)
    await own('마온', lee, {
      values: [{ indicator: 'jobs', value: '80', unit: 'persons', due: { from: '2026-01-01', to: '2026-07-01' } }],
    })
    for (const [name, title, dueOn, ownerId] of [
      ['다온', '토지계약 확인', '2026-11-20', undefined],
      ['다온', '착공 서류 받기', '2026-12-01', lee.userId],
      ['다온', '연말 점검', '2026-12-20', undefined],
      ['사온', '지난 일', '2020-01-01', undefined],
    ] as const)
      await head.ask('POST', `/projects/${ids[name]}/milestones`, { title, dueOn, ...(ownerId ? { ownerId } : {}) })
    await head.ask('POST', `/projects/${ids.바온}/join`, { other: ids['바온 2'], reason: '같은 협약' })
    await head.ask('POST', `/documents/${lost.id}/erasure`, { reason: '정정보도', confirm: '2026-09-01 기사' })
  })
  afterAll(() => t.close())

  test('the list equals the one made by hand, the most money first', async () => {
    const answer = await list()
    expect(answer.today).toBe('2026-11-23')
    expect(told(answer)).toEqual([
      ['limit_passed', '가온 공장', 22, eok(1000), 'kim'],
      ['limit_near', '나온 공장', -48, eok(500), 'lee'],
      ['weak_evidence', '라온 공장', null, eok(300), null],
      ['promise_overdue', '마온 공장', 146, eok(200), 'lee'],
      ['lost_source', '마온 공장', null, eok(200), 'lee'],
      ['contradiction', '바온 공장', null, eok(90), null],
      ['overdue', '다온 공장', 3, null, 'kim'],
      ['soon', '다온 공장', -8, null, 'lee'],
    ])
    expect(answer.items[0]).toMatchObject({ step: { to: 'contract', ruleId: 'project.contract' }, silent: { dueOn: '2025-05-04', days: 568 } })
    expect((await list('rule=silent')).items.map((item) => item.rule)).toEqual(['limit_passed'])
    expect(answer.items.find((item) => item.rule === 'contradiction')!.values.map((one) => one.value)).toEqual([eok(70), eok(90)])
    expect(answer.counts).toMatchObject({ silent: 1, limit_passed: 1, overdue: 1, soon: 1, lost_source: 1 })
  })

  test('groups stand by owner with their money, each won once', async () => {
    // 김: 가온 1,000 and 다온 not disclosed; 이: 나온 500 + 마온 200 and a task at 다온; nobody: 라온 300 + 바온 90
    expect((await list()).groups.map((group) => [group.owner?.name ?? null, group.count, group.late, group.atStake?.value])).toEqual([
      ['kim', 2, 2, eok(1000)],
      ['lee', 4, 1, eok(700)],
      [null, 2, 0, eok(390)],
    ])
  })

  test('one sees one’s own, a kind of work, what is due first, page by page', async () => {
    expect(told(await list('owner=me', lee)).map((row) => row[0])).toEqual(['limit_near', 'promise_overdue', 'lost_source', 'soon'])
    expect(told(await list('owner=none')).map((row) => row[0])).toEqual(['weak_evidence', 'contradiction'])
    expect(told(await list('rule=overdue,soon')).map((row) => row[1])).toEqual(['다온 공장', '다온 공장'])
    expect((await list('sort=due')).items[0]!.rule).toBe('promise_overdue')
    const first = await kim.ask<Worklist>('GET', '/worklist?limit=4')
    const second = await kim.ask<Worklist>('GET', `/worklist?limit=100&cursor=${first.next}`)
    expect([first.items.length, second.items.length, second.next, first.total]).toEqual([4, 4, null, 8])
  })

  test('what the office sets decides what comes onto it', async () => {
    const administrator = await memberOf(
      t,
      'narae',
      (await t.store.global((db) => db.selectFrom('office').select('office_id').executeTakeFirstOrThrow())).office_id,
      'admin@city.example',
      'administrator',
    )
    await administrator.ask('PUT', '/worklist/settings', { soonDays: 30, silentMonths: 36, nearDays: 10 })
    expect((await list('rule=silent')).total).toBe(0)
    expect((await list('rule=limit_passed')).items[0]!.silent).toBeNull()
    expect((await list('rule=soon')).total).toBe(2)
    expect((await list('rule=limit_near')).total).toBe(0)
    await administrator.ask('PUT', '/worklist/settings', { soonDays: 0 }, { status: 422 })
    await administrator.ask('PUT', '/worklist/settings', {})
    expect((await list('rule=soon')).total).toBe(1)
  })

  test('readers without the right see nothing of a confidential project', async () => {
    const made = await head.ask<{ id: string }>('POST', '/projects', { nameKo: '비밀 공장', confidential: true })
    await head.ask('POST', `/projects/${made.id}/milestones`, { title: '몰래 할 일', dueOn: '2026-11-01' })
    expect(JSON.stringify(await list())).toContain('비밀')
    expect(JSON.stringify(await list('', viewer))).not.toContain('비밀')
    await head.ask('POST', `/projects/${made.id}/archive`, { archived: true })
    expect(JSON.stringify(await list())).not.toContain('비밀')
  })

  test('what is found without a project stands by its document, with the money that its sentences speak of', async () => {
    const office = await t.store.global((db) => db.selectFrom('office').select('office_id').executeTakeFirstOrThrow())
    const desk: Desk = { store: t.store, officeId: office.office_id, userId: head.userId }
    const told = await article(desk, { title: '산단 비전', outlet: '나래일보', publishedOn: '2026-11-10', text: '전체 1조원 가운데 2조원을 쓴다.' })
    const secret = await article(desk, { title: '비밀 구상', outlet: null, publishedOn: null, text: '3조원이다.', confidential: true })
    await t.store.inOffice(office.office_id, null, async (tx) => {
      for (const [document, at] of [
        [told.id, eok(20_000)],
        [secret.id, eok(30_000)],
      ] as const)
        await tx
          .insertInto('work_item')
          .values({
            office_id: office.office_id,
            item_id: randomUUID(),
            rule: 'part-above-whole',
            fingerprint: randomBytes(32),
            document_id: document,
            documents: [document],
            detail: JSON.stringify({}),
            at_stake: at,
            confidential: document === secret.id,
            subject_id: null,
            resolution: null,
            reason: null,
            closed_at: null,
            closed_by: null,
            gone_at: null,
            decision_id: null,
          })
          .execute()
    })
    const found = (await list('rule=contradiction', viewer)).items.filter((item) => item.subject === null)
    expect(found.map((item) => [item.document, item.said, item.atStake])).toEqual([[{ id: told.id, title: '산단 비전' }, eok(20_000), null]])
    expect((await list('rule=contradiction')).items.filter((item) => item.subject === null).map((item) => item.document?.title)).toEqual([
      '비밀 구상',
      '산단 비전',
    ])
  })

  test('doing the work takes it off the list', async () => {
    const task = (await list('rule=overdue')).items[0]!.task!
    await kim.ask(
      'PATCH',
      `/milestones/${task.id}`,
      { doneOn: '2026-11-23' },
      { headers: { 'if-match': `"${task.id.slice(0, 8)}-${task.version}"` } },
    )
    expect((await list('rule=overdue')).total).toBe(0)
    const papers = await kim.ask<{ document: { id: string } }>('POST', '/documents', {
      kind: 'evidence',
      title: '라온 착공신고 필증',
      text: '라온 착공신고 필증이다.',
    })
    const event = (await kim.ask<ProjectView>('GET', `/projects/${ids.라온}`)).stages[0]!
    await kim.ask('POST', `/projects/${ids.라온}/stages/${event.id}/void`, { reason: '필증으로 바꿈' })
    await kim.ask('POST', `/projects/${ids.라온}/stages`, { toStage: 'construction', occurredFrom: '2026-10-01', documentId: papers.document.id })
    expect((await list('rule=weak_evidence')).total).toBe(0)
  })

  /**
   * 차온 상생 협약: signed 2025-01-01, so the 730 days for its next step end on 2027-01-01 (39 days ahead, told 60 before); its paper ends it on 2026-12-01 (8 days ahead, told 14 before).
   * 카온 협약: signed a day later, without an end in the paper: that it is 730 days old is said once, as the limit.
   * 차온 보조금: 10억 granted on 2025-12-01, the first check due on 2026-12-01.
   */
  test('a stated end stands beside the limit of the next step; of an award the money granted is at stake', async () => {
    for (const [nameKo, signedOn, validUntil] of [
      ['차온 상생 협약', '2025-01-01', '2026-12-01'],
      ['카온 협약', '2025-01-02', null],
    ] as const) {
      const { id } = await kim.ask<{ id: string }>('POST', '/agreements', { nameKo, signedOn, validUntil })
      const paper = await kim.ask<{ document: { id: string } }>('POST', '/documents', { kind: 'mou', title: `${nameKo} 협약서`, text: '협약서이다.' })
      const { stage } = await kim.ask<{ stage: string | null }>('GET', `/projects/${id}`)
      if (stage === null)
        await kim.ask('POST', `/projects/${id}/stages`, { toStage: 'signed', occurredFrom: signedOn, documentId: paper.document.id })
    }
    await kim.ask('POST', '/awards', { nameKo: '차온 보조금', granted: eok(10), grantedOn: '2025-12-01' })
    const own = (await list()).items.filter((item) => /차온|카온/.test(item.subject?.nameKo ?? ''))
    expect(
      own.map((item) => [item.rule, item.subject!.nameKo, item.due?.titleKo ?? item.step?.to ?? null, item.dueOn, item.atStake?.value ?? null]),
    ).toEqual([
      ['soon', '차온 보조금', '1년 차 투자기간 점검', '2026-12-01', eok(10)],
      ['soon', '차온 상생 협약', '협약 기한', '2026-12-01', null],
      ['limit_near', '차온 상생 협약', 'in_force', '2027-01-01', null],
      ['limit_near', '카온 협약', 'in_force', '2027-01-02', null],
    ])
    expect(own[0]!.atStake).toMatchObject({ formula: 'granted_subsidy', parameters: { kind: 'award' } })
    // and the formula says the same amount
    const { formula, parameters } = own[0]!.atStake!
    const figure = await kim.ask<{ value: string }>('GET', `/figures/${formula}?${new URLSearchParams(parameters)}`)
    expect(figure.value).toBe(eok(10))
  })
})

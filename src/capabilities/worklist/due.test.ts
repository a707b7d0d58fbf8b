import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshApp, type TestApp } from '#support/app'
import { type Member, memberOf } from '#support/members'
import { type Desk, subject } from '#support/published-office'
import type { Worklist } from './schemas.ts'

let t: TestApp
let head: Member
let viewer: Member
let desk: Desk
beforeAll(async () => {
  t = await freshApp('worklist_due')
  t.clock.now = new Date('2026-11-23T00:00:00Z')
  const officeId = await t.office('narae')
  head = await memberOf(t, 'narae', officeId, 'head@city.example', 'head')
  viewer = await memberOf(t, 'narae', officeId, 'viewer@city.example', 'viewer')
  desk = { store: t.store, officeId, userId: head.userId }
})
afterAll(() => t?.close())

// 솔라 발전 was owed on 2026-11-03: 20 days late on Monday the 23rd. 청년 공간 is owed in 2027: not soon. The confidential one is for those who may see it.
test('what somebody owes stands on the Monday list until it is met, and leads to its page', async () => {
  const factory = await subject(desk, '가온 공장')
  const hidden = await subject(desk, '비밀 공장', { confidential: true })
  const owe = (id: string, title: string, dueOn: string) =>
    head.ask<{ id: string }>('POST', `/subjects/${id}/obligations`, { title, dueOn, kind: 'co_benefit' })
  await owe(factory, '솔라 발전', '2026-11-03')
  await owe(factory, '청년 공간', '2027-06-30')
  await owe(hidden, '비밀 의무', '2026-11-01')
  const told = async (who: Member) =>
    (await who.ask<Worklist>('GET', '/worklist?limit=100')).items.flatMap((item) =>
      item.due ? [[item.rule, item.due.titleKo, item.days, item.due.to]] : [],
    )
  expect(await told(viewer)).toEqual([['overdue', '솔라 발전', 20, '/obligations']])
  expect((await told(head)).map((row) => row[1]).sort()).toEqual(['비밀 의무', '솔라 발전'])
})

import { describe, expect, test } from 'vitest'
import { tellsOf, type WorkInput, type WorkSettings, type WorkSubject, worklistOf } from './worklist.ts'

const settings: WorkSettings = { today: '2026-11-23', soonDays: 14, silentDays: 180, nearDays: 60 }
const subject = (id: string, more: Partial<WorkSubject> = {}): WorkSubject => ({
  id,
  machine: 'project',
  phase: 'announced',
  stage: 'mou',
  stageSince: '2026-11-01',
  ownerId: null,
  atStake: null,
  heardOn: '2026-11-01',
  weakEvidence: false,
  ...more,
})
const input = (more: Partial<WorkInput>): WorkInput => ({ subjects: [], tasks: [], promises: [], contradictions: [], lostSources: [], ...more })
const told = (given: Partial<WorkInput>) => worklistOf(input(given), settings).map((item) => [item.rule, item.about, item.days])

describe('worklistOf', () => {
  test('a task is overdue after its day, soon up to a fortnight before it, and its own day is not late', () => {
    const task = (id: string, dueOn: string) => ({ id, subject: 's', ownerId: null, dueOn })
    const tasks = [task('a', '2026-11-22'), task('b', '2026-11-23'), task('c', '2026-12-07'), task('d', '2026-12-08')]
    expect(told({ subjects: [subject('s')], tasks })).toEqual([
      ['overdue', 'a', 1],
      ['soon', 'b', 0],
      ['soon', 'c', -14],
    ])
  })
  test('an MOU is past its limit on the 731st day, and told sixty days before', () => {
    // 2024-11-23 + 730 = 2026-11-23 (still in time); 2024-11-22 + 730 = 2026-11-22
    expect(told({ subjects: [subject('s', { stageSince: '2024-11-22' })] })).toEqual([['limit_passed', 's', 1]])
    expect(told({ subjects: [subject('s', { stageSince: '2024-11-23' })] })).toEqual([['limit_near', 's', 0]])
    expect(told({ subjects: [subject('s', { stageSince: '2025-01-23' })] })).toEqual([])
    expect(told({ subjects: [subject('s', { stageSince: null })] })).toEqual([])
    expect(worklistOf(input({ subjects: [subject('s', { stageSince: '2024-11-22' })] }), settings)[0]?.step).toMatchObject({
      ruleId: 'project.contract',
    })
  })
  test('what is past its limit and silent is one line that says both', () => {
    // 2024-11-22 + 730 = 2026-11-22, a day ago; 2026-05-26 + 180 = 2026-11-22
    const items = worklistOf(input({ subjects: [subject('s', { stageSince: '2024-11-22', heardOn: '2026-05-26' })] }), settings)
    expect(items.map((item) => [item.rule, item.days, item.silent])).toEqual([['limit_passed', 1, { dueOn: '2026-11-22', days: 1 }]])
    expect([tellsOf(items[0]!, 'silent'), tellsOf(items[0]!, 'limit_passed'), tellsOf(items[0]!, 'overdue')]).toEqual([true, true, false])
  })
  test('silence is counted of what was announced and is not running yet', () => {
    // 2026-05-26 + 180 = 2026-11-22
    expect(told({ subjects: [subject('s', { heardOn: '2026-05-26' })] })).toEqual([['silent', 's', 1]])
    expect(told({ subjects: [subject('s', { heardOn: '2026-05-27' })] })).toEqual([])
    expect(told({ subjects: [subject('s', { heardOn: '2020-01-01', phase: 'realised', stage: 'operation' })] })).toEqual([])
  })
  test('the most money stands first, the undisclosed last, and the longest overdue before the rest', () => {
    const subjects = [subject('a', { atStake: '5' }), subject('b', { atStake: '100' }), subject('c')]
    const tasks = [
      { id: '1', subject: 'a', ownerId: null, dueOn: '2026-11-01' },
      { id: '2', subject: 'b', ownerId: null, dueOn: '2026-11-20' },
      { id: '3', subject: 'b', ownerId: null, dueOn: '2026-11-10' },
      { id: '4', subject: 'c', ownerId: null, dueOn: '2020-01-01' },
    ]
    const order = worklistOf(input({ subjects, tasks }), settings).map((item) => item.about)
    expect(order).toEqual(['3', '2', '1', '4'])
    expect(worklistOf(input({ subjects: subjects.toReversed(), tasks: tasks.toReversed() }), settings).map((item) => item.about)).toEqual(order)
  })
  test('what is lost asks for nothing more, but what contradicts itself is still told', () =>
    expect(
      told({
        subjects: [subject('s', { phase: 'lost', stage: 'withdrawn', heardOn: '2020-01-01' })],
        tasks: [{ id: 'a', subject: 's', ownerId: null, dueOn: '2026-01-01' }],
        promises: [{ id: 'f', subject: 's', until: '2026-01-01' }],
        contradictions: [{ id: 'x', subject: 's', atStake: null }],
        lostSources: [{ id: 'y', subject: null, atStake: '7' }],
      }),
    ).toEqual([
      ['lost_source', 'y', null],
      ['contradiction', 'x', null],
    ]))
  test('a promise is overdue the day after its time, and not once it runs', () => {
    const promises = [{ id: 'f', subject: 's', until: '2026-11-23' }]
    expect(told({ subjects: [subject('s')], promises })).toEqual([['promise_overdue', 'f', 1]])
    expect(told({ subjects: [subject('s', { phase: 'realised', stage: 'operation' })], promises })).toEqual([])
  })
})

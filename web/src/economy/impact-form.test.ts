import { describe, expect, test } from 'vitest'
import { announcementOf, caseOf, countOf, draftOfEffect, emptyDraft, shareOf, withDefaults, wrongOf } from './impact-form.ts'

const won = (value: string) => ({ value, currency: 'KRW', approximate: false })

test('a plan as typed becomes a question; lines without an amount stay out', () => {
  const draft = withDefaults(emptyDraft(), 't1', 'e1|나래시')
  draft.spending[0]!.money = won('3000000000000')
  draft.spending[0]!.imported = '60%'
  draft.spending[0]!.year = '2027'
  draft.operation = { sector: '전자', from: '2029', to: '2031', money: null, jobs: '8,000명' }
  expect([...wrongOf(draft)]).toEqual([])
  const asked = caseOf(draft, '이름 없음')
  expect(asked).toMatchObject({ title: '이름 없음', table: 't1', region: { table: 'e1', region: '나래시' } })
  expect(asked.spending).toMatchObject([{ kind: 'building', amount: '3000000000000', year: 2027, importedShare: 0.6, localShare: null }])
  expect(asked.operation).toEqual([{ sector: '전자', from: 2029, to: 2031, output: null, jobs: 8000 }])
  expect(announcementOf(asked, '8,000')).toMatchObject({ investment: '3000000000000', jobs: 8000 })
})

test('without a table nothing of operation or region is asked', () => {
  const draft = withDefaults({ ...emptyDraft(), table: '' }, 't1', 'e1|나래시')
  draft.spending[0]!.money = won('1')
  draft.operation.sector = '전자'
  expect(caseOf(draft, '가')).toMatchObject({ table: null, region: null, operation: [] })
  expect(announcementOf(caseOf(draft, '가'), '')).toBeNull()
})

test('what cannot be read is named', () => {
  const draft = withDefaults(emptyDraft(), 't1', undefined)
  expect([...wrongOf(draft)]).toEqual([[`money ${draft.spending[0]!.id}`, 'missing']])
  draft.spending[0] = { ...draft.spending[0]!, money: won('1'), kind: 'other', year: '27', imported: '200' }
  draft.operation.sector = '전자'
  const { id } = draft.spending[0]
  expect(Object.fromEntries(wrongOf(draft))).toEqual({
    [`year ${id}`]: 'year',
    [`imported ${id}`]: 'percent',
    [`sector ${id}`]: 'sector',
    from: 'year',
    to: 'year',
    jobs: 'missing',
  })
})

test('shares and persons are read as people type them', () => {
  expect([shareOf(''), shareOf('30'), shareOf('30%'), shareOf('x')]).toEqual([null, 0.3, 0.3, undefined])
  expect(['8,000명', '8천명', '1만 2천 명', '약 8000여명', '1.2만', '0'].map(countOf)).toEqual([8000, 8000, 12000, 8000, 12000, 0])
  expect(['많이', '-5', '0.5', '8,000명쯤', ''].map(countOf)).toEqual([null, null, null, null, null])
})

describe('an amount that cannot be taken is named and never left out in silence', () => {
  const given = (money: ReturnType<typeof won> | null, words?: string) => {
    const draft = withDefaults(emptyDraft(), 't1', undefined)
    draft.spending[0] = { ...draft.spending[0]!, money: won('1') }
    draft.spending[1] = { ...draft.spending[1]!, money, ...(words === undefined ? {} : { words }) }
    return wrongOf(draft).get(`money ${draft.spending[1].id}`)
  }
  test('words', () => expect(given(null, '삼조 정도')).toBe('unread'))
  test('nothing typed is no fault', () => expect(given(null, ' ')).toBeUndefined())
  test('zero and less', () => expect([given(won('0')), given(won('-300'))]).toEqual(['not-positive', 'not-positive']))
  test('dollars', () => expect(given({ ...won('5000000'), currency: 'USD' })).toBe('foreign'))
  test('more than the country makes', () =>
    expect([given(won('10000000000000000')), given(won('10000000000000001'))]).toEqual([undefined, 'too-large']))
})

test('years in the wrong order and persons that are none are named, with and without a sector', () => {
  const draft = withDefaults(emptyDraft(), 't1', undefined)
  draft.spending[0]!.money = won('1')
  draft.operation = { sector: '', from: '', to: '', money: null, jobs: '많음' }
  expect([...wrongOf(draft)]).toEqual([['jobs', 'count']])
  draft.operation = { sector: '전자', from: '2031', to: '2029년', money: null, jobs: '8천' }
  expect([...wrongOf(draft)]).toEqual([['to', 'order']])
  draft.operation = { sector: '전자', from: '2029', to: '2031', money: null, jobs: '99,999,999' }
  expect([...wrongOf(draft)]).toEqual([['jobs', 'too-large']])
})

test('an announced effect fills in its money, its jobs and its name, and leaves the rest as it was typed', () => {
  const typed = withDefaults(emptyDraft(), 't1', 'e1|나래시')
  typed.spending[0] = { ...typed.spending[0]!, year: '2027', words: '삼조쯤' }
  typed.operation.from = '2029'
  const value = (part: string, value: string, unit: string, used = true) => ({ part, value, unit, used, approximate: false })
  const effect = {
    subjectId: 's1',
    subjectName: '파운드리',
    topic: '',
    values: [value('output', '9', 'KRW', false), value('investment', '10000000000000', 'KRW'), value('jobs', '8000', 'persons')],
  } as unknown as Parameters<typeof draftOfEffect>[0]
  const filled = draftOfEffect(effect, typed)
  expect(filled).toMatchObject({ title: '파운드리', project: { id: 's1' }, operation: { from: '2029', jobs: '8000' } })
  expect(filled.spending[0]).toMatchObject({ year: '2027', words: '', money: { value: '10000000000000', currency: 'KRW' } })
  expect(filled.spending[1]).toEqual(typed.spending[1])
  expect([...wrongOf({ ...typed, ...filled })]).toEqual([])
})

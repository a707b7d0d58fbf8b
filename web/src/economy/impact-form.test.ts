import { expect, test } from 'vitest'
import { announcementOf, caseOf, countOf, emptyDraft, shareOf, withDefaults, wrongFields } from './impact-form.ts'

const won = (value: string) => ({ value, currency: 'KRW', approximate: false })

test('a plan as typed becomes a question; lines without an amount stay out', () => {
  const draft = withDefaults(emptyDraft(), 't1', 'e1|나래시')
  draft.spending[0]!.money = won('3000000000000')
  draft.spending[0]!.imported = '60%'
  draft.spending[0]!.year = '2027'
  draft.operation = { sector: '전자', from: '2029', to: '2031', money: null, jobs: '8,000명' }
  expect(wrongFields(draft)).toEqual([])
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
  expect(wrongFields(draft)).toEqual(['amount'])
  draft.spending[0] = { ...draft.spending[0]!, money: won('1'), kind: 'other', year: '27', imported: '200' }
  draft.operation.sector = '전자'
  const { id } = draft.spending[0]
  expect(wrongFields(draft)).toEqual([`year ${id}`, `imported ${id}`, `sector ${id}`, 'from', 'to', 'jobs'])
})

test('shares and persons are read as people type them', () => {
  expect([shareOf(''), shareOf('30'), shareOf('30%'), shareOf('x')]).toEqual([null, 0.3, 0.3, undefined])
  expect([countOf('8,000명'), countOf('많이')]).toEqual([8000, null])
})

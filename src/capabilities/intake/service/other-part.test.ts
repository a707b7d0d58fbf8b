import { expect, test } from 'vitest'
import { otherPart, type SaidValue } from './other-part.ts'

const said = (lead: string, more: Partial<SaidValue> = {}): SaidValue => ({ name: null, what: null, lead, rest: '', ...more })

test.each([
  ['해솔정공은 2단계로 ', '해솔정공은 1단계로 ', false],
  ['해솔정공은 물빛산단 2공장에 ', '해솔정공은 물빛산단 제3공장에 ', false],
  ['나래시는 2차 협약을 맺고 ', '나래시는 1차 협약을 맺고 ', false],
  ['해솔정공은 1단계 600억원, 2단계 ', '해솔정공은 2단계로 ', true],
] as const)('%s and %s: the step nearest to the value says which part it is', (ours, theirs, same) => {
  expect(otherPart(said(ours), [said(theirs)], null)?.same).toBe(same)
})
test.each([
  ['이차전지 2차전지 공장에 ', '1차 협력사와 '],
  ['해솔정공은 2단계로 ', '해솔정공은 '],
  ['4차 산업에 ', '1차 산업에 '],
])('%s and %s: what is no step, or is said once, tells nothing apart', (ours, theirs) => {
  expect(otherPart(said(ours), [said(theirs)], null)).toBeNull()
})
test('names that differ in a number alone are two things; the first may go without', () => {
  const named = (name: string) => said('', { name })
  expect(otherPart(named('물빛 제2데이터센터'), [named('물빛 데이터센터')], null)).toMatchObject({ same: false })
  expect(otherPart(named('물빛 제1데이터센터'), [named('물빛 데이터센터')], null)).toBeNull()
  expect(otherPart(named('물빛 데이터센터'), [named('솔빛 데이터센터')], null)).toBeNull()
})
test('money of another purse is another part', () => {
  expect(otherPart(said('', { what: '국비' }), [said('', { what: '시비' })], null)).toMatchObject({ ours: '국비', theirs: '시비', same: false })
  expect(otherPart(said('', { what: '국비' }), [said('', { what: '사업비' })], null)).toBeNull()
})
test('the word before a thing of a kind tells two of them apart where nobody is named', () => {
  const what = '파크골프장 조성'
  const of = (word: string) => said(`나래시는 ${word}${what}에 `, { what })
  expect(otherPart(of('북부 '), [of('남부 ')], ['나래시'])).toMatchObject({ ours: `북부 ${what}`, theirs: `남부 ${what}`, same: false })
  expect(otherPart(of('북부 '), [of('북부 ')], ['나래시'])).toBeNull()
  expect(otherPart(of('북부 '), [of('')], ['나래시'])).toBeNull()
  expect(otherPart(of('북부 '), [of('남부 ')], null)).toBeNull()
})

import { expect, test } from 'vitest'
import { type Sourced, sourcesDisagree } from './sources-disagree.ts'

const base: Sourced = {
  subject: '㈜한빛전자',
  what: '나래산단 공장',
  place: '나래일반산업단지',
  counterparts: [],
  indicator: 'investment',
  facet: 'announced',
  value: '30000000000',
  valueMax: null,
  bound: null,
  approximate: false,
  unit: 'KRW',
  per: null,
  due: null,
  sentence: '',
  subjectId: null,
}
const other = (more: Partial<Sourced>): Sourced => ({ ...base, subject: '한빛전자', ...more })

test('two values of one thing are a contradiction', () => {
  expect(sourcesDisagree(base, other({ value: '40000000000' }))?.difference).toBe('10000000000')
})
test('approximation, bounds and ranges are allowed for', () => {
  expect(sourcesDisagree(base, other({ value: '35000000000', approximate: true }))).not.toBeNull()
  expect(sourcesDisagree(base, other({ value: '31000000000', approximate: true }))).toBeNull()
  expect(sourcesDisagree(base, other({ value: '20000000000', bound: 'min' }))).toBeNull()
  expect(sourcesDisagree(base, other({ value: '20000000000', valueMax: '50000000000' }))).toBeNull()
})
test('another time, sense, unit, place or subject is another thing', () => {
  const value = '40000000000'
  expect(sourcesDisagree(base, other({ value, due: { from: '2027-01-01', to: '2028-01-01' } }))).toBeNull()
  expect(sourcesDisagree(base, other({ value, facet: 'actual' }))).toBeNull()
  expect(sourcesDisagree(base, other({ value, unit: 'USD' }))).toBeNull()
  expect(sourcesDisagree(base, other({ value, place: '다른산단' }))).toBeNull()
  expect(sourcesDisagree(base, other({ value, subject: '새별화학' }))).toBeNull()
})
test('two claims about a city speak of one thing only where place and words agree', () => {
  const city = { ...base, subject: '나래시', what: '반도체 특화단지 조성', place: '나래시' }
  expect(sourcesDisagree(city, { ...city, value: '40000000000', what: '복합문화센터 건립' })).toBeNull()
  expect(sourcesDisagree(city, { ...city, value: '40000000000', what: '반도체 특화단지' })).not.toBeNull()
})
test('which of the two comes first does not matter', () => {
  const theirs = other({ value: '40000000000' })
  expect(sourcesDisagree(base, theirs)?.difference).toBe(sourcesDisagree(theirs, base)?.difference)
})
test.each([
  ['1단계로 300억원을 투자한다.', '2단계로 400억원을 투자한다.'],
  ['제1공장에 300억원을 투자한다.', '제2공장에 400억원을 투자한다.'],
  ['300억원을 투자한다.', '추가로 400억원을 투자한다.'],
])('%s and %s: parts of one thing are no contradiction', (ours, theirs) => {
  const value = '40000000000'
  expect(sourcesDisagree({ ...base, sentence: ours }, other({ value, sentence: theirs }))).toBeNull()
  expect(sourcesDisagree({ ...base, sentence: ours }, other({ value, sentence: ours }))).not.toBeNull()
})
test.each(['나래시 나래일반산업단지', '나래산단'])('%s: a place told otherwise is the same place', (place) => {
  const value = '40000000000'
  expect(sourcesDisagree(base, other({ value, place, what: '생산 시설' }))).not.toBeNull()
})

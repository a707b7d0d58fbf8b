import { expect, test } from 'vitest'
import { readDocument } from '#engines/reading/read-document'
import { checkReading } from './check-document.ts'

const odd = (text: string) =>
  checkReading(readDocument(text, { published: '2025-06-10' })).filter((one) => one.rule === 'date-order' && one.outcome === 'odd')

test.each([
  '두루전자는 2024년 말까지 공장에 250억원을 투자할 예정이다.',
  '시는 2025년 3월까지 연구센터를 준공할 계획이다.',
  '한울시는 2023년 7월 착공 예정인 산단에 1,200억원을 투입한다.',
  '한들바이오는 2025년 1분기 준공 예정인 공장에 설비를 들여놓는다.',
  '○ 준공예정: 2025. 3.',
])('%s: what was over is not still to come', (text) => {
  expect(odd(text)).toHaveLength(1)
})
test.each([
  '두루전자는 2025년 말까지 공장에 250억원을 투자할 예정이다.',
  '시는 당초 2025년 3월까지 연구센터(사업비 80억원)를 준공할 계획이었으나 12월로 늦췄다.',
  '회사는 2024년까지 120억원을 투자하겠다고 밝힌 바 있다.',
  '두루전자는 2023년 설립된 회사로 2026년까지 설비를 들여놓을 계획이다.',
  '2024년 12월 체결한 협약에 따라 공장을 지을 예정이다.',
  '○ 준공예정: 2026. 3.',
])('%s: a plan of then, or of a day to come, is let be', (text) => {
  expect(odd(text)).toEqual([])
})
test.each([
  '이든소재는 2025년 11월 20일 투자협약을 체결했다.',
  '가온시는 2026년 1월 5일 신청사 공사를 마쳤다고 밝혔다.',
  '도는 지난 2026년 3월 기공식을 열었다.',
])('%s: what is yet to come is not done', (text) => {
  expect(odd(text)).toHaveLength(1)
})
test.each([
  '이든소재는 2025년 5월 20일 투자협약을 체결했다.',
  '이든소재는 2025년 12월 개장 준비를 마쳤다.',
  '도는 2026년 예산안 편성을 마쳤다.',
  '도는 2026년 3월 착공을 목표로 협약을 체결했다.',
  '도는 2027년까지 공사를 완료하기로 했다.',
  '시는 2026년 5월 열리는 박람회의 참가 기업 모집을 마쳤다.',
])('%s: a day of something else is not when it was done', (text) => {
  expect(odd(text)).toEqual([])
})
test('nothing is said where the date of the document is not known', () => {
  const text = '두루전자는 2024년 말까지 공장에 250억원을 투자할 예정이다.'
  expect(checkReading(readDocument(text)).filter((one) => one.outcome === 'odd')).toEqual([])
})

import { expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'

const dues = (text: string) =>
  readDocument(text, { published: '2025-03-02' }).commitments.map(
    (c) => `${c.indicator.value} ${typeof c.due.value === 'string' ? c.due.value : '-'}`,
  )

test('the one day of the one work of one firm holds for all its numbers, wherever it stands', () => {
  expect(
    dues(
      '문경에 대형 냉동창고가 지어집니다.\n문경 신기산업단지에 오는 2027년 대규모 냉동창고가 들어섭니다.\n문경시와 ㈜가람물류는 이런 내용의 투자협약을 체결했습니다.\n㈜가람물류가 하는 일은 냉동식품 배송입니다.\n㈜가람물류는 6만㎡에 900억 원을 들입니다.',
    ),
  ).toEqual(['area 2027', 'investment 2027'])
})

test('a plant is due when it starts to make, and begins when ground is broken', () => {
  const [first] = readDocument('㈜나래정밀은 내년 말 구미국가산업단지 7만㎡ 부지에 공장을 착공하고 2028년부터 본격적으로 생산 시설을 돌린다.', {
    published: '2025-03-02',
  }).commitments
  expect([first!.start.value, first!.due.value]).toEqual(['2026-12', '2028'])
})

test('the day of one step, or of two firms, is of no other number', () => {
  expect(dues('㈜가람셀은 5년간 2100억 원을 들여 4만㎡ 규모의 공장을 짓는다. 제1공장은 올해 하반기에 준공한다.')).toEqual(['investment -', 'area -'])
  expect(
    dues(
      '㈜가람셀은 밀양에 2100억 원을 들여 공장을 짓는다. ㈜나래팩은 밀양에 300억 원을 들여 창고를 짓는다. 시는 소방서와 함께 안전 점검도 한다. 시가 돕는다. 다른 일도 있다. ㈜나래팩 창고는 2027년 준공된다.',
    )[0],
  ).toBe('investment -')
})

test('the same term is the one told before', () => {
  expect(
    dues('㈜가람제약은 연서면에 2028년까지 130억원을 들여 공장을 짓는다.\n㈜나래제약은 같은 기간 전의면 일대에 96억원을 투입해 공장을 건립한다.'),
  ).toEqual(['investment 2028', 'investment 2028'])
})

test('what is told as an effect has no day', () => {
  expect(dues('㈜가람바이오는 2028년까지 700억 원을 들여 공장을 짓는다. 이에 따른 고용창출 효과는 약 900명으로 추산됐다.')).toEqual([
    'investment 2028',
    'jobs -',
  ])
})

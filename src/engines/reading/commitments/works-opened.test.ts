import { expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

const read = (text: string) =>
  readDocument(text, { published: '2025-03-02' }).commitments.map((c) => `${c.indicator.value} ${c.stage.value} ${c.due.value ?? '-'}`)

test('what finished works cost, hold and are looked to bring is in use, on the day they were finished', () => {
  expect(
    read(
      '영주시, 가흥 제3농공단지 분양\n영주시는 지난 1월 준공된 가흥 제3농공단지의 분양신청을 받고 있다고 2일 밝혔다.\n총사업비 130억원을 들여 가흥동 일대 14만㎡에 조성된 이 단지는 7개 필지가 남았다.\n단지가 다 차면 90명의 고용 효과가 기대된다.',
    ),
  ).toEqual(['budget operation 2025-01', 'area operation 2025-01', 'jobs operation -'])
})

test('works that are still to be finished are not in use', () => {
  expect(read('영주시, 가흥 제3농공단지 준공 앞둬\n총사업비 130억원을 들여 가흥동 일대 14만㎡에 조성되는 이 단지는 내년에 준공할 예정이다.')).toEqual(
    ['budget plan 2026', 'area plan 2026'],
  )
})

test('plants that run already leave the new one planned', () => {
  expect(
    read(
      '㈜가람바이오는 2일 송도에 네 번째 공장을 건설하기로 했다고 밝혔다.\n회사는 이미 제1공장과 제2공장을 가동하고 있다.\n제4공장 건립에는 1조2천억원이 들어간다.',
    ),
  ).toEqual(['investment plan -'])
})

test('what firms mean to do in a finished park is their plan', () => {
  expect(
    read(
      '영주시가 가흥 일반산업단지 준공을 인가했다고 2일 밝혔다.\n총면적은 9만㎡다.\n㈜나래스틸은 2만1천㎡에 180억원을 투자해 70개의 일자리를 만들 계획이다.',
    ).slice(1),
  ).toEqual(['area plan -', 'investment plan -', 'jobs plan -'])
})

test('a plan given up for this one takes nothing from it', () => {
  expect(
    read(
      '12일 옥산농공단지에서 ㈜다솜푸드 신축공장 준공식이 열렸다.\n㈜다솜푸드는 사업비 60억 원을 투자해 9천㎡ 부지에 공장을 지었다.\n다솜푸드는 “다른 시로 옮기려던 계획을 취소하고 이곳에 공장을 짓게 됐다”고 말했다.',
    ).map((line) => line.split(' ')[1]),
  ).toEqual(['operation', 'operation'])
})

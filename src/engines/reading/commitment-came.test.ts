import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'

const read = (text: string, published = '2025-03-02') =>
  readDocument(text, { published }).commitments.map((c) => `${c.indicator.value} ${c.value} ${c.subject.value} ${c.stage.value}`)

test('what came so far is a result of the office, whoever signed last', () => {
  const signed = '울산시는 2일 ㈜가람케미칼과 90억 원을 투자하는 협약을 체결했다. '
  expect(read(`${signed}이번 체결로 시가 유치한 외국기업은 7곳으로 늘었으며, 이들의 투자액은 총 1억 달러다.`).slice(1)).toEqual([
    'firms 7 울산시 result',
    'investment 100000000 울산시 result',
  ])
  expect(read(`${signed}시가 지난해 이끌어낸 투자는 37개 기업, 4조 원 규모다.`).slice(1)).toEqual([
    'firms 37 울산시 result',
    'investment 4000000000000 울산시 result',
  ])
  expect(read(`${signed}시가 올해 유치한 기업은 내년까지 800억 원을 들여 공장을 지을 계획이다.`).at(-1)).toContain('mou')
})

test('what is counted among the achievements has come about', () => {
  expect(read('김 군수는 △100억 원 규모의 공모 선정 △54홀 규모의 공원 조성 등을 성과로 들었다.').map((line) => line.split(' ').at(-1))).toEqual([
    'result',
    'result',
  ])
})

test('a breakdown is of what the office counted, not of the firm told of last', () => {
  expect(
    read(
      '가람진해경제자유구역청이 올해 18일까지 유치한 외자는 1억 달러라고 22일 밝혔다. 18일 ㈜가람관광이 500만 달러를 투자하기로 했다. 분야별로는 첨단산업 10개 업체 4,930만 달러다.',
    ).at(-1),
  ).toContain('가람진해경제자유구역청')
})

test('who is named as the developer, or as the greatest of several, goes on', () => {
  expect(read('국토교통부는 산업단지계획을 승인했다고 27일 밝혔다. 사업시행자는 한국토지주택공사(LH)다. 산단 넓이는 164만㎡다.')).toEqual([
    'area 1640000 한국토지주택공사 plan',
  ])
  expect(read('구미시가 2일 기업 3개사와 투자 양해각서에 서명했다. 가장 큰 것은 ㈜가람에너지의 발전소다. 300억 원을 들여 스팀을 댄다.').at(-1)).toBe(
    'investment 30000000000 ㈜가람에너지 mou',
  )
})

test('of those that act together the first is meant, with no count between', () => {
  expect(read('㈜가람가스, ㈜나래전기 등이 회사를 세워 약 300억 원을 투입, 39MW 규모로 발전소를 짓는다.').map((line) => line.split(' ')[2])).toEqual([
    '㈜가람가스',
    '㈜가람가스',
  ])
})

test('all the jobs of an agreement of several are told by the office', () => {
  expect(
    read('나주시는 ㈜가람, ㈜나래 등 6개 기업과 700억 원 규모의 투자협약을 맺었다고 11일 밝혔다. 신규 일자리는 271명으로 기대된다.').at(-1),
  ).toBe('jobs 271 나주시 mou')
})

import { expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'

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
      '가람진해경제자유구역청이 올해 18일까지 유치한 외자는 1억 달러라고 22일 밝혔다. 18일 ㈜가람관광이 500만 달러를 투자하기로 했다. 분야별로는 바이오 7개 업체 3,120만 달러다.',
    ).at(-1),
  ).toContain('가람진해경제자유구역청')
})

test('who is named as the developer, or as the greatest of several, goes on', () => {
  expect(read('국토교통부는 산단 계획을 8일 승인했다. 사업시행자는 한국토지주택공사(LH)다. 산단 넓이는 152만㎡다.')).toEqual([
    'area 1520000 한국토지주택공사 plan',
  ])
  expect(read('구미시가 2일 기업 4개사와 투자협약서에 서명했다. 가장 큰 것은 ㈜가람에너지의 발전소다. 300억 원을 들여 스팀을 댄다.').at(-1)).toBe(
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

test('a promise told beside what came of it leaves the results results', () => {
  expect(
    read(
      '경기도가 2022년 7월부터 올해 1월까지 61조 원의 투자를 유치했다고 2일 밝혔다. 지사는 임기 안에 90조 원을 유치하겠다는 목표를 내걸었다. 내역을 보면 국내외 기업의 투자가 18조 원이다.',
    ).map((line) => line.split(' ').at(-1)),
  ).toEqual(['result', 'pledge', 'result'])
  expect(read('가람구역에서 1월 말까지 신고된 누적 금액은 7억 달러로 연간 목표치 6억 달러보다 많다.')[0]).toContain('result')
})

test('who hires in a park is not its developer; of a ministry that brings firms the sums are the ministry’s', () => {
  expect(
    read('㈜가람밸리는 양성면 76만㎡에 323억 원을 들여 단지를 짓는다. 단지가 문을 열면 일자리 337명이 생긴다고 경기도는 내다봤다.').at(-1),
  ).not.toContain('㈜가람밸리')
  expect(
    read('산업통상자원부는 9일 기업 10개사와 투자협약 체결식을 가졌다. 이들은 2027년까지 총 580억 원을 투자한다. 부산시는 공장 터를 빌려준다.').slice(
      0,
      2,
    ),
  ).toEqual(['firms 10 산업통상자원부 mou', 'investment 58000000000 산업통상자원부 mou'])
})

test('what is signed by a bare verb is signed; a firm whose name ends so breaks no ground', () => {
  expect(read('청주시는 21일 ㈜가람플러스와 투자협약했다. ㈜가람플러스는 2026년까지 1천억 원을 투자해 공장을 지을 계획이다.')).toEqual([
    'investment 100000000000 ㈜가람플러스 mou',
  ])
  expect(read('충주시, 가람기공 등 4곳과 540억원 투자협약').map((line) => line.split(' ').at(-1))).not.toContain('construction')
})

test('from when it is meant to make is when it has to be there', () => {
  const [first] = readDocument('㈜가람풍력은 20만㎡ 규모 공장을 지어 2027년부터 터빈을 연간 150대 생산하는 게 목표다.', {
    published: '2024-06-19',
  }).commitments
  expect(first!.due.value).toBe('2027')
})

import { expect, it } from 'vitest'
import { readDocument } from '../../read-document.ts'

const read = (text: string, published = '2019-04-25'): string[] =>
  readDocument(text, { published }).commitments.map(
    ({ indicator, value, subject, due, stage, place }) =>
      `${indicator.value} ${value >= 1e7 ? `${value / 1e8}억` : value} ${subject.value ?? '-'} ${JSON.stringify(due.value)} ${stage.value} @${place.value ?? '-'}`,
  )

it('the seat of a firm is not where it invests', () => {
  expect(read('베어링을 만드는 ㈜가람정밀은 본사가 일본 도쿄에 있으며, 1600억원을 투자하기로 충남도와 협약했다.')[0]).not.toContain('도쿄')
})

it('who gave the land does not build on it', () => {
  expect(
    read('㈜가람정밀이 새 연구소의 준공식을 치르고 업무를 시작했다. 새 건물은 부산시가 내놓은 땅 24,319㎡에 지하 2층·지상 4층으로 지어졌다.')[0],
  ).toMatch(/^area 24319 ㈜가람정밀 .* operation /)
})

it('what was counted up to a month is of the year that is over', () => {
  expect(
    read(
      '인천경제자유구역청은 2025년 한 해 외국인직접투자 신고액이 6억 달러로 집계됐다고 밝혔다. 9월까지의 누계는 5억 달러로 목표의 92.3%였다.',
      '2026-01-08',
    )[1],
  ).toContain('"2025-09" result')
})

it('for how many a quarter is laid out', () => {
  expect(
    read('강릉시는 주거용지 47만㎡에 2천286호를 앉힌다. 계획인구는 6천170여 명이다.').map((line) => line.split(' ').slice(0, 2).join(' ')),
  ).toEqual(['area 470000', 'other 2286', 'other 6170'])
})

it('what an office attracted over a year lies in its area, not in the park of one of the firms', () => {
  const found = read(
    '부산진해경제자유구역청은 지난해 외국인투자 4억 달러가 신고됐다고 밝혔다. 부산과학산업단지에 있는 가람케이블의 증액이 컸다. 지난해까지 쌓인 신고액은 51억 달러다.',
    '2026-01-14',
  )
  expect(found.every((line) => line.endsWith('@부산진해경제자유구역'))).toBe(true)
  expect(found).toHaveLength(2)
})

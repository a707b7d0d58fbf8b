import { describe, expect, it } from 'vitest'
import { readDocument } from '../../read-document.ts'

const read = (text: string): string[] =>
  readDocument(text, { published: '2025-09-10' }).commitments.map(
    ({ indicator, value, unit, subject, due, stage }) =>
      `${indicator.value} ${value >= 1e7 ? `${value / 1e8}억` : value} ${unit} ${subject.value ?? '-'} ${JSON.stringify(due.value)} ${stage.value}`,
  )

describe('items of a list that a firm heads', () => {
  it('a sentence of nothing but amounts is the firm’s investment and jobs', () => {
    expect(
      read(
        '산업통상자원부는 외국인투자지역을 지정했다. 계획이 실현되면 6천억원이 투자된다.\n□ 개별형\n▲ 가람베르살리스: 이탈리아 회사와의 합작사로 고무를 만든다. 5429억원(외국인투자 1억달러), 156명\n▲ 나래옵티칼: 필름 업체다. 633억원(5000만달러), 35명',
      ).slice(-6),
    ).toEqual([
      'investment 5429억 KRW 가람베르살리스 null plan',
      'investment 1억 USD 가람베르살리스 null plan',
      'jobs 156 persons 가람베르살리스 null plan',
      'investment 633억 KRW 나래옵티칼 null plan',
      'investment 0.5억 USD 나래옵티칼 null plan',
      'jobs 35 persons 나래옵티칼 null plan',
    ])
  })
})

describe('how far each of several is', () => {
  it('firms that signed, work and build are told apart', () => {
    expect(
      read('강릉시 유치계획\n○ 계약한 업체는 68개사로, 가동 28개사, 건축 중 8개사, 행정절차 중 32개사임').map((line) => line.split(' ').at(-1)),
    ).toEqual(['contract', 'operation', 'construction', 'contract'])
  })
  it('notes under a heading of aims are aims', () => {
    expect(read('강릉시 유치계획\n□ 목표\n○ 연말까지 기업 30개사를 유치하고 분양률 70%를 달성함')[0]).toBe('firms 30 firms 강릉시 "2025-12" plan')
  })
  it('land that is sold is no promise', () => {
    expect(read('강릉시 유치계획\n○ 강릉산단 전체 106만8천㎡ 가운데 54만8천㎡ 분양(51.33%)')).toEqual([])
  })
})

it('what production brings is told with its verb at the end', () => {
  expect(read('국토교통부는 부품 업체가 들어차면 생산 51조1000억원, 고용 23만명이 유발된다고 밝혔다.').map((line) => line.split(' ')[0])).toEqual([
    'production_inducement',
    'employment_inducement',
  ])
})

it('a side that took a part of an investment invested it', () => {
  expect(
    read('강릉시가 지난해 유치한 투자는 7천455억원으로, 물류 쪽이 3천102억원을 차지했다.').map((line) => line.split(' ').slice(0, 2).join(' ')),
  ).toEqual(['investment 7455억', 'investment 3102억'])
})

import { describe, expect, it } from 'vitest'
import { readDocument } from '../../read-document.ts'

const read = (text: string, published = '2025-12-22'): string[] =>
  readDocument(text, { published }).commitments.map(
    ({ indicator, value, subject, due, stage, place }) =>
      `${indicator.value} ${value >= 1e7 ? `${value / 1e8}억` : value} ${subject.value ?? '-'} ${JSON.stringify(due.value)} ${stage.value} @${place.value ?? '-'}`,
  )

describe('interviews (문답)', () => {
  const text = `[연말 인터뷰] 황가람 울산테크노파크 원장
2025-12-22
Q. 올해 성적표를 말씀해 주시죠.
A. 새로 뽑은 직원은 1,312명입니다.
Q. 눈에 띄는 회사가 있다면요.
A. 나래이엠㈜은 매곡산단 4,950㎡에서 60억 원짜리 공장을 짓고 있습니다.
Q. 내년 계획을 들려주십시오.
A. 고용은 1,500명 이상, 수출은 2억 5천만 달러가 목표입니다. 사업비는 690억 원을 짰습니다.`
  it('a question turns back to the one who answers, and its year is that of the answer', () => {
    expect(read(text)).toEqual([
      'jobs 1312 울산테크노파크 "2025" result @울산',
      'area 4950 나래이엠㈜ null construction @매곡산단',
      'investment 60억 나래이엠㈜ null construction @매곡산단',
      'jobs 1500 울산테크노파크 "2026" plan @울산',
      'exports 2.5억 울산테크노파크 "2026" plan @울산',
      'budget 690억 울산테크노파크 "2026" plan @울산',
    ])
  })
})

describe('tables and notes of works', () => {
  it('in the table of a ministry the city of the row does it, by the day of the total told before', () => {
    expect(
      read(
        `국토교통부는 도시 조성사업 대상지로 순천시, 안동시를 골랐다고 24일 밝혔다.
두 도시에는 2026년부터 2028년까지 모두 320억 원이 들어간다.
도시별 사업비(억원)와 대상 면적(천㎡)
구분 계 국비 시비 면적
계 320 160 160 3,950
순천시 160 80 80 2,100
안동시 160 80 80 1,850`,
        '2025-09-24',
      ).slice(-8, -4),
    ).toEqual([
      'budget 160억 순천시 "2028" plan @순천시',
      'budget 80억 순천시 "2028" plan @순천시',
      'budget 80억 순천시 "2028" plan @순천시',
      'area 2100000 순천시 null plan @순천시',
    ])
  })

  it('a note below a table is in its unit', () => {
    expect(
      read(
        '강릉시 시행계획\n\n4. 소요예산(단위: 백만 원)\n구분 2025년 2026년\n합계 9,640 12,780\n양육 5,210 6,930\n※ 2026년 재원: 국비 3,120, 도비 2,060, 시비 7,600',
        '2026-01-30',
      ).slice(-3),
    ).toEqual(['budget 31.2억 강릉시 "2026" plan @강릉시', 'budget 20.6억 강릉시 "2026" plan @강릉시', 'budget 76억 강릉시 "2026" plan @강릉시'])
  })

  it('in notes, works that began on a day that is past are under way', () => {
    const note = (begin: string) =>
      read(`강릉시 시행계획\n○ (조리원) 사업비 78억 원(도비 35억 원, 시비 43억 원), ${begin} 착공 - 2026. 11. 개원 예정`, '2026-01-30')
    expect(note('2025. 9.')).toEqual([
      'budget 78억 강릉시 "2026-11" construction @강릉시',
      'budget 35억 강릉시 "2026-11" construction @강릉시',
      'budget 43억 강릉시 "2026-11" construction @강릉시',
    ])
    expect(note('2026. 3.').every((line) => line.includes(' plan '))).toBe(true)
  })
})

describe('plants of several firms', () => {
  it('share the day on which they open, and their sum is told by the office that spoke', () => {
    const found = read(
      '정부가 대전, 경북 안동을 특화단지로 지정했다. 경북도는 28일 첫 기업들을 공개했다. ㈜가람백신은 안동 국가산단 3만3,000㎡에 420억원을 들여 110명을, 나래셀㈜은 포항 펜타시티 1만2,500㎡에 260억원을 들여 75명을 고용하기로 하고 각각 도와 투자양해각서에 서명했다. 두 공장은 2027년에 잇따라 문을 연다. 둘을 합친 땅은 4만5,500㎡다.',
      '2024-06-28',
    )
    expect(found.slice(0, 6).every((line) => line.includes('"2027" mou'))).toBe(true)
    expect(found.at(-1)).toContain('area 45500 경상북도')
  })
})

import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'

const read = (text: string): string[] =>
  readDocument(text, { published: '2026-03-02' }).commitments.map(
    ({ indicator, value, subject, due, stage, partOf }) =>
      `${indicator.value} ${value / 1e8} ${subject.value ?? '-'} ${JSON.stringify(due.value)} ${stage.value} ${partOf?.value ?? '-'}`,
  )

describe('money that a plan divides over years (연도별 투자계획)', () => {
  it('each year beside the total is spent then, and rows and columns add up by their labels', () => {
    const text =
      '2026년 업무계획 — 강릉시 미래산업국\n\n○ 투자계획 (단위: 백만 원)\n구분 계 2026년 2027년 이후\n합계 45,600 9,800 35,800\n센터 건립 29,800 5,000 24,800\n장비 구축 15,800 4,800 11,000'
    expect(read(text)).toEqual([
      'budget 456 강릉시 null plan -',
      'budget 98 강릉시 "2026" plan 0',
      'budget 358 강릉시 null plan 0',
      'budget 298 강릉시 null plan 0',
      'budget 50 강릉시 "2026" plan 3',
      'budget 248 강릉시 null plan 3',
      'budget 158 강릉시 null plan 0',
      'budget 48 강릉시 "2026" plan 6',
      'budget 110 강릉시 null plan 6',
    ])
  })

  it('alike amounts of two cells are two, and the total is due with the last year', () => {
    const text =
      '강릉시 수소산업 육성계획\n\n□ 연도별 재원 투자계획(억원)\n구분\t계\t2026\t2027\n계\t300\t100\t200\n국비\t150\t50\t100\n시비\t150\t50\t100'
    expect(read(text).map((line) => line.replace('강릉시 ', ''))).toEqual([
      'budget 300 "2027" plan -',
      'budget 100 "2026" plan 0',
      'budget 200 "2027" plan 0',
      'budget 150 "2027" plan 0',
      'budget 50 "2026" plan 3',
      'budget 100 "2027" plan 3',
      'budget 150 "2027" plan 0',
      'budget 50 "2026" plan 6',
      'budget 100 "2027" plan 6',
    ])
  })

  it('of two years without a total the later is planned', () => {
    expect(
      read('강릉시 인구정책 시행계획\n\n4. 소요예산(단위: 백만 원)\n구분 2025년 2026년\n합계 9,640 12,780\n양육 5,210 6,930\n정착 4,430 5,850'),
    ).toEqual(['budget 127.8 강릉시 "2026" plan -', 'budget 69.3 강릉시 "2026" plan 0', 'budget 58.5 강릉시 "2026" plan 0'])
  })

  it('under what one firm has signed, the years are the firm’s', () => {
    const text =
      '㈜가람소재는 18일 강릉시와 투자협약을 맺었다. 2028년까지 600억원을 강릉과학산단에 넣는다.\n\n연도별 투자계획 (단위: 억원, 명)\n구분 계 2027 2028\n투자 600 200 400\n고용 120 40 80'
    expect(read(text).filter((line) => line.startsWith('investment'))).toEqual([
      'investment 600 ㈜가람소재 "2028" mou -',
      'investment 200 ㈜가람소재 "2027" mou 0',
      'investment 400 ㈜가람소재 "2028" mou 0',
    ])
  })
})

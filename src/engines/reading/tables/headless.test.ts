import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'

const read = (text: string): string[] =>
  readDocument(text).commitments.map(
    ({ indicator, value, subject, place, stage }) =>
      `${indicator.value} ${value >= 1e7 ? `${value / 1e8}억` : value} ${subject.value ?? '-'} @${place.value ?? '-'} ${stage.value}`,
  )

describe('rows without a line of heads (머리줄 없는 표)', () => {
  it('take the units of the line above them in turn, divided by strokes', () => {
    expect(
      read(
        '강릉시 투자협약 체결 현황 (단위: 억원, 명)\n 1. 가람중공업 / 새솔국가산단 / 3,300 / 300 / 5월\n 2. 나래전자 / 한들산단 / 650 / 40 / 6월\n 계 / 3,950 / 340',
      ),
    ).toEqual([
      'investment 3300억 가람중공업 @새솔국가산단 mou',
      'jobs 300 가람중공업 @새솔국가산단 mou',
      'investment 650억 나래전자 @한들산단 mou',
      'jobs 40 나래전자 @한들산단 mou',
      'investment 3950억 강릉시 @강릉시 mou',
      'jobs 340 강릉시 @강릉시 mou',
    ])
  })

  it('or by bars, with empty cells in the total', () => {
    expect(
      read(
        '2024년 투자협약 현황\n(단위: 억원, ㎡)\n가람소재 | 새솔산단 | 1,200 | 33,000\n나래에너지 | 한들산단 | 3,400 | 82,640\n계 | | 4,600 | 115,640',
      ),
    ).toEqual([
      'investment 1200억 가람소재 @새솔산단 mou',
      'area 33000 가람소재 @새솔산단 mou',
      'investment 3400억 나래에너지 @한들산단 mou',
      'area 82640 나래에너지 @한들산단 mou',
      'investment 4600억 - @- mou',
      'area 115640 - @- mou',
    ])
  })

  it('are none where nothing says what the money is, or the figures are more than the units', () => {
    for (const text of [
      '(단위: 억원, 명)\n가람소재 / 새솔산단 / 1,200 / 30\n나래에너지 / 한들산단 / 3,400 / 20',
      '투자협약 현황 (단위: 억원)\n가람소재 / 새솔산단 / 1,200 / 30\n나래에너지 / 한들산단 / 3,400 / 20',
    ])
      expect(readDocument(text).commitments).toEqual([])
  })
})

describe('what a row and its table say besides', () => {
  it('a last cell with the month and the step is how far it is, and by when; the total is told by the office of the title', () => {
    const text =
      "강릉시 투자유치 실적\n연번\t기업명\t위치\t투자액(억원)\t비고\n1\t㈜가람\t새솔산단\t450\t'24.3 준공\n2\t㈜나래\t한들산단\t500\t'23.9 가동\n3\t㈜다온\t한들산단\t120\tMOU\n합계\t3개사\t\t1,070\t"
    expect(readDocument(text).commitments.map((c) => `${c.indicator.value} ${c.value} ${c.subject.value} ${c.stage.value} ${c.due.value}`)).toEqual([
      'investment 45000000000 ㈜가람 operation 2024-03',
      'investment 50000000000 ㈜나래 operation 2023-09',
      'investment 12000000000 ㈜다온 mou null',
      'firms 3 강릉시 result null',
      'investment 107000000000 강릉시 result null',
    ])
  })

  it('private money in the brackets of a total is investment', () => {
    expect(read('□ 사업개요\n ○ 총사업비: 1,230억원 (국비 420, 시비 210, 민자 600)').map((l) => l.split(' ').slice(0, 2).join(' '))).toEqual([
      'budget 1230억',
      'budget 420억',
      'budget 210억',
      'investment 600억',
    ])
  })
})

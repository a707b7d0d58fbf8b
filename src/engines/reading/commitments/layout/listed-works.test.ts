import { describe, expect, it } from 'vitest'
import { readDocument } from '../../read-document.ts'

const rows = (text: string): string[] =>
  readDocument(text).commitments.map((c) => `${c.value / 1e8} ${c.subject.value} ${JSON.stringify(c.due.value)} ${c.place.value}`)

describe("a bureau's plan of work", () => {
  const PLAN = [
    '미래산업국 2031년 주요업무계획',
    '산업의 판을 바꿔 울산의 미래를 이끕니다',
    '🚀 혁신클러스터',
    '- 2029년부터 2033년까지 총 240억원(국비 160억, 시비 80억)을 투입합니다!',
    '- 협업 플랫폼 구축에 45.5억원 투입!',
    '- 스마트공장 보급을 310억원 규모로 늘립니다',
    '- 소재센터 건립에 120억원 투입!',
  ]

  it('is the acting of the bureau, in the area it speaks of, and the day of one line is its own', () => {
    expect(rows(PLAN.join('\n'))).toEqual([
      '240 미래산업국 "2033" 울산',
      '160 미래산업국 "2033" 울산',
      '80 미래산업국 "2033" 울산',
      '45.5 미래산업국 null 울산',
      '310 미래산업국 null 울산',
      '120 미래산업국 null 울산',
    ])
  })

  it('leaves the matter to the government where one is named', () => {
    const text = '기획실 2031년 주요업무계획\n울산시가 2031년 예산 4조 2,000억원을 편성했습니다.'
    expect(rows(text)[0]).toContain('울산시')
  })
})

describe('an address on a line of its own', () => {
  it('holds for the size that stands beside it, and no further', () => {
    const text =
      '솔숲동 재생 현황\n위치\n가람역 7번 출구 일대 (22,208㎡)\n추진사항\n· 2029.08.20. : 공모 선정\n위치\n나루동 전역 (면적: 93,219㎡)\n추진사항\n· 2029.11.18. : 용역 발주'
    expect(readDocument(text).commitments.map((c) => [c.value, c.place.value])).toEqual([
      [22208, '가람역 7번 출구 일대'],
      [93219, '나루동'],
    ])
  })
})

import { describe, expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'

const told = (text: string): unknown[] => readDocument(text).commitments.map((c) => [c.indicator.value, c.value, c.due.value, c.stage.value])

describe('lists of promises', () => {
  const CHANGED =
    '2023. 12. 31. 기준\n공약 변경 현황\n관리번호\n공약명\n변경 내용\n변경 사유\n1-3\n청년 일자리 창출\n2026. 6.까지 일자리 창출 500명 → 420명\n공모사업 삭감\n1-5\n옛 청사 부지 복합타운 건립\n사업비 변경(610억원 → 540억원)\n사업기간 변경(2020년~2025년 → 2021년~2026년)\n사업비 감소'

  test('what a promise was before it was changed was promised as well', () => {
    expect(told(CHANGED)).toEqual([
      ['jobs', 500, '2026-06', 'pledge'],
      ['jobs', 420, '2026-06', 'pledge'],
      ['budget', 61000000000, '2025', 'pledge'],
      ['budget', 54000000000, '2026', 'pledge'],
    ])
  })

  test('elsewhere only the second of two is told', () => {
    const text = '사업 변경 내역\n추진부서\n변경 내용\n변경 사유\n복합타운 건립\n사업비 변경(610억원 → 540억원)\n사업비 감소'
    expect(told(text).map((c) => (c as unknown[])[1])).toEqual([54000000000])
  })

  test('a text that reports promises in sentences says its own stages', () => {
    const text =
      '시장 공약 이행 점검\n한들시는 총사업비 300억원을 들인 체육관을 지난 5월 완공했다. 가람산단 조성은 2027년까지 900억원을 들여 추진한다. 나머지는 내년에 시작한다. 시는 이를 점검했다.'
    expect(told(text).map((c) => (c as unknown[])[3])).not.toContain('pledge')
  })
})

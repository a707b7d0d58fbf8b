import { describe, expect, it } from 'vitest'
import { readDocument } from '../../read-document.ts'

const read = (text: string): string[] =>
  readDocument(text, { published: '2026-01-15' }).commitments.map(
    ({ indicator, value, due, stage }) => `${indicator.value} ${value} ${JSON.stringify(due.value)} ${stage.value}`,
  )

describe('lists of aims (목표)', () => {
  it('the heading gives the year of each line, and the figure behind the arrow is aimed at', () => {
    expect(
      read(
        '강릉시 부품산업 전환 계획\n\n○ 목표 (2025년 → 2030년)\n - 미래차 전환기업: 23개사 → 80개사\n - 부품업 종사자: 6,200명 → 7,500명\n - 부품 수출액: 3억 1천만 달러 → 5억 달러',
      ),
    ).toEqual(['firms 80 "2030" plan', 'jobs 7500 "2030" plan', 'exports 500000000 "2030" plan'])
  })

  it('the next heading closes it', () => {
    const text = '강릉시 부품산업 전환 계획\n\n□ 목표(2030)\n - 수출액: 3억 달러 → 5억 달러\n□ 세부 과제\n - 센터 부지 8,250㎡ 확보 검토'
    expect(read(text)).toEqual(['exports 500000000 "2030" plan', 'area 8250 null plan'])
  })
})

describe('notes of plans (개조식)', () => {
  it('what fell out of the plan is cancelled, and is another than a like amount of the table', () => {
    expect(
      read(
        '강릉시 교통계획\n\n○ 투자계획 (단위: 백만 원)\n구분 계 2026년 2027년\n장비 구축 12,000 3,600 8,400\n차고 정비 3,000 1,000 2,000\n\n※ 작년 계획에 넣었던 수소버스 차고지(120억 원)는 국비를 받지 못해 제외함',
      ).filter((line) => line.includes('12000000000')),
    ).toEqual(['budget 12000000000 "2027" plan', 'budget 12000000000 null cancelled'])
  })

  it('what each trainee gets does not make the training a result; changes of the whole country are no promise', () => {
    expect(
      read('강릉시 인력계획\n - 현장 기술인력 200명 양성 ※ 교육생 1인당 월 30만 원, 최장 12개월 지급').map((line) => line.split(' ').at(-1)),
    ).toEqual(['plan'])
    expect(read('강릉시 인력계획\n - 전국 제조업 취업자는 2024년 6천 명 감소 ※ 통계청')).toEqual([])
  })

  it('kinds of equipment that are put up are counted', () => {
    expect(read('강릉시 장비계획\n 2. 시험평가 장비 36종 구축: 2028년 완료')).toEqual(['other 36 "2028" plan'])
  })
})

describe('a budget of the coming year', () => {
  it('what goes into the bill is due in its year', () => {
    expect(
      read(
        '강릉시가 2027년에 전략산업 사업을 펼치기로 하고 국비와 시비를 합친 624억 6천만원을 예산안에 담는다. 연구동이 내년 3월 준공을 앞둬 건축비가 줄었다.',
      )[0],
    ).toBe('budget 62460000000 "2027" plan')
  })
})

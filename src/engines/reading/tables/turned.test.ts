import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'

const rows = (text: string): string[] =>
  readDocument(text).commitments.map(
    (c) => `${c.indicator.value} ${c.value} ${c.subject.value} ${JSON.stringify(c.due.value)} ${c.place.value} ${c.partOf?.value ?? '-'}`,
  )

describe('a table on its side', () => {
  const CELLS = [
    '가람밸리 조성사업',
    '위치',
    '나주시 다시면 일원',
    '사업기간',
    '2021년 ~ 2027년',
    '구분',
    '1단계',
    '2단계',
    '비고',
    '사업시행자',
    '솔숲도시공사',
    '노을개발㈜(공사 30%, 민간 70%)',
    '특수목적법인',
    '사업면적',
    '412,000㎡',
    '588,000㎡',
    '총 1,000,000㎡',
    '사업기간',
    '2021. 03 ~ 2025. 06',
    '2021. 03 ~ 2027. 12',
    '사업비',
    '1,200억 원',
    '약 2,300억 원',
    '총 3,500억 원',
  ]

  it('gives each column what its rows say, one cell a line', () => {
    expect(rows(CELLS.join('\n'))).toEqual([
      'area 412000 솔숲도시공사 "2025-06" 나주시 다시면 2',
      'area 588000 노을개발㈜ "2027-12" 나주시 다시면 2',
      'area 1000000 솔숲도시공사 "2027-12" 나주시 다시면 -',
      'budget 120000000000 솔숲도시공사 "2025-06" 나주시 다시면 5',
      'budget 230000000000 노을개발㈜ "2027-12" 나주시 다시면 5',
      'budget 350000000000 솔숲도시공사 "2027-12" 나주시 다시면 -',
    ])
  })

  it('takes the changed state alone', () => {
    const text = '구분 | 당초 | 변경\n면적 | 120,000㎡ | 135,000㎡\n사업비 | 300억원 | 420억원\n사업기간 | 2020~2024 | 2020~2026'
    expect(rows(text)).toEqual(['area 135000 null "2026" null -', 'budget 42000000000 null "2026" null -'])
  })

  it('reads the figures of areas that stand over one row', () => {
    const text = '지역별 수요\n시․도 |\n인천 |\n울산 |\n면적(천㎡) |\n411 |\n203 |'
    expect(readDocument(text).commitments.map((c) => [c.value, c.place.value])).toEqual([
      [411000, '인천'],
      [203000, '울산'],
    ])
  })

  it('leaves a table of years to others', () => {
    const text = '구분\n2024\n2025\n면적(㎡)\n1,000\n2,000\n사업비(억원)\n30\n40'
    expect(readDocument(text).commitments.every((c) => c.due.value !== '2020')).toBe(true)
  })
})

describe('a page about several projects', () => {
  const PAGE = [
    '도시개발사업',
    '○ 가람지구',
    '- 위 치 : 나주시 가람, 나루, 솔숲동 일원',
    '- 사업면적 : 540,000㎡',
    '- 사업기간 : 2006. 2. ~ 2010. 12.',
    '- 시행자 : 나주시장',
    '추진경과',
    '- 2006. 5. : 실시계획 고시',
    '- 2007. 3. : 조성공사 착공',
    '○ 노을지구',
    '- 위 치 : 나주시 노을동 일원',
    '- 사업비 : 450억원',
    '- 사업기간 : 2008. 3. ~ 2012. 3.',
    '- 시행자 : 노을지구 도시개발사업조합외 2개사',
    '추진경과',
    '- 2005. 3. : 조합설립인가',
    '- 2005. 12. : 실시계획인가',
  ]
  const told = (text: string): string[] =>
    readDocument(text).commitments.map((c) => `${c.subject.value} ${c.due.value} ${c.place.value} ${c.stage.value}`)
  const expected = ['나주시 2010-12 나주시 가람, 나루, 솔숲동 construction', '노을지구 도시개발사업조합 2012-03 나주시 노을동 plan']

  it('reads the history of each', () => {
    expect(told(PAGE.join('\n'))).toEqual(expected)
  })

  it('reads lists that have lost their line ends', () => {
    const text = PAGE.join('\n').replace(/\n- /g, ' - ')
    expect(told(text)).toEqual(expected)
  })
})

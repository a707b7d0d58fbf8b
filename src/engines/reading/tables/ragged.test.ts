import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

const areas = (text: string): unknown[] =>
  readDocument(text)
    .mentions.filter((m) => m.kind === 'area')
    .map((m) => [m.text, m.value])
const shares = (text: string): unknown[] =>
  readDocument(text)
    .mentions.filter((m) => m.kind === 'percent')
    .map((m) => m.value)

describe('tables whose merged cells leave ragged rows', () => {
  const LAND =
    '구 분\n면적(㎡)\n구성비(%)\n총 계\n812,400.0\n100.00\n산업용지\n500,100.0\n61.56\n공공용지\n소 계\n312,300.0\n38.44\n도로\n200,000.0\n24.62\n공원\n112,300.0\n13.82\n'

  test('a label before a label takes no column', () => {
    expect(areas(LAND)).toEqual([
      ['812,400.0', 812400],
      ['500,100.0', 500100],
      ['312,300.0', 312300],
      ['200,000.0', 200000],
      ['112,300.0', 112300],
    ])
    expect(shares(LAND)).toEqual([1, 0.6156, 0.3844, 0.2462, 0.1382])
  })

  test('codes before the names of rows are no amounts', () => {
    const text =
      '표준산업분류\n유치업종\n면적(㎡)\n구성비(%)\n총 계\n-\n90,000.0\n100.00\n21\n의약품제조업\n30,000.0\n33.33\n22\n고무제품제조업\n25\n금속가공제품제조업\n60,000.0\n66.67\n문의 : 한들산업개발(주)'
    expect(areas(text).map((a) => (a as [string, number])[1])).toEqual([90000, 30000, 60000])
    expect(shares(text)).toEqual([1, 0.3333, 0.6667])
  })

  test('the last unit of a head is over the parts below it', () => {
    const text = '구분\n구성비(%)\n면적(㎡)\n합계\n1-1공구\n1-2공구\n총 계\n100.0\n700,000.5\n400,000.5\n300,000.0\n입지여건\n고속도로 인접'
    expect(areas(text).map((a) => (a as [string, number])[1])).toEqual([700000.5, 400000.5, 300000])
  })

  test('numbers that stand under no unit are no areas', () => {
    expect(areas('구분\n전화\n번호\n기획팀\n120\n35\n개발팀\n121\n36')).toEqual([])
    expect(areas('구분\n면적(㎡)\n구성비(%)\n문의는 아래로 하시기 바랍니다.\n120\n35')).toEqual([])
  })

  test('land that two tables of a page print is counted once', () => {
    const page = `위 치 : 충남 한들시 샘골면 솔숲리 일원\n면 적 : 812,400.0㎡\n사업기간 : 2016년 ~ 2021년\n사업시행자 : 한들산업개발㈜[직접개발]\n토지이용계획\n${LAND}`
    const { commitments } = readDocument(page)
    expect(commitments.map((c) => c.value)).toEqual([812400, 500100, 312300, 200000, 112300])
    for (const c of commitments)
      expect([c.subject.value, c.place.value, c.due.value]).toEqual(['한들산업개발㈜', '충남 한들시 샘골면 솔숲리', '2021'])
  })

  test('remarks between the amount and its share belong to the row', () => {
    const text =
      '구분\n면적(㎡)\n규모 및 시설\n비율(%)\n합계\n90,000\n100\n주거시설\n40,000\n594 세대\n44.4\n상업시설\n20,000\n-\n22.2\n공원\n30,000\n근린공원 2개소\n어린이공원\n-'
    expect(areas(text).map((a) => (a as [string, number])[1])).toEqual([90000, 40000, 20000, 30000])
    expect(shares(text)).toEqual([1, 0.444, 0.222])
  })

  test('labels and bare numbers under one unit are in that unit, and prices are no promises', () => {
    const { mentions, commitments } = readDocument('주변 평당 분양가 비교 (단위: 만원)\n본 사업지\n180\n인근 산단\n340\n자세한 내용은 문의 바랍니다.')
    expect(mentions.filter((m) => m.kind === 'money').map((m) => m.value)).toEqual([1800000, 3400000])
    expect(commitments).toEqual([])
  })

  test('titles with their amounts on lines of their own list what works cost; what is lent is none', () => {
    const listed = '시장 종합 정비\n80억원\n상권 활성화\n주차관리 시스템\n50억원\n실시간 안내'
    expect(readDocument(listed).commitments.map((c) => [c.indicator.value, c.value])).toEqual([
      ['budget', 8000000000],
      ['budget', 5000000000],
    ])
    expect(readDocument(`융자한도\n${listed}`).commitments).toEqual([])
  })
})

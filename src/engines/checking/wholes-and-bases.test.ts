import { describe, expect, test } from 'vitest'
import { readDocument } from '#engines/reading/read-document'
import { checkReading } from './check-document.ts'
import type { RuleId } from './finding.ts'

const odd = (text: string, rule: RuleId) => checkReading(readDocument(text)).filter((one) => one.rule === rule && one.outcome === 'odd')

describe('a part above its whole', () => {
  test.each([
    '이번 채용 인원 80명 가운데 지역 인재는 120명이다.',
    '산단에 입주하기로 한 기업 24개사 중 31개사가 공장을 돌리고 있다.',
    '강누리군은 국비 등 총 260억원을 확보했다. 이 중 310억원은 산단 진입로에 쓴다.',
  ])('%s is odd though it is no claim', (text) => {
    expect(odd(text, 'part-above-whole')).toHaveLength(1)
  })
  test.each([
    '총사업비 230억원 가운데 국비는 당초 260억원을 요청했으나 130억원만 반영됐다.',
    '강누리군은 국비 260억원을 확보했다. 이 중 절반은 진입로에 쓰고, 군비 310억원을 더한다.',
    '지역 제조업체 430개사 가운데 대표 기업의 매출은 510억원이다.',
  ])('%s: what was asked for, or stands in another clause, is no part', (text) => {
    expect(odd(text, 'part-above-whole')).toEqual([])
  })
})

describe('the base of a percentage', () => {
  test.each([
    '올해 목표 1,200억원 대비 900억원을 집행해 집행률은 85%로 집계됐다.',
    '보조금은 투자액 240억원의 25%인 72억원이다.',
    '분양 대상 120필지 중 84필지가 팔렸고 분양률은 80%다.',
  ])('%s does not follow', (text) => {
    expect(odd(text, 'printed-percentage')).toHaveLength(1)
  })
  test.each([
    '보조금은 투자액 240억원의 25% 이내인 50억원이다.',
    '입주 기업 210개 중 152개가 수출을 하며, 고용률은 64.3%다.',
    '산단 분양은 120필지 중 84필지, 면적 기준으로는 76%가 팔렸다.',
    '응답자 640명 중 416명이 찬성해 지난 조사보다 12% 늘었다.',
  ])('%s: a rate of its own, another base or a growth is no share', (text) => {
    expect(odd(text, 'printed-percentage')).toEqual([])
  })
})

describe('a remainder', () => {
  test.each(['3개 기업 등과', '10여 개 기업과'])('%s: more firms than are counted leave nothing out', (firms) => {
    const text = `가온시는 ${firms} 1,000억원 규모의 협약을 맺었다. 이든소재가 400억원, 해솔정밀이 300억원을 투자한다.`
    expect(odd(text, 'remainder-without-sentence')).toEqual([])
  })
  test('an aim counts firms that are still to come, and what an office spends is none of theirs', () => {
    const aim =
      '강릉시는 ㈜가람, ㈜나래와 투자협약을 맺었다. ㈜가람은 400억원, ㈜나래는 300억원을 투자한다.\n○ 향후계획\n - 하반기 10개사 7,000억원 추가 유치\n강릉시는 내년에 54억 원을 들여 도로를 놓는다.'
    expect(odd(aim, 'remainder-without-sentence')).toEqual([])
  })
  test('amounts in another currency are held to their total like won', () => {
    const text = '도는 3개사에서 1억 2,000만달러의 외자를 유치했다. 쿠로메탈 4,500만달러, 벤트라 5,000만달러, 미카소재 3,500만달러를 각각 투자한다.'
    expect(odd(text, 'parts-of-total').map((one) => one.numbers[2]?.value)).toEqual(['10000000'])
  })
})

describe('units and amounts beyond what one place has', () => {
  test.each(['강누리시는 450,000MW급 풍력단지를 조성한다.', '한울시에는 중소기업 8,500만개사가 있다.'])(
    '%s is a slip though it is no claim',
    (text) => {
      expect(odd(text, 'unit')).toHaveLength(1)
    },
  )
  test.each(['세계 설비투자는 5,400조원에 이를 전망이다.', '국가 전체 자산은 2경 3,000조원이다.'])('%s is said of more than one place', (text) => {
    expect(odd(text, 'unit')).toEqual([])
  })
})

describe('periods', () => {
  test.each([
    '사업기간: 2027. 3. ~ 2025. 12.',
    '공사는 2027년 5월부터 2026년 12월까지 진행된다.',
    '사업 기간은 2026년 3월에서 2024년 8월까지다.',
    '공사기간: ’27.5월~’26.3월',
    '행사는 4월 28일부터 31일까지 열린다.',
    '축제는 6월 29~31일 열린다.',
    '신청: 2025.11.25.~11.31.',
    '’25. 2. 29. 개최',
  ])('%s cannot be', (text) => {
    expect(odd(text, 'impossible-date')).toHaveLength(1)
  })
  test.each([
    '동절기인 2025년 12월부터 2월까지 공사를 멈춘다.',
    '운영은 2025년 11월 20일부터 12월 5일까지다.',
    '축제는 7월 29~31일 열린다.',
    '신청: 2025.11.25.~11.30.',
    '’24. 2. 29. 개최',
  ])('%s can', (text) => {
    expect(odd(text, 'impossible-date')).toEqual([])
  })
})

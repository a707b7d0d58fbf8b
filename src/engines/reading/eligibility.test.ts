import { describe, expect, test } from 'vitest'
import { readDocument } from './read-document.ts'

const told = (text: string): unknown[] => readDocument(text).commitments.map((c) => [c.indicator.value, c.value, c.stage.value])

describe('who may apply', () => {
  test('what one must have is promised by nobody', () => {
    expect(told('한들시 청년 채용 지원\n○ 지원내용 : 미취업 청년을 채용한 관내 중소기업(5인 미만 고용)에 1인당 월 50만원 지원')).toEqual([])
    expect(told('신청 요건\n투자금액 20억원 이상, 신규 상시고용 15명 이상이어야 합니다.')).toEqual([])
    expect(told('한들시 공고\n○ 신청자격 : 매출액 50억원 이상, 상시근로자 20인 이상 중소기업')).toEqual([])
  })

  test('a bound that a firm sets itself stays a promise', () => {
    expect(told('한들정밀은 20억원을 투자하고 10명 이상을 고용해 부품을 만들 계획이다.')).toEqual([
      ['investment', 2000000000, 'plan'],
      ['jobs', 10, 'plan'],
    ])
  })

  test('what a programme hands out is its budget', () => {
    expect(told('한들시 공고\n○ 지원규모 : 총 500억원 이내\n○ 사업기간 : 2026. 1. ~ 2026. 12.')).toEqual([['budget', 50000000000, 'plan']])
  })

  test('banks of an agreement have signed nothing new', () => {
    expect(told('한들시 소상공인 자금지원\n운영기관 : 한들신용보증재단 및 협약은행 13개사\n보증규모 : 총 500억원')).toEqual([
      ['budget', 50000000000, 'plan'],
    ])
  })
})

describe('numbered items of a paper', () => {
  test('each item has its own sheet', () => {
    const text =
      '추진과제\n1. 부품 전환 지원\n○ (목표) 2030년까지 전환기업 100개사 육성\n○ (사업비) 총 1,250억원\n○ (위치) 한들시 샘골구 일원\n○ (추진상황) 계획 수립 중\n2. 수소 클러스터 조성\n○ (사업비) 820억원\n○ (위치) 한들시 솔숲동 일원\n○ (추진상황) 2025. 11. 착공'
    expect(readDocument(text).commitments.map((c) => [c.value, c.place.value, c.stage.value])).toEqual([
      [100, '한들시 샘골구', 'plan'],
      [125000000000, '한들시 샘골구', 'plan'],
      [82000000000, '한들시 솔숲동', 'construction'],
    ])
  })
})

describe('what each may get and what a unit costs', () => {
  test('prices, ceilings and thresholds of a sales notice are no promises', () => {
    const text =
      '공장용지 분양안내\n위치 : 경남 한들시 샘골면 가람리 일원\n총면적 : 1,253천㎡\n조성원가 : 112만원/3.3㎡\n조성기간 : 2019 ~ 2025\n사업비 : 3,120억원\n투자보조금 : 기업당 최대 50억원(투자금액 20억원 초과분의 10%)\n고용보조금 : 신규고용 20명 초과 1인당 월 60만원'
    expect(told(text)).toEqual([
      ['area', 1253000, 'plan'],
      ['budget', 312000000000, 'plan'],
    ])
  })

  test('a figure with its rank is a statistic', () => {
    expect(told('한들도는 산업의 중심입니다.\n수출 실적 875억불\n(국내2위)')).toEqual([])
  })

  test('lines of a list of promises take no place from one another', () => {
    const text = '분야별 공약 세부현황\n연번\n공약사업명\n1\n한들산단(50만㎡) 조기분양\n지역경제과\n2\n어르신 일자리 사업 확대(연3,000명)\n사회복지과'
    const last = readDocument(text).commitments.at(-1)
    expect([last?.value, last?.place.value]).toEqual([3000, null])
  })

  test('the amounts of a yearly budget are for its year', () => {
    const text = '2027년도 예산안 편성 방향\n주요 투자사업\n외곽순환도로 개설에 320억원을 편성한다.'
    expect(readDocument(text).commitments.map((c) => [c.value, c.due.value])).toEqual([[32000000000, '2027']])
  })
})

import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

const told = (text: string): unknown[] =>
  readDocument(text).commitments.map((c) => [c.indicator.value, c.value, c.subject.value, c.due.value, c.stage.value, c.place.value])

describe('records of a list without labels', () => {
  test('a name, an address and bare amounts are one project each', () => {
    const text =
      '일터를 만듭니다\n한들국제물류단지\n샘골구 한들동·가람동 일원\n120만 5천㎡\n4,024억 원\n솔숲도시첨단산업단지\n나래군 솔숲읍 들메리 일원\n60만 6천㎡\n1,545억 원'
    expect(told(text)).toEqual([
      ['area', 1205000, null, null, 'plan', '샘골구 한들동·가람동'],
      ['budget', 402400000000, null, null, 'plan', '샘골구 한들동·가람동'],
      ['area', 606000, null, null, 'plan', '나래군 솔숲읍 들메리'],
      ['budget', 154500000000, null, null, 'plan', '나래군 솔숲읍 들메리'],
    ])
  })

  test('a status beside the name says how far it is, and two days when it ran', () => {
    const text =
      '한들기술지원센터 건립 공사☞공사완료\n샘골구 가람동 1522-1\n2014-01-01\n2018-08-30\n지상 9층, 연면적 12,956㎡\n281억원\n솔숲시험인증센터 건립☞공사중\n샘골구 들메동 1529번지\n2015-07-01\n2019-04-30\n지하 1층, 연면적 약 2,897㎡\n74.8억원'
    expect(told(text)).toEqual([
      ['area', 12956, null, '2018-08-30', 'operation', '샘골구 가람동'],
      ['budget', 28100000000, null, '2018-08-30', 'operation', '샘골구 가람동'],
      ['area', 2897, null, '2019-04-30', 'construction', '샘골구 들메동'],
      ['budget', 7480000000, null, '2019-04-30', 'construction', '샘골구 들메동'],
    ])
  })

  test('who is named behind it acts, not the city of the address', () => {
    const text =
      '한들신화공원\n관광\n운영중\n샘골시 안들면 서당리\n가람개발 투자. 물놀이장과 호텔. 1,400실 규모.\n한들과학단지\n산업\n운영중\n샘골시 아람동\n첨단산업 집적단지. 기업 90여개 입주. 고용 2,300명+.\n솔숲관광단지\n관광\n추진중\n샘골시 오람동\n총 사업비 1.2조원 규모 관광단지.'
    expect(told(text)).toEqual([
      ['capacity', 1400, '가람개발', null, 'operation', '샘골시 안들면 서당리'],
      ['firms', 90, null, null, 'result', '샘골시 아람동'],
      ['jobs', 2300, null, null, 'result', '샘골시 아람동'],
      ['budget', 1200000000000, null, null, 'plan', '샘골시 오람동'],
    ])
  })

  test('one address, or one behind its label, makes no list', () => {
    const text = '한들산업 본사\n샘골시 가람동 12-3\n300억원\n회사는 내년에 이전한다.'
    expect(told(text).filter((c) => (c as string[])[0] === 'budget')).toEqual([])
  })

  test('a province with its city alone is an address, and amounts may share a line', () => {
    const text =
      '솔숲 연산센터\n전남 나주시\n사업\n약 1조 3천억 원 · 30MW\n자료를 보았습니다.\n가람 소재 국가산단\n경상남도 창원시\n사업\n총사업비 420억 원\n자료를 보았습니다.'
    expect(told(text)).toEqual([
      ['budget', 1300000000000, null, null, 'plan', '전남 나주시'],
      ['capacity', 30, null, null, 'plan', '전남 나주시'],
      ['budget', 42000000000, null, null, 'plan', '경상남도 창원시'],
    ])
  })

  test('what is done in haste is nobody, and people move in on a day', () => {
    const text =
      '가람 들녘\n경기도 여주시 솔숲동·나루동\n2031~2032년 순차 입주 목표\n약 68만㎡\n연내 조기 착공 추진.\n솔내 언덕\n경기도 이천시 가람동·노을동\n2033년 말 첫 입주 개시\n약 36만㎡\n공원을 넓힙니다.'
    expect(told(text)).toEqual([
      ['area', 680000, null, { from: '2031', to: '2032' }, 'plan', '경기도 여주시 솔숲동·나루동'],
      ['area', 360000, null, '2033-12', 'plan', '경기도 이천시 가람동·노을동'],
    ])
  })
})

import { describe, expect, test } from 'vitest'
import { partName, sortOf, thingName } from './thing-name.ts'

describe('the name of the thing in the words before a value', () => {
  test.each([
    ['이차전지 소재 공장', '이차전지 소재 공장'],
    ['뽑혀 해양바이오 실증센터', '해양바이오 실증센터'],
    ['같은 누리국가산단', '누리국가산단'],
    ['나래시는 수소 충전소', '수소 충전소'],
    ['청년창업 육성자금', '청년창업 육성자금'],
    ['도로 확장 사업', '도로 확장 사업'],
    ['동력 분야 시험센터', '동력 분야 시험센터'],
  ])('%s is called %s', (what, name) => {
    expect(thingName(what)).toBe(name)
  })
  test.each([
    '돈은',
    '오고 나머지',
    '깔고 지역인력',
    '늘려 달라',
    '거쳐',
    '지어',
    '누적으로',
    '면적',
    '규모',
    '일원',
    '신고액',
    '총사업비',
    '공장',
    '신규 공장',
    '같은 사업',
    '투자사업',
    '시군 산업단지',
    '농공단지',
    '개발완료(하역능력',
    '국비',
    '분야',
  ])('%s is no name', (what) => {
    expect(thingName(what)).toBeNull()
  })
  test('a mere sort is known as such', () => {
    expect(sortOf('신규 공장')).toBe('공장')
    expect(sortOf('이차전지 소재 공장')).toBeNull()
    expect(sortOf('분야')).toBeNull()
  })
  test('a part of a total keeps its own words', () => {
    expect(partName('뽑혀 국비')).toBe('국비')
    expect(partName('1단계')).toBe('1단계')
    expect(partName('청년 일자리')).toBe('청년 일자리')
    expect(partName('늘려')).toBeNull()
    expect(partName('')).toBeNull()
  })
})

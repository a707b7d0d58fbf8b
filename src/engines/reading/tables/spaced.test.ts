import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'

const read = (text: string): string[] =>
  readDocument(text).commitments.map(
    (c) => `${c.indicator.value} ${c.value} ${c.subject.value ?? '-'} ${c.place.value ?? '-'} ${c.due.value ?? '-'} ${c.stage.value}`,
  )

describe('columns one space apart', () => {
  it('keeps names, goods and amounts of several words in their columns, with their units in the cells', () => {
    expect(
      read(`가람도 투자협약(MOU) 현황

기업(업종) 들어설 곳 부지 투자액 고용 구분 기한
보람정밀 (자동차 부품) 예산일반산단 1만 9785㎡ 375억 원 80명 신설 ~2029년
㈜솔빛켐 (건축 내장재) 당진 석문산단 7690㎡ 1,256억 원 60명 이전 ~2030년
합계 2개 기업 2만 7475㎡ 1631억 원 140명`),
    ).toEqual([
      'area 19785 보람정밀 예산일반산단 2029 mou',
      'investment 37500000000 보람정밀 예산일반산단 2029 mou',
      'jobs 80 보람정밀 예산일반산단 2029 mou',
      'area 7690 ㈜솔빛켐 당진 석문산단 2030 mou',
      'investment 125600000000 ㈜솔빛켐 당진 석문산단 2030 mou',
      'jobs 60 ㈜솔빛켐 당진 석문산단 2030 mou',
      'firms 2 - - - mou',
      'area 27475 - - - mou',
      'investment 163100000000 - - - mou',
      'jobs 140 - - - mou',
    ])
  })

  it('tells one head of two words from two heads by what stands below them', () => {
    const one = read(`투자협약 체결 현황\n기업명 투자 지역 투자 규모(억원) 고용 인원(명)\n㈜가온소재 익산시 120 35\n나래테크 나주시 98 21`)
    const two = read(`투자협약 체결 현황\n기업명 지역 투자(억원) 고용(명)\n㈜가온소재 익산시 120 35\n나래테크 나주시 98 21`)
    expect(one).toEqual([
      'investment 12000000000 ㈜가온소재 익산시 - mou',
      'jobs 35 ㈜가온소재 익산시 - mou',
      'investment 9800000000 나래테크 나주시 - mou',
      'jobs 21 나래테크 나주시 - mou',
    ])
    expect(two).toEqual(one)
  })

  it('gives a total its numbers where its columns of words are empty or dashes', () => {
    for (const total of ['합계 218 56', '합계 - - 218 56', '합계  -  - 218 56'])
      expect(
        read(
          `투자협약 현황 (단위: 억원, 명)\n기업명 위치 업종 투자액 고용\n㈜가온소재 익산시 화장품 120 35\n나래테크 나주시 식품 가공 98 21\n${total}`,
        ).slice(-2),
        total,
      ).toEqual(['investment 21800000000 - - - mou', 'jobs 56 - - - mou'])
  })

  it('leaves sentences and lists of words alone', () => {
    const text = '기업 지역 고용 모두를 살피겠다고 시는 말했다.\n투자 고용 지역 상생이라는 과제를 안고 있다.\n기업 120곳이 그렇게 답했다.'
    expect(readDocument(text).mentions.filter(({ rule }) => rule.endsWith(':table-header'))).toEqual([])
  })
})

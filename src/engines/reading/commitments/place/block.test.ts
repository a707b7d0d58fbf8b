import { describe, expect, it } from 'vitest'
import { readDocument } from '../../read-document.ts'

const rows = (text: string): string[] =>
  readDocument(text).commitments.map((c) => `${c.value / 1e8} ${c.subject.value} ${c.place.value} ${c.stage.value}`)

describe('promises told town by town', () => {
  const PAGE = [
    '솔내면 생태관광 거점 조성',
    '솔내면은 빼어난 자연을 갖고 있으나 이를 살릴 시설이 모자랍니다.',
    '생태공원 조성 및 보호센터 건립(32억원)을 추진하겠습니다.',
    '가람면 생활환경 개선',
    '가람면에는 1999년 뒤로 교육기관이 전혀 없습니다.',
    '평생학습 지원(14억원), 의료 접근성 향상(17억원)을 추진하겠습니다.',
    '학습센터를 설치하고 통학버스를 무료로 운행하겠습니다.',
    '마을 행정 개편안 발표',
    '김나루 후보가 군민의 뜻을 모아 마을 행정 개편 방안을 발표했습니다.',
  ]

  it('lie in the town of their heading and are those of the candidate', () => {
    expect(rows(PAGE.join('\n'))).toEqual(['32 김나루 솔내면 pledge', '14 김나루 가람면 pledge', '17 김나루 가람면 pledge'])
  })

  it('one heading alone is a title', () => {
    const text = '가람면 생활환경 개선 사업\n나주시는 다시면 일원에 40억원을 들여 공원을 짓는다.'
    expect(rows(text)[0]).toContain('다시면')
  })
})

describe('cards of several offices', () => {
  it('are the money of the office in their title', () => {
    const text =
      '경상남도 소상공인 자금\n경남\n총 1,500억원 규모 소진 시 마감\n최대 1억원, 이차보전 연 3.0%\n울산광역시 경영안정자금\n울산\n300억원 규모 소진 시 마감\n충청북도 육성자금\n충북\n총 900억원을 1차(400억)·2차(500억)로 나눠 접수, 예산 소진 시 마감'
    expect(rows(text)).toEqual([
      '1500 경상남도 경남 plan',
      '300 울산광역시 울산 plan',
      '900 충청북도 충북 plan',
      '400 충청북도 충북 plan',
      '500 충청북도 충북 plan',
    ])
  })
})

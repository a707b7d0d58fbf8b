import { describe, expect, it } from 'vitest'
import { readDocument } from '../../read-document.ts'

const read = (text: string): string[] =>
  readDocument(text, { published: '2025-09-10' }).commitments.map(
    ({ indicator, value, due, stage }) =>
      `${indicator.value} ${value >= 1e7 ? `${value / 1e8}억` : value} ${JSON.stringify(due.value)} ${stage.value}`,
  )

describe('what is off (취소)', () => {
  it.each([
    ['비료업체 가람팜스가 250억 원을 들여 공장을 세우고 150명을 쓰기로 했던 땅인데, 지난 7월 입주계약을 깼습니다.', 2],
    ['강릉시가 10억 원 규모로 준비하던 축하금은 지난달 시의회가 조례안을 부결해 시행하지 않습니다.', 1],
    ['강릉시에 약속했던 5천7백억 원과 신규 일자리 4천2백 개도 함께 사라졌습니다.', 2],
  ])('%s', (text, count) => {
    const found = read(text)
    expect(found).toHaveLength(count)
    expect(found.every((line) => line.endsWith('cancelled'))).toBe(true)
  })

  it('a promise that stands is not off', () => {
    expect(read('가람팜스가 250억 원을 들여 공장을 세우기로 했고 입주계약을 지켰습니다.').some((line) => line.endsWith('cancelled'))).toBe(false)
  })
})

describe('figures that nobody promises', () => {
  it.each([
    '지금 있는 단지는 남은 땅이 2만6천㎡뿐인데, 들어오겠다고 줄을 선 13개 업체의 희망 면적은 25만㎡나 된다.',
    '강릉시 예산은 올해 61억 원과 견주면 23억 원 많습니다.',
    '강릉시 물류비는 전년 수출액이 100만 달러 미만, 100만~500만 달러, 500만 달러 초과인 업체에 나갑니다.',
    '강릉시 센터는 2021년 공모에 뽑힐 때는 총사업비 248억 원에 2024년 6월 준공이었습니다.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('what is counted', () => {
  it('cargo that is to come is no capacity', () => {
    expect(read('강릉시는 한 해 10만t 이상의 물동량을 기대한다. 여기서만 연 6만t 이상의 화물이 늘어날 것으로 본다.')).toEqual([
      'other 100000 null plan',
      'other 60000 null plan',
    ])
  })
  it('the year that opens a sentence is of each of its figures', () => {
    expect(read('강릉시의 내년 대상은 150명, 예산은 5억 4천만 원입니다.').at(-1)).toBe('budget 5.4억 "2026" plan')
  })
})

import { describe, expect, test } from 'vitest'
import { durationsIn, spanSeconds, spanTimex } from './span.ts'

const read = (text: string) => durationsIn(text).map(({ start, end, span }) => `${text.slice(start, end)} ${spanTimex(span.parts)}`)

describe('lengths of time', () => {
  test.each([
    ['공사는 3년 6개월 걸린다', '3년 6개월 P3Y6M'],
    ['두 시간 반 동안', '두 시간 반 PT2.5H'],
    ['영업일 기준으로 이틀', '영업일 기준으로 이틀 P2BD'],
    ['보름이면 된다', '보름 P15D'],
    ['일주일 내내', '일주일 내내 P1W'],
    ['90일 이상 걸린다', '90일 이상 P90D'],
    ['몇 달 동안', '몇 달 PXM'],
    ['1.5초 뒤', '1.5초 PT1.5S'],
    ['한 달 그리고 사흘', '한 달 그리고 사흘 P1M3D'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]))

  test('a calendar year, an anniversary and an address are none', () => {
    for (const text of ['2024년에', '25주년 행사', '제3분야']) expect(read(text)).toEqual([])
  })
  test('a smaller unit must follow a larger one', () => expect(read('3일 2년')).toEqual(['3일 P3D', '2년 P2Y']))
  test('an open count has no seconds', () => expect(spanSeconds([{ count: null, unit: 'day' }])).toBeNull())
})

import { expect, test } from 'vitest'
import { differInNumber, nameVariant } from './name-variants.ts'

test.each([
  ['소닉데이타', '소닉데이터', 'spelling'],
  ['하이테크케미칼', '하이테크케미컬㈜', 'spelling'],
  ['한국벤트라', '벤트라코리아', 'spelling'],
  ['한국산단개발공사', '산단개발공사', 'spelling'],
  ['새한빛첨단소재', '새한빛소재', 'short'],
  ['나래경제진흥원', '나래경제산업진흥원', 'short'],
] as const)('%s and %s may be one name', (a, b, variant) => {
  expect(nameVariant(a, b)).toBe(variant)
  expect(nameVariant(b, a)).toBe(variant)
})
test.each([
  ['가온소재', '다온소재'],
  ['대한전지', '대한전기'],
  ['한울에너지', '한울에너지솔루션'],
  ['벤델코리아', '벤델재팬'],
  ['나래농협', '솔빛농협'],
  ['신성정밀', '우성정밀'],
  ['새빛발전1호', '새빛발전2호'],
  ['태산', '태성'],
])('%s and %s are two names', (a, b) => {
  expect(nameVariant(a, b)).toBeNull()
})
test('names that differ in a number alone are two things; the first may go without', () => {
  expect(differInNumber('물빛 제2데이터센터', '물빛 데이터센터')).toBe(true)
  expect(differInNumber('물빛 제1데이터센터', '물빛 데이터센터')).toBe(false)
  expect(differInNumber('물빛 2단지', '솔빛 1단지')).toBe(false)
})

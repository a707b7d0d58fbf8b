import { expect, test } from 'vitest'
import { readDocument } from '#engines/reading/read-document'
import { checkReading } from './check-document.ts'

const sums = (text: string) =>
  checkReading(readDocument(text))
    .filter((one) => one.rule === 'parts-of-total')
    .map((one) => [one.outcome, one.numbers[2]?.value])

test.each([
  ['신설 법인은 212명을 뽑는다. 구체적으로 기술직 130명, 관리직 42명, 영업직 50명이다.', [['odd', '10']]],
  ['신설 법인은 222명을 뽑는다. 구체적으로 기술직 130명, 관리직 42명, 영업직 50명이다.', [['holds', '0']]],
  ['1차 400억원, 2차 350억원, 3차 300억원으로 나눠 투자하며 모두 더하면 1,150억원이다.', [['odd', '-10000000000']]],
])('%s: parts that are told as all of a total are held to it', (text, found) => {
  expect(sums(text)).toEqual(found)
})
test.each([
  '신설 법인은 212명을 뽑는다. 구체적으로 기술직 130명, 관리직 42명 등이다.',
  '신설 법인은 222명을 뽑는다. 구체적으로 올해 130명, 내년 92명을 뽑는데 이 가운데 지역 청년은 60명이다.',
  '시는 총 60억원을 지원한다. 구체적으로 기업당 3억원, 컨소시엄당 10억원이다.',
  '1차로 400억원, 2차로 350억원 등 3차에 걸쳐 모두 1,150억원을 투자한다.',
])('%s: a list that is not whole, or no list of parts, is let be', (text) => {
  expect(sums(text)).toEqual([])
})

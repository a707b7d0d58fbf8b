import { expect, test } from 'vitest'
import { frameAround, trim } from './excerpt.ts'

const text = `${'첫머리 낱말들이 길게 이어진다 '.repeat(40)}여기 1조원 투자 ${'그리고 글이 더 이어진다 '.repeat(40)}`
const start = text.indexOf('1조원')

test('an excerpt begins and ends between words, and holds the words that it is about', () => {
  const { from, to } = frameAround(text, { start, end: start + 3 })
  expect(text.slice(from, to)).toContain('여기 1조원 투자')
  expect(/\s/.test(text[from - 1]!) && !/\s/.test(text[from]!)).toBe(true)
  expect(/\s/.test(text[to]!)).toBe(true)
  expect(start - from).toBeLessThanOrEqual(260)
})

test('a short text is shown whole', () => {
  expect(frameAround('시는 1조원을 쓴다.', { start: 3, end: 6 })).toEqual({ from: 0, to: 11 })
})

test('white space at the ends is not part of the words', () => {
  expect(trim('  1조원 ', 0, 6)).toEqual({ start: 2, end: 5 })
  expect(trim('가  나 ', 1, 5)).toEqual({ start: 3, end: 4 })
  expect(trim('가   ', 1, 4)).toBeNull()
})

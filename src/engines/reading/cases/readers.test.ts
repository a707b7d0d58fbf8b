import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bareNumbers } from './bare-number.ts'
import { ducklingTime } from './duckling-time.ts'
import { judgeCase } from './judge.ts'
import { numberRanges } from './number-range.ts'
import { ordinals } from './ordinal.ts'
import { ages, currencies, dimensions, percents, temperatures } from './with-unit.ts'

const say = (found: { text: string; value: unknown }[]) => found.map(({ text, value }) => `${text}=${Object.values(value as object).join(',')}`)

describe('numbers by themselves', () => {
  test.each([
    ['참석자는 일흔두 명이다', ['일흔두=integer,72']],
    ['팔분의 오를 나누었다', ['팔분의 오=fraction,0.625']],
    ['답은 3.2e-5', ['3.2e-5=power,3.2E-05']],
    ['연필 두 다스', ['두 다스=integer,24']],
    ['6월 30일 12미터 250ml', []],
    ['만일 사과가 이 자리에 있다면 오늘 가자', []],
  ])('%s', (text, expected) => expect(say(bareNumbers(text))).toEqual(expected))
})

describe('ranges of numbers', () => {
  test.each([
    ['나이는 19세 이상 34세 이하', ['19세 이상 34세 이하=[19,34]']],
    ['온도는 40보다 높지 않다', ['40보다 높지 않다=(,40]']],
    ['일흔을 넘지 않는', ['일흔을 넘지 않는=(,70]']],
    ['5에서 9 사이', ['5에서 9 사이=[5,9)']],
    ['9에서 5 사이', []],
    ['전화 031-555-1234', []],
  ])('%s', (text, expected) => expect(say(numberRanges(text))).toEqual(expected))
})

test('places are counted from both ends', () => {
  expect(say(ordinals('뒤에서 네 번째 줄', { relative: true }))).toEqual(['뒤에서 네 번째=-3,end,end-3'])
  expect(ordinals('마지막 줄', { relative: false })).toEqual([])
  expect(say(ordinals('서른여덟 번째', { relative: false }))).toEqual(['서른여덟 번째=38,start,38'])
})

test('units give money, ages, percentages, measures and temperatures', () => {
  expect(say(currencies('7 스위스 프랑과 2 달러 5 센트'))).toEqual(['7 스위스 프랑=7,Swiss franc,CHF', '2 달러 5 센트=2.05,Dollar'])
  expect(say(ages('만 65세'))).toEqual(['65세=65,Year'])
  expect(say(percents('열 명 중 70 퍼센트, 5%p'))).toEqual(['70 퍼센트=70%'])
  expect(say(dimensions('80 제곱킬로미터'))).toEqual(['80 제곱킬로미터=80,Square kilometer'])
  expect(say(temperatures('섭씨 21.5도'))).toEqual(['섭씨 21.5도=21.5,C'])
})

describe('whole texts as Duckling resolves them', () => {
  const at = (text: string) => ducklingTime(text, '2020-06-10T09:15:00+09:00')
  test('an instant some weeks away is a day, some years away a month', () => {
    expect(at('6주 전')).toEqual({ type: 'value', value: '2020-04-29T00:00:00+09:00', grain: 'day' })
    expect(at('4년 전')).toEqual({ type: 'value', value: '2016-06-01T00:00:00+09:00', grain: 'month' })
  })
  test('the end of an interval is exclusive', () =>
    expect(at('9월 2일 - 5일')).toMatchObject({ from: { value: '2020-09-02T00:00:00+09:00' }, to: { value: '2020-09-06T00:00:00+09:00' } }))
  test('a bare hour is the one of the half day that comes first', () => {
    expect(at('8시')).toMatchObject({ value: '2020-06-10T20:00:00+09:00', grain: 'hour' })
    expect(at('오전 8시')).toMatchObject({ value: '2020-06-11T08:00:00+09:00' })
  })
  test('a text that is more than one expression is none', () => expect(at('내일 회의')).toBeNull())
})

test('no text and no reference makes a reader throw, and every span cuts out its own words', () => {
  const pieces =
    '0 1 9 31 2016 9999 99999 년 월 일 주 달 다음 지난 이번 전 후 부터 까지 사이 과 ~ - . / , 오늘 금요일 첫째 마지막 분의 점 만 억 보다 크고 이상 달러 % 살 시 분 매 마다 추석 음력 내년 년대 세기 이내'.split(
      ' ',
    )
  const text = fc.array(fc.constantFrom(...pieces, ' ', '이', '삼'), { maxLength: 14 }).map((parts) => parts.join(''))
  const kinds = [
    'number',
    'number-range',
    'ordinal',
    'percent',
    'currency',
    'age',
    'dimension',
    'temperature',
    'duration',
    'date',
    'date-period',
    'holiday',
  ]
  fc.assert(
    fc.property(text, fc.constantFrom('2016-11-07T00:00:00', '0001-01-01T00:00:00', '9999-12-31T00:00:00', 'never', null), (words, reference) => {
      for (const kind of [...kinds, 'time', 'time-period', 'datetime', 'set']) {
        const { answer } = judgeCase({ suite: 'recognizers-ko', kind, text: words, expected: [], reference_time: reference })
        for (const one of answer as { text: string }[]) expect(words).toContain(one.text)
      }
      judgeCase({ suite: 'duckling-ko', kind: 'time', text: words, expected: {}, reference_time: reference })
    }),
    { numRuns: 3000, seed: 11 },
  )
})

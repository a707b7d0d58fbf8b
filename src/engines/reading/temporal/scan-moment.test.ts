import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayParts } from '#quantity/day'
import { resolveMoment } from './resolve.ts'
import { expressionAt, momentsIn } from './scan-moment.ts'

/** The expressions of a sentence with the days they mean, seen from a Thursday. */
const REFERENCE = '2024-03-07'
const read = (text: string, prefer: 'future' | 'past' = 'future') =>
  momentsIn(text).map(({ start, end, moment }) => {
    const days = resolveMoment(moment, REFERENCE, prefer)
    return `${text.slice(start, end)} ${days ? `${days.from}/${days.to}` : '?'}`
  })

describe('dates', () => {
  test.each([
    ['2023년 11월 4일에 착공했다', '2023년 11월 4일 2023-11-04/2023-11-05'],
    ['이천이십삼년 십일월 사일', '이천이십삼년 십일월 사일 2023-11-04/2023-11-05'],
    ['오는 20일 공고한다', '오는 20일 2024-03-20/2024-03-21'],
    ['다음 달 2일까지', '다음 달 2일 2024-04-02/2024-04-03'],
    ['내년 1월 15일', '내년 1월 15일 2025-01-15/2025-01-16'],
    ['다음 주 화요일에 만난다', '다음 주 화요일 2024-03-12/2024-03-13'],
    ['오는 목요일에', '오는 목요일 2024-03-14/2024-03-15'],
    ['다다음 주 화요일', '다다음 주 화요일 2024-03-19/2024-03-20'],
    ['5월의 둘째 월요일', '5월의 둘째 월요일 2024-05-13/2024-05-14'],
    ['그저께 제출했다', '그저께 2024-03-05/2024-03-06'],
    ['사흘 뒤에 연다', '사흘 뒤 2024-03-10/2024-03-11'],
    ['1년 2개월 전에', '1년 2개월 전 2023-01-07/2023-01-08'],
    ['2024.3.29 마감', '2024.3.29 2024-03-29/2024-03-30'],
    ['이번 달 말일에', '이번 달 말일 2024-03-31/2024-04-01'],
    ['음력 8월 15일에', '음력 8월 15일 2024-09-17/2024-09-18'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]))

  test('a date without a year is the next one, or the last one where the past is preferred', () => {
    expect(read('3월 6일')).toEqual(['3월 6일 2025-03-06/2025-03-07'])
    expect(read('3월 6일', 'past')).toEqual(['3월 6일 2024-03-06/2024-03-07'])
  })
  test('a day that its month lacks has no days', () => expect(read('2023년 2월 30일')).toEqual(['2023년 2월 30일 ?']))
  test('an open count stays open', () => expect(read('며칠 뒤에')).toEqual(['며칠 뒤 ?']))
})

describe('periods', () => {
  test.each([
    ['내년 상반기에', '내년 상반기 2025-01-01/2025-07-01'],
    ['올해 3분기 실적', '올해 3분기 2024-07-01/2024-10-01'],
    ['지난 5년간 늘었다', '지난 5년 2019-03-07/2024-03-07'],
    ['2026년 하반기', '2026년 하반기 2026-07-01/2027-01-01'],
    ['4월 초순에', '4월 초순 2024-04-01/2024-04-11'],
    ['1990년대에', '1990년대 1990-01-01/2000-01-01'],
    ['이번 주말에', '이번 주말 2024-03-09/2024-03-11'],
    ['2020~2024년', '2020~2024년 2020-01-01/2025-01-01'],
    ['3월 11일부터 15일까지', '3월 11일부터 15일까지 2024-03-11/2024-03-16'],
    ['11월 30일부터 1월 5일까지', '11월 30일부터 1월 5일까지 2024-11-30/2025-01-06'],
    ['오늘부터 금요일까지', '오늘부터 금요일까지 2024-03-07/2024-03-09'],
    ['4월과 6월 사이', '4월과 6월 사이 2024-04-01/2024-07-01'],
    ['앞으로 5년 이내에', '앞으로 5년 이내 2024-03-08/2029-03-08'],
    ['이번 달의 나머지', '이번 달의 나머지 2024-03-07/2024-04-01'],
    ['2025년 여름에', '2025년 여름 2025-06-01/2025-09-01'],
    ['5월 1일이 있는 주', '5월 1일이 있는 주 2024-04-29/2024-05-06'],
  ])('%s', (text, expected) => expect(read(text)).toEqual([expected]))
})

describe('what is no time expression', () => {
  test.each(['27층 회의실', '25주년 기념', '3월급', '192.168.1.20', '3/4 조각', '전화 010-2015-2016', '일반 회의', '주말농장'])('%s', (text) =>
    expect(read(text)).toEqual([]),
  )
})

describe('holidays', () => {
  test.each([
    ['추석 연휴', '2024-09-17'],
    ['내년 설날', '2025-01-29'],
    ['지난 크리스마스', '2023-12-25'],
    ['부처님 오신 날', '2024-05-15'],
    ['부활절', '2024-03-31'],
  ])('%s falls on %s', (text, day) => expect(resolveMoment(expressionAt(text, 0)!.value, REFERENCE, 'future')!.from).toBe(day))
})

test('every written form of a day reads back to that day', () => {
  const days = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays('1950-01-01', n))
  const forms = (day: string): string[] => {
    const { year, month, day: d } = dayParts(day)
    return [
      `${year}년 ${month}월 ${d}일`,
      `${year}.${month}.${d}`,
      `${year}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
      `${month}월 ${d}일, ${year}년`,
    ]
  }
  fc.assert(
    fc.property(days, (day) => {
      for (const form of forms(day)) {
        const found = expressionAt(form, 0)
        expect(found?.end, form).toBe(form.length)
        expect(resolveMoment(found!.value, REFERENCE, 'future')?.from, form).toBe(day)
      }
    }),
    { numRuns: 300, seed: 7 },
  )
})

test('an unrelated sentence behind a text changes nothing before it', () => {
  const text = '다음 달 2일부터 5월 3일까지, 2025년 하반기'
  const before = momentsIn(text)
  expect(momentsIn(`${text}. 담당자는 자리에 없었다.`).slice(0, before.length)).toEqual(before)
})

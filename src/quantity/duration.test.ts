import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalFromNumber } from './decimal.ts'
import { duration, durationText, formatDuration, parseDurationText, scanDuration } from './duration.ts'

test.each([
  ['20개월', '20개월', 'P20M'],
  ['3년 6개월간', '3년 6개월간', 'P42M'],
  ['반년 뒤', '반년', 'P6M'],
  ['1년 반 만에', '1년 반', 'P18M'],
  ['2주간', '2주간', 'P14D'],
  ['사흘', '사흘', 'P3D'],
  ['10여년간', '10여년간', 'P120M'],
  ['한 시간 반', '한 시간 반', 'PT5400S'],
  ['5일 2년', '5일', 'P5D'],
])('%s lasts as long as %s says: %s', (text, taken, iso) => {
  const found = scanDuration(text, 0)!
  expect([text.slice(0, found.end), durationText(found.duration)]).toEqual([taken, iso])
})

test('what is no duration is none', () => {
  expect(scanDuration('20명', 0)).toBeNull()
  expect(scanDuration('수년', 0)).toBeNull()
  expect(parseDurationText('P')).toBeNull()
  expect(parseDurationText('20개월')).toBeNull()
})

test('printed durations read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 0, max: 40 }), (months, days) => {
      const d = duration({ months: decimalFromNumber(months), days: decimalFromNumber(days) })
      expect(scanDuration(formatDuration(d, 'ko'), 0)!.duration).toEqual(d)
      expect(parseDurationText(durationText(d))).toEqual(d)
    }),
    { seed: 12 },
  )
})

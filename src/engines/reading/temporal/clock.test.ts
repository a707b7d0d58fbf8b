import { expect, test } from 'vitest'
import { clockAt, hourOfDay } from './clock.ts'

test.each([
  ['오후 2시 30분', 14, 30],
  ['오전 열두 시', 0, undefined],
  ['밤 열한 시 반', 23, 30],
  ['09:05', 9, 5],
  ['정오', 12, undefined],
  ['십오 시 이십 분', 15, 20],
])('%s', (text, hour, minute) => {
  const clock = clockAt(text, 0)!
  expect(clock.end).toBe(text.length)
  expect([hourOfDay(clock.value), clock.value.minute]).toEqual([hour, minute])
})

test.each(['3시간', '25시', '두시는 시민', '12:345'])('%s is no time of day as a whole', (text) =>
  expect(clockAt(text, 0)?.end).not.toBe(text.length),
)

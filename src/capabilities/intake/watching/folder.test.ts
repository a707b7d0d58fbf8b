import { expect, test } from 'vitest'
import { isAtRest, restMilliseconds } from './folder.ts'

const now = Date.parse('2026-05-01T00:00:00Z')
const ago = (milliseconds: number) => ({ changedAt: now - milliseconds })

test('a file is at rest once its size and time were the same at a look some seconds before', () => {
  expect(isAtRest(ago(1000), null, now)).toBe(false)
  expect(isAtRest(ago(1000), now - restMilliseconds, now)).toBe(true)
  expect(isAtRest(ago(60_000), now - restMilliseconds + 1, now)).toBe(false)
})
test('its own time is believed only where it is long past: the clock of its disk may be off, into the future too', () => {
  expect(isAtRest(ago(120_000), null, now)).toBe(false)
  expect(isAtRest(ago(3_600_000), null, now)).toBe(true)
  expect(isAtRest(ago(-32_400_000), null, now)).toBe(false)
  expect(isAtRest(ago(-32_400_000), now - restMilliseconds, now)).toBe(true)
})

import { expect, test } from 'vitest'
import { sharedValue } from './value.ts'

test('who listens hears of a change once, and of the same value never', () => {
  const value = sharedValue(1)
  let heard = 0
  const stop = value.listen(() => heard++)
  value.set(1)
  value.set((now) => now + 1)
  stop()
  value.set(5)
  expect([value.get(), heard]).toEqual([5, 1])
})

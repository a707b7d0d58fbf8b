import { expect, test } from 'vitest'
import { labelWidth, placeLabels } from './labels.ts'

test('labels of one point stand above and below it, and none leaves the drawing', () => {
  const wishes = Array.from({ length: 5 }, () => ({ start: 40, width: 100, y: 290 }))
  const bases = placeLabels(wishes, 40, 300)
  expect(new Set(bases).size).toBe(5)
  for (const [i, a] of bases.entries()) {
    expect(a).toBeLessThanOrEqual(300)
    for (const b of bases.slice(i + 1)) expect(Math.abs(a - b)).toBeGreaterThanOrEqual(15)
  }
})

test('where no room is left a label stands at its point', () => {
  expect(placeLabels([{ start: 0, width: 10, y: 50 }], 60, 55)).toEqual([41])
})

test('a Korean label is wider than an English one of as many characters', () => {
  expect(labelWidth('협약')).toBeGreaterThan(labelWidth('of'))
})

import { expect, test } from 'vitest'
import type { CaseOf } from '../cases.ts'
import { turned } from './options.ts'

const of = {
  kind: 'structure',
  name: '가',
  source: { name: '시험', synthetic: true },
  unit: 'persons',
  region: 'a',
  regions: [
    { id: 'a', name: '가' },
    { id: 'b', name: '나' },
  ],
  industries: [
    { id: 'x', name: '엑스' },
    { id: 'y', name: '와이' },
  ],
  years: [2022, 2023, 2024],
  values: [
    [
      [1, 2],
      [3, 4],
    ],
    [
      [5, 6],
      [7, 8],
    ],
    [
      [9, 10],
      [11, 12],
    ],
  ],
} satisfies CaseOf<'structure'>

test('years that were asked for keep their tables and no others', () => {
  expect(turned(of, { from: 2023 })).toMatchObject({ years: [2023, 2024], values: of.values.slice(1) })
  expect(turned(of, { from: 2023, to: 2023 })).toMatchObject({ years: [2023], values: [of.values[1]] })
  expect(turned(of, {})).toMatchObject({ years: of.years, values: of.values })
})

test('years that the table does not have are refused with those that it has', () => {
  expect(() => turned(of, { from: 2025 })).toThrow()
  expect(() => turned(of, { from: 2024, to: 2022 })).toThrow()
})

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { scoreCases } from './judge.ts'
import type { SuiteCase } from './suite-case.ts'

const cases = JSON.parse(readFileSync(new URL('../../../../corpus/cases/numbers-and-time.json', import.meta.url), 'utf8')) as SuiteCase[]

it('every case of our own, in the shape of the public suites, is read as it expects', () => {
  const { kinds, refused } = scoreCases(cases)
  expect(kinds.reduce((sum, kind) => sum + kind.total, 0)).toBe(cases.length)
  expect(refused.map((r) => `${r.case.kind}: ${r.case.text} -> ${JSON.stringify(r.answer)}`)).toEqual([])
})

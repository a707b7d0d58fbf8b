import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

test('the order in which an object was built does not show', () => {
  expect(canonicalJson({ b: [1, { d: null, c: '가' }], a: undefined })).toBe('{"b":[1,{"c":"가","d":null}]}')
  expect(canonicalJson({ 나: 1, 가: 2 })).toBe(canonicalJson({ 가: 2, 나: 1 }))
})

test('it reads back as the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('what JSON has no form for is refused', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, Symbol('a')]) expect(() => canonicalJson({ value })).toThrow(TypeError)
})

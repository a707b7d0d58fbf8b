import { expect, test } from 'vitest'
import { differenceOf } from './judge.ts'
import { answer } from './oracle-case.ts'
import { isPeerDefect, runOracles } from './run.ts'

const expecting = (expected: unknown, tolerance = 1e-9) => ({ function: 'f', inputs: {}, expected, tolerance })

test('a value outside the tolerance does not pass, one inside does', () => {
  expect(differenceOf(expecting({ a: [1, 2] }), answer({ a: [1, 2 + 1e-10] }))).toBeNull()
  expect(differenceOf(expecting({ a: [1, 2] }), answer({ a: [1, 2 + 1e-8] }))).toContain('a[1]')
})

test('a missing field, a short list and NaN for a number do not pass', () => {
  expect(differenceOf(expecting({ a: 1 }), answer({}))).toContain('no such field')
  expect(differenceOf(expecting([1, 2]), answer([1]))).toContain('2 values')
  expect(differenceOf(expecting([1]), answer([Number.NaN]))).not.toBeNull()
})

test('not defined is expected as NaN or null and answered by null', () => {
  expect(differenceOf(expecting(['NaN', 1]), answer([null, 1]))).toBeNull()
  expect(differenceOf(expecting(['inf']), answer([null]))).not.toBeNull()
})

test('columns, rows and records of the same numbers are one answer', () => {
  expect(differenceOf(expecting([[1], [2]]), answer([1, 2]))).toBeNull()
  expect(differenceOf(expecting([{ a: 1 }, { a: 2 }]), answer({ a: [1, 2] }))).toBeNull()
})

test('eigenvectors may turn and stretch but not change their order', () => {
  const free = (values: number[]) => ({ ...answer(values), compare: 'standardised' as const })
  expect(differenceOf(expecting([1, 2, 4], 0.01), free([-10, -20, -40]))).toBeNull()
  expect(differenceOf(expecting([1, 2, 4], 0.01), free([2, 1, 4]))).not.toBeNull()
})

test('unknown functions fail, defects of peers stay outside', async () => {
  const cases = [
    { function: 'nobody::knows', inputs: {}, expected: 1 },
    { function: 'ghosh PEER BUG', inputs: {}, expected: 1 },
  ]
  const { scores, failures, left } = await runOracles([{ name: 'x.json', cases }], async () => '')
  expect(scores).toEqual([{ file: 'x.json', function: 'nobody::knows', passed: 0, total: 1 }])
  expect(failures[0]!.reason).toBe('no such function here')
  expect(left).toBe(1)
  expect(isPeerDefect(cases[1]!)).toBe(true)
})

test('a figure of a peer’s own test is passed over only where the data says that it is one', () => {
  const expected = { forward_pack_test: 9, computed: { forward: 1 } }
  const given = answer({ computed: { forward: 1 }, forward_pack_test: 2 })
  expect(differenceOf(expecting(expected), given, 'a table via the package pack and its tests')).toBeNull()
  expect(differenceOf(expecting(expected), given, 'a table of our own')).toContain('forward_pack_test')
  expect(differenceOf(expecting({ forward_pack_test: 9 }), given, 'pack and its tests')).toContain('forward_pack_test')
  expect(differenceOf(expecting({ krugman_test: 9, computed: {} }), answer({ krugman_test: 8, computed: {} }), 'pack and its tests')).toContain(
    'krugman',
  )
})

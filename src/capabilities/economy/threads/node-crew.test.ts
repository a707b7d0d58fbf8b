import { afterAll, beforeAll, expect, test } from 'vitest'
import { inverseLu, luFactor } from '#engines/economy/algebra/lu'
import { type Matrix, matrixOf } from '#engines/economy/algebra/matrix'
import { seeded } from '#engines/economy/algebra/seeded'
import { createSolver } from '#engines/economy/model/solver'
import { type NodeCrew, nodeCrew } from './node-crew.ts'

let crew: NodeCrew
beforeAll(async () => {
  crew = await nodeCrew(2)
})
afterAll(() => crew.close())

const random = (n: number, seed: number): Matrix => {
  const even = seeded(seed)
  return matrixOf(n, n, () => even() - 0.5)
}

test.each([256, 300, 561])('with helping threads every cell of factor and inverse is the same, to the last digit, at n = %i', (n) => {
  const m = random(n, n)
  const [alone, together] = [luFactor(m), luFactor(m, { crew })]
  expect(together.space!.memory.shared).toBe(true)
  expect(together.order).toEqual(alone.order)
  for (let i = 0; i < n; i++)
    expect(together.lu.slice(i * together.stride, i * together.stride + n)).toEqual(alone.lu.slice(i * alone.stride, i * alone.stride + n))
  expect(inverseLu(together, { crew }).values).toEqual(inverseLu(alone).values)
})

test('a factor made alone can be inverted although its memory cannot be shared', () => {
  const m = random(260, 1)
  expect(inverseLu(luFactor(m), { crew }).values).toEqual(inverseLu(luFactor(m)).values)
})

test('a singular system is refused with helpers too, and they work on afterwards', () => {
  const n = 300
  const m = random(n, 2)
  for (let i = 0; i < n; i++) m.values[i * n + 290] = 0
  expect(() => luFactor(m, { crew })).toThrow('got a singular one at column 290')
  const b = Float64Array.from({ length: n }, seeded(5))
  const a = matrixOf(n, n, (i, j) => (i === j ? 0.2 : 0.4 / n))
  expect(createSolver(a, 'lu', { crew }).solve(b)).toEqual(createSolver(a, 'lu').solve(b))
})

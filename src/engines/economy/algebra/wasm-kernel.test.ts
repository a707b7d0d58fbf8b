import { expect, test } from 'vitest'
import { gmres, gmresRoom } from './gmres.ts'
import { assembled } from './kernel-assembly.ts'
import { inverseLu, luFactor, solveLu, solveLuTransposed } from './lu.ts'
import { type Matrix, matrixOf } from './matrix.ts'
import { seeded } from './seeded.ts'
import { compress } from './sparse.ts'
import { reciprocals, sweepSpaces, type Way } from './sweep.ts'
import { kernelDense, kernelSparse } from './sweep-kernel.ts'
import { kernelBytes, kernelWith } from './wasm-kernel.ts'

const random = (n: number, seed: number) => Float64Array.from({ length: n }, seeded(seed))

/** Input coefficients whose columns add up to `share`. */
function inputs(n: number, filled: number, share: number): Matrix {
  const even = seeded(n)
  const made = matrixOf(n, n, () => (even() < filled ? even() : 0))
  for (let j = 0; j < n; j++) {
    let sum = 0
    for (let i = 0; i < n; i++) sum += made.values[i * n + j]!
    if (sum > 0) for (let i = 0; i < n; i++) made.values[i * n + j]! *= share / sum
  }
  return made
}
const system = (a: Matrix): Matrix => matrixOf(a.rows, a.rows, (i, j) => (i === j ? 1 : 0) - a.values[i * a.rows + j]!)

/** Largest gap between two answers, over the largest number of the first. */
function gap(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let [most, largest] = [0, 0]
  for (let k = 0; k < one.length; k++) {
    largest = Math.max(largest, Math.abs(one[k]!))
    const here = Math.abs(one[k]! - other[k]!)
    if (!(here <= most)) most = here
  }
  return most / largest
}

test('the modules are small, are what their instructions say, and differ for threads only in their memory', () => {
  const made = assembled()
  for (const use of ['shocks', 'factors', 'shared'] as const)
    expect(Buffer.from(kernelBytes(use)).equals(made[use]), `kernel-bytes.ts is old: run "node scripts/kernel-bytes.mjs"`).toBe(true)
  expect(kernelBytes('shocks').length).toBeLessThan(8_000)
  expect(kernelBytes('shared').length - kernelBytes('factors').length).toBe(3)
})

test('tiles of a product are taken off, whatever the inner length', () => {
  for (const k of [1, 2, 3, 4, 5, 8, 11]) {
    const [m, n] = [8, 12]
    const { doubles, kernel } = kernelWith('factors', 1000)!
    const [a, b, c] = [random(m * k, 1), random(k * n, 2), random(m * n, 3)]
    doubles.set(c, 0)
    for (let i = 0; i < m; i++) for (let q = 0; q < k; q++) doubles[200 + Math.floor(i / 4) * 4 * k + q * 4 + (i % 4)] = a[i * k + q]!
    for (let q = 0; q < k; q++) for (let j = 0; j < n; j++) doubles[400 + Math.floor(j / 4) * 4 * k + q * 4 + (j % 4)] = b[q * n + j]!
    kernel.minusProduct(0, n * 8, 4 * n * 8, 32, 200 * 8, k * 32, 400 * 8, k * 32, k, m / 4, n / 4)
    for (let i = 0; i < m; i++)
      for (let j = 0; j < n; j++) {
        let expected = c[i * n + j]!
        for (let q = 0; q < k; q++) expected -= a[i * k + q]! * b[q * n + j]!
        expect(doubles[i * n + j]!).toBeCloseTo(expected, 12)
      }
  }
})

test('rows that are packed for a product stand beside one another step by step', () => {
  const { doubles, kernel } = kernelWith('factors', 200)!
  for (let k = 0; k < 32; k++) doubles[k] = k
  kernel.packRows(0, 64, 64 * 8, 16 * 8, 2, 1)
  expect(Array.from(doubles.subarray(64, 80))).toEqual([0, 8, 16, 24, 1, 9, 17, 25, 2, 10, 18, 26, 3, 11, 19, 27])
})

test.each([48, 49, 97, 130, 257, 300])('LU and inverse by the kernel and by plain code agree to one part in 10¹² at n = %i', (n) => {
  const m = system(inputs(n, 1, 0.6))
  const [quick, plain] = [luFactor(m), luFactor(m, { plain: true })]
  expect(quick.space).not.toBeNull()
  expect(plain.space).toBeNull()
  expect(quick.pivotRatio).toBeCloseTo(plain.pivotRatio, 12)
  const f = random(n, 1)
  expect(gap(solveLu(quick, f), solveLu(plain, f))).toBeLessThan(1e-12)
  expect(gap(solveLuTransposed(quick, f), solveLuTransposed(plain, f))).toBeLessThan(1e-12)
  expect(gap(inverseLu(quick).values, inverseLu(plain, { plain: true }).values)).toBeLessThan(1e-12)
  // the factor still answers after its memory has grown for the inverse
  expect(gap(solveLu(quick, f), solveLu(plain, f))).toBeLessThan(1e-12)
})

test.each([50, 150, 203])('where rows must be exchanged the kernel takes the same ones and M·M⁻¹ is one, at n = %i', (n) => {
  const even = seeded(n)
  const m = matrixOf(n, n, () => even() - 0.5)
  const [quick, plain] = [luFactor(m), luFactor(m, { plain: true })]
  expect(quick.order).toEqual(plain.order)
  const inverse = inverseLu(quick)
  for (const i of [0, n >> 1, n - 1])
    for (const j of [0, n >> 1, n - 1]) {
      let sum = 0
      for (let k = 0; k < n; k++) sum += m.values[i * n + k]! * inverse.values[k * n + j]!
      expect(sum).toBeCloseTo(i === j ? 1 : 0, 9)
    }
})

test.each([10, 100])('a matrix with a column that depends on others is refused, at n = %i', (n) => {
  const even = seeded(n)
  const m = matrixOf(n, n, (_, j) => (j === n - 3 ? 0 : even()))
  expect(() => luFactor(m)).toThrow(`got a singular one at column ${n - 3}`)
})

const forms: readonly [string, number][] = [
  ['full', 1],
  ['5 % filled', 0.05],
]
test.each(forms)('%s: a step of Gauss and Seidel by the kernel is the one of plain code, both ways', (_, filled) => {
  for (const n of [32, 50, 131])
    for (const way of ['forward', 'backward'] as Way[]) {
      const a = inputs(n, filled, 0.7)
      for (let i = 0; i < n; i++) a.values[i * (n + 1)] = 0.1
      const room = (length: number) => 4 * length
      const turned = way === 'forward' ? a : matrixOf(n, n, (i, j) => a.values[j * n + i]!)
      const quick = (filled === 1 ? kernelDense(a, reciprocals(a)!, room) : kernelSparse(compress(turned), reciprocals(a)!, room))!
      const plain = sweepSpaces(a, room, true)!(way)
      const x = random(n, 7)
      const answers = [quick, plain].map((space) => {
        const { doubles, first, length } = space
        const place = (k: number) => first + k * length
        doubles.set(x, place(0))
        space.sweep(way, place(0), place(1), place(2))
        space.apply(way, place(0), place(3))
        return [1, 2, 3].map((k) => doubles.slice(place(k), place(k) + n))
      })
      answers[0]!.forEach((vector, k) => {
        expect(gap(vector, answers[1]![k]!)).toBeLessThan(1e-13)
      })
    }
})

test.each([
  ['full', 1, 0.6],
  ['5 % filled', 0.05, 0.6],
  ['full, columns that add up to 0.98', 1, 0.98],
  ['5 % filled, columns that add up to 0.98', 0.05, 0.98],
] as const)('%s: the iterative answer is the one of LU, both ways, with the kernel and without', (_, filled, share) => {
  const n = 140
  const a = inputs(n, filled, share)
  const factor = luFactor(system(a))
  const b = random(n, 3)
  for (const plain of [false, true])
    for (const way of ['forward', 'backward'] as Way[]) {
      const found = gmres(sweepSpaces(a, gmresRoom, plain)!(way), way, b)
      expect(found.converged).toBe(true)
      expect(found.residual).toBeLessThan(2e-13)
      expect(gap(way === 'forward' ? solveLu(factor, b) : solveLuTransposed(factor, b), found.x)).toBeLessThan(1e-12 / (1 - share))
    }
})

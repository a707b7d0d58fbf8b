import { expect, test } from 'vitest'
import { bicgstab } from './bicgstab.ts'
import { inverseLu, luFactor } from './lu.ts'
import { matrixOf } from './matrix.ts'
import { kernelBothWays, oneLess, oneLessTransposed } from './operator.ts'
import { seeded } from './seeded.ts'
import { kernelWith } from './wasm-kernel.ts'

const random = (n: number, seed: number) => Float64Array.from({ length: n }, seeded(seed))

test('tiles of a product are taken off', () => {
  const [m, n, k] = [8, 12, 5]
  const made = kernelWith(1000)!
  const { doubles, kernel } = made
  const [a, b, c] = [random(m * k, 1), random(k * n, 2), random(m * n, 3)]
  doubles.set(c, 0)
  for (let i = 0; i < m; i++) for (let q = 0; q < k; q++) doubles[200 + Math.floor(i / 4) * 4 * k + q * 4 + (i % 4)] = a[i * k + q]!
  for (let q = 0; q < k; q++) for (let j = 0; j < n; j++) doubles[400 + Math.floor(j / 4) * 4 * k + q * 4 + (j % 4)] = b[q * n + j]!
  kernel.minusProduct(0, n * 8, 200 * 8, 400 * 8, k, m / 4, n / 4)
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++) {
      let expected = c[i * n + j]!
      for (let q = 0; q < k; q++) expected -= a[i * k + q]! * b[q * n + j]!
      expect(doubles[i * n + j]!).toBeCloseTo(expected, 12)
    }
})

test('a matrix times a vector, from either side', () => {
  const n = 8
  const { doubles, kernel } = kernelWith(200)!
  const [a, x] = [random(n * n, 4), random(n, 5)]
  doubles.set(a, 0)
  doubles.set(x, 64)
  kernel.timesVector(0, 64 * 8, 72 * 8, n / 4, n / 2)
  doubles.set(x, 80)
  kernel.minusVectorTimes(0, 64 * 8, 80 * 8, n / 2, n / 4)
  for (let i = 0; i < n; i++) {
    let [row, column] = [0, x[i]!]
    for (let j = 0; j < n; j++) {
      row += a[i * n + j]! * x[j]!
      column -= x[j]! * a[j * n + i]!
    }
    expect(doubles[72 + i]!).toBeCloseTo(row, 12)
    expect(doubles[80 + i]!).toBeCloseTo(column, 12)
  }
})

test.each([97, 130, 257])('the kernel and the plain code give the same to one part in 10¹² at n = %i', (n) => {
  const even = seeded(n)
  const a = matrixOf(n, n, () => even() / n)
  const system = matrixOf(n, n, (i, j) => (i === j ? 1 : 0) - a.values[i * n + j]!)
  const [quick, plain] = [inverseLu(luFactor(system)), inverseLu(luFactor(system, true), true)]
  quick.values.forEach((one, k) => {
    if (Math.abs(one - plain.values[k]!) > 1e-12 * Math.max(1, Math.abs(one))) throw new Error(`cell ${k}: ${one} against ${plain.values[k]}`)
  })
  const f = random(n, 1)
  const ways = kernelBothWays(a)!
  const pairs = [
    [ways.forward, oneLess(a)],
    [ways.backward, oneLessTransposed(a)],
  ] as const
  for (const [one, other] of pairs) {
    const [x, y] = [bicgstab(one, f).x, bicgstab(other, f).x]
    x.forEach((value, i) => {
      expect(Math.abs(value - y[i]!)).toBeLessThan(1e-12 * Math.abs(value))
    })
  }
})

test('where rows must be exchanged the answer is still right', () => {
  const n = 150
  const even = seeded(2)
  const m = matrixOf(n, n, () => even() - 0.5)
  const inverse = inverseLu(luFactor(m))
  for (const i of [0, 77, 149])
    for (const j of [0, 77, 149]) {
      let sum = 0
      for (let k = 0; k < n; k++) sum += m.values[i * n + k]! * inverse.values[k * n + j]!
      expect(sum).toBeCloseTo(i === j ? 1 : 0, 9)
    }
})

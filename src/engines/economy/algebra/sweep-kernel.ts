import { strideOf } from './kernel-lu.ts'
import type { Matrix } from './matrix.ts'
import type { SparseMatrix } from './sparse.ts'
import type { Room, SweepSpace } from './sweep.ts'
import { type KernelMemory, kernelWith } from './wasm-kernel.ts'

/** A place in doubles as an address. */
const at = (place: number): number => place * 8

const orthogonaliser =
  ({ kernel }: KernelMemory, length: number): SweepSpace['orthogonalise'] =>
  (basis, many, w, shares) =>
    kernel.orthogonalise(at(basis), at(length), many, at(w), at(shares), length / 8)

/** A full matrix by the SIMD kernel, which keeps its own padded copy and answers both ways; null where there is no kernel. */
export function kernelDense(m: Matrix, inverse: Float64Array, room: Room): SweepSpace | null {
  const n = m.rows
  const length = Math.ceil(n / 8) * 8
  const stride = strideOf(length)
  const reciprocal = length * stride
  const first = reciprocal + length
  const space = kernelWith('shocks', first + room(length))
  if (!space) return null
  const { kernel, doubles } = space
  for (let i = 0; i < n; i++) doubles.set(m.values.subarray(i * n, (i + 1) * n), i * stride)
  doubles.set(inverse, reciprocal)
  const [quads, pairs] = [length / 4, length / 2]
  const row = at(stride)
  return {
    n,
    length,
    first,
    doubles,
    orthogonalise: orthogonaliser(space, length),
    sweep: (way, v, z, w) => {
      if (way === 'forward') {
        kernel.sweepRows(0, row, at(reciprocal), at(v), at(z), at(w), quads, pairs)
      } else {
        doubles.fill(0, w, w + length)
        kernel.sweepColumns(0, row, at(reciprocal), at(v), at(z), at(w), quads, pairs)
      }
    },
    apply: (way, x, y) => {
      if (way === 'forward') {
        kernel.rowsTimes(0, row, at(x), at(y), pairs, quads)
        for (let i = 0; i < n; i++) doubles[y + i] = doubles[x + i]! - doubles[y + i]!
      } else {
        doubles.copyWithin(y, x, x + length)
        kernel.minusTimesRows(0, row, at(x), at(y), pairs, quads)
      }
    },
  }
}

/** Doubles that a half row with so many cells takes: a count, then its cells in fours, places of two bytes (8 together) or four (16) before values (32). */
const halfRow = (cells: number, four: number): number => 1 + Math.ceil(cells / 4) * four

/** A sparse matrix by the SIMD kernel, for the way it was compressed for; null where there is no kernel. */
export function kernelSparse(m: SparseMatrix, inverse: Float64Array, room: Room): SweepSpace | null {
  const { n, starts, middles, columns, values, diagonal } = m
  const length = Math.ceil(n / 8) * 8
  const short = at(length) <= 0x10000
  /** Doubles of places before the values of a four, and of the whole four. */
  const places = short ? 1 : 2
  const four = places + 4
  let lower = 0
  let upper = 0
  for (let i = 0; i < n; i++) {
    lower += halfRow(middles[i]! - starts[i]!, four)
    upper += halfRow(starts[i + 1]! - middles[i]!, four)
  }
  const reciprocal = lower + upper
  const first = reciprocal + length
  const space = kernelWith('shocks', first + room(length))
  if (!space) return null
  const { kernel, doubles } = space
  const integers = short ? new Uint16Array(doubles.buffer) : space.integers
  const [sweep, times] = short ? [kernel.sweepSparse2, kernel.timesSparse2] : [kernel.sweepSparse4, kernel.timesSparse4]
  const write = (from: number, to: number, place: number): number => {
    const fours = Math.ceil((to - from) / 4)
    space.integers[place * 2] = fours
    for (let k = 0; k < to - from; k++) {
      const here = place + 1 + (k >> 2) * four
      integers[(here * 4) / places + (k & 3)] = at(columns[from + k]!)
      doubles[here + places + (k & 3)] = values[from + k]!
    }
    // cells that fill up a four have value 0; their partner is the first number of the vector
    return place + 1 + fours * four
  }
  let [below, above] = [0, lower]
  for (let i = 0; i < n; i++) {
    below = write(starts[i]!, middles[i]!, below)
    above = write(middles[i]!, starts[i + 1]!, above)
  }
  doubles.set(inverse, reciprocal)
  return {
    n,
    length,
    first,
    doubles,
    orthogonalise: orthogonaliser(space, length),
    sweep: (_, v, z, w) => sweep(0, at(lower), at(reciprocal), at(v), at(z), at(w), n),
    apply: (_, x, y) => {
      times(0, at(lower), at(x), at(y), n)
      for (let i = 0; i < n; i++) doubles[y + i] = (1 - diagonal[i]!) * doubles[x + i]! - doubles[y + i]!
    },
  }
}

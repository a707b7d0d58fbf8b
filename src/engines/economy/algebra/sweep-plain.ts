import type { Matrix } from './matrix.ts'
import type { SparseMatrix } from './sparse.ts'
import type { Room, SweepSpace } from './sweep.ts'

/** Sums of products of two runs of one array; four partial sums keep the processor's adders busy. */
export function runDot(a: Float64Array, p: number, b: Float64Array, q: number, count: number): number {
  let [s, t, u, v] = [0, 0, 0, 0]
  let k = 0
  for (; k + 3 < count; k += 4) {
    s += a[p + k]! * b[q + k]!
    t += a[p + k + 1]! * b[q + k + 1]!
    u += a[p + k + 2]! * b[q + k + 2]!
    v += a[p + k + 3]! * b[q + k + 3]!
  }
  for (; k < count; k++) s += a[p + k]! * b[q + k]!
  return s + t + (u + v)
}

function addTimes(a: Float64Array, p: number, factor: number, into: Float64Array, q: number, count: number): void {
  for (let k = 0; k < count; k++) into[q + k]! += factor * a[p + k]!
}

function orthogonaliser(w: Float64Array, n: number): SweepSpace['orthogonalise'] {
  return (basis, many, at, shares) => {
    for (let k = 0; k < many; k++) {
      const share = runDot(w, basis + k * n, w, at, n)
      w[shares + k] = share
      addTimes(w, basis + k * n, -share, w, at, n)
    }
    w[shares + many] = Math.sqrt(runDot(w, at, w, at, n))
  }
}

/** A full matrix in plain code. */
export function plainDense(m: Matrix, inverse: Float64Array, room: Room): SweepSpace {
  const n = m.rows
  const a = m.values
  const d = new Float64Array(room(n))
  return {
    n,
    length: n,
    first: 0,
    doubles: d,
    orthogonalise: orthogonaliser(d, n),
    sweep: (way, v, z, w) => {
      if (way === 'forward') {
        for (let i = 0; i < n; i++) d[z + i] = (d[v + i]! + runDot(a, i * n, d, z, i)) * inverse[i]!
        for (let i = 0; i < n; i++) d[w + i] = d[v + i]! - runDot(a, i * n + i + 1, d, z + i + 1, n - i - 1)
        return
      }
      // w gathers what the rows above do to a column, then what the rows below leave of it
      d.fill(0, w, w + n)
      for (let i = 0; i < n; i++) {
        d[z + i] = (d[v + i]! + d[w + i]!) * inverse[i]!
        addTimes(a, i * n, d[z + i]!, d, w, n)
        d[w + i] = 0
      }
      for (let i = 0; i < n; i++) d[w + i] = d[v + i]! - d[w + i]!
    },
    apply: (way, x, y) => {
      if (way === 'forward') for (let i = 0; i < n; i++) d[y + i] = d[x + i]! - runDot(a, i * n, d, x, n)
      else {
        d.copyWithin(y, x, x + n)
        for (let i = 0; i < n; i++) addTimes(a, i * n, -d[x + i]!, d, y, n)
      }
    },
  }
}

/** A sparse matrix in plain code; it is compressed for one way and does not ask which. */
export function plainSparse({ n, starts, middles, columns, values, diagonal }: SparseMatrix, inverse: Float64Array, room: Room): SweepSpace {
  const d = new Float64Array(room(n))
  const gather = (from: number, to: number, x: number): number => {
    let [s, t] = [0, 0]
    let k = from
    for (; k + 1 < to; k += 2) {
      s += values[k]! * d[x + columns[k]!]!
      t += values[k + 1]! * d[x + columns[k + 1]!]!
    }
    if (k < to) s += values[k]! * d[x + columns[k]!]!
    return s + t
  }
  return {
    n,
    length: n,
    first: 0,
    doubles: d,
    orthogonalise: orthogonaliser(d, n),
    sweep: (_, v, z, w) => {
      for (let i = 0; i < n; i++) d[z + i] = (d[v + i]! + gather(starts[i]!, middles[i]!, z)) * inverse[i]!
      for (let i = 0; i < n; i++) d[w + i] = d[v + i]! - gather(middles[i]!, starts[i + 1]!, z)
    },
    apply: (_, x, y) => {
      for (let i = 0; i < n; i++) d[y + i] = (1 - diagonal[i]!) * d[x + i]! - gather(starts[i]!, starts[i + 1]!, x)
    },
  }
}

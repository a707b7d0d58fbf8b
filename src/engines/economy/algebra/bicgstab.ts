import type { Operator } from './operator.ts'

/** What an iterative solution came to. */
export interface IterativeSolution {
  readonly x: Float64Array
  readonly iterations: number
  /** Length of b − Mx over length of b. */
  readonly residual: number
  readonly converged: boolean
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/**
 * BiCGSTAB: Mx = b by products with M alone, a handful of them where M = I − A and A is a table of input coefficients. Source: van der Vorst 1992.
 * Two products an iteration; the true residual is checked at the end, so that `converged` says what is so and not what the recurrence hopes.
 * Power series (Neumann) would need hundreds of rounds where column sums near 1: see bench/economy.ts.
 *
 * `bicgstab({ n: 1, apply: (x, y) => { y[0] = 4 * x[0]! } }, new Float64Array([8])).x[0] // => 2`
 */
export function bicgstab(system: Operator, b: Float64Array, tolerance = 1e-14, maximum = 500): IterativeSolution {
  const { n, apply } = system
  const x = Float64Array.from(b)
  const r = new Float64Array(n)
  const p = new Float64Array(n)
  const v = new Float64Array(n)
  const t = new Float64Array(n)
  const size = Math.sqrt(dot(b, b))
  if (size === 0) return { x: new Float64Array(n), iterations: 0, residual: 0, converged: true }
  let iterations = 0
  let residual = Number.POSITIVE_INFINITY
  // a restart from the true residual mends what rounding did to the recurrence
  for (let restart = 0; restart < 4 && iterations < maximum; restart++) {
    apply(x, r)
    for (let i = 0; i < n; i++) r[i] = b[i]! - r[i]!
    residual = Math.sqrt(dot(r, r)) / size
    if (residual <= tolerance) break
    const before = residual
    iterations += round(apply, x, r, p, v, t, tolerance * size, maximum - iterations)
    apply(x, v)
    let square = 0
    for (let i = 0; i < n; i++) square += (b[i]! - v[i]!) ** 2
    residual = Math.sqrt(square) / size
    if (residual <= 10 * tolerance || !(residual < before / 2)) break
  }
  // the attainable residual grows with n; ten times the rounding of one product is as good as it gets
  return { x, iterations, residual, converged: residual <= Math.max(tolerance, 1e-15 * Math.sqrt(n) * 10) }
}

function round(
  apply: Operator['apply'],
  x: Float64Array,
  r: Float64Array,
  p: Float64Array,
  v: Float64Array,
  t: Float64Array,
  enough: number,
  maximum: number,
): number {
  const n = x.length
  const shadow = Float64Array.from(r)
  let rho = dot(shadow, r)
  p.set(r)
  let iterations = 0
  while (iterations < maximum) {
    iterations++
    apply(p, v)
    const below = dot(shadow, v)
    if (below === 0) break
    const alpha = rho / below
    for (let i = 0; i < n; i++) r[i]! -= alpha * v[i]!
    if (Math.sqrt(dot(r, r)) <= enough) {
      for (let i = 0; i < n; i++) x[i]! += alpha * p[i]!
      break
    }
    apply(r, t)
    const tt = dot(t, t)
    if (tt === 0) break
    const omega = dot(t, r) / tt
    for (let i = 0; i < n; i++) {
      x[i]! += alpha * p[i]! + omega * r[i]!
      r[i]! -= omega * t[i]!
    }
    if (Math.sqrt(dot(r, r)) <= enough || omega === 0) break
    const next = dot(shadow, r)
    const beta = (next / rho) * (alpha / omega)
    if (!Number.isFinite(beta)) break
    rho = next
    for (let i = 0; i < n; i++) p[i] = r[i]! + beta * (p[i]! - omega * v[i]!)
  }
  return iterations
}

import type { Room, SweepSpace, Way } from './sweep.ts'

/** What an iterative solution came to. */
export interface IterativeSolution {
  readonly x: Float64Array
  readonly iterations: number
  /** Length of b − (I − A)x over length of b. */
  readonly residual: number
  readonly converged: boolean
}

/** Steps before the basis is begun anew. */
const STEPS = 40
const ROUNDS = 6

/** Doubles that a solution needs: x, b and what is left; the basis; what a step of Gauss and Seidel made of each; the shares of one step. */
export const gmresRoom: Room = (length) => (3 + (STEPS + 1) + STEPS) * length + STEPS + 2

/** Steps on A itself before it is decided whether steps of Gauss and Seidel would do better, and how much smaller the last of them must have made what is left if they would not. */
const TRIAL = 3
const TRIAL_GAIN = 20

/**
 * GMRES: the combination of all that has been looked at which leaves the least of b. Each step reads A once. It begins on A itself; where its third step does not
 * leave a twentieth of what was left, it goes on with steps of Gauss and Seidel, which follow chains from sector to sector. Column sums near 1 or chains of many stages take more steps, not a wrong answer: the true residual is looked at in the
 * end, so that `converged` says what is so and not what the recurrence hopes. What it looks like from outside: `createSolver`.
 * Readings of A to 1e-14, on A alone / with Gauss and Seidel / BiCGSTAB: 17 / 12 / 20 on the US table of 71 sectors, 16 / 12 / 18 at 5 % filled, 48 / 26 / 52 where columns add up to 0.95;
 * 8 / 10 / 9 on a full table without any structure.
 * Source: Saad & Schultz 1986; Saad 2003, 9.3.2 (right preconditioning, so that the residual is that of the system itself).
 */
export function gmres(space: SweepSpace, way: Way, b: ArrayLike<number>, tolerance = 1e-14): IterativeSolution {
  const { n, length, doubles: d } = space
  const x = space.first
  const right = x + length
  const rest = right + length
  const basis = rest + length
  const swept = basis + (STEPS + 1) * length
  const shares = swept + STEPS * length
  d.fill(0, x, basis)
  for (let i = 0; i < n; i++) d[right + i] = b[i]!
  d.copyWithin(rest, right, right + length)
  const size = lengthOf(d, right, n)
  if (size === 0) return { x: new Float64Array(n), iterations: 0, residual: 0, converged: true }
  let iterations = 0
  let residual = 1
  for (let round = 0; round < ROUNDS; round++) {
    const before = residual
    const made = combine(space, way, { x, rest, shares, basis, swept }, residual * size, tolerance * size, round === 0)
    iterations += made.steps
    // what products alone leave is known from them; a step of Gauss and Seidel divides, so there it is looked up
    if (round > 0) {
      space.apply(way, x, rest)
      for (let i = 0; i < n; i++) d[rest + i] = d[right + i]! - d[rest + i]!
    }
    residual = lengthOf(d, rest, n) / size
    if (round === 0 && made.left > tolerance * size) continue
    if (!(residual > 10 * tolerance) || !(residual < before / 2)) break
  }
  // the attainable residual grows with n and, where columns add up to nearly 1, with the answer itself; ten times the rounding of one product is as good as it gets
  const attainable = 1e-15 * Math.sqrt(n) * 10 * (1 + lengthOf(d, x, n) / size)
  return { x: d.slice(x, x + n), iterations, residual, converged: residual <= Math.max(tolerance, attainable) }
}

const lengthOf = (d: Float64Array, at: number, n: number): number => {
  let sum = 0
  for (let i = at; i < at + n; i++) sum += d[i]! * d[i]!
  return Math.sqrt(sum)
}

interface Places {
  readonly x: number
  readonly rest: number
  readonly shares: number
  readonly basis: number
  readonly swept: number
}

/** One round: steps until `enough` is left, by what the rotated shares say, or the trial fails; x gains the best combination, `rest` becomes what it leaves. */
function combine(space: SweepSpace, way: Way, at: Places, left: number, enough: number, trial: boolean): { steps: number; left: number } {
  const { n, length, doubles: d } = space
  // columns of the triangle that the rotations make of the shares; the shares; right hand side; cosines and sines
  const triangle: Float64Array[] = []
  const columns: Float64Array[] = []
  const side = new Float64Array(STEPS + 1)
  const turns = new Float64Array(2 * STEPS)
  const scaled = (from: number, by: number, to: number) => {
    for (let i = 0; i < length; i++) d[to + i] = d[from + i]! * by
  }
  scaled(at.rest, 1 / left, at.basis)
  side[0] = left
  let k = 0
  while (k < STEPS) {
    const [v, w] = [at.basis + k * length, at.basis + (k + 1) * length]
    if (trial) space.apply(way, v, w)
    else space.sweep(way, v, at.swept + k * length, w)
    space.orthogonalise(at.basis, k + 1, w, at.shares)
    const shares = d.slice(at.shares, at.shares + k + 2)
    const remains = shares[k + 1]!
    const column = shares.slice()
    for (let i = 0; i < k; i++) {
      const upper = turns[2 * i]! * column[i]! + turns[2 * i + 1]! * column[i + 1]!
      column[i + 1] = turns[2 * i]! * column[i + 1]! - turns[2 * i + 1]! * column[i]!
      column[i] = upper
    }
    const size = Math.hypot(column[k]!, remains)
    if (!(size > 0) || !Number.isFinite(size)) break
    turns[2 * k] = column[k]! / size
    turns[2 * k + 1] = remains / size
    column[k] = size
    const leftBefore = Math.abs(side[k]!)
    side[k + 1] = -turns[2 * k + 1]! * side[k]!
    side[k]! *= turns[2 * k]!
    triangle.push(column)
    columns.push(shares)
    k++
    if (remains === 0) break
    scaled(w, 1 / remains, w)
    if (Math.abs(side[k]!) <= enough) break
    if (trial && k === TRIAL && Math.abs(side[k]!) * TRIAL_GAIN > leftBefore) break
  }
  const remaining = Math.abs(side[k]!)
  for (let j = k - 1; j >= 0; j--) {
    let sum = side[j]!
    for (let i = j + 1; i < k; i++) sum -= triangle[i]![j]! * side[i]!
    side[j] = sum / triangle[j]![j]!
    const from = (trial ? at.basis : at.swept) + j * length
    for (let i = 0; i < n; i++) d[at.x + i]! += side[j]! * d[from + i]!
  }
  if (trial) {
    // what is left: its share of each vector of the basis is what the combination does not reach
    for (let i = 0; i <= k; i++) {
      let share = i === 0 ? left : 0
      for (let j = Math.max(0, i - 1); j < k; j++) share -= columns[j]![i]! * side[j]!
      for (let m = 0; m < n; m++) d[at.rest + m] = (i === 0 ? 0 : d[at.rest + m]!) + share * d[at.basis + i * length + m]!
    }
  }
  return { steps: k, left: remaining }
}

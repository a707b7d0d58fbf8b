import type { Crew } from '../algebra/crew.ts'
import { gmres, gmresRoom } from '../algebra/gmres.ts'
import { inverseLu, type LuFactor, luFactor, solveLu, solveLuTransposed } from '../algebra/lu.ts'
import { identity, type Matrix } from '../algebra/matrix.ts'
import { type SweepSpace, sweepSpaces, type Way } from '../algebra/sweep.ts'
import { EconomyError } from '../economy-error.ts'

/**
 * How a system is solved. `iterative` (the default): a few readings of A a question, nothing kept. `lu`: one factoring, kept, then O(n²) a question: for many questions.
 * `inverse`: every cell of L, kept: only where the cells themselves are wanted.
 */
export type SolverMethod = 'iterative' | 'lu' | 'inverse'

/** What a solver may use. */
export interface SolverOptions {
  /** Leaves the SIMD kernel aside; the answers agree to one part in 10¹². */
  readonly plain?: boolean
  /** Threads that help with factoring and inverting large tables. */
  readonly crew?: Crew | null
}

/** Answers to (I − A)x = b and x(I − A) = b for one A. */
export interface Solver {
  readonly n: number
  readonly method: SolverMethod
  readonly solve: (b: ArrayLike<number>) => Float64Array
  readonly solveTransposed: (b: ArrayLike<number>) => Float64Array
  /** L = (I − A)⁻¹, worked out once. */
  readonly inverse: () => Matrix
}

/**
 * A solver of one matrix of coefficients. An iterative answer that does not settle is found again by LU with partial pivoting; a system without one solution is an error, never NaN.
 *
 * `Array.from(createSolver(matrixOf(1, 1, () => 0.5)).solve([1])) // => [2]`
 * @throws EconomyError `singular`
 */
export function createSolver(coefficients: Matrix, method: SolverMethod = 'iterative', options: SolverOptions = {}): Solver {
  const n = coefficients.rows
  let spaces: ((way: Way) => SweepSpace) | null | undefined
  let factor: LuFactor | null = null
  let full: Matrix | null = null
  const factored = (): LuFactor => (factor ??= checked(luFactor(oneLess(coefficients), options)))
  const answer = (b: ArrayLike<number>, way: Way): Float64Array => {
    if (method === 'iterative' && factor === null && n > 0) {
      if (spaces === undefined) spaces = sweepSpaces(coefficients, gmresRoom, options.plain)
      const found = spaces && gmres(spaces(way), way, b)
      if (found?.converged && found.x.every(Number.isFinite)) return found.x
    }
    return way === 'forward' ? solveLu(factored(), b) : solveLuTransposed(factored(), b)
  }
  return {
    n,
    method,
    solve: (b) => answer(b, 'forward'),
    solveTransposed: (b) => answer(b, 'backward'),
    inverse: () => (full ??= n === 0 ? identity(0) : inverseLu(factored(), options)),
  }
}

/** I − A. */
export function oneLess(a: Matrix): Matrix {
  const values = new Float64Array(a.values.length)
  for (let k = 0; k < values.length; k++) values[k] = -a.values[k]!
  for (let i = 0; i < a.rows; i++) values[i * (a.rows + 1)]! += 1
  return { rows: a.rows, columns: a.rows, values }
}

function checked(factor: LuFactor): LuFactor {
  if (factor.pivotRatio < 1e-14)
    throw new EconomyError(
      'singular',
      `expected a system with one solution, got one that is singular to ${factor.pivotRatio.toExponential(1)}`,
      'look for a sector that uses its whole output as input',
      { part: 'system' },
    )
  return factor
}

import { bicgstab } from '../algebra/bicgstab.ts'
import { inverseLu, type LuFactor, luFactor, solveLu, solveLuTransposed } from '../algebra/lu.ts'
import { identity, type Matrix, matrixOf } from '../algebra/matrix.ts'
import { oneLessBothWays } from '../algebra/operator.ts'
import { EconomyError } from '../economy-error.ts'

/**
 * How a system is solved. `iterative` (the default): a few products with A a question, nothing kept. `lu`: one factoring, kept, then O(n²) a question: for many questions.
 * `inverse`: every cell of L, kept: only where the cells themselves are wanted.
 */
export type SolverMethod = 'iterative' | 'lu' | 'inverse'

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
export function createSolver(coefficients: Matrix, method: SolverMethod = 'iterative'): Solver {
  const n = coefficients.rows
  let operators: ReturnType<typeof oneLessBothWays> | null = null
  let factor: LuFactor | null = null
  let full: Matrix | null = null
  const factored = (): LuFactor => (factor ??= checked(luFactor(oneLessMatrix(coefficients))))
  const ways = () => (operators ??= oneLessBothWays(coefficients))
  const answer = (b: ArrayLike<number>, way: 'forward' | 'backward'): Float64Array => {
    if (method === 'iterative' && factor === null) {
      const found = bicgstab(ways()[way], Float64Array.from(b))
      if (found.converged && found.x.every(Number.isFinite)) return found.x
    }
    return way === 'forward' ? solveLu(factored(), b) : solveLuTransposed(factored(), b)
  }
  return {
    n,
    method,
    solve: (b) => answer(b, 'forward'),
    solveTransposed: (b) => answer(b, 'backward'),
    inverse: () => (full ??= n === 0 ? identity(0) : inverseLu(factored())),
  }
}

const oneLessMatrix = (m: Matrix): Matrix => matrixOf(m.rows, m.rows, (i, j) => (i === j ? 1 : 0) - m.values[i * m.rows + j]!)

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

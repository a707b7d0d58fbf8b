import { EconomyError } from '../economy-error.ts'
import { awaitPieces, board, type Crew, close, luPiece, open, takePieces } from './crew.ts'
import { inversePieces, inversePlan, invertColumns, unpackAnswer } from './kernel-inverse.ts'
import { chunkOf, factorPanel, finishOrder, type LuPlan, luPlan, steps, updateNextPanel } from './kernel-lu.ts'
import type { Matrix } from './matrix.ts'
import { plainFactor, plainInverse, plainSolve, plainSolveTransposed } from './plain-lu.ts'
import { type KernelMemory, kernelWith } from './wasm-kernel.ts'

/** A factored matrix PM = LU: L below the diagonal (its own diagonal is 1), U on and above. */
export interface LuFactor {
  readonly n: number
  /** Rows of L and U, `stride` doubles from one to the next. */
  readonly lu: Float64Array
  readonly stride: number
  /** `order[i]` is the row of the given matrix that came to stand in row i. */
  readonly order: Int32Array
  /** Smallest pivot over largest: near zero, the answers have few digits. */
  readonly pivotRatio: number
  /** Where the SIMD kernel keeps it, or null for plain code. */
  readonly space: { readonly memory: KernelMemory; readonly plan: LuPlan } | null
}

/** How a matrix is factored. */
export interface LuOptions {
  /** Leaves the SIMD kernel aside. */
  readonly plain?: boolean
  /** Threads that help. */
  readonly crew?: Crew | null
}

/** Below this size the plain code is as quick. */
const SMALL = 48
/** Below this size helpers cost more than they do. */
const SHARED_FROM = 256

/**
 * LU with partial pivoting, block by block: a panel of 64 or 128 columns is factored, then the rest of the matrix is updated by one product (SIMD where there is any).
 * Helpers update what the caller has not come to while it factors the next panel. Source: Golub & Van Loan, Matrix Computations, 3.2.11 and 3.4; Toledo 1997 for the panel.
 * O(n³ / 3) multiplications.
 *
 * `Array.from(solveLu(luFactor({ rows: 2, columns: 2, values: new Float64Array([0, 2, 4, 0]) }), [2, 8])) // => [2, 1]`
 * @throws EconomyError `singular` where a column has no pivot.
 */
export function luFactor(m: Matrix, options: LuOptions = {}): LuFactor {
  const n = m.rows
  const crew = options.crew && n >= SHARED_FROM ? options.crew : null
  const plan = luPlan(n, 1 + (crew?.helpers ?? 0))
  const memory = options.plain || n < SMALL ? null : kernelWith(crew ? 'shared' : 'factors', plan.doubles)
  if (!memory) return { ...plainFactor(m), space: null }
  const { doubles } = memory
  for (let i = 0; i < n; i++) doubles.set(m.values.subarray(i * n, (i + 1) * n), i * plan.stride)
  for (let i = n; i < plan.size; i++) doubles[i * (plan.stride + 1)] = 1
  const on = board()
  if (crew) crew.call({ module: memory.module, memory: memory.memory, board: on, plan: { kind: 'lu', lu: plan } })
  try {
    factorPanel(memory, plan, 0)
    for (let step = 0; step + 1 < steps(plan); step++) {
      if (crew) open(on, step)
      updateNextPanel(memory, plan, step)
      if (!crew) for (let piece = 0; luPiece(memory, plan, step, piece, 0); piece++);
      factorPanel(memory, plan, step + 1)
      if (!crew) continue
      takePieces(on, (one, piece) => luPiece(memory, plan, one, piece, 0))
      awaitPieces(on, piecesOf(plan, step))
    }
  } finally {
    close(on)
  }
  const order = finishOrder(memory, plan)
  let smallest = Number.POSITIVE_INFINITY
  let largest = 0
  for (let k = 0; k < n; k++) {
    const pivot = Math.abs(doubles[k * (plan.stride + 1)]!)
    smallest = Math.min(smallest, pivot)
    largest = Math.max(largest, pivot)
  }
  return {
    n,
    // the memory may grow, and with it goes every view of it: look at it afresh
    get lu() {
      return memory.doubles
    },
    stride: plan.stride,
    order,
    pivotRatio: smallest / largest,
    space: { memory, plan },
  }
}

function piecesOf(plan: LuPlan, step: number): number {
  let pieces = 0
  while (chunkOf(plan, step, pieces)) pieces++
  return pieces
}

/** x of Mx = b. O(n²). @throws EconomyError `shape` */
export function solveLu(factor: LuFactor, b: ArrayLike<number>): Float64Array {
  const { n, order, space } = fitting(factor, b)
  if (!space) return plainSolve(factor, b)
  const { memory, plan } = space
  const { size, stride } = plan
  const { doubles: w, kernel } = memory
  // the panel is free now: x stands where it stood, what a run of eight rows makes of it after
  const x = plan.panel
  const y = x + size
  for (let i = 0; i < size; i++) w[x + i] = i < n ? b[order[i]!]! : 0
  for (let top = 0; top < size; top += 8) {
    kernel.rowsTimes(top * stride * 8, stride * 8, x * 8, y * 8, top / 2, 2)
    for (let i = top; i < top + 8; i++) {
      let sum = w[x + i]! - w[y + i - top]!
      for (let j = top; j < i; j++) sum -= w[i * stride + j]! * w[x + j]!
      w[x + i] = sum
    }
  }
  for (let top = size - 8; top >= 0; top -= 8) {
    kernel.rowsTimes((top * stride + top + 8) * 8, stride * 8, (x + top + 8) * 8, y * 8, (size - top) / 2 - 4, 2)
    for (let i = top + 7; i >= top; i--) {
      let sum = w[x + i]! - w[y + i - top]!
      for (let j = i + 1; j < top + 8; j++) sum -= w[i * stride + j]! * w[x + j]!
      w[x + i] = sum / w[i * stride + i]!
    }
  }
  return w.slice(x, x + n)
}

/** x of xM = b (the transposed system). `Array.from(solveLuTransposed(luFactor({ rows: 2, columns: 2, values: new Float64Array([1, 0, 3, 1]) }), [4, 1])) // => [1, 1]` */
export function solveLuTransposed(factor: LuFactor, b: ArrayLike<number>): Float64Array {
  const { n, order, space } = fitting(factor, b)
  if (!space) return plainSolveTransposed(factor, b)
  const { memory, plan } = space
  const { size, stride } = plan
  const { doubles: w, kernel } = memory
  const x = plan.panel
  for (let i = 0; i < size; i++) w[x + i] = i < n ? b[i]! : 0
  for (let top = 0; top < size; top += 8) {
    for (let i = top; i < top + 8; i++) {
      let sum = w[x + i]!
      for (let j = top; j < i; j++) sum -= w[j * stride + i]! * w[x + j]!
      w[x + i] = sum / w[i * stride + i]!
    }
    kernel.minusTimesRows((top * stride + top + 8) * 8, stride * 8, (x + top) * 8, (x + top + 8) * 8, (size - top) / 2 - 4, 2)
  }
  for (let top = size - 8; top >= 0; top -= 8) {
    for (let i = top + 7; i >= top; i--) {
      let sum = w[x + i]!
      for (let j = i + 1; j < top + 8; j++) sum -= w[j * stride + i]! * w[x + j]!
      w[x + i] = sum
    }
    kernel.minusTimesRows(top * stride * 8, stride * 8, (x + top) * 8, x * 8, top / 2, 2)
  }
  const made = new Float64Array(n)
  for (let i = 0; i < n; i++) made[order[i]!] = w[x + i]!
  return made
}

function fitting(factor: LuFactor, b: ArrayLike<number>): LuFactor {
  if (b.length !== factor.n)
    throw new EconomyError('shape', `expected ${factor.n} numbers on the right hand side, got ${b.length}`, 'give one number a row of the system')
  return factor
}

/** The whole inverse, run of columns by run of columns, the bulk by products. O(n³); ask for it only where every cell is needed. `Array.from(inverseLu(luFactor({ rows: 1, columns: 1, values: new Float64Array([4]) })).values) // => [0.25]` */
export function inverseLu(factor: LuFactor, options: LuOptions = {}): Matrix {
  const { n, space } = factor
  if (!space || options.plain) return plainInverse(factor)
  const { memory, plan } = space
  const crew = options.crew && memory.shared && n >= SHARED_FROM ? options.crew : null
  const inverse = inversePlan(plan.size, plan.stride, plan.doubles, 1 + (crew?.helpers ?? 0))
  if (!memory.reach(inverse.doubles)) return plainInverse(factor)
  const on = board()
  if (crew) {
    crew.call({ module: memory.module, memory: memory.memory, board: on, plan: { kind: 'inverse', inverse } })
    open(on, 0)
    try {
      takePieces(on, (_, piece) => invertColumns(memory, inverse, piece, 0))
      awaitPieces(on, inversePieces(inverse))
    } finally {
      close(on)
    }
  } else for (let piece = 0; invertColumns(memory, inverse, piece); piece++);
  return { rows: n, columns: n, values: unpackAnswer(memory, inverse, n, factor.order) }
}

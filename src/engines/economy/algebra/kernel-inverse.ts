import type { KernelMemory } from './wasm-kernel.ts'

/** Where the parts of an inversion stand in memory (in doubles): the factors as luFactor left them, and the answer in packed columns (four beside one another). */
export interface InversePlan {
  readonly size: number
  readonly stride: number
  /** Rows that are worked off together. */
  readonly block: number
  /** Columns of a piece of work. */
  readonly piece: number
  readonly answer: number
  readonly packed: number
  readonly triangle: number
  readonly doubles: number
}

/** Inner length of one product: what then stands in the caches is a block of A and a tile of B. */
const INNER = 256

/** A plan that begins in memory after the factors. */
export function inversePlan(size: number, stride: number, from: number, threads: number): InversePlan {
  const block = Math.min(size, 128)
  const pieces = threads === 1 ? Math.ceil(size / 2048) : Math.max(threads * 3, Math.ceil(size / 1024))
  const piece = Math.ceil(size / pieces / 4) * 4
  const packed = from + size * size
  const triangle = packed + threads * block * INNER
  return { size, stride, block, piece, answer: from, packed, triangle, doubles: triangle + threads * block * block }
}

/** Pieces of work there are. */
export const inversePieces = (plan: InversePlan): number => Math.ceil(plan.size / plan.piece)

/**
 * U⁻¹·L⁻¹ of one run of columns, in the packed answer: forward through L from where the columns of the identity begin, then back through U, every row block by one product with
 * all that is known. 2·n³ multiplications and additions with the factoring. Gives false past the last piece. Later columns, which are shorter on the way forward, come last.
 */
export function invertColumns(space: KernelMemory, plan: InversePlan, piece: number, thread = 0): boolean {
  const left = piece * plan.piece
  if (left >= plan.size) return false
  const { kernel, doubles } = space
  const { size, block } = plan
  const columns = Math.min(plan.piece, size - left)
  const tiles = columns / 4
  const tileBytes = size * 32
  const stride = plan.stride * 8
  const answer = (plan.answer + left * size) * 8
  const packed = (plan.packed + thread * block * INNER) * 8
  const triangle = (plan.triangle + thread * block * block) * 8
  doubles.fill(0, answer / 8, answer / 8 + columns * size)
  for (let j = 0; j < columns; j++) doubles[answer / 8 + (j >> 2) * size * 4 + (left + j) * 4 + (j & 3)] = 1

  /** Rows `row` … + `rows` of the answer lose what columns from … to of the factors do. */
  const takeOff = (row: number, rows: number, from: number, to: number): void => {
    // runs end at the same places whatever the piece, so that the answer does not depend on how the work was shared
    for (let k = from, inner = 0; k < to; k += inner) {
      inner = Math.min(INNER - (k % INNER), to - k)
      kernel.packRows(row * stride + k * 8, stride, packed, inner * 32, inner / 2, rows / 4)
      kernel.minusProduct(answer + row * 32, 32, 128, tileBytes, packed, inner * 32, answer + k * 32, tileBytes, inner, rows / 4, tiles)
    }
  }

  const first = Math.floor(left / block) * block
  for (let row = first; row < size; row += block) {
    const rows = Math.min(block, size - row)
    takeOff(row, rows, first, row)
    kernel.packRows(row * (stride + 8), stride, triangle, rows * 32, rows / 2, rows / 4)
    kernel.solveLower(answer + row * 32, tileBytes, triangle, rows * 32, rows / 4, tiles)
  }
  for (let row = Math.floor((size - 1) / block) * block; row >= 0; row -= block) {
    const rows = Math.min(block, size - row)
    takeOff(row, rows, row + rows, size)
    kernel.packRows(row * (stride + 8), stride, triangle, rows * 32, rows / 2, rows / 4)
    // the diagonal is divided by: once as reciprocals, here, and not for every column
    for (let k = 0; k < rows; k++) {
      const cell = triangle / 8 + (k >> 2) * rows * 4 + k * 4 + (k & 3)
      doubles[cell] = 1 / doubles[cell]!
    }
    kernel.solveUpper(answer + row * 32, tileBytes, triangle, rows * 32, rows / 4, tiles)
  }
  return true
}

/** The packed answer as rows of n, its columns brought where the exchanged rows came from. */
export function unpackAnswer({ doubles }: KernelMemory, plan: InversePlan, n: number, order: Int32Array): Float64Array {
  const { size, answer } = plan
  const made = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    const row = answer + i * 4
    for (let j = 0; j < n; j++) made[i * n + order[j]!] = doubles[row + (j >> 2) * size * 4 + (j & 3)]!
  }
  return made
}

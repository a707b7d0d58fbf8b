import { kernelWith } from './wasm-kernel.ts'

/** Columns that are factored together, and the inner length of block products. */
export const BLOCK = 64

/** Square matrices side by side in one memory, and the one operation that takes the time. */
export interface Workspace {
  readonly doubles: Float64Array
  /** Doubles from one row to the next: n, padded to a multiple of four. */
  readonly stride: number
  /** C −= A·B for blocks that begin at these places; rows and columns may run into the padding, which is 0. */
  readonly minusProduct: (c: number, a: number, b: number, rows: number, columns: number, inner: number) => void
}

/** Below this size the plain code is as quick. */
const SMALL = 96

/** Memory for so many matrices of one size. With the SIMD kernel where there is one, else in plain code; both give the same to the last few digits. */
export function workspace(n: number, matrices: number, plain = false): Workspace {
  const stride = Math.ceil(n / 4) * 4
  const size = stride * stride * matrices
  const made = plain || n < SMALL ? null : kernelWith(size + 2 * BLOCK * stride)
  if (!made) {
    const doubles = new Float64Array(size)
    return { doubles, stride, minusProduct: (c, a, b, rows, columns, inner) => plainMinusProduct(doubles, stride, c, a, b, rows, columns, inner) }
  }
  const { kernel, doubles } = made
  const packedA = size
  const packedB = size + BLOCK * stride
  return {
    doubles,
    stride,
    minusProduct: (c, a, b, rows, columns, inner) => {
      const [rowTiles, columnTiles] = [Math.ceil(rows / 4), Math.ceil(columns / 4)]
      for (let tile = 0, to = packedA; tile < rowTiles; tile++)
        for (let k = 0; k < inner; k++) for (let r = 0; r < 4; r++) doubles[to++] = doubles[a + (4 * tile + r) * stride + k]!
      for (let k = 0; k < inner; k++)
        for (let tile = 0; tile < columnTiles; tile++) {
          const to = packedB + (tile * inner + k) * 4
          const from = b + k * stride + 4 * tile
          doubles[to] = doubles[from]!
          doubles[to + 1] = doubles[from + 1]!
          doubles[to + 2] = doubles[from + 2]!
          doubles[to + 3] = doubles[from + 3]!
        }
      kernel.minusProduct(c * 8, stride * 8, packedA * 8, packedB * 8, inner, rowTiles, columnTiles)
    },
  }
}

/** Four rows of B at a time: each cell of C is read and written once for four multiplications. */
function plainMinusProduct(w: Float64Array, stride: number, c: number, a: number, b: number, rows: number, columns: number, inner: number): void {
  for (let left = 0; left < columns; left += 512) {
    const right = Math.min(columns, left + 512)
    for (let i = 0; i < rows; i++) {
      const into = c + i * stride
      const from = a + i * stride
      let k = 0
      for (; k + 3 < inner; k += 4) {
        const [p, q, r, s] = [w[from + k]!, w[from + k + 1]!, w[from + k + 2]!, w[from + k + 3]!]
        const r0 = b + k * stride
        const r1 = r0 + stride
        const r2 = r1 + stride
        const r3 = r2 + stride
        for (let j = left; j < right; j++) w[into + j]! -= p * w[r0 + j]! + q * w[r1 + j]! + r * w[r2 + j]! + s * w[r3 + j]!
      }
      for (; k < inner; k++) {
        const p = w[from + k]!
        for (let j = left; j < right; j++) w[into + j]! -= p * w[b + k * stride + j]!
      }
    }
  }
}

import { type Matrix, sparserThan, transpose } from './matrix.ts'
import { compress, type SparseMatrix } from './sparse.ts'
import { kernelDense, kernelSparse } from './sweep-kernel.ts'
import { plainDense, plainSparse } from './sweep-plain.ts'

/** Which system is solved: (I − A)x = b, or x(I − A) = b, where A is read the other way round. */
export type Way = 'forward' | 'backward'

/**
 * Vectors of one length, and what I − A = D − L − U does to them (D the diagonal, L what stands left of it in A, U right of it). Vectors are named by where they begin.
 */
export interface SweepSpace {
  readonly n: number
  /** Doubles from one vector to the next; what lies past n is 0. */
  readonly length: number
  /** Where there is room. */
  readonly first: number
  readonly doubles: Float64Array
  /** z of (D − L)z = v, a step of Gauss and Seidel, and w = (I − A)z = v − U·z, which is what such steps make of the system. A is read once. */
  readonly sweep: (way: Way, v: number, z: number, w: number) => void
  /** y = (I − A)x. */
  readonly apply: (way: Way, x: number, y: number) => void
  /** w is made orthogonal to `many` vectors from `basis` on; the shares go to `shares`, the length that is left after them. */
  readonly orthogonalise: (basis: number, many: number, w: number, shares: number) => void
}

/** Doubles that are needed for vectors of a length. */
export type Room = (length: number) => number

/** Below this share of filled cells the sparse form is used. */
const SPARSE_BELOW = 0.25
/** Below this size the plain code is as quick as the kernel. */
const SMALL = 32

/** 1 / (1 − a_ii), or null where a sector uses all it makes itself: then such steps do not exist. */
export function reciprocals(m: Matrix): Float64Array | null {
  const made = new Float64Array(m.rows)
  for (let i = 0; i < m.rows; i++) {
    const left = 1 - m.values[i * (m.rows + 1)]!
    if (Math.abs(left) < 1e-8) return null
    made[i] = 1 / left
  }
  return made
}

/** The space of a matrix for one way, in whichever form is quicker: sparse or dense, with the SIMD kernel or without (`plain`). Null where no steps of Gauss and Seidel exist. */
export function sweepSpaces(m: Matrix, room: Room, plain = false): ((way: Way) => SweepSpace) | null {
  const inverse = reciprocals(m)
  if (!inverse) return null
  const quick = !plain && m.rows >= SMALL
  if (!sparserThan(m, SPARSE_BELOW)) {
    const space = (quick ? kernelDense(m, inverse, room) : null) ?? plainDense(m, inverse, room)
    return () => space
  }
  const made: Partial<Record<Way, SweepSpace>> = {}
  const forms = (way: Way): SparseMatrix => compress(way === 'forward' ? m : transpose(m))
  return (way) => {
    made[way] ??= make(forms(way))
    return made[way]
  }
  function make(sparse: SparseMatrix): SweepSpace {
    return (quick ? kernelSparse(sparse, inverse!, room) : null) ?? plainSparse(sparse, inverse!, room)
  }
}

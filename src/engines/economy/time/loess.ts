/** A fit of loess: which points, how wide, how smooth. Points stand at 1 … n, as the method's own paper counts them. */
export interface LoessOptions {
  readonly span: number
  readonly degree: 0 | 1
  /** Fit every so many points and draw straight lines between. */
  readonly jump: number
  /** Robustness weights, or null for all 1. */
  readonly weights: Float64Array | null
}

/** Weights of one fit: used and left behind within a call, kept so that thousands of fits do not ask for memory. */
let scratch = new Float64Array(64)

/**
 * The loess value at x from the points left … right (counted from 1): tricube weights by distance, straight line where the degree is 1. Null where all weights vanish.
 * Source: Cleveland, Cleveland, McRae & Terpenning 1990, section 2.
 */
export function loessAt(
  y: ArrayLike<number>,
  n: number,
  x: number,
  left: number,
  right: number,
  { span, degree, weights }: LoessOptions,
): number | null {
  let width = Math.max(x - left, right - x)
  if (span > n) width += Math.floor((span - n) / 2)
  const size = right - left + 1
  if (scratch.length < size) scratch = new Float64Array(2 * size)
  const w = scratch
  let all = 0
  for (let j = left; j <= right; j++) {
    const distance = Math.abs(j - x)
    if (distance > 0.999 * width) {
      w[j - left] = 0
      continue
    }
    const share = distance / width
    const rest = 1 - share * share * share
    let weight = distance <= 0.001 * width ? 1 : rest * rest * rest
    if (weights) weight *= weights[j - 1]!
    w[j - left] = weight
    all += weight
  }
  if (all <= 0) return null
  for (let k = 0; k < size; k++) w[k]! /= all
  if (width > 0 && degree > 0) {
    let centre = 0
    for (let j = left; j <= right; j++) centre += w[j - left]! * j
    let slope = x - centre
    let squares = 0
    for (let j = left; j <= right; j++) squares += w[j - left]! * (j - centre) * (j - centre)
    if (Math.sqrt(squares) > 0.001 * (n - 1)) {
      slope /= squares
      for (let j = left; j <= right; j++) w[j - left]! *= slope * (j - centre) + 1
    }
  }
  let made = 0
  for (let j = left; j <= right; j++) made += w[j - left]! * y[j - 1]!
  return made
}

/** Loess at every point of a series. `Array.from(loess([1, 2, 3], { span: 3, degree: 1, jump: 1, weights: null }), Math.round) // => [1, 2, 3]` */
export function loess(y: ArrayLike<number>, options: LoessOptions): Float64Array {
  const n = y.length
  const made = new Float64Array(n)
  if (n < 2) {
    if (n === 1) made[0] = y[0]!
    return made
  }
  const jump = Math.min(options.jump, n - 1)
  const window = windows(n, options.span, jump)
  let last = { left: 1, right: Math.min(options.span, n) }
  for (let i = 1; i <= n; i += jump) {
    last = window(i)
    made[i - 1] = loessAt(y, n, i, last.left, last.right, options) ?? y[i - 1]!
  }
  if (jump > 1) fillBetween(y, made, jump, last, options)
  return made
}

/** The points each fit looks at: as many as the span, slid along, held at both ends. */
function windows(n: number, span: number, jump: number): (i: number) => { left: number; right: number } {
  if (span >= n) return () => ({ left: 1, right: n })
  const half = Math.floor((span + 1) / 2)
  if (jump === 1) {
    let left = 1
    let right = span
    return (i) => {
      if (i > half && right !== n) {
        left++
        right++
      }
      return { left, right }
    }
  }
  return (i) => {
    if (i < half) return { left: 1, right: span }
    if (i >= n - half + 1) return { left: n - span + 1, right: n }
    return { left: i - half + 1, right: span + i - half }
  }
}

function fillBetween(y: ArrayLike<number>, made: Float64Array, jump: number, last: { left: number; right: number }, options: LoessOptions): void {
  const n = y.length
  const line = (from: number, to: number) => {
    const step = (made[to - 1]! - made[from - 1]!) / (to - from)
    for (let j = from + 1; j < to; j++) made[j - 1] = made[from - 1]! + step * (j - from)
  }
  for (let i = 1; i <= n - jump; i += jump) line(i, i + jump)
  const end = Math.floor((n - 1) / jump) * jump + 1
  if (end === n) return
  made[n - 1] = loessAt(y, n, n, last.left, last.right, options) ?? y[n - 1]!
  if (end !== n - 1) line(end, n)
}

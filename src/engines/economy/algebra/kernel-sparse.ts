import { advance, type Code, define, f64, get, i32, join, set, times, type WasmFunction } from './wasm-assembler.ts'

const bytes = i32.of
const four = [0, 1, 2, 3] as const

/** Places take two bytes where every one is below 64 KiB, else four: large matrices are read at the speed of memory, and a sixth less of it is a sixth sooner. */
type Width = 2 | 4

/**
 * Cells of one half row, in fours: how many fours, then four places and four values, again and again; a place is a distance in bytes in the vector that begins at `x`.
 * Leaves four partial sums; the pointer runs on to the next half row.
 */
function gather(l: { count: number; s_4: number }, width: Width, from: number, x: number): Code {
  const place = width === 2 ? i32.loadShort : i32.load
  const sums = four.map((k) => {
    const partner = f64.load(i32.plus(get(x), place(get(from), width * k)))
    return set(l.s_4 + k, f64.plus(get(l.s_4 + k), f64.times(f64.load(get(from), 4 * width + 8 * k), partner)))
  })
  return join(
    ...four.map((k) => set(l.s_4 + k, f64.zero)),
    set(l.count, i32.load(get(from))),
    advance(from, bytes(8)),
    times(l.count, get(l.count), join(...sums, advance(from, bytes(4 * width + 32)))),
  )
}
const gathered = (s: number): Code => f64.plus(f64.plus(get(s), get(s + 1)), f64.plus(get(s + 2), get(s + 3)))

/** The same of a sparse matrix, its filled cells left of the diagonal in half rows at `lower`, those right of it at `upper`. */
const sweepSparse = (width: Width): WasmFunction =>
  define(
    `sweepSparse${width}`,
    { lower: 'i', upper: 'i', inverse: 'i', v: 'i', z: 'i', w: 'i', n: 'i' },
    { row: 'i', count: 'i', pz: 'i', pw: 'i', s_4: 'd' },
    (l) => {
      const sum = gathered(l.s_4)
      return join(
        set(l.pz, get(l.z)),
        set(l.pw, get(l.v)),
        times(
          l.row,
          get(l.n),
          join(
            gather(l, width, l.lower, l.z),
            f64.store(get(l.pz), f64.times(f64.plus(f64.load(get(l.pw)), sum), f64.load(get(l.inverse)))),
            advance(l.pz, bytes(8)),
            advance(l.pw, bytes(8)),
            advance(l.inverse, bytes(8)),
          ),
        ),
        times(
          l.row,
          get(l.n),
          join(
            gather(l, width, l.upper, l.z),
            f64.store(get(l.w), f64.minus(f64.load(get(l.v)), sum)),
            advance(l.w, bytes(8)),
            advance(l.v, bytes(8)),
          ),
        ),
      )
    },
  )

/** y = A·x off the diagonal of a sparse matrix in half rows. */
const timesSparse = (width: Width): WasmFunction =>
  define(`timesSparse${width}`, { lower: 'i', upper: 'i', x: 'i', y: 'i', n: 'i' }, { row: 'i', count: 'i', s_4: 'd' }, (l) =>
    times(
      l.row,
      get(l.n),
      join(
        gather(l, width, l.lower, l.x),
        f64.store(get(l.y), gathered(l.s_4)),
        gather(l, width, l.upper, l.x),
        f64.store(get(l.y), f64.plus(f64.load(get(l.y)), gathered(l.s_4))),
        advance(l.y, bytes(8)),
      ),
    ),
  )

/** What sparse matrices are worked with. */
export const sparseFunctions = (): WasmFunction[] => ([2, 4] as const).flatMap((width) => [sweepSparse(width), timesSparse(width)])

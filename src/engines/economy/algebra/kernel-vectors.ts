import { advance, type Code, define, f64, f64x2, get, i32, join, set, times, type WasmFunction } from './wasm-assembler.ts'

const bytes = i32.of
const rows = [0, 1, 2, 3] as const

/** dot of two runs of doubles, `octets` · 8 long, into `sum`; the four accumulators are vectors from `acc` on. */
const dotLoop = (acc: number, count: number, p: number, q: number, octets: Code): Code =>
  join(
    ...rows.map((i) => set(acc + i, f64x2.zero)),
    times(
      count,
      octets,
      join(
        ...rows.map((i) => set(acc + i, f64x2.plus(get(acc + i), f64x2.times(f64x2.load(get(p), 16 * i), f64x2.load(get(q), 16 * i))))),
        advance(p, bytes(64)),
        advance(q, bytes(64)),
      ),
    ),
    set(acc, f64x2.plus(f64x2.plus(get(acc), get(acc + 1)), f64x2.plus(get(acc + 2), get(acc + 3)))),
  )

/** y += factor · x over `octets` · 8 doubles; the factor stands in both places of a vector. */
const addLoop = (factor: number, count: number, x: number, y: number, octets: Code): Code =>
  times(
    count,
    octets,
    join(
      ...rows.map((i) => f64x2.store(get(y), f64x2.plus(f64x2.load(get(y), 16 * i), f64x2.times(get(factor), f64x2.load(get(x), 16 * i))), 16 * i)),
      advance(x, bytes(64)),
      advance(y, bytes(64)),
    ),
  )

/** w is made orthogonal to `many` vectors that stand `apart` bytes from one another (modified Gram and Schmidt); the shares taken off go to `shares`, the length that is left after them. */
const orthogonalise = (): WasmFunction =>
  define(
    'orthogonalise',
    { basis: 'i', apart: 'i', many: 'i', w: 'i', shares: 'i', octets: 'i' },
    { row: 'i', count: 'i', p: 'i', q: 'i', acc_4: 'v', factor: 'v' },
    (l) => {
      const dotWith = (other: number) => join(set(l.p, get(other)), set(l.q, get(l.w)), dotLoop(l.acc_4, l.count, l.p, l.q, get(l.octets)))
      return join(
        times(
          l.row,
          get(l.many),
          join(
            dotWith(l.basis),
            f64.store(get(l.shares), f64x2.sum(l.acc_4)),
            set(l.factor, f64x2.minus(f64x2.zero, f64x2.loadBoth(get(l.shares)))),
            set(l.p, get(l.basis)),
            set(l.q, get(l.w)),
            addLoop(l.factor, l.count, l.p, l.q, get(l.octets)),
            advance(l.basis, get(l.apart)),
            advance(l.shares, bytes(8)),
          ),
        ),
        dotWith(l.w),
        f64.store(get(l.shares), f64.root(f64x2.sum(l.acc_4))),
      )
    },
  )

/** What vectors are worked with. */
export const vectorFunctions = (): WasmFunction[] => [orthogonalise()]

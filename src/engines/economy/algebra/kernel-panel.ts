import { STRIP } from './kernel-lu.ts'
import { advance, type Code, define, f64, f64x2, get, i32, join, set, times, type WasmFunction, when } from './wasm-assembler.ts'

const strip = Array.from({ length: STRIP }, (_, k) => k)
const bytes = i32.of

/** Changes two rows of `pairs` · 2 doubles; the pointers run on. */
const swap = (l: { p: number; q: number; count: number; held: number }, pairs: Code): Code =>
  times(
    l.count,
    pairs,
    join(
      set(l.held, f64x2.load(get(l.p))),
      f64x2.store(get(l.p), f64x2.load(get(l.q))),
      f64x2.store(get(l.q), get(l.held)),
      advance(l.p, bytes(16)),
      advance(l.q, bytes(16)),
    ),
  )

/**
 * Eight columns of a panel, column by column with partial pivoting: `top` is the strip's own first cell, `width` the doubles / 2 of a whole panel row, `left` where that row
 * begins. The row that came to stand in place k is written to `pivots` (rows counted from the strip's first). The next pivot is looked for while the column is made.
 * A column without a pivot leaves 0 or NaN on the diagonal: the caller looks there.
 */
const factorStrip = (): WasmFunction =>
  define(
    'factorStrip',
    { top: 'i', left: 'i', stride: 'i', rows: 'i', width: 'i', pivots: 'i' },
    {
      count: 'i',
      row: 'i',
      best: 'i',
      here: 'i',
      p: 'i',
      q: 'i',
      held: 'v',
      most: 'd',
      size: 'd',
      inverse: 'd',
      factor: 'd',
      beside: 'd',
      value: 'd',
      u_4: 'v',
      many: 'v',
      cell: 'v',
    },
    (l) => {
      const compare = join(
        set(l.size, f64.size(get(l.value))),
        when(f64.greater(get(l.size), get(l.most)), join(set(l.most, get(l.size)), set(l.best, get(l.row)))),
      )
      const line = (k: number) => i32.times(get(l.stride), i32.of(k))
      const search = join(
        set(l.most, f64.zero),
        set(l.best, i32.of(0)),
        set(l.row, i32.of(0)),
        set(l.here, get(l.top)),
        times(l.count, get(l.rows), join(set(l.value, f64.load(get(l.here))), compare, advance(l.here, get(l.stride)), advance(l.row, i32.of(1)))),
      )
      const column = (k: number): Code => {
        const first = (k >> 1) + 1
        const vectors = strip.slice(first, STRIP / 2)
        const eliminated = join(
          set(l.factor, f64.times(f64.load(get(l.here), 8 * k), get(l.inverse))),
          f64.store(get(l.here), get(l.factor), 8 * k),
          set(l.many, f64x2.both(get(l.factor))),
          k % 2 === 0
            ? join(
                set(l.value, f64.minus(f64.load(get(l.here), 8 * (k + 1)), f64.times(get(l.factor), get(l.beside)))),
                f64.store(get(l.here), get(l.value), 8 * (k + 1)),
              )
            : [],
          ...vectors.map((v) =>
            join(
              set(l.cell, f64x2.minus(f64x2.load(get(l.here), 16 * v), f64x2.times(get(l.many), get(l.u_4 + v)))),
              f64x2.store(get(l.here), get(l.cell), 16 * v),
              k % 2 === 1 && v === first ? set(l.value, f64x2.lane(0, get(l.cell))) : [],
            ),
          ),
          k + 1 < STRIP ? compare : [],
          advance(l.here, get(l.stride)),
          advance(l.row, i32.of(1)),
        )
        return join(
          i32.store(get(l.pivots), get(l.best), 4 * k),
          when(
            i32.differs(get(l.best), i32.of(k)),
            join(
              set(l.p, i32.plus(get(l.left), line(k))),
              set(l.q, i32.plus(get(l.left), i32.times(get(l.stride), get(l.best)))),
              swap(l, get(l.width)),
            ),
          ),
          set(l.here, i32.plus(get(l.top), line(k))),
          set(l.inverse, f64.over(f64.one, f64.load(get(l.here), 8 * k))),
          k % 2 === 0 ? set(l.beside, f64.load(get(l.here), 8 * (k + 1))) : [],
          ...vectors.map((v) => set(l.u_4 + v, f64x2.load(get(l.here), 16 * v))),
          set(l.most, f64.zero),
          set(l.best, i32.of(k + 1)),
          set(l.row, i32.of(k + 1)),
          advance(l.here, get(l.stride)),
          times(l.count, i32.minus(get(l.rows), i32.of(k + 1)), eliminated),
        )
      }
      return join(search, ...strip.map(column))
    },
  )

/** Rows of a block are exchanged as the pivots say: row k with row `pivots[k]`, one after another. */
const swapRows = (): WasmFunction =>
  define(
    'swapRows',
    { from: 'i', stride: 'i', pairs: 'i', pivots: 'i', rows: 'i' },
    { k: 'i', row: 'i', count: 'i', p: 'i', q: 'i', held: 'v' },
    (l) =>
      times(
        l.row,
        get(l.rows),
        join(
          set(l.q, i32.load(get(l.pivots))),
          when(
            i32.differs(get(l.q), get(l.k)),
            join(
              set(l.p, i32.plus(get(l.from), i32.times(get(l.stride), get(l.k)))),
              set(l.q, i32.plus(get(l.from), i32.times(get(l.stride), get(l.q)))),
              swap(l, get(l.pairs)),
            ),
          ),
          advance(l.pivots, bytes(4)),
          advance(l.k, i32.of(1)),
        ),
      ),
  )

/** What a panel is factored with. */
export const panelFunctions = (): WasmFunction[] => [factorStrip(), swapRows()]

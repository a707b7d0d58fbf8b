import { advance, type Code, define, f64x2, get, i32, join, leave, repeatWhile, set, times, type WasmFunction, when } from './wasm-assembler.ts'

const bytes = i32.of
const rows = [0, 1, 2, 3] as const

/** acc (4 × 4, two vectors a row) += or −= four rows of A times four columns of B, for one step of the inner length whose B stands `at` steps on. */
function tileStep(
  l: { acc: number; b0: number; b1: number; s: number },
  pa: number,
  pb: number,
  at: number,
  combine: (a: Code, b: Code) => Code,
): Code {
  return join(
    set(l.b0, f64x2.load(get(pb), 32 * at)),
    set(l.b1, f64x2.load(get(pb), 32 * at + 16)),
    ...rows.map((r) =>
      join(
        set(l.s, f64x2.loadBoth(get(pa), 8 * r)),
        set(l.acc + 2 * r, combine(get(l.acc + 2 * r), f64x2.times(get(l.s), get(l.b0)))),
        set(l.acc + 2 * r + 1, combine(get(l.acc + 2 * r + 1), f64x2.times(get(l.s), get(l.b1)))),
      ),
    ),
  )
}

const UNROLLED = 4

/**
 * `count` steps of the inner length, four to a turn. After each step stands a way out: it also keeps V8 from putting the loads of all four steps first and running out of
 * registers (measured: 9 against 20 Gflop/s).
 */
function tileLoop(
  l: { acc: number; b0: number; b1: number; s: number; count: number; end: number },
  pa: number,
  pb: number,
  combine: (a: Code, b: Code) => Code,
): Code {
  const step = (at: number) =>
    join(tileStep(l, pa, pb, at, combine), advance(pa, bytes(32)), at < UNROLLED - 1 ? leave(i32.equal(get(pa), get(l.end))) : [])
  return join(
    set(l.end, i32.plus(get(pa), i32.times(get(l.count), bytes(32)))),
    when(
      i32.differs(get(pa), get(l.end)),
      repeatWhile(
        i32.differs(get(pa), get(l.end)),
        join(...Array.from({ length: UNROLLED }, (_, at) => step(at)), advance(pb, bytes(32 * UNROLLED))),
      ),
    ),
  )
}

/**
 * C −= A·B in tiles of 4 × 4. A is packed four rows at a time, B four columns at a time, k steps each;
 * tiles of C lie `down` and `right` apart, the rows inside one `stride`, all in bytes.
 */
export const minusProduct = (): WasmFunction =>
  define(
    'minusProduct',
    { c: 'i', stride: 'i', down: 'i', right: 'i', a: 'i', aTile: 'i', b: 'i', bTile: 'i', k: 'i', rowTiles: 'i', columnTiles: 'i' },
    { row: 'i', column: 'i', count: 'i', pc: 'i', tile: 'i', pa: 'i', pb: 'i', bt: 'i', acc_8: 'v', b0: 'v', b1: 'v', s: 'v', end: 'i' },
    ({ acc_8: acc, ...l }) => {
      const tile = join(
        set(l.pa, get(l.a)),
        set(l.pb, get(l.bt)),
        set(l.count, get(l.k)),
        ...Array.from({ length: 8 }, (_, i) => set(acc + i, f64x2.zero)),
        tileLoop({ acc, ...l }, l.pa, l.pb, f64x2.plus),
        set(l.pc, get(l.tile)),
        ...rows.map((r) =>
          join(
            f64x2.store(get(l.pc), f64x2.minus(f64x2.load(get(l.pc)), get(acc + 2 * r))),
            f64x2.store(get(l.pc), f64x2.minus(f64x2.load(get(l.pc), 16), get(acc + 2 * r + 1)), 16),
            r < 3 ? advance(l.pc, get(l.stride)) : [],
          ),
        ),
        advance(l.tile, get(l.right)),
        advance(l.bt, get(l.bTile)),
      )
      return join(
        times(
          l.row,
          get(l.rowTiles),
          join(
            set(l.tile, get(l.c)),
            set(l.bt, get(l.b)),
            times(l.column, get(l.columnTiles), tile),
            advance(l.a, get(l.aTile)),
            advance(l.c, get(l.down)),
          ),
        ),
      )
    },
  )

/**
 * B := L⁻¹·B where L has a unit diagonal (`lower`), or B := U⁻¹·B (`upper`), in packed columns; the triangle is packed four rows at a time, and the diagonal of an upper
 * one holds reciprocals. Tiles above (below) are taken off by the same products, then the 4 × 4 triangle itself.
 */
const solveTiles = (side: 'lower' | 'upper'): WasmFunction =>
  define(
    side === 'lower' ? 'solveLower' : 'solveUpper',
    { b: 'i', bTile: 'i', a: 'i', aTile: 'i', rowTiles: 'i', columnTiles: 'i' },
    { row: 'i', column: 'i', count: 'i', done: 'i', here: 'i', tile: 'i', pa: 'i', pb: 'i', acc_8: 'v', b0: 'v', b1: 'v', s: 'v', end: 'i' },
    ({ acc_8: acc, ...l }) => {
      const lower = side === 'lower'
      const last = i32.minus(get(l.rowTiles), i32.of(1))
      const triangle = (lower ? [...rows] : [...rows].reverse()).map((r) =>
        join(
          lower
            ? []
            : join(
                set(l.s, f64x2.loadBoth(get(l.pa), 32 * r + 8 * r)),
                set(acc + 2 * r, f64x2.times(get(acc + 2 * r), get(l.s))),
                set(acc + 2 * r + 1, f64x2.times(get(acc + 2 * r + 1), get(l.s))),
              ),
          ...rows
            .filter((other) => (lower ? other > r : other < r))
            .map((other) =>
              join(
                set(l.s, f64x2.loadBoth(get(l.pa), 32 * r + 8 * other)),
                set(acc + 2 * other, f64x2.minus(get(acc + 2 * other), f64x2.times(get(l.s), get(acc + 2 * r)))),
                set(acc + 2 * other + 1, f64x2.minus(get(acc + 2 * other + 1), f64x2.times(get(l.s), get(acc + 2 * r + 1)))),
              ),
            ),
        ),
      )
      const tile = join(
        ...Array.from({ length: 8 }, (_, i) => set(acc + i, f64x2.load(get(l.here), 16 * i))),
        // steps done already: 4·done, from the top (lower) or from the bottom (upper)
        set(l.count, i32.times(get(l.done), i32.of(4))),
        lower ? set(l.pa, get(l.tile)) : set(l.pa, i32.plus(get(l.tile), i32.times(i32.minus(get(l.rowTiles), get(l.done)), bytes(128)))),
        lower ? set(l.pb, get(l.b)) : set(l.pb, i32.plus(get(l.here), bytes(128))),
        tileLoop({ acc, ...l }, l.pa, l.pb, f64x2.minus),
        lower ? [] : set(l.pa, i32.plus(get(l.tile), i32.times(i32.minus(last, get(l.done)), bytes(128)))),
        ...triangle,
        ...Array.from({ length: 8 }, (_, i) => f64x2.store(get(l.here), get(acc + i), 16 * i)),
        advance(l.done, i32.of(1)),
        lower ? advance(l.here, bytes(128)) : set(l.here, i32.minus(get(l.here), bytes(128))),
        lower ? advance(l.tile, get(l.aTile)) : set(l.tile, i32.minus(get(l.tile), get(l.aTile))),
      )
      return join(
        times(
          l.column,
          get(l.columnTiles),
          join(
            set(l.done, i32.of(0)),
            lower ? set(l.here, get(l.b)) : set(l.here, i32.plus(get(l.b), i32.times(last, bytes(128)))),
            lower ? set(l.tile, get(l.a)) : set(l.tile, i32.plus(get(l.a), i32.times(last, get(l.aTile)))),
            times(l.row, get(l.rowTiles), tile),
            advance(l.b, get(l.bTile)),
          ),
        ),
      )
    },
  )

/** Four rows of a matrix beside one another, step by step: what a product reads as A. `steps` counts pairs of columns. */
const packRows = (): WasmFunction =>
  define(
    'packRows',
    { from: 'i', stride: 'i', to: 'i', toTile: 'i', pairs: 'i', tiles: 'i' },
    { tile: 'i', count: 'i', p0: 'i', p1: 'i', p2: 'i', p3: 'i', out: 'i', r0: 'v', r1: 'v', r2: 'v', r3: 'v' },
    (l) => {
      const pointers = [l.p0, l.p1, l.p2, l.p3]
      const vectors = [l.r0, l.r1, l.r2, l.r3]
      const pair = (k: 0 | 1) =>
        join(
          f64x2.store(get(l.out), f64x2.pick(k, get(l.r0), get(l.r1)), 32 * k),
          f64x2.store(get(l.out), f64x2.pick(k, get(l.r2), get(l.r3)), 32 * k + 16),
        )
      return times(
        l.tile,
        get(l.tiles),
        join(
          ...pointers.map((p, r) => set(p, r === 0 ? get(l.from) : i32.plus(get(pointers[r - 1]!), get(l.stride)))),
          set(l.from, i32.plus(get(l.p3), get(l.stride))),
          set(l.out, get(l.to)),
          times(
            l.count,
            get(l.pairs),
            join(
              ...vectors.map((v, r) => set(v, f64x2.load(get(pointers[r]!)))),
              pair(0),
              pair(1),
              ...pointers.map((p) => advance(p, bytes(16))),
              advance(l.out, bytes(64)),
            ),
          ),
          advance(l.to, get(l.toTile)),
        ),
      )
    },
  )

/** Four columns of a matrix beside one another, row after row: what a product reads as B; or back again. */
const packColumns = (way: 'pack' | 'unpack'): WasmFunction =>
  define(
    `${way}Columns`,
    { from: 'i', stride: 'i', to: 'i', toTile: 'i', rows: 'i', tiles: 'i' },
    { row: 'i', tile: 'i', here: 'i', out: 'i' },
    (l) => {
      const [source, target] = way === 'pack' ? [l.here, l.out] : [l.out, l.here]
      return times(
        l.row,
        get(l.rows),
        join(
          set(l.here, get(l.from)),
          set(l.out, get(l.to)),
          times(
            l.tile,
            get(l.tiles),
            join(
              f64x2.store(get(target), f64x2.load(get(source))),
              f64x2.store(get(target), f64x2.load(get(source), 16), 16),
              advance(l.here, bytes(32)),
              advance(l.out, get(l.toTile)),
            ),
          ),
          advance(l.from, get(l.stride)),
          advance(l.to, bytes(32)),
        ),
      )
    },
  )

/** Rows of `pairs` · 2 doubles from one place to another. */
const copyRows = (): WasmFunction =>
  define('copyRows', { from: 'i', fromStride: 'i', to: 'i', toStride: 'i', pairs: 'i', rows: 'i' }, { row: 'i', count: 'i', p: 'i', q: 'i' }, (l) =>
    times(
      l.row,
      get(l.rows),
      join(
        set(l.p, get(l.from)),
        set(l.q, get(l.to)),
        times(l.count, get(l.pairs), join(f64x2.store(get(l.q), f64x2.load(get(l.p))), advance(l.p, bytes(16)), advance(l.q, bytes(16)))),
        advance(l.from, get(l.fromStride)),
        advance(l.to, get(l.toStride)),
      ),
    ),
  )

/** What whole blocks are worked off with. */
export const blockFunctions = (): WasmFunction[] => [
  minusProduct(),
  solveTiles('lower'),
  solveTiles('upper'),
  packRows(),
  packColumns('pack'),
  packColumns('unpack'),
  copyRows(),
]

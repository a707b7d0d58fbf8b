import { advance, type Code, define, f64, f64x2, get, i32, join, leave, repeatWhile, set, times, type WasmFunction, when } from './wasm-assembler.ts'

const bytes = i32.of
const four = [0, 1, 2, 3] as const
const sumOf = (terms: readonly Code[]): Code => terms.reduce((all, term) => f64.plus(all, term))

/** Locals that four rows at a time take: their pointers, that of the vector, where it ends, sums. */
const quadLocals = { p_4: 'i', q: 'i', end: 'i', last: 'i', acc_8: 'v', x: 'v' } as const
interface QuadLocals {
  readonly p_4: number
  readonly q: number
  readonly end: number
  readonly last: number
  readonly acc_8: number
  readonly x: number
}

/** The pointers of four rows that stand `stride` apart. */
const rowPointers = (l: QuadLocals, first: Code, stride: Code): Code =>
  join(set(l.p_4, first), ...four.slice(1).map((r) => set(l.p_4 + r, i32.plus(get(l.p_4 + r - 1), stride))))

/**
 * Four rows times a vector, so that each of its numbers is read once for four products; `pairs` of columns, the pointers stand behind them afterwards if their number is even.
 * Between the two steps of a turn stands a way out, which also keeps V8 from reading both first and running out of registers.
 */
function fourDots(l: QuadLocals, pairs: Code): Code {
  const step = (k: 0 | 1) =>
    join(
      set(l.x, f64x2.load(get(l.q), 16 * k)),
      ...four.map((r) => set(l.acc_8 + 4 * k + r, f64x2.plus(get(l.acc_8 + 4 * k + r), f64x2.times(f64x2.load(get(l.p_4 + r), 16 * k), get(l.x))))),
    )
  const goesOn = i32.differs(get(l.q), get(l.end))
  const turn = join(
    step(0),
    leave(i32.equal(get(l.q), get(l.last))),
    step(1),
    ...four.map((r) => advance(l.p_4 + r, bytes(32))),
    advance(l.q, bytes(32)),
  )
  return join(
    ...Array.from({ length: 8 }, (_, k) => set(l.acc_8 + k, f64x2.zero)),
    set(l.end, i32.plus(get(l.q), i32.times(pairs, bytes(16)))),
    set(l.last, i32.minus(get(l.end), bytes(16))),
    when(goesOn, repeatWhile(goesOn, turn)),
    ...four.map((r) => set(l.acc_8 + r, f64x2.plus(get(l.acc_8 + r), get(l.acc_8 + 4 + r)))),
  )
}

/** y += the four factors (vectors from `acc_8` on) times four rows; `pairs` must be even. */
function fourAdds(l: QuadLocals & { count: number }, pairs: Code): Code {
  const step = (k: 0 | 1) =>
    f64x2.store(
      get(l.q),
      four.reduce<Code>((sum, r) => f64x2.plus(sum, f64x2.times(get(l.acc_8 + r), f64x2.load(get(l.p_4 + r), 16 * k))), f64x2.load(get(l.q), 16 * k)),
      16 * k,
    )
  return times(
    l.count,
    i32.shiftRight(pairs, bytes(1)),
    join(step(0), step(1), ...four.map((r) => advance(l.p_4 + r, bytes(32))), advance(l.q, bytes(32))),
  )
}

/** y = A·x for `quads` · 4 rows that begin at `a`, `pairs` · 2 columns each. */
const rowsTimes = (): WasmFunction =>
  define('rowsTimes', { a: 'i', stride: 'i', x0: 'i', y: 'i', pairs: 'i', quads: 'i' }, { row: 'i', ...quadLocals }, (l) =>
    times(
      l.row,
      get(l.quads),
      join(
        rowPointers(l, get(l.a), get(l.stride)),
        set(l.q, get(l.x0)),
        set(l.a, i32.plus(get(l.p_4 + 3), get(l.stride))),
        fourDots(l, get(l.pairs)),
        ...four.map((r) => f64.store(get(l.y), f64x2.sum(l.acc_8 + r), 8 * r)),
        advance(l.y, bytes(32)),
      ),
    ),
  )

/** y −= x·A for `quads` · 4 rows that begin at `a`, one number of x each; `pairs` of columns, an even number. */
const minusTimesRows = (): WasmFunction =>
  define('minusTimesRows', { a: 'i', stride: 'i', x0: 'i', y: 'i', pairs: 'i', quads: 'i' }, { row: 'i', count: 'i', ...quadLocals }, (l) =>
    times(
      l.row,
      get(l.quads),
      join(
        rowPointers(l, get(l.a), get(l.stride)),
        set(l.q, get(l.y)),
        set(l.a, i32.plus(get(l.p_4 + 3), get(l.stride))),
        ...four.map((r) => set(l.acc_8 + r, f64x2.minus(f64x2.zero, f64x2.loadBoth(get(l.x0), 8 * r)))),
        fourAdds(l, get(l.pairs)),
        advance(l.x0, bytes(32)),
      ),
    ),
  )

/**
 * z of (D − L)z = v and w = v − U·z, where I − A = D − L − U: a step of Gauss and Seidel and what it leaves, in one reading of A (`quads` · 4 full rows, `pairs` · 2 columns).
 * `inverse` holds 1 / (1 − a_ii).
 */
const sweepRows = (): WasmFunction =>
  define(
    'sweepRows',
    { a: 'i', stride: 'i', inverse: 'i', v: 'i', z: 'i', w: 'i', quads: 'i', pairs: 'i' },
    { row: 'i', at: 'i', before: 'i', line: 'i', t_4: 'd', ...quadLocals },
    (l) => {
      const cell = (base: number) => i32.plus(get(base), get(l.at))
      // cells of the block on the diagonal, by pointers that stand at its four rows
      const inside = (r: number, c: number) => f64.times(f64.load(get(l.p_4 + r), 8 * c), get(l.t_4 + c))
      const next = join(advance(l.line, i32.times(get(l.stride), bytes(4))), advance(l.at, bytes(32)), advance(l.before, bytes(2)))
      const first = join(
        rowPointers(l, get(l.line), get(l.stride)),
        set(l.q, get(l.z)),
        fourDots(l, get(l.before)),
        ...four.map((r) =>
          join(
            set(
              l.t_4 + r,
              f64.times(
                sumOf([f64.load(cell(l.v), 8 * r), f64x2.sum(l.acc_8 + r), ...four.slice(0, r).map((c) => inside(r, c))]),
                f64.load(cell(l.inverse), 8 * r),
              ),
            ),
            f64.store(cell(l.z), get(l.t_4 + r), 8 * r),
          ),
        ),
        next,
      )
      const second = join(
        rowPointers(l, i32.plus(cell(l.line), bytes(32)), get(l.stride)),
        set(l.q, i32.plus(cell(l.z), bytes(32))),
        fourDots(l, i32.minus(i32.minus(get(l.pairs), get(l.before)), bytes(2))),
        rowPointers(l, cell(l.line), get(l.stride)),
        ...four.map((r) => set(l.t_4 + r, f64.load(cell(l.z), 8 * r))),
        ...four.map((r) =>
          f64.store(
            cell(l.w),
            f64.minus(f64.load(cell(l.v), 8 * r), sumOf([f64x2.sum(l.acc_8 + r), ...four.slice(r + 1).map((c) => inside(r, c))])),
            8 * r,
          ),
        ),
        next,
      )
      const begin = join(set(l.line, get(l.a)), set(l.at, bytes(0)), set(l.before, bytes(0)))
      return join(begin, times(l.row, get(l.quads), first), begin, times(l.row, get(l.quads), second))
    },
  )

/** The same of the transposed matrix, reading each row of A once: w must be 0 to begin with; it gathers what z of the rows above does, then what z of the rows below leaves. */
const sweepColumns = (): WasmFunction =>
  define(
    'sweepColumns',
    { a: 'i', stride: 'i', inverse: 'i', v: 'i', z: 'i', w: 'i', quads: 'i', pairs: 'i' },
    { row: 'i', at: 'i', count: 'i', t_4: 'd', ...quadLocals },
    (l) => {
      const cell = (base: number) => i32.plus(get(base), get(l.at))
      const inside = (r: number, c: number) => f64.times(f64.load(get(l.p_4 + r), 8 * c), get(l.t_4 + r))
      const quad = join(
        rowPointers(l, cell(l.a), get(l.stride)),
        ...four.map((c) =>
          join(
            set(
              l.t_4 + c,
              f64.times(
                sumOf([f64.load(cell(l.v), 8 * c), f64.load(cell(l.w), 8 * c), ...four.slice(0, c).map((r) => inside(r, c))]),
                f64.load(cell(l.inverse), 8 * c),
              ),
            ),
            f64.store(cell(l.z), get(l.t_4 + c), 8 * c),
            set(l.acc_8 + c, f64x2.both(get(l.t_4 + c))),
          ),
        ),
        rowPointers(l, get(l.a), get(l.stride)),
        set(l.q, get(l.w)),
        fourAdds(l, get(l.pairs)),
        // inside the block only what stands below the diagonal belongs to w
        rowPointers(l, cell(l.a), get(l.stride)),
        ...four.map((c) => f64.store(cell(l.w), c === 3 ? f64.zero : sumOf(four.slice(c + 1).map((r) => inside(r, c))), 8 * c)),
        advance(l.a, i32.times(get(l.stride), bytes(4))),
        advance(l.at, bytes(32)),
      )
      return join(
        times(l.row, get(l.quads), quad),
        times(
          l.row,
          get(l.pairs),
          join(f64x2.store(get(l.w), f64x2.minus(f64x2.load(get(l.v)), f64x2.load(get(l.w)))), advance(l.w, bytes(16)), advance(l.v, bytes(16))),
        ),
      )
    },
  )

/** What full rows are multiplied with. */
export const rowFunctions = (): WasmFunction[] => [rowsTimes(), minusTimesRows()]

/** What full rows are swept with. */
export const sweepFunctions = (): WasmFunction[] => [sweepRows(), sweepColumns()]

import { advance, assemble, type Code, join, op, repeat, type WasmFunction } from './wasm-assembler.ts'

/** The three inner loops that take nearly all the time, two doubles at a time. Addresses and lengths are in bytes; matrices are padded to multiples of four each way. */
export interface Kernel {
  /** C −= A·B in tiles of 4 × 4: A packed four rows, B four columns at a time; k is the inner length, `rowTiles` and `columnTiles` count tiles. */
  readonly minusProduct: (c: number, stride: number, a: number, b: number, k: number, rowTiles: number, columnTiles: number) => void
  /** y = A·x, two rows at a time; `quads` is columns / 4, `pairs` rows / 2. */
  readonly timesVector: (a: number, x: number, y: number, quads: number, pairs: number) => void
  /** y −= x·A, four rows at a time; `halves` is columns / 2, `quads` rows / 4. */
  readonly minusVectorTimes: (a: number, x: number, y: number, halves: number, quads: number) => void
}

const bytes = (count: number): Code => op.constant(count)

/** Row r of a tile takes accumulators 2r and 2r + 1 from `first` on. */
function minusProduct(): WasmFunction {
  const [c, stride, a, b, k, rowTiles, columnTiles, row, column, pc, pa, pb, count] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
  const [first, b0, b1, s] = [13, 21, 22, 23]
  const rows = [0, 1, 2, 3]
  const clear = join(...Array.from({ length: 8 }, (_, i) => join(op.zero, op.set(first + i))))
  const inner = join(
    op.get(pb),
    op.load(),
    op.set(b0),
    op.get(pb),
    op.load(16),
    op.set(b1),
    ...rows.map((r) =>
      join(
        op.get(pa),
        op.loadSplat(8 * r),
        op.set(s),
        op.get(first + 2 * r),
        op.get(s),
        op.get(b0),
        op.multiplyF64x2,
        op.addF64x2,
        op.set(first + 2 * r),
        op.get(first + 2 * r + 1),
        op.get(s),
        op.get(b1),
        op.multiplyF64x2,
        op.addF64x2,
        op.set(first + 2 * r + 1),
      ),
    ),
    advance(pa, bytes(32)),
    advance(pb, bytes(32)),
  )
  const finish = join(
    op.get(c),
    op.set(pc),
    ...rows.map((r) =>
      join(
        op.get(pc),
        op.get(pc),
        op.load(),
        op.get(first + 2 * r),
        op.subtractF64x2,
        op.store(),
        op.get(pc),
        op.get(pc),
        op.load(16),
        op.get(first + 2 * r + 1),
        op.subtractF64x2,
        op.store(16),
        advance(pc, op.get(stride)),
      ),
    ),
    advance(c, bytes(32)),
  )
  const tile = join(
    // every tile of a row reads the same four rows of A; pb runs on through the packed columns
    op.get(a),
    op.set(pa),
    op.get(k),
    op.set(count),
    clear,
    repeat(count, inner),
    finish,
  )
  const tileRow = join(
    op.get(b),
    op.set(pb),
    op.get(columnTiles),
    op.set(column),
    repeat(column, tile),
    op.get(pa),
    op.set(a),
    // back to the first column, four rows down: c += 4·stride − 32·columnTiles
    op.get(c),
    op.get(stride),
    bytes(4),
    op.multiply,
    op.add,
    op.get(columnTiles),
    bytes(32),
    op.multiply,
    op.subtract,
    op.set(c),
  )
  return { name: 'minusProduct', parameters: 7, integers: 6, vectors: 11, body: join(op.get(rowTiles), op.set(row), repeat(row, tileRow)) }
}

function timesVector(): WasmFunction {
  const [a, x, y, quads, pairs, px, next, count, width] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  const [v0, v1, first] = [9, 10, 11]
  const step = (row: number, acc: number) => [
    op.get(acc),
    op.get(row),
    op.load(),
    op.get(v0),
    op.multiplyF64x2,
    op.addF64x2,
    op.set(acc),
    op.get(acc + 1),
    op.get(row),
    op.load(16),
    op.get(v1),
    op.multiplyF64x2,
    op.addF64x2,
    op.set(acc + 1),
  ]
  const inner = join(
    op.get(px),
    op.load(),
    op.set(v0),
    op.get(px),
    op.load(16),
    op.set(v1),
    ...step(a, first),
    ...step(next, first + 2),
    advance(px, bytes(32)),
    advance(a, bytes(32)),
    advance(next, bytes(32)),
  )
  const sumOf = (acc: number) => [op.get(acc), op.get(acc + 1), op.addF64x2, op.set(acc), op.get(acc), op.lane(0), op.get(acc), op.lane(1), op.addF64]
  const pair = join(
    op.get(a),
    op.get(width),
    op.add,
    op.set(next),
    op.get(x),
    op.set(px),
    ...[0, 1, 2, 3].map((i) => join(op.zero, op.set(first + i))),
    op.get(quads),
    op.set(count),
    repeat(count, inner),
    op.get(y),
    ...sumOf(first),
    op.storeF64(0),
    op.get(y),
    ...sumOf(first + 2),
    op.storeF64(8),
    advance(y, bytes(16)),
    op.get(next),
    op.set(a),
  )
  return {
    name: 'timesVector',
    parameters: 5,
    integers: 4,
    vectors: 6,
    body: join(op.get(quads), bytes(32), op.multiply, op.set(width), repeat(pairs, pair)),
  }
}

function minusVectorTimes(): WasmFunction {
  const [a, x, y, halves, quads, py, r1, r2, r3, count, width] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  const first = 11
  const rows = [a, r1, r2, r3] as number[]
  const inner = join(
    op.get(py),
    op.get(py),
    op.load(),
    ...rows.map((row, i) => join(op.get(row), op.load(), op.get(first + i), op.multiplyF64x2, ...(i === 0 ? [] : [op.addF64x2]))),
    op.subtractF64x2,
    op.store(),
    advance(py, bytes(16)),
    ...rows.map((row) => advance(row, bytes(16))),
  )
  const quad = join(
    ...[r1, r2, r3].map((row, i) => join(op.get(rows[i]!), op.get(width), op.add, op.set(row!))),
    ...rows.map((_, i) => join(op.get(x), op.loadSplat(8 * i), op.set(first + i))),
    op.get(y),
    op.set(py),
    op.get(halves),
    op.set(count),
    repeat(count, inner),
    op.get(r3),
    op.set(a),
    advance(x, bytes(32)),
  )
  return {
    name: 'minusVectorTimes',
    parameters: 5,
    integers: 6,
    vectors: 4,
    body: join(op.get(halves), bytes(16), op.multiply, op.set(width), repeat(quads, quad)),
  }
}

/** The bytes of the kernel: assembled from the instructions above each time, the same on every machine. `kernelBytes().length < 1500 // => true` */
export const kernelBytes = (): Uint8Array => assemble([minusProduct(), timesVector(), minusVectorTimes()])

/** The few members of WebAssembly that are used; engines know no DOM and no Node. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: object }
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer }
}

/** A kernel with its memory as doubles. */
export interface KernelMemory {
  readonly kernel: Kernel
  readonly doubles: Float64Array
}

let compiled: object | null | undefined

/** 64-bit SIMD kernel with so many doubles of memory, or null where the machine has none (the plain code then does the same). */
export function kernelWith(doubles: number): KernelMemory | null {
  const api = (globalThis as unknown as { WebAssembly?: WebAssemblyApi }).WebAssembly
  if (!api || compiled === null || doubles * 8 > 0xff000000) return null
  try {
    compiled ??= new api.Module(kernelBytes())
    const memory = new api.Memory({ initial: Math.ceil((doubles * 8) / 65536) + 1 })
    const { exports } = new api.Instance(compiled, { kernel: { memory } })
    return { kernel: exports as Kernel, doubles: new Float64Array(memory.buffer) }
  } catch {
    // no SIMD, forbidden by a content policy, or too little memory: the plain code does it
    compiled ??= null
    return null
  }
}

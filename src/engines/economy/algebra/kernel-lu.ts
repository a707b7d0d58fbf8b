import { EconomyError } from '../economy-error.ts'
import type { KernelMemory } from './wasm-kernel.ts'

/** Columns that are factored one by one; everything wider is made of products. */
export const STRIP = 8

/** Where the parts of a factoring stand in memory (in doubles), for one matrix padded to a multiple of eight; plain numbers, so that another thread may be told. */
export interface LuPlan {
  readonly n: number
  readonly size: number
  readonly stride: number
  /** Columns that are factored together. */
  readonly block: number
  /** Columns that are updated together. */
  readonly chunk: number
  readonly panel: number
  readonly packed: readonly [number, number]
  readonly scratch: number
  readonly columns: number
  readonly pivots: number
  readonly doubles: number
}

/** Doubles a row of the panel takes more than it has: rows that stand a power of two apart would fall into the same few places of the cache. */
const SLACK = 8

/** Distance between rows: a multiple of eight that is no multiple of 64. */
export const strideOf = (size: number): number => (size % 64 === 0 ? size + 8 : size)

/** The plan for n × n cells and so many threads. */
export function luPlan(n: number, threads: number): LuPlan {
  const size = Math.ceil(n / 8) * 8
  const stride = strideOf(size)
  const block = Math.min(size, n < 1500 ? 64 : 128)
  const chunk = n < 1500 ? 64 : 128
  const panel = size * stride
  const first = panel + size * (block + SLACK)
  // who is alone has done all updates of a step before the next panel is packed
  const second = threads === 1 ? first : first + size * block
  const scratch = second + size * block
  // the left half of a panel is the larger one
  const columns = scratch + size * Math.ceil(block / (2 * STRIP)) * STRIP
  const pivots = columns + threads * block * chunk
  return { n, size, stride, block, chunk, panel, packed: [first, second], scratch, columns, pivots, doubles: pivots + size }
}

export const steps = ({ size, block }: LuPlan): number => Math.ceil(size / block)
const edges = ({ size, block }: LuPlan, step: number) => ({ from: step * block, to: Math.min(size, (step + 1) * block) })

/** Factors the panel of one step, writes it back and packs it for the products to come. @throws EconomyError `singular` */
export function factorPanel(space: KernelMemory, plan: LuPlan, step: number): void {
  const { kernel } = space
  const { from, to } = edges(plan, step)
  const [width, rows] = [to - from, plan.size - from]
  const stride = (plan.block + SLACK) * 8
  const panel = plan.panel * 8
  const whole = (from * plan.stride + from) * 8
  kernel.copyRows(whole, plan.stride * 8, panel, stride, width / 2, rows)
  factorColumns(space, plan, { from, width, rows, stride, panel }, 0, width)
  kernel.copyRows(panel, stride, whole, plan.stride * 8, width / 2, rows)
  kernel.packRows(panel, stride, plan.packed[step % 2]! * 8, width * 32, width / 2, rows / 4)
}

interface Panel {
  readonly from: number
  readonly width: number
  readonly rows: number
  readonly stride: number
  readonly panel: number
}

/** Columns left … right of a panel: the left half, what it does to the right half by a product, the right half. Source: Toledo 1997. */
function factorColumns(space: KernelMemory, plan: LuPlan, p: Panel, left: number, right: number): void {
  const { kernel } = space
  if (right - left === STRIP) {
    const pivots = plan.pivots * 8 + (p.from + left) * 4
    kernel.factorStrip(p.panel + left * (p.stride + 8), p.panel + left * p.stride, p.stride, p.rows - left, p.width / 2, pivots)
    for (let k = 0; k < STRIP; k++) {
      space.integers[pivots / 4 + k]! += left
      const pivot = Math.abs(space.doubles[(p.panel + (left + k) * (p.stride + 8)) / 8]!)
      if (!(pivot > 0 && pivot < Number.POSITIVE_INFINITY)) throw singular(p.from + left + k)
    }
    return
  }
  const middle = left + Math.ceil((right - left) / STRIP / 2) * STRIP
  const k = middle - left
  factorColumns(space, plan, p, left, middle)
  const [a, b] = [plan.scratch * 8, plan.columns * 8]
  kernel.packRows(p.panel + left * (p.stride + 8), p.stride, a, k * 32, k / 2, (p.rows - left) / 4)
  solveAndTakeOff(space, { at: p.panel, stride: p.stride }, { a, b, k, top: left, left: middle, right, rows: p.rows })
  factorColumns(space, plan, p, middle, right)
}

/** No pivot in a column. */
export const singular = (column: number): EconomyError =>
  new EconomyError(
    'singular',
    `expected a system with one solution, got a singular one at column ${column}`,
    'look for a sector whose inputs equal its whole output',
    { part: 'system', column },
  )

/** Columns left … right: rows top … top + k become rows of U, the rows below lose L·U. A is packed at `a` from row `top` on; `b` is room for the columns. */
function solveAndTakeOff(
  { kernel }: KernelMemory,
  { at, stride }: { at: number; stride: number },
  block: { a: number; b: number; k: number; top: number; left: number; right: number; rows: number },
): void {
  const { a, b, k, top, left, right, rows } = block
  const tiles = (right - left) / 4
  const tile = k * 32
  const here = at + top * stride + left * 8
  kernel.packColumns(here, stride, b, tile, k, tiles)
  kernel.solveLower(b, tile, a, tile, k / 4, tiles)
  kernel.unpackColumns(here, stride, b, tile, k, tiles)
  const below = (rows - top - k) / 4
  if (below > 0) kernel.minusProduct(here + k * stride, stride, 4 * stride, 32, a + (k / 4) * tile, tile, b, tile, k, below, tiles)
}

/** What the panel of a step does to columns left … right of the matrix: their rows are exchanged, then updated. Threads have room of their own. */
export function updateColumns(space: KernelMemory, plan: LuPlan, step: number, left: number, right: number, thread = 0): void {
  const { from, to } = edges(plan, step)
  const stride = plan.stride * 8
  space.kernel.swapRows(from * stride + left * 8, stride, (right - left) / 2, plan.pivots * 8 + from * 4, to - from)
  solveAndTakeOff(
    space,
    { at: 0, stride },
    {
      a: plan.packed[step % 2]! * 8,
      b: (plan.columns + thread * plan.block * plan.chunk) * 8,
      k: to - from,
      top: from,
      left,
      right,
      rows: plan.size,
    },
  )
}

/** Columns that are updated together in a step, once the next panel's are done: the k-th run of them, or null past the last. */
export function chunkOf(plan: LuPlan, step: number, k: number): { left: number; right: number } | null {
  const left = edges(plan, step + 1).to + k * plan.chunk
  return left < plan.size ? { left, right: Math.min(plan.size, left + plan.chunk) } : null
}

/** The next panel's columns are updated first, so that it can be factored while others do the rest. */
export function updateNextPanel(space: KernelMemory, plan: LuPlan, step: number): void {
  const { from, to } = edges(plan, step + 1)
  for (let left = from; left < to; left += plan.chunk) updateColumns(space, plan, step, left, Math.min(to, left + plan.chunk))
}

/** Rows exchanged later are exchanged in the columns left of them too; gives back which row stands where. */
export function finishOrder(space: KernelMemory, plan: LuPlan): Int32Array {
  const order = Int32Array.from({ length: plan.size }, (_, i) => i)
  const stride = plan.stride * 8
  for (let step = 0; step < steps(plan); step++) {
    const { from, to } = edges(plan, step)
    let moved = false
    for (let k = from; k < to; k++) {
      const other = from + space.integers[plan.pivots * 2 + k]!
      if (other === k) continue
      moved = true
      const row = order[k]!
      order[k] = order[other]!
      order[other] = row
    }
    if (moved && from > 0) space.kernel.swapRows(from * stride, stride, from / 2, plan.pivots * 8 + from * 4, to - from)
  }
  return order.subarray(0, plan.n)
}

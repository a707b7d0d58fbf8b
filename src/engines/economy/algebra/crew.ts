import { type InversePlan, invertColumns } from './kernel-inverse.ts'
import { chunkOf, type LuPlan, updateColumns } from './kernel-lu.ts'
import { KernelMemory, type WasmMemory } from './wasm-kernel.ts'

/** What a helper is told: a memory shared with the caller, and the plan of what is done in it. Everything in it can be sent to another thread. */
export interface Shift {
  readonly module: object
  readonly memory: WasmMemory
  /** A few shared words by which the threads agree who does what. */
  readonly board: Int32Array
  readonly plan: { readonly kind: 'lu'; readonly lu: LuPlan } | { readonly kind: 'inverse'; readonly inverse: InversePlan }
}

/**
 * 일손: threads that work along with the caller. The engine knows no threads; whoever has them (a Node process) hands in a crew whose `call` makes each helper run
 * `workAlong(shift, its number from 1 on)` soon. A helper that comes late or never costs time, not the answer.
 */
export interface Crew {
  readonly helpers: number
  readonly call: (shift: Shift) => void
}

const words = { opened: 0, next: 1, done: 2 } as const
/** Work of one step is counted in the low bits, so that who comes late takes work of the step that is open now. */
const STEP = 1 << 12
const CLOSED = 0x40000000
const PATIENCE = 60_000
/** Looks at the board before going to sleep: waking up takes longer than a small step. */
const LOOKS = 20_000

/** A board for a crew. */
export const board = (): Int32Array => new Int32Array(new SharedArrayBuffer(4 * 4))

/** Opens the work of a step to the helpers. */
export function open(on: Int32Array, step: number): void {
  Atomics.store(on, words.done, 0)
  Atomics.store(on, words.next, step * STEP)
  Atomics.store(on, words.opened, step + 1)
  Atomics.notify(on, words.opened)
}

/** Sends the helpers home. */
export function close(on: Int32Array): void {
  Atomics.store(on, words.next, CLOSED)
  Atomics.store(on, words.opened, CLOSED)
  Atomics.notify(on, words.opened)
}

/** Takes pieces of the open step until there are none left. `work` does piece k of a step and says whether there was one. */
export function takePieces(on: Int32Array, work: (step: number, piece: number) => boolean): void {
  for (;;) {
    const taken = Atomics.add(on, words.next, 1)
    if (taken >= CLOSED) return
    if (!work(Math.floor(taken / STEP), taken % STEP)) return
    Atomics.add(on, words.done, 1)
    Atomics.notify(on, words.done)
  }
}

/** Waits until so many pieces of the step are done. @throws Error when a helper does not come back with its piece */
export function awaitPieces(on: Int32Array, pieces: number): void {
  for (;;) {
    const done = settled(on, words.done, (value) => value >= pieces)
    if (done >= pieces) return
    if (Atomics.wait(on, words.done, done, PATIENCE) === 'timed-out')
      throw new Error('expected a helping thread to finish its piece within a minute; run without helpers')
  }
}

function settled(on: Int32Array, word: number, enough: (value: number) => boolean): number {
  let value = Atomics.load(on, word)
  for (let look = 0; look < LOOKS && !enough(value); look++) value = Atomics.load(on, word)
  return value
}

/** What a helper runs, in its own thread: takes pieces of every step that is opened until the work is closed. */
export function workAlong(shift: Shift, helper: number): void {
  const space = new KernelMemory(shift.module, shift.memory, true)
  const { plan } = shift
  const work =
    plan.kind === 'lu'
      ? (step: number, piece: number) => luPiece(space, plan.lu, step, piece, helper)
      : (_: number, piece: number) => invertColumns(space, plan.inverse, piece, helper)
  let seen = 0
  for (;;) {
    const opened = settled(shift.board, words.opened, (value) => value !== seen)
    if (opened === CLOSED) return
    if (opened === seen) {
      if (Atomics.wait(shift.board, words.opened, seen, PATIENCE) === 'timed-out') return
      continue
    }
    seen = opened
    takePieces(shift.board, work)
  }
}

/** One run of columns of a step of LU. */
export function luPiece(space: KernelMemory, plan: LuPlan, step: number, piece: number, thread: number): boolean {
  const columns = chunkOf(plan, step, piece)
  if (!columns) return false
  updateColumns(space, plan, step, columns.left, columns.right, thread)
  return true
}

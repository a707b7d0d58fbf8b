import { panelFunctions } from './kernel-panel.ts'
import { blockFunctions } from './kernel-products.ts'
import { rowFunctions } from './kernel-rows.ts'
import { sparseFunctions } from './kernel-sparse.ts'
import { vectorFunctions } from './kernel-vectors.ts'
import { assemble } from './wasm-assembler.ts'

type Numbers<N extends number, T extends number[] = []> = T['length'] extends N ? T : Numbers<N, [...T, number]>
type Takes<N extends number> = (...numbers: Numbers<N>) => void

/** The inner loops that take nearly all the time, two doubles at a time. Addresses and distances are in bytes; what each takes stands with its instructions. */
export interface Kernel {
  readonly minusProduct: Takes<11>
  readonly solveLower: Takes<6>
  readonly solveUpper: Takes<6>
  readonly packRows: Takes<6>
  readonly packColumns: Takes<6>
  readonly unpackColumns: Takes<6>
  readonly copyRows: Takes<6>
  readonly factorStrip: Takes<6>
  readonly swapRows: Takes<5>
  readonly rowsTimes: Takes<6>
  readonly minusTimesRows: Takes<6>
  readonly sweepRows: Takes<8>
  readonly sweepColumns: Takes<8>
  readonly sweepSparse: Takes<7>
  readonly timesSparse: Takes<5>
  readonly orthogonalise: Takes<6>
}

/** The bytes of the kernel: assembled from its instructions each time, the same on every machine. `kernelBytes().length < 14000 // => true` */
export const kernelBytes = (shared = false): Uint8Array =>
  assemble([blockFunctions(), panelFunctions(), rowFunctions(), sparseFunctions(), vectorFunctions()].flat(), shared)

/** A memory of WebAssembly. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer
  readonly grow: (pages: number) => number
}

/** The few members of WebAssembly that are used; engines know no DOM and no Node. */
interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object, imports: object) => { readonly exports: object }
  readonly Memory: new (size: { initial: number; maximum?: number; shared?: boolean }) => WasmMemory
}

const PAGE = 65536
const api = (): WebAssemblyApi | undefined => (globalThis as unknown as { WebAssembly?: WebAssemblyApi }).WebAssembly

/** A kernel with its memory as doubles. */
export class KernelMemory {
  readonly kernel: Kernel
  readonly module: object
  readonly memory: WasmMemory
  /** Whether other threads may work in it. */
  readonly shared: boolean
  doubles: Float64Array
  integers: Int32Array

  constructor(module: object, memory: WasmMemory, shared: boolean) {
    this.shared = shared
    this.module = module
    this.memory = memory
    this.kernel = new (api()!.Instance)(module, { kernel: { memory } }).exports as Kernel
    this.doubles = new Float64Array(memory.buffer)
    this.integers = new Int32Array(memory.buffer)
  }

  /** Makes room for so many doubles in all; false where the machine has no more. */
  reach(doubles: number): boolean {
    if (doubles > this.doubles.length) {
      if (!fits(doubles)) return false
      try {
        this.memory.grow(Math.ceil((doubles * 8) / PAGE) - this.memory.buffer.byteLength / PAGE)
      } catch {
        return false
      }
    }
    this.doubles = new Float64Array(this.memory.buffer)
    this.integers = new Int32Array(this.memory.buffer)
    return true
  }
}

const compiled: { own?: object | null; shared?: object | null } = {}
/** Addresses are 32-bit and some of them pass through signed numbers on the way. */
const fits = (doubles: number): boolean => doubles * 8 <= 0xff000000

/** The SIMD kernel with so many doubles of memory, its own or shared between threads, or null where the machine has none (the plain code then does the same). */
export function kernelWith(doubles: number, shared = false): KernelMemory | null {
  const wasm = api()
  const which = shared ? 'shared' : 'own'
  if (!wasm || compiled[which] === null || !fits(doubles)) return null
  try {
    compiled[which] ??= new wasm.Module(kernelBytes(shared))
  } catch {
    // no SIMD, or forbidden by a content policy: no use in trying again
    compiled[which] = null
    return null
  }
  try {
    const initial = Math.max(1, Math.ceil((doubles * 8) / PAGE))
    return new KernelMemory(compiled[which]!, new wasm.Memory(shared ? { initial, maximum: PAGE, shared } : { initial }), shared)
  } catch {
    return null
  }
}

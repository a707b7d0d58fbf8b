import { kernelText } from './kernel-bytes.ts'

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
  readonly sweepSparse2: Takes<7>
  readonly sweepSparse4: Takes<7>
  readonly timesSparse2: Takes<5>
  readonly timesSparse4: Takes<5>
  readonly orthogonalise: Takes<6>
}

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

/** What a kernel is for; each is a module of its own, so that the first shock waits only for what shocks need. `shared` is `factors` in a memory that threads share. */
export type KernelUse = keyof typeof kernelText

/** The bytes of a kernel. `kernelBytes('factors')[1] // => 97` @throws TypeError where the machine cannot read base64 */
export function kernelBytes(use: KernelUse): Uint8Array {
  const { atob } = globalThis as unknown as { atob: (text: string) => string }
  const letters = atob(kernelText[use])
  const made = new Uint8Array(letters.length)
  for (let k = 0; k < made.length; k++) made[k] = letters.charCodeAt(k)
  return made
}

const compiled: Partial<Record<KernelUse, object | null>> = {}
/** Addresses are 32-bit and some of them pass through signed numbers on the way. */
const fits = (doubles: number): boolean => doubles * 8 <= 0xff000000

/** The SIMD kernel for a use with so many doubles of memory, or null where the machine has none (the plain code then does the same). */
export function kernelWith(use: KernelUse, doubles: number): KernelMemory | null {
  const wasm = api()
  if (!wasm || compiled[use] === null || !fits(doubles)) return null
  try {
    compiled[use] ??= new wasm.Module(kernelBytes(use))
  } catch {
    // no SIMD, no base64, or forbidden by a content policy: no use in trying again
    compiled[use] = null
    return null
  }
  try {
    const shared = use === 'shared'
    const initial = Math.max(1, Math.ceil((doubles * 8) / PAGE))
    return new KernelMemory(compiled[use]!, new wasm.Memory(shared ? { initial, maximum: PAGE, shared } : { initial }), shared)
  } catch {
    return null
  }
}

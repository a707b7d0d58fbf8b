/** Bytes of a WebAssembly module, put together from instructions by name. Source: WebAssembly Core Specification 2.0 (with 128-bit SIMD), chapter 5. */
export type Code = readonly number[]

/** Unsigned LEB128. `leb(300) // => [172, 2]` */
export function leb(value: number): number[] {
  const made: number[] = []
  let rest = value
  do {
    const low = rest & 0x7f
    rest >>>= 7
    made.push(rest === 0 ? low : low | 0x80)
  } while (rest !== 0)
  return made
}

/** Signed LEB128, for constants of 0 and more. `signedLeb(64) // => [192, 0]` */
export const signedLeb = (value: number): number[] => {
  const made = leb(value)
  if ((made.at(-1)! & 0x40) !== 0) {
    made[made.length - 1]! |= 0x80
    made.push(0)
  }
  return made
}

const simd = (code: number, ...rest: number[]): Code => [0xfd, ...leb(code), ...rest]
const memory = (code: number, offset: number): Code => simd(code, 3, ...leb(offset))

/** The instructions that the kernel uses. */
export const op = {
  get: (local: number): Code => [0x20, ...leb(local)],
  set: (local: number): Code => [0x21, ...leb(local)],
  constant: (value: number): Code => [0x41, ...signedLeb(value)],
  add: [0x6a] as Code,
  subtract: [0x6b] as Code,
  multiply: [0x6c] as Code,
  storeF64: (offset: number): Code => [0x39, 3, ...leb(offset)],
  addF64: [0xa0] as Code,
  load: (offset = 0): Code => memory(0x00, offset),
  loadSplat: (offset = 0): Code => memory(0x0a, offset),
  store: (offset = 0): Code => memory(0x0b, offset),
  zero: simd(0x0c, ...new Array<number>(16).fill(0)),
  lane: (k: 0 | 1): Code => simd(0x21, k),
  addF64x2: simd(0xf0),
  subtractF64x2: simd(0xf1),
  multiplyF64x2: simd(0xf2),
}

/** Several instructions after one another. */
export const join = (...codes: readonly Code[]): Code => codes.flat()

/** local += bytes. */
export const advance = (local: number, by: Code): Code => join(op.get(local), by, op.add, op.set(local))

/** Runs the body `counter` times, counting the local down to 0; a counter of 0 runs it never. */
export const repeat = (counter: number, body: Code): Code =>
  // block; if counter = 0 leave; loop; body; counter −= 1; while counter ≠ 0 again; end; end
  join(
    [0x02, 0x40],
    op.get(counter),
    [0x45, 0x0d, 0],
    [0x03, 0x40],
    body,
    op.get(counter),
    op.constant(1),
    op.subtract,
    [0x22, ...leb(counter)],
    [0x0d, 0, 0x0b, 0x0b],
  )

/** A function of 32-bit numbers that gives nothing back. */
export interface WasmFunction {
  readonly name: string
  readonly parameters: number
  readonly integers: number
  readonly vectors: number
  readonly body: Code
}

const section = (id: number, content: Code): Code => [id, ...leb(content.length), ...content]
const list = (items: readonly Code[]): Code => [...leb(items.length), ...items.flat()]
const text = (name: string): Code => [...leb(name.length), ...Array.from(name, (letter) => letter.charCodeAt(0))]

/** A module that imports its memory as `kernel.memory` and exports the functions. */
export function assemble(functions: readonly WasmFunction[]): Uint8Array {
  const types = functions.map(({ parameters }) => [0x60, ...leb(parameters), ...new Array<number>(parameters).fill(0x7f), 0])
  const bodies = functions.map(({ integers, vectors, body }) => {
    const locals = list([
      [...leb(integers), 0x7f],
      [...leb(vectors), 0x7b],
    ])
    const content = [...locals, ...body, 0x0b]
    return [...leb(content.length), ...content]
  })
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(types)),
    ...section(2, list([[...text('kernel'), ...text('memory'), 2, 0, 1]])),
    ...section(3, list(functions.map((_, i) => leb(i)))),
    ...section(7, list(functions.map(({ name }, i) => [...text(name), 0, ...leb(i)]))),
    ...section(10, list(bodies)),
  ])
}

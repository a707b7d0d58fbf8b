/** Bytes of a WebAssembly module, put together from instructions by name. Source: WebAssembly Core Specification 2.0 (with 128-bit SIMD), chapter 5. */
export type Code = readonly (number | Code)[]

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

/** Several instructions after one another. */
export const join = (...codes: readonly Code[]): Code => codes

/** The bytes of nested instructions. They are laid out once, at the end: copying them from loop to loop took most of the time before the first answer. */
function layOut(code: Code, into: number[] = []): number[] {
  for (const one of code)
    if (typeof one === 'number') into.push(one)
    else layOut(one, into)
  return into
}

const binary =
  (...instruction: number[]) =>
  (a: Code, b: Code): Code => [a, b, instruction]
const unary =
  (...instruction: number[]) =>
  (a: Code): Code => [a, instruction]
const simd = (code: number): number[] => [0xfd, ...leb(code)]
const reads =
  (instruction: readonly number[], alignment: number) =>
  (address: Code, offset = 0): Code => [address, instruction, alignment, leb(offset)]
const writes =
  (instruction: readonly number[], alignment: number) =>
  (address: Code, value: Code, offset = 0): Code => [address, value, instruction, alignment, leb(offset)]

/** The value of a local. */
export const get = (local: number): Code => [0x20, leb(local)]
/** local = value. */
export const set = (local: number, value: Code): Code => [value, 0x21, leb(local)]

/** 32-bit whole numbers: addresses and counts. */
export const i32 = {
  of: (value: number): Code => [0x41, signedLeb(value)],
  plus: binary(0x6a),
  minus: binary(0x6b),
  times: binary(0x6c),
  equal: binary(0x46),
  shiftRight: binary(0x76),
  differs: binary(0x47),
  load: reads([0x28], 2),
  /** Two bytes, without sign. */
  loadShort: reads([0x2f], 1),
  store: writes([0x36], 2),
}

/** Doubles. */
export const f64 = {
  zero: [0x44, 0, 0, 0, 0, 0, 0, 0, 0] as Code,
  one: [0x44, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f] as Code,
  plus: binary(0xa0),
  minus: binary(0xa1),
  times: binary(0xa2),
  over: binary(0xa3),
  root: unary(0x9f),
  size: unary(0x99),
  greater: binary(0x64),
  load: reads([0x2b], 3),
  store: writes([0x39], 3),
}

/** Two doubles at a time. */
export const f64x2 = {
  zero: [...simd(0x0c), ...new Array<number>(16).fill(0)] as Code,
  plus: binary(...simd(0xf0)),
  minus: binary(...simd(0xf1)),
  times: binary(...simd(0xf2)),
  both: unary(...simd(0x14)),
  lane: (k: 0 | 1, a: Code): Code => [a, simd(0x21), k],
  /** The first lanes of two vectors, or the second ones. */
  pick: (k: 0 | 1, a: Code, b: Code): Code => [
    ...a,
    ...b,
    ...simd(0x0d),
    ...Array.from({ length: 16 }, (_, i) => (i % 8) + 8 * k + (i < 8 ? 0 : 16)),
  ],
  sum: (local: number): Code => f64.plus(f64x2.lane(0, get(local)), f64x2.lane(1, get(local))),
  load: reads(simd(0x00), 3),
  /** One double, in both places. */
  loadBoth: reads(simd(0x0a), 3),
  store: writes(simd(0x0b), 3),
}

/** local += by. */
export const advance = (local: number, by: Code): Code => set(local, i32.plus(get(local), by))

/** Runs the body where the condition is not 0. */
export const when = (condition: Code, body: Code): Code => [condition, 0x04, 0x40, body, 0x0b]

/** Runs the body `counter` times, counting the local down to 0; a counter of 0 runs it never. */
export const repeat = (counter: number, body: Code): Code => [
  // block; if counter = 0 leave; loop; body; counter −= 1; while counter ≠ 0 again; end; end
  ...[0x02, 0x40],
  get(counter),
  ...[0x45, 0x0d, 0],
  ...[0x03, 0x40],
  body,
  i32.minus(get(counter), i32.of(1)),
  ...[0x22, leb(counter)],
  ...[0x0d, 0, 0x0b, 0x0b],
]

/** Runs the body, and again while the condition is not 0. */
export const repeatWhile = (condition: Code, body: Code): Code => [0x02, 0x40, 0x03, 0x40, body, condition, 0x0d, 0, 0x0b, 0x0b]

/** Out of the loop around it where the condition is not 0. */
export const leave = (condition: Code): Code => [condition, 0x0d, 1]

/** counter = value, then the body so many times. */
export const times = (counter: number, value: Code, body: Code): Code => join(set(counter, value), repeat(counter, body))

const kinds = { i: 0x7f, d: 0x7c, v: 0x7b }
/** What a local holds: `i` a 32-bit whole number, `d` a double, `v` two doubles. */
export type Kind = keyof typeof kinds

/** A function with its parameters, locals and instructions. */
export interface WasmFunction {
  readonly name: string
  readonly parameters: readonly Kind[]
  readonly locals: readonly Kind[]
  readonly gives: Kind | null
  readonly body: Code
}

/** A function whose parameters and locals have names; a name ending in _8 stands for eight in a row (`{ acc_8: 'v' }` is eight vectors). */
export function define<P extends Record<string, Kind>, L extends Record<string, Kind>>(
  name: string,
  parameters: P,
  locals: L,
  body: (local: Record<keyof P | keyof L, number>) => Code,
  gives: Kind | null = null,
): WasmFunction {
  const places: Record<string, number> = {}
  const all: Kind[] = []
  for (const [one, kind] of Object.entries({ ...parameters, ...locals })) {
    places[one] = all.length
    const many = /_(\d+)$/.exec(one)
    for (let k = 0; k < Number(many?.[1] ?? 1); k++) all.push(kind)
  }
  const own = Object.keys(parameters).length
  return { name, parameters: all.slice(0, own), locals: all.slice(own), gives, body: body(places as Record<keyof P | keyof L, number>) }
}

const section = (id: number, content: Code): Code => sized([id], content)
const list = (items: readonly Code[]): Code => [leb(items.length), items]
function sized(head: Code, content: Code): Code {
  const bytes = layOut(content)
  return [head, leb(bytes.length), bytes]
}
const text = (name: string): Code => [leb(name.length), Array.from(name, (letter) => letter.charCodeAt(0))]
/** A shared memory must say how far it may grow: 4 GiB. */
const memoryType = (shared: boolean): Code => (shared ? [3, 1, leb(65536)] : [0, 1])

/** A module that imports its memory as `kernel.memory`, its own or shared between threads, and exports the functions. */
export function assemble(functions: readonly WasmFunction[], shared = false): Uint8Array {
  const types = functions.map(({ parameters, gives }) => [0x60, list(parameters.map((kind) => [kinds[kind]])), list(gives ? [[kinds[gives]]] : [])])
  const bodies = functions.map(({ locals, body }) => sized([], [list(locals.map((kind) => [1, kinds[kind]])), body, 0x0b]))
  return Uint8Array.from(
    layOut([
      [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, list(types)),
      section(2, list([[text('kernel'), text('memory'), 2, memoryType(shared)]])),
      section(3, list(functions.map((_, i) => leb(i)))),
      section(7, list(functions.map(({ name }, i) => [text(name), 0, leb(i)]))),
      section(10, list(bodies)),
    ]),
  )
}

import { neededPieces } from './cue-needs.ts'

/** A regular expression over sentences and clauses that is tried only where the text holds a piece it cannot do without. */
export interface Cue {
  test(text: string): boolean
  exec(text: string): RegExpExecArray | null
}

/** Expressions that one pass over a text can serve: as many as one number has bits. */
const MOST = 31
/** Pieces stand in one open table; a third of it at most is filled. */
const SLOTS = 4096

/** Expressions asked of the same texts, served by one pass over each text. */
interface Family {
  count: number
  /** Bits of the expressions that a single character may start. */
  readonly single: Map<number, number>
  /** 1: the character opens a pair; 2: it stands alone; 4: it closes a pair. */
  readonly opens: Uint8Array
  readonly pairs: Uint32Array
  readonly bits: Uint32Array
  filled: number
  last: string
  found: number
  before: string
  foundBefore: number
}

function roomy(families: Family[], pieces: number): { family: Family; bit: number } {
  let family = families.at(-1)
  if (family === undefined || family.count === MOST || family.filled + pieces > SLOTS / 3) {
    family = {
      count: 0,
      single: new Map(),
      opens: new Uint8Array(65_536),
      pairs: new Uint32Array(SLOTS),
      bits: new Uint32Array(SLOTS),
      filled: 0,
      last: '',
      found: 0,
      before: '',
      foundBefore: 0,
    }
    families.push(family)
  }
  return { family, bit: 1 << family.count++ }
}

const slotOf = (pair: number): number => (Math.imul(pair, 0x9e3779b1) >>> 20) & (SLOTS - 1)

function add(family: Family, piece: string, bit: number): void {
  const first = piece.charCodeAt(0)
  if (piece.length === 1) {
    family.single.set(first, (family.single.get(first) ?? 0) | bit)
    family.opens[first]! |= 2
    return
  }
  family.opens[first]! |= 1
  family.opens[piece.charCodeAt(1)]! |= 4
  const pair = ((first << 16) | piece.charCodeAt(1)) >>> 0
  let slot = slotOf(pair)
  while (family.pairs[slot] !== 0 && family.pairs[slot] !== pair) slot = (slot + 1) & (SLOTS - 1)
  if (family.pairs[slot] === 0) family.filled++
  family.pairs[slot] = pair
  family.bits[slot]! |= bit
}

/** Which expressions of a family a text may match, as bits. Two texts are remembered: the rules of one number ask of its sentence and of its clause in turn. */
function look(family: Family, text: string): number {
  if (family.last === text) return family.found
  const earlier = family.before === text ? family.foundBefore : -1
  family.before = family.last
  family.foundBefore = family.found
  family.last = text
  family.found = earlier >= 0 ? earlier : lookAt(family, text)
  return family.found
}

function lookAt(family: Family, text: string): number {
  const { opens, single, pairs, bits } = family
  let found = 0
  let code = 0
  let opening = 0
  for (let i = 0; i < text.length; i++) {
    const before = code
    const opened = opening & 1
    code = text.charCodeAt(i)
    opening = opens[code]!
    if ((opening & 2) !== 0) found |= single.get(code)!
    // most characters neither go on a pair nor stand alone
    if (opened === 0 || (opening & 4) === 0) continue
    const pair = ((before << 16) | code) >>> 0
    for (let slot = slotOf(pair); pairs[slot] !== 0; slot = (slot + 1) & (SLOTS - 1))
      if (pairs[slot] === pair) {
        found |= bits[slot]!
        break
      }
  }
  return found
}

/**
 * A maker of cues that are asked of the same texts and share one pass over each. Take a family of its own for texts of another kind (the words before a number, say),
 * so that neither drives the other's last text out.
 *
 * @throws TypeError (the maker) where a pattern keeps a position between calls
 */
export function cueFamily(): (pattern: RegExp) => Cue {
  const families: Family[] = []
  return (pattern) => {
    if (pattern.global || pattern.sticky) throw new TypeError(`expected an expression without g and y, got ${pattern}: a cue keeps no position`)
    const pieces = neededPieces(pattern)
    if (pieces === null) return { test: (text) => pattern.test(text), exec: (text) => pattern.exec(text) }
    const { family, bit } = roomy(families, pieces.length)
    for (const piece of pieces) add(family, piece, bit)
    return {
      test: (text) => (look(family, text) & bit) !== 0 && pattern.test(text),
      exec: (text) => ((look(family, text) & bit) === 0 ? null : pattern.exec(text)),
    }
  }
}

/**
 * `pattern` as a question to sentences and clauses, tried only where the text holds what it needs. Gives what the expression alone would give; it may not be global or sticky.
 *
 * `cued(/착공|기공/).test('시는 내달 착공한다.') // => true`
 */
export const cued = cueFamily()

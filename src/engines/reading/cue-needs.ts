/**
 * What a regular expression cannot match without: a list of short pieces (one or two characters), of which a text must hold at least one.
 * Worked out from the source of the expression, so that a rule and what is looked for first can never disagree.
 */

/** One or two characters. */
export type Piece = string

/** How an expression is built: a set of characters (null: too many to name), a sequence, a choice, or something that may be left out. */
type Node =
  | { readonly is: 'chars'; readonly set: readonly string[] | null }
  | { readonly is: 'all'; readonly items: readonly Node[] }
  | { readonly is: 'any'; readonly branches: readonly Node[] }
  | { readonly is: 'maybe' }

const NOTHING: Node = { is: 'all', items: [] }
const OTHER: Node = { is: 'chars', set: null }
/** A class of more characters than this says too little to look for. */
const MOST_IN_CLASS = 24
/** A single character stands in many more sentences than a pair. */
const COST_OF_ONE = 12

class Parser {
  readonly #source: string
  #at = 0

  constructor(source: string) {
    this.#source = source
  }

  choice(): Node {
    const branches: Node[] = [this.#sequence()]
    while (this.#source[this.#at] === '|') {
      this.#at++
      branches.push(this.#sequence())
    }
    return branches.length === 1 ? branches[0]! : { is: 'any', branches }
  }

  #sequence(): Node {
    const items: Node[] = []
    while (this.#at < this.#source.length && this.#source[this.#at] !== '|' && this.#source[this.#at] !== ')')
      items.push(this.#repeated(this.#atom()))
    return { is: 'all', items }
  }

  #atom(): Node {
    const c = this.#source[this.#at++]!
    if (c === '^' || c === '$') return NOTHING
    if (c === '.') return OTHER
    if (c === '[') return this.#charClass()
    if (c === '\\') return this.#escape()
    if (c === '(') return this.#group()
    return { is: 'chars', set: [c] }
  }

  #group(): Node {
    const look = /^\?(?:=|!|<=|<!)/.exec(this.#source.slice(this.#at, this.#at + 3))
    const head = look ?? /^\?(?::|<[^>]+>)/.exec(this.#source.slice(this.#at, this.#at + 24))
    if (head !== null) this.#at += head[0].length
    const inner = this.choice()
    this.#at++
    return look === null ? inner : NOTHING
  }

  #escape(): Node {
    const c = this.#source[this.#at++]!
    if (c === 'b' || c === 'B') return NOTHING
    if (c === 'u' || c === 'x') {
      const length = c === 'u' ? 4 : 2
      const code = Number.parseInt(this.#source.slice(this.#at, this.#at + length), 16)
      this.#at += length
      return { is: 'chars', set: [String.fromCharCode(code)] }
    }
    if (/[dwsDWSpPkn1-9tr]/.test(c)) return c === 'n' ? { is: 'chars', set: ['\n'] } : c === 't' ? { is: 'chars', set: ['\t'] } : OTHER
    return { is: 'chars', set: [c] }
  }

  #charClass(): Node {
    const set: string[] = []
    let named = this.#source[this.#at] !== '^'
    let c = this.#source[this.#at++]!
    for (; c !== ']'; c = this.#source[this.#at++]!) {
      if (c === '\\') {
        const one = this.#escape()
        if (one.is === 'chars' && one.set !== null) set.push(...one.set)
        else named = false
      } else if (c === '-' && set.length > 0 && this.#source[this.#at] !== ']') named = false
      else set.push(c)
    }
    return named && set.length > 0 && set.length <= MOST_IN_CLASS ? { is: 'chars', set } : OTHER
  }

  #repeated(node: Node): Node {
    const mark = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(this.#source.slice(this.#at, this.#at + 12))
    if (mark === null) return node
    this.#at += mark[0].length
    const least = mark[1] === undefined ? (mark[0].startsWith('+') ? 1 : 0) : Number(mark[1])
    return least === 0 ? { is: 'maybe' } : { is: 'all', items: [node] }
  }
}

/** The characters that a node may begin (or end) with; null where they are too many, or where it may be empty. */
function edge(node: Node, end: boolean): readonly string[] | null {
  switch (node.is) {
    case 'chars':
      return node.set
    case 'maybe':
      return null
    case 'any': {
      const out: string[] = []
      for (const branch of node.branches) {
        const set = edge(branch, end)
        if (set === null) return null
        out.push(...set)
      }
      return out.length <= MOST_IN_CLASS * 4 ? out : null
    }
    case 'all': {
      const item = (end ? node.items.toReversed() : node.items).find((one) => !isEmpty(one))
      return item === undefined ? null : edge(item, end)
    }
  }
}

const isEmpty = (node: Node): boolean => node.is === 'all' && node.items.every(isEmpty)

const cost = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + (piece.length === 1 ? COST_OF_ONE : 1), 0)

function needsOf(node: Node): readonly Piece[] | null {
  switch (node.is) {
    case 'chars':
      return node.set
    case 'maybe':
      return null
    case 'any': {
      const out: Piece[] = []
      for (const branch of node.branches) {
        const pieces = needsOf(branch)
        if (pieces === null) return null
        out.push(...pieces)
      }
      return out
    }
    case 'all': {
      const items = node.items.filter((item) => !isEmpty(item))
      let best: readonly Piece[] | null = null
      const offer = (pieces: readonly Piece[] | null): void => {
        if (pieces !== null && (best === null || cost(pieces) < cost(best))) best = pieces
      }
      for (let i = 0; i < items.length; i++) {
        offer(needsOf(items[i]!))
        const left = i + 1 < items.length ? edge(items[i]!, true) : null
        const right = left === null ? null : edge(items[i + 1]!, false)
        if (left !== null && right !== null && left.length * right.length <= 200) offer(left.flatMap((a) => right.map((b) => a + b)))
      }
      return best
    }
  }
}

/**
 * Pieces of which every match of `pattern` holds at least one; null where none can be named (and the expression has to be tried).
 * Flags that change what letters mean (`i`, `u`, `v`) give null.
 *
 * `neededPieces(/착공(?:했|해)|첫 삽/) // => ['착공', '첫 ']`
 */
export function neededPieces(pattern: RegExp): readonly Piece[] | null {
  if (/[iuv]/.test(pattern.flags)) return null
  const pieces = needsOf(new Parser(pattern.source).choice())
  return pieces === null ? null : [...new Set(pieces)]
}

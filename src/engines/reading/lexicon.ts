import { ofItsOwn } from './remembered.ts'
import type { WordClass } from './words.ts'

/** One word with what it is. */
interface Entry {
  readonly text: string
  readonly hash: number
  readonly cls: WordClass
}

const SLOTS = 1 << 17
/** Words kept at most; then the lexicon starts anew, so that it stays bounded. */
const MOST = 40_000

/** The hash of a word is built up while its end is looked for (FNV-1a over UTF-16 units). */
export const start32 = (code: number): number => next32(0x811c9dc5, code)
export const next32 = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

/**
 * What words are, by their place in a text: a known word costs no slice of it and no string of its own.
 * An open table of entries; one lexicon serves every text, since a word means the same in all.
 */
export class Lexicon {
  readonly #classify: (word: string) => WordClass
  readonly #slots: (Entry | undefined)[] = new Array(SLOTS)
  #size = 0

  constructor(classify: (word: string) => WordClass) {
    this.#classify = classify
  }

  /** The entry of the word `text[start, end)`, whose units give `hash`. */
  entry(text: string, start: number, end: number, hash: number): Entry {
    const length = end - start
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    for (let known = this.#slots[slot]; known !== undefined; known = this.#slots[slot]) {
      if (known.hash === hash && known.text.length === length && stands(known.text, text, start)) return known
      slot = (slot + 1) & (SLOTS - 1)
    }
    const word = ofItsOwn(text.slice(start, end))
    const made: Entry = { text: word, hash, cls: this.#classify(word) }
    if (this.#size >= MOST) {
      this.#slots.fill(undefined)
      this.#size = 0
      slot = (hash ^ (hash >>> 15)) & (SLOTS - 1)
    }
    this.#slots[slot] = made
    this.#size++
    return made
  }
}

function stands(word: string, text: string, at: number): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(at + i)) return false
  return true
}

import type { Span } from '../reading.ts'

/** A name (이름) in one place of the text; `value` is what its first full form says. */
export interface Name extends Span {
  readonly kind: 'organisation' | 'place' | 'person'
  readonly value: string
  readonly certainty: number
  readonly rule: string
}

/** How much of a document is looked at for words in small letters. */
const HEAD = 60_000

/** What a document has named so far, so that a short form leads back to the full one. */
export class Named {
  readonly #full = new Map<string, Name>()
  /** Forms by their first two signs, longest first; a few for each, so that a look-up stays short. */
  readonly #heads = new Map<string, string[]>()
  readonly #firsts = new Set<number>()

  #small: ReadonlySet<string> | null = null

  /** Whether a word is also written small in the document, as no name is: Ground will be broken, it broke ground. */
  isCommon(text: string, word: string): boolean {
    this.#small ??= new Set(text.slice(0, HEAD).match(/(?<![A-Za-z])[a-z]{3,}/g))
    const small = word.toLowerCase()
    return this.#small.has(small) || (small.endsWith('s') && this.#small.has(small.slice(0, -1)))
  }

  /** The name that a full or short form stands for, or undefined. */
  get(form: string): Name | undefined {
    return this.#full.get(form)
  }

  /** Keeps a name under its own words and under `aliases`; the first one stays. */
  keep(name: Name, aliases: readonly string[]): void {
    for (const form of [name.value, ...aliases]) {
      if (form.length < 2 || this.#full.has(form)) continue
      this.#full.set(form, name)
      this.#firsts.add(form.charCodeAt(0))
      const head = form.slice(0, 2)
      const forms = this.#heads.get(head) ?? []
      if (forms.length < 8)
        this.#heads.set(
          head,
          [...forms, form].sort((a, b) => b.length - a.length),
        )
    }
  }

  /** A short form that stood alone before its full name with a legal form leads to that name from now on: Kia, then Kia Corp. */
  lengthen(short: string, full: Name): void {
    if (this.#full.get(short)?.value === short) this.#full.set(short, full)
  }

  /** The longest form known so far that stands at `at`, or null. */
  at(text: string, at: number): string | null {
    if (!this.#firsts.has(text.charCodeAt(at))) return null
    const forms = this.#heads.get(text.slice(at, at + 2))
    return forms?.find((form) => text.startsWith(form, at)) ?? null
  }
}

/** Each distinct written form of a name (short ones too) at its first mention, in the order of the text. */
export function firstMentions(text: string, names: readonly Name[]): Name[] {
  const seen = new Set<string>()
  const out: Name[] = []
  for (const name of names) {
    const key = `${name.kind} ${text.slice(name.start, name.end)}`
    if (seen.has(key)) continue
    seen.add(key)
    out.push(name)
  }
  return out
}

import { CLASSES, DIGIT, LATIN } from '../../characters.ts'
import type { Mention, Span } from '../../reading.ts'
import type { Name } from '../name.ts'

/** A word, a whole name, a whole figure, a day or a mark of one English sentence (낱말). Its words are cut out only where somebody asks: few are looked at. */
export class Token implements Span {
  private words: string | null = null

  constructor(
    private readonly source: string,
    readonly kind: 'word' | 'name' | 'number' | 'date' | 'mark',
    readonly start: number,
    readonly end: number,
    readonly name: Name | null,
  ) {}

  /** In small letters. */
  get text(): string {
    this.words ??= this.source.slice(this.start, this.end).toLowerCase()
    return this.words
  }
}

const HYPHEN = 0x2d
const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019
const isMark = (code: number): boolean =>
  code === 0x2c ||
  code === 0x3a ||
  code === 0x3b ||
  code === 0x22 ||
  code === 0x28 ||
  code === 0x29 ||
  code === 0x201c ||
  code === 0x201d ||
  (code >= 0x2013 && code <= 0x2015)

/**
 * The tokens of one sentence, names and figures whole (90 billion won is one number). Linear.
 *
 * `englishTokens('It hires 5, now.', { start: 0, end: 16 }, [], []).map((token) => token.text) // => ['it', 'hires', '5', ',', 'now']`
 */
export function englishTokens(text: string, { start, end }: Span, names: readonly Name[], figures: readonly Mention[]): Token[] {
  const out: Token[] = []
  let next = 0
  let figure = 0
  for (let i = start; i < end; ) {
    while (next < names.length && names[next]!.end <= i) next++
    const name = names[next]
    if (name !== undefined && name.start <= i) {
      out.push(new Token(text, 'name', name.start, name.end, name))
      i = name.end
      continue
    }
    while (figure < figures.length && figures[figure]!.end <= i) figure++
    const amount = figures[figure]
    if (amount !== undefined && amount.start <= i) {
      out.push(new Token(text, amount.kind === 'date' ? 'date' : 'number', amount.start, amount.end, null))
      i = amount.end
      continue
    }
    const code = text.charCodeAt(i)
    const kind = CLASSES[code]
    let stop = i + 1
    if (kind === LATIN || kind === DIGIT) {
      // a name or figure that begins within a word ends it
      const limit = Math.min(end, name?.start ?? end, amount?.start ?? end)
      while (stop < limit) {
        const at = text.charCodeAt(stop)
        if (CLASSES[at] === kind || (at === HYPHEN && CLASSES[text.charCodeAt(stop + 1)] === LATIN) || (kind === DIGIT && CLASSES[at] === LATIN))
          stop++
        else break
      }
      out.push(new Token(text, kind === LATIN ? 'word' : 'number', i, stop, null))
    } else if (isApostrophe(code)) {
      if (text.charCodeAt(stop) === 0x73 && CLASSES[text.charCodeAt(stop + 1)] !== LATIN) stop++
      out.push(new Token(text, 'mark', i, stop, null))
    } else if (isMark(code)) out.push(new Token(text, 'mark', i, stop, null))
    else if (code === HYPHEN && text.charCodeAt(stop) === HYPHEN) out.push(new Token(text, 'mark', i, ++stop, null))
    i = stop
  }
  return out
}

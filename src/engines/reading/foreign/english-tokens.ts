import type { Mention, Span } from '../reading.ts'
import type { Name } from './name.ts'

/** A word, a whole name, a number or a mark of one English sentence (낱말). */
export interface Token extends Span {
  readonly kind: 'word' | 'name' | 'number' | 'date' | 'mark'
  /** In small letters; a name as it is written. */
  readonly text: string
  readonly name: Name | null
}

const PIECE = /[A-Za-zÀ-ɏ]+(?:-[A-Za-z]+)*(?:['’](?=[a-z]{2,3}\b)[a-z]+)?|['’]s?(?![A-Za-z])|\d[\d.,]*(?:-[A-Za-z]+)*|[,;:()"“”—–―]|--/g

/**
 * The tokens of one sentence, names and figures whole (90 billion won is one number). Linear.
 *
 * `englishTokens('It hires 5.', { start: 0, end: 11 }, [], []).map((token) => token.text) // => ['it', 'hires', '5.']`
 */
export function englishTokens(text: string, { start, end }: Span, names: readonly Name[], figures: readonly Mention[]): Token[] {
  const out: Token[] = []
  let next = 0
  let figure = 0
  PIECE.lastIndex = start
  for (let m = PIECE.exec(text); m !== null && m.index < end; m = PIECE.exec(text)) {
    while (next < names.length && names[next]!.end <= m.index) next++
    const name = names[next]
    if (name !== undefined && name.start < m.index + m[0].length) {
      out.push({ kind: 'name', text: text.slice(name.start, name.end), start: name.start, end: name.end, name })
      PIECE.lastIndex = Math.max(name.end, m.index + 1)
      next++
      continue
    }
    while (figure < figures.length && figures[figure]!.end <= m.index) figure++
    const amount = figures[figure]
    if (amount !== undefined && amount.start < m.index + m[0].length) {
      out.push({ kind: amount.kind === 'date' ? 'date' : 'number', text: '', start: amount.start, end: amount.end, name: null })
      PIECE.lastIndex = Math.max(amount.end, m.index + 1)
      continue
    }
    const first = m[0].charCodeAt(0)
    const kind = first >= 0x30 && first <= 0x39 ? 'number' : /^[A-Za-zÀ-ɏ]/.test(m[0]) ? 'word' : 'mark'
    out.push({ kind, text: m[0].toLowerCase().replace('’', "'"), start: m.index, end: m.index + m[0].length, name: null })
  }
  return out
}

import { canonicalText } from '../text/canonical.ts'
import { FormatError } from './failure.ts'
import type { Piece, TextMap } from './text-map.ts'

/** Where the words that follow stand; what is left out is none. */
export interface At {
  page?: number
  paragraph?: number
  table?: number
  row?: number
  column?: number
  /** From `sheet()`. */
  sheet?: number
}

/**
 * Gathers the canonical text of a file piece by piece and the map back with it. Each piece is made canonical before it is counted,
 * and separators stand between pieces, so that the whole is canonical too and no offset moves.
 */
export class TextBuilder {
  private readonly out: string[] = []
  private readonly pieces: Piece[] = []
  private readonly sheets: string[] = []
  private length = 0
  /** Line ends that the text ends with; the beginning counts as an empty line. */
  private lineEnds = 2
  private readonly longest: number

  constructor(longest: number) {
    this.longest = longest
  }

  get characters(): number {
    return this.length
  }

  /** The number of a sheet, to be named in `At`. */
  sheet(name: string): number {
    this.sheets.push(canonicalText(name))
    return this.sheets.length
  }

  /** Words at a place. Gives the canonical words that were added. @throws FormatError `too-large` past the limit */
  add(raw: string, at: At = {}): string {
    // a mark that combines with what stands before would change it: it gets its own base
    const text = canonicalText(/^\p{M}/u.test(raw) ? `\u25CC${raw}` : raw)
    if (text === '') return text
    const start = this.length
    this.push(text)
    this.pieces.push([start, this.length, at.page ?? 0, at.paragraph ?? 0, at.table ?? 0, at.row ?? 0, at.column ?? 0, at.sheet ?? 0])
    return text
  }

  /** Words of ours between pieces: they belong to no place. */
  join(separator: string): void {
    this.push(separator)
  }

  /** End the line, if one was begun. */
  line(): void {
    if (this.lineEnds === 0) this.push('\n')
  }

  /** Leave an empty line, as between two paragraphs. */
  gap(): void {
    while (this.lineEnds < 2) this.push('\n')
  }

  private push(text: string): void {
    this.out.push(text)
    this.length += text.length
    const ends = /\n*$/.exec(text)?.[0].length ?? 0
    this.lineEnds = ends === text.length ? this.lineEnds + ends : ends
    if (this.length > this.longest)
      throw new FormatError('too-large', {
        ko: `글이 ${this.longest.toLocaleString('ko')}자를 넘습니다. 나누어 올려 주십시오.`,
        en: `The text is longer than ${this.longest.toLocaleString('en')} characters. Split the file and add the parts.`,
      })
  }

  /** The text so far, without white space at its end. @throws FormatError `empty` where there are no words */
  done(): { text: string; map: TextMap } {
    const text = this.out.join('').trimEnd()
    if (!/[\p{L}\p{N}]/u.test(text)) throw new FormatError('empty')
    const pieces = this.pieces.filter((piece) => piece[0] < text.length)
    const last = pieces.at(-1)
    if (last && last[1] > text.length) last[1] = text.length
    return { text, map: { pieces, sheets: this.sheets } }
  }
}

import type { Language } from '../language.ts'
import type { Name, Named } from '../name.ts'

/** How a place or person is read: 熊川(ウンチョン). */
export const READING = '[（(][\\u30a1-\\u30fc・＝ 　]{2,20}[）)]'
const READINGS = new RegExp(READING, 'g')
const BRACKETED = /[(（㈱]/
const FORM = /^(?:\(株\)|（株）|㈱|\(有\)|（有）)|(?:\(株\)|（株）|㈱|\(有\)|（有）)$/

/** What a firm known by its short name may carry behind it. */
const GROUP = /(?:集团公司|集团)$/

/** One Chinese or Japanese sentence and the names found in it so far; the first reading of a stretch stays. */
export class HanSentence {
  readonly out: Name[] = []
  readonly body: string

  constructor(
    readonly text: string,
    readonly from: number,
    readonly to: number,
    readonly language: Language,
    readonly named: Named,
  ) {
    this.body = text.slice(from, to)
  }

  free(a: number, b: number): boolean {
    return !this.out.some((name) => a < name.end && name.start < b)
  }

  /** Keeps a name; its value is its first full form without bracketed readings. */
  push(kind: Name['kind'], a: number, b: number, certainty: number, rule: string, aliases: readonly string[] = []): void {
    // 米ノルベイン社: the country before a foreign name
    if (this.language === 'ja' && kind === 'organisation' && /^[米英独仏伊露韓中][\u30a1-\u30fcA-Z]/.test(this.text.slice(a, a + 2))) a++
    if (b - a < 2 || !this.free(a, b)) return
    const written = this.text.slice(a, b)
    const bare = BRACKETED.test(written) ? written.replace(READINGS, '') : written
    const words = kind === 'organisation' && BRACKETED.test(bare) ? bare.replace(FORM, '') : bare
    const known = this.named.get(words) ?? (kind === 'organisation' && this.language === 'zh' ? this.named.get(words.replace(GROUP, '')) : undefined)
    const value = known !== undefined && known.kind === kind ? known.value : words
    const name: Name = { kind, start: a, end: b, value, certainty, rule: `${kind}:${rule}` }
    this.named.keep(name, aliases)
    this.out.push(name)
  }

  /** Runs a rule over the sentence; `visit` gets each match and where it begins in the text. */
  each(rule: RegExp, visit: (m: RegExpExecArray, at: number) => void): void {
    rule.lastIndex = 0
    for (let m = rule.exec(this.body); m !== null; m = rule.exec(this.body)) {
      if (m[0].length === 0) rule.lastIndex++
      visit(m, this.from + m.index)
    }
  }
}

/** The offset behind a bracket that opens at `at`, or `at` where none does: what follows 忠清南道(チュンチョンナムド) is は. */
export function pastBracket(text: string, at: number): number {
  if (text.charAt(at) !== '(' && text.charAt(at) !== '（') return at
  const end = /^[（(][^()（）\n]{1,40}[）)]/.exec(text.slice(at, at + 44))
  return end === null ? at : at + end[0].length
}

import type { Glyphs } from './pdf-lines.ts'

/** Marks that no text has: they come out where the codes of a font are taken for letters. */
const control = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F\uFFFD]|\p{Cn}/gu
/** Letters of scripts in which no paper of a Korean office is written. */
const strange =
  /(?![\u0300-\u036F]|[\u3099\u309A]|[\uFE00-\uFE0F]|[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}])[\p{L}\p{M}\p{N}]|[\u3400-\u4DBF]/gu
const seen = /[^\s\uE000-\uF8FF]/g
const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0

/** What became of one page. `unknown` and `known` count letters. */
export interface Lettered {
  glyphs: Glyphs[]
  unknown: number
  known: number
}

/**
 * 글자를 알 수 없는 글꼴: a font that is cut down to the letters of its file and brings no table of what its codes mean (ToUnicode) is drawn well and read as nonsense,
 * without an error. It is told by marks and scripts that no text here has. Its words are taken out; a page of which more than a third is in such fonts gives none at all,
 * for its other words (numbers, mostly) would stand without what they are said of.
 */
export function knownLetters(pages: readonly (readonly Glyphs[])[]): Lettered[] {
  const fonts = new Map<string, { all: number; control: number; strange: number }>()
  for (const { fontName = '', str } of pages.flat()) {
    const font = fonts.get(fontName) ?? { all: 0, control: 0, strange: 0 }
    font.all += count(str, seen)
    font.control += count(str, control)
    font.strange += count(str, strange)
    fonts.set(fontName, font)
  }
  const isUnknown = (name = '') => {
    const font = fonts.get(name)
    return font !== undefined && (font.control > font.all * 0.03 || (font.strange > 2 && font.strange > font.all * 0.15))
  }
  return pages.map((page) => {
    const unknown = page.reduce((sum, one) => sum + (isUnknown(one.fontName) ? count(one.str, seen) : 0), 0)
    const known = page.reduce((sum, one) => sum + count(one.str, seen), 0) - unknown
    if (unknown === 0) return { glyphs: [...page], unknown, known }
    return { glyphs: unknown * 2 > known ? [] : page.filter((one) => !isUnknown(one.fontName)), unknown, known }
  })
}

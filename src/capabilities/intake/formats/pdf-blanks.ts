import type { Glyphs } from './pdf-lines.ts'

const hangul = /[가-힣㈜㎡%]/
const figure = /[0-9A-Za-z]/

/**
 * 한글과 숫자 사이의 틈: whether a blank between two letters is no space that anybody typed but the distance that a word processor keeps between Hangul and figures by itself
 * (a quarter of a letter at most; LibreOffice, Word). `width` is in letters. Behind a number even a typed space says nothing: `1,250 억원` is `1,250억원`.
 */
export const isKeptDistance = (before: string, after: string, width: number): boolean =>
  (/\d/.test(before) && hangul.test(after) && width < 0.3) ||
  (((hangul.test(before) && figure.test(after)) || (figure.test(before) && hangul.test(after))) && width < 0.24)

const spaces = (words: string) => words.match(/ /g)?.length ?? 0
const letters = (words: string) => words.replace(/ /g, '').length
const isSpread = (words: string) => spaces(words) >= (letters(words) - 1) * 0.75
/** Narrower than this, a blank on a page of spread letters is the distance of two letters. */
const narrowest = 0.3

/**
 * 자간을 벌린 글: the glyphs of a page whose letters stand apart so far that each gap was taken for a space (`투 자 협 약`). There the spaces between words are blanks of their
 * own; those in the runs go. Pages with runs of words are left as they are.
 */
export function closedUp(glyphs: readonly Glyphs[]): readonly Glyphs[] {
  const runs = glyphs.filter((one) => letters(one.str) >= 3)
  if (runs.length < 3 || runs.filter((one) => isSpread(one.str.trim())).length < runs.length * 0.6) return glyphs
  // where spaces are drawn in the runs nothing tells them from the gaps
  const blanks = glyphs.filter((one) => one.str !== '' && one.str.trim() === '').length
  if (blanks < runs.length * 0.5) return glyphs
  return glyphs
    .filter((one) => one.str.trim() !== '' || one.str === '' || one.width > narrowest * Math.hypot(one.transform[0] ?? 0, one.transform[1] ?? 0))
    .map((one) => (one.str.trim() === '' ? one : { ...one, str: one.str.replace(/ /g, '') }))
}

/**
 * 각주 표시: whether letters that are set high are the number of a note and no part of what stands before them: `1)`, `주2)`, `[3]`, `*`; a number alone where it stands behind
 * Hangul or the end of a sentence (behind a unit or a number it is a power).
 *
 * `isNoteMark('1)', '1,250') // => true`
 * `isNoteMark('2', '33,000m') // => false`
 */
export function isNoteMark(mark: string, before: string): boolean {
  const words = mark.trim()
  if (words === '') return false
  if (/^(?:주\s?\d{0,2}\)?|주?\s?\(?\d{1,3}\)|\[(?:주\s?)?\d{1,3}\]|[*†‡]{1,3}\)?)$/.test(words)) return true
  return /^\d{1,2}(?:[,·]\d{1,2})*$/.test(words) && /[가-힣㈜)”"'’」』.]\s*$/.test(before)
}

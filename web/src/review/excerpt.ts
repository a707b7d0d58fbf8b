/** How much of the text stands around the words. */
const around = 260

/**
 * The part of a text around some words, from the beginning of a line or of a word to an end of one.
 *
 * frameAround('가'.repeat(900), { start: 400, end: 402 }) // => { from: 140, to: 662 }
 */
export function frameAround(text: string, { start, end }: { start: number; end: number }): { from: number; to: number } {
  const earliest = Math.max(0, start - around)
  const latest = Math.min(text.length, end + around)
  const before = /\s/.exec(text.slice(earliest, start))
  const after = text.slice(end, latest).search(/\s\S*$/)
  return {
    from: earliest === 0 || text[earliest - 1] === '\n' || !before ? earliest : earliest + before.index + 1,
    to: latest === text.length || after < 0 ? latest : end + after,
  }
}

/** The span without white space at its ends; null where nothing is left. */
export function trim(text: string, start: number, end: number): { start: number; end: number } | null {
  let [a, b] = [start, end]
  while (a < b && /\s/.test(text[a]!)) a++
  while (b > a && /\s/.test(text[b - 1]!)) b--
  return a < b ? { start: a, end: b } : null
}

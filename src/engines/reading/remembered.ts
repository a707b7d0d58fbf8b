/** The same word without the text it was cut from: an engine may keep a long slice as a view of the whole text, and the text alive with it. */
export const ofItsOwn = (word: string): string => (word.length < 13 ? word : ` ${word}`.slice(1))

/** Names and words come back all through a text; past this many a memory starts anew, so that it stays bounded. */
const MOST = 20_000

/**
 * The same pure function of one word, its results remembered. Only for questions that a text asks of the same words again and again.
 *
 * `remembered((word) => word.length)('시흥') // => 2`
 */
export function remembered<T>(ask: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const answer = ask(word)
    if (known.size >= MOST) known.clear()
    known.set(ofItsOwn(word), answer)
    return answer
  }
}

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
    known.set(word, answer)
    return answer
  }
}

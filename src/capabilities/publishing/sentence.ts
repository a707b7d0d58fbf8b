/** A sentence with the place of its value, as it may be shown. */
export interface ShownSentence {
  sentence: string
  mark: { start: number; end: number } | null
}

const longest = 360

/**
 * 인용할 만큼: a sentence as the public may read it. A text without full stops would make "the sentence" the whole article;
 * then only the words around the value are shown, and the cut is marked with an ellipsis. Offsets are UTF-16 units.
 *
 * @example
 * quotable({ sentence: '1조원을 투자한다.', mark: { start: 0, end: 4 } }).sentence // => '1조원을 투자한다.'
 */
export function quotable(shown: ShownSentence, limit: number = longest): ShownSentence {
  const { sentence, mark } = shown
  if (sentence.length <= limit) return { sentence, mark: insideOf(mark, sentence.length) }
  const at = insideOf(mark, sentence.length) ?? { start: 0, end: 0 }
  const room = Math.max(0, limit - (at.end - at.start))
  let from = Math.max(0, at.start - Math.floor(room / 2))
  let to = Math.min(sentence.length, Math.max(at.end, from + limit))
  from = wordStart(sentence, from, at.start)
  to = wordEnd(sentence, to, at.end)
  const before = from > 0 ? '… ' : ''
  const after = to < sentence.length ? ' …' : ''
  const moved = before.length - from
  return {
    sentence: `${before}${sentence.slice(from, to).trimEnd()}${after}`,
    mark: mark ? { start: at.start + moved, end: at.end + moved } : null,
  }
}

const insideOf = (mark: ShownSentence['mark'], length: number) =>
  mark && mark.start >= 0 && mark.end <= length && mark.start < mark.end ? mark : null

/** The next beginning of a word from `at`, not past `stop`; never in the middle of a surrogate pair. */
function wordStart(text: string, at: number, stop: number): number {
  if (at === 0) return 0
  for (let i = at; i < stop; i++) if (/\s/.test(text[i - 1]!) && !/\s/.test(text[i]!)) return i
  return stop
}

function wordEnd(text: string, at: number, stop: number): number {
  if (at === text.length) return at
  for (let i = at; i > stop; i--) if (/\s/.test(text[i]!) && !/\s/.test(text[i - 1]!)) return i
  return stop
}

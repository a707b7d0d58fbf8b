import type { ReviewClaim } from './api.ts'

/**
 * The words for days that stay open because the document has no date, each once, three at most.
 *
 * openDays([{ due: null, dueText: '지난 3일', start: null, startText: null }]) // => ['지난 3일']
 */
export function openDays(claims: readonly Pick<ReviewClaim, 'due' | 'dueText' | 'start' | 'startText'>[]): string[] {
  const words = claims.flatMap(({ due, dueText, start, startText }) => [due ? null : dueText, start ? null : startText])
  return [...new Set(words.filter((one) => one !== null))].slice(0, 3)
}

/** One case of a public suite, as its JSON states it. Fields that a suite lacks are absent. */
export type SuiteCase = {
  suite: string
  kind: string
  stage?: string
  text: string
  reference_time?: string | null
  expected: unknown
  /** where the case comes from; names the model under test */
  source?: string
}

/** What our grammar answered, in the shape of the suite, and whether it is what was expected; `unread` where nobody reads the kind. */
export type Verdict = { passed: boolean; answer: unknown; unread?: true }

/** One thing found in a text in the shape of the Recognizers suite: `end` after its last character. */
export type Found = { text: string; start: number; end: number; type: string; value: unknown }

/** A found thing from its span. `found('3명', 0, 1, 'number', null).text // => '3'` */
export function found(text: string, start: number, end: number, type: string, value: unknown): Found {
  return { text: text.slice(start, end), start, end, type, value }
}

/** True where two plain values say the same; keys that `expected` lacks are not asked for. `sameJson({ a: 1 }, { a: 1, b: 2 }) // => true` */
export function sameJson(expected: unknown, got: unknown): boolean {
  if (expected === got) return true
  if (typeof expected === 'number' && typeof got === 'number') return Math.abs(expected - got) <= 1e-12 * Math.abs(expected)
  if (typeof expected !== 'object' || typeof got !== 'object' || expected === null || got === null) return false
  return Object.entries(expected).every(([key, value]) => sameJson(value, (got as Record<string, unknown>)[key]))
}

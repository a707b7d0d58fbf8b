import { type SuiteCase, sameJson, type Verdict } from './suite-case.ts'

type Thing = { text?: string; type?: string; start?: number | null; value?: unknown }

/** Names of the keys whose values differ, with their path. */
function differing(expected: unknown, got: unknown, path = ''): string[] {
  if (typeof expected !== 'object' || expected === null || typeof got !== 'object' || got === null)
    return sameJson(expected, got) ? [] : [path || 'value']
  return Object.entries(expected).flatMap(([key, value]) =>
    differing(value, (got as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`),
  )
}

/**
 * By which convention a refused case differs from our reading, in a few words: what is found at all, how far a span reaches, or which part of a value.
 * `differenceOf({ suite: 'duckling-ko', kind: 'number', text: '셋', expected: { value: 4 } }, { passed: false, answer: { value: 3 } }) // => 'value: value'`
 */
export function differenceOf(c: SuiteCase, verdict: Verdict): string {
  if (verdict.unread) return `kind: nobody reads "${c.kind}"`
  if (!Array.isArray(c.expected))
    return verdict.answer === null ? 'whole text: not one expression to us' : `value: ${differing(c.expected, verdict.answer).join(', ')}`
  const expected = [...(c.expected as Thing[])].sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
  const got = (verdict.answer ?? []) as Thing[]
  if (expected.length === 0) return 'found: the suite finds nothing here'
  if (got.length === 0) return 'found: we find nothing here'
  if (got.length !== expected.length) return `found: the suite finds ${expected.length}, we find ${got.length}`
  const at = expected.findIndex((e, i) => e.text !== got[i]!.text)
  if (at >= 0) return `span: the suite takes "${expected[at]!.text}", we take "${got[at]!.text}"`
  const parts = expected.flatMap((e, i) => (e.value === null || e.value === undefined ? [] : differing(e.value, got[i]!.value)))
  return parts.length > 0 ? `value: ${[...new Set(parts)].join(', ')}` : 'place or type'
}

/**
 * JSON with one spelling only: keys in code-unit order, no spaces, `undefined` left out; two equal values give equal bytes, whatever order they were built in.
 * Source: RFC 8785 (JSON Canonicalization Scheme), whose number form is JavaScript's own.
 * `canonicalJson({ b: 1, a: ['ㄱ'] })` // => '{"a":["ㄱ"],"b":1}'
 * @throws TypeError on NaN, an infinity, or a value JSON does not have
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`expected a finite number, got ${value}; say "unknown" with null`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`
  if (typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`
  }
  throw new TypeError(`expected a JSON value, got a ${typeof value}; write a bigint or a date as text`)
}

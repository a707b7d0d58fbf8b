/**
 * 시각의 차례: microseconds since 1970 of an instant as text, whatever its offset and however many digits its seconds have. Texts of instants cannot be compared as texts.
 *
 * @throws RangeError for a text that is no instant
 * @example
 * microsecondsOf('1970-01-01T09:00:00.000001+09:00') // => 1
 */
export function microsecondsOf(instant: string): number {
  const fraction = /\.(\d+)/.exec(instant)?.[1] ?? ''
  const seconds = Date.parse(instant.replace(/\.\d+/, ''))
  if (Number.isNaN(seconds)) throw new RangeError(`expected an instant such as "2026-11-22T00:00:00Z", got "${instant}"`)
  return seconds * 1000 + Number(fraction.slice(0, 6).padEnd(6, '0'))
}

/** Whether one instant is at or before another. `notAfter('2026-01-01T00:00:00Z', '2026-01-01T09:00:00.5+09:00') // => true` */
export const notAfter = (a: string, b: string): boolean => microsecondsOf(a) <= microsecondsOf(b)

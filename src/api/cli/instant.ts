/**
 * The instant that an option means: an instant as it is, a day as its last moment in Korean time, so that "known on 2024-06-01" holds what was entered on that day.
 *
 * @throws RangeError for what is neither
 * @example
 * knownOnOption('2024-06-01') // => '2024-06-01T23:59:59.999999+09:00'
 */
export function knownOnOption(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return `${text}T23:59:59.999999+09:00`
  if (/^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(Date.parse(text))) return text
  throw new RangeError(`expected a day such as 2024-06-01 or an instant such as 2024-06-01T09:00:00+09:00, got "${text}"`)
}

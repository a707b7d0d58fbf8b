import type { Mention, Slot } from '../reading.ts'
import type { Grammar } from './grammar.ts'
import type { Name } from './name.ts'
import { governs } from './subject.ts'

const RESPECTIVELY = /\brespectively\b|分别|分別|各自|それぞれ/

/** "A, B and C invest 1, 2 and 3 billion, respectively" (각각): as many firms as figures of a kind, each its own. Null where the sentence does not say so. */
export function respectively(
  text: string,
  body: string,
  mention: Mention,
  figures: readonly number[],
  mentions: readonly Mention[],
  names: readonly Name[],
  grammar: Grammar,
): Slot<string> | null {
  if (!RESPECTIVELY.test(body)) return null
  const alike = figures.map((k) => mentions[k]!).filter((one) => one.unit === mention.unit)
  const firms = names.filter(({ kind, value, start }) => kind === 'organisation' && start < alike[0]!.start && !governs(value, grammar))
  const name = firms[alike.indexOf(mention)]
  if (alike.length < 2 || firms.length !== alike.length || name === undefined || /[。;；]/.test(text.slice(name.end, alike[0]!.start))) return null
  return { value: name.value, span: { start: name.start, end: name.end }, rule: 'subject:respectively' }
}

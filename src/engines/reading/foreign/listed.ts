import type { Mention, Slot, Span } from '../reading.ts'
import type { Name } from './name.ts'

/** How far back a bracket may open. */
const REACH = 70
/** A name with its capitals, at the head of an item: "Onbit", "Haedeun Foods". */
const ITEM = /(?:^|[:;,]\s|\band\s|\b(?:are|is|include|including|namely)\s)((?:[A-Z][A-Za-z0-9&.'’-]*)(?:\s[A-Z&][A-Za-z0-9&.'’-]*)*)\s$/
/** A bracket that opens with an amount. */
const AMOUNTS = /\((?:about |some |約|约)?(?:[$€£¥₩]|US\$)?\d/g

/**
 * Whose an amount is that stands in brackets in a list of firms (나열): "Onbit (120 billion won, 210 jobs), Haedeun Foods (60 billion won, 95 jobs)", known as a firm
 * elsewhere or not. Null where the sentence has no second such bracket.
 */
export function ownerOfBracket(text: string, sentence: Span, mention: Mention, names: readonly Name[]): Slot<string> | null {
  const before = text.slice(Math.max(sentence.start, mention.start - REACH), mention.start)
  const open = Math.max(before.lastIndexOf('('), before.lastIndexOf('（'))
  if (open < 0 || /[)）]/.test(before.slice(open))) return null
  if ((text.slice(sentence.start, sentence.end).match(AMOUNTS)?.length ?? 0) < 2) return null
  const at = mention.start - before.length + open
  const known = names.find((name) => name.kind === 'organisation' && name.end <= at && at - name.end <= 1)
  if (known !== undefined) return { value: known.value, span: { start: known.start, end: known.end }, rule: 'subject:bracket' }
  const item = ITEM.exec(text.slice(sentence.start, at))?.[1]
  if (item === undefined) return null
  const start = at - 1 - item.length
  return { value: item, span: { start, end: start + item.length }, rule: 'subject:bracket' }
}

const OWN_WORKS = /^['’]s (?:[\w-]+ ){0,4}(?:plants?|factory|factories|complex|mill|facility|campus|project|park)\b[^.;]{0,60}, (?:a|an|the) $/

/** Whose the works are that an amount in apposition tells of: Saebit's plant in Haeun, a 70 billion won complex. Null where it stands in none. */
export function ownerOfApposed(text: string, sentence: Span, mention: Mention, names: readonly Name[]): Slot<string> | null {
  const owner = names.findLast(({ kind, end }) => kind === 'organisation' && end <= mention.start)
  if (owner === undefined || mention.start - owner.end > 120 || owner.start < sentence.start) return null
  if (!OWN_WORKS.test(text.slice(owner.end, mention.start))) return null
  return { value: owner.value, span: { start: owner.start, end: owner.end }, rule: 'subject:apposed' }
}

/** Whether a bracket right behind a total names, firm by firm, who pays it: then none of them is the one who promises the total. */
export const sharedOut = (text: string, mention: Mention, subject: Slot<string> | null): boolean =>
  subject !== null && subject.span !== null && subject.span.start > mention.end && /^[^()\n]{0,16}\(/.test(text.slice(mention.end, mention.end + 18))

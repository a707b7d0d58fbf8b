import { isFirm } from '#engines/reading/discourse'
import type { Reading } from '#engines/reading/reading'

/**
 * 함께 서명한 기업: for the subject of a claim, the firms that only signed the same agreement. Each of them has numbers of its own in the text, so that they are no parties of
 * this one: `가온 300억, 나래 450억` of one signing with a city are two matters of a firm and the city.
 */
export function coSigners(reading: Pick<Reading, 'commitments'>): (subject: string | null) => ReadonlySet<string> {
  const others = new Map<string, Set<string>>()
  for (const { subject, counterpart } of reading.commitments) {
    if (subject.value === null || counterpart.length === 0 || !isFirm(subject.value)) continue
    const named = others.get(subject.value) ?? new Set()
    for (const { value } of counterpart) if (isFirm(value)) named.add(value)
    others.set(subject.value, named)
  }
  const signed = new Map([...others].map(([firm, named]) => [firm, new Set([...named].filter((name) => others.get(name)?.has(firm)))]))
  const nobody: ReadonlySet<string> = new Set()
  return (subject) => signed.get(subject ?? '') ?? nobody
}

/** Totals that have parts: all who signed are their parties. */
export const totalsOf = (reading: Pick<Reading, 'commitments'>): ReadonlySet<number> =>
  new Set(reading.commitments.flatMap(({ partOf }) => (partOf === null ? [] : [partOf.value])))

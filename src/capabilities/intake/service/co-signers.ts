import { isFirm } from '#engines/reading/discourse'
import type { Reading, Slot } from '#engines/reading/reading'

/** A matter of a claim: whose it is, who else stands in it, and whether it is a part of a total. */
export interface Matter {
  subject: Slot<string | null>
  counterpart: readonly Slot<string>[]
  partOf?: Slot<number> | null
}

/**
 * 함께 서명한 기업은 그 값의 당사자가 아니다: the parties of a commitment without the firms that only signed the same agreement. Such a firm has numbers of its own in the text,
 * or the number is one firm's part of what all bring: `가온 300억, 나래 450억` of one signing with a city are two matters of a firm and the city. Of the total itself all signers are parties.
 */
export function partiesOf(reading: Pick<Reading, 'commitments'>): (matter: Matter) => readonly Slot<string>[] {
  const named = new Map<string, Set<string>>()
  for (const { subject, counterpart } of reading.commitments) {
    if (subject.value === null || !isFirm(subject.value)) continue
    const others = named.get(subject.value) ?? new Set()
    for (const { value } of counterpart) if (isFirm(value)) others.add(value)
    named.set(subject.value, others)
  }
  const totals = new Set(reading.commitments.flatMap(({ partOf }) => (partOf === null ? [] : [reading.commitments[partOf.value]])))
  return (matter) => {
    const firm = matter.subject.value
    const own = firm === null || (totals as ReadonlySet<Matter | undefined>).has(matter) ? undefined : named.get(firm)
    if (!own) return matter.counterpart
    // a phase of the firm's own project keeps its partners
    const whole = matter.partOf == null ? undefined : reading.commitments[matter.partOf.value]
    const isShare = whole !== undefined && whole.subject.value !== firm
    const signedOnly = (name: string) => own.has(name) && (isShare || named.get(name)?.has(firm!) === true)
    return matter.counterpart.filter(({ value }) => !signedOnly(value))
  }
}

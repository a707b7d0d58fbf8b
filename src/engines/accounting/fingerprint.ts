import { addMonths, type Day } from '#quantity/day'
import { organisationKey } from './organisation-name.ts'

/** What of an agreement goes into its fingerprints. */
export interface ToFingerprint {
  /** Names of its investors and counterparts; spellings of one name compare equal. */
  readonly parties: readonly string[]
  /** The day it was signed; null where no source says when. */
  readonly signedOn: Day | null
  /** Announced money in won as exact decimal text; null where none is disclosed. */
  readonly amount: string | null
}

export interface Trait {
  readonly kind: 'party_month' | 'party_amount'
  /** Never stored or sent: it is hashed with the installation's key first. */
  readonly text: string
}

/**
 * 지문의 재료: one trait a party and month of signing, one a party and amount. Two offices whose agreements share a trait may be counting the same one; without a party nothing is compared.
 *
 * @example
 * traitsOf({ parties: ['㈜가온전지'], signedOn: '2026-03-02', amount: '30000000000' }).map((trait) => trait.text) // => ['party_month 가온전지 2026-03', 'party_amount 가온전지 30000000000']
 */
export function traitsOf(agreement: ToFingerprint): Trait[] {
  return keysOf(agreement).flatMap((key): Trait[] => [
    ...(agreement.signedOn === null ? [] : [month(key, agreement.signedOn)]),
    ...(agreement.amount === null ? [] : [{ kind: 'party_amount' as const, text: `party_amount ${key} ${agreement.amount}` }]),
  ])
}

/**
 * 찾을 때의 재료: the traits of an agreement and those of the month before and after it, since two offices announce one signing on different days.
 *
 * @example
 * traitsToSeek({ parties: ['가온전지'], signedOn: '2026-01-02', amount: null }).map((trait) => trait.text.slice(-7)) // => ['2025-12', '2026-01', '2026-02']
 */
export function traitsToSeek(agreement: ToFingerprint): Trait[] {
  const { signedOn } = agreement
  const months = signedOn === null ? [] : [-1, 0, 1].map((step) => addMonths(`${signedOn.slice(0, 7)}-01`, step))
  const amounts = traitsOf(agreement).filter((trait) => trait.kind === 'party_amount')
  return [...keysOf(agreement).flatMap((key) => months.map((day) => month(key, day))), ...amounts]
}

const keysOf = (agreement: ToFingerprint): string[] => [...new Set(agreement.parties.map(organisationKey).filter((key) => key !== ''))].sort()
const month = (key: string, day: Day): Trait => ({ kind: 'party_month', text: `party_month ${key} ${day.slice(0, 7)}` })

/** How alike two agreements are, from the kinds of traits they share: the most alike first. `likenessOf(['party_month', 'party_amount']) // => 3` */
export const likenessOf = (kinds: readonly Trait['kind'][]): number =>
  (kinds.includes('party_amount') ? 2 : 0) + (kinds.includes('party_month') ? 1 : 0)

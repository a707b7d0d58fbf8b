import { addDays, daysBetween } from '#quantity/day'

/** After so many days an agreement without a stated end is commonly taken to have run out. */
export const usualDays = 730
/** An end that is this near is worth a word. */
export const soonDays = 90

/** 협약의 효력. `past_usual`: no end is stated and 730 days have gone by. `unknown`: not even the day of signing is known. `not_yet`: it is signed later than the day. */
export interface AgreementValidity {
  readonly state: 'ended' | 'expired' | 'past_usual' | 'ends_soon' | 'in_force' | 'not_yet' | 'unknown'
  readonly endsOn: string | null
  /** Whether the end stands in the agreement or is the usual 730 days. */
  readonly endsBy: 'stated' | 'usual' | null
  readonly daysLeft: number | null
}

/**
 * 협약의 효력: whether an agreement holds on a day. The stated end is its last day; without one, 730 days after signing (the usual reading of MOUs in investment offices; a warning, not a law).
 *
 * @example
 * agreementValidity({ signedOn: '2021-01-27', validUntil: null, endedOn: null }, '2023-02-01')
 * // => { state: 'past_usual', endsOn: '2023-01-27', endsBy: 'usual', daysLeft: -5 }
 */
export function agreementValidity(
  of: { signedOn: string | null; validUntil: string | null; endedOn: string | null },
  today: string,
): AgreementValidity {
  const endsOn = of.validUntil ?? (of.signedOn === null ? null : addDays(of.signedOn, usualDays))
  const endsBy = of.validUntil !== null ? 'stated' : endsOn === null ? null : 'usual'
  if (of.endedOn !== null && of.endedOn <= today) return { state: 'ended', endsOn: of.endedOn, endsBy: 'stated', daysLeft: null }
  if (endsOn === null) return { state: 'unknown', endsOn: null, endsBy: null, daysLeft: null }
  const daysLeft = daysBetween(today, endsOn)
  if (of.signedOn !== null && of.signedOn > today) return { state: 'not_yet', endsOn, endsBy, daysLeft }
  const state = daysLeft < 0 ? (endsBy === 'stated' ? 'expired' : 'past_usual') : daysLeft <= soonDays ? 'ends_soon' : 'in_force'
  return { state, endsOn, endsBy, daysLeft }
}

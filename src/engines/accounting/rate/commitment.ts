import type { Phase } from '#data/stages'
import type { Day } from '#quantity/day'
import { compare, type Decimal, decimal, multiply, ONE, toText } from '#quantity/decimal'
import type { OpenValue } from '../sum.ts'

/** A sum of facts with the facts that it was made of. */
export interface Held extends OpenValue {
  readonly factIds: readonly string[]
}

/** A stage that a commitment came to. */
export interface Step {
  readonly eventId: string
  readonly phase: Phase
  /** The day, or the first day of the time; null where no source says when. */
  readonly on: Day | null
}

/** 협약: one commitment as a rate sees it, as it was at both clocks. Merged subjects are one, under the id that stands for them. */
export interface Commitment {
  readonly id: string
  /** The phase that follows from its stage events; null where nothing is known. */
  readonly phase: Phase | null
  readonly steps: readonly Step[]
  /** Our part of a joint agreement as a decimal between 0 and 1; null where it is ours alone. */
  readonly share: string | null
  /** 신규 · 증설; null where no source says so. */
  readonly investmentKind: 'new' | 'expansion' | null
  readonly promised: { readonly money: Held | null; readonly jobs: Held | null }
  readonly actual: { readonly money: Held | null; readonly jobs: Held | null }
}

/**
 * 협약한 날: the earliest day of an event that bound somebody (MOU or contract). A commitment of which only later stages are known has none: it is not guessed from them.
 *
 * @example
 * signedOn([{ eventId: 'b', phase: 'committed', on: '2018-03-01' }, { eventId: 'a', phase: 'announced', on: '2017-02-01' }]) // => '2017-02-01'
 * signedOn([{ eventId: 'a', phase: 'building', on: '2017-02-01' }]) // => null
 */
export function signedOn(steps: readonly Step[]): Day | null {
  return steps
    .filter((step) => step.phase === 'announced' || step.phase === 'committed')
    .reduce<Day | null>((first, { on }) => (on !== null && (first === null || on < first) ? on : first), null)
}

/**
 * 몫: a value times our share. No share is the whole.
 *
 * @throws RangeError for a share that is not between 0 and 1
 * @example
 * byShare({ value: '100', valueMax: null, bound: 'min', approximate: false }, '0.25') // => { value: '25', valueMax: null, bound: 'min', approximate: false }
 */
export function byShare(value: OpenValue, share: string | null): OpenValue {
  const part = shareOf(share)
  const times = (text: string) => toText(multiply(decimal(text), part))
  return {
    value: times(value.value),
    valueMax: value.valueMax === null ? null : times(value.valueMax),
    bound: value.bound,
    approximate: value.approximate,
  }
}

function shareOf(share: string | null): Decimal {
  const part = decimal(share ?? '1')
  if (part.coefficient < 0n || compare(part, ONE) > 0) throw new RangeError(`expected a share between 0 and 1 such as "0.5", got "${share}"`)
  return part
}

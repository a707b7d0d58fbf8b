import type { Span } from '#engines/reading/reading'

/** A text in the two languages of the console. */
export interface Words {
  readonly ko: string
  readonly en: string
}

/** What a stretch of text is in a finding: the total, a part of it, the number above, the number below … */
export type WitnessRole =
  | 'total'
  | 'part'
  | 'numerator'
  | 'denominator'
  | 'percentage'
  | 'before'
  | 'after'
  | 'money'
  | 'jobs'
  | 'other-money'
  | 'other-jobs'
  | 'date'
  | 'start'
  | 'due'
  | 'published'
  | 'word'
  | 'value'
  | 'ours'
  | 'theirs'

/** 근거: words that a finding stands on. `commitment` is the position in `Reading.commitments` where the words are a claim, else null. */
export interface Witness extends Span {
  readonly role: WitnessRole
  readonly commitment: number | null
  /** The whole sentence around them. */
  readonly sentence: Span
}

/** A number worked out from what was read, exact or rounded as `value` says it, in `unit`. */
export interface WorkedNumber {
  readonly name: Words
  readonly value: string
  readonly unit: string
}

/**
 * 점검 결과: what one rule says of some words of a document. `holds` says that the arithmetic was done and is right, `odd` that a person must look.
 * The texts are whole sentences; the numbers in them stand in `numbers` too.
 */
export interface Finding {
  readonly rule: RuleId
  readonly version: number
  readonly outcome: 'odd' | 'holds'
  readonly witnesses: readonly Witness[]
  readonly numbers: readonly WorkedNumber[]
  readonly title: Words
  readonly detail: Words
  /** Won at stake as decimal text; null where no won is concerned. */
  readonly atStake: string | null
}

/** Every rule by its name. */
export type RuleId =
  | 'parts-of-total'
  | 'remainder-without-sentence'
  | 'printed-percentage'
  | 'part-above-whole'
  | 'jobs-per-money'
  | 'impossible-date'
  | 'date-order'
  | 'document-date'
  | 'unit'
  | 'unresolved-date'
  | 'sources-disagree'

/** A rule as its reader sees it. `version` is raised whenever the same document may give another answer. */
export interface Rule {
  readonly id: RuleId
  readonly version: number
  readonly name: Words
  readonly says: Words
}

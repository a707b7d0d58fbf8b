/**
 * What a reader says about one document: the vocabulary of `readDocument` (see `read-document.ts`).
 *
 * Every offset counts UTF-16 units of the canonical (NFC) text, which the reading carries with it: `reading.text.slice(start, end)` is the quoted words.
 * A value that the text does not settle is `null`, never a guess.
 */

/** A half-open stretch of the canonical text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Kinds of mention (언급): eight kinds of quantity, three of names. */
export type MentionKind = 'money' | 'area' | 'count' | 'percent' | 'power' | 'length' | 'date' | 'period' | 'organisation' | 'place' | 'person'

/** A day, month or year as printed: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; or a stretch of time, both ends inclusive at their own grain. */
export type DateValue = string | { readonly from: string; readonly to: string }

/** 이상·넘는 give `min`, 이하·한도·최대 give `max`. */
export type Bound = 'min' | 'max'

/** One quantity, date or name, with the words that say it. */
export interface Mention extends Span {
  readonly kind: MentionKind
  readonly text: string
  /** A number in `unit`, a date, or the canonical form of a name; null where the text does not settle it (a day without a year). */
  readonly value: number | DateValue | null
  /** Upper end of a printed range (100억~200억 원); `value` is then the lower end. */
  readonly valueMax: number | null
  /** KRW, USD, EUR, JPY, CNY, m2, ratio, pp, MW, m, persons, firms, year, month, day … ; null for names. */
  readonly unit: string | null
  /** 약, 여, 가량, 내외, and every bound. */
  readonly approximate: boolean
  readonly bound: Bound | null
  /** Money per person, firm, month, year …: `1인당 10만원` gives `person`. */
  readonly per: string | null
  /** The exact printed amount before conversion: a decimal literal and the unit as printed (평, 억원, %); null for names and dates. */
  readonly printed: { readonly amount: string; readonly unit: string } | null
  /** 0 to 1: how sure the rule is. Unit-less money and names known by form alone stand lower. */
  readonly certainty: number
  /** The rule that made the mention, for `--explain`. */
  readonly rule: string
}

/** Indicators (지표) of the label guide. */
export type Indicator =
  | 'investment'
  | 'jobs'
  | 'area'
  | 'firms'
  | 'output'
  | 'value_added'
  | 'production_inducement'
  | 'employment_inducement'
  | 'capacity'
  | 'budget'
  | 'exports'
  | 'revenue'
  | 'other'

/** How far a commitment has come (단계), as the text says it. */
export type Stage = 'pledge' | 'plan' | 'mou' | 'contract' | 'construction' | 'operation' | 'result' | 'cancelled'

/** One slot of a commitment: its value, the words it was read from (null where it is inferred) and the rule that filled it. */
export interface Slot<T> {
  readonly value: T
  readonly span: Span | null
  readonly rule: string
}

/** One stated value of one indicator, with who, what, where, by when and how far. Becomes a claim. */
export interface Commitment {
  readonly subject: Slot<string | null>
  readonly counterpart: readonly Slot<string>[]
  readonly what: Slot<string>
  readonly indicator: Slot<Indicator>
  /** Index into `Reading.mentions` of the quantity itself. */
  readonly mention: number
  readonly value: number
  readonly valueMax: number | null
  readonly unit: string
  readonly approximate: boolean
  readonly due: Slot<DateValue | null>
  readonly start: Slot<DateValue | null>
  readonly place: Slot<string | null>
  readonly stage: Slot<Stage>
  /** Index into `Reading.commitments` of the total this is a part of. */
  readonly partOf: Slot<number> | null
  /** The whole sentence or line that states the value. */
  readonly evidence: Span
  readonly certainty: number
}

/** A step of a matter that a sentence reports as done and gives no amount for (단계 사건): an agreement, a designation, a groundbreaking, an opening, a cancellation. */
export interface StageEvent {
  readonly stage: Slot<Stage>
  readonly subject: Slot<string | null>
  readonly counterpart: readonly Slot<string>[]
  /** The name in quotation marks that the sentence gives to the matter. */
  readonly what: Slot<string> | null
  /** The day it happened; null where the sentence does not say. */
  readonly date: Slot<DateValue | null>
  readonly place: Slot<string | null>
  /** The sentence or line that reports it. */
  readonly evidence: Span
  readonly certainty: number
}

/** Everything one reader found in one document. Mentions stand in the order of the text. */
export interface Reading {
  readonly reader: string
  readonly version: string
  /** The canonical text that all offsets count in. */
  readonly text: string
  /** The day that relative dates were resolved from, and where it came from; null when the text has none and none was supplied. */
  readonly published: { readonly date: string; readonly span: Span | null; readonly source: 'supplied' | 'document' } | null
  readonly outlet: { readonly name: string; readonly span: Span | null } | null
  readonly title: { readonly text: string; readonly span: Span } | null
  readonly sentences: readonly Span[]
  readonly mentions: readonly Mention[]
  readonly commitments: readonly Commitment[]
  /** Steps that carry no amount, in the order of the text. */
  readonly stages: readonly StageEvent[]
}

/** What is known about a document besides its text. Nothing here is guessed when absent. */
export interface ReadOptions {
  /** The day of publication, `YYYY-MM-DD`; wins over a date found in the text. */
  readonly published?: string | undefined
  /** The outlet (매체), where the office knows it. */
  readonly outlet?: string | undefined
  readonly title?: string | undefined
  /** Told now and then, in a long text, up to which character its sentences are understood. What is read does not depend on it. */
  readonly onProgress?: ((read: number) => void) | undefined
}

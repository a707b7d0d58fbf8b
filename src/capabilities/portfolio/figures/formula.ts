import type { OpenValue } from '#engines/accounting/sum'
import type { Figure } from '#record/figure'
import type { Ledger } from './ledger.ts'
import type { Parameters } from './scope.ts'

type LeftOut = Figure['leftOut'][number]

/** What a formula gives: the value, the facts that went in, what stayed out and why, and the subjects that were counted. */
export interface Worked {
  readonly value: OpenValue | null
  readonly inputs: readonly string[]
  readonly leftOut: readonly LeftOut[]
  readonly counted: readonly { readonly subjectId: string; readonly eventId: string | null; readonly note: string | null }[]
}

/** 산식: a named, versioned way to work a number out. A changed definition is a new version; the old one stays readable in what was published with it. */
export interface Formula {
  readonly id: string
  readonly version: number
  readonly titleKo: string
  readonly titleEn: string
  readonly definitionKo: string
  readonly definitionEn: string
  readonly unit: string
  /** Names of the parameters that it heeds. */
  readonly parameters: readonly string[]
  /** Indicators whose facts it needs. */
  readonly indicators: readonly string[]
  /** Whether a fact whose time is over still counts (money spent in 2019 was spent by 2020); without it facts hold on the asked day only. */
  readonly past?: boolean
  readonly work: (ledger: Ledger, parameters: Parameters) => Worked
}

/** A whole number of things as a value. Counting nothing gives a true zero: everything that could count was looked at. */
export const countOf = (number: number): OpenValue => ({ value: String(number), valueMax: null, bound: null, approximate: false })

import type { ImpactPhase } from './impact-plan.ts'
import type { ImpactMeasure } from './impact-rates.ts'

/** One measure of an effect. Null is what the table cannot tell, never 0. */
export interface Effect {
  /** At those who are paid first (or at the plant itself). */
  readonly direct: number
  /** Along the chain of their suppliers. */
  readonly indirect: number
  /** direct + indirect: 유발효과 as the Bank of Korea counts it (type I, domestic). */
  readonly total: number
  /** From wages that are spent again (type II less type I). */
  readonly induced: number | null
  /** Part of the total made inside the region: at the middle δ, and the least and most over all δ. */
  readonly inside: { readonly middle: number; readonly low: number; readonly high: number } | null
  /** The total less what is inside. */
  readonly outside: number | null
}

/** The effects of one phase over all its years; persons are person-years. */
export interface PhaseImpact {
  readonly phase: ImpactPhase
  readonly from: number | null
  readonly to: number | null
  readonly years: number | null
  /** Spent, or put out by the plant. */
  readonly amount: number
  /** Bought straight from abroad: without effect here. */
  readonly imported: number
  readonly effects: Readonly<Record<ImpactMeasure, Effect | null>>
}

/** One year of one phase. */
export interface YearImpact {
  readonly phase: ImpactPhase
  readonly year: number | null
  readonly amount: number
  readonly effects: Readonly<Record<ImpactMeasure, { readonly total: number; readonly inside: number | null } | null>>
}

/** One sector over all years of a phase. */
export interface SectorImpact {
  readonly phase: ImpactPhase
  readonly sector: string
  readonly direct: number
  readonly indirect: number
  readonly induced: number | null
  readonly inside: number | null
  readonly valueAdded: number | null
  readonly employed: number | null
}

/** What one line of operation means by the table. */
export interface OperationReading {
  readonly sector: string
  /** Output a year: as given, or as the announced jobs would need it. */
  readonly output: number
  readonly outputFrom: 'plan' | 'jobs'
  readonly announcedJobs: number | null
  /** Persons that the table's sector has for so much output. */
  readonly tableJobs: number | null
}

/** 사업의 파급효과: what a project does. */
export interface ProjectImpact {
  readonly phases: readonly PhaseImpact[]
  readonly years: readonly YearImpact[]
  readonly sectors: readonly SectorImpact[]
  /** All phases, round by round: what is bought, what for that, and so on. */
  readonly rounds: readonly { readonly round: number; readonly output: number; readonly reached: number }[]
  readonly operation: readonly OperationReading[]
  /** Output if nothing were imported along the chain: no claim of this plan can be above it without households. Null where the table does not part imports. */
  readonly ceiling: number | null
}

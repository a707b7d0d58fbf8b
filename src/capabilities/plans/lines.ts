import type { SubjectKind } from '#record/subject'

/** Which entries of the audit tell who made a line what it is. */
export interface ToldBy {
  readonly actions: readonly string[]
  /** Only entries whose detail names one of these under one of these keys; those that made the whole subject say nothing of its parts and tell it, too. */
  readonly of?: { readonly keys: readonly string[]; readonly ids: readonly string[] }
  /** Only changes that touched this field. */
  readonly field?: string
}

/**
 * 견줄 줄: one thing that a plan says beside its facts and its stage (a day of an agreement, the state of an obligation, a grade, a weight), so that two answers can stand side by side.
 * What is not known and what is not there has no line.
 */
export interface PlanLine {
  /** The same thing has the same id in every answer. */
  readonly id: string
  readonly subject: { readonly id: string; readonly nameKo: string; readonly kind: SubjectKind }
  /** `obligation.state`, `award.settledOn`. */
  readonly what: string
  /** Which of several: the title of an obligation, an indicator, a year. */
  readonly part: string | null
  /** A day, a word, a code; or an amount with its unit. */
  readonly text: string | null
  readonly amount?: { readonly value: string; readonly unit: string }
  /** The fact that says it, with its own sentence and its own hand. */
  readonly factId?: string
  readonly documentId: string | null
  /** Null where it follows from other lines. */
  readonly told: ToldBy | null
}

/** Lines of those that say something. */
export const saying = (lines: readonly (Omit<PlanLine, 'text'> & { readonly text: string | null })[]): PlanLine[] =>
  lines.filter((line) => line.text !== null || line.amount !== undefined)

import { z } from 'zod'
import { Bound, Day, DecimalText, Id, Instant } from './scalars.ts'

/** A sentence that a value stands on, with where it was said. */
export const FigureQuote = z.object({
  documentId: Id,
  title: z.string(),
  outlet: z.string().nullable(),
  publishedOn: Day.nullable(),
  sentence: z.string().nullable(),
  /** Where the value stands inside the sentence, in UTF-16 units. */
  mark: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
  digestOf: z.object({ outlet: z.string(), title: z.string(), date: Day.nullable() }).nullable(),
  illustrative: z.boolean(),
})
export type FigureQuote = z.infer<typeof FigureQuote>

/** A fact that went into a figure, with the sentence it stands on. */
export const FigureInput = z.object({
  factId: Id,
  subjectId: Id,
  subjectName: z.string(),
  indicator: z.string(),
  facet: z.string(),
  value: DecimalText,
  unit: z.string(),
  valueMax: DecimalText.nullable().default(null),
  bound: Bound.nullable().default(null),
  approximate: z.boolean(),
  quotes: z.array(FigureQuote),
})
export type FigureInput = z.infer<typeof FigureInput>

/**
 * 산출: a number worked out from facts by a named, versioned formula. `value` is null where nothing is known: never 0.
 * `leftOut` says what could not be counted (미공개, another currency) so that a total never passes for more than it is.
 */
export const Figure = z.object({
  formula: z.string(),
  formulaVersion: z.number().int(),
  parameters: z.record(z.string(), z.string()),
  titleKo: z.string(),
  titleEn: z.string(),
  value: DecimalText.nullable(),
  valueMax: DecimalText.nullable(),
  bound: Bound.nullable(),
  approximate: z.boolean(),
  unit: z.string(),
  asOf: Day.nullable(),
  knownOn: Instant,
  inputs: z.array(FigureInput),
  leftOut: z.array(
    z.object({
      subjectId: Id.nullable(),
      subjectName: z.string(),
      reason: z.enum(['not_disclosed', 'other_currency', 'part_of_whole', 'said_again', 'withdrawn', 'confidential']),
    }),
  ),
  /** Of a figure that counts subjects: each one with what makes it count and the sentence of that, where there is one. */
  counted: z
    .array(
      z.object({
        subjectId: Id,
        subjectName: z.string(),
        stage: z.string().nullable(),
        on: Day.nullable(),
        note: z.string().nullable(),
        quotes: z.array(FigureQuote),
      }),
    )
    .default([]),
})
export type Figure = z.infer<typeof Figure>

/** 공표: a figure (or a project's page) frozen at a moment for the public. A restatement is a new edition beside the old one. */
export const Publication = z.object({
  id: Id,
  series: z.string(),
  edition: z.number().int(),
  kind: z.enum(['figure', 'project']),
  titleKo: z.string(),
  titleEn: z.string().nullable(),
  value: DecimalText.nullable(),
  unit: z.string().nullable(),
  asOf: Day.nullable(),
  headline: z.boolean(),
  reason: z.string().nullable(),
  publishedAt: Instant,
  withdrawnAt: Instant.nullable(),
  withdrawnReason: z.string().nullable(),
  /** sha256 of the frozen payload in hex: what a citation can be checked against. */
  receipt: z.string(),
})
export type Publication = z.infer<typeof Publication>

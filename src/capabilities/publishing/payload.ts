import { z } from '@hono/zod-openapi'
import { Facet } from '#record/fact'
import { Bound, Day, DecimalText, Id, Instant } from '#record/scalars'
import { Plan, type PublicGrade, type PublicNode } from './plan-payload.ts'
import { PublicQuote } from './quote-payload.ts'

export { PublicQuote } from './quote-payload.ts'

/** 공개 사실: a fact that stands under a published number, with its sentences. */
export const PublicFact = z
  .object({
    factId: Id,
    subjectId: Id,
    subjectKo: z.string(),
    subjectEn: z.string().nullable(),
    indicator: z.string(),
    indicatorKo: z.string(),
    indicatorEn: z.string(),
    facet: Facet,
    /** Parts of an indicator stand in series of their own; the whole is ''. */
    part: z.string(),
    value: DecimalText,
    valueMax: DecimalText.nullable(),
    bound: Bound.nullable(),
    approximate: z.boolean(),
    unit: z.string(),
    per: z.string().nullable(),
    period: z.object({ from: Day.nullable(), to: Day.nullable() }),
    due: z.object({ from: Day.nullable(), to: Day.nullable() }).nullable(),
    knownSince: Day,
    quotes: z.array(PublicQuote),
  })
  .openapi('PublicFact')
export type PublicFact = z.infer<typeof PublicFact>

const LeftOut = z.object({ subjectKo: z.string(), reason: z.enum(['not_disclosed', 'other_currency', 'part_of_whole', 'said_again', 'withdrawn']) })

/** A subject that a count counted, with what says so. */
const Counted = z.object({ subjectId: Id, subjectKo: z.string(), stage: z.string().nullable(), on: Day.nullable(), quotes: z.array(PublicQuote) })

/** A figure as the public gets it. What was confidential is not in it, not even as a reason. */
export const FigurePayload = z
  .object({
    kind: z.literal('figure'),
    formula: z.string(),
    formulaVersion: z.number().int(),
    parameters: z.record(z.string(), z.string()),
    titleKo: z.string(),
    titleEn: z.string(),
    definitionKo: z.string(),
    definitionEn: z.string(),
    value: DecimalText.nullable(),
    valueMax: DecimalText.nullable(),
    bound: Bound.nullable(),
    approximate: z.boolean(),
    unit: z.string(),
    asOf: Day.nullable(),
    knownOn: Instant,
    inputs: z.array(PublicFact),
    counted: z.array(Counted),
    leftOut: z.array(LeftOut),
    illustrative: z.boolean(),
  })
  .openapi('FigurePayload')
export type FigurePayload = z.infer<typeof FigurePayload>

/** A stage that a project has reached, with what says so. */
export const PublicStage = z
  .object({
    stage: z.string(),
    stageKo: z.string(),
    stageEn: z.string(),
    phase: z.enum(['before', 'announced', 'committed', 'building', 'realised', 'lost']),
    occurredFrom: Day.nullable(),
    occurredTo: Day.nullable(),
    occurredText: z.string().nullable(),
    quotes: z.array(PublicQuote),
  })
  .openapi('PublicStage')
export type PublicStage = z.infer<typeof PublicStage>

/** A project's page as the public gets it. */
export const ProjectPayload = z
  .object({
    kind: z.literal('project'),
    subjectId: Id,
    subjectKind: z.string(),
    titleKo: z.string(),
    titleEn: z.string().nullable(),
    place: z.string().nullable(),
    industry: z.string().nullable(),
    /** The stage that it stands at; null where none is known. */
    stage: PublicStage.nullable(),
    stages: z.array(PublicStage),
    parties: z.array(z.object({ subjectId: Id, nameKo: z.string(), nameEn: z.string().nullable(), role: z.string() })),
    facts: z.array(PublicFact),
    /** What a pledge or a strategy says beyond its facts; absent on other pages and on those that were frozen without it. */
    plan: Plan.optional(),
    /** 가림 이름: the title is not the real name, which is not public yet; whatever says it is left out. */
    covered: z.literal(true).optional(),
    knownOn: Instant,
    illustrative: z.boolean(),
  })
  .openapi('ProjectPayload')
export type ProjectPayload = z.infer<typeof ProjectPayload>

export const Payload = z.discriminatedUnion('kind', [FigurePayload, ProjectPayload])
export type Payload = z.infer<typeof Payload>

/** Every fact of a payload. */
export const factsOf = (payload: Payload): readonly PublicFact[] => (payload.kind === 'figure' ? payload.inputs : payload.facts)

/** Every quote of a payload. */
export const quotesOf = (payload: Payload): readonly PublicQuote[] => [
  ...factsOf(payload).flatMap((fact) => fact.quotes),
  ...(payload.kind === 'project'
    ? [...payload.stages.flatMap((stage) => stage.quotes), ...gradesOf(payload).flatMap((grade) => grade.quotes)]
    : payload.counted.flatMap((one) => one.quotes)),
]

/** The grades of a pledge's page. */
export const gradesOf = (payload: ProjectPayload): readonly PublicGrade[] => (payload.plan?.kind === 'pledge' ? payload.plan.grades : [])

/** The nodes of a strategy's page, parents first. */
export const nodesOf = (payload: ProjectPayload): readonly PublicNode[] => (payload.plan?.kind === 'strategy' ? payload.plan.nodes : [])

/** Everybody and everything that a payload names: an embargo on one of them later takes the page back. */
export const subjectsOf = (payload: Payload): readonly string[] => [
  ...new Set([
    ...factsOf(payload).map((fact) => fact.subjectId),
    ...(payload.kind === 'project'
      ? [payload.subjectId, ...payload.parties.map((party) => party.subjectId), ...nodesOf(payload).map((node) => node.subjectId)]
      : payload.counted.map((one) => one.subjectId)),
  ]),
]

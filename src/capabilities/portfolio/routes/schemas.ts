import { z } from '@hono/zod-openapi'
import { fundings } from '#engines/accounting/funding'
import { isDay } from '#quantity/day'
import { Facet } from '#record/fact'
import { FigureQuote } from '#record/figure'
import { Bound, Day, DecimalText, Id, Instant, Interval } from '#record/scalars'
import { Milestone } from '#record/stage'
import { Relation, SubjectKind } from '#record/subject'
import { sorts } from '../queries/list.ts'

const text = (max: number) => z.string().max(max)
const kinds = z
  .string()
  .regex(/^[a-z_,]+$/)
  .max(200)

/** What narrows a list and its figures alike. Several values are written with commas; `none` is: not known. */
export const Narrowing = z.object({
  kind: kinds.optional().openapi({ example: 'project' }),
  stage: text(400).optional(),
  phase: text(100).optional(),
  place: text(400).optional(),
  industry: text(400).optional(),
  team: text(400).optional(),
  owner: text(1000).optional(),
  subject: text(4000).optional(),
  q: text(200).optional().openapi({ description: 'Part of a name, an alias, a place or an industry' }),
  overdue: z.enum(['true', 'false']).optional(),
})

export const Sorting = z
  .string()
  .default('-changed')
  .transform((value) => ({ sort: value.replace(/^-/, ''), descending: value.startsWith('-') }))
  .pipe(z.object({ sort: z.enum(sorts), descending: z.boolean() }))
  .openapi({ type: 'string', example: '-investment', description: `One of ${sorts.join(', ')}; a leading - turns the order` })

/** A month or a day that the calendar has, such as 2016-01 or 2016-01-31. */
export const MonthOrDay = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/, 'a month such as "2016-01" or a day such as "2016-01-31"')
  .refine((text) => text.length === 7 || isDay(text), '달력에 있는 날짜 (a day that the calendar has)')

export const ClockQuery = z.object({
  asOf: Day.refine(isDay, '달력에 있는 날짜 (a day that the calendar has)').optional().openapi({ description: 'True on this day' }),
  knownOn: Instant.optional().openapi({ description: 'As known at this instant' }),
})

export const Cell = z
  .object({
    value: DecimalText,
    valueMax: DecimalText.nullable(),
    bound: Bound.nullable(),
    approximate: z.boolean(),
    unit: z.string(),
    factId: Id.nullable(),
  })
  .openapi('Cell')

export const ProjectRow = z
  .object({
    id: Id,
    kind: SubjectKind,
    nameKo: z.string(),
    nameEn: z.string().nullable(),
    place: z.string().nullable(),
    industry: z.string().nullable(),
    team: z.string().nullable(),
    owner: z.object({ id: Id, name: z.string() }).nullable(),
    stage: z.string().nullable(),
    stageFrom: Day.nullable(),
    illustrative: z.boolean(),
    confidential: z.boolean(),
    archivedAt: Instant.nullable(),
    version: z.number().int(),
    createdAt: Instant,
    announcedInvestment: Cell.nullable(),
    actualInvestment: Cell.nullable(),
    announcedJobs: Cell.nullable(),
    actualJobs: Cell.nullable(),
    area: Cell.nullable(),
    capacity: Cell.nullable(),
    next: z.object({ id: Id, title: z.string(), dueOn: Day, kind: z.string() }).nullable(),
    dueTo: Day.nullable(),
    sources: z.number().int(),
  })
  .openapi('ProjectRow')
export type ProjectRow = z.infer<typeof ProjectRow>

export const ValueInput = z
  .object({
    indicator: z.string().max(60),
    facet: Facet.default('announced'),
    series: text(120).optional(),
    value: DecimalText,
    valueMax: DecimalText.nullable().optional(),
    bound: Bound.nullable().optional(),
    approximate: z.boolean().optional(),
    unit: z.string().max(30),
    due: Interval.nullable().optional(),
    period: Interval.optional(),
    funding: z.enum(fundings).nullable().optional().openapi({ description: 'Whose money it is (재원); left out keeps what was said before' }),
    note: text(2000).nullable().optional(),
  })
  .openapi('ValueInput')

const fields = {
  nameEn: text(300).nullable().optional(),
  place: text(200).nullable().optional(),
  industry: text(200).nullable().optional(),
  team: text(200).nullable().optional(),
  ownerId: Id.nullable().optional(),
  note: text(10_000).nullable().optional(),
  investmentKind: z.enum(['new', 'expansion']).nullable().optional(),
  confidential: z.boolean().optional(),
  discloseOn: Day.nullable().optional(),
  values: z.array(ValueInput).max(50).optional(),
  reason: text(2000).nullable().optional(),
}
const name = z.string().trim().min(1, '이름 (a name), such as X-AI 스마트에너지 데이터센터').max(300)
export const NewProject = z
  .object({
    kind: SubjectKind.exclude(['office', 'organisation', 'person']).default('project'),
    nameKo: name,
    investors: z.array(text(200)).max(50).optional(),
    ...fields,
  })
  .openapi('NewProject')
export const ProjectChange = z.object({ nameKo: name.optional(), ...fields }).openapi('ProjectChange')

export const FactView = z
  .object({
    id: Id,
    subjectId: Id,
    subjectName: z.string(),
    indicator: z.string(),
    facet: Facet,
    series: z.string(),
    partOf: Id.nullable(),
    period: Interval,
    value: DecimalText,
    valueMax: DecimalText.nullable(),
    bound: Bound.nullable(),
    approximate: z.boolean(),
    unit: z.string(),
    per: z.string().nullable(),
    due: Interval.nullable(),
    funding: z.enum(fundings).nullable().openapi({ description: 'Whose money it is, as somebody said or as the part is named' }),
    ended: z.boolean(),
    knownFrom: Instant,
    knownTo: Instant.nullable(),
    method: z.enum(['accepted', 'corrected', 'entered', 'imported']),
    note: z.string().nullable(),
    confidential: z.boolean(),
    madeBy: z.string().nullable(),
    quotes: z.array(FigureQuote),
  })
  .openapi('FactView')

export const StageView = z.object({
  id: Id,
  machine: z.string(),
  ruleId: z.string().nullable(),
  evidenceKind: z.string().nullable(),
  ordinal: z.number().int().nullable(),
  lateDays: z.number().int().nullable(),
  documentKind: z.string().nullable(),
  fromStage: z.string().nullable(),
  toStage: z.string(),
  occurredFrom: Day.nullable(),
  occurredTo: Day.nullable(),
  occurredText: z.string().nullable(),
  documentId: Id.nullable(),
  documentTitle: z.string().nullable(),
  reason: z.string().nullable(),
  overridden: z.boolean(),
  recordedAt: Instant,
  recordedBy: z.string().nullable(),
  voidedAt: Instant.nullable(),
  voidedBy: z.string().nullable(),
  judgementId: Id.nullable(),
})

export const MilestoneView = Milestone.extend({ subjectName: z.string(), ownerName: z.string().nullable(), documentId: Id.nullable() }).openapi(
  'MilestoneView',
)

export const RelationView = z.object({
  id: Id,
  role: Relation.shape.role,
  part: z.string().nullable(),
  since: Day.nullable(),
  until: Day.nullable(),
  direction: z.enum(['from', 'to']),
  other: z.object({ id: Id, kind: SubjectKind, nameKo: z.string(), nameEn: z.string().nullable() }),
  claimId: Id.nullable(),
})

export const ProjectView = z
  .object({
    id: Id,
    kind: SubjectKind,
    nameKo: z.string(),
    nameEn: z.string().nullable(),
    place: z.string().nullable(),
    industry: z.string().nullable(),
    team: z.string().nullable(),
    ownerId: Id.nullable(),
    ownerName: z.string().nullable(),
    note: z.string().nullable(),
    stage: z.string().nullable(),
    stageFrom: Day.nullable(),
    investmentKind: z.enum(['new', 'expansion']).nullable(),
    confidential: z.boolean(),
    discloseOn: Day.nullable(),
    illustrative: z.boolean(),
    archivedAt: Instant.nullable(),
    version: z.number().int(),
    createdAt: Instant,
    createdBy: z.string().nullable(),
    standsFor: Id,
    members: z.array(z.object({ id: Id, nameKo: z.string() })),
    aliases: z.array(z.string()),
    clocks: z.object({ asOf: Day.nullable(), knownOn: Instant.nullable() }),
    /** 신규·증설 as its sentences say it; what a person set (`investmentKind`) goes before it. */
    saidInvestmentKind: z.object({ kind: z.enum(['new', 'expansion']), quote: FigureQuote }).nullable(),
    facts: z.array(FactView),
    stages: z.array(StageView),
    relations: z.array(RelationView),
    documents: z.array(
      z.object({
        id: Id,
        title: z.string(),
        kind: z.string(),
        outlet: z.string().nullable(),
        publishedOn: Day.nullable(),
        illustrative: z.boolean(),
        facts: z.number().int(),
      }),
    ),
    milestones: z.array(MilestoneView),
    history: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        at: Instant,
        by: z.string().nullable(),
        reason: z.string().nullable(),
        undoneAt: Instant.nullable(),
        undoneBy: z.string().nullable(),
        undoable: z.boolean(),
        changes: z.array(
          z.object({
            what: z.string(),
            facet: z.string().nullable(),
            unit: z.string().nullable(),
            from: z.string().nullable(),
            to: z.string().nullable(),
          }),
        ),
        quote: FigureQuote.nullable(),
        factId: Id.nullable(),
      }),
    ),
    publications: z.array(z.object({ id: Id, series: z.string(), titleKo: z.string(), titleEn: z.string().nullable(), kind: z.string() })),
    unknown: z.array(z.string()),
  })
  .openapi('ProjectView')
export type ProjectView = z.infer<typeof ProjectView>

export const done = { 204: { description: 'Done' } }
export const Undoable = z.object({ judgementId: Id.nullable() })

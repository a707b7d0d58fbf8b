import { z } from '@hono/zod-openapi'
import { pageOf } from '#api/paging'
import { Bound, Day, DecimalText, Id, Instant } from '#record/scalars'
import { ClaimAnswer, ImpactAnswer } from './answer-schemas.ts'
import { ClaimCase, ImpactCase } from './case.ts'

const Kind = z.enum(['flows', 'employment'])

export const TableView = z
  .object({
    id: Id,
    kind: Kind,
    name: z.string(),
    layout: z.enum(['workbook', 'long', 'regional', 'made']),
    year: z.number().int(),
    priceBasis: z.enum(['basic', 'producer', 'purchaser']).nullable(),
    importTreatment: z.enum(['total', 'domestic', 'competitive']).nullable(),
    unit: z.string(),
    regionScope: z.string(),
    revision: z.enum(['KSIC9', 'KSIC10']).nullable(),
    source: z.string(),
    licence: z.string(),
    synthetic: z.boolean(),
    sectors: z.number().int(),
    regions: z.array(z.string()),
    hash: z.string(),
    fileHash: z.string().nullable(),
    notes: z.array(z.string()),
    archived: z.boolean(),
    version: z.number().int(),
    createdBy: z.object({ id: Id, name: z.string() }),
    createdAt: Instant,
  })
  .openapi('EconomyTable')
export const TablePage = pageOf(TableView)

/** A table opened: what it holds sector by sector, with the multipliers that follow. Money in the table's unit; persons per KRW 1bn where the unit is won, else per unit. */
export const TableWhole = TableView.extend({
  rows: z.array(
    z.object({
      sector: z.string(),
      output: DecimalText.nullable(),
      valueAdded: DecimalText.nullable(),
      finalDemand: DecimalText.nullable(),
      employed: DecimalText.nullable(),
      production: z.number().nullable(),
      valueAddedMultiplier: z.number().nullable(),
      employedMultiplier: z.number().nullable(),
      importInducement: z.number().nullable(),
    }),
  ),
  findings: z.array(z.object({ severity: z.enum(['error', 'warning']), code: z.string(), where: z.string(), message: z.string(), fix: z.string() })),
  baseline: z.boolean().nullable(),
}).openapi('EconomyTableWhole')

/** What a file was found to hold, before it is kept. */
export const TableCheck = z
  .object({
    kind: Kind,
    layout: z.string(),
    found: z.object({
      name: z.string().nullable(),
      year: z.number().int().nullable(),
      priceBasis: z.string().nullable(),
      importTreatment: z.string().nullable(),
      unit: z.string().nullable(),
      regionScope: z.string().nullable(),
      source: z.string().nullable(),
      licence: z.string().nullable(),
    }),
    missing: z.array(z.object({ field: z.string(), example: z.string() })),
    sheets: z.array(z.object({ name: z.string(), kind: z.string() })),
    notes: z.array(z.string()),
    sectors: z.array(z.string()),
    regions: z.array(z.string()),
    years: z.array(z.number().int()).openapi({ description: 'Years of an employment file: each is kept as a table of its own' }),
    output: DecimalText.nullable(),
    valueAdded: DecimalText.nullable(),
    employed: DecimalText.nullable(),
  })
  .openapi('EconomyTableCheck')

export const TableForm = z.object({
  file: z.any().openapi({ type: 'string', format: 'binary' }),
  descriptor: z.string().max(1_000_000).optional().openapi({ description: 'The text of a datapackage.json beside a long CSV' }),
  persons: z
    .any()
    .optional()
    .openapi({ type: 'string', format: 'binary', description: 'Persons by sector in a file of their own (부속표_고용표), beside a table of flows' }),
  kind: Kind.default('flows'),
  name: z.string().max(200).optional(),
  year: z.coerce.number().int().optional(),
  priceBasis: z.enum(['basic', 'producer', 'purchaser']).optional(),
  importTreatment: z.enum(['total', 'domestic', 'competitive']).optional(),
  unit: z.string().max(40).optional(),
  regionScope: z.string().max(200).optional(),
  source: z.string().max(500).optional(),
  licence: z.string().max(200).optional(),
  blankIsZero: z.enum(['true', 'false']).default('false'),
  employmentUnit: z.string().max(20).optional(),
  region: z.string().max(200).optional(),
})

export const AddedTable = z.object({
  table: TableView,
  added: z.boolean(),
  all: z.array(Id).openapi({ description: 'Every table that the file became: of several years one a year' }),
})

export const StudyView = z
  .object({
    id: Id,
    title: z.string(),
    subjectId: Id.nullable(),
    subjectName: z.string().nullable(),
    tableId: Id.nullable(),
    question: ImpactCase,
    answer: ImpactAnswer,
    /** Whether its totals stand in the portfolio as estimates. */
    inPortfolio: z.boolean(),
    archived: z.boolean(),
    version: z.number().int(),
    createdBy: z.object({ id: Id, name: z.string() }),
    createdAt: Instant,
  })
  .openapi('ImpactStudy')
export const StudyLine = StudyView.omit({ question: true, answer: true }).extend({
  sentence: z.object({ ko: z.string(), en: z.string() }),
  synthetic: z.boolean(),
})
export const StudyPage = pageOf(StudyLine)
export const NewStudy = z.object({ question: ImpactCase, subjectId: Id.nullish() })

export const CheckedEffectView = z
  .object({
    id: z.string(),
    subjectId: Id.nullable(),
    subjectName: z.string(),
    topic: z.string(),
    values: z.array(
      z.object({
        part: z.enum(['output', 'valueAdded', 'jobs', 'investment']),
        /** Whether the check counts it; others are printed elsewhere or say the same. */
        used: z.boolean(),
        claimId: Id,
        factId: Id.nullable(),
        what: z.string().nullable(),
        indicator: z.string(),
        value: DecimalText,
        valueMax: DecimalText.nullable(),
        bound: Bound.nullable(),
        approximate: z.boolean(),
        unit: z.string(),
        documentId: Id,
        title: z.string(),
        outlet: z.string().nullable(),
        publishedOn: Day.nullable(),
        illustrative: z.boolean(),
        sentence: z.string().nullable(),
        mark: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
      }),
    ),
    question: ClaimCase,
    answer: ClaimAnswer,
  })
  .openapi('CheckedEffect')
export const CheckedEffectPage = pageOf(CheckedEffectView)

export const CoefficientList = z.object({
  items: z.array(z.object({ indicator: z.string(), year: z.number().int(), scope: z.string(), value: z.number(), source: z.string() })),
  next: z.null(),
})

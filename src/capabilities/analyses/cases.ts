import { z } from '@hono/zod-openapi'
import { Id } from '#record/scalars'

const Words = z.object({ ko: z.string().max(1000), en: z.string().max(1000) })

/** A table of the office that a case was made from, as it was then: its numbers are in the case, its hash says which they are. */
export const CaseTable = z
  .object({
    id: Id,
    kind: z.enum(['flows', 'employment']),
    name: z.string().max(300),
    hash: z.string().max(100),
    year: z.number().int(),
    unit: z.string().max(100),
    priceBasis: z.enum(['basic', 'producer', 'purchaser']).nullable(),
    importTreatment: z.enum(['total', 'domestic', 'competitive']).nullable(),
    regionScope: z.string().max(1000),
    revision: z.enum(['KSIC9', 'KSIC10']).nullable(),
    source: z.string().max(1000),
    licence: z.string().max(300),
    synthetic: z.boolean(),
  })
  .openapi('CaseTable')
export type CaseTable = z.infer<typeof CaseTable>

/** Where the numbers of a case are from. */
export const CaseSource = z
  .object({
    name: z.string().trim().min(1).max(500).openapi({ example: '안산시 산업단지 가동 현황' }),
    licence: z.string().max(200).nullish(),
    year: z.number().int().nullish(),
    url: z.string().max(1000).nullish(),
    synthetic: z.boolean().default(false).openapi({ description: '합성: made up; every answer says so' }),
    tables: z.array(CaseTable).max(100).optional().openapi({ description: 'Tables of the office that the case was made from' }),
    notes: z.array(Words).max(50).optional().openapi({ description: 'What was done with them on the way' }),
  })
  .openapi('CaseSource')

const Name = z.string().trim().min(1).max(300)
const Finite = z.number().finite()
const Share = z.number().min(0, '0과 1 사이 (from 0 to 1)').max(1, '0과 1 사이 (from 0 to 1)')
const Year = z.number().int().min(1900).max(2200)
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '2024-03처럼 (a month such as 2024-03)')
const Weights = z
  .object({
    relatedness: Finite.min(0),
    complexity: Finite.min(0),
    growth: Finite.min(0),
    chain: Finite.min(0),
    land: Finite.min(0),
    power: Finite.min(0),
  })
  .partial()

/** 산업구조: persons by year, region and industry. */
export const StructureCase = z
  .object({
    kind: z.literal('structure'),
    name: Name,
    source: CaseSource,
    unit: z.string().max(60).default('persons'),
    region: z.string().max(200).openapi({ description: 'The region that is asked about' }),
    regions: z
      .array(z.object({ id: z.string().max(200), name: z.string().max(200), nameEn: z.string().max(200).optional() }))
      .min(2)
      .max(400),
    industries: z
      .array(
        z.object({
          id: z.string().max(200),
          name: z.string().max(200),
          nameEn: z.string().max(200).optional(),
          group: z.string().max(100).optional(),
          landPerThousand: Finite.min(0).nullish().openapi({ description: 'Square metres for 1,000 persons' }),
          powerPerThousand: Finite.min(0).nullish().openapi({ description: 'Megawatts for 1,000 persons' }),
          chainGap: Share.nullish().openapi({ description: 'Share of the gaps of known value chains that it would fill' }),
        }),
      )
      .min(2)
      .max(400),
    years: z.array(Year).min(1).max(60).openapi({ description: 'One year tells concentration and relatedness; growth and shift-share need two' }),
    values: z.array(z.array(z.array(Finite.min(0)))).openapi({ description: 'values[year][region][industry]' }),
    weights: Weights.optional(),
    presentFrom: Finite.positive().optional(),
  })
  .openapi('StructureCase')

/** 가치사슬: parts with their inputs, what the cluster makes, and firms. */
export const ChainCase = z
  .object({
    kind: z.literal('chain'),
    name: Name,
    source: CaseSource,
    unit: z.string().max(60).openapi({ example: 'KRW 100m' }),
    parts: z
      .array(
        z.object({
          id: z.string().max(100),
          name: z.string().max(200),
          nameEn: z.string().max(200).optional(),
          industry: z.string().max(100).optional().openapi({ description: 'Such as a KSIC code' }),
          ksic: z
            .array(z.string().max(10))
            .max(40)
            .optional()
            .openapi({ description: 'KSIC codes by which firms of the register are found; without it, `industry`' }),
          supplyShare: Share.nullish().openapi({
            description: 'Share of need that makers here are taken to cover; null: a table was asked and does not know',
          }),
          inputs: z.record(z.string(), Share).optional().openapi({ description: 'Value of each input in one unit of value, by the id of its part' }),
        }),
      )
      .min(1)
      .max(400),
    core: z.record(z.string(), Finite.positive()).openapi({ description: 'What the cluster makes a year, by the id of the part' }),
    firms: z
      .array(
        z.object({
          name: z.string().max(200),
          part: z.string().max(100),
          place: z.string().max(200).nullish(),
          distanceKm: Finite.min(0).nullish(),
          capacity: Finite.min(0).nullish().openapi({ description: 'What it can sell to the cluster a year; null where nobody knows' }),
          state: z.enum(['supplies', 'could']),
          confidential: z.boolean().optional(),
          firmId: Id.nullish().openapi({ description: 'The organisation of the register' }),
          why: z.enum(['product', 'industry']).nullish(),
          illustrative: z.boolean().optional(),
        }),
      )
      .max(5000),
    register: z
      .object({
        /** Where distances are taken from. */
        at: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).nullish(),
      })
      .nullish()
      .openapi({ description: 'Firms of the register stand as candidates by what they make or their industry' }),
    presentFrom: Share.optional(),
    missingBelow: Share.optional(),
    withinKm: Finite.positive().optional(),
  })
  .openapi('ChainCase')

/** 조기경보: monthly series that are watched together. */
export const WarningCase = z
  .object({
    kind: z.literal('warning'),
    name: Name,
    source: CaseSource,
    falseAlarmsPerYear: z.number().gt(0).lt(1).default(0.1).openapi({ description: 'Chance that a quiet year alarms, over all series together' }),
    quietMonths: z.number().int().min(36).max(600).optional(),
    seed: z.number().int().optional(),
    /** What a source says of the fall, to stand beside it. */
    said: z.object({ quote: z.string().max(1000), where: z.string().max(300) }).nullish(),
    series: z
      .array(
        z.object({
          id: z.string().min(1).max(200),
          name: z.string().max(200),
          nameEn: z.string().max(200).optional(),
          zone: z.string().max(200),
          sector: z.string().max(200).nullable().openapi({ description: 'Null for the whole zone' }),
          measure: z.enum(['utilisation', 'production', 'employment']),
          unit: z.string().max(60),
          start: Month,
          values: z.array(Finite.nullable()).min(1).max(900).openapi({ description: 'One value a month; null where nobody knows' }),
        }),
      )
      .min(1)
      .max(200),
  })
  .openapi('WarningCase')

const PipelineItem = z.object({
  name: z.string().max(300),
  sector: z.string().max(100),
  amount: Finite,
  probability: Share,
  startYear: Year,
  rampYears: Finite.min(0).max(50),
  meanSlipYears: Finite.min(0).max(50),
})

/** 단계별 가정: how likely, how late and how slow promises of a phase come true, and where the office knows it from. */
export const StageAssumption = z
  .object({
    phase: z.enum(['before', 'announced', 'committed', 'building']),
    probability: Share,
    meanSlipYears: Finite.min(0).max(50),
    rampYears: Finite.min(0).max(50),
    source: z.string().trim().min(1, '어디서 온 값인지 적어 주세요 (where it is from)').max(500),
  })
  .openapi('StageAssumption')
export type StageAssumption = z.infer<typeof StageAssumption>

/** 목표 전망: values by year, a target, and what was promised. */
export const ForecastCase = z
  .object({
    kind: z.literal('forecast'),
    name: Name,
    source: CaseSource,
    unit: z.string().max(60).openapi({ example: 'persons' }),
    actual: z
      .array(z.object({ year: Year, value: Finite }))
      .min(1)
      .max(200),
    target: z.object({
      value: Finite,
      year: Year,
      factId: Id.nullish().openapi({ description: 'The fact of the portfolio that states the target' }),
    }),
    level: z.number().min(0.5).max(0.999).optional(),
    pipeline: z
      .object({
        items: z.array(PipelineItem).max(2000).default([]),
        /** Add what projects and pledges of the portfolio announced of this indicator. */
        portfolio: z.object({ indicator: z.string().max(60) }).nullish(),
        /** In place of the defaults, for the phases that are named. */
        chances: z.array(StageAssumption).max(4).optional(),
        sectorCorrelation: Share.optional(),
        baseGrowth: z.number().gt(-1).lt(1).optional(),
        draws: z.number().int().min(100).max(20000).optional(),
        seed: z.number().int().default(1),
      })
      .nullish(),
    past: z
      .array(
        z.object({
          madeOn: z.iso.date(),
          target: z.object({ value: Finite, year: Year }),
          chance: Share.nullable(),
          predictions: z.array(z.object({ year: Year, low: Finite, high: Finite })).max(60),
        }),
      )
      .max(500)
      .optional(),
  })
  .openapi('ForecastCase')

/** A question with its data, of one of the four kinds. */
export const AnalysisCase = z.discriminatedUnion('kind', [StructureCase, ChainCase, WarningCase, ForecastCase]).openapi('AnalysisCase')
export type AnalysisCase = z.infer<typeof AnalysisCase>
export type CaseOf<K extends AnalysisCase['kind']> = Extract<AnalysisCase, { kind: K }>

export const kinds = ['structure', 'chain', 'warning', 'forecast'] as const
export type Kind = (typeof kinds)[number]

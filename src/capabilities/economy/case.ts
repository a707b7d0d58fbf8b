import { z } from '@hono/zod-openapi'
import { DecimalText, Id } from '#record/scalars'

/** An amount: an exact decimal text, or a plain number in a case written by hand. */
const Amount = z
  .union([DecimalText, z.number().finite()], { error: '조·억 없이 적은 수 (a number without 조 or 억), such as "1500000000"' })
  .openapi({ example: '10000000000000', description: 'A decimal text or a number' })
const Share = z.number().min(0, '0과 1 사이 (30%는 0.3)').max(1, '0과 1 사이 (30%는 0.3)').nullish()
const Year = z.number().int().min(1900).max(2200)

/** What money is spent on; each kind has its sector among the 33. */
export const spendingKinds = ['building', 'equipment', 'electrical', 'software', 'engineering', 'land', 'other'] as const

export const SpendingLine = z.object({
  kind: z
    .enum(spendingKinds)
    .default('other')
    .openapi({ description: 'Names the sector where none is given; land is a transfer and causes nothing' }),
  what: z.string().max(200).optional(),
  phase: z.enum(['construction', 'operation']).default('construction'),
  year: Year.nullish(),
  /** In won, or in the unit of the table where `money` says so. */
  amount: Amount,
  sector: z.string().max(200).nullish().openapi({ description: 'A sector of the table; without it the kind decides' }),
  importedShare: Share.openapi({ description: 'Bought straight from abroad, 0 to 1; not given: 0, and the answer says so' }),
  localShare: Share.openapi({ description: 'Of the rest, bought inside the region, 0 to 1; not given: what the quotient allows' }),
})
export type SpendingLine = z.infer<typeof SpendingLine>

export const OperationLine = z.object({
  sector: z.string().max(200).openapi({ example: '컴퓨터, 전자 및 광학기기' }),
  from: Year,
  to: Year,
  output: Amount.nullish().openapi({ description: 'Output a year' }),
  jobs: z.number().min(0).nullish().openapi({ description: 'Persons at work there, as announced' }),
})

/** What a tax is levied on, of what the project causes. */
export const taxBases = ['output', 'valueAdded', 'income', 'spending'] as const

/** 세금: a rate that the person knows, on one of the effects, with where it is from. Nothing is assumed of taxes that nobody named. */
export const TaxLine = z.object({
  name: z.string().trim().min(1).max(100).openapi({ example: '지방소득세' }),
  base: z.enum(taxBases).openapi({ description: 'output, value added, wages, or the money spent or made' }),
  rate: z.number().min(0, '0과 1 사이 (2%는 0.02)').max(1, '0과 1 사이 (2%는 0.02)'),
  source: z.string().trim().min(1, '세율의 출처를 적어 주세요 (where the rate is from)').max(500),
})
export type TaxLine = z.infer<typeof TaxLine>

const Vector = z.array(z.number())
const Named = z.union([Vector, z.record(z.string(), Vector)])

/** A table written into a case; flows row by row. */
export const InlineTable = z.object({
  name: z.string().default('case'),
  year: Year.nullish(),
  priceBasis: z.enum(['basic', 'producer', 'purchaser']).nullish(),
  importTreatment: z.enum(['total', 'domestic', 'competitive']).nullish(),
  unit: z.string().nullish(),
  regionScope: z.string().nullish(),
  synthetic: z.boolean().optional(),
  sectors: z.array(z.string()),
  flows: z.array(Vector),
  finalDemand: Named.optional(),
  valueAdded: Named.optional(),
  output: Vector.optional(),
  importedFlows: z.array(Vector).optional(),
  employment: z.object({ employed: Vector.optional(), employees: Vector.optional() }).optional(),
})
export type InlineTable = z.infer<typeof InlineTable>

/** A region: persons of an employment table of the office, or written into the case in the order of the table's sectors. */
export const RegionRef = z.union([
  z.object({ table: Id, region: z.string().max(200), nation: z.string().max(200).optional() }),
  z.object({ name: z.string().max(200), region: Vector, nation: Vector }),
  z.literal('demonstration'),
])

/**
 * 파급효과의 물음: what `gusul impact CASE.json`, `POST /offices/{office}/economy/impact` and the screen take.
 * `table` is the id of a table of the office, `demonstration` (합성), a table written into the case, or null for the published national coefficients.
 */
export const ImpactCase = z
  .object({
    title: z.string().trim().min(1).max(300).default('파급효과'),
    table: z
      .union([Id, z.literal('demonstration'), InlineTable])
      .nullable()
      .default(null),
    region: RegionRef.nullable().default(null),
    money: z.enum(['won', 'table']).default('won').openapi({ description: 'Whether amounts are in won or in the unit of the table' }),
    spending: z.array(SpendingLine).max(500).default([]),
    operation: z.array(OperationLine).max(50).default([]),
    taxes: z.array(TaxLine).max(20).default([]),
    deltas: z.array(z.number().min(0).max(1)).min(1).max(9).optional(),
    method: z.enum(['FLQ', 'AFLQ']).optional(),
  })
  .openapi('ImpactCase')
export type ImpactCase = z.infer<typeof ImpactCase>

/** 효과 주장의 물음: what `gusul claim-check CASE.json` and `POST /offices/{office}/economy/claim-check` take. Money in won, or in the unit named. */
export const ClaimCase = z
  .object({
    title: z.string().max(300).default('주장 확인'),
    unit: z.string().default('원').openapi({ example: '십억원' }),
    output: Amount.nullish().openapi({ description: '생산유발 or output' }),
    valueAdded: Amount.nullish(),
    jobs: z.number().min(0).nullish(),
    investment: Amount.nullish(),
    years: z.number().positive().nullish().openapi({ description: 'Over how many years the effect is said to come' }),
    sector: z.string().nullish().openapi({ description: '농림수산품, 광산품, 공산품, 건설 or 서비스, where said' }),
    alsoPrinted: z.array(z.object({ what: z.enum(['output', 'valueAdded', 'jobs', 'investment']), value: Amount, source: z.string() })).default([]),
    year: Year.nullish().openapi({ description: 'Take the coefficients that were known of this year or earlier' }),
  })
  .openapi('ClaimCase')
export type ClaimCase = z.infer<typeof ClaimCase>

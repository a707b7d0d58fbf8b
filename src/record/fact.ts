import { z } from 'zod'
import type { SaidStage } from './claim.ts'
import { Bound, DecimalText, Id, Instant, Interval } from './scalars.ts'

/** 갈래: in which sense the office holds a value. `announced` is a source's word, `plan` an approved programme, `actual` what happened. */
export const Facet = z.enum(['target', 'plan', 'announced', 'forecast', 'estimate', 'actual'])
export type Facet = z.infer<typeof Facet>

/** 사실: what the office holds to be so; two clocks: `period` when it is true, `known` when we knew. */
export const Fact = z.object({
  id: Id,
  subjectId: Id,
  indicator: z.string(),
  facet: Facet,
  /** Parts of one indicator of one subject stand in series of their own; the whole is ''. */
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
  knownFrom: Instant,
  knownTo: Instant.nullable(),
  method: z.enum(['accepted', 'corrected', 'entered', 'imported']),
  note: z.string().nullable(),
})
export type Fact = z.infer<typeof Fact>

/**
 * The facet and the place in the project's stage machine that follow from what a source said.
 *
 * @example
 * facetOfStage('mou') // => 'announced'
 * facetOfStage('result') // => 'actual'
 */
export function facetOfStage(stage: SaidStage | null): Facet {
  if (stage === 'plan') return 'plan'
  return stage === 'operation' || stage === 'result' ? 'actual' : 'announced'
}

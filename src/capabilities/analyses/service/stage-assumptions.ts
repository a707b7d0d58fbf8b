import { defaultSource, stageChances } from '#data/economy/stage-chances'
import type { StageAssumption } from '../cases.ts'

/** An assumption as it is used, beside what it would be by default. */
export interface AssumptionInUse extends StageAssumption {
  /** Whether the office set it. */
  readonly own: boolean
  readonly standard: { readonly probability: number; readonly meanSlipYears: number; readonly rampYears: number; readonly source: string }
}

/** 쓰는 가정: the office's own assumptions where it has some, else the defaults; each with its source. */
export const assumptionsOf = (own: readonly StageAssumption[]): AssumptionInUse[] =>
  stageChances.flatMap(({ phase, ...numbers }) => {
    const standard = { ...numbers, source: defaultSource }
    const set = own.find((one) => one.phase === phase)
    return phase === 'before' || phase === 'announced' || phase === 'committed' || phase === 'building'
      ? [{ phase, ...standard, ...set, own: set !== undefined, standard }]
      : []
  })

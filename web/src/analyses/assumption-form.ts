import type { ReportView } from './api.ts'

type InUse = ReportView['assumptions'][number]

/** An assumption as typed; the chance in percent. */
export interface AssumptionDraft {
  phase: InUse['phase']
  probability: string
  meanSlipYears: string
  rampYears: string
  source: string
}

/** What stands there to begin with; the source of a default is not the office's own and is asked for anew. */
export const draftOfAssumption = (of: InUse): AssumptionDraft => ({
  phase: of.phase,
  probability: String(Math.round(1000 * of.probability) / 10),
  meanSlipYears: String(of.meanSlipYears),
  rampYears: String(of.rampYears),
  source: of.own ? of.source : '',
})

const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(/(%|년)$/, '')))

/** Fields that cannot be read, by name. */
export function assumptionWrong(draft: AssumptionDraft): ('probability' | 'meanSlipYears' | 'rampYears' | 'source')[] {
  const between = (text: string, most: number) => numberOf(text) >= 0 && numberOf(text) <= most
  return [
    ...(between(draft.probability, 100) ? [] : ['probability' as const]),
    ...(between(draft.meanSlipYears, 50) ? [] : ['meanSlipYears' as const]),
    ...(between(draft.rampYears, 50) ? [] : ['rampYears' as const]),
    ...(draft.source.trim() === '' ? ['source' as const] : []),
  ]
}

/** The assumption that was typed, once nothing is wrong with it. `typedAssumption({ phase: 'announced', probability: '21.1%', meanSlipYears: '2', rampYears: '3', source: '우리 기록' }).probability // => 0.211` */
export const typedAssumption = (draft: AssumptionDraft) => ({
  phase: draft.phase,
  probability: Number((numberOf(draft.probability) / 100).toFixed(6)),
  meanSlipYears: numberOf(draft.meanSlipYears),
  rampYears: numberOf(draft.rampYears),
  source: draft.source.trim(),
})

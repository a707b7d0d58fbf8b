import { newId } from '#store/log/ids'
import type { Tx } from '#store/store'
import { AnalysisCase } from '../cases.ts'
import { insertAnalysis } from '../queries/analyses.ts'
import { demonstrationChain } from './chain.ts'
import { demonstrationForecast } from './forecast.ts'
import { demonstrationStructure } from './structure.ts'
import { demonstrationWarning } from './warning.ts'

/** A target that the demonstration holds as a fact. */
export interface SeededTarget {
  readonly factId: string
  readonly value: string
  readonly year: number
}

/** 시범 분석: what the demonstration offices keep, all of it made up and saying so. The caller's transaction and audit entry. */
export async function seedAnalyses(tx: Tx, officeId: string, slug: string, by: string, jobsTarget: SeededTarget | null): Promise<number> {
  const cases: AnalysisCase[] = []
  if (slug === 'ansan') cases.push(demonstrationWarning())
  if (slug === 'gwangju') {
    cases.push(demonstrationStructure(), demonstrationChain())
    if (jobsTarget) cases.push(demonstrationForecast({ value: Number(jobsTarget.value), year: jobsTarget.year, factId: jobsTarget.factId }))
  }
  for (const one of cases) {
    const of = AnalysisCase.parse(one)
    await insertAnalysis(tx, {
      office_id: officeId,
      analysis_id: newId(),
      kind: of.kind,
      name: of.name,
      source: of.source.name,
      synthetic: of.source.synthetic,
      body: JSON.stringify(of),
      confidential: false,
      created_by: by,
    })
  }
  return cases.length
}

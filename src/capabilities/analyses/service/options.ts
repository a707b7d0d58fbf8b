import { invalid } from '#api/problem'
import { candidateParts } from '#engines/economy/city/candidates'
import type { AnalysisCase } from '../cases.ts'
import type { ReportOptions } from '../schemas.ts'

/**
 * A case as a reader turned it: the options of its kind in place of what is kept; options of other kinds change nothing.
 * @throws ProblemError 422 for a weight of no part
 */
export function turned(of: AnalysisCase, options: ReportOptions): AnalysisCase {
  const given = <T extends object>(fields: T) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
  if (of.kind === 'warning') return { ...of, ...given({ falseAlarmsPerYear: options.falseAlarms, quietMonths: options.quietMonths }) } as AnalysisCase
  if (of.kind === 'structure') return { ...of, ...given({ region: options.region, weights: weightsOf(options.weights) }) } as AnalysisCase
  if (of.kind === 'chain') return { ...of, ...given({ withinKm: options.withinKm }) } as AnalysisCase
  const pipeline = of.pipeline && { ...of.pipeline, ...given({ sectorCorrelation: options.correlation, baseGrowth: options.baseGrowth }) }
  return { ...of, ...given({ level: options.level }), pipeline } as AnalysisCase
}

function weightsOf(text: string | undefined): Record<string, number> | undefined {
  if (text === undefined) return undefined
  const pairs = text.split(',').map((one) => one.split(':') as [string, string])
  const wrong = pairs.find(([part]) => !(candidateParts as readonly string[]).includes(part))
  if (wrong) throw invalid('query.weights', { ko: `${candidateParts.join(', ')} 가운데 하나`, en: `one of ${candidateParts.join(', ')}` }, wrong[0])
  return Object.fromEntries(pairs.map(([part, weight]) => [part, Number(weight)]))
}

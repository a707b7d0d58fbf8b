import { invalid } from '#api/problem'
import { candidateParts } from '#engines/economy/city/candidates'
import type { AnalysisCase, CaseOf } from '../cases.ts'
import type { ReportOptions } from '../schemas.ts'

/**
 * A case as a reader turned it: the options of its kind in place of what is kept; options of other kinds change nothing.
 * @throws ProblemError 422 for a weight of no part and for years that the table does not have
 */
export function turned(of: AnalysisCase, options: ReportOptions): AnalysisCase {
  const given = <T extends object>(fields: T) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
  if (of.kind === 'warning') return { ...of, ...given({ falseAlarmsPerYear: options.falseAlarms, quietMonths: options.quietMonths }) } as AnalysisCase
  if (of.kind === 'structure')
    return { ...of, ...yearsBetween(of, options), ...given({ region: options.region, weights: weightsOf(options.weights) }) } as AnalysisCase
  if (of.kind === 'chain') return { ...of, ...given({ withinKm: options.withinKm }) } as AnalysisCase
  const pipeline = of.pipeline && { ...of.pipeline, ...given({ sectorCorrelation: options.correlation, baseGrowth: options.baseGrowth }) }
  return { ...of, ...given({ level: options.level }), pipeline } as AnalysisCase
}

/** Only the years that were asked for, with their tables. */
function yearsBetween(of: CaseOf<'structure'>, { from, to }: ReportOptions): Pick<CaseOf<'structure'>, 'years' | 'values'> {
  const kept = of.years.map((year) => (from === undefined || year >= from) && (to === undefined || year <= to))
  if (!kept.includes(true))
    throw invalid(
      from === undefined ? 'query.to' : 'query.from',
      { ko: `표에 있는 해: ${of.years.join(', ')}`, en: `years of the table: ${of.years.join(', ')}` },
      `${from ?? ''}–${to ?? ''}`,
    )
  return { years: of.years.filter((_, k) => kept[k]), values: of.values.filter((_, k) => kept[k]) }
}

function weightsOf(text: string | undefined): Record<string, number> | undefined {
  if (text === undefined) return undefined
  const pairs = text.split(',').map((one) => one.split(':') as [string, string])
  const wrong = pairs.find(([part]) => !(candidateParts as readonly string[]).includes(part))
  if (wrong) throw invalid('query.weights', { ko: `${candidateParts.join(', ')} 가운데 하나`, en: `one of ${candidateParts.join(', ')}` }, wrong[0])
  return Object.fromEntries(pairs.map(([part, weight]) => [part, Number(weight)]))
}

import { economyProblem } from '#capabilities/economy/index'
import { type ChainReport, chainReport } from '#engines/economy/city/chain-report'
import { type StructureReport, structureReport } from '#engines/economy/city/structure-report'
import type { Basis, Result, Source } from '#engines/economy/result'
import { type ForecastReport, forecastReport, type KeptForecast } from '#engines/economy/time/forecast-report'
import type { Pipeline } from '#engines/economy/time/pipeline-forecast'
import { compareRules, type RuleScore } from '#engines/economy/time/rule-comparison'
import { type MaximaCache, type WarningReport, warningReport } from '#engines/economy/time/warning-report'
import type { AnalysisCase, CaseOf } from '../cases.ts'

/** Simulated maxima of quiet years: the same for everybody, so kept for the life of the process. */
const maxima: MaximaCache = new Map()
const MOST_KEPT = 200

/** An early warning with the rules that might be used instead. */
export interface WarningAnswer extends WarningReport {
  /** The fall that the rules are tried on, in the unit of the headline series. */
  readonly step: number | null
  readonly rules: RuleScore[]
}

export type Answer =
  | { readonly kind: 'structure'; readonly report: StructureReport; readonly basis: Basis }
  | { readonly kind: 'chain'; readonly report: ChainReport; readonly basis: Basis }
  | { readonly kind: 'warning'; readonly report: WarningAnswer; readonly basis: Basis }
  | { readonly kind: 'forecast'; readonly report: ForecastReport; readonly basis: Basis }

/** The source as the engine carries it: of cases made from one table its name and hash, its price basis and how it treats imports. */
function sourceOf(of: AnalysisCase): Partial<Source> {
  const tables = of.source.tables ?? []
  const first = tables[0]
  return {
    id: first ? tables.map((one) => one.name).join('; ') : of.source.name,
    year: of.source.year ?? null,
    unit: 'unit' in of ? of.unit : null,
    synthetic: of.source.synthetic,
    ...(first
      ? {
          hash: tables.map((one) => one.hash).join(' '),
          priceBasis: first.priceBasis,
          // what imported inputs were added to is a table of inputs of both origins
          importTreatment: of.kind === 'chain' ? ('total' as const) : first.importTreatment,
          regionScope: first.regionScope,
        }
      : {}),
  }
}

/** What the case alone does not hold: what the portfolio promised, and forecasts that were kept. */
export interface Beside {
  readonly pipeline?: Pipeline['items']
  readonly kept?: readonly KeptForecast[]
}

/**
 * 분석하기: the answer to a case, worked out by the engine alone.
 * @throws EconomyError with what was expected, what came and what to do
 */
export function answerOf(of: AnalysisCase, beside: Beside = {}): Answer {
  const source = sourceOf(of)
  if (of.kind === 'structure') return whole('structure', structureReport({ ...of, source }))
  if (of.kind === 'chain') return whole('chain', chainReport({ ...of, source }))
  if (of.kind === 'warning') return whole('warning', warned(of, source))
  return whole('forecast', forecastReport({ ...forecastCase(of, beside), source }))
}

const whole = <K extends Answer['kind'], R>(kind: K, { value, basis }: Result<R>) => ({ kind, report: value, basis }) as unknown as Answer

function warned(of: CaseOf<'warning'>, source: Partial<Source>): Result<WarningAnswer> {
  if (maxima.size > MOST_KEPT) maxima.clear()
  const { value, basis } = warningReport({ ...of, source }, maxima)
  const head = value.series.find((one) => one.id === value.headline)!
  const series = of.series.find((one) => one.id === value.headline)!
  if (head.warning?.limit == null || head.quietMonths === null || head.persistence === null || head.sigma === null)
    return { value: { ...value, step: null, rules: [] }, basis }
  const level = Math.abs(head.warning.adjusted.reduce((a, b) => a + b, 0) / head.warning.adjusted.length)
  const step = series.unit === '%' ? 4 : 0.05 * level
  const rules = compareRules({
    quiet: head.quietMonths,
    persistence: head.persistence,
    sigma: head.sigma,
    step,
    limit: head.warning.limit,
    seed: of.seed ?? 1,
  })
  return { value: { ...value, step, rules }, basis }
}

function forecastCase(of: CaseOf<'forecast'>, beside: Beside) {
  const items = [...(of.pipeline?.items ?? []), ...(beside.pipeline ?? [])]
  const { pipeline, past, ...rest } = of
  return {
    ...rest,
    past: [...(past ?? []), ...(beside.kept ?? [])],
    ...(pipeline && items.length > 0
      ? {
          pipeline: {
            items,
            seed: pipeline.seed,
            ...(pipeline.sectorCorrelation === undefined ? {} : { sectorCorrelation: pipeline.sectorCorrelation }),
            ...(pipeline.baseGrowth === undefined ? {} : { baseGrowth: pipeline.baseGrowth }),
            ...(pipeline.draws === undefined ? {} : { draws: pipeline.draws }),
          },
        }
      : {}),
  }
}

/** `answerOf`, with refusals as problems. @throws ProblemError 422 */
export function answerOrProblem(of: AnalysisCase, beside?: Beside): Answer {
  try {
    return answerOf(of, beside)
  } catch (error) {
    throw economyProblem(error)
  }
}

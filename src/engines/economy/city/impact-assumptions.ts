import type { IoTable } from '../tables/io-table.ts'
import type { OperationReading } from './impact-effects.ts'
import type { ImpactPlan } from './impact-plan.ts'
import type { ImpactEconomies } from './impact-rates.ts'

/** What an impact assumes, as every result of it says. */
export function assumptionsOf(
  plan: ImpactPlan,
  readings: readonly OperationReading[],
  region: { readonly name: string } | null,
  deltas: readonly number[],
  method: string,
  economies: ImpactEconomies,
): string[] {
  return [
    'prices, techniques and shares do not change with the size of the project',
    'persons are those of the table’s year a unit of output: person-years, not posts',
    ...(plan.spending.some((one) => (one.importedShare ?? null) === null)
      ? ['spending without an imported share is bought from domestic makers']
      : []),
    ...(readings.length > 0 ? ['a plant is put in so that the output of its sector grows by its own: f = Q / l_ss'] : []),
    ...(readings.some((one) => one.outputFrom === 'jobs')
      ? ['output of the plant follows from its announced jobs by the table’s persons a unit of output']
      : []),
    ...(readings.some((one) => one.announcedJobs !== null) ? ['jobs at the plant itself are those announced'] : []),
    ...(region ? [`inside ${region.name}: ${method} with delta ${deltas.join(', ')}; what other regions buy back is not counted`] : []),
    ...(region && plan.spending.some((one) => (one.localShare ?? null) === null)
      ? ['spending without a local share stays as far as the region’s quotient allows, min(1, SLQ)']
      : []),
    ...(economies.nation.induced(new Float64Array(economies.nation.model.n))
      ? ['households spend each further won like the average one; shown apart, not in the totals']
      : []),
  ]
}

/** What of the table itself makes the effect an upper bound. */
export function warningsOf(table: IoTable): string[] {
  return [
    ...(table.source.importTreatment === 'total'
      ? ['the table holds goods of both origins: effects are upper bounds, part of them falls abroad']
      : []),
    ...(table.source.importTreatment === null
      ? ['the table does not say how imports stand in its coefficients: read the effect as an upper bound']
      : []),
  ]
}

import { cohortOfParameters, commitmentsOf, formulaIds, formulaOf, kindOfParameters, ledgerFor, rateOfLedger } from '#capabilities/portfolio/index'
import { definitionText } from '#engines/accounting/rate/definition'
import { vintageCurves } from '#engines/accounting/rate/vintage'
import { decimal, round, toText } from '#quantity/decimal'
import type { Db } from '#store/store'
import { type Asking, figureValue, rateParametersOf } from './rates.ts'
import type { VintageAnswer, VintageQueryView } from './schemas.ts'

/** 나이를 맞춘 곡선: one curve a year of signing, with the plain rate of that year beside it. */
export async function vintageOf(db: Db, asking: Asking, query: VintageQueryView): Promise<VintageAnswer> {
  const asOf = query.asOf ?? asking.today
  const parameters = rateParametersOf(query)
  const used = [formulaOf('rate_money_spent')].flatMap((one) => one ?? [])
  const ledger = await ledgerFor(db, asking.officeId, used, {
    asOf,
    knownOn: query.knownOn ?? null,
    confidential: asking.confidential,
    now: asking.now,
    timeZone: asking.timeZone,
    parameters,
  })
  const { commitments, left } = commitmentsOf(ledger, parameters)
  const { from, until } = cohortOfParameters(parameters)
  const { curves, missing } = vintageCurves(commitments, {
    from,
    until,
    measure: query.measure,
    definition: query.definition,
    investmentKind: kindOfParameters(parameters),
    asOf,
  })
  const names = new Map(ledger.subjects.map((subject) => [subject.id, subject.name]))
  return {
    asOf,
    measure: query.measure,
    definition: query.definition,
    definitionText: definitionText(query.measure, query.definition),
    curves: curves.map((curve) => {
      // the part of the year that lies in the cohort
      const own = {
        ...parameters,
        cohortFrom: from !== null && from > `${curve.year}-01-01` ? parameters.cohortFrom! : `${curve.year}-01`,
        cohortTo: until !== null && until < `${curve.year + 1}-01-01` ? parameters.cohortTo! : `${curve.year}-12`,
      }
      const { rate } = rateOfLedger(ledger, own, query.measure, query.definition)
      return {
        year: curve.year,
        agreements: curve.commitments.length,
        realised: curve.realised,
        withdrawn: curve.withdrawn,
        open: curve.open,
        points: curve.points.map((point) => ({
          months: point.months,
          realised: places(point.realised),
          withdrawn: places(point.withdrawn),
          atRisk: places(point.atRisk),
        })),
        rate: figureValue(formulaIds(query.measure, query.definition).rate, own, rate.value, 'ratio'),
      }
    }),
    missing: [
      ...missing.map(({ id, reason }) => ({ subjectId: id, subjectName: names.get(id) ?? '', reason })),
      ...(query.measure === 'money' ? left : []).map(({ fact }) => ({
        subjectId: fact.subject,
        subjectName: names.get(fact.subject) ?? '',
        reason: 'other_currency' as const,
      })),
    ],
  }
}

/** Curves are statistics in floats; six places are kept, so that the same question gives the same bytes. */
const places = (value: number): string => toText(round(decimal(value.toPrecision(15)), 6))

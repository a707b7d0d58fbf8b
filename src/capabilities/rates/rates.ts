import {
  cohortOfParameters,
  figureOfLedger,
  formulaIds,
  formulaOf,
  type Ledger,
  ledgerFor,
  type Parameters,
  rateOfLedger,
  statedCohorts,
  statedUnits,
  unitOf,
} from '#capabilities/portfolio/index'
import {
  type Definition,
  definitionNames,
  definitions,
  definitionText,
  type Measure,
  measureNames,
  measures,
  partsInWords,
  rateVersion,
} from '#engines/accounting/rate/definition'
import { ratioOf } from '#engines/accounting/rate/ratio'
import type { OpenValue } from '#engines/accounting/sum'
import { addDays } from '#quantity/day'
import type { Db } from '#store/store'
import type { FigureValue, RateQueryView, RateRow, RatesAnswer, StatedRates } from './schemas.ts'

/** Who asks, and when. */
export interface Asking {
  readonly officeId: string
  readonly confidential: boolean
  readonly now: Date
  readonly timeZone: string
  readonly today: string
}

/** 실현율: every measure by every definition for one cohort at both clocks, from one look at the ledger, with what was stated of the cohort as a whole beside it. */
export async function ratesOf(db: Db, asking: Asking, query: RateQueryView): Promise<RatesAnswer> {
  const asOf = query.asOf ?? asking.today
  const clocks = { asOf, knownOn: query.knownOn ?? null, confidential: asking.confidential, now: asking.now, timeZone: asking.timeZone }
  const parameters = rateParametersOf(query)
  const ids = formulaIds(query.measure, query.definition)
  // one look for the figure, its table and what was stated
  const used = [...measures.map((measure) => `stated_rate_${measure}`), ids.rate].flatMap((id) => formulaOf(id) ?? [])
  const ledger = await ledgerFor(db, asking.officeId, used, { ...clocks, parameters })
  const figure = await figureOfLedger(db, asking.officeId, ledger, { ...clocks, formula: ids.rate, parameters, quotes: false })
  const { from, until } = cohortOfParameters(parameters)
  const names = new Map(ledger.subjects.map((subject) => [subject.id, subject.name]))
  return {
    cohort: { from, to: until === null ? null : addDays(until, -1) },
    measure: query.measure,
    definition: query.definition,
    withdrawals: query.withdrawals,
    investmentKind: query.investmentKind ?? null,
    asOf,
    knownOn: query.knownOn ?? null,
    figure,
    rows: measures.flatMap((measure) => definitions.map((definition) => rowOf(ledger, names, parameters, measure, definition))),
    stated: statedOf(ledger, parameters),
    cohorts: statedCohorts(ledger, {}).map((one) => ({
      subjectId: one.subjectId,
      subjectName: one.subjectName,
      from: one.from,
      to: addDays(one.until, -1),
    })),
  }
}

/** Parameters of the rate formulas for what was asked. */
export function rateParametersOf(
  query: Pick<RateQueryView, 'cohortFrom' | 'cohortTo' | 'kind' | 'investmentKind'> & { withdrawals?: 'in' | 'out' },
): Parameters {
  return {
    ...(query.cohortFrom ? { cohortFrom: query.cohortFrom } : {}),
    ...(query.cohortTo ? { cohortTo: query.cohortTo } : {}),
    ...(query.kind ? { kind: query.kind } : {}),
    ...(query.withdrawals === 'out' ? { withdrawals: 'out' } : {}),
    ...(query.investmentKind ? { investmentKind: query.investmentKind } : {}),
  }
}

/** A worked value as the answer holds it. */
export const figureValue = (formula: string, parameters: Parameters, value: OpenValue | null, unit: string): FigureValue => ({
  formula,
  parameters: { ...parameters },
  value: value?.value ?? null,
  valueMax: value?.valueMax ?? null,
  bound: value?.bound ?? null,
  approximate: value?.approximate ?? false,
  unit,
})

function rowOf(ledger: Ledger, names: ReadonlyMap<string, string>, parameters: Parameters, measure: Measure, definition: Definition): RateRow {
  const { rate, left } = rateOfLedger(ledger, parameters, measure, definition)
  const ids = formulaIds(measure, definition)
  const words = partsInWords(measure, definition)
  const [m, d] = [measureNames[measure], definitionNames[definition]]
  return {
    measure,
    definition,
    version: rateVersion,
    name: { ko: `${m.ko}, ${d.ko}`, en: `${m.en}, ${d.en}` },
    aboveText: words.above,
    belowText: words.below,
    text: definitionText(measure, definition),
    rate: figureValue(ids.rate, parameters, rate.value, 'ratio'),
    above: figureValue(ids.above, parameters, rate.numerator, unitOf[measure]),
    below: figureValue(ids.below, parameters, rate.denominator, unitOf[measure]),
    agreements: { above: rate.above.length, below: rate.below.length },
    missing: [
      ...rate.missing.map(({ id, reason }) => ({ subjectId: id, subjectName: names.get(id) ?? '', reason })),
      ...left.map(({ fact }) => ({ subjectId: fact.subject, subjectName: names.get(fact.subject) ?? '', reason: 'other_currency' as const })),
    ],
  }
}

function statedOf(ledger: Ledger, parameters: Parameters): StatedRates[] {
  const cohort = { cohortFrom: parameters.cohortFrom ?? '', cohortTo: parameters.cohortTo ?? '' }
  return statedCohorts(ledger, cohort).map((one) => ({
    subjectId: one.subjectId,
    subjectName: one.subjectName,
    from: one.from,
    to: addDays(one.until, -1),
    rates: measures.flatMap((measure) => {
      const found = one.measures[measure]
      const formula = formulaOf(`stated_rate_${measure}`)
      if (!found || !formula) return []
      const own = { cohortFrom: one.from, cohortTo: addDays(one.until, -1), subject: one.subjectId }
      const plain = (fact: typeof found.above) => {
        const { formula: _formula, parameters: _parameters, ...value } = figureValue('', {}, fact, statedUnits[measure])
        return { ...value, unit: fact.unit, factId: fact.factId }
      }
      return [
        {
          measure,
          name: measureNames[measure],
          text: { ko: formula.definitionKo, en: formula.definitionEn },
          rate: figureValue(formula.id, own, ratioOf(found.above, found.below), 'ratio'),
          above: plain(found.above),
          below: plain(found.below),
        },
      ]
    }),
  }))
}

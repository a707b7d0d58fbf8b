import { type CoefficientRow, coefficients, latestCoefficient } from '#data/economy/coefficients'
import { EconomyError } from '#engines/economy/index'
import { personsText, wonText } from '../amounts.ts'
import type { EffectView, ImpactAnswer } from '../answer-schemas.ts'
import type { ImpactCase } from '../case.ts'
import { assumedOf, sentenceOf } from './impact-words.ts'
import { typedTaxes } from './typed-taxes.ts'

/** Years of the published coefficients over which the band runs. */
const bandYears = 5

/**
 * 공표 계수로 어림하기: without a table, final demand times the national coefficients, with the least and the most of the last years. No sectors, no region, nothing of the plant's running can be told.
 */
export function byCoefficients(asked: ImpactCase): ImpactAnswer {
  if (asked.operation.length > 0 && asked.spending.length === 0)
    throw new EconomyError(
      'missing',
      'expected spending, as national coefficients tell nothing of a plant that runs, got operation alone',
      'choose a table, or give the investment',
      { part: 'table' },
    )
  const land = asked.spending.filter((one) => one.kind === 'land' && !one.sector)
  const lines = asked.spending.filter((one) => !land.includes(one))
  if (lines.length === 0) throw new EconomyError('missing', 'expected a line of spending, got none', 'give an amount', { part: 'spending' })
  if (asked.money !== 'won')
    throw new EconomyError('missing', 'expected a table for amounts in its unit, got none', 'give amounts in won', { part: 'money' })
  for (const [i, one] of lines.entries())
    if (!(Number(one.amount) >= 0))
      throw new EconomyError('out-of-range', `expected an amount of 0 or more in spending[${i}], got ${one.amount}`, 'give the amount in won', {
        part: `spending[${i}]`,
      })
  const domestic = (one: (typeof lines)[number]) => Number(one.amount) * (1 - (one.importedShare ?? 0))
  const used: CoefficientRow[] = []
  const effect = (indicator: CoefficientRow['indicator'], per: number, demand: number): EffectView | null => {
    const latest = latestCoefficient(indicator)
    if (!latest) return null
    const range = coefficients
      .filter((one) => one.indicator === indicator && one.scope === 'all' && one.year > latest.year - bandYears)
      .map((one) => one.value)
    if (!used.includes(latest)) used.push(latest)
    const text = per === 1 ? (value: number) => wonText(value, 1) : personsText
    const at = (value: number) => text((demand * value) / per)
    return {
      unit: per === 1 ? 'KRW' : 'persons',
      direct: null,
      indirect: null,
      total: at(latest.value),
      induced: null,
      inside: null,
      outside: null,
      band: { low: at(Math.min(...range)), high: at(Math.max(...range)) },
    }
  }
  const effects = (demand: number): ImpactAnswer['phases'][number]['effects'] => ({
    output: effect('production', 1, demand),
    valueAdded: effect('valueAdded', 1, demand),
    employed: effect('employed', 1e9, demand),
    employees: effect('employees', 1e9, demand),
    income: null,
    taxes: null,
    imports: null,
  })
  const phases = (['construction', 'operation'] as const).flatMap((phase) => {
    const own = lines.filter((one) => one.phase === phase)
    if (own.length === 0) return []
    const amount = own.reduce((sum, one) => sum + Number(one.amount), 0)
    const demand = own.reduce((sum, one) => sum + domestic(one), 0)
    const years = own.flatMap((one) => (one.year === null || one.year === undefined ? [] : [one.year]))
    const known = years.length === own.length
    return [
      {
        phase,
        from: known ? Math.min(...years) : null,
        to: known ? Math.max(...years) : null,
        years: known ? new Set(years).size : null,
        amount: wonText(amount, 1),
        imported: wonText(amount - demand, 1),
        effects: effects(demand),
      },
    ]
  })
  const byYear = [...new Set(lines.map((one) => `${one.phase} ${one.year ?? ''}`))].map((key) => {
    const own = lines.filter((one) => `${one.phase} ${one.year ?? ''}` === key)
    const found = effects(own.reduce((sum, one) => sum + domestic(one), 0))
    return {
      phase: own[0]!.phase,
      year: own[0]!.year ?? null,
      amount: wonText(
        own.reduce((sum, one) => sum + Number(one.amount), 0),
        1,
      ),
      output: found.output?.total ?? null,
      valueAdded: found.valueAdded?.total ?? null,
      employed: found.employed?.total ?? null,
      outputInside: null,
      employedInside: null,
    }
  })
  const imported = lines.reduce((sum, one) => sum + Number(one.amount) - domestic(one), 0)
  const answer = {
    title: asked.title,
    method: 'coefficients' as const,
    table: null,
    coefficients: used.map(({ indicator, year, value, source }) => ({ indicator, year, value, source })),
    region: null,
    synthetic: false,
    phases,
    years: byYear,
    sectors: [],
    rounds: [],
    operation: [],
    ceiling: null,
    leftOut: [
      ...land.map((one) => ({
        what: { ko: '땅값: 주인이 바뀔 뿐 만들어지는 것이 없음', en: 'land: changes hands, nobody makes it' },
        amount: wonText(Number(one.amount), 1),
      })),
      ...(imported > 0 ? [{ what: { ko: '바로 수입하는 몫', en: 'bought straight from abroad' }, amount: wonText(imported, 1) }] : []),
    ],
    read: [],
    assumed: assumedOf(asked, null, null, null),
    warnings: [
      {
        ko: '표 없이 공표된 전국·전 산업 평균 계수로 어림했습니다. 지역에 남는 몫, 업종별, 운영기의 효과는 표가 있어야 말할 수 있습니다.',
        en: 'Worked out without a table, by published national averages of all sectors. What stays in the region, sectors and the years of operation need a table.',
      },
    ],
    basis: { method: 'coefficients', assumptions: ['final demand times national coefficients of all sectors'], warnings: [] },
  }
  const taxed = { ...answer, taxes: typedTaxes(asked.taxes, answer) }
  return { ...taxed, sentence: sentenceOf(taxed) }
}

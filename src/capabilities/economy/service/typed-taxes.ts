import { decimal, multiply, round, toText } from '#quantity/decimal'
import type { ImpactAnswer } from '../answer-schemas.ts'
import type { TaxLine } from '../case.ts'

type Untaxed = Omit<ImpactAnswer, 'sentence' | 'taxes'>

/**
 * 세금: each tax of a case as its rate times its base, in whole won: by phase, the share inside the region with its band, and by year. What the table does not tell (wages, by year too) stays unknown.
 * The rate is the person's own, with its source; nothing is levied that nobody named.
 */
export const typedTaxes = (taxes: readonly TaxLine[], answer: Untaxed): ImpactAnswer['taxes'] =>
  taxes.map((tax) => {
    const rate = decimal(String(tax.rate))
    const levied = (base: string | null): string | null => (base === null ? null : toText(round(multiply(decimal(base), rate), 0)))
    return {
      ...tax,
      phases: answer.phases.map((one) => {
        if (tax.base === 'spending') return { phase: one.phase, total: levied(one.amount), inside: null }
        const effect = one.effects[tax.base]
        const inside = effect?.inside ?? null
        return {
          phase: one.phase,
          total: levied(effect?.total ?? null),
          inside: inside && { middle: levied(inside.middle)!, low: levied(inside.low)!, high: levied(inside.high)! },
        }
      }),
      years: answer.years.map((one) => ({
        phase: one.phase,
        year: one.year,
        total: tax.base === 'income' ? null : levied(tax.base === 'spending' ? one.amount : one[tax.base]),
      })),
    }
  })

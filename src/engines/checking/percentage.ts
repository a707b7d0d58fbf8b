import { absolute, add, compare, type Decimal, decimal, decimalFromNumber, make, multiply, round, shift, subtract, toText } from '#quantity/decimal'
import { over } from './amounts.ts'

/** What a printed percentage is against its own numbers. */
export interface PercentageCheck {
  readonly agrees: boolean
  /** The percentage worked out, to two places more than printed. */
  readonly worked: string
  /** Rounded as printed. */
  readonly rounded: string
}

const zero = make(0n, 0)

/**
 * 적힌 비율의 검산: whether a printed percentage follows from its numerator and denominator:
 * percentage = round(100 · numerator / denominator, to the printed digits). Of an exact half both neighbours are right (697/1360 is 51.25%). With `slack` (how far each may lie from its words)
 * the percentage agrees where any value within the slack gives it; an approximate percentage (약) may be off by one unit of its last digit.
 *
 * checkPercentage('1617', '7676', '21').agrees // => true
 * checkPercentage('127', '298', '42').rounded // => '43'
 * checkPercentage('697', '1360', '51.2').agrees // => true
 * checkPercentage('20', '52', '38.5').agrees // => true
 *
 * @throws RangeError for a denominator that is not above zero
 */
export function checkPercentage(
  numerator: string,
  denominator: string,
  printed: string,
  more: { numeratorSlack?: Decimal; denominatorSlack?: Decimal; approximate?: boolean } = {},
): PercentageCheck {
  const above = decimal(numerator)
  const below = decimal(denominator)
  if (below.coefficient <= 0n) throw new RangeError(`expected a denominator above zero, got ${denominator}`)
  const places = printed.split('.')[1]?.length ?? 0
  const said = decimal(printed)
  const percentage = (n: Decimal, d: Decimal) => shift(over(n, d), 2)
  const worked = percentage(above, below)
  const rounded = round(worked, places)
  const up = more.numeratorSlack ?? zero
  const down = more.denominatorSlack ?? zero
  const tightest = subtract(below, down)
  const low = percentage(subtract(above, up), add(below, down))
  const high = tightest.coefficient > 0n ? percentage(add(above, up), tightest) : worked
  const give = make(more.approximate ? 15n : 5n, -places - 1)
  return {
    agrees: compare(said, subtract(low, give)) >= 0 && compare(said, add(high, give)) <= 0,
    worked: toText(round(worked, places + 2)),
    rounded: toText(rounded),
  }
}

/**
 * 증감률의 검산: the same of a change from one value to another: percentage = 100 · (after − before) / before; a fall is printed without its sign.
 *
 * checkChange('46904', '94949', '102', { approximate: true }).agrees // => true
 * checkChange('100', '80', '20').agrees // => true
 */
export function checkChange(before: string, after: string, printed: string, more: { slack?: Decimal; approximate?: boolean } = {}): PercentageCheck {
  const difference = absolute(subtract(decimal(after), decimal(before)))
  const slack = more.slack ?? zero
  return checkPercentage(toText(difference), before, printed, {
    numeratorSlack: multiply(slack, decimalFromNumber(2)),
    denominatorSlack: slack,
    approximate: more.approximate ?? false,
  })
}

import { type Decimal, shift, subtract } from './decimal.ts'

/** The ratio of a percentage (75% → 0.75). `toText(ratioOfPercent(decimal('75'))) // => '0.75'` */
export function ratioOfPercent(percent: Decimal): Decimal {
  return shift(percent, -2)
}

/** The percentage of a ratio (0.75 → 75). `toText(percentOfRatio(decimal('0.75'))) // => '75'` */
export function percentOfRatio(ratio: Decimal): Decimal {
  return shift(ratio, 2)
}

/** The difference of two ratios in percentage points (%포인트); it is no percentage. `toText(pointsBetween(decimal('0.42'), decimal('0.45'))) // => '3'` */
export function pointsBetween(before: Decimal, after: Decimal): Decimal {
  return shift(subtract(after, before), 2)
}

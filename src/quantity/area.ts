import type { Decimal } from './decimal.ts'
import { approximateDecimal, convertRatio, type Ratio, wholeRatio } from './ratio.ts'
import { unit } from './unit.ts'

/** The units an area (면적) is stated in: ㎡, 평 (400/121 ㎡), ha (10,000 ㎡), ㎢ (1,000,000 ㎡). */
export type AreaUnit = 'm2' | 'pyeong' | 'ha' | 'km2' | 'are' | 'cm2'

/** An area in another unit, as an exact ratio. `ratioText(convertArea(decimal('121'), 'pyeong', 'm2')) // => '400'` */
export function convertArea(value: Decimal, from: AreaUnit, to: AreaUnit): Ratio {
  return convertRatio(wholeRatio(value), unit(from), unit(to))
}

/** Square metres (㎡) of an area, to 20 significant digits where the division does not end. `toText(squareMetres(decimal('121'), 'pyeong')) // => '400'` */
export function squareMetres(value: Decimal, from: AreaUnit): Decimal {
  return approximateDecimal(convertArea(value, from, 'm2')).value
}

/** Pyeong (평) of a number of square metres and whether the figure is rounded to whole pyeong. `pyeong(decimal('400')).rounded // => false` */
export function pyeong(areaSquareMetres: Decimal): { value: Decimal; rounded: boolean } {
  return approximateDecimal(convertArea(areaSquareMetres, 'm2', 'pyeong'))
}

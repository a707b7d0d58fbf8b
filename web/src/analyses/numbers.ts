import type { Locale } from '#web/shell/locale'

/**
 * A number with so many places, its sign a true minus.
 *
 * plain(-1234.5, 'ko') // => '−1,235'
 */
export const plain = (value: number, locale: Locale, places = 0): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: places, minimumFractionDigits: places }).format(value + 0).replace('-', '−')

/** A change with its sign. `signed(12, 'ko') // => '+12'` */
export const signed = (value: number, locale: Locale, places = 0): string => `${value > 0 ? '+' : ''}${plain(value, locale, places)}`

/** A share in percent; null is not known. `percent(0.123, 'ko') // => '12.3%'` */
export const percent = (share: number | null | undefined, locale: Locale, places = 1): string | null =>
  share === null || share === undefined ? null : `${plain(100 * share, locale, places)}%`

/** A large number in short: 만 in Korean, thousands in English. `short(20000, 'ko') // => '2만'` */
export const short = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value).replace('-', '−')

/**
 * Round marks between two ends, about as many as asked for.
 *
 * marksBetween(71.2, 79.6, 5) // => [72, 74, 76, 78]
 */
export function marksBetween(low: number, high: number, about = 5): number[] {
  const span = high - low
  if (!(span > 0)) return [low]
  const power = 10 ** Math.floor(Math.log10(span / about))
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => span / one <= about + 0.5)!
  const first = Math.ceil(low / step - 1e-9)
  const count = Math.floor(high / step + 1e-9) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => Number(((first + i) * step).toPrecision(10)))
}

/** The name in the language in use. */
export const nameOf = (one: { name: string; nameEn?: string | null | undefined }, locale: Locale): string =>
  locale === 'en' && one.nameEn ? one.nameEn : one.name

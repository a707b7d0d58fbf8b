import type { Locale } from '#web/shell/locale'

/** A unit that a chart of money is drawn in: how many won it is, and its name. */
export interface MoneyUnit {
  won: number
  name: string
}

const units: Readonly<Record<Locale, readonly MoneyUnit[]>> = {
  ko: [
    { won: 1e12, name: '조원' },
    { won: 1e8, name: '억원' },
    { won: 1e4, name: '만원' },
  ],
  en: [
    { won: 1e12, name: 'KRW tn' },
    { won: 1e9, name: 'KRW bn' },
    { won: 1e6, name: 'KRW m' },
  ],
}

/**
 * The unit in which the largest amount of a chart reads as a plain number (단위): 조원 from one 조 on, else 억원, else 만원.
 *
 * `moneyUnit(271e8, 'ko').name // => '억원'`
 */
export const moneyUnit = (largest: number, locale: Locale): MoneyUnit =>
  units[locale].find(({ won }) => Math.abs(largest) >= won) ?? units[locale].at(-1)!

import { EconomyError } from '../../economy-error.ts'

const scales: readonly (readonly [RegExp, number])[] = [
  [/^(조원|krw1?tn|trillionwon|won1?tn)$/, 1e12],
  [/^(십억원|10억원|krw1?bn|billionwon|billionkrw|krwbillion)$/, 1e9],
  [/^(억원|krw100m|krw0\.1bn)$/, 1e8],
  [/^(백만원|krw1?m|krw1?mn|millionwon|millionkrw|krwmillion)$/, 1e6],
  [/^(천원|krw1?k|thousandwon)$/, 1e3],
  [/^(원|krw1?|won)$/, 1],
]

/**
 * 금액 단위: how many won one unit of a table is; null for a unit that is no won (a foreign table).
 *
 * `[wonPerUnit('백만원'), wonPerUnit('KRW 1bn'), wonPerUnit('USD million')] // => [1000000, 1000000000, null]`
 */
export function wonPerUnit(unit: string | null): number | null {
  const plain = (unit ?? '').replace(/[\s_()]/g, '').toLowerCase()
  return scales.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

/** Persons a unit: 명 is 1, 천명 is 1,000. `personsPerUnit('천명') // => 1000` @throws EconomyError `out-of-range` for anything else */
export function personsPerUnit(unit: string): number {
  const plain = unit.replace(/\s/g, '').toLowerCase()
  if (/^(명|인|persons?)$/.test(plain)) return 1
  if (/^(천명|천인|thousandpersons?|1000persons)$/.test(plain)) return 1000
  if (/^(만명)$/.test(plain)) return 10_000
  throw new EconomyError('out-of-range', `expected a unit of persons such as 명 or 천명, got "${unit}"`, 'name the unit of the employment table', {
    part: 'unit',
  })
}

/** The unit that a sheet announces, as in “(단위: 백만원)”, or null. `announcedUnit('생산자가격 (단위 : 백만원)') // => '백만원'` */
export function announcedUnit(text: string): string | null {
  const found = /(?:단위|unit)\s*[:：]?\s*([^)\]),;]+)/i.exec(text)
  return found ? found[1]!.trim() : null
}

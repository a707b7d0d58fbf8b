const CURRENCY_CODES = ['USD', 'US$', 'KRW', 'EUR', 'JPY', 'CNY', 'GBP', 'SEK', 'SGD', 'AUD', 'CAD', 'CHF', 'HKD']

/** Whether a code such as USD ends right before `at`. */
export const isCurrencyCode = (text: string, at: number): boolean => CURRENCY_CODES.some((c) => text.startsWith(c, at - c.length))

const CURRENCY_BEFORE: readonly (readonly [string, string])[] = [
  ['US$', 'USD'],
  ['USD', 'USD'],
  ['$', 'USD'],
  ['＄', 'USD'],
  ['€', 'EUR'],
  ['EUR', 'EUR'],
  ['₩', 'KRW'],
  ['￦', 'KRW'],
  ['KRW', 'KRW'],
  ['¥', 'JPY'],
  ['JPY', 'JPY'],
  ['CNY', 'CNY'],
  ['£', 'GBP'],
  ['GBP', 'GBP'],
  ['SEK', 'SEK'],
  ['SGD', 'SGD'],
  ['AUD', 'AUD'],
  ['CAD', 'CAD'],
  ['CHF', 'CHF'],
  ['HKD', 'HKD'],
]

const SIGN_ENDS = CURRENCY_BEFORE.map(([sign]) => sign.slice(-1)).join('')

const ENGLISH_MAGNITUDE = /^\s?(trillion|billion|million|thousand|tn|bn|mn|T|B|M|K)(?![A-Za-z])/
const ENGLISH_POWER: Readonly<Record<string, number>> = { t: 1e12, b: 1e9, m: 1e6, k: 1e3 }

/** The currency sign or code before a number, with the place where it begins. */
export function currencyBefore(text: string, at: number): readonly [number, string] | null {
  const from = text.charCodeAt(at - 1) === 0x20 ? at - 1 : at
  if (!SIGN_ENDS.includes(text.charAt(from - 1)) || from === 0) return null
  for (const [sign, unit] of CURRENCY_BEFORE) if (text.startsWith(sign, from - sign.length)) return [from - sign.length, unit]
  return null
}

/** What a word after an amount multiplies it by, and its length. */
export interface Times {
  readonly times: number
  readonly length: number
}

export const PLAIN_AMOUNT: Times = { times: 1, length: 0 }

/** "7.4bn", "120M", "1.8 billion" behind a currency sign (영문 단위). `englishMagnitude('USD 7.4bn', 7) // => { times: 1000000000, length: 2 }` */
export function englishMagnitude(text: string, at: number): Times {
  const found = ENGLISH_MAGNITUDE.exec(text.slice(at, at + 10))
  if (found === null) return PLAIN_AMOUNT
  return { times: found[1] === 'thousand' ? 1e3 : ENGLISH_POWER[found[1]!.charAt(0).toLowerCase()]!, length: found[0].length }
}

/** 재원: whose money it is. `mixed` is said of a whole of several. */
export const fundings = ['national', 'provincial', 'city', 'private', 'mixed'] as const
export type Funding = (typeof fundings)[number]

/** Words by which sources name a part of a sum for whose money it is. */
const names: readonly (readonly [Funding, RegExp])[] = [
  ['national', /^(?:국비|국고|국고보조금|정부\s?지원금|national (?:funds?|treasury))$/i],
  ['provincial', /^(?:도비|광역시비|provincial funds?)$/i],
  ['city', /^(?:시비|군비|구비|시군비|city funds?|municipal funds?)$/i],
  ['private', /^(?:민자|민간|민간\s?자본|민간\s?투자|민간\s?자금|private (?:capital|investment|funds?))$/i],
]

/**
 * 누구의 돈인가: as a person said, else as the part of a sum is named by its source (민자 3,500억). Null where nobody says: it is not guessed from who builds or pays.
 * `시비` is read as the city's own money, also where the office is not a city: which purse it is the name does not say.
 *
 * @example
 * fundingOf(null, '민자') // => 'private'
 * fundingOf('national', '1단계') // => 'national'
 * fundingOf(null, '1단계') // => null
 */
export function fundingOf(said: Funding | null, part: string): Funding | null {
  if (said !== null) return said
  const name = part.normalize('NFC').trim()
  return names.find(([, form]) => form.test(name))?.[0] ?? null
}

import { CLASSES, HANGUL, HANJA, LATIN } from '../characters.ts'

/** The languages (언어) that documents are read in. */
export type Language = 'ko' | 'en' | 'zh' | 'ja'

/** Letters looked at: the head of a document says what it is written in, and what is appended later does not change it. */
const LETTERS_ASKED = 20_000

/** Fewer foreign letters than this are a sign or a unit (50MW, 坪), not a language. */
const LEAST_LATIN = 12
const LEAST_HAN = 4

/**
 * The language (언어) a text is written in, by counting scripts over its first 20,000 letters; linear and bounded.
 * Korean where Hangul is a fifth of the letters beside Latin, or half beside Han and kana; Japanese where kana stand beside Han; a text with hardly any letters is taken as Korean,
 * whose reader knows bare figures and units.
 *
 * `languageOf('The city will invest 30 billion won in the park.') // => 'en'`
 */
export function languageOf(text: string): Language {
  let hangul = 0
  let latin = 0
  let han = 0
  let kana = 0
  let left = LETTERS_ASKED
  for (let i = 0; i < text.length && left > 0; i++) {
    const code = text.charCodeAt(i)
    const kind = CLASSES[code]
    if (kind === HANGUL || (code >= 0x1100 && code <= 0x11ff)) hangul++
    else if (kind === LATIN) latin++
    else if (kind === HANJA) han++
    else if (code >= 0x3041 && code <= 0x30fe && code !== 0x30fb) kana++
    else continue
    left--
  }
  const east = han + kana
  if (hangul * 4 >= latin && hangul * 2 >= east) return 'ko'
  // a letter of Han or kana says as much as two or three Latin ones
  if (east * 3 >= latin && east >= LEAST_HAN) return kana > 0 && kana * 12 >= han ? 'ja' : 'zh'
  return latin >= LEAST_LATIN ? 'en' : 'ko'
}

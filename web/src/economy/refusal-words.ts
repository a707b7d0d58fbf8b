import { EconomyError } from '#engines/economy/economy-error'
import { fixInKorean, noteInKorean, refusalInKorean } from '#engines/economy/korean-refusals'
import type { Locale } from '#web/shell/locale'

/** What the engine refused, in the language in use. */
export function refusalWords(error: unknown, locale: Locale): string {
  const message = error instanceof Error ? error.message : String(error)
  if (locale !== 'ko' || !(error instanceof EconomyError)) return message
  const { what, fix } = refusalInKorean(error)
  return what === null ? message : `${what}. ${fix ?? error.fix}`
}

/** Something that was noted of a table, in the language in use. `noteWords('negative flow a', 'ko') // => '음수인 거래: a'` */
export const noteWords = (said: string, locale: Locale): string => (locale === 'ko' ? noteInKorean(said) : said)

/** What to do about a finding, in the language in use. `fixWords('fill the cell', 'ko') // => '칸을 채우십시오'` */
export const fixWords = (said: string, locale: Locale): string => (locale === 'ko' ? fixInKorean(said) : said)

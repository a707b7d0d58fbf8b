import type { Locale } from '#web/shell/locale'
import type { CaseOf } from './api.ts'
import { nameOf } from './numbers.ts'

/** The name of an industry in the language in use. */
export const industryName = (of: CaseOf<'structure'>, id: string, locale: Locale): string => {
  const one = of.industries.find((own) => own.id === id)
  return one ? nameOf(one, locale) : id
}

import { sharedValue, useSharedValue } from '#web/ui/kit/value'

/** 언어: what the console speaks. Korean is written first, English beside it. */
export type Locale = 'ko' | 'en'
export const locales: readonly Locale[] = ['ko', 'en']
export const localeNames: Record<Locale, string> = { ko: '한국어', en: 'English' }

/** The language a cookie header names, then the first of the browser's languages that we speak, then Korean. */
export function chooseLocale(cookie: string, languages: readonly string[]): Locale {
  const named = /(?:^|;\s*)gusul_locale=(ko|en)\b/.exec(cookie)?.[1]
  if (named === 'ko' || named === 'en') return named
  for (const language of languages) {
    const found = locales.find((locale) => language.toLowerCase().startsWith(locale))
    if (found) return found
  }
  return 'ko'
}

const inBrowser = typeof document !== 'undefined'
export const localeValue = sharedValue<Locale>(inBrowser ? chooseLocale(document.cookie, navigator.languages) : 'ko')

/** Speak another language from now on. The cookie lets the public pages, which the server renders, follow. */
export function setLocale(locale: Locale): void {
  if (inBrowser) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in Firefox and needs a secure context
    document.cookie = `gusul_locale=${locale}; Path=/; Max-Age=31536000; SameSite=Lax`
    document.documentElement.lang = locale
  }
  localeValue.set(locale)
}

/** Take up the language that a person has chosen elsewhere, unless this browser has a choice of its own. */
export function adoptLocale(locale: Locale | null): void {
  if (inBrowser && locale && !/(?:^|;\s*)gusul_locale=/.test(document.cookie)) setLocale(locale)
}

/** The language in use. */
export const useLocale = (): Locale => useSharedValue(localeValue)

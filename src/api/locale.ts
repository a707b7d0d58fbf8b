import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'

export const locales = ['ko', 'en'] as const
export type Locale = (typeof locales)[number]

/** The language of the caller: `?lang=`, then the cookie that the language switch sets, then Accept-Language; Korean first. */
export function localeOf(c: Context): Locale {
  const asked = c.req.query('lang') ?? getCookie(c, 'gusul_locale')
  if (asked === 'ko' || asked === 'en') return asked
  const accepted = c.req.header('accept-language') ?? ''
  const ko = accepted.search(/\bko\b/i)
  const en = accepted.search(/\ben\b/i)
  return en >= 0 && (ko < 0 || en < ko) ? 'en' : 'ko'
}

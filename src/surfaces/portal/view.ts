import type { html } from 'hono/html'
import type { Locale } from '#api/locale'
import type { OfficeForPublic } from '#capabilities/publishing/index'
import { type PortalTexts, portalTexts } from './texts.ts'

/** A piece of a page: escaped HTML. */
export type Html = ReturnType<typeof html>

/** How the reader likes the screen, as their cookies say. */
export interface Look {
  theme: 'system' | 'light' | 'dark'
  contrast: 'system' | 'normal' | 'high'
}

/** What every page knows of its reader and its place. */
export interface View {
  locale: Locale
  texts: PortalTexts
  look: Look
  /** How the reader reached us, such as `https://gusul.city.example`. */
  origin: string
  /** The path of this page without its language. */
  path: string
  /** The query of this page without its language, such as `?phase=announced`. */
  query: string
  office: OfficeForPublic | null
}

export const viewOf = (given: Omit<View, 'texts'>): View => ({ ...given, texts: portalTexts[given.locale] })

/** The Korean or English name; the Korean one serves where there is no English one. */
export const nameOf = (view: View, named: { ko: string; en: string | null }): string => (view.locale === 'en' ? named.en || named.ko : named.ko)

export const officeName = (view: View): string =>
  view.office ? nameOf(view, { ko: view.office.name_ko, en: view.office.name_en }) : view.texts.product

/** An address inside the office's pages. */
export const officePath = (view: View, rest = ''): string => `/o/${view.office?.slug ?? ''}${rest}`

/** The day of an instant in the office's time zone. */
export function dayOf(view: View, instant: string): string {
  const zone = view.office?.time_zone ?? 'Asia/Seoul'
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant))
}

import { html, raw } from 'hono/html'
import { type Html, officeName, officePath, type View } from './view.ts'

/** What a page adds to the frame. */
export interface PageParts {
  title: string
  description: string
  current: 'now' | 'projects' | 'pledges' | 'strategy' | 'data' | 'search' | null
  body: Html
  /** schema.org data about this page. */
  jsonLd?: readonly Record<string, unknown>[]
  /** Whether search machines may list it. */
  listed?: boolean
}

const brandMark = html`<svg width="44" height="19" viewBox="0 0 40 17" aria-hidden="true"><path d="M0 8.5h40" class="brand-thread"/><circle cx="7" cy="8.5" r="4.6" class="brand-claim"/><circle cx="20" cy="8.5" r="4.6" class="brand-fact"/><path d="M20 3.9a4.6 4.6 0 0 0 0 9.2z" class="brand-half"/><circle cx="33" cy="8.5" r="5.4" class="brand-figure"/></svg>`

/** A data block in the page; `<` is escaped so that no text can end it. */
const dataBlock = (data: Record<string, unknown>) =>
  html`<script type="application/ld+json">${raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>`

const withLang = (view: View, lang: string) => `${view.path}${view.query ? `${view.query}&` : '?'}lang=${lang}`

/** 화면 설정: works without script; the server keeps it in cookies. */
function lookForm(view: View): Html {
  const t = view.texts
  const choice = (name: 'theme' | 'contrast', value: string, label: string) =>
    html`<label><input type="radio" name="${name}" value="${value}"${view.look[name] === value ? raw(' checked') : ''}> ${label}</label>`
  return html`<details class="look"><summary>${t.look}</summary><form method="post" action="/preferences">
<input type="hidden" name="back" value="${view.path}${view.query}">
<fieldset><legend>${t.theme}</legend>${(['system', 'light', 'dark'] as const).map((one) => choice('theme', one, t.themes[one]))}</fieldset>
<fieldset><legend>${t.contrast}</legend>${(['system', 'normal', 'high'] as const).map((one) => choice('contrast', one, t.contrasts[one]))}</fieldset>
<button class="btn" type="submit">${t.apply}</button></form></details>`
}

/** The frame of every public page. Nothing in it needs a script. */
export function page(view: View, parts: PageParts): Html {
  const t = view.texts
  const { theme, contrast } = view.look
  const other = view.locale === 'ko' ? 'en' : 'ko'
  const tab = (key: PageParts['current'], path: string, label: string) =>
    html`<a href="${officePath(view, path)}"${parts.current === key ? raw(' aria-current="page"') : ''}>${label}</a>`
  return html`<!doctype html>
<html lang="${view.locale}"${theme === 'system' ? '' : raw(` data-theme="${theme}"`)}${contrast === 'system' ? '' : raw(` data-contrast="${contrast}"`)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${parts.title}</title>
<meta name="description" content="${parts.description}">
${parts.listed === false ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${view.origin}${view.path}${view.query}">`}
<link rel="alternate" hreflang="ko" href="${view.origin}${withLang(view, 'ko')}">
<link rel="alternate" hreflang="en" href="${view.origin}${withLang(view, 'en')}">
<link rel="alternate" hreflang="x-default" href="${view.origin}${view.path}${view.query}">
${view.office ? html`<link rel="alternate" type="application/atom+xml" title="${t.feedTitle(officeName(view))}" href="${officePath(view, '/feed.atom')}">` : ''}
<link rel="icon" href="/console/bead.svg" type="image/svg+xml">
<link rel="stylesheet" href="/console/public.css">
<link rel="stylesheet" href="/console/fonts.css">
${(parts.jsonLd ?? []).map(dataBlock)}
</head>
<body class="pub">
<a class="skip" href="#main">${t.skip}</a>
<aside class="mast" aria-label="${t.tools}"><div class="wrap"><span>${t.promise}</span><nav aria-label="${t.tools}">${lookForm(view)}<a href="${withLang(view, other)}" lang="${other}" hreflang="${other}">${t.otherLanguage}</a></nav></div></aside>
<header class="top"><div class="wrap"><a class="brand" href="${view.office ? officePath(view) : '/'}">${brandMark}<span>${view.office ? t.siteOf(officeName(view)) : t.product}</span></a>${
    view.office
      ? html`<nav class="tabs" aria-label="${t.mainMenu}">${tab('now', '', t.now)}${tab('projects', '/projects', t.projects)}${tab('pledges', '/pledges', t.pledges)}${tab('strategy', '/strategy', t.strategy)}${tab('data', '/data', t.data)}</nav><div class="tools"><a class="quiet" href="${officePath(view, '/search')}"${parts.current === 'search' ? raw(' aria-current="page"') : ''}>${t.find}</a></div>`
      : ''
  }</div></header>
<main id="main"><div class="wrap">${parts.body}</div></main>
<footer class="foot"><div class="wrap"><div><b>${officeName(view)}</b>${view.office?.contact ? html`<br>${t.contact}: <span data-plain="name">${view.office.contact}</span>` : ''}</div><ul>${
    view.office
      ? html`<li><a class="quiet" href="${officePath(view, '/data')}">${t.data}</a></li><li><a class="quiet" href="${officePath(view, '/follow')}" rel="nofollow">${t.follow}</a></li><li><a class="quiet" href="${officePath(view, '/feed.atom')}">${t.feed}</a></li>`
      : ''
  }<li><a class="quiet" href="/api/docs">${t.apiDocs}</a></li><li><a class="quiet" href="/console">${t.console}</a></li></ul></div></footer>
</body>
</html>`
}

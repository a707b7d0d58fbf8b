import { html } from 'hono/html'
import { type Found, isFigure } from '#capabilities/publishing/index'
import { editionPath, titleOf } from './edition-parts.ts'
import { page } from './layout.ts'
import { factAnchor, fig, plain, quoteBlock } from './parts.ts'
import { type Html, nameOf, officeName, officePath, type View } from './view.ts'

function result(view: View, { edition, fact, quote }: Found): Html {
  const path = editionPath(view, edition, false)
  const own = isFigure(edition)
    ? fig(view, edition.payload, { figure: `${edition.row.series}/${edition.row.edition}`, bead: 'public', href: path })
    : html``
  if (!fact) return html`<li><a href="${path}">${plain('name', titleOf(view, edition))}</a> ${own}</li>`
  const shown = quote ?? fact.quotes[0]
  return html`<li><a href="${path}#${factAnchor(fact.factId)}">${plain('name', `${nameOf(view, { ko: fact.subjectKo, en: fact.subjectEn })} · ${nameOf(view, { ko: fact.indicatorKo, en: fact.indicatorEn })}`)}</a> ${fig(
    view,
    fact,
    { figure: `${edition.row.series}/${edition.row.edition}/${fact.factId}`, bead: 'fact', href: `${path}#${factAnchor(fact.factId)}` },
  )}${shown ? quoteBlock(view, shown) : ''}</li>`
}

/** 숫자 찾기 in what the office has published. */
export function searchPage(view: View, words: string, found: readonly Found[]): Html {
  const t = view.texts
  const body = html`<div class="lede"><h1>${t.searchTitle}</h1><p data-plain="words">${t.searchLead}</p></div>
<form class="search" method="get" action="${officePath(view, '/search')}" role="search"><label for="q">${t.searchLabel}</label><div><input class="inp" id="q" name="q" type="search" value="${words}" maxlength="200"><button class="btn btn--pri" type="submit">${t.search}</button></div></form>
${
  words.trim() === ''
    ? ''
    : found.length === 0
      ? html`<div class="empty"><b data-plain="words">${t.notFoundSearch(words)}</b></div>`
      : html`<ul class="found">${found.map((one) => result(view, one))}</ul>`
}`
  return page(view, { title: `${t.searchTitle} · ${t.siteOf(officeName(view))}`, description: t.searchLead, current: 'search', body, listed: false })
}

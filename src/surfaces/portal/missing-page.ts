import { html } from 'hono/html'
import { page } from './layout.ts'
import { type Html, officeName, officePath, type View } from './view.ts'

/** 404: what is not there, and what is not published yet, look the same. */
export function missingPage(view: View): Html {
  const t = view.texts
  const body = html`<div class="lede"><h1>${t.missing}</h1><p>${t.missingLead}</p></div>
<ul class="downloads"><li><a href="/">${t.home}</a></li>${
    view.office
      ? html`<li><a href="${officePath(view)}">${t.siteOf(officeName(view))}</a></li><li><a href="${officePath(view, '/search')}">${t.find}</a></li>`
      : ''
  }</ul>`
  return page(view, { title: `${t.missing} · ${t.product}`, description: t.missingLead, current: null, body, listed: false })
}

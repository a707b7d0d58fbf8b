import { html } from 'hono/html'
import type { OfficeForPublic } from '#capabilities/publishing/index'
import { page } from './layout.ts'
import { plain } from './parts.ts'
import { type Html, nameOf, type View } from './view.ts'

/** `/` where there are several offices, or none. */
export function officesPage(view: View, offices: readonly OfficeForPublic[]): Html {
  const t = view.texts
  const body = html`<div class="lede"><h1>${t.officesTitle}</h1><p>${t.officesLead}</p></div>
${
  offices.length === 0
    ? html`<div class="empty"><b>${t.noOffices}</b>${t.noOfficesLead}</div>`
    : html`<ul class="offices">${offices.map(
        (office) =>
          html`<li><a href="/o/${office.slug}">${plain('name', nameOf(view, { ko: office.name_ko, en: office.name_en }))}</a>${office.place && office.place !== office.name_ko ? html`<span class="mut" data-plain="place">${office.place}</span>` : ''}</li>`,
      )}</ul>`
}`
  return page(view, { title: `${t.officesTitle} · ${t.product}`, description: t.promise, current: null, body })
}

import { html } from 'hono/html'
import type { PublicFigure } from '#capabilities/publishing/index'
import { figureId } from './office-page.ts'
import { factAnchor, fig, illustrativeTag, plain } from './parts.ts'
import { type Html, nameOf, officePath, type View } from './view.ts'

/** Published figures that are a rate of what was promised: by their formula. */
export const isRate = ({ payload }: PublicFigure): boolean =>
  /^(stated_)?rate_(count|money|jobs)(_[a-z]+)?$/.test(payload.formula) && payload.unit === 'ratio'

/**
 * 약속은 얼마나 이루어졌나: published realisation rates side by side, each a bar from zero to all, with what stands above and below its line where the rate is made of two values.
 * A rate above one fills the bar and says its number.
 */
export function ratesPart(view: View, figures: readonly PublicFigure[]): Html {
  const t = view.texts
  const rates = figures.filter(isRate)
  if (rates.length === 0) return html``
  return html`<section class="sec"><h2>${t.ratesTitle}</h2><p class="gap">${t.ratesLead}</p><dl class="rates">${rates.map((figure) => {
    const { payload } = figure
    const path = officePath(view, `/f/${figure.row.series}`)
    const share = Math.max(0, Math.min(1, Number(payload.value ?? 0)))
    const [above, below] = payload.inputs.length === 2 ? payload.inputs : []
    const input = (fact: NonNullable<typeof above>) =>
      fig(view, fact, { figure: `${figureId(figure)}/${fact.factId}`, bead: 'fact', href: `${path}#${factAnchor(fact.factId)}` })
    return html`<div><dt><a class="quiet" href="${path}">${plain('name', nameOf(view, { ko: payload.titleKo, en: payload.titleEn }))}</a>${illustrativeTag(view, payload.illustrative)}</dt><dd class="rate">${fig(view, payload, { figure: figureId(figure), bead: 'public', href: path })}</dd><dd><svg class="bar" width="100%" height="16" aria-hidden="true"><rect class="bar-all" width="100%" height="16"/><rect class="bar-part" width="${Math.round(share * 10_000) / 100}%" height="16"/></svg>${
      above && below ? html`<p class="src">${input(above)} / ${input(below)}</p>` : ''
    }</dd></div>`
  })}</dl><div class="rates-axis" aria-hidden="true" data-plain="scale"><span>0</span><span>25</span><span>50</span><span>75</span><span>100%</span></div></section>`
}

import { html } from 'hono/html'
import type { HeldFact } from '#capabilities/plans/index'
import type { Valued } from '#capabilities/publishing/index'
import { factAnchor, fig, plain, quoteBlock } from './parts.ts'
import type { Html, View } from './view.ts'

/** A value that the office holds, with the bead that leads to its sentence on this page. */
export const heldFig = (view: View, fact: HeldFact): Html =>
  fig(view, fact, { figure: `fact/${fact.factId}`, bead: 'fact', href: `#${factAnchor(fact.factId)}` })

/** A worked share (달성도, 확보율) by its formula; its bead leads to what it was worked out of. */
export const shareFig = (view: View, value: string, figure: string, href: string): Html => {
  const valued: Valued = { value, valueMax: null, bound: null, approximate: false, unit: 'ratio' }
  return fig(view, valued, { figure, bead: 'figure', href })
}

/** A bar from nothing to all; more than all fills it, the number beside it says how much. */
export const shareBar = (value: string | null): Html =>
  value === null
    ? html``
    : html`<svg class="bar" width="100%" height="10" aria-hidden="true"><rect class="bar-all" width="100%" height="10"/><rect class="bar-part" width="${Math.round(Math.max(0, Math.min(1, Number(value))) * 10_000) / 100}%" height="10"/></svg>`

/** Sentences under facts, each under its anchor; a reader without script opens them. */
export function heldSentences(view: View, facts: readonly HeldFact[]): Html {
  const shown = facts.filter((fact) => fact.quotes.length > 0)
  if (shown.length === 0) return html``
  return html`<details class="sentences" open><summary>${view.texts.sourcesTitle}</summary>${shown.map(
    (fact) =>
      html`<div class="source"><a id="${factAnchor(fact.factId)}" class="anchor"></a>${fact.quotes.map((quote) => quoteBlock(view, quote))}</div>`,
  )}</details>`
}

/** When a value holds, in a few words: its year, or its time. */
export function yearOf(fact: HeldFact): Html {
  const from = fact.period.from?.slice(0, 4) ?? fact.due?.from?.slice(0, 4)
  return from ? html` <time class="mut">${from}</time>` : html``
}

export { plain }

import { html } from 'hono/html'
import { type PublicFact, type PublicProject, publicFormulas, type Valued } from '#capabilities/publishing/index'
import { editionPath } from './edition-parts.ts'
import { factAnchor, fig, plain } from './parts.ts'
import { type Html, nameOf, type View } from './view.ts'

/** Where the parts of a plan stand: on the page of its edition, or on a page that gathers several and leads there. */
export interface Place {
  readonly view: View
  readonly project: PublicProject
  /** The address before the anchor: nothing on the edition's own page. */
  readonly page: string
}

export const onOwnPage = (view: View, project: PublicProject): Place => ({ view, project, page: '' })
export const onGathered = (view: View, project: PublicProject): Place => ({ view, project, page: editionPath(view, project, false) })

const numberOf = ({ project }: Place) => `${project.row.series}/${project.row.edition}`

export const factIn = ({ project }: Place, id: string | null): PublicFact | null =>
  id === null ? null : (project.payload.facts.find((fact) => fact.factId === id) ?? null)

/** A frozen value, with the bead that leads to its sentence. */
export const factFig = (place: Place, fact: PublicFact): Html =>
  fig(place.view, fact, { figure: `${numberOf(place)}/${fact.factId}`, bead: 'fact', href: `${place.page}#${factAnchor(fact.factId)}` })

/** A worked share (달성도, 확보율) by its formula; its bead leads to its definition, its values, their sentences and its history, all on the page of its edition. */
export const shareFig = (place: Place, value: string, formula: string): Html => {
  const valued: Valued = { value, valueMax: null, bound: null, approximate: false, unit: 'ratio' }
  return fig(place.view, valued, { figure: `${numberOf(place)}/${formula}`, bead: 'figure', href: `${place.page}#plan` })
}

/** A bar from nothing to all; more than all fills it, the number beside it says how much. */
export const shareBar = (value: string | null): Html =>
  value === null
    ? html``
    : html`<svg class="bar" width="100%" height="10" aria-hidden="true"><rect class="bar-all" width="100%" height="10"/><rect class="bar-part" width="${Math.round(Math.max(0, Math.min(1, Number(value))) * 10_000) / 100}%" height="10"/></svg>`

/** When a value holds, in a few words: its year, or the year by which it is due. */
export function yearOf(fact: PublicFact): Html {
  const from = fact.period.from?.slice(0, 4) ?? fact.due?.from?.slice(0, 4)
  return from ? html` <time class="mut">${from}</time>` : html``
}

/** How the shares on a page were worked out, by name and version. */
export const definitionsOf = (view: View, ids: readonly (typeof publicFormulas)[number]['id'][]): Html =>
  html`<dl class="kv definitions">${publicFormulas
    .filter((one) => ids.includes(one.id))
    .map(
      (one) =>
        html`<dt>${plain('definition', view.texts.definition(nameOf(view, { ko: one.titleKo, en: one.titleEn }), one.version))}</dt><dd>${plain('definition', nameOf(view, { ko: one.definitionKo, en: one.definitionEn }))}</dd>`,
    )}</dl>`

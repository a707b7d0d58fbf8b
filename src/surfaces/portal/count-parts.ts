import { html } from 'hono/html'
import { countFigure, countOf, type PublicCount, type PublicProject, publicCounts, publicFormulas, type Valued } from '#capabilities/publishing/index'
import { fig, plain } from './parts.ts'
import { type Html, nameOf, officePath, type View } from './view.ts'

export const countNamed = (id: string): PublicCount | undefined => publicCounts.find((one) => one.id === id)
export const countPath = (view: View, count: PublicCount): string => officePath(view, `/c/${count.id}`)
export const formulaOfCount = (count: PublicCount) => publicFormulas.find((one) => one.id === count.formula)!

/** The name of a count, with what it was narrowed to. */
export function countTitle(view: View, count: PublicCount): string {
  const { titleKo, titleEn } = formulaOfCount(count)
  const title = nameOf(view, { ko: titleKo, en: titleEn })
  const phase = view.texts.phases[count.scope as keyof typeof view.texts.phases]
  return phase ? `${title} (${phase})` : title
}

/** A count as a number; English says what is counted in the label, not behind the number. */
export const countValue = (view: View, count: PublicCount, value: string | null): Valued => ({
  value,
  valueMax: null,
  bound: null,
  approximate: false,
  unit: view.locale === 'en' && count.unit === 'cases' ? null : count.unit,
})

/** Counts side by side, each with the bead that leads to its definition, what was counted, and its history; one without a value is not there. */
export function countStrip(view: View, projects: readonly PublicProject[], ids: readonly string[]): Html {
  return html`<dl class="facts facts--big">${ids.flatMap((id) => {
    const count = countNamed(id)!
    const { value } = countOf(count, projects)
    if (value === null) return []
    return html`<div><dt>${plain('name', countTitle(view, count))}</dt><dd>${fig(view, countValue(view, count, value), { figure: countFigure(count), bead: 'figure', href: countPath(view, count) })}</dd></div>`
  })}</dl>`
}

import { html } from 'hono/html'
import { nodesOf, type PublicFact, type PublicMeasure, type PublicOffice, type PublicProject } from '#capabilities/publishing/index'
import { illustrativeTag, plain } from './parts.ts'
import { factFig, factIn, onGathered, shareBar, shareFig } from './plan-parts.ts'
import { topStrategies } from './strategy-page.ts'
import { measureName } from './strategy-parts.ts'
import { type Html, nameOf, officePath, type View } from './view.ts'

interface Target {
  readonly project: PublicProject
  readonly measure: PublicMeasure
  readonly node: { readonly nameKo: string; readonly nameEn: string | null }
  readonly year: number
  readonly target: PublicFact
  readonly latest: { readonly year: number; readonly actual: PublicFact; readonly attainment: string | null } | null
}

/** How many stand on the first page; the rest is a click away. */
const most = 6

/** The last target of each indicator with the latest actual; what has no target is not here. */
function targetsOf(view: View, office: PublicOffice): Target[] {
  return topStrategies(office.projects).flatMap((project) => {
    const place = onGathered(view, project)
    return nodesOf(project.payload).flatMap((node) =>
      node.measures.flatMap((measure): Target[] => {
        const last = measure.years.findLast((year) => year.target !== null)
        const target = factIn(place, last?.target ?? null)
        if (!last || !target) return []
        const measured = measure.years.findLast((year) => year.actual !== null && year.year !== measure.baselineYear)
        const actual = factIn(place, measured?.actual ?? null)
        return [
          {
            project,
            measure,
            node,
            year: last.year,
            target,
            latest: measured && actual ? { year: measured.year, actual, attainment: measure.progress } : null,
          },
        ]
      }),
    )
  })
}

/** 목표까지: published targets, what was measured so far, and how far that is. */
export function targetsPart(view: View, office: PublicOffice): Html {
  const t = view.texts
  const targets = targetsOf(view, office)
  if (targets.length === 0) return html``
  return html`<section class="sec"><h2>${t.targetsTitle}</h2><p class="gap">${t.targetsLead}</p><dl class="rates-like">${targets
    .slice(0, most)
    .map((one) => {
      const place = onGathered(view, one.project)
      return html`<div><dt>${plain('name', measureName(view, one.measure))}${illustrativeTag(view, one.project.payload.illustrative)}<span class="sub">${plain('name', nameOf(view, { ko: one.node.nameKo, en: one.node.nameEn }))}</span></dt><dd class="rate">${factFig(place, one.target)}<span class="sub"><time>${t.inYear(one.year)}</time> ${t.targetColumn}</span></dd><dd>${
        one.latest === null
          ? html`<p class="src mut">${t.notMeasured}</p>`
          : html`${shareBar(one.latest.attainment)}<p class="src"><time>${t.inYear(one.latest.year)}</time> ${t.actualColumn} ${factFig(place, one.latest.actual)}${
              one.latest.attainment === null
                ? ''
                : html` · ${t.attainment} ${shareFig(place, one.latest.attainment, `strategy_attainment/1/${one.measure.id}`)}`
            }</p>`
      }</dd></div>`
    })}</dl>${targets.length > most ? html`<p class="more"><a href="${officePath(view, '/strategy')}">${t.strategy}</a></p>` : ''}</section>`
}

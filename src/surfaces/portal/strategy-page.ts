import { html } from 'hono/html'
import type { PublicProject } from '#capabilities/publishing/index'
import type { PublicStrategyNode } from '#capabilities/strategy/index'
import { page } from './layout.ts'
import { factAnchor, fig, illustrativeTag, plain } from './parts.ts'
import { heldSentences, shareBar, shareFig } from './plan-parts.ts'
import { type Html, nameOf, officeName, officePath, type View } from './view.ts'

type Measure = PublicStrategyNode['measures'][number]

const anchorOf = (node: PublicStrategyNode) => `st-${node.subjectId}`

/** Years of an indicator side by side: target, actual, attainment; a year that is over without an actual says so. */
function measureTable(view: View, node: PublicStrategyNode, measure: Measure): Html {
  const t = view.texts
  const value = (one: { value: string; id: string } | null, missing: string) => {
    const fact = one && measure.facts.find((held) => held.factId === one.id)
    if (!one) return html`<span class="mut">${missing}</span>`
    return fig(view, fact ?? { value: one.value, valueMax: null, bound: null, approximate: false, unit: measure.unit }, {
      figure: `fact/${one.id}`,
      bead: 'fact',
      href: `#${factAnchor(one.id)}`,
    })
  }
  return html`<h4 data-plain="name">${nameOf(view, { ko: measure.nameKo, en: measure.nameEn })}${measure.series ? html` · ${measure.series}` : ''} <span class="mut">${measure.direction === -1 ? t.lessIsBetter : t.moreIsBetter}</span></h4>
<table class="tb tb--cards"><thead><tr><th scope="col">${t.yearColumn}</th><th scope="col" class="num">${t.targetColumn}</th><th scope="col" class="num">${t.actualColumn}</th><th scope="col" class="num">${t.attainment}</th><th scope="col"><span class="vh">${t.attainment}</span></th></tr></thead><tbody>${measure.progress.years.map(
    (year) =>
      html`<tr><th scope="row"><time>${year.year}</time></th><td class="num" data-l="${t.targetColumn}">${value(year.target, t.noTarget)}</td><td class="num" data-l="${t.actualColumn}">${value(
        year.actual,
        year.state === 'open' ? t.yearOpen : t.notMeasured,
      )}</td><td class="num" data-l="${t.attainment}">${
        year.attainment === null
          ? html`<span class="mut">–</span>`
          : shareFig(view, year.attainment, `strategy_attainment/1/${measure.id}/${year.year}`, `#${anchorOf(node)}`)
      }</td><td class="bar-cell">${shareBar(year.attainment)}</td></tr>`,
  )}</tbody></table>`
}

function nodeSection(view: View, node: PublicStrategyNode, depth: number): Html {
  const t = view.texts
  const name = plain('name', nameOf(view, { ko: node.nameKo, en: node.nameEn }))
  const { progress, coverage } = node.progress
  const heading =
    depth === 0
      ? html`<h2>${name}${illustrativeTag(view, node.illustrative)}</h2>`
      : html`<h3>${name}${illustrativeTag(view, node.illustrative)}</h3>`
  return html`<section class="node node--${Math.min(depth, 2)} source" id="${anchorOf(node)}"><p class="kind">${t.levels[node.level] ?? node.level}</p>${heading}
<p class="node-progress">${
    progress === null
      ? html`<span class="mut">${t.notMeasured}</span>`
      : html`${t.progress} ${shareFig(view, progress, `strategy_progress/1/${node.subjectId}`, `#${anchorOf(node)}`)}${
          coverage !== null && Number(coverage) < 1
            ? html` <span class="mut">${t.measuredShare} ${shareFig(view, coverage, `strategy_coverage/1/${node.subjectId}`, `#${anchorOf(node)}`)}</span>`
            : ''
        }`
  }</p>${shareBar(progress)}
${node.measures.map((measure) => measureTable(view, node, measure))}
${heldSentences(
  view,
  node.measures.flatMap((measure) => measure.facts),
)}
${node.children.map((child) => nodeSection(view, child, depth + 1))}</section>`
}

/** 목표: visions with their strategies, actions and indicators; progress is worked out from targets and actuals that lead to sentences. */
export function strategyPage(view: View, visions: readonly PublicStrategyNode[], projects: readonly PublicProject[]): Html {
  const t = view.texts
  const body = html`<div class="lede"><h1>${t.strategyTitle(officeName(view))}</h1><p>${t.strategyLead}</p></div>
${
  visions.length === 0
    ? html`<div class="empty"><b>${t.noStrategy}</b>${t.nothingLead}</div>`
    : html`${visions.map((vision) => {
        const project = projects.find((one) => one.payload.subjectId === vision.subjectId)
        return html`${nodeSection(view, vision, 0)}${project ? html`<p class="more"><a href="${officePath(view, `/p/${project.row.series}`)}">${t.fixedPage}</a></p>` : ''}`
      })}<p class="mut">${plain('definition', t.progressDefinition)}</p>`
}`
  return page(view, { title: `${t.strategy} · ${t.siteOf(officeName(view))}`, description: t.strategyLead, current: 'strategy', body })
}

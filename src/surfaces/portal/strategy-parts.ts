import { html } from 'hono/html'
import type { PublicMeasure, PublicNode } from '#capabilities/publishing/index'
import { illustrativeTag, plain } from './parts.ts'
import { factFig, factIn, type Place, shareBar, shareFig } from './plan-parts.ts'
import { type Html, nameOf, type View } from './view.ts'

export const measureName = (view: View, measure: PublicMeasure): string =>
  `${nameOf(view, { ko: measure.nameKo, en: measure.nameEn })}${measure.part ? ` · ${measure.part}` : ''}`

/** Years of an indicator side by side: target, actual, attainment; a year that is over without an actual says so. */
function measureTable(place: Place, measure: PublicMeasure): Html {
  const { view } = place
  const t = view.texts
  const value = (id: string | null, missing: string) => {
    const fact = factIn(place, id)
    return fact ? factFig(place, fact) : html`<span class="mut">${missing}</span>`
  }
  return html`<h4>${plain('name', measureName(view, measure))} <span class="mut">${measure.direction === 0 ? t.noDirection : measure.direction === -1 ? t.lessIsBetter : t.moreIsBetter} · ${plain('definition', t.weightOf(measure.weight))}${measure.baselineYear === null ? '' : html` · ${t.baseline} <time>${measure.baselineYear}</time>`}</span></h4>
<table class="tb tb--cards tb--plan"><thead><tr><th scope="col">${t.yearColumn}</th><th scope="col" class="num">${t.targetColumn}</th><th scope="col" class="num">${t.actualColumn}</th><th scope="col" class="num">${t.attainment}</th><th scope="col"><span class="vh">${t.attainmentBar}</span></th></tr></thead><tbody>${measure.years.map(
    (year) =>
      html`<tr><th scope="row"><time>${year.year}</time></th><td class="num" data-l="${t.targetColumn}">${value(year.target, t.noTarget)}</td><td class="num" data-l="${t.actualColumn}">${value(
        year.actual,
        year.state === 'open' ? t.yearOpen : t.notMeasured,
      )}</td><td class="num" data-l="${t.attainment}">${
        year.attainment === null
          ? html`<span class="mut">${year.state === 'open' ? t.yearOpen : year.state === 'no_target' ? '–' : t.notMeasured}</span>`
          : shareFig(place, year.attainment, `strategy_attainment/1/${measure.id}/${year.year}`)
      }</td><td class="bar-cell">${shareBar(year.attainment)}</td></tr>`,
  )}</tbody></table>`
}

/** A node with its progress, its indicators and the nodes below it. */
export function nodeSection(place: Place, nodes: readonly PublicNode[], node: PublicNode, depth: number): Html {
  const { view } = place
  const t = view.texts
  const name = html`${plain('name', nameOf(view, { ko: node.nameKo, en: node.nameEn }))}${illustrativeTag(view, node.illustrative)}`
  const partly = node.coverage !== null && Number(node.coverage) < 1
  return html`<section class="node node--${Math.min(depth, 2)}"><p class="kind">${t.levels[node.level] ?? node.level}${depth === 0 ? '' : html` · ${plain('definition', t.weightOf(node.weight))}`}</p>${depth === 0 ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`}
<div class="node-progress"><span>${t.progress}</span>${
    node.progress === null
      ? html`<span class="mut">${t.notMeasured}</span>`
      : html`${shareFig(place, node.progress, `strategy_progress/1/${node.subjectId}`)}<span class="node-bar">${shareBar(node.progress)}</span>${
          partly
            ? html`<span class="mut">${t.measuredShare} ${shareFig(place, node.coverage!, `strategy_progress/1/${node.subjectId}/coverage`)}</span>`
            : ''
        }`
  }</div>
${node.measures.map((measure) => measureTable(place, measure))}
${nodes.filter((child) => child.parentId === node.subjectId).map((child) => nodeSection(place, nodes, child, depth + 1))}</section>`
}

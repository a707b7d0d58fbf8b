import { html } from 'hono/html'
import { isStrategy, nodesOf, type PublicOffice, type PublicProject } from '#capabilities/publishing/index'
import { editionLine, editionPath, factTable, titleOf } from './edition-parts.ts'
import { page } from './layout.ts'
import { illustrativeTag, plain } from './parts.ts'
import { definitionsOf, onGathered } from './plan-parts.ts'
import { nodeSection } from './strategy-parts.ts'
import { type Html, officeName, type View } from './view.ts'

/** Published strategies that stand in no other published one. */
export function topStrategies(projects: readonly PublicProject[]): PublicProject[] {
  const all = projects.filter(isStrategy)
  const below = new Set(all.flatMap((project) => nodesOf(project.payload).flatMap((node) => (node.parentId === null ? [] : [node.subjectId]))))
  return all.filter((project) => !below.has(project.payload.subjectId))
}

function strategySection(view: View, project: PublicProject): Html {
  const nodes = nodesOf(project.payload)
  const [top] = nodes
  const path = editionPath(view, project, false)
  return html`${
    top
      ? nodeSection(onGathered(view, project), nodes, top, 0)
      : html`<section class="node node--0"><h2>${plain('name', titleOf(view, project))}${illustrativeTag(view, project.payload.illustrative)}</h2>${factTable(view, project, project.payload.facts, path)}</section>`
  }<p class="more"><a href="${path}">${view.texts.sentencesAndHistory}</a></p>${editionLine(view, project)}`
}

/** 목표: visions with their strategies, actions and indicators, each as it was frozen when its page was published; progress is worked out, never typed in. */
export function strategyPage(view: View, office: PublicOffice): Html {
  const t = view.texts
  const visions = topStrategies(office.projects)
  const body = html`<div class="lede"><h1>${t.strategyTitle(officeName(view))}</h1><p>${t.strategyLead}</p></div>
${
  visions.length === 0
    ? html`<div class="empty"><b>${t.noStrategy}</b>${t.nothingLead}</div>`
    : html`${visions.map((vision) => strategySection(view, vision))}<section class="sec">${definitionsOf(view, ['strategy_attainment', 'strategy_progress'])}</section>`
}`
  return page(view, { title: `${t.strategy} · ${t.siteOf(officeName(view))}`, description: t.strategyLead, current: 'strategy', body })
}

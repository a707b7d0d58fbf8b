import { html, raw } from 'hono/html'
import { isUndertaking, type PublicOffice, type PublicPhase, phases, projectsByPhase } from '#capabilities/publishing/index'
import { page } from './layout.ts'
import { projectTable } from './office-page.ts'
import { fig, plain } from './parts.ts'
import { type Html, officeName, officePath, type View } from './view.ts'

export const isPhase = (text: string | undefined): text is PublicPhase => phases.includes(text as PublicPhase)

/** All published projects, or those of one phase: also the page that a count leads to. */
export function projectsPage(view: View, office: PublicOffice, phase: PublicPhase | null): Html {
  const t = view.texts
  const all = office.projects.filter(isUndertaking)
  const counts = projectsByPhase(all)
  const chosen = phase ? counts.find((one) => one.phase === phase) : null
  const projects = phase ? all.filter((project) => chosen?.series.includes(project.row.series)) : all
  const link = (to: PublicPhase | null, label: string) =>
    html`<a class="chip" href="${officePath(view, to ? `/projects?phase=${to}` : '/projects')}"${phase === to ? raw(' aria-current="true"') : ''}>${label}</a>`
  const body = html`<div class="lede"><h1>${t.projectsTitle}</h1><p>${t.projectsLead}</p></div>
${counts.length > 0 ? html`<nav class="chips" aria-label="${t.stage}">${link(null, t.all)}${counts.map((one) => link(one.phase, t.phases[one.phase]))}</nav>` : ''}
${
  chosen
    ? html`<p class="counted"><b>${t.phases[chosen.phase]}</b> ${fig(
        view,
        { value: chosen.count, valueMax: null, bound: null, approximate: false, unit: 'projects' },
        { figure: chosen.figure, bead: 'figure', href: officePath(view, `/c/projects-${chosen.phase}`) },
      )}<br>${plain('definition', t.counted)}</p>`
    : ''
}
<div id="list">${
    projects.length > 0
      ? projectTable(view, projects)
      : html`<div class="empty"><b>${t.noProjects}</b>${phase ? t.noProjectsPhase : t.nothingLead}</div>`
  }</div>`
  return page(view, {
    title: `${t.projectsTitle} · ${t.siteOf(officeName(view))}`,
    description: t.projectsLead,
    current: 'projects',
    body,
  })
}

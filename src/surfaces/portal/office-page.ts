import { html } from 'hono/html'
import type { PlacePointRow } from '#capabilities/citizens/index'
import { isUndertaking, mainFact, type PublicFigure, type PublicOffice, type PublicProject, projectsByPhase } from '#capabilities/publishing/index'
import { organisationOf } from './json-ld.ts'
import { page } from './layout.ts'
import { bead, coveredTag, day, factAnchor, fig, illustrativeTag, mark, plain, shortSource, stackedPhases, stageMark } from './parts.ts'
import { isRate, ratesPart } from './rates-part.ts'
import { sketchOf } from './sketch.ts'
import { targetsPart } from './targets-part.ts'
import { dayOf, type Html, nameOf, officeName, officePath, type View } from './view.ts'

const titleOf = (view: View, edition: { payload: { titleKo: string; titleEn: string | null } }) =>
  nameOf(view, { ko: edition.payload.titleKo, en: edition.payload.titleEn })

const figurePath = (view: View, figure: PublicFigure) => officePath(view, `/f/${figure.row.series}`)
export const figureId = (figure: PublicFigure) => `${figure.row.series}/${figure.row.edition}`

function strand(view: View, figures: readonly PublicFigure[]): Html {
  return html`<dl class="strand strand--${Math.min(figures.length, 4)}">${figures.map(
    (figure) =>
      html`<div><dt>${bead(view, 'public', figurePath(view, figure), titleOf(view, figure))}<a class="plain" href="${figurePath(view, figure)}">${plain('name', titleOf(view, figure))}</a>${illustrativeTag(view, figure.payload.illustrative)}</dt><dd>${fig(
        view,
        figure.payload,
        { figure: figureId(figure), bead: 'public', href: figurePath(view, figure), size: 'hero', bare: true },
      )}<p class="src">${day(dayOf(view, figure.row.published_at))} · ${plain('edition', view.texts.edition(figure.row.edition))}</p></dd></div>`,
  )}</dl>`
}

export const legend = (view: View): Html =>
  html`<ul class="legend" aria-label="${view.texts.legend}">${(['claim', 'fact', 'figure', 'public'] as const).map(
    (kind) => html`<li>${mark(kind)}<span><b>${view.texts.beads[kind][0]}</b> ${view.texts.beads[kind][1]}</span></li>`,
  )}</ul>`

/** Where no amount carries it, the bead to what the page quotes first. */
function sourceBead(view: View, project: PublicProject, path: string): Html {
  const fact = project.payload.facts.find((one) => one.quotes.length > 0)
  if (fact) return html`${bead(view, 'fact', `${path}#${factAnchor(fact.factId)}`, titleOf(view, project))} `
  return project.payload.stages.some((stage) => stage.quotes.length > 0)
    ? html`${bead(view, 'fact', `${path}#stages`, titleOf(view, project))} `
    : html``
}

/** Projects as rows; on a phone each becomes a card. */
export function projectTable(view: View, projects: readonly PublicProject[]): Html {
  const t = view.texts
  return html`<table class="tb tb--cards"><thead><tr><th scope="col">${t.project}</th><th scope="col" class="num">${t.amount}</th><th scope="col">${t.stage}</th><th scope="col">${t.source}</th></tr></thead><tbody>${projects.map(
    (project) => {
      const path = officePath(view, `/p/${project.row.series}`)
      const main = mainFact(project.payload)
      const under = [project.payload.place, project.payload.industry].filter(Boolean).join(' · ')
      return html`<tr><th scope="row"><a class="quiet" href="${path}">${plain('name', titleOf(view, project))}</a>${coveredTag(view, project.payload.covered)}${illustrativeTag(view, project.payload.illustrative)}${under ? html`<span class="sub" data-plain="place">${under}</span>` : ''}</th>
<td class="num" data-l="${t.amount}">${
        main
          ? fig(view, main, {
              figure: `${project.row.series}/${project.row.edition}/${main.factId}`,
              bead: 'fact',
              href: `${path}#${factAnchor(main.factId)}`,
            })
          : html`<span class="mut">${t.undisclosed}</span>`
      }</td>
<td data-l="${t.stage}">${stageMark(view, project.payload.stage)}</td>
<td class="mut" data-l="${t.source}">${main ? '' : sourceBead(view, project, path)}${shortSource(view, (main ?? project.payload.facts[0])?.quotes[0] ?? project.payload.stages.find((stage) => stage.quotes.length > 0)?.quotes[0])}</td></tr>`
    },
  )}</tbody></table>`
}

const firstProjects = 12

/** 기관의 첫 쪽: headline figures on their thread, projects by stage, the other figures. */
export function officePage(view: View, office: PublicOffice, points: readonly PlacePointRow[]): Html {
  const t = view.texts
  const rest = office.figures.filter((figure) => !office.headlines.includes(figure) && !isRate(figure))
  const none = office.figures.length === 0 && office.projects.length === 0
  const projects = office.projects.filter(isUndertaking)
  const counts = projectsByPhase(projects)
  const body = html`<div class="lede"><h1>${t.nowTitle(officeName(view))}</h1><p>${t.nowLead}</p></div>
${none ? html`<div class="empty"><b>${t.nothing}</b>${t.nothingLead}</div>` : ''}
${office.headlines.length > 0 ? html`<section aria-label="${t.headlines}">${strand(view, office.headlines)}</section>` : ''}
${none ? '' : html`<div class="under-strand">${legend(view)}</div>`}
${ratesPart(view, office.figures)}
${
  projects.length > 0
    ? html`<section class="sec"><h2>${t.where}</h2><p class="gap">${t.whereLead}</p>${stackedPhases(
        view,
        counts,
        (phase) => officePath(view, `/projects?phase=${phase}`),
        (phase) => officePath(view, `/c/projects-${phase}`),
      )}
<div class="after-stack">${projectTable(view, projects.slice(0, firstProjects))}</div>${
        projects.length > firstProjects ? html`<p class="more"><a href="${officePath(view, '/projects')}">${t.allProjects}</a></p>` : ''
      }</section>`
    : ''
}
${sketchOf(view, projects, points)}
${targetsPart(view, office)}
${
  rest.length > 0
    ? html`<section class="sec"><h2>${office.headlines.length > 0 ? t.moreFigures : t.onlyFigures}</h2><ul class="figures">${rest.map(
        (figure) =>
          html`<li><a class="quiet" href="${figurePath(view, figure)}">${plain('name', titleOf(view, figure))}</a>${illustrativeTag(view, figure.payload.illustrative)}<b>${fig(
            view,
            figure.payload,
            {
              figure: figureId(figure),
              bead: 'public',
              href: figurePath(view, figure),
            },
          )}</b></li>`,
      )}</ul></section>`
    : ''
}`
  return page(view, {
    title: `${t.siteOf(officeName(view))} · ${t.product}`,
    description: t.nowLead,
    current: 'now',
    body,
    jsonLd: [{ '@context': 'https://schema.org', ...organisationOf(view) }],
  })
}

import { html } from 'hono/html'
import { mainFact, type PublicEdition, type PublicProject, type PublicStage } from '#capabilities/publishing/index'
import { editionLine, editionPath, factTable, historyKnot, sentencesOf, sideColumn, standing, titleOf } from './edition-parts.ts'
import { projectData } from './json-ld.ts'
import { page } from './layout.ts'
import { factAnchor, fig, illustrativeTag, intervalText, mark, plain, quoteBlock, stageMark } from './parts.ts'
import { type Html, nameOf, officeName, officePath, type View } from './view.ts'

/** When a stage was reached: a day, an interval, the words of the source, or that nobody said. */
function whenReached(view: View, stage: PublicStage): Html {
  const same = stage.occurredFrom !== null && stage.occurredFrom === stage.occurredTo
  const text = same ? stage.occurredFrom : intervalText({ from: stage.occurredFrom, to: stage.occurredTo })
  if (text) return html`<time>${text}</time>`
  return stage.occurredText
    ? html`<span data-plain="quote">“${stage.occurredText}”</span>`
    : html`<span class="mut">${view.texts.undatedStage}</span>`
}

/** 사업 하나의 쪽: its values, stages and parties, each with its sentence. */
export function projectPage(view: View, shown: PublicProject, editions: readonly PublicEdition[]): Html {
  const t = view.texts
  const { payload } = shown
  const main = mainFact(payload)
  const roleName = (role: string) => t.roles[role] ?? t.roles.other ?? role
  const body = html`<nav aria-label="${t.here}"><ol class="crumb"><li><a href="${officePath(view)}">${officeName(view)}</a></li><li><a href="${officePath(view, '/projects')}">${t.projects}</a></li><li data-plain="name">${titleOf(view, shown)}</li></ol></nav>
${standing(view, shown, editions[0]!)}
<div class="fg" id="top"><div class="knots">
<section class="knot">${mark('public')}<p class="kind">${t.publishedProject}</p><h1 class="knot-title knot-title--big">${plain('name', titleOf(view, shown))}${illustrativeTag(view, payload.illustrative)}</h1>
<dl class="facts"><div><dt>${t.amount}</dt><dd>${
    main
      ? fig(view, main, { figure: `${shown.row.series}/${shown.row.edition}/${main.factId}`, bead: 'fact', href: `#${factAnchor(main.factId)}` })
      : html`<span class="mut">${t.undisclosed}</span>`
  }</dd></div><div><dt>${t.stage}</dt><dd>${stageMark(view, payload.stage)}</dd></div>${payload.place ? html`<div><dt>${t.place}</dt><dd data-plain="place">${payload.place}</dd></div>` : ''}${
    payload.industry ? html`<div><dt>${t.industry}</dt><dd data-plain="name">${payload.industry}</dd></div>` : ''
  }</dl>${editionLine(view, shown)}</section>
<section class="knot">${mark('fact')}<p class="kind">${t.facts}</p><h2>${t.value}</h2>${payload.facts.length > 0 ? factTable(view, shown, payload.facts) : html`<p class="mut">${t.noFacts}</p>`}</section>
<section class="knot" id="stages">${mark('fact')}<p class="kind">${t.facts}</p><h2>${t.stages}</h2>${
    payload.stages.length === 0
      ? html`<p class="mut">${t.noStages}</p>`
      : html`<ol class="stages">${payload.stages.map(
          (stage) =>
            html`<li><p>${stageMark(view, stage)} ${whenReached(view, stage)}</p>${stage.quotes.map((quote) => quoteBlock(view, quote))}</li>`,
        )}</ol>`
  }</section>
${
  payload.parties.length > 0
    ? html`<section class="knot">${mark('fact')}<p class="kind">${t.facts}</p><h2>${t.parties}</h2><dl class="kv">${payload.parties.map(
        (party) => html`<dt>${roleName(party.role)}</dt><dd data-plain="name">${nameOf(view, { ko: party.nameKo, en: party.nameEn })}</dd>`,
      )}</dl></section>`
    : ''
}
${payload.facts.length > 0 ? html`<section class="knot">${mark('claim')}<p class="kind">${t.sentences}</p><h2>${t.sourcesTitle}</h2>${sentencesOf(view, payload.facts)}</section>` : ''}
${historyKnot(view, editions, shown)}
</div>${sideColumn(view, shown)}</div>`
  return page(view, {
    title: `${titleOf(view, shown)} · ${officeName(view)}`,
    description: t.projectsLead,
    current: 'projects',
    body,
    jsonLd: [projectData(view, shown, editionPath(view, shown))],
  })
}

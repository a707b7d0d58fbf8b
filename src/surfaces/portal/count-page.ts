import { html } from 'hono/html'
import {
  type CountMember,
  type CountStep,
  countFigure,
  countHistory,
  countOf,
  isPledge,
  type PublicCount,
  type PublicEdition,
  type PublicOffice,
  printedText,
  roundedRate,
} from '#capabilities/publishing/index'
import { countPath, countTitle, countValue, formulaOfCount } from './count-parts.ts'
import { editionPath, titleOf } from './edition-parts.ts'
import { stepChart } from './history-chart.ts'
import { page } from './layout.ts'
import { bead, day, factAnchor, fig, mark, plain, stageMark } from './parts.ts'
import { dayOf, type Html, nameOf, officeName, officePath, type View } from './view.ts'

/** The bead to what a counted page quotes first. */
function memberBead(view: View, { project }: CountMember): Html {
  const path = editionPath(view, project, false)
  const { stages, facts } = project.payload
  if (stages.some((stage) => stage.quotes.length > 0)) return bead(view, 'fact', `${path}#stages`, titleOf(view, project))
  return facts[0] ? bead(view, 'fact', `${path}#${factAnchor(facts[0].factId)}`, titleOf(view, project)) : html``
}

/** The last value of each day, newest first. */
const byDay = (view: View, steps: readonly CountStep[]): { on: string; value: string | null }[] =>
  [...new Map(steps.map((step) => [dayOf(view, step.at), step.value])).entries()].map(([on, value]) => ({ on, value })).reverse()

/** 공표한 것에서 센 숫자의 쪽: number, definition, everything that was looked at, and what the count was after each publication. */
export function countPage(view: View, count: PublicCount, office: PublicOffice, editions: readonly PublicEdition[]): Html {
  const t = view.texts
  const formula = formulaOfCount(count)
  const title = countTitle(view, count)
  const { value, members } = countOf(count, office.projects)
  const valued = countValue(view, count, value)
  const steps = countHistory(count, editions)
  const history = byDay(view, steps)
  const rated = members.some((one) => !one.counted)
  const withValues = members.some((one) => one.facts.length > 0)
  const chart = stepChart(
    view,
    steps.map((step) => ({ at: new Date(step.at).getTime(), value: step.value === null ? null : Number(step.value) })),
    history.toReversed().map((one) => `${one.on} ${one.value === null ? t.unknown : printedText(countValue(view, count, one.value), view.locale)}`),
  )
  const body = html`<nav aria-label="${t.here}"><ol class="crumb"><li><a href="${officePath(view)}">${officeName(view)}</a></li><li data-plain="name">${title}</li></ol></nav>
<div class="fg" id="top"><div class="knots">
<section class="knot">${mark('figure')}<p class="kind">${t.countedNumber}</p><h1 class="knot-title">${plain('name', title)}</h1>
<p>${value === null ? html`<span class="mut">${t.unknown}</span>` : fig(view, valued, { figure: countFigure(count), bead: 'figure', href: '#counted', size: 'xl' })}</p></section>
<section class="knot" id="how">${mark('figure')}<p class="kind">${t.how}</p><h2 data-plain="definition">${t.definition(title, count.version)}</h2><p data-plain="definition">${nameOf(view, { ko: formula.definitionKo, en: formula.definitionEn })}</p>${
    value !== null && roundedRate(valued)
      ? html`<dl class="kv"><dt>${t.unrounded}</dt><dd><span class="fig" data-figure="${countFigure(count)}">${value}${bead(view, 'figure', '#counted', t.unrounded)}</span></dd></dl>`
      : ''
  }</section>
<section class="knot" id="counted">${mark('public')}<p class="kind">${members.some((one) => isPledge(one.project)) ? t.publishedPledge : t.publishedProject}</p><h2>${t.countedTitle}</h2>${
    members.length === 0
      ? html`<p class="mut">${t.nothing}</p>`
      : html`<table class="tb tb--cards"><thead><tr><th scope="col">${t.name}</th><th scope="col">${t.stage}</th>${rated ? html`<th scope="col">${t.countedColumn}</th>` : ''}${withValues ? html`<th scope="col" class="num">${t.value}</th>` : ''}</tr></thead><tbody>${members.map(
          (one) =>
            html`<tr><th scope="row"><a class="quiet" href="${editionPath(view, one.project, false)}">${plain('name', titleOf(view, one.project))}</a></th><td data-l="${t.stage}"><span class="keep">${stageMark(view, one.project.payload.stage)} ${memberBead(view, one)}</span></td>${
              rated ? html`<td data-l="${t.countedColumn}">${one.counted ? t.countedYes : html`<span class="mut">${t.countedNo}</span>`}</td>` : ''
            }${
              withValues
                ? html`<td class="num" data-l="${t.value}">${
                    one.facts.length === 0
                      ? html`<span class="mut">${t.unknown}</span>`
                      : one.facts.map(
                          (fact, at) =>
                            html`${at > 0 ? ' / ' : ''}${fig(view, fact, { figure: `${one.project.row.series}/${one.project.row.edition}/${fact.factId}`, bead: 'fact', href: `${editionPath(view, one.project, false)}#${factAnchor(fact.factId)}` })}`,
                        )
                  }</td>`
                : ''
            }</tr>`,
        )}</tbody></table>`
  }</section>
<section class="knot" id="history">${mark('public')}<p class="kind">${t.history}</p><h2>${t.countHistoryTitle}</h2><p class="gap">${t.countHistoryLead}</p>${chart}
<table class="tb tb--cards"><thead><tr><th scope="col">${t.dayColumn}</th><th scope="col" class="num">${t.value}</th></tr></thead><tbody>${history.map(
    (one) =>
      html`<tr><th scope="row">${day(one.on)}</th><td class="num" data-l="${t.value}">${
        one.value === null
          ? html`<span class="mut">${t.unknown}</span>`
          : fig(view, countValue(view, count, one.value), { figure: countFigure(count), bead: 'figure', href: '#counted' })
      }</td></tr>`,
  )}</tbody></table></section>
</div><aside><section><h2>${t.downloads}</h2><ul><li><a href="/api/v1/public/offices/${view.office?.slug}/csv" download>${t.wholeCsv}</a><span class="mut">CSV</span></li></ul></section>
<section><h2>${t.cite}</h2><p class="address"><code data-plain="address">${view.origin}${countPath(view, count)}</code></p></section></aside></div>`
  return page(view, {
    title: `${title} · ${officeName(view)}`,
    description: nameOf(view, { ko: formula.definitionKo, en: formula.definitionEn }),
    current: null,
    body,
  })
}

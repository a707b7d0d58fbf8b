import { html } from 'hono/html'
import { type PublicPledge, pledgeRubrics, type publicPledges } from '#capabilities/pledges/index'
import { type PublicProject, stageName } from '#capabilities/publishing/index'
import { page } from './layout.ts'
import { day, fig, illustrativeTag, plain } from './parts.ts'
import { heldFig, heldSentences, shareBar, shareFig, yearOf } from './plan-parts.ts'
import { type Html, nameOf, officeName, officePath, type View } from './view.ts'

type Pledges = Awaited<ReturnType<typeof publicPledges>>
const id = (pledge: PublicPledge) => `pl-${pledge.subjectId}`

const stateName = (view: View, state: string | null): string =>
  state === null ? view.texts.phases.unknown : state === 'unproven' ? view.texts.unproven : (stageName('pledge', state, view.locale) ?? state)

/** Points, gates and letter of one grade, by the version of its rubric. */
function gradeLine(view: View, pledge: PublicPledge): Html {
  const t = view.texts
  if (pledge.grades.length === 0) return html``
  return html`<h3>${t.grades}</h3><table class="tb tb--cards"><thead><tr><th scope="col">${t.rubric}</th><th scope="col">${t.gradedOn}</th><th scope="col">${t.points}</th><th scope="col">${t.grade}</th></tr></thead><tbody>${pledge.grades.map(
    (one) => {
      const rubric = pledgeRubrics.find((row) => row.id === one.result.rubric && row.version === one.result.version)
      const named = (part: { id: string }) => {
        const row = [...(rubric?.parts ?? []), ...(rubric?.gates ?? [])].find((other) => other.id === part.id)
        return row ? nameOf(view, row) : part.id
      }
      return html`<tr><th scope="row">${plain('name', rubric ? nameOf(view, rubric) : one.result.rubric)} ${plain('edition', one.result.version)}<span class="sub" data-plain="name">${one.assessor}${one.documentTitle ? html`, 「${one.documentTitle}」` : ''}</span></th><td data-l="${t.gradedOn}">${day(one.gradedOn)}</td><td data-l="${t.points}"><span data-plain="grade">${one.result.parts.map(
        (part) => html`${named(part)} ${part.score ?? t.unknown}/${part.max} `,
      )}${one.result.gates.map((gate) => html`· ${named(gate)} ${gate.passed === null ? t.unknown : gate.passed ? t.passed : t.notPassed} `)}</span></td><td data-l="${t.grade}"><b data-plain="grade">${one.result.grade ?? t.outcomes[one.result.outcome] ?? one.result.outcome}</b></td></tr>`
    },
  )}</tbody></table>`
}

function pledgeSection(view: View, pledge: PublicPledge, project: PublicProject | undefined): Html {
  const t = view.texts
  const name = nameOf(view, { ko: pledge.nameKo, en: pledge.nameEn })
  const own = pledge.promises.flatMap((one) => [one.promised, ...(one.actual ? [one.actual] : [])])
  const money = [pledge.money.total, pledge.money.inTerm, pledge.money.secured, pledge.money.securedInTerm].filter((fact) => fact !== null)
  const anchor = `#${id(pledge)}`
  const term = [pledge.term.from, pledge.term.to].filter((one) => one !== null)
  return html`<section class="pledge" id="${id(pledge)}"><h2>${
    project ? html`<a class="quiet" href="${officePath(view, `/p/${project.row.series}`)}">${plain('name', name)}</a>` : plain('name', name)
  }${illustrativeTag(view, pledge.illustrative)}</h2>
<dl class="facts"><div><dt>${t.state}</dt><dd>${stateName(view, pledge.state)}${pledge.stateSince ? html` ${day(pledge.stateSince)}` : ''}</dd></div>${
    pledge.promisor ? html`<div><dt>${t.promisor}</dt><dd data-plain="name">${pledge.promisor}</dd></div>` : ''
  }${pledge.promisedOn ? html`<div><dt>${t.promisedOn}</dt><dd>${day(pledge.promisedOn)}</dd></div>` : ''}${
    term.length > 0 ? html`<div><dt>${t.term}</dt><dd>${day(term[0]!)}${term[1] ? html` – ${day(term[1])}` : ''}</dd></div>` : ''
  }${pledge.dueOn ? html`<div><dt>${t.dueColumn}</dt><dd>${day(pledge.dueOn)}</dd></div>` : ''}${
    pledge.field ? html`<div><dt>${t.industry}</dt><dd data-plain="name">${pledge.field}</dd></div>` : ''
  }</dl>
${pledge.proof?.sentence ? html`<blockquote class="proof" data-plain="quote">${pledge.proof.sentence}</blockquote>` : ''}
${
  pledge.promises.length > 0
    ? html`<table class="tb tb--cards"><thead><tr><th scope="col">${t.indicator}</th><th scope="col" class="num">${t.promised}</th><th scope="col" class="num">${t.actualColumn}</th><th scope="col" class="num">${t.attainment}</th><th scope="col"><span class="vh">${t.attainment}</span></th></tr></thead><tbody>${pledge.promises.map(
        (one) =>
          html`<tr><th scope="row" data-plain="name">${nameOf(view, { ko: one.nameKo, en: one.nameEn })}${one.series ? html` · ${one.series}` : ''}</th><td class="num" data-l="${t.promised}">${heldFig(view, one.promised)}${yearOf(one.promised)}</td><td class="num" data-l="${t.actualColumn}">${
            one.actual ? html`${heldFig(view, one.actual)}${yearOf(one.actual)}` : html`<span class="mut">${t.notMeasured}</span>`
          }</td><td class="num" data-l="${t.attainment}">${
            one.attainment === null
              ? html`<span class="mut">${t.notMeasured}</span>`
              : shareFig(view, one.attainment, `pledge_attainment/1/${pledge.subjectId}/${one.indicator}`, anchor)
          }</td><td class="bar-cell">${shareBar(one.attainment)}</td></tr>`,
      )}</tbody></table>`
    : ''
}
${
  money.length > 0
    ? html`<dl class="kv">${(
        [
          ['total', t.moneyTotal],
          ['inTerm', t.moneyInTerm],
          ['secured', t.moneySecured],
          ['securedInTerm', t.moneySecuredInTerm],
        ] as const
      ).map(([key, label]) => {
        const fact = pledge.money[key]
        const share = key === 'secured' ? pledge.money.securedRate : key === 'securedInTerm' ? pledge.money.securedInTermRate : null
        return fact
          ? html`<dt>${label}</dt><dd>${heldFig(view, fact)}${share === null ? '' : html` (${shareFig(view, share, `pledge_secured_rate/1/${pledge.subjectId}/${key}`, anchor)})`}</dd>`
          : ''
      })}</dl>`
    : ''
}
${gradeLine(view, pledge)}
${heldSentences(view, [...own, ...money])}</section>`
}

/** 공약: what was pledged, what came of it, by what it is proved, and how it was graded. Only pledges whose page was published. */
export function pledgesPage(view: View, found: Pledges, projects: readonly PublicProject[]): Html {
  const t = view.texts
  const { summary, pledges } = found
  const count = (value: number, figure: string) =>
    fig(view, { value: String(value), valueMax: null, bound: null, approximate: false, unit: 'cases' }, { figure, bead: 'figure', href: '#pledges' })
  const body = html`<div class="lede"><h1>${t.pledgesTitle(officeName(view))}</h1><p>${t.pledgesLead}</p></div>
${
  pledges.length === 0
    ? html`<div class="empty"><b>${t.noPledges}</b>${t.nothingLead}</div>`
    : html`<section class="sec"><dl class="facts facts--big"><div><dt>${t.pledgesTotal}</dt><dd>${count(summary.total, 'published_pledges/1')}</dd></div><div><dt>${t.pledgesDone}</dt><dd>${count(summary.done, 'published_pledges_done/1')}</dd></div>${
        summary.doneRate === null
          ? ''
          : html`<div><dt>${t.doneRate}</dt><dd>${shareFig(view, summary.doneRate, 'pledge_done_rate/1', '#pledges')}</dd></div>`
      }${
        summary.money.securedRate === null
          ? ''
          : html`<div><dt>${t.securedRate}</dt><dd>${shareFig(view, summary.money.securedRate, 'pledge_secured_rate/1', '#pledges')}</dd></div>`
      }</dl><p class="mut">${plain('definition', t.doneDefinition)}</p></section>
<div class="pledges source" id="pledges">${pledges.map((pledge) =>
        pledgeSection(
          view,
          pledge,
          projects.find((project) => project.payload.subjectId === pledge.subjectId),
        ),
      )}</div>`
}`
  return page(view, { title: `${t.pledges} · ${t.siteOf(officeName(view))}`, description: t.pledgesLead, current: 'pledges', body })
}

import { html } from 'hono/html'
import { type PledgePlan, type PublicGrade, stageName } from '#capabilities/publishing/index'
import { day, plain, quoteBlock, stageMark } from './parts.ts'
import { factFig, factIn, type Place, shareBar, shareFig, yearOf } from './plan-parts.ts'
import { type Html, nameOf, type View } from './view.ts'

export const stateName = (view: View, state: string | null): string =>
  state === null ? view.texts.phases.unknown : state === 'unproven' ? view.texts.unproven : (stageName('pledge', state, view.locale) ?? state)

/** State, who promised, when, by when. */
export function pledgeHead(place: Place, plan: PledgePlan): Html {
  const { view, project } = place
  const t = view.texts
  const { stage, industry } = project.payload
  const term = [plan.termFrom, plan.termTo].filter((one) => one !== null)
  return html`<dl class="facts"><div><dt>${t.state}</dt><dd>${
    plan.state !== null && plan.state === stage?.stage ? stageMark(view, stage) : stateName(view, plan.state)
  }${stage?.occurredFrom ? html` <span class="since">${day(stage.occurredFrom)}</span>` : ''}</dd></div>${
    plan.promisor ? html`<div><dt>${t.promisor}</dt><dd data-plain="name">${plan.promisor}</dd></div>` : ''
  }${plan.promisedOn ? html`<div><dt>${t.promisedOn}</dt><dd>${day(plan.promisedOn)}</dd></div>` : ''}${
    term.length > 0 ? html`<div><dt>${t.term}</dt><dd>${day(term[0]!)}${term[1] ? html` – ${day(term[1])}` : ''}</dd></div>` : ''
  }${plan.dueOn ? html`<div><dt>${t.dueColumn}</dt><dd>${day(plan.dueOn)}</dd></div>` : ''}${
    industry ? html`<div><dt>${t.industry}</dt><dd data-plain="name">${industry}</dd></div>` : ''
  }</dl>`
}

/** What was promised beside what came of it. */
export function promiseTable(place: Place, plan: PledgePlan): Html {
  const { view } = place
  const t = view.texts
  const rows = plan.promises.flatMap((one) => {
    const promised = factIn(place, one.promised)
    return promised ? [{ ...one, promised, actual: factIn(place, one.actual) }] : []
  })
  if (rows.length === 0) return html``
  return html`<table class="tb tb--cards tb--plan"><thead><tr><th scope="col">${t.indicator}</th><th scope="col" class="num">${t.promised}</th><th scope="col" class="num">${t.actualColumn}</th><th scope="col" class="num">${t.attainment}</th><th scope="col"><span class="vh">${t.attainmentBar}</span></th></tr></thead><tbody>${rows.map(
    (one) =>
      html`<tr><th scope="row" data-plain="name">${nameOf(view, { ko: one.promised.indicatorKo, en: one.promised.indicatorEn })}${one.part ? html` · ${one.part}` : ''}</th><td class="num" data-l="${t.promised}">${factFig(place, one.promised)}${yearOf(one.promised)}</td><td class="num" data-l="${t.actualColumn}">${
        one.actual ? html`${factFig(place, one.actual)}${yearOf(one.actual)}` : html`<span class="mut">${t.notMeasured}</span>`
      }</td><td class="num" data-l="${t.attainment}">${
        one.attainment === null
          ? html`<span class="mut">${t.notMeasured}</span>`
          : shareFig(place, one.attainment, `pledge_attainment/1/${one.indicator}`)
      }</td><td class="bar-cell">${shareBar(one.attainment)}</td></tr>`,
  )}</tbody></table>`
}

/** Money planned and secured, in all and within the term. */
export function pledgeMoney(place: Place, plan: PledgePlan): Html {
  const t = place.view.texts
  const lines = (
    [
      ['total', t.moneyTotal, null],
      ['inTerm', t.moneyInTerm, null],
      ['secured', t.moneySecured, plan.money.securedRate],
      ['securedInTerm', t.moneySecuredInTerm, plan.money.securedInTermRate],
    ] as const
  ).flatMap(([key, label, share]) => {
    const fact = factIn(place, plan.money[key])
    return fact ? [{ key, label, share, fact }] : []
  })
  if (lines.length === 0) return html``
  return html`<dl class="kv">${lines.map(
    ({ key, label, share, fact }) =>
      html`<dt>${label}</dt><dd>${factFig(place, fact)}${share === null ? '' : html` (${shareFig(place, share, `pledge_${key === 'secured' ? 'secured' : 'secured_in_term'}_rate/1`)})`}</dd>`,
  )}</dl>`
}

/** 등급: the result in a few words. */
const resultOf = (view: View, grade: PublicGrade): Html =>
  html`<b data-plain="grade">${grade.grade ?? view.texts.outcomes[grade.outcome] ?? grade.outcome}</b>`

/** The latest grade in one line, for a page that gathers pledges. */
export function gradeLine(place: Place, plan: PledgePlan): Html {
  const [latest] = plan.grades
  if (!latest) return html``
  const { view } = place
  return html`<p class="grade-line"><a class="quiet" href="${place.page}#grades">${view.texts.grades}</a> ${resultOf(view, latest)} <span class="mut">${plain('name', nameOf(view, { ko: latest.rubricKo, en: latest.rubricEn }))} ${plain('edition', latest.version)}, ${day(latest.gradedOn)}</span></p>`
}

/** Every grade: points, gates, and the thresholds of the version by which it was made. */
export function gradeTable(view: View, grades: readonly PublicGrade[]): Html {
  const t = view.texts
  const named = (row: { ko: string; en: string }) => nameOf(view, row)
  return html`<table class="tb tb--cards"><thead><tr><th scope="col">${t.rubric}</th><th scope="col">${t.gradedOn}</th><th scope="col">${t.points}</th><th scope="col">${t.thresholds}</th><th scope="col">${t.grade}</th></tr></thead><tbody>${grades.map(
    (one) =>
      html`<tr><th scope="row">${plain('name', nameOf(view, { ko: one.rubricKo, en: one.rubricEn }))} ${plain('edition', one.version)}<span class="sub" data-plain="name">${one.assessor}</span></th><td data-l="${t.gradedOn}">${day(one.gradedOn)}</td><td data-l="${t.points}"><ul data-plain="grade">${one.parts.map(
        (part) => html`<li>${named(part)} ${part.score ?? t.unknown}/${part.max}</li>`,
      )}${one.gates.map((gate) => html`<li>${named(gate)} ${gate.passed === null ? t.unknown : gate.passed ? t.passed : t.notPassed}</li>`)}</ul></td><td data-l="${t.thresholds}"><ul data-plain="grade">${one.thresholds.map(
        (row) => html`<li>${row.grade} ${t.atLeast(row.atLeast)}</li>`,
      )}</ul></td><td data-l="${t.grade}">${resultOf(view, one)}</td></tr>`,
  )}</tbody></table>${grades.map(
    (one) =>
      html`<p class="mut sm" data-plain="name">${nameOf(view, { ko: one.rubricKo, en: one.rubricEn })} ${one.version}: ${one.source}</p>${one.quotes.map((quote) => quoteBlock(view, quote))}`,
  )}`
}

import { html } from 'hono/html'
import type { ShownComment } from '#capabilities/citizens/index'
import {
  isPledge,
  isProject,
  isStrategy,
  mainFact,
  nodesOf,
  type PublicEdition,
  type PublicFact,
  type PublicProject,
  type PublicStage,
} from '#capabilities/publishing/index'
import { talkKnot } from './comment-parts.ts'
import { editionLine, editionPath, factTable, historyKnot, sentencesOf, sideColumn, standing, titleOf } from './edition-parts.ts'
import { projectData } from './json-ld.ts'
import { page } from './layout.ts'
import { coveredTag, factAnchor, fig, illustrativeTag, intervalText, mark, plain, quoteBlock, stageMark } from './parts.ts'
import { definitionsOf, onOwnPage, shareFig } from './plan-parts.ts'
import { gradeTable, pledgeHead, pledgeMoney, promiseTable, stateName } from './pledge-parts.ts'
import { nodeSection } from './strategy-parts.ts'
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

/** What the page is of, in the words of its list. */
function kindOf(view: View, shown: PublicProject) {
  const t = view.texts
  if (isPledge(shown)) return { tab: 'pledges', path: '/pledges', name: t.pledges, kind: t.publishedPledge, lead: t.pledgesLead } as const
  if (isStrategy(shown)) return { tab: 'strategy', path: '/strategy', name: t.strategy, kind: t.publishedStrategy, lead: t.strategyLead } as const
  return { tab: 'projects', path: '/projects', name: t.projects, kind: t.publishedProject, lead: t.projectsLead } as const
}

/** Amount, stage, place and industry of an undertaking. */
function undertakingHead(view: View, shown: PublicProject): Html {
  const t = view.texts
  const { payload } = shown
  const main = mainFact(payload)
  return html`<dl class="facts"><div><dt>${t.amount}</dt><dd>${
    main
      ? fig(view, main, { figure: `${shown.row.series}/${shown.row.edition}/${main.factId}`, bead: 'fact', href: `#${factAnchor(main.factId)}` })
      : html`<span class="mut">${t.undisclosed}</span>`
  }</dd></div><div><dt>${t.stage}</dt><dd>${stageMark(view, payload.stage)}</dd></div>${payload.place ? html`<div><dt>${t.place}</dt><dd data-plain="place">${payload.place}</dd></div>` : ''}${
    payload.industry ? html`<div><dt>${t.industry}</dt><dd data-plain="name">${payload.industry}</dd></div>` : ''
  }</dl>`
}

/** What a pledge or a strategy says beyond its facts, with the definitions of what was worked out. */
function planKnots(view: View, shown: PublicProject): Html {
  const t = view.texts
  const { plan } = shown.payload
  const place = onOwnPage(view, shown)
  if (!plan) return html``
  if (plan.kind === 'strategy') {
    const [top] = plan.nodes
    return html`<section class="knot" id="plan">${mark('figure')}<p class="kind">${t.how}</p><h2>${t.treeTitle}</h2>${top ? nodeSection(place, plan.nodes, top, 0) : ''}${definitionsOf(view, ['strategy_attainment', 'strategy_progress'])}</section>`
  }
  const worked = plan.promises.some((one) => one.attainment !== null)
  const secured = plan.money.securedRate !== null || plan.money.securedInTermRate !== null
  return html`<section class="knot" id="plan">${mark('figure')}<p class="kind">${worked || secured ? t.how : t.facts}</p><h2>${t.planTitle}</h2>${promiseTable(place, plan)}${pledgeMoney(place, plan)}${definitionsOf(
    view,
    [...(worked ? (['pledge_attainment'] as const) : []), ...(secured ? (['pledge_secured_rate'] as const) : [])],
  )}</section>${
    plan.grades.length > 0
      ? html`<section class="knot" id="grades">${mark('fact')}<p class="kind">${t.facts}</p><h2>${t.grades}</h2>${gradeTable(view, plan.grades)}</section>`
      : ''
  }`
}

/** Facts that no part of the plan shows. */
function factsBeside({ payload }: PublicProject): readonly PublicFact[] {
  if (!payload.plan) return payload.facts
  const said = JSON.stringify(payload.plan)
  return payload.facts.filter((fact) => !said.includes(fact.factId))
}

/** What an edition of a pledge or a strategy said, in a word, for its history. */
function saidBy(view: View, edition: PublicEdition): Html | null {
  if (!isProject(edition) || !edition.payload.plan) return null
  const { plan } = edition.payload
  if (plan.kind === 'pledge') return html`${stateName(view, plan.state)}`
  const [top] = nodesOf(edition.payload)
  if (!top || top.progress === null) return html`<span class="mut">${view.texts.notMeasured}</span>`
  return shareFig({ view, project: edition, page: editionPath(view, edition) }, top.progress, `strategy_progress/1/${top.subjectId}`)
}

/** 사업·공약·목표 하나의 쪽: its values, stages and parties, each with its sentence, and every edition of it. */
export function projectPage(view: View, shown: PublicProject, editions: readonly PublicEdition[], talk: readonly ShownComment[] | null = null): Html {
  const t = view.texts
  const { payload } = shown
  const { plan } = payload
  const kind = kindOf(view, shown)
  const beside = factsBeside(shown)
  const roleName = (role: string) => t.roles[role] ?? t.roles.other ?? role
  const head = plan ? (plan.kind === 'pledge' ? pledgeHead(onOwnPage(view, shown), plan) : html``) : undertakingHead(view, shown)
  const body = html`<nav aria-label="${t.here}"><ol class="crumb"><li><a href="${officePath(view)}">${officeName(view)}</a></li><li><a href="${officePath(view, kind.path)}">${kind.name}</a></li><li data-plain="name">${titleOf(view, shown)}</li></ol></nav>
${standing(view, shown, editions[0]!)}
<div class="fg" id="top"><div class="knots">
<section class="knot">${mark('public')}<p class="kind">${kind.kind}</p><h1 class="knot-title knot-title--big">${plain('name', titleOf(view, shown))}${coveredTag(view, payload.covered)}${illustrativeTag(view, payload.illustrative)}</h1>
${payload.covered ? html`<p class="mut gap">${t.coveredNote}</p>` : ''}${head}${editionLine(view, shown)}</section>
${planKnots(view, shown)}
${
  plan && beside.length === 0
    ? ''
    : html`<section class="knot">${mark('fact')}<p class="kind">${t.facts}</p><h2>${t.value}</h2>${beside.length > 0 ? factTable(view, shown, beside) : html`<p class="mut">${t.noFacts}</p>`}</section>`
}
${
  plan?.kind === 'strategy' && payload.stages.length === 0
    ? ''
    : html`<section class="knot" id="stages">${mark('fact')}<p class="kind">${t.facts}</p><h2>${t.stages}</h2>${
        payload.stages.length === 0
          ? html`<p class="mut">${t.noStages}</p>`
          : html`<ol class="stages">${payload.stages.map(
              (stage) =>
                html`<li><p>${stageMark(view, stage)} ${whenReached(view, stage)}</p>${stage.quotes.map((quote) => quoteBlock(view, quote))}</li>`,
            )}</ol>`
      }</section>`
}
${
  payload.parties.length > 0
    ? html`<section class="knot">${mark('fact')}<p class="kind">${t.facts}</p><h2>${t.parties}</h2><dl class="kv">${payload.parties.map(
        (party) => html`<dt>${roleName(party.role)}</dt><dd data-plain="name">${nameOf(view, { ko: party.nameKo, en: party.nameEn })}</dd>`,
      )}</dl></section>`
    : ''
}
${payload.facts.length > 0 ? html`<section class="knot" id="sentences">${mark('claim')}<p class="kind">${t.sentences}</p><h2>${t.sourcesTitle}</h2>${sentencesOf(view, payload.facts)}<p class="more"><a href="${officePath(view, '/data')}#indicators">${t.meanings}</a></p></section>` : ''}
${historyKnot(view, editions, shown, (edition) => saidBy(view, edition))}
${talkKnot(view, shown, talk)}
</div>${sideColumn(view, shown)}</div>`
  return page(view, {
    title: `${titleOf(view, shown)} · ${officeName(view)}`,
    description: kind.lead,
    current: kind.tab,
    body,
    jsonLd: [projectData(view, shown, editionPath(view, shown))],
  })
}

import { html, raw } from 'hono/html'
import type { ShownComment } from '#capabilities/citizens/index'
import { type PublicEdition, type PublicFact, type PublicFigure, roundedRate, scopeWords } from '#capabilities/publishing/index'
import { talkKnot } from './comment-parts.ts'
import { editionLine, editionPath, factTable, historyKnot, sentencesOf, sideColumn, standing, titleOf } from './edition-parts.ts'
import { figureData } from './json-ld.ts'
import { page } from './layout.ts'
import { day, factAnchor, fig, folded, illustrativeTag, mark, plain, quoteBlock } from './parts.ts'
import { dayOf, type Html, nameOf, officeName, officePath, type View } from './view.ts'

/** A rate of two values as what it is: the one over the other. */
function fraction(view: View, shown: PublicFigure): Html {
  const { payload } = shown
  const [above, below] = payload.inputs.length === 2 && payload.unit === 'ratio' && payload.value !== null ? payload.inputs : []
  // only where the one over the other is the value: formulas with two inputs are not all quotients
  if (!above || !below || above.unit !== below.unit || Number(below.value) === 0) return html``
  if (Math.abs(Number(above.value) / Number(below.value) - Number(payload.value)) > 1e-9) return html``
  const line = (fact: PublicFact) =>
    html`<div><dt data-plain="name">${nameOf(view, { ko: fact.indicatorKo, en: fact.indicatorEn })} ${view.texts.facets[fact.facet]}</dt><dd>${fig(
      view,
      fact,
      { figure: `${shown.row.series}/${shown.row.edition}/${fact.factId}`, bead: 'fact', href: `#${factAnchor(fact.factId)}` },
    )}</dd></div>`
  return html`<div class="fraction"><dl>${line(above)}${line(below)}</dl><span>= ${fig(view, payload, { figure: `${shown.row.series}/${shown.row.edition}`, bead: 'public', href: '#facts' })}</span></div>`
}

/** 숫자 하나의 쪽: number, how it was worked out, facts, sentences, history, strung on one thread. */
export function figurePage(view: View, shown: PublicFigure, editions: readonly PublicEdition[], talk: readonly ShownComment[] | null = null): Html {
  const t = view.texts
  const { payload } = shown
  const id = `${shown.row.series}/${shown.row.edition}`
  const gone = shown.row.withdrawn_at !== null
  // who in the office looks after it is no part of a public definition
  const parameters = Object.entries(payload.parameters).filter(([name]) => name !== 'owner')
  const target = payload.inputs.length > 0 ? '#facts' : payload.counted.length > 0 ? '#counted' : '#how'
  const body = html`<nav aria-label="${t.here}"><ol class="crumb"><li><a href="${officePath(view)}">${officeName(view)}</a></li><li data-plain="name">${titleOf(view, shown)}</li></ol></nav>
${standing(view, shown, editions[0]!)}
<div class="fg" id="top"><div class="knots">
<section class="knot">${mark(gone ? 'gone' : 'public')}<p class="kind">${t.publishedNumber}</p><h1 class="knot-title">${plain('name', titleOf(view, shown))}${illustrativeTag(view, payload.illustrative)}</h1>
<p${gone ? raw(' class="old"') : ''}>${fig(view, payload, { figure: id, bead: 'public', href: target, size: 'xl' })}${gone ? html` <span class="tag tag--bad">${t.withdrawn}</span>` : ''}</p>
<p class="definition" data-plain="definition">${nameOf(view, { ko: payload.definitionKo, en: payload.definitionEn })}</p>${editionLine(view, shown)}</section>
<section class="knot" id="how">${mark('figure')}<p class="kind">${t.how}</p><h2 data-plain="definition">${t.definition(titleOf(view, shown), payload.formulaVersion)}</h2>
${fraction(view, shown)}<dl class="kv">${
    roundedRate(payload)
      ? html`<dt>${t.unrounded}</dt><dd><span class="fig" data-figure="${id}">${payload.value}</span> <span class="mut">${t.unroundedNote}</span></dd>`
      : ''
  }<dt>${t.asOf}</dt><dd>${payload.asOf ? day(payload.asOf) : t.asOfAny}</dd><dt>${t.knownOn}</dt><dd>${day(dayOf(view, payload.knownOn))}</dd>${parameters.map(
    ([name, value]) => html`<dt>${t.parameterNames[name] ?? name}</dt><dd data-plain="name">${scopeWords({ [name]: value }, view.locale)}</dd>`,
  )}<dt>${t.leftOut}</dt><dd>${
    payload.leftOut.length === 0
      ? t.nothingLeftOut
      : html`<ul class="left-out">${payload.leftOut.map((one) => html`<li><span data-plain="name">${one.subjectKo}</span> <span class="mut">${t.leftOutReasons[one.reason]}</span></li>`)}</ul>`
  }</dd></dl></section>
${
  payload.inputs.length > 0
    ? html`<section class="knot" id="facts">${mark('fact')}<p class="kind">${t.facts}</p><h2>${t.factsTitle}</h2>${factTable(view, shown, payload.inputs)}</section>
<section class="knot">${mark('claim')}<p class="kind">${t.sentences}</p><h2>${t.sourcesTitle}</h2>${sentencesOf(view, payload.inputs)}</section>`
    : ''
}
${
  payload.counted.length > 0
    ? html`<section class="knot" id="counted">${mark('fact')}<p class="kind">${t.facts}</p><h2>${t.countedTitle}</h2><div class="counted-list">${folded(
        view,
        payload.counted.map(
          (one) =>
            html`<div class="counted"><b data-plain="name">${one.subjectKo}</b>${one.on ? html` ${day(one.on)}` : ''}${one.quotes.map((quote) => quoteBlock(view, quote))}</div>`,
        ),
      )}</div></section>`
    : ''
}
${historyKnot(view, editions, shown)}
${talkKnot(view, shown, talk)}
</div>${sideColumn(view, shown)}</div>`
  return page(view, {
    title: `${titleOf(view, shown)} · ${officeName(view)}`,
    description: nameOf(view, { ko: payload.definitionKo, en: payload.definitionEn }),
    current: null,
    body,
    jsonLd: [figureData(view, shown, editionPath(view, shown))],
  })
}

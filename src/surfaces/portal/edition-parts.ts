import { html } from 'hono/html'
import { isFigure, type PublicEdition, type PublicFact, type PublicQuote, printedText } from '#capabilities/publishing/index'
import { historyChart } from './history-chart.ts'
import { day, factAnchor, fig, folded, mark, plain, quoteBlock, whenOf, withDays } from './parts.ts'
import { dayOf, type Html, nameOf, officeName, officePath, type View } from './view.ts'

export const titleOf = (view: View, edition: PublicEdition) => nameOf(view, { ko: edition.payload.titleKo, en: edition.payload.titleEn })

export const editionPath = (view: View, edition: PublicEdition, fixed = true) =>
  officePath(view, `/${isFigure(edition) ? 'f' : 'p'}/${edition.row.series}${fixed ? `/${edition.row.edition}` : ''}`)

/** That an edition was withdrawn or is not the newest one, on top of its page. */
export function standing(view: View, edition: PublicEdition, newest: PublicEdition): Html {
  const t = view.texts
  if (edition.row.withdrawn_at)
    return html`<div class="banner banner--bad"><b>${withDays(t.withdrawnNote(dayOf(view, edition.row.withdrawn_at)))}</b><span data-plain="reason">${edition.row.withdrawn_reason ?? ''}</span></div>`
  if (newest.row.edition !== edition.row.edition)
    return html`<div class="banner"><b>${t.oldEdition}</b><a href="${editionPath(view, newest, false)}">${t.toCurrent}</a></div>`
  return html``
}

/** Edition, day and fixed address of what is shown. */
export const editionLine = (view: View, edition: PublicEdition): Html =>
  html`<p class="mut edition-line">${plain('edition', view.texts.edition(edition.row.edition))} · <time datetime="${edition.row.published_at}">${view.texts.publishedOn(dayOf(view, edition.row.published_at))}</time> · ${view.texts.fixedAddress} <code data-plain="address">${editionPath(view, edition)}</code></p>`

/** The facts of a payload as a table; every value's bead opens its sentence below. */
export function factTable(view: View, edition: PublicEdition, facts: readonly PublicFact[], page = ''): Html {
  const t = view.texts
  return html`<table class="tb tb--cards"><thead><tr><th scope="col">${t.subject}</th><th scope="col">${t.indicator}</th><th scope="col" class="num">${t.value}</th><th scope="col">${t.period}</th></tr></thead><tbody>${facts.map(
    (fact) =>
      html`<tr><th scope="row" data-plain="name">${nameOf(view, { ko: fact.subjectKo, en: fact.subjectEn })}</th><td data-l="${t.indicator}"><span data-plain="name">${nameOf(view, { ko: fact.indicatorKo, en: fact.indicatorEn })}${fact.part ? html` · ${fact.part}` : ''}</span> <span class="mut">${t.facets[fact.facet]}</span></td><td class="num" data-l="${t.value}">${fig(
        view,
        fact,
        { figure: `${edition.row.series}/${edition.row.edition}/${fact.factId}`, bead: 'fact', href: `${page}#${factAnchor(fact.factId)}` },
      )}${fact.per ? html` <span class="mut" data-plain="name">/ ${fact.per}</span>` : ''}</td><td data-l="${t.period}">${whenOf(view, fact)}</td></tr>`,
  )}</tbody></table>`
}

/** The sentences under facts; facts that share a sentence share its block, and each fact's anchor stands on it. */
export function sentencesOf(
  view: View,
  facts: readonly PublicFact[],
  more: readonly { id: string; name: string; quotes: readonly PublicQuote[] }[] = [],
): Html {
  const groups = new Map<string, { quote: PublicQuote; ids: string[]; names: string[] }>()
  const put = (id: string, name: string, quote: PublicQuote) => {
    const key = `${quote.documentId} ${quote.sentence ?? ''} ${quote.mark?.start ?? ''}`
    const group = groups.get(key) ?? { quote, ids: [], names: [] }
    if (!group.ids.includes(id)) group.ids.push(id)
    if (!group.names.includes(name)) group.names.push(name)
    groups.set(key, group)
  }
  for (const fact of facts)
    for (const quote of fact.quotes)
      put(
        factAnchor(fact.factId),
        `${nameOf(view, { ko: fact.subjectKo, en: fact.subjectEn })} ${nameOf(view, { ko: fact.indicatorKo, en: fact.indicatorEn })}`,
        quote,
      )
  for (const one of more) for (const quote of one.quotes) put(one.id, one.name, quote)
  const seen = new Set<string>()
  const blocks = [...groups.values()].map((group) => {
    const fresh = group.ids.filter((id) => !seen.has(id))
    for (const id of fresh) seen.add(id)
    return html`<div class="source">${fresh.map((id) => html`<a id="${id}" class="anchor"></a>`)}<p class="kind" data-plain="name">${group.names.join(', ')}</p>${quoteBlock(view, group.quote)}</div>`
  })
  return folded(view, blocks)
}

/** 내력과 정정: every edition with its reason; old values stay, struck where they no longer hold. */
export function historyKnot(
  view: View,
  editions: readonly PublicEdition[],
  shown: PublicEdition,
  /** What an edition that is no figure said, where that can be said in a word. */
  saidBy: (edition: PublicEdition) => Html | null = () => null,
): Html {
  const t = view.texts
  const newest = editions[0]!
  const said = new Map(editions.map((edition) => [edition, saidBy(edition)]))
  const withValues = editions.some((edition) => isFigure(edition) || said.get(edition) !== null)
  return html`<section class="knot" id="history">${mark('public')}<p class="kind">${t.history}</p><h2>${t.historyTitle}</h2><p class="gap">${t.historyLead}</p>${historyChart(view, editions)}
<table class="tb tb--cards"><thead><tr><th scope="col">${t.editionColumn}</th><th scope="col">${t.dayColumn}</th>${withValues ? html`<th scope="col" class="num">${t.value}</th>` : ''}<th scope="col">${t.reasonColumn}</th></tr></thead><tbody>${editions.map(
    (edition, at) => {
      const previous = editions[at + 1]
      const stands = edition === newest && edition.row.withdrawn_at === null
      const value = isFigure(edition)
        ? fig(view, edition.payload, {
            figure: `${edition.row.series}/${edition.row.edition}`,
            bead: 'public',
            href: edition === shown ? '#top' : editionPath(view, edition),
          })
        : (said.get(edition) ?? html``)
      return html`<tr><th scope="row"><a class="quiet" href="${editionPath(view, edition)}" data-plain="edition">${t.edition(edition.row.edition)}</a>${stands ? html` <span class="tag tag--info">${t.current}</span>` : ''}${edition.row.withdrawn_at ? html` <span class="tag tag--bad">${t.withdrawn}</span>` : ''}</th><td data-l="${t.dayColumn}">${day(dayOf(view, edition.row.published_at))}</td>${
        withValues ? html`<td class="num" data-l="${t.value}">${stands ? value : html`<span class="old">${value}</span>`}</td>` : ''
      }<td data-l="${t.reasonColumn}">${previous ? html`<b>${t.restated}.</b> ` : ''}<span data-plain="reason">${edition.row.reason ?? (previous ? '' : t.first)}</span>${
        edition.row.withdrawn_at
          ? html`<br><b>${t.withdrawn}</b> ${day(dayOf(view, edition.row.withdrawn_at))} <span data-plain="reason">${edition.row.withdrawn_reason ?? ''}</span>`
          : ''
      }</td></tr>`
    },
  )}</tbody></table></section>`
}

/** Downloads, citation, receipt and where to turn. */
export function sideColumn(view: View, edition: PublicEdition): Html {
  const t = view.texts
  const api = `/api/v1/public/offices/${view.office?.slug}/publications/${edition.row.series}`
  const value = isFigure(edition) ? (printedText(edition.payload, view.locale) ?? '') : ''
  const cited = t.citation(officeName(view), titleOf(view, edition), value, edition.row.edition, dayOf(view, edition.row.published_at))
  // who quotes a number that was taken back quotes that too
  const withdrawn = edition.row.withdrawn_at ? ` ${t.citedWithdrawn(dayOf(view, edition.row.withdrawn_at))}` : ''
  return html`<aside><section><h2>${t.downloads}</h2><ul><li><a href="${api}/csv" download>${t.csvThis}</a><span class="mut">CSV</span></li><li><a href="${api}">${t.jsonThis}</a><span class="mut">JSON</span></li></ul></section>
<section><h2>${t.cite}</h2><p class="mut" data-plain="words">${withDays(cited + withdrawn)}</p><p class="address"><code data-plain="address">${view.origin}${editionPath(view, edition)}</code></p></section>
<section><h2 data-plain="receipt">${t.receipt}</h2><p class="receipt"><code data-plain="receipt">${edition.row.receipt.toString('hex')}</code></p><p class="mut sm" data-plain="receipt">${edition.redacted ? t.receiptRedacted : t.receiptLead}</p></section>
<section class="no-print"><h2>${t.wrong}</h2><ul><li><a href="${officePath(view, `/corrections?of=${edition.row.series}/${edition.row.edition}`)}" rel="nofollow">${t.correct}</a></li><li><a href="${officePath(view, `/follow?of=${edition.row.series}`)}" rel="nofollow">${t.follow}</a></li></ul>${
    view.office?.contact ? html`<p class="mut" data-plain="name">${t.contact}: ${view.office.contact}</p>` : ''
  }</section></aside>`
}

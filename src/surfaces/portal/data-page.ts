import { html } from 'hono/html'
import {
  columns,
  type FigurePayload,
  factsOf,
  isFigure,
  isPledge,
  isProject,
  isStrategy,
  type PublicEdition,
  type PublicFact,
  type PublicOffice,
  printed,
  publicFormulas,
  scopeWords,
} from '#capabilities/publishing/index'
import { editionPath, titleOf } from './edition-parts.ts'
import { datasetData } from './json-ld.ts'
import { page } from './layout.ts'
import { day, fig, plain } from './parts.ts'
import { dayOf, type Html, nameOf, officeName, officePath, type View } from './view.ts'

/** The formula's own title, without what one figure was narrowed to. */
function bare(title: string, payload: FigurePayload, locale: 'ko' | 'en'): string {
  const scope = scopeWords(payload.parameters, locale)
  return scope === '' ? title : title.replace(` (${scope})`, '')
}

/** Indicators of what stands published, with the facets in which each was said, by id. */
function indicatorsOf(editions: readonly PublicEdition[]) {
  const found = new Map<string, Pick<PublicFact, 'indicator' | 'indicatorKo' | 'indicatorEn' | 'unit'> & { facets: Set<PublicFact['facet']> }>()
  for (const fact of editions.flatMap(({ payload }) => factsOf(payload))) {
    const one = found.get(fact.indicator) ?? { ...fact, facets: new Set() }
    one.facets.add(fact.facet)
    found.set(fact.indicator, one)
  }
  return [...found.values()].sort((a, b) => (a.indicator < b.indicator ? -1 : 1))
}

/** What a series is of, in the words of its list. */
function kindWord(view: View, edition: PublicEdition): string {
  const t = view.texts
  if (!isProject(edition)) return t.kinds.figure
  return isPledge(edition) ? t.pledges : isStrategy(edition) ? t.strategy : t.kinds.project
}

/** A unit in words; one that the table does not have as it is written. */
const unitWord = (unit: string, locale: 'ko' | 'en'): string =>
  printed({ value: '1', valueMax: null, bound: null, approximate: false, unit }, locale)
    ?.filter((part) => part.type === 'unit')
    .map((part) => part.text.trim())
    .join(' ') || unit

/** 공개 자료: downloads, the dictionary of their columns and formulas, and every series with where it stands. */
export function dataPage(view: View, office: PublicOffice): Html {
  const t = view.texts
  const api = `/api/v1/public/offices/${view.office?.slug}`
  const editions = [...office.figures, ...office.projects, ...office.withdrawn].sort((a, b) => (a.row.published_at < b.row.published_at ? 1 : -1))
  const formulas = new Map(
    office.figures.map(({ payload: p }) => [
      `${p.formula}/${p.formulaVersion}`,
      {
        id: p.formula,
        version: p.formulaVersion,
        titleKo: bare(p.titleKo, p, 'ko'),
        titleEn: bare(p.titleEn, p, 'en'),
        definitionKo: p.definitionKo,
        definitionEn: p.definitionEn,
      },
    ]),
  )
  const indicators = indicatorsOf([...office.figures, ...office.projects])
  const body = html`<div class="lede"><h1>${t.dataTitle}</h1><p>${t.dataLead}</p></div>
<section><ul class="downloads"><li><a href="${api}/csv" download>${t.wholeCsv}</a><span class="mut">CSV</span></li><li><a href="${api}/publications">${t.wholeJson}</a><span class="mut">JSON</span></li>${
    office.projects.length > 0
      ? html`<li><a href="${api}/exports/oc4ids" download>${t.exportOc4ids}</a><span class="mut" data-plain="dictionary">OC4IDS 0.9.5</span></li>`
      : ''
  }<li><a href="${api}/exports/sdmx" download>${t.exportSdmx}</a><span class="mut" data-plain="dictionary">SDMX-JSON 2</span></li><li><a href="${api}/exports/ftm" download>${t.exportFtm}</a><span class="mut">FollowTheMoney</span></li><li><a href="${officePath(view, '/feed.atom')}">${t.feed}</a><span class="mut">Atom</span></li><li><a href="/api/docs">${t.apiDocs}</a><span class="mut">OpenAPI</span></li></ul></section>
<section class="sec"><h2>${t.everySeries}</h2>${
    editions.length === 0
      ? html`<div class="empty"><b>${t.nothing}</b>${t.nothingLead}</div>`
      : html`<table class="tb tb--cards gap-top"><thead><tr><th scope="col">${t.name}</th><th scope="col">${t.kind}</th><th scope="col" class="num">${t.value}</th><th scope="col">${t.editionColumn}</th><th scope="col">${t.dayColumn}</th></tr></thead><tbody>${editions.map(
          (edition) =>
            html`<tr><th scope="row"><a class="quiet" href="${editionPath(view, edition, false)}" data-plain="name">${titleOf(view, edition)}</a>${edition.row.withdrawn_at ? html` <span class="tag tag--bad">${t.withdrawn}</span>` : ''}</th><td data-l="${t.kind}">${kindWord(view, edition)}</td><td class="num" data-l="${t.value}">${
              isFigure(edition) && !edition.row.withdrawn_at
                ? fig(view, edition.payload, {
                    figure: `${edition.row.series}/${edition.row.edition}`,
                    bead: 'public',
                    href: editionPath(view, edition, false),
                  })
                : '–'
            }</td><td data-l="${t.editionColumn}">${plain('edition', t.edition(edition.row.edition))}</td><td data-l="${t.dayColumn}">${day(dayOf(view, edition.row.published_at))}</td></tr>`,
        )}</tbody></table>`
  }</section>
<section class="sec"><h2>${t.formulas}</h2><dl class="kv gap-top">${[...formulas.values(), ...publicFormulas].map(
    (one) =>
      html`<dt data-plain="dictionary"><code>${one.id}/${one.version}</code></dt><dd data-plain="dictionary"><b>${nameOf(view, { ko: one.titleKo, en: one.titleEn })}</b><br>${nameOf(view, { ko: one.definitionKo, en: one.definitionEn })}</dd>`,
  )}</dl></section>
${
  indicators.length > 0
    ? html`<section class="sec" id="indicators"><h2>${t.indicators}</h2><dl class="kv gap-top">${indicators.map(
        (one) =>
          html`<dt data-plain="dictionary"><code>${one.indicator}</code></dt><dd data-plain="dictionary"><b>${nameOf(view, { ko: one.indicatorKo, en: one.indicatorEn })}</b> (${unitWord(one.unit, view.locale)})<br>${[...one.facets].map((facet) => `${t.facets[facet]}: ${t.facetMeanings[facet]}`).join(' ')}</dd>`,
      )}</dl></section>`
    : ''
}
<section class="sec"><h2>${t.dictionary}</h2><dl class="kv gap-top">${columns.map(
    ([name, ko, en]) => html`<dt data-plain="dictionary"><code>${name}</code></dt><dd data-plain="dictionary">${nameOf(view, { ko, en })}</dd>`,
  )}</dl></section>`
  return page(view, {
    title: `${t.dataTitle} · ${t.siteOf(officeName(view))}`,
    description: t.dataLead,
    current: 'data',
    body,
    jsonLd: [datasetData(view, editions)],
  })
}

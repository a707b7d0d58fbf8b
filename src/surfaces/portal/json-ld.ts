import type { FigurePayload, PublicEdition, PublicFact, PublicFigure, PublicProject } from '#capabilities/publishing/index'
import { officeName, officePath, type View } from './view.ts'

type Data = Record<string, unknown>
const context = 'https://schema.org'

export const organisationOf = (view: View): Data => ({
  '@type': 'GovernmentOrganization',
  name: officeName(view),
  url: `${view.origin}${officePath(view)}`,
})

/** 실현된 값이든 발표된 값이든: each sentence under a number is a Claim with where it appeared. */
function claimsOf(facts: readonly PublicFact[]): Data[] {
  return facts.flatMap((fact) =>
    fact.quotes
      .filter((quote) => quote.sentence !== null)
      .map((quote) => ({
        '@type': 'Claim',
        text: quote.sentence,
        about: fact.subjectKo,
        appearance: {
          '@type': quote.ownStatement ? 'CreativeWork' : 'NewsArticle',
          name: quote.digestOf?.title ?? quote.title,
          ...(quote.outlet || quote.digestOf ? { publisher: { '@type': 'Organization', name: quote.digestOf?.outlet ?? quote.outlet } } : {}),
          ...(quote.publishedOn ? { datePublished: quote.publishedOn } : {}),
          ...(quote.url ? { url: quote.url } : {}),
        },
      })),
  )
}

const observed = (payload: Pick<FigurePayload, 'value' | 'unit'>): Data => ({
  ...(payload.value === null ? {} : { value: payload.value }),
  unitText: payload.unit,
})

/** A published figure as a schema.org Observation. */
export const figureData = (view: View, edition: PublicFigure, address: string): Data => ({
  '@context': context,
  '@type': 'Observation',
  name: view.locale === 'en' ? edition.payload.titleEn : edition.payload.titleKo,
  description: view.locale === 'en' ? edition.payload.definitionEn : edition.payload.definitionKo,
  url: `${view.origin}${address}`,
  identifier: `sha256:${edition.row.receipt.toString('hex')}`,
  version: edition.row.edition,
  observationDate: edition.payload.asOf ?? edition.payload.knownOn.slice(0, 10),
  publisher: organisationOf(view),
  ...observed(edition.payload),
  citation: claimsOf(edition.payload.inputs),
})

/** A published project as a schema.org Project. */
export const projectData = (view: View, edition: PublicProject, address: string): Data => ({
  '@context': context,
  '@type': 'Project',
  name: view.locale === 'en' ? (edition.payload.titleEn ?? edition.payload.titleKo) : edition.payload.titleKo,
  url: `${view.origin}${address}`,
  identifier: `sha256:${edition.row.receipt.toString('hex')}`,
  ...(edition.payload.place ? { location: edition.payload.place } : {}),
  member: edition.payload.parties.map((party) => ({ '@type': 'Organization', name: party.nameKo })),
  subjectOf: claimsOf(edition.payload.facts),
})

/** The open data of an office as a schema.org Dataset. */
export const datasetData = (view: View, editions: readonly PublicEdition[]): Data => ({
  '@context': context,
  '@type': 'Dataset',
  name: `${view.texts.dataTitle} · ${officeName(view)}`,
  description: view.texts.dataLead,
  url: `${view.origin}${officePath(view, '/data')}`,
  creator: organisationOf(view),
  ...(editions[0] ? { dateModified: editions[0].row.published_at.slice(0, 10) } : {}),
  distribution: [
    { '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: `${view.origin}/api/v1/public/offices/${view.office?.slug}/csv` },
    {
      '@type': 'DataDownload',
      encodingFormat: 'application/json',
      contentUrl: `${view.origin}/api/v1/public/offices/${view.office?.slug}/publications`,
    },
  ],
})

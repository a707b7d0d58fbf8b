import type { Claim, Dataset, Observation, Project, WithContext } from 'schema-dts'
import type { DossierFact, DossierFigure, DossierSubject } from '#engines/interchange/dossier'

const context = 'https://schema.org'

/** Each sentence under a value, as schema.org's Claim with where it appeared. */
export function claimsOfFacts(subject: Pick<DossierSubject, 'nameKo'>, facts: readonly DossierFact[]): Claim[] {
  return facts.flatMap((fact) =>
    fact.sources
      .filter((source) => source.sentence !== null)
      .map(
        (source): Claim => ({
          '@type': 'Claim',
          text: source.sentence!,
          about: { '@type': 'Thing', name: subject.nameKo },
          appearance: {
            '@type': source.kind === 'own_statement' ? 'CreativeWork' : 'NewsArticle',
            name: source.title,
            ...(source.outlet ? { publisher: { '@type': 'Organization', name: source.outlet } } : {}),
            ...(source.publishedOn ? { datePublished: source.publishedOn } : {}),
            ...(source.url ? { url: source.url } : {}),
          },
        }),
      ),
  )
}

/** 공개 사업을 schema.org의 Project로. */
export function projectJsonLd(subject: DossierSubject): WithContext<Project> {
  return {
    '@context': context,
    '@type': 'Project',
    '@id': `urn:uuid:${subject.id}`,
    name: subject.nameKo,
    ...(subject.nameEn ? { alternateName: subject.nameEn } : {}),
    ...(subject.page ? { url: subject.page } : {}),
    ...(subject.place ? { location: { '@type': 'Place', name: subject.place } } : {}),
    member: subject.parties.map((party) => ({ '@type': 'Organization', name: party.nameKo })),
    subjectOf: claimsOfFacts(subject, subject.facts) as never,
  }
}

/** 공표한 숫자를 schema.org의 Observation으로; a number that is not known has no value. */
export function observationJsonLd(figure: DossierFigure): WithContext<Observation> {
  return {
    '@context': context,
    '@type': 'Observation',
    name: figure.nameKo,
    ...(figure.page ? { url: figure.page } : {}),
    ...(figure.value === null ? {} : { value: figure.value }),
    unitText: figure.unit,
    ...(figure.asOf ? { observationDate: figure.asOf } : {}),
    measuredProperty: figure.formula as never,
  }
}

/** 공개 자료를 schema.org의 Dataset으로, with every way to download it. */
export function datasetJsonLd(dataset: {
  name: string
  description: string
  url: string
  creator: string
  modified: string | null
  downloads: readonly { type: string; url: string }[]
}): WithContext<Dataset> {
  return {
    '@context': context,
    '@type': 'Dataset',
    name: dataset.name,
    description: dataset.description,
    url: dataset.url,
    creator: { '@type': 'GovernmentOrganization', name: dataset.creator },
    ...(dataset.modified ? { dateModified: dataset.modified } : {}),
    distribution: dataset.downloads.map((one) => ({ '@type': 'DataDownload', encodingFormat: one.type, contentUrl: one.url })),
  }
}

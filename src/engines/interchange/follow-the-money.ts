import { type Dossier, type DossierSource, type DossierSubject, isCurrency } from './dossier.ts'
import { webAddress } from './web-address.ts'

/** An entity as FollowTheMoney writes it: texts under the names of its schema. */
export interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: { readonly [property: string]: readonly string[] }
}

/** FollowTheMoney ids are texts without spaces; ours are prefixed so that they do not meet those of other data. */
const idOf = (kind: string, id: string) => `gusul-${kind}-${id}`

const entity = (id: string, schema: string, properties: { readonly [property: string]: readonly (string | null | undefined)[] }): FtmEntity => ({
  id,
  schema,
  properties: Object.fromEntries(
    Object.entries(properties).flatMap(([name, list]) => {
      const own = [...new Set(list.filter((one): one is string => typeof one === 'string' && one.trim() !== ''))]
      return own.length === 0 ? [] : [[name, own]]
    }),
  ),
})

const sourceSchemas: Readonly<Record<string, string>> = { article: 'Article', press_release: 'Article' }

/**
 * FollowTheMoney 개체: the office, its projects, who takes part in them, and the documents that say so, to be read into a graph of people and money. Values stand in the
 * summary with their sentence's document: the model has no place for a dated number.
 *
 * Source: alephdata/followthemoney, schema 3.8.
 */
export function ftmEntities(dossier: Dossier): FtmEntity[] {
  const office = idOf('office', dossier.office.id)
  const entities = new Map<string, FtmEntity>()
  const add = (one: FtmEntity) => {
    if (!entities.has(one.id)) entities.set(one.id, one)
  }
  add(entity(office, 'PublicBody', { name: [dossier.office.nameKo, dossier.office.nameEn], country: ['kr'], website: [dossier.office.page] }))
  for (const subject of dossier.subjects) addSubject(dossier, subject, office, add)
  return [...entities.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function addSubject(dossier: Dossier, subject: DossierSubject, office: string, add: (one: FtmEntity) => void): void {
  const project = idOf(subject.kind, subject.id)
  const investment = subject.facts.find(
    (fact) => fact.indicator.id === 'investment' && fact.series === null && fact.facet !== 'actual' && !fact.ended,
  )
  const days = subject.steps.flatMap((step) => (step.from === null ? [] : [step.from])).sort()
  const sources = new Map<string, DossierSource>()
  for (const source of [...subject.facts.flatMap((fact) => fact.sources), ...subject.steps.flatMap((step) => (step.source ? [step.source] : []))])
    sources.set(source.documentId, source)
  add(
    entity(project, 'Project', {
      name: [subject.nameKo, subject.nameEn],
      phase: [subject.phase],
      status: [subject.stage],
      startDate: [days[0]],
      amount: [investment?.value],
      currency: [investment && isCurrency(investment.unit) ? investment.unit : null],
      summary: subject.facts.map(
        (fact) => `${fact.indicator.ko} (${fact.facet}${fact.series ? `, ${fact.series}` : ''}): ${fact.value} ${fact.unit}`,
      ),
      sourceUrl: [...sources.values()].map((source) => webAddress(source.url)),
      publisher: [dossier.office.nameKo],
      keywords: [subject.kind, subject.industry, subject.place],
    }),
  )
  add(entity(idOf('part', `${subject.id}-office`), 'ProjectParticipant', { project: [project], participant: [office], role: ['office'] }))
  for (const party of subject.parties) {
    const id = idOf('party', party.id)
    add(
      entity(id, party.kind === 'person' ? 'Person' : party.role === 'authority' ? 'PublicBody' : 'Organization', {
        name: [party.nameKo, party.nameEn],
      }),
    )
    add(
      entity(idOf('part', `${subject.id}-${party.id}-${party.role}`), 'ProjectParticipant', {
        project: [project],
        participant: [id],
        role: [party.role],
        startDate: [party.since],
        endDate: [party.until],
        summary: [party.part],
      }),
    )
  }
  for (const source of sources.values())
    add(
      entity(idOf('document', source.documentId), sourceSchemas[source.kind] ?? 'Document', {
        title: [source.title],
        publisher: [source.outlet],
        sourceUrl: [webAddress(source.url)],
        date: [source.publishedOn],
        language: ['kor'],
      }),
    )
}

/** Entities as FollowTheMoney tools read them: one JSON a line. */
export const ftmLines = (entities: readonly FtmEntity[]): string => entities.map((one) => `${JSON.stringify(one)}\n`).join('')

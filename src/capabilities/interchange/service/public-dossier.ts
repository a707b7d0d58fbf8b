import { isFigure, isProject, type PublicEdition, type PublicFact, type PublicQuote, publicOffice } from '#capabilities/publishing/index'
import { fundingOf } from '#engines/accounting/funding'
import type { Dossier, DossierFact, DossierSource, DossierStep } from '#engines/interchange/dossier'
import { addDays } from '#quantity/day'
import type { Db } from '#store/store'
import type { OfficePlace } from './dossier.ts'

const source = (quote: PublicQuote): DossierSource => ({
  documentId: quote.documentId,
  kind: quote.ownStatement ? 'own_statement' : 'article',
  title: quote.digestOf?.title ?? quote.title,
  outlet: quote.digestOf?.outlet ?? quote.outlet,
  url: quote.url,
  publishedOn: quote.digestOf?.date ?? quote.publishedOn,
  sentence: quote.sentence,
})
const last = (day: string | null) => (day === null ? null : addDays(day, -1))

const factOf = (fact: PublicFact): DossierFact => ({
  id: fact.factId,
  indicator: { id: fact.indicator, ko: fact.indicatorKo, en: fact.indicatorEn },
  facet: fact.facet,
  series: fact.part === '' ? null : fact.part,
  value: fact.value,
  valueMax: fact.valueMax,
  bound: fact.bound,
  approximate: fact.approximate,
  unit: fact.unit,
  per: fact.per,
  periodFrom: fact.period.from,
  periodTo: last(fact.period.to),
  dueFrom: fact.due?.from ?? null,
  dueTo: last(fact.due?.to ?? null),
  funding: fundingOf(null, fact.part),
  ended: false,
  knownFrom: `${fact.knownSince}T00:00:00Z`,
  sources: fact.quotes.filter((quote) => quote.takenDownOn === undefined).map(source),
})

const stamp = (edition: PublicEdition): string => edition.row.published_at

/** 공표한 것만 묶는다: what stands published today, as it was frozen, and nothing else: neither a name nor a date of anything that was not published is in it. */
export async function publicDossier(db: Db, officeId: string, today: string, place: OfficePlace): Promise<Dossier> {
  const { figures, projects } = await publicOffice(db, officeId, today)
  const standing = [...figures, ...projects]
  return {
    office: { id: officeId, ...place },
    asOf: null,
    knownOn: standing.map(stamp).sort().at(-1) ?? '1970-01-01T00:00:00Z',
    day: today,
    subjects: projects.filter(isProject).map(({ row, payload: p }) => ({
      id: p.subjectId,
      kind: p.subjectKind,
      nameKo: p.titleKo,
      nameEn: p.titleEn,
      place: p.place,
      industry: p.industry,
      stage: p.stage?.stage ?? null,
      phase: p.stage?.phase ?? null,
      illustrative: p.illustrative,
      page: `${place.page}/p/${row.series}`,
      steps: p.stages.map(
        (step, at): DossierStep => ({
          id: `${p.subjectId}-${at}`,
          machine: p.subjectKind,
          stage: step.stage,
          nameKo: step.stageKo,
          nameEn: step.stageEn,
          phase: step.phase,
          from: step.occurredFrom,
          to: step.occurredTo,
          source: step.quotes[0] ? source(step.quotes[0]) : null,
        }),
      ),
      facts: p.facts.map(factOf),
      parties: p.parties.map((party) => ({
        id: party.subjectId,
        nameKo: party.nameKo,
        nameEn: party.nameEn,
        kind: 'organisation',
        role: party.role,
        part: null,
        share: null,
        since: null,
        until: null,
      })),
      tasks: [],
    })),
    figures: figures.filter(isFigure).map(({ row, payload: p }) => ({
      id: row.series,
      formula: p.formula,
      version: p.formulaVersion,
      nameKo: p.titleKo,
      nameEn: p.titleEn,
      value: p.value,
      valueMax: p.valueMax,
      bound: p.bound,
      approximate: p.approximate,
      unit: p.unit,
      asOf: p.asOf,
      page: `${place.page}/f/${row.series}`,
    })),
  }
}

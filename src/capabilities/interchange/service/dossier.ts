import { stagesOf } from '#engines/accounting/stages'
import { codeLists } from '#engines/interchange/codes'
import type { Dossier, DossierFact, DossierStep, DossierSubject, DossierTask } from '#engines/interchange/dossier'
import type { Db } from '#store/store'
import { officeLists } from '../lists.ts'
import type { Looking, RecordRow, Which } from '../looking.ts'
import { documentSources, dossierParties, factSources } from '../queries/dossier.ts'
import { rowsOf } from '../queries/rows.ts'

/** Where the office stands on the web. */
export interface OfficePlace {
  readonly nameKo: string
  readonly nameEn: string
  readonly page: string
}

/** The stage of a machine, whatever day it held on. */
export function stageOf(machine: string, stage: string) {
  return codeLists[`stage:${machine}`]
    ? stagesOf(machine as Parameters<typeof stagesOf>[0], '9999-12-31').find((row) => row.stage === stage)
    : undefined
}

/** 한 기관의 사업들을 묶는다: subjects with all that is known of them at the clocks, as far as the reader may see it. */
export async function dossierOf(db: Db, looking: Looking, which: Which, place: OfficePlace): Promise<Dossier> {
  const projects = await rowsOf('projects', db, looking, which)
  const facts = await rowsOf('facts', db, looking, which)
  const steps = await rowsOf('stages', db, looking, which)
  const tasks = await rowsOf('milestones', db, looking, which)
  const parties = await dossierParties(db, looking, which)
  const sources = await factSources(
    db,
    looking,
    facts.map((fact) => fact.liveId),
  )
  const documents = await documentSources(db, looking, [
    ...new Set(steps.flatMap((step) => (step.values.documentId ? [step.values.documentId] : []))),
  ])
  const { indicators } = await officeLists(db, looking.officeId)
  const named = new Map(indicators.map((one) => [one.code, { id: one.code, ko: one.ko, en: one.en }]))
  const own = <T>(rows: readonly RecordRow[], of: (row: RecordRow) => T) => {
    const groups = new Map<string, T[]>()
    for (const row of rows) groups.set(row.subjectId, [...(groups.get(row.subjectId) ?? []), of(row)])
    return groups
  }
  const factsBy = own(
    facts,
    ({ liveId, values: v }): DossierFact => ({
      id: liveId,
      indicator: named.get(v.indicator!) ?? { id: v.indicator!, ko: v.indicator!, en: v.indicator! },
      facet: v.facet!,
      series: v.series ?? null,
      value: v.value!,
      valueMax: v.valueMax ?? null,
      bound: v.bound ?? null,
      approximate: v.approximate === 'true',
      unit: v.unit!,
      per: v.per ?? null,
      periodFrom: v.periodFrom ?? null,
      periodTo: v.periodTo ?? null,
      dueFrom: v.dueFrom ?? null,
      dueTo: v.dueTo ?? null,
      funding: v.funding ?? null,
      ended: v.ended === 'true',
      knownFrom: v.knownFrom!,
      sources: sources.get(liveId) ?? [],
    }),
  )
  const stepsBy = own(steps, ({ id, values: v }): DossierStep => {
    const stage = stageOf(v.machine!, v.stage!)
    return {
      id,
      machine: v.machine!,
      stage: v.stage!,
      nameKo: stage?.ko ?? v.stage!,
      nameEn: stage?.en ?? v.stage!,
      phase: stage?.phase ?? 'before',
      from: v.occurredFrom ?? null,
      to: v.occurredTo ?? null,
      source: v.documentId ? (documents.get(v.documentId) ?? null) : null,
    }
  })
  const tasksBy = own(
    tasks,
    ({ id, values: v }): DossierTask => ({
      id,
      kind: v.kind!,
      title: v.title!,
      dueOn: v.dueOn ?? null,
      doneOn: v.doneOn ?? null,
      waivedOn: v.waivedOn ?? null,
    }),
  )
  const subjects = projects.map(
    ({ id, values: v }): DossierSubject => ({
      id,
      kind: v.kind!,
      nameKo: v.nameKo!,
      nameEn: v.nameEn ?? null,
      place: v.place ?? null,
      industry: v.industry ?? null,
      stage: v.stage ?? null,
      phase: v.stage ? (stageOf(v.kind!, v.stage)?.phase ?? null) : null,
      illustrative: v.illustrative === 'true',
      page: null,
      steps: stepsBy.get(id) ?? [],
      facts: factsBy.get(id) ?? [],
      parties: parties.get(id) ?? [],
      tasks: tasksBy.get(id) ?? [],
    }),
  )
  return {
    office: { id: looking.officeId, ...place },
    asOf: looking.asOf,
    knownOn: looking.knownOn ?? lastChange([...facts, ...steps, ...tasks, ...projects]),
    day: looking.asOf ?? looking.today,
    subjects,
    figures: [],
  }
}

/** The moment of the last change: asked again, an unchanged office gives the same bytes. */
const lastChange = (rows: readonly RecordRow[]): string =>
  rows.reduce((last, row) => (row.heldSince !== null && row.heldSince > last ? row.heldSince : last), '1970-01-01T00:00:00Z')

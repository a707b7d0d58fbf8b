import { type Dossier, type DossierFact, type DossierSource, type DossierSubject, isCurrency, isExactNumber, remarkOf } from './dossier.ts'
import { webAddress } from './web-address.ts'

type Data = { readonly [key: string]: unknown }

/** How the package is published: the prefix of project ids, the zone of its days, its own address. */
export interface Oc4idsOptions {
  /** Six small letters or digits, given by the Open Contracting Partnership to each publisher. */
  readonly prefix: string
  readonly uri: string
  readonly license: string | null
  /** The office's time zone as an offset, such as "+09:00". */
  readonly offset: string
}

/** OC4IDS project ids: `oc4ids-`, the publisher's prefix, and the id that the office gives. */
export const oc4idsId = (prefix: string, id: string): string => `oc4ids-${prefix}-${id}`

/** The project status codelist of OC4IDS 0.9 by the phase of our stages; a completed building is told apart by its stage. */
const statuses: Readonly<Record<string, string>> = {
  before: 'identification',
  announced: 'identification',
  committed: 'preparation',
  building: 'implementation',
  realised: 'maintenance',
  lost: 'cancelled',
}
const periods: Readonly<Record<string, string>> = {
  identification: 'identificationPeriod',
  preparation: 'preparationPeriod',
  implementation: 'implementationPeriod',
  completion: 'completionPeriod',
  maintenance: 'maintenancePeriod',
}
const statusOf = (stage: string | null, phase: string | null): string | null =>
  phase === null ? null : stage === 'completion' ? 'completion' : (statuses[phase] ?? null)

/** The party role codelist is open: roles that it lacks keep their own word. */
const roles: Readonly<Record<string, string>> = { investor: 'funder', authority: 'publicAuthority' }
const documentTypes: Readonly<Record<string, string>> = {
  press_release: 'pressRelease',
  article: 'newsArticle',
  plan: 'projectPlan',
  minutes: 'meetingMinutes',
}

/**
 * OC4IDS 0.9.5 사업 묶음: a project package of the investment projects of a dossier. What was said (target, plan, announced, forecast, estimate) are forecasts, what happened
 * are metrics, in the same shape; each observation carries the sentences it stands on as `x_evidence`. Empty things are left out, as the standard asks.
 *
 * Source: Open Contracting for Infrastructure Data Standards 0.9.5, schema/project-level.
 * @returns null where the dossier has no project: a package holds at least one
 */
export function oc4idsPackage(dossier: Dossier, options: Oc4idsOptions): Data | null {
  const projects = dossier.subjects.filter((subject) => subject.kind === 'project').map((subject) => projectOf(dossier, subject, options))
  if (projects.length === 0) return null
  return filled({
    uri: options.uri,
    version: '0.9',
    publishedDate: dossier.knownOn,
    publisher: { name: dossier.office.nameKo, uri: dossier.office.page },
    license: options.license,
    projects,
  }) as Data
}

function projectOf(dossier: Dossier, subject: DossierSubject, options: Oc4idsOptions): Data {
  const own = `office-${dossier.office.id}`
  const at = (day: string | null) => (day === null ? null : `${day}T00:00:00${options.offset}`)
  const phases = new Map<string, string[]>()
  // what comes from abroad is notified and arrives beside the project: building does not begin when money arrives
  for (const step of subject.steps.filter((one) => one.machine === subject.kind)) {
    const name = periods[statusOf(step.stage, step.phase) ?? '']
    const day = step.from ?? step.to
    if (name && day !== null) phases.set(name, [...(phases.get(name) ?? []), day])
  }
  const announced = subject.facts.find(
    (fact) =>
      fact.indicator.id === 'investment' &&
      fact.series === null &&
      !fact.ended &&
      (fact.facet === 'announced' || fact.facet === 'plan') &&
      amountOf(fact),
  )
  return {
    id: oc4idsId(options.prefix, subject.id),
    updated: latest(subject) ?? dossier.knownOn,
    language: 'ko',
    title: subject.nameKo,
    description: subject.nameEn,
    status: statusOf(subject.stage, subject.phase),
    additionalClassifications:
      subject.industry === null ? null : [{ scheme: 'x_gusul-industry', id: subject.industry, description: subject.industry }],
    locations: subject.place === null ? null : [{ id: 'place', description: subject.place }],
    publicAuthority: { id: own, name: dossier.office.nameKo },
    parties: [{ id: own, name: dossier.office.nameKo, roles: ['publicAuthority'] }, ...partiesOf(subject)],
    ...Object.fromEntries([...phases].map(([name, days]) => [name, { startDate: at([...days].sort()[0]!) }])),
    budget: announced ? { amount: amountOf(announced), description: remarkOf(announced) } : null,
    forecasts: metricsOf(
      subject.facts.filter((fact) => fact.facet !== 'actual'),
      at,
    ),
    metrics: metricsOf(
      subject.facts.filter((fact) => fact.facet === 'actual'),
      at,
    ),
    milestones: subject.tasks.map((task) => ({
      id: task.id,
      title: task.title,
      type: task.kind === 'obligation' ? 'obligation' : 'assembly',
      dueDate: at(task.dueOn),
      dateMet: at(task.doneOn),
      status: task.doneOn !== null ? 'met' : task.waivedOn !== null || (task.dueOn !== null && task.dueOn < dossier.day) ? 'notMet' : 'scheduled',
      description: task.waivedOn === null ? null : `${task.waivedOn} 면제`,
    })),
    documents: documentsOf(subject, at),
    x_illustrative: subject.illustrative ? true : null,
  }
}

function latest(subject: DossierSubject): string | null {
  return (
    subject.facts
      .map((fact) => fact.knownFrom)
      .sort()
      .at(-1) ?? null
  )
}

function partiesOf(subject: DossierSubject): Data[] {
  const parties = new Map<string, { name: string; roles: string[] }>()
  for (const party of subject.parties) {
    const known = parties.get(party.id) ?? { name: party.nameKo, roles: [] }
    const role = roles[party.role] ?? party.role
    if (!known.roles.includes(role)) known.roles.push(role)
    parties.set(party.id, known)
  }
  return [...parties].map(([id, party]) => ({ id, ...party }))
}

/** Money in a currency, where a JSON number holds it without loss. */
const amountOf = (fact: DossierFact): Data | null =>
  isCurrency(fact.unit) && isExactNumber(fact.value) ? { amount: Number(fact.value), currency: fact.unit } : null

function metricsOf(facts: readonly DossierFact[], at: (day: string | null) => string | null): Data[] {
  const groups = new Map<string, DossierFact[]>()
  for (const fact of facts) groups.set(fact.indicator.id, [...(groups.get(fact.indicator.id) ?? []), fact])
  return [...groups].map(([id, own]) => ({
    id,
    title: own[0]!.indicator.ko,
    description: own[0]!.indicator.en,
    observations: own.map((fact) => {
      const money = amountOf(fact)
      const [from, to] = fact.periodFrom !== null || fact.periodTo !== null ? [fact.periodFrom, fact.periodTo] : [fact.dueFrom, fact.dueTo]
      return {
        id: fact.id,
        period: { startDate: at(from), endDate: at(to) },
        value: money,
        measure: money ? null : fact.value,
        unit: money ? null : { name: fact.unit, id: fact.unit, scheme: 'x_gusul-unit' },
        dimensions: { facet: fact.facet, series: fact.series, funding: fact.funding },
        notes: remarkOf(fact),
        x_evidence: fact.sources.map((source) => ({ document: source.documentId, sentence: source.sentence })),
      }
    }),
  }))
}

function documentsOf(subject: DossierSubject, at: (day: string | null) => string | null): Data[] {
  const sources = new Map<string, DossierSource>()
  for (const source of [...subject.facts.flatMap((fact) => fact.sources), ...subject.steps.flatMap((step) => (step.source ? [step.source] : []))])
    if (!sources.has(source.documentId)) sources.set(source.documentId, source)
  return [...sources.values()].map((source) => ({
    id: source.documentId,
    documentType: documentTypes[source.kind] ?? source.kind,
    title: source.title,
    url: webAddress(source.url),
    datePublished: at(source.publishedOn),
    author: source.outlet,
  }))
}

/** The same without anything that is empty: null, empty or blank texts, lists and objects with nothing in them. */
export function filled(value: unknown): unknown {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string') return value.trim() === '' ? undefined : value
  if (Array.isArray(value)) {
    const kept = value.map(filled).filter((one) => one !== undefined)
    return kept.length === 0 ? undefined : kept
  }
  if (typeof value === 'object') {
    const kept = Object.entries(value).flatMap(([key, one]) => {
      const own = filled(one)
      return own === undefined ? [] : [[key, own] as const]
    })
    return kept.length === 0 ? undefined : Object.fromEntries(kept)
  }
  return value
}

import { formulaOf } from '#capabilities/portfolio/index'
import { foldStage } from '#engines/accounting/stage-fold'
import { machineOf, stagesOf } from '#engines/accounting/stages'
import type { Figure } from '#record/figure'
import type { Db } from '#store/store'
import { type Cover, countedUnder, coveringOf, factsUnder, namesIn, projectUnder } from './cover.ts'
import { heldBack } from './embargo.ts'
import { type AskedFigure, computeFigure, countWithConfidential } from './figure-source.ts'
import { planFor } from './freeze-plan.ts'
import type { FigurePayload, Payload, ProjectPayload, PublicQuote, PublicStage } from './payload.ts'
import { addressesOf, evidenceOfStages, type FactsForPublic, factsForPublic } from './queries/facts.ts'
import { clusterOf, factIdsOf, partiesOf, stageEventsOf, subjectById } from './queries/projects.ts'
import { newestEditions } from './queries/publications.ts'
import { scopedTitle } from './scope-words.ts'
import { quotable } from './sentence.ts'

/** Why something may not be published, in the words of the person who asked. */
export interface Refusal {
  code: 'embargoed' | 'cover-says-name' | 'no-sentence' | 'unknown-value' | 'unknown-formula' | 'nothing-to-show'
  ko: string
  en: string
}

/** What a freeze found: the payload, what stands against publishing it, and what the publisher should know. Notes never reach the public. */
export interface Frozen<P> {
  payload: P
  refusals: Refusal[]
  notes: { ko: string; en: string }[]
}

/** Office, and the two clocks at which a payload is made. */
export interface FreezeAt {
  officeId: string
  timeZone: string
  /** The day on which it is decided what is still held back. */
  today: string
  asOf: string | null
  /** As known at this instant; null is now. */
  knownOn: string | null
  now: Date
}

const names = (list: readonly { subjectKo: string }[]) => [...new Set(list.map((one) => one.subjectKo))].join(', ')

/**
 * A figure as the public would read it. Values come from the formula; sentences are looked up anew, so that nothing held back can slip in with them.
 *
 * @returns null for an unknown formula
 */
export async function freezeFigure(db: Db, at: FreezeAt, asked: AskedFigure): Promise<Frozen<FigurePayload> | null> {
  const formula = formulaOf(asked.formula)
  if (!formula) return null
  const figure = await computeFigure(db, at, asked)
  const ids = figure.inputs.map((input) => input.factId)
  const found = await factsForPublic(db, at.officeId, ids, at.today, at.timeZone)
  await coverFacts(db, at, found)
  const refusals: Refusal[] = []
  if (found.embargoed.length > 0)
    refusals.push({
      code: 'embargoed',
      ko: `아직 밝힐 수 없는 것이 들어 있습니다: ${names(found.embargoed)}. 공개일을 정하거나 근거를 공개로 바꾼 뒤 공표할 수 있습니다.`,
      en: `It holds what may not be disclosed yet: ${names(found.embargoed)}. Set a day of disclosure or open the source first.`,
    })
  if (found.unsourced.length > 0)
    refusals.push({
      code: 'no-sentence',
      ko: `문장을 보일 수 없는 값이 있습니다: ${names(found.unsourced)}. 근거 문서를 다시 이어 주세요.`,
      en: `Some values have no sentence to show: ${names(found.unsourced)}. Link a source again.`,
    })
  if (figure.value === null)
    refusals.push({
      code: 'unknown-value',
      ko: '값을 모릅니다. 모르는 것을 0으로 공표하지 않습니다.',
      en: 'The value is not known. What is not known is not published as zero.',
    })
  const notes: Frozen<FigurePayload>['notes'] = []
  const held = (await countWithConfidential(db, at, asked)) - figure.inputs.length - figure.counted.length
  if (held > 0)
    notes.push({
      ko: `비공개 ${held}건은 세지 않았습니다. 공개 화면에는 이 말도 나오지 않습니다.`,
      en: `${held} confidential not counted. The public page does not say so either.`,
    })
  const covers = await standingCovers(db, at.officeId)
  // a covered page is counted by its cover, and by nothing that says the name
  const counted = await Promise.all(
    (await countedForPublic(db, at.officeId, figure.counted)).map(async (one) => {
      const cover = covers.get(one.subjectId)
      return cover ? countedUnder(await coveringOf(db, at.officeId, one.subjectId, cover, at.today), one) : one
    }),
  )
  const quotes = [...found.facts, ...counted].flatMap((one) => one.quotes)
  return {
    payload: {
      kind: 'figure',
      formula: figure.formula,
      formulaVersion: figure.formulaVersion,
      parameters: figure.parameters,
      titleKo: scopedTitle(figure.titleKo, figure.parameters, 'ko'),
      titleEn: scopedTitle(figure.titleEn, figure.parameters, 'en'),
      definitionKo: formula.definitionKo,
      definitionEn: formula.definitionEn,
      value: figure.value,
      valueMax: figure.valueMax,
      bound: figure.bound,
      approximate: figure.approximate,
      unit: figure.unit,
      asOf: figure.asOf,
      knownOn: at.knownOn ?? at.now.toISOString(),
      inputs: found.facts,
      counted,
      leftOut: figure.leftOut.flatMap((one) =>
        one.reason === 'confidential'
          ? []
          : [{ subjectKo: (one.subjectId && covers.get(one.subjectId)?.nameKo) || one.subjectName, reason: one.reason }],
      ),
      illustrative: quotes.some((quote) => quote.illustrative),
    },
    refusals,
    notes,
  }
}

/** Facts of a subject whose page stands under a cover name bear that name here too; one that only sentences with the name say has none to show. */
async function coverFacts(db: Db, at: FreezeAt, found: FactsForPublic): Promise<void> {
  const covers = await standingCovers(db, at.officeId)
  for (const [subjectId, cover] of covers) {
    const cluster = await clusterOf(db, at.officeId, subjectId)
    const own = found.facts.filter((fact) => cluster.includes(fact.subjectId))
    if (own.length === 0) continue
    const under = await factsUnder(await coveringOf(db, at.officeId, subjectId, cover, at.today), own)
    const byId = new Map(under.map((fact) => [fact.factId, fact]))
    found.unsourced.push(...own.filter((fact) => !byId.has(fact.factId)).map((fact) => ({ factId: fact.factId, subjectKo: fact.subjectKo })))
    found.facts = found.facts.flatMap((fact) => (own.includes(fact) ? (byId.get(fact.factId) ?? []) : [fact]))
  }
}

/** The cover names of pages that stand, by subject. */
async function standingCovers(db: Db, officeId: string): Promise<Map<string, Cover>> {
  const rows = (await newestEditions(db, officeId)).filter((row) => row.withdrawn_at === null)
  return new Map(
    rows.flatMap((row) => {
      const payload = row.payload as unknown as Payload
      return payload.kind === 'project' && payload.covered ? [[payload.subjectId, { nameKo: payload.titleKo, nameEn: payload.titleEn }] as const] : []
    }),
  )
}

/** What a count counted, without the notes that are meant for the office, and with sentences cut to what may be quoted. */
async function countedForPublic(db: Db, officeId: string, counted: Figure['counted']): Promise<FigurePayload['counted']> {
  const addresses = await addressesOf(db, officeId, [...new Set(counted.flatMap((one) => one.quotes.map((quote) => quote.documentId)))])
  return counted.map((one) => ({
    subjectId: one.subjectId,
    subjectKo: one.subjectName,
    stage: one.stage,
    on: one.on,
    quotes: one.quotes.flatMap((quote): PublicQuote[] => {
      const document = addresses.get(quote.documentId)
      if (!document) return []
      const shown = quote.sentence === null ? { sentence: null, mark: null } : quotable({ sentence: quote.sentence, mark: quote.mark })
      return [{ ...quote, ...shown, ...document }]
    }),
  }))
}

/**
 * A project's page as the public would read it: the facts that can be quoted, the stages, the parties. A fact that is held back is left out of it;
 * a project that is held back is refused whole.
 *
 * @returns null where there is no such subject
 */
export async function freezeProject(db: Db, at: FreezeAt, subjectId: string, cover: Cover | null = null): Promise<Frozen<ProjectPayload> | null> {
  const subject = await subjectById(db, at.officeId, subjectId)
  if (!subject) return null
  const cluster = await clusterOf(db, at.officeId, subjectId)
  const knownOn = at.knownOn ?? at.now.toISOString()
  const plan = await planFor(db, at.officeId, subject, at.today)
  const factIds = [...new Set([...(await factIdsOf(db, at.officeId, cluster, at.knownOn)), ...(plan?.factIds ?? [])])]
  const found = await factsForPublic(db, at.officeId, factIds, at.today, at.timeZone)
  const events = await stageEventsOf(db, at.officeId, cluster, at.knownOn)
  const evidence = await evidenceOfStages(
    db,
    at.officeId,
    events.map((event) => event.event_id),
    at.today,
  )
  const parties = await partiesOf(db, at.officeId, cluster)
  const refusals: Refusal[] = []
  if (heldBack(subject, at.today))
    refusals.push({
      code: 'embargoed',
      ko: `"${subject.name_ko}"은(는) 비공개입니다${subject.disclose_on ? ` (공개일 ${subject.disclose_on})` : ''}. 공개로 바꾼 뒤 공표할 수 있습니다.`,
      en: `"${subject.name_ko}" is confidential${subject.disclose_on ? ` (to be disclosed on ${subject.disclose_on})` : ''}. Open it first.`,
    })
  // a stage that only something held back says is not public
  const own = machineOf(subject.kind)
  const shown = events.filter((event) => event.machine === own && !evidence.get(event.event_id)?.held)
  const machine = own ? stagesOf(own, at.today) : []
  const toPublic = (event: (typeof shown)[number]): PublicStage[] => {
    const row = machine.find((one) => one.stage === event.to_stage)
    if (!row) return []
    return [
      {
        stage: row.stage,
        stageKo: row.ko,
        stageEn: row.en,
        phase: row.phase,
        occurredFrom: event.occurred_from,
        occurredTo: event.occurred_to,
        occurredText: event.occurred_text,
        quotes: evidence.get(event.event_id)?.quotes ?? [],
      },
    ]
  }
  const stages = shown.flatMap(toPublic)
  const steps = shown.map((event) => ({
    event,
    toStage: event.to_stage,
    occurredFrom: event.occurred_from,
    occurredTo: event.occurred_to,
    recordedAt: event.recorded_at,
    voidedAt: null,
    deliberate: event.reason !== null,
  }))
  const now = foldStage(steps, machine)
  const stage = now ? (toPublic(now.event)[0] ?? null) : null
  if (found.facts.length === 0 && stages.length === 0)
    refusals.push({
      code: 'nothing-to-show',
      ko: '보일 수 있는 값도 단계도 없습니다. 먼저 문장이 있는 값이나 단계를 적어 주세요.',
      en: 'There is neither a value nor a stage to show. Add one with its sentence first.',
    })
  const notes: Frozen<ProjectPayload>['notes'] = []
  if (found.embargoed.length > 0)
    notes.push({ ko: `비공개 값 ${found.embargoed.length}개는 넣지 않았습니다.`, en: `${found.embargoed.length} confidential values are left out.` })
  if (found.unsourced.length > 0)
    notes.push({
      ko: `문장을 보일 수 없는 값 ${found.unsourced.length}개는 넣지 않았습니다.`,
      en: `${found.unsourced.length} values without a sentence are left out.`,
    })
  const shownParties = parties.filter((party) => !heldBack(party, at.today) && !cluster.includes(party.subject_id))
  if (shownParties.length < parties.length) notes.push({ ko: '비공개 기관은 넣지 않았습니다.', en: 'Confidential parties are left out.' })
  const payload: ProjectPayload = {
    kind: 'project',
    subjectId,
    subjectKind: subject.kind,
    titleKo: subject.name_ko,
    titleEn: subject.name_en,
    place: subject.place,
    industry: subject.industry,
    stage,
    stages,
    parties: [...new Map(shownParties.map((party) => [`${party.subject_id} ${party.role}`, party])).values()].map((party) => ({
      subjectId: party.subject_id,
      nameKo: party.name_ko,
      nameEn: party.name_en,
      role: party.role,
    })),
    facts: found.facts,
    ...(plan ? { plan: plan.freeze(found.facts, stage) } : {}),
    knownOn,
    illustrative: subject.illustrative || found.facts.some((fact) => fact.quotes.some((quote) => quote.illustrative)),
  }
  const heldParties = parties.filter((party) => heldBack(party, at.today))
  if (cover) return underCover(db, at, { payload, refusals, notes }, cover)
  const named = namesIn(payload, heldParties)
  if (named.length > 0)
    notes.push({
      ko: `비공개인 이름이 이 쪽에 적혀 있습니다: ${named.join(', ')}. 가림 이름으로 공표하면 이름이 적힌 문장은 빠집니다.`,
      en: `The page says names that are held back: ${named.join(', ')}. Under a cover name every sentence that says them is left out.`,
    })
  return { payload, refusals, notes }
}

/** The same page under a cover name, with a word on what had to go. */
async function underCover(db: Db, at: FreezeAt, whole: Frozen<ProjectPayload>, cover: Cover): Promise<Frozen<ProjectPayload>> {
  const covering = await coveringOf(db, at.officeId, whole.payload.subjectId, cover, at.today)
  const payload = await projectUnder(covering, whole.payload)
  const gone = whole.payload.facts.length - payload.facts.length
  const notes = [...whole.notes]
  if (gone > 0)
    notes.push({
      ko: `이름을 말하는 문장뿐인 값 ${gone}개는 넣지 않았습니다. 이름 없이 적은 문장을 근거로 더하면 들어갑니다.`,
      en: `${gone} values are left out: only sentences that say a name say them. Add a sentence without the name as their source.`,
    })
  const refusals = [...whole.refusals]
  if ([cover.nameKo, cover.nameEn].some(covering.says))
    refusals.push({
      code: 'cover-says-name',
      ko: '가림 이름에 가릴 이름이 들어 있습니다. 다른 이름을 적어 주세요.',
      en: 'The cover name says the name that it is to cover. Write another one.',
    })
  if (payload.facts.length === 0 && payload.stages.length === 0 && !refusals.some((one) => one.code === 'nothing-to-show'))
    refusals.push({
      code: 'nothing-to-show',
      ko: '이름을 가리면 보일 수 있는 값도 단계도 없습니다.',
      en: 'Under the cover there is neither a value nor a stage to show.',
    })
  return { payload, refusals, notes }
}

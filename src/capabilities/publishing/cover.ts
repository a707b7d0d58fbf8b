import { organisationKey } from '#engines/accounting/organisation-name'
import type { Db } from '#store/store'
import { heldBack } from './embargo.ts'
import { factsOf, type Payload, type ProjectPayload, type PublicFact, type PublicQuote, type PublicStage } from './payload.ts'
import { bodiesOf } from './queries/facts.ts'
import { clusterOf, partiesOf, subjectById } from './queries/projects.ts'

/** 가림 이름: the name under which a person chooses to publish what is public while its name is not. */
export interface Cover {
  readonly nameKo: string
  readonly nameEn: string | null
}

/** What stands behind a cover: the names that the page must not say, and whether a text says one of them. */
export interface Covering extends Cover {
  readonly says: (text: string | null | undefined) => boolean
  /** Documents that say one of the names somewhere: neither their sentences nor their addresses may be shown. */
  readonly documents: (ids: readonly string[]) => Promise<ReadonlySet<string>>
}

/** Names shorter than this say too little to be looked for. */
const shortest = 2

/** Letters and digits alone, so that spaces, middle dots and case hide no name. */
const flat = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/**
 * The cover of a subject: its own names and those of its parties that are held back are the names that must not be said.
 *
 * @example
 * namesSaid(['㈜한빛전자'], '한빛 전자가 공장을 짓는다') // => true
 * namesSaid(['㈜한빛전자'], '첨단 기업이 공장을 짓는다') // => false
 */
export function namesSaid(names: readonly string[], text: string): boolean {
  const said = flat(text)
  return names.map((name) => flat(organisationKey(name))).some((name) => name.length >= shortest && said.includes(name))
}

export async function coveringOf(db: Db, officeId: string, subjectId: string, cover: Cover, today: string): Promise<Covering> {
  const cluster = await clusterOf(db, officeId, subjectId)
  const own = await Promise.all(cluster.map((id) => subjectById(db, officeId, id)))
  const parties = (await partiesOf(db, officeId, cluster)).filter((party) => heldBack(party, today))
  const names = [...own, ...parties].flatMap((one) => [one?.name_ko, one?.name_en]).filter((name): name is string => Boolean(name))
  const says = (text: string | null | undefined) => Boolean(text) && namesSaid(names, text!)
  return {
    ...cover,
    says,
    documents: async (ids) => new Set((await bodiesOf(db, officeId, ids)).filter((row) => says(row.text)).map((row) => row.documentId)),
  }
}

/** Quotes that say no name and stand in documents that say none. */
const quotesUnder = (covering: Covering, named: ReadonlySet<string>, quotes: readonly PublicQuote[]): PublicQuote[] =>
  quotes.filter((quote) => !named.has(quote.documentId) && ![quote.title, quote.sentence, quote.digestOf?.title].some(covering.says))

/** Facts under a cover: they bear its name, and what names somebody is left out; a fact that nothing else says goes with it. */
export async function factsUnder(covering: Covering, facts: readonly PublicFact[]): Promise<PublicFact[]> {
  const named = await covering.documents([...new Set(facts.flatMap((fact) => fact.quotes.map((quote) => quote.documentId)))])
  return facts.flatMap((fact) => {
    const quotes = quotesUnder(covering, named, fact.quotes)
    return quotes.length === 0 || covering.says(fact.part) ? [] : [{ ...fact, subjectKo: covering.nameKo, subjectEn: covering.nameEn, quotes }]
  })
}

/** A page under a cover: the name, the parties, the place and every text that says a name are not in it. */
export async function projectUnder(covering: Covering, payload: ProjectPayload): Promise<ProjectPayload> {
  const quoted = [...payload.stages, ...(payload.plan?.kind === 'pledge' ? payload.plan.grades : [])].flatMap((one) => one.quotes)
  const named = await covering.documents([...new Set(quoted.map((quote) => quote.documentId))])
  const stageUnder = (stage: PublicStage): PublicStage => ({
    ...stage,
    occurredText: covering.says(stage.occurredText) ? null : stage.occurredText,
    quotes: quotesUnder(covering, named, stage.quotes),
  })
  const { plan: _plan, ...rest } = payload
  return {
    ...rest,
    covered: true,
    titleKo: covering.nameKo,
    titleEn: covering.nameEn,
    place: covering.says(payload.place) ? null : payload.place,
    industry: covering.says(payload.industry) ? null : payload.industry,
    stage: payload.stage && stageUnder(payload.stage),
    stages: payload.stages.map(stageUnder),
    parties: payload.parties.filter((party) => ![party.nameKo, party.nameEn].some(covering.says)),
    facts: await factsUnder(covering, payload.facts),
  }
}

/** What a count counted, under a cover: its name, and the quotes that do not say the real one. */
export async function countedUnder<C extends { subjectKo: string; quotes: PublicQuote[] }>(covering: Covering, one: C): Promise<C> {
  const named = await covering.documents(one.quotes.map((quote) => quote.documentId))
  return { ...one, subjectKo: covering.nameKo, quotes: quotesUnder(covering, named, one.quotes) }
}

/** Names that are held back and that a payload says: for the publisher's eyes, before anything goes out. */
export function namesIn(payload: Payload, held: readonly { name_ko: string; name_en: string | null }[]): string[] {
  const texts = [
    payload.titleKo,
    payload.titleEn ?? '',
    ...factsOf(payload).flatMap((fact) => [fact.subjectKo, fact.part, ...fact.quotes.flatMap((quote) => [quote.title, quote.sentence ?? ''])]),
    ...(payload.kind === 'project' ? payload.stages.flatMap((stage) => stage.quotes.flatMap((quote) => [quote.title, quote.sentence ?? ''])) : []),
  ]
  return held.filter((one) => texts.some((text) => namesSaid([one.name_ko, one.name_en ?? ''], text))).map((one) => one.name_ko)
}

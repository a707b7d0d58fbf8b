import { sameQuantity } from '#quantity/quantity'
import { parseQuantity } from '#quantity/scan-quantity'
import type { Db } from '#store/store'
import { heldBack } from './embargo.ts'
import { type FigurePayload, factsOf, type Payload, type ProjectPayload, type PublicFact, type PublicQuote, quotesOf, subjectsOf } from './payload.ts'
import type { Plan } from './plan-payload.ts'
import { quantityOf } from './quantity.ts'
import { editionsOf, heldNow, newestEditions, type PublicationRow } from './queries/publications.ts'

/** A publication as the public sees it now. */
export interface PublicEdition {
  row: PublicationRow
  /** What was frozen, less the sentences of documents that were erased or closed since. */
  payload: Payload
  /** Whether sentences were taken out since: then the receipt speaks of the payload as it was. */
  redacted: boolean
}

export interface PublicFigure extends PublicEdition {
  payload: FigurePayload
}
export interface PublicProject extends PublicEdition {
  payload: ProjectPayload
}
export const isFigure = (edition: PublicEdition): edition is PublicFigure => edition.payload.kind === 'figure'
export const isProject = (edition: PublicEdition): edition is PublicProject => edition.payload.kind === 'project'

const takenBack = (quote: PublicQuote): PublicQuote => ({
  ...quote,
  title: '',
  outlet: null,
  publishedOn: null,
  url: null,
  sentence: null,
  mark: null,
  digestOf: null,
})

function without(payload: Payload, documents: ReadonlySet<string>): Payload {
  const quotes = (list: readonly PublicQuote[]) => list.map((quote) => (documents.has(quote.documentId) ? takenBack(quote) : quote))
  const facts = (list: readonly PublicFact[]) => list.map((fact) => ({ ...fact, quotes: quotes(fact.quotes) }))
  if (payload.kind === 'figure')
    return { ...payload, inputs: facts(payload.inputs), counted: payload.counted.map((one) => ({ ...one, quotes: quotes(one.quotes) })) }
  const stage = <S extends { quotes: PublicQuote[] } | null>(one: S): S => (one === null ? one : { ...one, quotes: quotes(one.quotes) })
  const plan: Plan | undefined =
    payload.plan?.kind === 'pledge'
      ? { ...payload.plan, grades: payload.plan.grades.map((grade) => ({ ...grade, quotes: quotes(grade.quotes) })) }
      : payload.plan
  return {
    ...payload,
    facts: facts(payload.facts),
    stage: stage(payload.stage),
    stages: payload.stages.map(stage),
    ...(plan ? { plan } : {}),
  }
}

/**
 * What of these rows the public may see today. An edition that names something held back now is absent as if it had never been;
 * sentences of documents that were erased or closed since are taken out.
 */
export async function shown(db: Db, officeId: string, rows: readonly PublicationRow[], today: string): Promise<PublicEdition[]> {
  const payloads = rows.map((row) => row.payload as unknown as Payload)
  const subjects = [...new Set(payloads.flatMap(subjectsOf))]
  const documents = [...new Set(payloads.flatMap((payload) => quotesOf(payload).map((quote) => quote.documentId)))]
  const held = await heldNow(db, officeId, subjects, documents)
  const closed = new Set(held.subjects.filter((row) => heldBack(row, today)).map((row) => row.subject_id))
  const gone = new Set(held.documents.filter((row) => row.erased_at !== null || heldBack(row, today)).map((row) => row.document_id))
  return rows.flatMap((row, at) => {
    const payload = payloads[at]!
    // approved for a day to come
    if (row.opens_on !== null && row.opens_on > today) return []
    if (subjectsOf(payload).some((id) => closed.has(id))) return []
    const redacted = quotesOf(payload).some((quote) => gone.has(quote.documentId))
    return [{ row, payload: redacted ? without(payload, gone) : payload, redacted }]
  })
}

/** What an office shows: its standing figures in their order and its standing project pages. */
export interface PublicOffice {
  headlines: PublicFigure[]
  figures: PublicFigure[]
  projects: PublicProject[]
  withdrawn: PublicEdition[]
}

export const isPledge = (project: PublicProject): boolean => project.payload.subjectKind === 'pledge'
export const isStrategy = (project: PublicProject): boolean => project.payload.subjectKind === 'strategy'
/** 사업: what is listed and counted among the projects; pledges and visions have pages of their own. */
export const isUndertaking = (project: PublicProject): boolean => !isPledge(project) && !isStrategy(project)

const byOrder = (a: PublicEdition, b: PublicEdition) => a.row.ord - b.row.ord || (a.row.series < b.row.series ? -1 : 1)

/** Everything that an office has published and that stands or was withdrawn, each series by its newest edition. */
export async function publicOffice(db: Db, officeId: string, today: string): Promise<PublicOffice> {
  const editions = (await shown(db, officeId, await newestEditions(db, officeId), today)).sort(byOrder)
  const standing = editions.filter((edition) => edition.row.withdrawn_at === null)
  const figures = standing.filter(isFigure)
  return {
    headlines: figures.filter((edition) => edition.row.headline),
    figures,
    projects: standing.filter(isProject),
    withdrawn: editions.filter((edition) => edition.row.withdrawn_at !== null),
  }
}

/** All editions of one series, newest first; empty where the public knows none. */
export async function publicSeries(db: Db, officeId: string, series: string, today: string): Promise<PublicEdition[]> {
  const rows = await editionsOf(db, officeId, series)
  const editions = await shown(db, officeId, rows, today)
  // what stands under the newest edition must not show through an older one
  return editions[0] && editions[0].row.edition === rows[0]?.edition ? editions : []
}

/** Something that was found in what an office has published. */
export interface Found {
  edition: PublicEdition
  /** The fact that matched; null where the title did. */
  fact: PublicFact | null
  quote: PublicQuote | null
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/**
 * 숫자 찾기: published figures and facts whose title, subject, sentence or value holds the words. "1조 원" finds the value however it was written.
 * Empty words find nothing.
 */
export function searchPublic(office: PublicOffice, words: string, limit = 50): Found[] {
  const wanted = folded(words)
  if (wanted === '') return []
  const asked = parseQuantity(words.trim())
  const found: Found[] = []
  // a fact stands on its own page and under figures: it is found once, on its own page
  const facts = new Set<string>()
  for (const edition of [...office.projects, ...office.figures]) {
    const { payload } = edition
    const own = payload.kind === 'figure' ? quantityOf(payload) : null
    const title = [payload.titleKo, payload.titleEn ?? '', payload.kind === 'project' ? `${payload.place ?? ''} ${payload.industry ?? ''}` : '']
    if (title.some((text) => folded(text).includes(wanted)) || (asked && own && sameQuantity(asked, own)))
      found.push({ edition, fact: null, quote: null })
    for (const fact of factsOf(payload)) {
      const value = quantityOf(fact)
      const quote = fact.quotes.find((one) => folded(one.sentence ?? '').includes(wanted) || folded(one.title).includes(wanted)) ?? null
      const named = folded(`${fact.subjectKo} ${fact.subjectEn ?? ''}`).includes(wanted)
      if (facts.has(fact.factId) || !(quote || named || (asked && value && sameQuantity(asked, value)))) continue
      facts.add(fact.factId)
      found.push({ edition, fact, quote })
    }
  }
  // what bears the words in its name comes before what says them
  return [...found.filter((one) => one.fact === null), ...found.filter((one) => one.fact !== null)].slice(0, limit)
}

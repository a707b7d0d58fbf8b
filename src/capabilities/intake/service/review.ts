import { computeFigures } from '#capabilities/portfolio/index'
import { organisationKey } from '#engines/accounting/organisation-name'
import { decimal } from '#quantity/decimal'
import { formatQuantity } from '#quantity/format'
import { quantity } from '#quantity/quantity'
import { hasUnit } from '#quantity/unit'
import type { Db } from '#store/store'
import { mergeEffect, totalOf } from '../figures.ts'
import type { TextMap } from '../formats/text-map.ts'
import { candidatesFor } from '../queries/candidates.ts'
import { type ClaimWithState, claimsOfDocument } from '../queries/claims.ts'
import { documentItem, documentRow } from '../queries/documents.ts'
import { sentencesOfFacts, subjectsById } from '../queries/evidence.ts'
import { judgementsById } from '../queries/judgements.ts'
import { reviewQueue } from '../queries/queue.ts'
import { indicatorsOf } from '../queries/subjects.ts'
import type { Review, ReviewClaim, Suggestion } from '../schemas-review.ts'
import { alikeFor } from './alike.ts'
import { type Candidate, compareClaim, isLikely, shownFrom } from './compare.ts'
import { documentAliases, type MarkedName, type NamedOrganisation } from './document-aliases.ts'
import { namedThings, proposeNames } from './named-things.ts'
import { looksLikeName } from './names.ts'
import { placeInFile } from './place-in-file.ts'
import { isMeasure, proposeAcceptance } from './propose.ts'

/** Who looks. */
export interface Looking {
  officeId: string
  officeNames: readonly string[]
  confidential: boolean
  now: Date
  timeZone: string
  locale: 'ko' | 'en'
}

const mostSuggestions = 3

/** 검토: a document with its claims, where each stands, what accepting would write, and what it may be the same as. Undefined where it may not be seen. */
export async function reviewOf(db: Db, looking: Looking, documentId: string): Promise<Review | undefined> {
  const { officeId, officeNames, confidential } = looking
  const item = await documentItem(db, officeId, documentId)
  const row = item && (await documentRow(db, officeId, documentId))
  if (!item || !row || row.kind === 'own_statement' || (item.confidential && !confidential)) return undefined
  const text = row.body
  const map = row.body_map as TextMap | null
  const claims = await claimsOfDocument(db, officeId, documentId)
  const waiting = claims.filter((claim) => claim.state === 'pending')
  const offered = namesOffered(text, waiting)
  const suggestions = await suggestionsFor(db, looking, waiting, offered, aliasesOf(row))
  const proposals = new Map(waiting.map((claim) => [claim.id, proposeAcceptance(claim, officeNames, offered.get(claim.id) ?? [])]))
  const unanswered = waiting.filter((claim) => suggestions.get(claim.id)?.length === 0 && proposals.get(claim.id)?.subject.kind !== 'office')
  const alike = await alikeFor(db, looking, unanswered, (claim) => namesIn(claim, offered.get(claim.id) ?? []))
  const judgements = await judgementsById(
    db,
    officeId,
    claims.flatMap((claim) => (claim.judgementId ? [claim.judgementId] : [])),
  )
  const subjects = await subjectsById(
    db,
    officeId,
    claims.flatMap((claim) => (claim.subjectId ? [claim.subjectId] : [])),
  )
  const byValue = new Map<string, ClaimWithState[]>()
  for (const claim of claims) {
    if (claim.value === null) continue
    const same = byValue.get(claim.value)
    if (same) same.push(claim)
    else byValue.set(claim.value, [claim])
  }
  const indicators = await indicatorsOf(db, officeId)
  const queue = await reviewQueue(db, officeId, { limit: 2, confidential })
  const done = claims.filter((claim) => ['accepted', 'merged', 'rejected'].includes(claim.state)).length
  return {
    document: { ...item, text },
    mentions: (row.mentions as Review['mentions'] | null) ?? [],
    claims: claims.map(
      (claim): ReviewClaim => ({
        ...claim,
        inFile: placeInFile(map, claim.span),
        judgement: (claim.judgementId && judgements.get(claim.judgementId)) || null,
        about: (claim.subjectId && subjects.get(claim.subjectId)) || null,
        proposal: proposals.get(claim.id) ?? null,
        suggestions: suggestions.get(claim.id) ?? [],
        alike: alike.get(claim.id) ?? [],
        sameAs: claim.state === 'pending' ? sameInDocument(claim, byValue) : null,
      }),
    ),
    indicators: indicators.map((one) => ({ id: one.indicator_id, nameKo: one.name_ko, nameEn: one.name_en, unit: one.unit })),
    progress: { judged: done, total: claims.filter((claim) => claim.state !== 'corrected').length, atStake: item.atStake },
    nextDocument: queue.items.find((one) => one.documentId !== documentId)?.documentId ?? null,
  }
}

/** Names that the text offers for what each claim speaks of, the likeliest first. */
export function namesOffered(text: string | null, claims: readonly ClaimWithState[]): Map<string, string[]> {
  const things = text === null ? [] : namedThings(text)
  return new Map(
    claims.map((claim) => [
      claim.id,
      text === null
        ? []
        : proposeNames(text, things, {
            what: claim.what,
            place: claim.place,
            parties: [claim.subject, ...claim.counterparts].filter((name): name is string => name !== null),
            start: claim.span.start,
            sentenceStart: claim.span.sentenceStart,
            sentenceEnd: claim.span.sentenceEnd,
          }),
    ]),
  )
}

/** What a claim's own sentence says of the name, and what the text offers. */
const namesIn = (claim: ClaimWithState, guessed: readonly string[]) => ({
  said: claim.what !== null && looksLikeName(claim.what) && !isMeasure(claim.what) ? [claim.what] : [],
  guessed,
  sentence: claim.span.sentence ?? '',
  lead: (claim.span.sentence ?? '').slice(0, Math.max(0, claim.span.start - claim.span.sentenceStart)),
  rest: (claim.span.sentence ?? '').slice(Math.max(0, claim.span.end - claim.span.sentenceStart)),
})

/** What names of organisations in a document mean the same one. */
export const aliasesOf = (document: { body: string | null; mentions: unknown }): Map<string, NamedOrganisation> =>
  documentAliases(document.body ?? '', (document.mentions as MarkedName[] | null) ?? [])

/** What the document of a claim calls its parties besides (㈜코라테크(KORA테크)). */
const calledBesides = (claim: ClaimWithState, aliases: ReadonlyMap<string, NamedOrganisation>): string[] =>
  [claim.subject, ...claim.counterparts].flatMap((name) => {
    const known = name === null ? undefined : aliases.get(organisationKey(name))
    return known ? [known.name, ...known.others] : []
  })

/** An earlier claim of the document with the same indicator, value, unit and parties: a headline and its sentence. Never decided by itself. */
function sameInDocument(claim: ClaimWithState, byValue: ReadonlyMap<string, readonly ClaimWithState[]>): string | null {
  if (claim.value === null) return null
  const earlier = byValue
    .get(claim.value)
    ?.find(
      (one) =>
        one.id !== claim.id &&
        (one.state === 'pending' || one.state === 'accepted') &&
        one.span.start < claim.span.start &&
        one.indicator === claim.indicator &&
        one.value === claim.value &&
        one.valueMax === claim.valueMax &&
        one.unit === claim.unit &&
        (one.subject === claim.subject || one.subject === null || claim.subject === null),
    )
  return earlier?.id ?? null
}

/** What each waiting claim may be the same as, the likeliest first, each row explained. */
export async function suggestionsFor(
  db: Db,
  looking: Looking,
  claims: readonly ClaimWithState[],
  offered: ReadonlyMap<string, readonly string[]>,
  aliases: ReadonlyMap<string, NamedOrganisation> = new Map(),
): Promise<Map<string, Suggestion[]>> {
  const { officeId, officeNames, confidential, locale } = looking
  const nameOf = (claim: ClaimWithState) => offered.get(claim.id)?.[0] ?? claim.what ?? claim.subject ?? ''
  const candidates = await candidatesFor(
    db,
    officeId,
    claims.map((claim) => ({ ...claim, name: nameOf(claim) })),
    confidential,
  )
  const shown = new Map<string, { candidate: Candidate; compared: ReturnType<typeof compareClaim> }[]>()
  for (const claim of claims) {
    const list = (candidates.get(claim.id) ?? []).map((candidate) => ({
      candidate,
      compared: compareClaim(
        claim,
        candidate,
        { ...namesIn(claim, offered.get(claim.id) ?? []), called: calledBesides(claim, aliases) },
        officeNames,
        (which) => (which === 'ours' ? amountWords(claim, locale) : amountWords(candidate, locale)),
      ),
    }))
    list.sort((a, b) => b.compared.score - a.compared.score || (a.candidate.factId < b.candidate.factId ? -1 : 1))
    shown.set(claim.id, list.filter((one) => one.compared.score >= shownFrom).slice(0, mostSuggestions))
  }
  const facts = [...new Set([...shown.values()].flat().map((one) => one.candidate.factId))]
  const sentences = await sentencesOfFacts(db, officeId, facts, confidential)
  const totals = await totalsFor(db, looking, claims)
  return new Map(
    claims.map((claim) => [
      claim.id,
      (shown.get(claim.id) ?? []).map(
        ({ candidate, compared }): Suggestion => ({
          factId: candidate.factId,
          subject: { id: candidate.subjectId, name: candidate.subjectName, kind: candidate.subjectKind as Suggestion['subject']['kind'] },
          value: candidate.value,
          valueMax: candidate.valueMax,
          unit: candidate.unit,
          approximate: candidate.approximate,
          facet: candidate.facet as Suggestion['facet'],
          score: Math.round(compared.score * 100) / 100,
          likely: isLikely(compared),
          rows: compared.rows,
          sentences: sentences.get(candidate.factId) ?? [],
          effect: mergeEffect(totals.get(claim.indicator ?? ''), claim),
        }),
      ),
    ]),
  )
}

async function totalsFor(db: Db, looking: Looking, claims: readonly ClaimWithState[]) {
  const indicators = [...new Set(claims.map((claim) => claim.indicator ?? ''))].filter((indicator) => totalOf[indicator])
  if (indicators.length === 0) return new Map()
  const figures = await computeFigures(
    db,
    looking.officeId,
    indicators.map((indicator) => totalOf[indicator]!),
    { confidential: looking.confidential, now: looking.now, timeZone: looking.timeZone, quotes: false },
  )
  return new Map(indicators.map((indicator, at) => [indicator, figures[at]!]))
}

/** An amount as its reader reads it; null where none is stated. */
export function amountWords(
  of: { value: string | null; valueMax: string | null; unit: string | null; approximate: boolean },
  locale: 'ko' | 'en',
): string | null {
  if (of.value === null || of.unit === null) return null
  if (!hasUnit(of.unit)) return `${of.value} ${of.unit}`
  const amount = quantity(of.value, of.unit, { max: of.valueMax ? decimal(of.valueMax) : undefined, approx: of.approximate })
  // eleven digits are hard to read: in English by their magnitude where that loses nothing
  const short = locale === 'en' ? formatQuantity(amount, locale, 'short') : null
  return short && !short.rounded ? short.text : formatQuantity(amount, locale).text
}

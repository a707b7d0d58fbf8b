import { z } from '@hono/zod-openapi'
import { pageOf } from '#api/paging'
import { fundings } from '#engines/accounting/funding'
import { Claim, ClaimContent, ClaimStateName } from '#record/claim'
import { Span } from '#record/document'
import { Facet } from '#record/fact'
import { Judgement } from '#record/judgement'
import { Day, DecimalText, Id, Instant, Interval } from '#record/scalars'
import { Relation, SubjectKind } from '#record/subject'
import { DocumentWithText } from './schemas.ts'

const PartyRole = Relation.shape.role
/** A party of what is accepted, with what it is to it. */
export const Party = z.object({ name: z.string().trim().min(1).max(200), role: PartyRole })

/** Whom or what the fact will be about: one that is there, one to be made, or the office itself. */
export const SubjectChoice = z
  .union([
    z.object({ id: Id }),
    z.object({
      new: z.object({
        kind: SubjectKind.exclude(['office']),
        nameKo: z.string().trim().min(1).max(200),
        nameEn: z.string().trim().max(200).nullish(),
        place: z.string().trim().max(200).nullish(),
        industry: z.string().trim().max(200).nullish(),
      }),
    }),
    z.object({ office: z.literal(true) }),
  ])
  .openapi('SubjectChoice')
export type SubjectChoice = z.infer<typeof SubjectChoice>

/** 받기: what a person decides when accepting a claim. What is left out follows the proposal. */
export const Acceptance = z
  .object({
    subject: SubjectChoice,
    facet: Facet.optional(),
    /** Parts of one indicator stand in a series of their own, such as "1단계"; '' is the whole. */
    series: z.string().trim().max(100).optional(),
    partOf: Id.nullish(),
    period: Interval.optional(),
    due: Interval.nullish(),
    stage: z.object({ to: z.string(), occurred: Interval, occurredText: z.string().nullish() }).nullish(),
    parties: z.array(Party).max(30).optional(),
    /** 재원: whose money it is; left out follows how the sentence names the part (국비, 민자), null says that nobody knows. */
    funding: z.enum(fundings).nullish(),
    note: z.string().max(2000).nullish(),
    /** Say yes to replacing a value that the office holds for the same series; it stays in the history. */
    replace: z.boolean().optional(),
  })
  .openapi('Acceptance')
export type Acceptance = z.infer<typeof Acceptance>

export const Rejection = z.object({ reason: z.string().trim().min(1).max(2000) }).openapi('Rejection')
/** 합치기: the claim says again what a fact holds already. With a subject alone its live fact of the same indicator is taken. */
export const Merging = z.object({ factId: Id.optional(), subjectId: Id.optional(), reason: z.string().max(2000).nullish() }).openapi('Merging')
export type Merging = z.infer<typeof Merging>

/** 고치기: slots to change, words to point at; a new claim corrects the old, which stays. Accepted at once without a subject, it goes where its own words say. */
export const Correction = z
  .object({
    content: ClaimContent.partial(),
    span: z.object({ start: z.number().int().min(0), end: z.number().int().min(1) }).optional(),
    reason: z.string().max(2000).nullish(),
    accept: Acceptance.partial({ subject: true }).optional(),
  })
  .openapi('Correction')
export type Correction = z.infer<typeof Correction>

/** One decision among many that are made, and can be taken back, at once. */
export const Decision = z
  .discriminatedUnion('action', [
    z.object({ action: z.literal('accept'), claimId: Id, accept: Acceptance }),
    z.object({ action: z.literal('merge'), claimId: Id, factId: Id.optional(), subjectId: Id.optional(), sameAsClaim: Id.optional() }),
    z.object({ action: z.literal('reject'), claimId: Id, reason: z.string().trim().min(1).max(2000) }),
  ])
  .openapi('Decision')
export type Decision = z.infer<typeof Decision>

export const Proposed = z.object({
  subject: z.object({ kind: SubjectKind, name: z.string(), place: z.string().nullable() }),
  otherNames: z.array(z.string()),
  indicator: z.string().nullable(),
  facet: Facet,
  period: Interval,
  due: Interval.nullable(),
  stage: z.object({ to: z.string(), occurred: Interval, occurredText: z.string().nullable() }).nullable(),
  parties: z.array(Party),
  funding: z.enum(fundings).nullable(),
})

export const Suggestion = z
  .object({
    factId: Id,
    subject: z.object({ id: Id, name: z.string(), kind: SubjectKind }),
    value: DecimalText,
    valueMax: DecimalText.nullable(),
    unit: z.string(),
    approximate: z.boolean(),
    facet: Facet,
    score: z.number(),
    likely: z.boolean(),
    rows: z.array(
      z.object({
        key: z.enum(['amount', 'name', 'party', 'place', 'part', 'date']),
        ours: z.string().nullable(),
        theirs: z.string().nullable(),
        result: z.enum(['same', 'different', 'unknown']),
        weight: z.number(),
      }),
    ),
    sentences: z.array(
      z.object({
        documentId: Id,
        title: z.string(),
        outlet: z.string().nullable(),
        publishedOn: Day.nullable(),
        sentence: z.string().nullable(),
        mark: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
        illustrative: z.boolean(),
      }),
    ),
    /** The office's total now, and what it would become were the claim accepted beside the fact; null where no total stands on the indicator. */
    effect: z
      .object({ formula: z.string(), titleKo: z.string(), titleEn: z.string(), merged: DecimalText, apart: DecimalText, unit: z.string() })
      .nullable(),
  })
  .openapi('Suggestion')
export type Suggestion = z.infer<typeof Suggestion>

/** A subject that is there and that a claim may be about, where no value of it can be held beside the claim's. */
export const AlikeSubject = z
  .object({
    subject: z.object({ id: Id, name: z.string(), kind: SubjectKind }),
    place: z.string().nullable(),
    stage: z.string().nullable(),
    score: z.number(),
    likely: z.boolean(),
    rows: z.array(
      z.object({
        key: z.enum(['name', 'party', 'place']),
        ours: z.string().nullable(),
        theirs: z.string().nullable(),
        /** `near`: two names with most of their letters in common. */
        result: z.enum(['same', 'near', 'different', 'unknown']),
      }),
    ),
  })
  .openapi('AlikeSubject')
export type AlikeSubject = z.infer<typeof AlikeSubject>

/** Where the words stand in the file: its label in both languages, and the page, sheet or table to filter by. */
export const FilePlace = z
  .object({ ko: z.string(), en: z.string(), group: z.object({ key: z.string(), ko: z.string(), en: z.string() }).nullable() })
  .openapi('FilePlace')
export type FilePlace = z.infer<typeof FilePlace>

export const ReviewClaim = Claim.extend({
  negated: z.boolean(),
  /** Page, sheet and cell of the file; null where the text did not come from one that has them. */
  inFile: FilePlace.nullable(),
  span: Span,
  state: ClaimStateName,
  judgement: Judgement.nullable(),
  factId: Id.nullable(),
  subject: z.string().nullable(),
  /** Where the claim went: the subject of its fact. */
  about: z.object({ id: Id, nameKo: z.string(), kind: SubjectKind }).nullable(),
  proposal: Proposed.nullable(),
  suggestions: z.array(Suggestion),
  /** Subjects that are there and that it may be about: for a step, and for a value that nothing held is like. */
  alike: z.array(AlikeSubject),
  /** An earlier claim of the same document that says the same value; to be merged with rather than accepted twice. */
  sameAs: Id.nullable(),
}).openapi('ReviewClaim')
export type ReviewClaim = z.infer<typeof ReviewClaim>

export const Review = z
  .object({
    document: DocumentWithText,
    mentions: z.array(
      z.object({ start: z.number().int(), end: z.number().int(), kind: z.string(), value: z.unknown(), unit: z.string().nullable() }),
    ),
    claims: z.array(ReviewClaim),
    indicators: z.array(z.object({ id: z.string(), nameKo: z.string(), nameEn: z.string(), unit: z.string() })),
    progress: z.object({ judged: z.number().int(), total: z.number().int(), atStake: DecimalText.nullable() }),
    /** The document that waits with the most money at stake after this one. */
    nextDocument: Id.nullable(),
  })
  .openapi('Review')
export type Review = z.infer<typeof Review>

export const WaitingDocument = z
  .object({
    documentId: Id,
    title: z.string(),
    outlet: z.string().nullable(),
    publishedOn: Day.nullable(),
    receivedAt: Instant,
    pending: z.number().int(),
    judged: z.number().int(),
    atStake: DecimalText.nullable(),
  })
  .openapi('WaitingDocument')
export const Queue = pageOf(WaitingDocument)
export const QueueCounts = z.object({ documents: z.number().int(), claims: z.number().int(), atStake: DecimalText.nullable() }).openapi('QueueCounts')

/** What a decision did. */
export const Decided = z
  .object({
    judgementId: Id,
    claimId: Id,
    state: ClaimStateName,
    factId: Id.nullable(),
    subjectId: Id.nullable(),
    /** The claim that a correction made. */
    newClaimId: Id.nullable(),
    /** Facts that were replaced and are kept in the history. */
    replaced: z.array(Id),
  })
  .openapi('Decided')
export type Decided = z.infer<typeof Decided>

export const DecidedBatch = z.object({ batchId: Id, decided: z.array(Decided) }).openapi('DecidedBatch')
export const Undone = z.object({ undone: z.array(Id) }).openapi('Undone')
export const UndoOptions = z.object({ withDependents: z.boolean().optional() }).openapi('UndoOptions')

/** What a claim said when it was judged. */
const JudgedClaim = z.object({
  kind: z.enum(['quantity', 'stage']),
  indicator: z.string().nullable(),
  stage: z.string().nullable(),
  value: DecimalText.nullable(),
  unit: z.string().nullable(),
})
/** 판단 이력 한 줄: a decision with what its claim said, and what a correction made of it. */
export const JudgementOfClaim = Judgement.extend({ claim: JudgedClaim, corrected: JudgedClaim.nullable() }).openapi('JudgementOfClaim')
export type JudgementOfClaim = z.infer<typeof JudgementOfClaim>
export const JudgementPage = pageOf(JudgementOfClaim)
export const SubjectRow = z
  .object({
    id: Id,
    kind: SubjectKind,
    nameKo: z.string(),
    nameEn: z.string().nullable(),
    place: z.string().nullable(),
    stage: z.string().nullable(),
    score: z.number(),
    why: z.object({ name: z.boolean(), party: z.boolean(), place: z.boolean() }),
  })
  .openapi('RankedSubject')

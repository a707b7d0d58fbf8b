import { z } from '@hono/zod-openapi'
import { Id, Instant } from '#record/scalars'

export const CorrectionState = z.enum(['open', 'corrected', 'stands'])

/** 정정 요청 as the office sees it. */
export const Correction = z
  .object({
    id: Id,
    series: z.string(),
    edition: z.number().int(),
    /** The page's title and address; null where it is public no more. */
    titleKo: z.string().nullable(),
    titleEn: z.string().nullable(),
    page: z.string().nullable(),
    words: z.string(),
    address: z.string().nullable(),
    state: CorrectionState,
    answer: z.string().nullable(),
    answeredAt: Instant.nullable(),
    mailedAt: Instant.nullable(),
    createdAt: Instant,
    version: z.number().int(),
  })
  .openapi('CorrectionRequest')
export type Correction = z.infer<typeof Correction>

export const CorrectionAnswer = Correction.extend({
  mailProblem: z.string().nullable().openapi({ description: 'What the mail server said where it did not take the answer' }),
}).openapi('CorrectionAnswer')

/** What somebody outside sends. */
export const Complaint = z
  .object({
    series: z.string().max(80).openapi({ example: 'announced-investment' }),
    edition: z.number().int().min(1),
    words: z.string().trim().min(5, '무엇이 왜 다른지, 다섯 자 이상 (what is wrong and why)').max(4000, '4,000자까지 (at most 4,000 letters)'),
    address: z
      .union([z.literal(''), z.email('이메일 주소 (an e-mail address), such as kim@example.com').max(254)])
      .nullable()
      .default(null),
  })
  .openapi('Complaint')

/** A place with its point; without one it is in the list under the sketch. */
export const Place = z
  .object({
    name: z.string(),
    subjects: z.number().int().openapi({ description: 'How many subjects name it' }),
    north: z.string().nullable(),
    east: z.string().nullable(),
    source: z.string().nullable(),
    illustrative: z.boolean(),
    /** 0 where the office has not set it; a point may still come from the table of cities. */
    version: z.number().int(),
    fromTable: z.boolean(),
  })
  .openapi('Place')
export type Place = z.infer<typeof Place>

export const PointBody = z
  .object({
    name: z.string().trim().min(1).max(200),
    north: z.string().max(40).openapi({ example: '37.636' }),
    east: z.string().max(40).openapi({ example: '127.216' }),
    source: z.string().trim().min(1, '어디서 본 자리인지 (where the point comes from)').max(300),
    illustrative: z.boolean().default(false),
  })
  .openapi('PlacePoint')

/** 의견 as the office sees it; `shown` is null until somebody looked at it. */
export const Comment = z
  .object({
    id: Id,
    series: z.string(),
    name: z.string(),
    words: z.string(),
    shown: z.boolean().nullable(),
    decidedAt: Instant.nullable(),
    createdAt: Instant,
    version: z.number().int(),
  })
  .openapi('PublicComment')
export type Comment = z.infer<typeof Comment>

/** What somebody outside says about a page. */
export const NewComment = z
  .object({
    series: z.string().max(80).openapi({ example: 'announced-investment' }),
    name: z.string().trim().min(1, '보일 이름 (a name to be shown)').max(40, '40자까지 (at most 40 letters)'),
    words: z.string().trim().min(2, '의견, 두 자 이상 (what you think)').max(2000, '2,000자까지 (at most 2,000 letters)'),
  })
  .openapi('NewComment')

import { z } from '@hono/zod-openapi'
import { Id, Instant } from '#record/scalars'

const Words = z.object({ ko: z.string(), en: z.string() })

/**
 * What became of a file or an item: taken in; taken in anew because it changed; there already; kept without a text; refused; still being written.
 */
export const WatchOutcome = z.enum(['added', 'changed', 'known', 'unread', 'refused', 'growing'])
export type WatchOutcome = z.infer<typeof WatchOutcome>

/** One file of a watched folder or one item of a feed. */
export const WatchItem = z
  .object({
    /** The path in the folder, or what the feed names the item by. */
    item: z.string(),
    outcome: WatchOutcome,
    /** Why it was refused or kept without a text, and what to do. */
    reason: Words.nullable(),
    /** Documents that it gave: an archive gives several. */
    documents: z.number().int(),
    documentId: Id.nullable(),
    title: z.string().nullable(),
    tries: z.number().int(),
    /** It failed so often that it is left alone until it changes. */
    givenUp: z.boolean(),
    seenAt: Instant,
  })
  .openapi('WatchItem')
export type WatchItem = z.infer<typeof WatchItem>

/** 지켜보는 곳: a folder of the server or a feed of the web that is looked at again and again. */
export const Watch = z
  .object({
    id: Id,
    kind: z.enum(['folder', 'feed']),
    location: z.string(),
    everySeconds: z.number().int(),
    outlet: z.string().nullable(),
    confidential: z.boolean(),
    privateAllowed: z.boolean(),
    pausedAt: Instant.nullable(),
    /** The last look, and the last that went well. */
    lookedAt: Instant.nullable(),
    lookedWellAt: Instant.nullable(),
    nextAt: Instant.nullable(),
    error: z.object({ code: z.string(), ko: z.string(), en: z.string() }).nullable(),
    /** What the last look did; null before the first. */
    result: z
      .object({
        added: z.number().int(),
        known: z.number().int(),
        failed: z.number().int(),
        /** Of the added ones, those kept without a text. */
        unread: z.number().int(),
        /** Files that are still being written. */
        growing: z.number().int(),
        /** Files and items that stand there as they were taken in before. */
        same: z.number().int(),
        /** Items of a feed that wait for the next look. */
        left: z.number().int(),
        /** Where the feed is now, if its address led on. */
        movedTo: z.string().nullable(),
        unchanged: z.boolean(),
      })
      .nullable(),
    looking: z.boolean(),
    /** What could not be taken in, the latest first. */
    troubles: z.array(z.object({ item: z.string(), error: Words, tries: z.number().int() })),
    version: z.number().int(),
  })
  .openapi('Watch')
export type Watch = z.infer<typeof Watch>

const every = z.number().int().min(60).max(604_800)

/** A place to watch. Folders and inside addresses are for the administrator of the installation. */
export const NewWatch = z
  .object({
    kind: z.enum(['folder', 'feed']),
    location: z.string().trim().min(1).max(2000),
    everySeconds: every.default(600),
    outlet: z.string().trim().max(200).nullish(),
    confidential: z.boolean().default(false),
    privateAllowed: z.boolean().default(false),
  })
  .openapi('NewWatch')
export type NewWatch = z.infer<typeof NewWatch>

export const WatchChange = z
  .object({
    paused: z.boolean().optional(),
    everySeconds: every.optional(),
    outlet: z.string().trim().max(200).nullish(),
    confidential: z.boolean().optional(),
  })
  .openapi('WatchChange')
export type WatchChange = z.infer<typeof WatchChange>

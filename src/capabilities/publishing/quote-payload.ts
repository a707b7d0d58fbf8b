import { z } from '@hono/zod-openapi'
import { Day, Id } from '#record/scalars'

/** 공개 인용: the one sentence of a source that the public may read, never the text around it. `sentence` is null where the whole document is the evidence, or once the source was taken back. */
export const PublicQuote = z
  .object({
    documentId: Id,
    title: z.string(),
    outlet: z.string().nullable(),
    publishedOn: Day.nullable(),
    url: z.string().nullable(),
    sentence: z.string().nullable(),
    /** Where the value stands inside the sentence, in UTF-16 units. */
    mark: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
    /** What a digest in our own words digests. */
    digestOf: z.object({ outlet: z.string(), title: z.string(), date: Day.nullable() }).nullable(),
    illustrative: z.boolean(),
    /** The office's own statement: a number that a person of the office entered. */
    ownStatement: z.boolean(),
    /** The day on which the source was erased; then its words are nowhere any more. */
    takenDownOn: Day.optional(),
  })
  .openapi('PublicQuote')
export type PublicQuote = z.infer<typeof PublicQuote>

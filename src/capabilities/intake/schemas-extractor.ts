import { z } from '@hono/zod-openapi'
import { Id, Instant } from '#record/scalars'

const price = z
  .string()
  .regex(/^\d{1,9}(?:\.\d{1,6})?$/, '금액 (an amount), such as 0.15')
  .nullable()
  .default(null)
const shared = {
  enabled: z.boolean(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .openapi({ example: 'https://models.example/v1' }),
  model: z.string().trim().min(1).max(200),
  timeoutSeconds: z.number().int().min(1).max(300).default(60),
  charactersPerRequest: z.number().int().min(500).max(100_000).default(8000),
  mostRequests: z.number().int().min(1).max(50).default(8),
  retries: z.number().int().min(0).max(5).default(2),
  priceIn: price.openapi({ description: 'Of a million tokens sent' }),
  priceOut: price.openapi({ description: 'Of a million tokens answered' }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, '세 글자 통화 (a currency of three letters), such as KRW')
    .nullable()
    .default(null),
}

/** What an administrator sends. `key` left out keeps the one that is set (for the same address only); null removes it. */
export const ExtractorInput = z
  .object({
    ...shared,
    key: z.string().max(500).nullable().optional().openapi({ description: 'Written, never read back' }),
    privateAllowed: z.boolean().default(false).openapi({ description: 'For the administrator of the installation' }),
  })
  .openapi('ExtractorInput')

/** 언어 모델: how it is set up, without its key. */
export const ExtractorView = z.object({ ...shared, privateAllowed: z.boolean(), hasKey: z.boolean() }).openapi('Extractor')
export type ExtractorView = z.infer<typeof ExtractorView>

/** What a model was asked about a document: time, cost, what was kept and why the rest was not. */
export const ExtractionView = z
  .object({
    id: Id,
    extractor: z.string(),
    model: z.string(),
    state: z.enum(['done', 'failed']),
    milliseconds: z.number().int(),
    requests: z.number().int(),
    tokensIn: z.number().int().nullable(),
    tokensOut: z.number().int().nullable(),
    cost: z.string().nullable(),
    currency: z.string().nullable(),
    proposed: z.number().int(),
    kept: z.number().int(),
    refused: z.record(z.string(), z.number()),
    error: z.string().nullable(),
    askedAt: Instant,
  })
  .openapi('Extraction')
export type ExtractionView = z.infer<typeof ExtractionView>

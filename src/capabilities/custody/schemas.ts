import { z } from '@hono/zod-openapi'
import { pageOf } from '#api/paging'
import { DecimalText, Id, Instant } from '#record/scalars'

/** 기록 한 줄: who did what to whom, as the chain keeps it. */
export const AuditItem = z
  .object({
    seq: z.number().int(),
    at: Instant,
    /** A user's id or a name such as "system"; `name` is null where it is no account. */
    actor: z.object({ id: z.string(), name: z.string().nullable() }),
    action: z.string().openapi({ example: 'document.add' }),
    subject: z.object({ id: Id, kind: z.string().nullable(), name: z.string().nullable() }).nullable(),
    detail: z.unknown(),
    hash: z.string().openapi({ description: 'SHA-256 of the hash before and this entry, in hex' }),
  })
  .openapi('AuditItem')
export type AuditItem = z.infer<typeof AuditItem>
export const AuditPage = pageOf(AuditItem)

export const AuditWords = z.object({
  actors: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
  actions: z.array(z.string()),
})

/** 대조 결과: whether every hash follows from the one before it. */
export const AuditVerification = z
  .object({
    ok: z.boolean(),
    entries: z.number().int().nullable().openapi({ description: 'How many entries the chain holds; null where it is broken' }),
    head: z.string().nullable().openapi({ description: 'Hash of the last entry: write it down elsewhere, and a later rewriting shows' }),
    brokenAt: z.number().int().nullable(),
    reason: z.string().nullable(),
  })
  .openapi('AuditVerification')
export type AuditVerification = z.infer<typeof AuditVerification>

/** 지우기가 하는 일: what goes, and what stays without a source. */
export const Erasure = z
  .object({
    documentId: Id,
    title: z.string(),
    claims: z.number().int(),
    sentences: z.number().int(),
    /** Facts held today that no other sentence supports: they stay, without a source, until somebody finds one or withdraws them. */
    facts: z.array(
      z.object({
        factId: Id,
        subjectId: Id,
        subjectName: z.string(),
        indicatorKo: z.string(),
        indicatorEn: z.string(),
        value: DecimalText,
        unit: z.string(),
        facet: z.string(),
      }),
    ),
    publications: z.array(z.object({ series: z.string(), edition: z.number().int(), title: z.string() })),
  })
  .openapi('Erasure')

export const ErasureOrder = z
  .object({
    reason: z.string().trim().min(1, '까닭 (a reason), such as "저작권자의 요청"').max(2000),
    confirm: z.string().max(1000).openapi({ description: 'The title of the document, typed' }),
  })
  .openapi('ErasureOrder')

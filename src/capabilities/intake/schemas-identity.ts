import { z } from '@hono/zod-openapi'
import { Id } from '#record/scalars'
import { SubjectKind } from '#record/subject'

const One = z.object({ id: Id, nameKo: z.string(), nameEn: z.string().nullable(), place: z.string().nullable(), documents: z.number().int() })

/** 같은 것으로 보이는 둘: two subjects that may be one, with the score explained row by row. */
export const SameSubjects = z
  .object({
    kind: SubjectKind,
    a: One,
    b: One,
    score: z.number(),
    rows: z.array(
      z.object({
        key: z.enum(['name', 'alias', 'related', 'values', 'place']),
        ours: z.string().nullable(),
        theirs: z.string().nullable(),
        result: z.enum(['same', 'near', 'different', 'unknown']),
        weight: z.number(),
      }),
    ),
  })
  .openapi('SameSubjects')
export type SameSubjects = z.infer<typeof SameSubjects>

export const ToldApart = z.object({ a: Id, b: Id, reason: z.string().trim().max(2000).nullish() }).openapi('ToldApart')

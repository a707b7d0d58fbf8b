import { z } from '@hono/zod-openapi'
import { invalid } from './problem.ts'

/** Query of every list: how many, and where the last page ended. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50).openapi({ example: 50 }),
  cursor: z.string().max(2000).optional().openapi({ description: 'The `next` of the page before' }),
})

/** A page of something. `next` is null on the last page. */
export const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.number().int().optional() })

/** A cursor is the sort key of the last row, opaque to the caller. */
export const encodeCursor = (key: readonly (string | number | null)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** @throws ProblemError 422 when the cursor was not made by `encodeCursor` */
export function decodeCursor(cursor: string | undefined, length: number): (string | number | null)[] | null {
  if (cursor === undefined) return null
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(key) && key.length === length && key.every((k) => k === null || typeof k === 'string' || typeof k === 'number')) return key
  } catch {
    // falls through: said below, in words
  }
  throw invalid('query.cursor', { ko: '앞 쪽의 next 값을 그대로 넣어 주세요', en: 'the `next` of the page before, unchanged' }, cursor.slice(0, 60))
}

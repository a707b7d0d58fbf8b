import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#capabilities/portfolio/index'

/**
 * 누가 보는가: the office's own people, with or without the confidential, or the public on a day. What is held back opens by itself on its day of disclosure for the public,
 * and a subject that was put away is gone for it.
 */
export type Seeing = { readonly kind: 'staff'; readonly confidential: boolean } | { readonly kind: 'public'; readonly today: string }

/** What a reader of the API sees. */
export const seeingOf = (reader: Pick<Reader, 'confidential'>): Seeing => ({ kind: 'staff', confidential: reader.confidential })

/** Whether a subject (or a document) of this alias may be seen. */
export function subjectSeen(seeing: Seeing, alias: string): RawBuilder<boolean> {
  const of = sql.ref(`${alias}.confidential`)
  if (seeing.kind === 'public') return sql<boolean>`(not ${of} or ${sql.ref(`${alias}.disclose_on`)} <= ${seeing.today}::date)`
  return seeing.confidential ? sql<boolean>`true` : sql<boolean>`not ${of}`
}

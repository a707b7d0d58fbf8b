import { type RawBuilder, sql } from 'kysely'
import type { Looking, Which } from '../looking.ts'

/** A subject `s`, or any that was merged with it, that the reader may not see hides the whole cluster. */
export const seen = (looking: Pick<Looking, 'confidential'>): RawBuilder<unknown> =>
  looking.confidential
    ? sql`true`
    : sql`not exists (select 1 from subject x where x.office_id = s.office_id and x.confidential
        and (x.subject_id = coalesce(s.canonical_id, s.subject_id) or x.canonical_id = coalesce(s.canonical_id, s.subject_id)))`

/** Rows whose id, or whose subject's cluster, was asked for. */
export function chosen(which: Which, id: RawBuilder<unknown>): RawBuilder<unknown> {
  if ('ids' in which) return sql`${id} = any(${[...which.ids]}::uuid[])`
  return which.subjects === null ? sql`s.archived_at is null` : sql`coalesce(s.canonical_id, s.subject_id) = any(${[...which.subjects]}::uuid[])`
}

/** Rows that were known at the clock: recorded by then, and not taken back by then. */
export const known = (looking: Pick<Looking, 'knownOn'>, at: RawBuilder<unknown>, until: RawBuilder<unknown>): RawBuilder<unknown> =>
  looking.knownOn === null
    ? sql`${until} is null`
    : sql`${at} <= ${looking.knownOn}::timestamptz and (${until} is null or ${until} > ${looking.knownOn}::timestamptz)`

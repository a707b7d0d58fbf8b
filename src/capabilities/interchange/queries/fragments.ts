import { type RawBuilder, sql } from 'kysely'
import { clustersKnownOn } from '#capabilities/portfolio/index'
import type { Db } from '#store/store'
import type { Looking, Which } from '../looking.ts'

/** A subject `s`, or any that was merged with it, that the reader may not see hides the whole cluster. */
export const seen = (looking: Pick<Looking, 'confidential'>): RawBuilder<unknown> =>
  looking.confidential
    ? sql`true`
    : sql`not exists (select 1 from subject x where x.office_id = s.office_id and x.confidential
        and coalesce(s.canonical_id, s.subject_id) in (x.subject_id, x.canonical_id))`

/** Rows whose id, or whose subject's cluster, was asked for. */
export function chosen(which: Which, id: RawBuilder<unknown>): RawBuilder<unknown> {
  if ('ids' in which) return sql`${id} = any(${[...which.ids]}::uuid[])`
  return which.subjects === null ? sql`true` : sql`coalesce(s.canonical_id, s.subject_id) = any(${[...which.subjects]}::uuid[])`
}

/** Subjects `own`, and the `whole` that they stand for, that were not put away. What stood at an earlier moment is told from the record, row by row (`rows.ts`). */
export const kept = (looking: Pick<Looking, 'knownOn'>, own: string, whole: string): RawBuilder<unknown> =>
  looking.knownOn === null ? sql`${sql.ref(`${own}.archived_at`)} is null and ${sql.ref(`${whole}.archived_at`)} is null` : sql`true`

/** Rows that were known at the clock: recorded by then, and not taken back by then. */
export const known = (looking: Pick<Looking, 'knownOn'>, at: RawBuilder<unknown>, until: RawBuilder<unknown>): RawBuilder<unknown> =>
  looking.knownOn === null
    ? sql`${until} is null`
    : sql`${at} <= ${looking.knownOn}::timestamptz and (${until} is null or ${until} > ${looking.knownOn}::timestamptz)`

const carried = ['subject_id', 'kind', 'name_ko', 'name_en', 'confidential', 'archived_at', 'created_at']

/**
 * Joins to a subject `own` the one `whole` that it stands for: itself, or what it was merged into (at an earlier clock, what it had been merged into by then). By the key alone and never by an expression over it: on tables that were
 * never analysed (right after the first large import) a join by `coalesce(canonical_id, subject_id)` looks at every pair (measured: four minutes for 10,000 rows).
 */
export const standsFor = ({ stood }: Pick<Looking, 'stood'>, own: string, whole: string): RawBuilder<unknown> => {
  const other =
    stood === undefined
      ? sql.ref(`${own}.canonical_id`)
      : sql`(${JSON.stringify(Object.fromEntries(stood))}::jsonb ->> ${sql.ref(`${own}.subject_id`)}::text)::uuid`
  return sql`left join subject ${sql.ref(`${own}_k`)} on ${sql.ref(`${own}_k.office_id`)} = ${sql.ref(`${own}.office_id`)} and ${sql.ref(`${own}_k.subject_id`)} = ${other}
    ${folded(own, whole)}`
}

const folded = (own: string, whole: string): RawBuilder<unknown> =>
  sql.raw(
    `cross join lateral (select ${carried.map((name) => `case when ${own}_k.subject_id is null then ${own}.${name} else ${own}_k.${name} end as ${name}`).join(', ')}) ${whole}`,
  )

/** The same look with what subjects stood for at its clock, so that joining or splitting them since changes no old answer. */
export async function atClock(db: Db, looking: Looking): Promise<Looking> {
  if (looking.knownOn === null || looking.stood !== undefined) return looking
  return { ...looking, stood: await clustersKnownOn(db, looking.officeId, looking.knownOn) }
}

import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../store.ts'

/** Tables of which every earlier state of a row is kept, with the columns that name a row in its office. */
const keyed = {
  pledge: ['subject_id'],
  strategy_node: ['subject_id'],
  strategy_measure: ['measure_id'],
  agreement: ['subject_id'],
  obligation: ['obligation_id'],
  award: ['subject_id'],
  award_condition: ['subject_id', 'indicator_id'],
  subject_alias: ['subject_id', 'name'],
} as const
export type KeptTable = keyof typeof keyed

/**
 * 앞의 것을 남긴다: keep what rows say now, before they are changed or taken away in this transaction. A row that is written anew says itself since when (`known_from = now()`).
 *
 * @param which narrows the rows of `t`
 */
export async function keepPast(tx: Tx, officeId: string, table: KeptTable, which: RawBuilder<unknown>): Promise<void> {
  const key = sql.join(
    keyed[table].map((column) => sql`t.${sql.ref(column)}::text`),
    sql` || ' ' || `,
  )
  await sql`
    insert into row_past (office_id, of_table, row_key, known_from, known_to, content)
    select t.office_id, ${table}, ${key}, t.known_from, now(), to_jsonb(t)
    from (select * from ${sql.table(table)} t where t.office_id = ${officeId}::uuid and ${which} for update) t
    where t.known_from < now()`.execute(tx)
}

/** 그때의 줄: the rows of a table as they were known at an instant, in the place of the table; null is now. */
export const rowsAt = (officeId: string, table: KeptTable, knownOn: string | null): RawBuilder<unknown> =>
  knownOn === null
    ? sql.table(table)
    : sql`(
        select t.* from ${sql.table(table)} t where t.office_id = ${officeId}::uuid and t.known_from <= ${knownOn}::timestamptz
        union all
        select r.* from row_past p cross join lateral jsonb_populate_record(null::${sql.table(table)}, p.content) r
        where p.office_id = ${officeId}::uuid and p.of_table = ${table} and p.known_from <= ${knownOn}::timestamptz and p.known_to > ${knownOn}::timestamptz)`

/** Since when the present row is known, for the next write. */
export const knownNow = sql<string>`now()`

import { type Kysely, sql } from 'kysely'
import type { Database, Json } from '../schema.ts'

/** Values of one row by column: jsonb columns as values, the rest as text, numbers or truths. */
export type Row = { readonly [column: string]: Json }

/**
 * Insert any number of rows as one JSON parameter. A statement with a parameter for each value ends at 65,535 of them (a document of some 2,000 claims) and is
 * planned anew for each number of rows; on 1,500 claims this takes a fifth of the time. Columns of the first row count for all; what is there already stays.
 *
 * @returns the values of `key` of the rows that were new
 */
export async function insertRows(tx: Kysely<Database>, table: keyof Database & string, rows: readonly Row[], key: string): Promise<string[]> {
  const first = rows[0]
  if (!first) return []
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)))
  const into = sql.table(table)
  const result = await sql<Record<string, string>>`
    insert into ${into} (${columns}) select ${columns} from jsonb_populate_recordset(null::${into}, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing returning ${sql.ref(key)}`.execute(tx)
  return result.rows.map((row) => row[key]!)
}

import { sql } from 'kysely'
import type { Db } from '#store/store'

/** What a document was called at an earlier instant, as far as that was changed since. */
export interface DocumentThen {
  readonly title?: string
  readonly outlet?: string | null
  readonly url?: string | null
  readonly kind?: string
  readonly illustrative?: boolean
  readonly published_on?: string | null
}

/** 그때의 문서 이름: titles, outlets and days of documents as they were known at an instant: every change that came after it is taken back. Documents that were not touched since are absent. */
export async function documentsThen(
  db: Db,
  officeId: string,
  ids: readonly (string | null)[],
  knownOn: string | null,
): Promise<Map<string, DocumentThen>> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  const then = new Map<string, DocumentThen>()
  if (knownOn === null || wanted.length === 0) return then
  const { rows } = await sql<{ subject_id: string; changed: Record<string, [unknown, unknown]> | null }>`
    select subject_id, detail -> 'changed' as changed from audit
    where office_id = ${officeId}::uuid and subject_id = any(${wanted}::uuid[]) and action = 'document.change' and at > ${knownOn}::timestamptz
    order by seq desc`.execute(db)
  for (const row of rows) {
    const { confidential: _held, ...changed } = row.changed ?? {}
    const before = Object.fromEntries(Object.entries(changed).map(([column, sides]) => [column, sides[0]]))
    then.set(row.subject_id, { ...then.get(row.subject_id), ...before })
  }
  return then
}

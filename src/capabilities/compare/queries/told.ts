import { sql } from 'kysely'
import { documentsThen } from '#capabilities/portfolio/index'
import type { FigureQuote } from '#record/figure'
import type { Db } from '#store/store'

/** An entry of the audit about a subject. */
export interface ToldEntry {
  readonly subjectId: string
  readonly who: string | null
  readonly at: string
  readonly action: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** What the audit tells of subjects up to a moment by these actions, the latest first. */
export async function entriesOf(db: Db, officeId: string, ids: readonly string[], actions: readonly string[], until: string): Promise<ToldEntry[]> {
  if (ids.length === 0 || actions.length === 0) return []
  const { rows } = await sql<{ subject_id: string; who: string | null; at: string; action: string; detail: ToldEntry['detail'] }>`
    select a.subject_id, coalesce(u.name, a.actor) as who, a.at, a.action, a.detail
    from audit a left join app_user u on u.user_id::text = a.actor
    where a.office_id = ${officeId}::uuid and a.subject_id = any(${[...ids]}::uuid[]) and a.action = any(${[...actions]}::text[])
      and a.at <= ${until}::timestamptz
    order by a.seq desc`.execute(db)
  return rows.map(({ subject_id: subjectId, who, at, action, detail }) => ({ subjectId, who, at, action, detail }))
}

/** Documents by their ids as sources without a sentence, as they were called at the clock; those that the reader may not see are absent. */
export async function papersOf(
  db: Db,
  officeId: string,
  ids: readonly string[],
  reading: { confidential: boolean; knownOn: string },
): Promise<Map<string, FigureQuote>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('document')
    .select(['document_id', 'title', 'outlet', 'published_on', 'illustrative'])
    .where('office_id', '=', officeId)
    .where('document_id', 'in', [...new Set(ids)])
    .$if(!reading.confidential, (query) => query.where('confidential', '=', false))
    .execute()
  const then = await documentsThen(db, officeId, ids, reading.knownOn)
  return new Map(
    rows.map((row) => {
      const { document_id: documentId, title, outlet, published_on: publishedOn, illustrative } = { ...row, ...then.get(row.document_id) }
      return [documentId, { documentId, title, outlet, publishedOn, sentence: null, mark: null, digestOf: null, illustrative }]
    }),
  )
}

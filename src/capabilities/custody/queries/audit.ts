import { sql } from 'kysely'
import { decodeCursor, encodeCursor } from '#api/paging'
import type { Json } from '#store/schema'
import type { Db } from '#store/store'
import type { AuditItem } from '../schemas.ts'

/** What the history is narrowed by; `action` ends with a dot for a whole family ("document."). */
export interface AuditQuery {
  limit: number
  cursor?: string | undefined
  actor?: string | undefined
  subject?: string | undefined
  action?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

interface Row {
  seq: string
  at: string
  actor: string
  actor_name: string | null
  action: string
  subject_id: string | null
  subject_kind: string | null
  subject_name: string | null
  detail: Json
  hash: Buffer
}

/** The history of an office, the newest first, a page at a time. Days are the office's own. */
export async function listAudit(db: Db, officeId: string, timeZone: string, query: AuditQuery): Promise<{ items: AuditItem[]; next: string | null }> {
  const after = decodeCursor(query.cursor, 1)
  const { rows } = await sql<Row>`
    select a.seq, a.at, a.actor, u.name as actor_name, a.action, a.subject_id, a.detail, a.hash,
      case when d.document_id is not null then 'document' else coalesce(s.kind, case when p.user_id is not null then 'user' end) end as subject_kind,
      coalesce(d.title, s.name_ko, p.name) as subject_name
    from audit a
    left join app_user u on u.user_id::text = a.actor
    left join document d on d.office_id = a.office_id and d.document_id = a.subject_id
    left join subject s on s.office_id = a.office_id and s.subject_id = a.subject_id
    left join app_user p on p.user_id = a.subject_id
    where a.office_id = ${officeId}::uuid
      ${query.actor ? sql`and a.actor = ${query.actor}` : sql``}
      ${query.subject ? sql`and a.subject_id = ${query.subject}::uuid` : sql``}
      ${query.action ? (query.action.endsWith('.') ? sql`and starts_with(a.action, ${query.action})` : sql`and a.action = ${query.action}`) : sql``}
      ${query.from ? sql`and a.at >= ${query.from}::date::timestamp at time zone ${timeZone}` : sql``}
      ${query.to ? sql`and a.at < (${query.to}::date + 1)::timestamp at time zone ${timeZone}` : sql``}
      ${after ? sql`and a.seq < ${after[0]}::bigint` : sql``}
    order by a.seq desc limit ${query.limit + 1}`.execute(db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => ({
      seq: Number(row.seq),
      at: row.at,
      actor: { id: row.actor, name: row.actor_name },
      action: row.action,
      subject: row.subject_id === null ? null : { id: row.subject_id, kind: row.subject_kind, name: row.subject_name },
      detail: row.detail as AuditItem['detail'],
      hash: row.hash.toString('hex'),
    })),
    next: rows.length > query.limit && last ? encodeCursor([last.seq]) : null,
  }
}

/** Everybody who stands in the history, and every kind of act, for the filters. */
export async function auditWords(db: Db, officeId: string): Promise<{ actors: { id: string; name: string | null }[]; actions: string[] }> {
  const actors = await sql<{ id: string; name: string | null }>`
    select a.actor as id, u.name from (select distinct actor from audit where office_id = ${officeId}::uuid) a
    left join app_user u on u.user_id::text = a.actor order by u.name nulls last, a.actor`.execute(db)
  const actions = await sql<{ action: string }>`select distinct action from audit where office_id = ${officeId}::uuid order by action`.execute(db)
  return { actors: actors.rows, actions: actions.rows.map((row) => row.action) }
}

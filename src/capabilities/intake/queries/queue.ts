import { sql } from 'kysely'
import { decodeCursor, encodeCursor } from '#api/paging'
import type { Db } from '#store/store'

/** A document that waits for a person. */
export interface Waiting {
  documentId: string
  title: string
  outlet: string | null
  publishedOn: string | null
  receivedAt: string
  pending: number
  judged: number
  /** Won in claims that wait, parts of a total not counted beside it; null where no amount in won is stated. */
  atStake: string | null
}

/** Documents with claims that wait, those with the most money at stake first; those without an amount last, the newest first among equals. */
export async function reviewQueue(
  db: Db,
  officeId: string,
  page: { limit: number; cursor?: string | undefined; confidential: boolean },
): Promise<{ items: Waiting[]; next: string | null }> {
  const after = decodeCursor(page.cursor, 3)
  const stake = sql`coalesce(w.at_stake, -1)`
  const { rows } = await sql<{
    document_id: string
    title: string
    outlet: string | null
    published_on: string | null
    received_at: string
    received_exact: string
    pending: string
    judged: string
    at_stake: string | null
    stake: string
  }>`
    select d.document_id, d.title, d.outlet, d.published_on, d.received_at, d.received_at::text as received_exact, w.pending, w.judged, w.at_stake, ${stake} as stake
    from (
      select s.document_id,
             count(*) filter (where s.state = 'pending') as pending,
             count(*) filter (where s.state in ('accepted', 'merged', 'rejected')) as judged,
             sum(s.at_stake) filter (where s.state = 'pending' and c.part_of is null) as at_stake
      from claim_state s join claim c on c.office_id = s.office_id and c.claim_id = s.claim_id
      where s.office_id = ${officeId}::uuid
      group by s.document_id
    ) w
    join document d on d.office_id = ${officeId}::uuid and d.document_id = w.document_id
    where w.pending > 0 and d.erased_at is null and (${page.confidential}::boolean or not d.confidential)
      ${after ? sql`and (${stake}, d.received_at, d.document_id) < (${after[0]}::numeric, ${after[1]}::timestamptz, ${after[2]}::uuid)` : sql``}
    order by ${stake} desc, d.received_at desc, d.document_id desc
    limit ${page.limit + 1}`.execute(db)
  const items = rows.slice(0, page.limit)
  const last = items.at(-1)
  return {
    items: items.map((row) => ({
      documentId: row.document_id,
      title: row.title,
      outlet: row.outlet,
      publishedOn: row.published_on,
      receivedAt: row.received_at,
      pending: Number(row.pending),
      judged: Number(row.judged),
      atStake: row.at_stake,
    })),
    next: rows.length > page.limit && last ? encodeCursor([last.stake, last.received_exact, last.document_id]) : null,
  }
}

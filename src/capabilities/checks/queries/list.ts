import { sql } from 'kysely'
import { decodeCursor, encodeCursor } from '#api/paging'
import type { RuleId } from '#engines/checking/finding'
import { ruleOf } from '#engines/checking/rules'
import type { Db } from '#store/store'
import type { KeptDetail } from '../kept.ts'
import type { CheckItem, DecisionView } from '../schemas.ts'

/** What a list of items is narrowed and ordered by. */
export interface ItemQuery {
  limit: number
  cursor?: string | undefined
  rule?: RuleId | undefined
  state?: 'open' | 'left_open' | 'closed' | 'holds' | 'all' | undefined
  document?: string | undefined
  subject?: string | undefined
  claim?: string | undefined
  sort?: '-atStake' | '-openedAt' | undefined
  confidential: boolean
}

interface Row {
  item_id: string
  rule: RuleId
  state: 'open' | 'closed'
  outcome: string
  resolution: string | null
  reason: string | null
  detail: KeptDetail
  claims: string[]
  document_id: string | null
  subject_id: string | null
  at_stake: string | null
  opened_at: string
  opened_exact: string
  closed_at: string | null
  closed_by: string | null
  closed_name: string | null
  version: number
  stake: string
}

const states = {
  open: sql`w.state = 'open' and w.resolution is null`,
  left_open: sql`w.state = 'open' and w.resolution = 'left_open'`,
  closed: sql`w.state = 'closed' and w.resolution is distinct from 'holds'`,
  holds: sql`w.state = 'closed' and w.resolution = 'holds'`,
  all: sql`true`,
}

/** What hides an item from those who may not see confidential things, and what belongs to an erased document. */
const visible = (confidential: boolean) => sql`(${confidential}::boolean or (not w.confidential and not exists (
  select 1 from document d where d.office_id = w.office_id and d.document_id = any (w.documents) and d.confidential)))`

/** Items by money at stake (or the newest first), a page at a time. */
export async function listItems(db: Db, officeId: string, query: ItemQuery): Promise<{ items: CheckItem[]; next: string | null; total: number }> {
  const byTime = query.sort === '-openedAt'
  const after = decodeCursor(query.cursor, 3)
  const stake = sql`coalesce(w.at_stake, -1)`
  const where = sql`w.office_id = ${officeId}::uuid and ${visible(query.confidential)} and ${states[query.state ?? 'open']}
    ${query.rule ? sql`and w.rule = ${query.rule}` : sql``}
    ${query.document ? sql`and w.documents @> array[${query.document}::uuid]` : sql``}
    ${query.claim ? sql`and w.claims @> array[${query.claim}::uuid]` : sql``}
    ${
      query.subject
        ? sql`and (w.subject_id = ${query.subject}::uuid or exists (select 1 from claim_state t
            where t.office_id = w.office_id and t.claim_id = any (w.claims) and t.subject_id = ${query.subject}::uuid))`
        : sql``
    }`
  const beyond = !after
    ? sql``
    : byTime
      ? sql`and (w.opened_at, w.item_id) < (${after[1]}::timestamptz, ${after[2]}::uuid)`
      : sql`and (${stake}, w.opened_at, w.item_id) < (${after[0]}::numeric, ${after[1]}::timestamptz, ${after[2]}::uuid)`
  const { rows } = await sql<Row>`
    select w.item_id, w.rule, w.state, w.outcome, w.resolution, w.reason, w.detail, w.claims, w.document_id, w.subject_id, w.at_stake, w.opened_at,
      w.opened_at::text as opened_exact, w.closed_at, w.closed_by, u.name as closed_name, w.version, ${stake} as stake
    from work_item w left join app_user u on u.user_id = w.closed_by
    where ${where} ${beyond}
    order by ${byTime ? sql`` : sql`${stake} desc,`} w.opened_at desc, w.item_id desc
    limit ${query.limit + 1}`.execute(db)
  const counted = await sql<{ total: string }>`select count(*) as total from work_item w where ${where}`.execute(db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: await viewsOf(db, officeId, page),
    next: rows.length > query.limit && last ? encodeCursor([last.stake, last.opened_exact, last.item_id]) : null,
    total: Number(counted.rows[0]?.total ?? 0),
  }
}

/** One item; undefined where it is not there or may not be seen. */
export async function itemById(db: Db, officeId: string, itemId: string, confidential: boolean): Promise<CheckItem | undefined> {
  const { rows } = await sql<Row>`
    select w.item_id, w.rule, w.state, w.outcome, w.resolution, w.reason, w.detail, w.claims, w.document_id, w.subject_id, w.at_stake, w.opened_at,
      w.opened_at::text as opened_exact, w.closed_at, w.closed_by, u.name as closed_name, w.version, '0' as stake
    from work_item w left join app_user u on u.user_id = w.closed_by
    where w.office_id = ${officeId}::uuid and w.item_id = ${itemId}::uuid and ${visible(confidential)}`.execute(db)
  return (await viewsOf(db, officeId, rows))[0]
}

async function viewsOf(db: Db, officeId: string, rows: readonly Row[]): Promise<CheckItem[]> {
  const spanIds = [...new Set(rows.flatMap((row) => row.detail.witnesses.map((one) => one.spanId)))]
  const spans =
    spanIds.length === 0
      ? []
      : await db
          .selectFrom('span as s')
          .innerJoin('document as d', (join) => join.onRef('d.office_id', '=', 's.office_id').onRef('d.document_id', '=', 's.document_id'))
          .select(['s.span_id', 's.start_at', 's.end_at', 's.quote', 's.sentence_start', 's.sentence', 'd.title', 'd.outlet', 'd.published_on'])
          .where('s.office_id', '=', officeId)
          .where('s.span_id', 'in', spanIds)
          .execute()
  const byId = new Map(spans.map((span) => [span.span_id, span]))
  return rows.map((row): CheckItem => {
    const rule = ruleOf(row.rule)
    return {
      id: row.item_id,
      rule: { id: rule.id, version: rule.version, name: rule.name, says: rule.says },
      ruleVersion: row.detail.version,
      state: row.resolution === 'holds' ? 'holds' : row.state === 'closed' ? 'closed' : row.resolution === 'left_open' ? 'left_open' : 'open',
      resolution: row.resolution as CheckItem['resolution'],
      reason: row.reason,
      title: row.detail.title,
      detail: row.detail.detail,
      numbers: [...row.detail.numbers],
      witnesses: row.detail.witnesses.flatMap((one) => {
        const span = byId.get(one.spanId)
        if (!span) return []
        return [
          {
            role: one.role,
            documentId: one.documentId,
            documentTitle: span.title,
            outlet: span.outlet,
            publishedOn: span.published_on,
            claimId: one.claimId,
            factId: one.factId,
            start: span.start_at,
            end: span.end_at,
            quote: span.quote,
            sentence: span.sentence,
            mark: { start: span.start_at - span.sentence_start, end: span.end_at - span.sentence_start },
          },
        ]
      }),
      claims: row.claims,
      documentId: row.document_id,
      subjectId: row.subject_id,
      atStake: row.at_stake,
      openedAt: row.opened_at,
      closedAt: row.closed_at,
      closedBy: row.closed_by === null ? null : { id: row.closed_by, name: row.closed_name ?? '' },
      version: row.version,
    }
  })
}

/** Decisions about an item, the last first, with those taken back. */
export async function decisionsOf(db: Db, officeId: string, itemId: string): Promise<(typeof DecisionView)['_output'][]> {
  const rows = await db
    .selectFrom('work_item_decision as x')
    .leftJoin('app_user as u', 'u.user_id', 'x.made_by')
    .selectAll('x')
    .select('u.name')
    .where('x.office_id', '=', officeId)
    .where('x.item_id', '=', itemId)
    .orderBy('x.made_at', 'desc')
    .orderBy('x.decision_id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.decision_id,
    kind: row.kind,
    resolution: row.resolution as (typeof DecisionView)['_output']['resolution'],
    reason: row.reason,
    madeBy: { id: row.made_by, name: row.name ?? '' },
    madeAt: row.made_at,
    undoneAt: row.undone_at,
  }))
}

/** How many items stand where. */
export async function countItems(db: Db, officeId: string, confidential: boolean) {
  const { rows } = await sql<{ rule: RuleId; open: string; left_open: string; closed: string; holds: string }>`
    select w.rule, count(*) filter (where ${states.open}) as open, count(*) filter (where ${states.left_open}) as left_open,
      count(*) filter (where ${states.closed}) as closed, count(*) filter (where ${states.holds}) as holds
    from work_item w where w.office_id = ${officeId}::uuid and ${visible(confidential)} group by w.rule`.execute(db)
  const sum = (key: 'open' | 'left_open' | 'closed' | 'holds') => rows.reduce((total, row) => total + Number(row[key]), 0)
  return {
    open: sum('open'),
    leftOpen: sum('left_open'),
    closed: sum('closed'),
    holds: sum('holds'),
    byRule: rows.filter((row) => Number(row.open) > 0).map((row) => ({ rule: row.rule, open: Number(row.open) })),
  }
}

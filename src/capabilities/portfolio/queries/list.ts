import { type Kysely, type RawBuilder, sql } from 'kysely'
import { stageRows } from '#data/stages'
import type { SubjectKind } from '#record/subject'
import type { Database } from '#store/schema'

export const sorts = ['name', 'stage', 'investment', 'place', 'industry', 'team', 'created', 'changed', 'due'] as const
export type Sort = (typeof sorts)[number]

/** What narrows the list; the same names narrow figures, so that a total belongs to the rows above it. */
export interface ListFilter {
  kind?: string
  stage?: string
  phase?: string
  place?: string
  industry?: string
  team?: string
  owner?: string
  q?: string
  overdue?: boolean
  archived?: boolean
  subject?: string
}

export interface ListQuery extends ListFilter {
  sort: Sort
  descending: boolean
  limit: number
  /** Sort key and id of the last row of the page before. */
  after: readonly (string | number | null)[] | null
  confidential: boolean
  today: string
}

export interface ListRow {
  id: string
  kind: SubjectKind
  nameKo: string
  nameEn: string | null
  place: string | null
  industry: string | null
  team: string | null
  ownerId: string | null
  ownerName: string | null
  stage: string | null
  stageFrom: string | null
  illustrative: boolean
  confidential: boolean
  archivedAt: string | null
  version: number
  createdAt: string
  sortKey: string | null
}

/** Members of the cluster that `s` stands for. */
export const membersOf = sql`(select m.subject_id from subject m where m.office_id = s.office_id and (m.subject_id = s.subject_id or m.canonical_id = s.subject_id))`

const realisedOrLost = stageRows.filter((row) => row.phase === 'realised' || row.phase === 'lost').map((row) => `${row.machine} ${row.stage}`)
const lost = stageRows.filter((row) => row.phase === 'lost').map((row) => `${row.machine} ${row.stage}`)
const machineStage = sql`s.kind || ' ' || coalesce(s.stage, '')`

/** Something is overdue: an open milestone past its day, or a value whose time has passed with no actual one beside it (see figures/overdue-of.ts). */
const overdue = (today: string, confidential: boolean) => sql`(
  not (${machineStage} = any(${lost}::text[])) and (
    exists (select 1 from milestone e where e.office_id = s.office_id and e.subject_id in ${membersOf} and e.due_on < ${today}::date and e.done_on is null and e.waived_on is null)
    or (not (${machineStage} = any(${realisedOrLost}::text[])) and exists (
      select 1 from fact f where f.office_id = s.office_id and f.subject_id in ${membersOf} and upper_inf(f.recorded) and f.facet <> 'actual' and not f.ended and f.due_to <= ${today}::date
        and ${confidential ? sql`true` : sql`not f.confidential`}
        and not exists (select 1 from fact a where a.office_id = f.office_id and a.subject_id in ${membersOf} and a.indicator_id = f.indicator_id and a.facet = 'actual' and not a.ended and upper_inf(a.recorded))))))`

/** For which subject each subject of the office counts: itself, or the one it was joined to. */
const own = (officeId: string) =>
  sql`(select m.subject_id, coalesce(m.canonical_id, m.subject_id) as subject from subject m where m.office_id = ${officeId}::uuid)`

/** What rows are sorted by: an expression, over values that are worked out for all subjects of the office at once (`w.v` by `w.subject`) where it needs facts or events. */
interface SortKey {
  readonly of: RawBuilder<unknown>
  readonly type: string
  readonly worked?: (officeId: string) => RawBuilder<unknown>
}

const investment = (officeId: string) => sql`
  select subject, coalesce(sum(v) filter (where series = '' and facet = best), sum(v) filter (where facet = best)) as v from (
    select distinct on (o.subject, f.series, f.facet) o.subject, f.series, f.facet, f.value as v, min(f.facet) over (partition by o.subject) as best
    from fact f join ${own(officeId)} o on o.subject_id = f.subject_id
    where f.office_id = ${officeId}::uuid and f.indicator_id = 'investment' and f.facet in ('announced', 'plan')
      and f.unit = 'KRW' and not f.ended and upper_inf(f.recorded)
    order by o.subject, f.series, f.facet, lower(f.recorded) desc) held
  group by subject`

const lastChange = (officeId: string) => sql`
  select o.subject, max(c.at) as v from (
    select subject_id, lower(recorded) as at from fact where office_id = ${officeId}::uuid
    union all select subject_id, recorded_at from stage_event where office_id = ${officeId}::uuid) c
  join ${own(officeId)} o on o.subject_id = c.subject_id group by o.subject`

const nextDue = (officeId: string) => sql`
  select o.subject, min(e.due_on) as v from milestone e join ${own(officeId)} o on o.subject_id = e.subject_id
  where e.office_id = ${officeId}::uuid and e.done_on is null and e.waived_on is null group by o.subject`

const stageOrder = sql`(array_position(${stageRows.map((row) => `${row.machine} ${row.stage}`)}::text[], ${machineStage}))`

const sortKeys: Record<Sort, SortKey> = {
  name: { of: sql`s.name_ko`, type: 'text' },
  stage: { of: stageOrder, type: 'int' },
  investment: { of: sql`w.v`, type: 'numeric', worked: investment },
  place: { of: sql`s.place`, type: 'text' },
  industry: { of: sql`s.industry`, type: 'text' },
  team: { of: sql`s.team`, type: 'text' },
  created: { of: sql`s.created_at`, type: 'timestamptz' },
  changed: { of: sql`greatest(s.created_at, w.v)`, type: 'timestamptz', worked: lastChange },
  due: { of: sql`w.v`, type: 'date', worked: nextDue },
}

/** A page of subjects that stand for themselves, in the asked order, rows without a sort key last. */
export async function listSubjects(db: Kysely<Database>, officeId: string, query: ListQuery): Promise<ListRow[]> {
  const key = sortKeys[query.sort]
  const way = query.descending ? sql`desc` : sql`asc`
  const { rows } = await sql<{
    subject_id: string
    kind: SubjectKind
    name_ko: string
    name_en: string | null
    place: string | null
    industry: string | null
    team: string | null
    owner_id: string | null
    owner_name: string | null
    stage: string | null
    stage_from: string | null
    illustrative: boolean
    confidential: boolean
    archived_at: string | null
    version: number
    created_at: string
    sort_key: string | null
  }>`
    select p.*, u.name as owner_name from (
      select s.subject_id, s.kind, s.name_ko, s.name_en, s.place, s.industry, s.team, s.owner_id, s.stage, s.stage_from, s.illustrative, s.confidential,
             s.archived_at, s.version, s.created_at, (${key.of}) as k, (${key.of})::text as sort_key
      from subject s ${key.worked ? sql`left join (${key.worked(officeId)}) w on w.subject = s.subject_id` : sql``} where ${conditions(officeId, query)}) p
    left join app_user u on u.user_id = p.owner_id
    where ${after(query, key.type)}
    order by p.k ${way} nulls last, p.subject_id
    limit ${query.limit}`.execute(db)
  return rows.map((row) => ({
    id: row.subject_id,
    kind: row.kind,
    nameKo: row.name_ko,
    nameEn: row.name_en,
    place: row.place,
    industry: row.industry,
    team: row.team,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    stage: row.stage,
    stageFrom: row.stage_from,
    illustrative: row.illustrative,
    confidential: row.confidential,
    archivedAt: row.archived_at,
    version: row.version,
    createdAt: row.created_at,
    sortKey: row.sort_key,
  }))
}

/** How many subjects the filter leaves. */
export async function countSubjects(
  db: Kysely<Database>,
  officeId: string,
  query: ListFilter & { confidential: boolean; today: string },
): Promise<number> {
  const { rows } = await sql<{ n: string }>`select count(*)::text as n from subject s where ${conditions(officeId, query)}`.execute(db)
  return Number(rows[0]?.n ?? 0)
}

/** The ids of all that the filter leaves, for downloads. */
export async function subjectIds(
  db: Kysely<Database>,
  officeId: string,
  query: ListFilter & { confidential: boolean; today: string },
): Promise<string[]> {
  const { rows } = await sql<{ subject_id: string }>`
    select s.subject_id from subject s where ${conditions(officeId, query)} order by s.created_at, s.subject_id`.execute(db)
  return rows.map((row) => row.subject_id)
}

function after(query: ListQuery, type: string): RawBuilder<unknown> {
  if (query.after === null) return sql`true`
  const [key, id] = query.after
  if (key === null || key === undefined) return sql`p.k is null and p.subject_id > ${id}::uuid`
  const beyond = query.descending ? sql`<` : sql`>`
  const value = sql`${String(key)}::${sql.raw(type)}`
  return sql`(p.k ${beyond} ${value} or (p.k = ${value} and p.subject_id > ${id}::uuid) or p.k is null)`
}

function conditions(officeId: string, query: ListFilter & { confidential: boolean; today: string }): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [sql`s.office_id = ${officeId}::uuid`, sql`s.canonical_id is null`]
  const among = (column: RawBuilder<unknown>, value: string | undefined) => {
    if (value) parts.push(sql`coalesce(${column}::text, 'none') = any(${value.split(',')}::text[])`)
  }
  among(sql`s.kind`, query.kind || 'project')
  among(sql`s.stage`, query.stage)
  among(sql`s.place`, query.place)
  among(sql`s.industry`, query.industry)
  among(sql`s.team`, query.team)
  among(sql`s.owner_id`, query.owner)
  among(sql`s.subject_id`, query.subject)
  if (query.phase) {
    const phases = query.phase.split(',')
    const stages = stageRows.filter((row) => phases.includes(row.phase)).map((row) => `${row.machine} ${row.stage}`)
    parts.push(
      phases.includes('none') ? sql`(s.stage is null or ${machineStage} = any(${stages}::text[]))` : sql`${machineStage} = any(${stages}::text[])`,
    )
  }
  parts.push(query.archived ? sql`s.archived_at is not null` : sql`s.archived_at is null`)
  if (!query.confidential)
    parts.push(
      sql`not s.confidential and not exists (select 1 from subject m where m.office_id = s.office_id and m.canonical_id = s.subject_id and m.confidential)`,
    )
  const words = query.q?.normalize('NFC').trim()
  if (words) {
    const like = likeOf(words)
    parts.push(sql`(s.name_ko ilike ${like} or s.name_en ilike ${like} or s.place ilike ${like} or s.industry ilike ${like}
      or exists (select 1 from subject_alias a where a.office_id = s.office_id and a.subject_id in ${membersOf} and a.name ilike ${like}))`)
  }
  if (query.overdue) parts.push(overdue(query.today, query.confidential))
  return sql.join(parts, sql` and `)
}

/** A pattern that finds these words anywhere; what they hold of % and _ is meant literally. */
export const likeOf = (words: string): string => `%${words.replace(/[\\%_]/g, (c) => `\\${c}`)}%`

import { sql } from 'kysely'
import { fieldsKnownOn } from '#capabilities/portfolio/index'
import { codeLists } from '#engines/interchange/codes'
import type { Db } from '#store/store'
import type { Looking, RecordRow, Which } from '../looking.ts'
import { chosen, kept, known, seen, standsFor } from './fragments.ts'

/** A party with the ends of its relation. */
export interface PartyRecord extends RecordRow {
  readonly fromSubject: string
  readonly toSubject: string
}

const roles = codeLists.role!.map((one) => one.code)

/** 당사자의 줄들: who is what to a subject. Asked for by id, a relation that was replaced since gives the one between the same two in the same role. */
export async function partyRecords(db: Db, looking: Looking, which: Which): Promise<PartyRecord[]> {
  const byId = 'ids' in which
  const { rows } = await sql<{
    asked: string
    relation_id: string
    from_subject: string
    to_subject: string
    subject_id: string
    name_ko: string
    party_id: string
    party: string
    hidden: boolean
    role: string
    part: string | null
    share: string | null
    since: string | null
    until: string | null
    created_at: string
    by_name: string | null
  }>`
    with asked as (select a.* from relation a where a.office_id = ${looking.officeId}::uuid and ${byId ? sql`a.relation_id = any(${[...which.ids]}::uuid[])` : sql`true`})
    select distinct on (c.created_at, c.subject_id, r.role, p.name_ko, a.relation_id)
           a.relation_id as asked, r.relation_id, r.from_subject, r.to_subject, c.subject_id, c.name_ko, p.subject_id as party_id, p.name_ko as party,
           (s.confidential or c.confidential or p.confidential) as hidden, r.role, r.part, r.share, r.since, r.until, r.created_at, u.name as by_name
    from asked a
    join relation r on r.office_id = a.office_id and ${
      byId
        ? sql`r.from_subject = a.from_subject and r.to_subject = a.to_subject and r.role = a.role and (r.relation_id = a.relation_id or a.voided_at is not null)`
        : sql`r.relation_id = a.relation_id`
    }
    join subject s on s.office_id = r.office_id and s.subject_id = r.to_subject
    ${standsFor(looking, 's', 'c')}
    join subject q on q.office_id = r.office_id and q.subject_id = r.from_subject
    ${standsFor(looking, 'q', 'p')}
    left join app_user u on u.user_id = r.created_by
    where r.role = any(${roles}::text[]) and p.kind in ('organisation', 'person', 'office') and c.kind not in ('organisation', 'person', 'office')
      and ${kept(looking, 's', 'c')} and ${byId ? sql`true` : chosen(which, sql`r.relation_id`)} and ${seen(looking)} and (${looking.confidential} or not (p.confidential or q.confidential))
      and ${known(looking, sql`r.created_at`, sql`r.voided_at`)}
    order by c.created_at, c.subject_id, r.role, p.name_ko, a.relation_id, r.created_at desc`.execute(db)
  return (await asCalledThen(db, looking, rows)).map((row) => ({
    id: row.asked,
    liveId: row.relation_id,
    subjectId: row.subject_id,
    subjectName: row.name_ko,
    confidential: row.hidden,
    version: null,
    heldBy: row.by_name,
    heldSince: row.created_at,
    fromSubject: row.from_subject,
    toSubject: row.to_subject,
    values: {
      subjectId: row.subject_id,
      subject: row.name_ko,
      role: row.role,
      party: row.party,
      part: row.part,
      share: row.share,
      since: row.since,
      until: row.until,
    },
  }))
}

/** Rows with the names that the parties had at the clock, those of one subject and role in the order of those names. */
async function asCalledThen<R extends { party_id: string; party: string; subject_id: string; role: string; asked: string }>(
  db: Db,
  looking: Looking,
  rows: readonly R[],
): Promise<readonly R[]> {
  if (looking.knownOn === null || rows.length === 0) return rows
  const then = await fieldsKnownOn(db, looking.officeId, looking.knownOn, [...new Set(rows.map((row) => row.party_id))])
  if (then.size === 0) return rows
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const named = { ...row, party: then.get(row.party_id)?.fields.nameKo ?? row.party }
    const key = `${row.subject_id} ${row.role}`
    groups.set(key, [...(groups.get(key) ?? []), named])
  }
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return [...groups.values()].flatMap((own) => own.sort((a, b) => order(a.party, b.party) || order(a.asked, b.asked)))
}

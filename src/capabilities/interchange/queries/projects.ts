import { sql } from 'kysely'
import { type FieldsThen, fieldsKnownOn, ledgerFor, notAfter } from '#capabilities/portfolio/index'
import { joinNames } from '#engines/interchange/cell'
import type { Db } from '#store/store'
import type { Looking, RecordRow, Which } from '../looking.ts'
import { chosen, seen } from './fragments.ts'

const truth = (value: boolean) => String(value)

/** 사업의 줄들: subjects that stand for themselves, with their fields and stage at the clocks. */
export async function projectRows(db: Db, looking: Looking, which: Which): Promise<RecordRow[]> {
  const { rows } = await sql<{
    subject_id: string
    kind: string
    name_ko: string
    name_en: string | null
    stage: string | null
    stage_from: string | null
    place: string | null
    industry: string | null
    investment_kind: string | null
    team: string | null
    owner_id: string | null
    note: string | null
    aliases: string[] | null
    archived_at: string | null
    confidential: boolean
    disclose_on: string | null
    illustrative: boolean
    version: number
    created_at: string
    maker: string | null
  }>`
    select s.subject_id, s.kind, s.name_ko, s.name_en, s.stage, s.stage_from, s.place, s.industry, s.investment_kind, s.team, s.owner_id, s.note, s.confidential,
           s.disclose_on, s.illustrative, s.version, s.archived_at,
           (select array_agg(a.name) from subject_alias a where a.office_id = s.office_id and a.subject_id = s.subject_id) as aliases,
            s.created_at, m.name as maker
    from subject s left join app_user m on m.user_id = s.created_by
    where s.office_id = ${looking.officeId}::uuid and ${looking.stood === undefined ? sql`s.canonical_id is null` : sql`not s.subject_id = any(${[...looking.stood.keys()]}::uuid[])`} and s.kind not in ('office', 'organisation', 'person')
      and ${chosen(which, sql`s.subject_id`)} and ${seen(looking)}
      and ${'ids' in which || looking.archived || looking.knownOn !== null ? sql`true` : sql`s.archived_at is null`}
      and ${looking.knownOn === null ? sql`true` : sql`s.created_at <= ${looking.knownOn}::timestamptz`}
    order by s.created_at, s.subject_id`.execute(db)
  const emails = await emailsOf(db)
  const past = looking.asOf !== null || looking.knownOn !== null
  const then: Map<string, FieldsThen> = looking.knownOn === null ? new Map() : await fieldsKnownOn(db, looking.officeId, looking.knownOn)
  const ledger = past ? await ledgerFor(db, looking.officeId, [], looking) : null
  const stood = new Map(ledger?.subjects.map((subject) => [subject.id, subject]))
  const standing = rows.filter((row) => looking.archived || 'ids' in which || !archivedAt(row, looking, then))
  return standing.map((row) => {
    const fields = (then.get(row.subject_id)?.fields ?? {}) as { [field: string]: string | boolean | null | undefined }
    const field = <T>(name: string, now: T): T => (fields[name] === undefined ? now : (fields[name] as T))
    const owner = field('ownerId', row.owner_id)
    const stage = ledger ? (stood.get(row.subject_id)?.stage ?? null) : row.stage
    return {
      id: row.subject_id,
      liveId: row.subject_id,
      subjectId: row.subject_id,
      subjectName: row.name_ko,
      confidential: row.confidential,
      version: row.version,
      heldBy: row.maker,
      heldSince: row.created_at,
      values: {
        kind: row.kind,
        nameKo: field('nameKo', row.name_ko),
        nameEn: field('nameEn', row.name_en),
        // other names have no clock: a file of an earlier moment leaves them out
        aliases: looking.knownOn === null ? joinNames(row.aliases ?? []) : null,
        stage,
        stageFrom: ledger ? (stood.get(row.subject_id)?.stageFrom ?? null) : row.stage_from,
        place: field('place', row.place),
        industry: field('industry', row.industry),
        investmentKind: field('investmentKind', row.investment_kind),
        team: field('team', row.team),
        owner: owner === null ? null : (emails.get(owner) ?? null),
        note: field('note', row.note),
        confidential: truth(row.confidential),
        discloseOn: field('discloseOn', row.disclose_on),
        archived: truth(archivedAt(row, looking, then)),
        illustrative: truth(row.illustrative),
      },
    }
  })
}

/** Whether a subject was put away at the clock. */
function archivedAt(
  row: { subject_id: string; archived_at: string | null },
  { knownOn }: Looking,
  then: ReadonlyMap<string, { readonly archived?: boolean }>,
): boolean {
  if (knownOn === null) return row.archived_at !== null
  return then.get(row.subject_id)?.archived ?? (row.archived_at !== null && notAfter(row.archived_at, knownOn))
}

/** Addresses of everybody, by id: whoever is named as an owner was a member once. */
async function emailsOf(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('app_user').select(['user_id', 'email']).execute()
  return new Map(rows.map((row) => [row.user_id, row.email.toLowerCase()]))
}

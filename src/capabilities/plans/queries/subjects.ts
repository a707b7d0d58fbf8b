import { sql } from 'kysely'
import type { SubjectKind } from '#record/subject'
import type { Db } from '#store/store'
import { type Seeing, subjectSeen } from '../seeing.ts'
import { headsAtClocks } from './subjects-then.ts'

/** 대상의 머리: what every list says of a subject. */
export interface Head {
  readonly id: string
  readonly kind: SubjectKind
  readonly nameKo: string
  readonly nameEn: string | null
  readonly place: string | null
  readonly industry: string | null
  readonly stage: string | null
  readonly stageFrom: string | null
  readonly owner: { readonly id: string; readonly name: string } | null
  readonly note: string | null
  readonly illustrative: boolean
  readonly confidential: boolean
  /** The subject's own version, for its fields; 0 in an answer of what was known earlier, which nobody edits. */
  readonly version: number
}

/** Which subjects: by kind or by id, with the words of their name. */
export interface HeadQuery {
  readonly kinds?: readonly SubjectKind[]
  readonly ids?: readonly string[]
  readonly words?: string | undefined
  /** Also those that were put away: their names still stand where they are named. */
  readonly putAway?: boolean
  readonly seeing: Seeing
}

/** Subjects that stand for themselves and were not put away, by name; a subject one of whose merged members is held back is held back too. */
export async function headsOf(db: Db, officeId: string, query: HeadQuery): Promise<Head[]> {
  const { seeing } = query
  if (seeing.asOf || seeing.knownOn) return headsAtClocks(db, officeId, query)
  const { rows } = await sql<{
    subject_id: string
    kind: SubjectKind
    name_ko: string
    name_en: string | null
    place: string | null
    industry: string | null
    stage: string | null
    stage_from: string | null
    owner_id: string | null
    owner_name: string | null
    note: string | null
    illustrative: boolean
    confidential: boolean
    version: number
  }>`
    select s.subject_id, s.kind, s.name_ko, s.name_en, s.place, s.industry, s.stage, s.stage_from, s.owner_id, u.name as owner_name, s.note, s.illustrative,
           s.confidential, s.version
    from subject s left join app_user u on u.user_id = s.owner_id
    where s.office_id = ${officeId}::uuid and s.canonical_id is null and ${query.putAway ? sql`true` : sql`s.archived_at is null`} and ${subjectSeen(seeing, 's')}
      and ${query.kinds ? sql`s.kind = any(${[...query.kinds]}::text[])` : sql`true`}
      and ${query.ids ? sql`s.subject_id = any(${[...query.ids]}::uuid[])` : sql`true`}
      and ${query.words ? sql`(s.name_ko ilike ${`%${likeText(query.words)}%`} or s.name_en ilike ${`%${likeText(query.words)}%`})` : sql`true`}
      and not exists (select 1 from subject m where m.office_id = s.office_id and m.canonical_id = s.subject_id and not ${subjectSeen(seeing, 'm')})
    order by s.name_ko, s.subject_id`.execute(db)
  return rows.map((row) => ({
    id: row.subject_id,
    kind: row.kind,
    nameKo: row.name_ko,
    nameEn: row.name_en,
    place: row.place,
    industry: row.industry,
    stage: row.stage,
    stageFrom: row.stage_from,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
    note: row.note,
    illustrative: row.illustrative,
    confidential: row.confidential,
    version: row.version,
  }))
}

/** One subject of a kind; undefined where it is not there or may not be seen. */
export async function headOf(db: Db, officeId: string, id: string, kinds: readonly SubjectKind[], seeing: Seeing): Promise<Head | undefined> {
  return (await headsOf(db, officeId, { kinds, ids: [id], seeing }))[0]
}

/** Names of subjects by id, of those that may be seen; for the office's own people also of those that were put away. */
export async function namesOf(
  db: Db,
  officeId: string,
  ids: readonly (string | null)[],
  seeing: Seeing,
): Promise<Map<string, { id: string; nameKo: string; nameEn: string | null }>> {
  const wanted = [...new Set(ids.filter((one): one is string => one !== null))]
  if (wanted.length === 0) return new Map()
  const heads = await headsOf(db, officeId, { ids: wanted, seeing, putAway: seeing.kind === 'staff' })
  return new Map(heads.map((one) => [one.id, { id: one.id, nameKo: one.nameKo, nameEn: one.nameEn }]))
}

const likeText = (words: string) => words.replace(/[\\%_]/g, (sign) => `\\${sign}`)

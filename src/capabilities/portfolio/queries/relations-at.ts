import { type Kysely, sql } from 'kysely'
import type { Relation, SubjectKind } from '#record/subject'
import type { Database } from '#store/schema'
import { clustersKnownOn } from './clusters-known-on.ts'
import { fieldsKnownOn } from './known-fields.ts'

export interface RelationRow {
  id: string
  role: Relation['role']
  part: string | null
  since: string | null
  until: string | null
  /** `from`: the other is something to this subject; `to`: this subject is something to the other. */
  direction: 'from' | 'to'
  other: { id: string; kind: SubjectKind; nameKo: string; nameEn: string | null }
  claimId: string | null
}

/** 당사자와 관계: the relations of a cluster at the clocks, in both directions, with the others as they were called and joined then. */
export async function relationsOf(
  db: Kysely<Database>,
  officeId: string,
  members: readonly string[],
  confidential: boolean,
  clocks: { asOf: string | null; knownOn: string | null } = { asOf: null, knownOn: null },
): Promise<RelationRow[]> {
  const { asOf, knownOn } = clocks
  const { rows } = await sql<{
    relation_id: string
    role: Relation['role']
    part: string | null
    since: string | null
    until: string | null
    direction: 'from' | 'to'
    other: string
    canonical_id: string | null
    claim_id: string | null
  }>`
    with own as (
      select * from relation where office_id = ${officeId}::uuid
        and ${knownOn === null ? sql`voided_at is null` : sql`created_at <= ${knownOn}::timestamptz and (voided_at is null or voided_at > ${knownOn}::timestamptz)`}
        and ${asOf === null ? sql`true` : sql`(since is null or since <= ${asOf}::date) and (until is null or until > ${asOf}::date)`})
    select r.relation_id, r.role, r.part, r.since, r.until, r.direction, r.claim_id, r.other, o.canonical_id
    from (
      select own.*, 'from' as direction, from_subject as other from own where to_subject = any(${[...members]}::uuid[])
      union all
      select own.*, 'to' as direction, to_subject as other from own where from_subject = any(${[...members]}::uuid[])) r
    join subject o on o.office_id = r.office_id and o.subject_id = r.other
    order by r.created_at, r.relation_id`.execute(db)
  const stood = knownOn === null ? null : await clustersKnownOn(db, officeId, knownOn)
  const wholeOf = (row: (typeof rows)[number]) => (stood === null ? row.canonical_id : stood.get(row.other)) ?? row.other
  const named = await namedThen(db, officeId, [...new Set(rows.flatMap((row) => [row.other, wholeOf(row)]))], knownOn)
  const relations = new Map<string, RelationRow>()
  for (const row of rows) {
    const whole = wholeOf(row)
    const other = named.get(whole)
    if (!other || members.includes(whole) || (!confidential && (other.confidential || named.get(row.other)?.confidential))) continue
    const key = [row.role, whole, row.direction, row.part ?? ''].join('\u0000')
    if (relations.has(key)) continue
    const { confidential: _held, ...name } = other
    const { relation_id: id, role, part, since, until, direction, claim_id: claimId } = row
    relations.set(key, { id, role, part, since, until, direction, other: name, claimId })
  }
  return [...relations.entries()].sort(([a], [b]) => order(a, b)).map(([, row]) => row)
}

/** Subjects by id with the names that they had at the clock. */
async function namedThen(db: Kysely<Database>, officeId: string, ids: readonly string[], knownOn: string | null) {
  const { rows } = await sql<{ subject_id: string; kind: SubjectKind; name_ko: string; name_en: string | null; confidential: boolean }>`
    select subject_id, kind, name_ko, name_en, confidential from subject where office_id = ${officeId}::uuid and subject_id = any(${[...ids]}::uuid[])`.execute(
    db,
  )
  const then = knownOn === null ? null : await fieldsKnownOn(db, officeId, knownOn, ids)
  return new Map(
    rows.map((row) => {
      const { nameKo = row.name_ko, nameEn = row.name_en } = then?.get(row.subject_id)?.fields ?? {}
      return [row.subject_id, { id: row.subject_id, kind: row.kind, nameKo, nameEn, confidential: row.confidential }]
    }),
  )
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

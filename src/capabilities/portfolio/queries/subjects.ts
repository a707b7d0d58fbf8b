import { type Kysely, sql } from 'kysely'
import { organisationKey } from '#engines/accounting/organisation-name'
import type { Relation, SubjectKind } from '#record/subject'
import { newId } from '#store/log/ids'
import type { Database, Json } from '#store/schema'

/** A subject on its way into the record. Stage and values are no part of it: they come from stage events and facts. */
export interface SubjectToCreate {
  kind: SubjectKind
  nameKo: string
  nameEn?: string | null
  place?: string | null
  industry?: string | null
  ownerId?: string | null
  team?: string | null
  investmentKind?: 'new' | 'expansion' | null
  note?: string | null
  confidential?: boolean
  discloseOn?: string | null
  illustrative?: boolean
  attributes?: { [key: string]: Json }
  /** The user who makes it. */
  by: string | null
}

/** 대상을 만든다: create a subject and give its id. */
export async function createSubject(tx: Kysely<Database>, officeId: string, subject: SubjectToCreate): Promise<string> {
  const nameKo = subject.nameKo.normalize('NFC').trim()
  if (nameKo === '') throw new RangeError('expected a name such as "X-AI 스마트에너지 데이터센터", got an empty one')
  const id = newId()
  await tx
    .insertInto('subject')
    .values({
      office_id: officeId,
      subject_id: id,
      kind: subject.kind,
      name_ko: nameKo,
      name_en: subject.nameEn?.trim() || null,
      attributes: JSON.stringify(subject.attributes ?? {}),
      place: subject.place?.trim() || null,
      industry: subject.industry?.trim() || null,
      owner_id: subject.ownerId ?? null,
      team: subject.team?.trim() || null,
      note: subject.note ?? null,
      investment_kind: subject.investmentKind ?? null,
      confidential: subject.confidential ?? false,
      disclose_on: subject.discloseOn ?? null,
      illustrative: subject.illustrative ?? false,
      created_by: subject.by,
    })
    .execute()
  return id
}

/**
 * 기관·기업을 찾거나 만든다: the organisation of this name, by its normalised name or an alias (㈜, 주식회사, spaces and case do not count); made where there is none.
 * Organisations whose normalised names differ are never joined here: that is a person's decision.
 */
export async function ensureOrganisation(tx: Kysely<Database>, officeId: string, name: string, by: string | null): Promise<string> {
  const key = organisationKey(name)
  // two writers at once must not both find nothing
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${officeId}:organisation:${key}`}, 0))`.execute(tx)
  const found = await organisationsByKey(tx, officeId, key)
  const first = found[0]
  if (first) return first
  return createSubject(tx, officeId, { kind: 'organisation', nameKo: name, by })
}

/** The canonical ids of the organisations whose name or alias has this key. */
async function organisationsByKey(tx: Kysely<Database>, officeId: string, key: string): Promise<string[]> {
  // the key is worked out by the engine, not in SQL, so that there is one rule: a rough filter here, the rule after it
  const letters = [...key].slice(0, 2).join('')
  const rough = `%${letters
    .replace(/[\\%_]/g, (c) => `\\${c}`)
    .split('')
    .join('%')}%`
  const rows = await tx
    .selectFrom('subject')
    .leftJoin('subject_alias', (join) =>
      join.onRef('subject_alias.office_id', '=', 'subject.office_id').onRef('subject_alias.subject_id', '=', 'subject.subject_id'),
    )
    .select(['subject.subject_id', 'subject.canonical_id', 'subject.name_ko', 'subject.name_en', 'subject_alias.name as alias'])
    .where('subject.office_id', '=', officeId)
    .where('subject.kind', '=', 'organisation')
    .where('subject.archived_at', 'is', null)
    .where((eb) => eb.or([eb('subject.name_ko', 'ilike', rough), eb('subject.name_en', 'ilike', rough), eb('subject_alias.name', 'ilike', rough)]))
    .orderBy('subject.created_at')
    .orderBy('subject.subject_id')
    .execute()
  const ids = rows
    .filter((row) => [row.name_ko, row.name_en, row.alias].some((name) => name !== null && organisationKey(name) === key))
    .map((row) => row.canonical_id ?? row.subject_id)
  return [...new Set(ids)]
}

/** A relation on its way into the record. */
export interface RelationToAdd {
  fromSubject: string
  toSubject: string
  role: Relation['role']
  part?: string | null
  /** Its share of the whole as a decimal between 0 and 1: of a joint agreement, the office's. */
  share?: string | null
  since?: string | null
  until?: string | null
  claimId?: string | null
  by: string | null
}

/** 관계를 더한다: add a relation and give its id; one that is there already (same ends, role and part) is kept as it is. */
export async function addRelation(tx: Kysely<Database>, officeId: string, relation: RelationToAdd): Promise<string> {
  const part = relation.part?.trim() || null
  if (relation.fromSubject === relation.toSubject) throw new RangeError('expected a relation between two subjects, got one and the same')
  const there = await tx
    .selectFrom('relation')
    .select('relation_id')
    .where('office_id', '=', officeId)
    .where('from_subject', '=', relation.fromSubject)
    .where('to_subject', '=', relation.toSubject)
    .where('role', '=', relation.role)
    .where('part', part === null ? 'is' : '=', part)
    .where('voided_at', 'is', null)
    .executeTakeFirst()
  if (there) return there.relation_id
  const id = newId()
  await tx
    .insertInto('relation')
    .values({
      office_id: officeId,
      relation_id: id,
      from_subject: relation.fromSubject,
      to_subject: relation.toSubject,
      role: relation.role,
      part,
      share: relation.share ?? null,
      since: relation.since ?? null,
      until: relation.until ?? null,
      claim_id: relation.claimId ?? null,
      created_by: relation.by,
    })
    .execute()
  return id
}

/** 기관 자신: the office as a subject, for totals that it states about itself (누적 3조원). Made on first use. */
export async function officeSubject(tx: Kysely<Database>, officeId: string): Promise<string> {
  const find = () =>
    tx
      .selectFrom('subject')
      .select('subject_id')
      .where('office_id', '=', officeId)
      .where('kind', '=', 'office')
      .orderBy('created_at')
      .executeTakeFirst()
  const found = await find()
  if (found) return found.subject_id
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${officeId}:office-subject`}, 0))`.execute(tx)
  const foundNow = await find()
  if (foundNow) return foundNow.subject_id
  const office = await tx.selectFrom('office').select(['name_ko', 'name_en']).where('office_id', '=', officeId).executeTakeFirstOrThrow()
  return createSubject(tx, officeId, { kind: 'office', nameKo: office.name_ko, nameEn: office.name_en, by: null })
}

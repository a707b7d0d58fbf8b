import { sql } from 'kysely'
import type { Db } from '#store/store'

/** A subject with what its page needs to know of it. */
export const subjectById = (db: Db, officeId: string, subjectId: string) =>
  db
    .selectFrom('subject')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('subject_id', '=', subjectId)
    .where('archived_at', 'is', null)
    .executeTakeFirst()

/** The subject and those that were judged to be the same. */
export async function clusterOf(db: Db, officeId: string, subjectId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('subject')
    .select('subject_id')
    .where('office_id', '=', officeId)
    .where((eb) => eb.or([eb('subject_id', '=', subjectId), eb('canonical_id', '=', subjectId)]))
    .execute()
  return rows.map((row) => row.subject_id)
}

/** Facts held about subjects at a moment (null: now), in reading order. */
export async function factIdsOf(db: Db, officeId: string, subjects: readonly string[], knownOn: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('fact')
    .innerJoin('indicator', (join) =>
      join.onRef('indicator.office_id', '=', 'fact.office_id').onRef('indicator.indicator_id', '=', 'fact.indicator_id'),
    )
    .select('fact.fact_id')
    .where('fact.office_id', '=', officeId)
    .where('fact.subject_id', 'in', subjects)
    .where(knownOn === null ? sql<boolean>`upper_inf(fact.recorded)` : sql<boolean>`fact.recorded @> ${knownOn}::timestamptz`)
    .orderBy('indicator.ord')
    .orderBy('fact.series')
    .orderBy(sql`array_position(array['announced', 'plan', 'target', 'forecast', 'estimate', 'actual'], fact.facet)`)
    .orderBy(sql`lower(fact.period) nulls first`)
    .orderBy('fact.fact_id')
    .execute()
  return rows.map((row) => row.fact_id)
}

/** Stages that subjects reached, oldest first, without those that were taken back. */
export const stageEventsOf = (db: Db, officeId: string, subjects: readonly string[], knownOn: string | null) =>
  db
    .selectFrom('stage_event')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('subject_id', 'in', subjects)
    .where((eb) =>
      knownOn === null
        ? eb('voided_at', 'is', null)
        : eb.and([eb('recorded_at', '<=', knownOn), eb.or([eb('voided_at', 'is', null), eb('voided_at', '>', knownOn)])]),
    )
    .orderBy(sql`coalesce(occurred_from, (recorded_at at time zone 'utc')::date)`)
    .orderBy('recorded_at')
    .orderBy('event_id')
    .execute()

/** Organisations and people related to subjects, either way round. */
export const partiesOf = (db: Db, officeId: string, subjects: readonly string[]) =>
  db
    .selectFrom('relation')
    .innerJoin('subject', (join) =>
      join
        .onRef('subject.office_id', '=', 'relation.office_id')
        .on((eb) =>
          eb(
            'subject.subject_id',
            '=',
            eb.case().when('relation.from_subject', 'in', subjects).then(eb.ref('relation.to_subject')).else(eb.ref('relation.from_subject')).end(),
          ),
        ),
    )
    .select([
      'subject.subject_id',
      'subject.kind',
      'subject.name_ko',
      'subject.name_en',
      'subject.confidential',
      'subject.disclose_on',
      'relation.role',
    ])
    .where('relation.office_id', '=', officeId)
    .where('relation.voided_at', 'is', null)
    .where((eb) => eb.or([eb('relation.from_subject', 'in', subjects), eb('relation.to_subject', 'in', subjects)]))
    .where('subject.kind', 'in', ['organisation', 'office'])
    .where('subject.archived_at', 'is', null)
    .orderBy('relation.role')
    .orderBy('subject.name_ko')
    .execute()

/** Subjects that have a stage of their own and may get a page, with whether one stands. */
export const publishableSubjects = (db: Db, officeId: string) =>
  db
    .selectFrom('subject')
    .select(['subject_id', 'kind', 'name_ko', 'name_en', 'stage', 'place', 'confidential', 'disclose_on', 'illustrative'])
    .where('office_id', '=', officeId)
    .where('kind', 'in', ['project', 'programme', 'pledge', 'agreement', 'award', 'zone', 'strategy'])
    .where('archived_at', 'is', null)
    .where('canonical_id', 'is', null)
    .orderBy('kind')
    .orderBy('name_ko')
    .orderBy('subject_id')
    .execute()

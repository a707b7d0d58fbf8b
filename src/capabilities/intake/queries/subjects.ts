import { sql } from 'kysely'
import type { Db, Tx } from '#store/store'
import { nameKey } from '../service/names.ts'

/** A live subject as intake needs it; the one it was merged into where it was merged. */
export async function liveSubject(db: Db | Tx, officeId: string, subjectId: string) {
  return db
    .selectFrom('subject as a')
    .innerJoin('subject as s', (join) =>
      join.onRef('s.office_id', '=', 'a.office_id').on('s.subject_id', '=', sql<string>`coalesce(a.canonical_id, a.subject_id)`),
    )
    .select(['s.subject_id', 's.kind', 's.name_ko', 's.name_en', 's.place', 's.stage', 's.confidential', 's.archived_at'])
    .where('a.office_id', '=', officeId)
    .where('a.subject_id', '=', subjectId)
    .executeTakeFirst()
}

/** The live subject of a kind whose name is the same but for spaces and brackets; undefined where there is none. */
export async function subjectOfName(db: Db | Tx, officeId: string, kind: string, name: string): Promise<string | undefined> {
  const rows = await db
    .selectFrom('subject')
    .select(['subject_id', 'name_ko'])
    .where('office_id', '=', officeId)
    .where('kind', '=', kind as 'project')
    .where('archived_at', 'is', null)
    .where('canonical_id', 'is', null)
    .where(sql<boolean>`similarity(name_ko, ${name}) > 0.4`)
    .execute()
  return rows.find((row) => nameKey(row.name_ko) === nameKey(name))?.subject_id
}

/** A live fact. */
export async function liveFact(db: Db | Tx, officeId: string, factId: string) {
  return db
    .selectFrom('fact')
    .select(['fact_id', 'subject_id', 'indicator_id', 'facet', 'series', 'value', 'value_max', 'unit', 'approximate', 'bound'])
    .where('office_id', '=', officeId)
    .where('fact_id', '=', factId)
    .where(sql<boolean>`upper_inf(recorded)`)
    .executeTakeFirst()
}

/** The live facts of a subject for an indicator. */
export async function factsOfSubject(db: Db | Tx, officeId: string, subjectId: string, indicator: string) {
  return db
    .selectFrom('fact')
    .select(['fact_id', 'subject_id', 'indicator_id', 'facet', 'series', 'value', 'value_max', 'unit', 'approximate', 'bound'])
    .where('office_id', '=', officeId)
    .where('subject_id', '=', subjectId)
    .where('indicator_id', '=', indicator)
    .where(sql<boolean>`upper_inf(recorded)`)
    .orderBy('series')
    .execute()
}

/** Live facts that a new one for this series and period would replace. */
export async function factsInTheWay(
  db: Db | Tx,
  officeId: string,
  at: { subjectId: string; indicator: string; facet: string; series: string; period: { from: string | null; to: string | null } },
) {
  return db
    .selectFrom('fact')
    .select(['fact_id', 'value', 'value_max', 'unit', 'approximate', 'bound', 'series'])
    .where('office_id', '=', officeId)
    .where('subject_id', '=', at.subjectId)
    .where('indicator_id', '=', at.indicator)
    .where('facet', '=', at.facet as 'announced')
    .where('series', '=', at.series)
    .where(sql<boolean>`period && ${`[${at.period.from ?? ''},${at.period.to ?? ''})`}::daterange`)
    .where(sql<boolean>`upper_inf(recorded)`)
    .execute()
}

/** Whether anything still speaks of a subject: live facts, stage events, relations, milestones, claims or publications. */
export async function subjectInUse(db: Db | Tx, officeId: string, subjectId: string): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    select exists (select 1 from fact where office_id = ${officeId}::uuid and subject_id = ${subjectId}::uuid and upper_inf(recorded))
        or exists (select 1 from stage_event where office_id = ${officeId}::uuid and subject_id = ${subjectId}::uuid and voided_at is null)
        or exists (select 1 from relation where office_id = ${officeId}::uuid and voided_at is null and ${subjectId}::uuid in (from_subject, to_subject))
        or exists (select 1 from milestone where office_id = ${officeId}::uuid and subject_id = ${subjectId}::uuid)
        or exists (select 1 from claim_state where office_id = ${officeId}::uuid and subject_id = ${subjectId}::uuid)
        or exists (select 1 from subject where office_id = ${officeId}::uuid and canonical_id = ${subjectId}::uuid)
        or exists (select 1 from publication where office_id = ${officeId}::uuid and subject_id = ${subjectId}::uuid and withdrawn_at is null) as used`.execute(
    db,
  )
  return rows[0]?.used ?? false
}

/** Indicators of the office in their order. */
export async function indicatorsOf(db: Db | Tx, officeId: string) {
  return db
    .selectFrom('indicator')
    .select(['indicator_id', 'name_ko', 'name_en', 'unit', 'additive'])
    .where('office_id', '=', officeId)
    .orderBy('ord')
    .orderBy('indicator_id')
    .execute()
}

import { sql } from 'kysely'
import { type Clocks, happenedThen, knownThen } from '#capabilities/plans/index'
import type { ClawbackRule } from '#data/clawback-rules'
import { newId } from '#store/log/ids'
import { keepPast, knownNow, rowsAt } from '#store/log/past'
import type { Db, Tx } from '#store/store'

/** What an award says of itself, beside its facts. */
export interface AwardTerms {
  recipientId: string | null
  projectId: string | null
  programme: string | null
  grantedOn: string | null
  settledOn: string | null
  investmentYears: number
  followUpYears: number
  withdrawnOn: string | null
  version: number
}

export const noTerms: AwardTerms = {
  recipientId: null,
  projectId: null,
  programme: null,
  grantedOn: null,
  settledOn: null,
  investmentYears: 3,
  followUpYears: 5,
  withdrawnOn: null,
  version: 0,
}

const columns = {
  recipientId: 'recipient_id',
  projectId: 'project_id',
  programme: 'programme',
  grantedOn: 'granted_on',
  settledOn: 'settled_on',
  investmentYears: 'investment_years',
  followUpYears: 'follow_up_years',
  withdrawnOn: 'withdrawn_on',
} as const

interface TermsRow {
  subject_id: string
  recipient_id: string | null
  project_id: string | null
  programme: string | null
  granted_on: string | null
  settled_on: string | null
  investment_years: number
  follow_up_years: number
  withdrawn_on: string | null
  version: number
}

/** The terms of awards by subject, as they were written at the clock; one nobody had written any for is absent. */
export async function awardTerms(
  db: Db,
  officeId: string,
  ids: readonly string[],
  { knownOn = null }: Clocks = {},
): Promise<Map<string, AwardTerms>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<TermsRow>`
    select t.* from ${rowsAt(officeId, 'award', knownOn)} t
    where t.office_id = ${officeId}::uuid and t.subject_id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(
    rows.map((row) => [
      row.subject_id,
      {
        recipientId: row.recipient_id,
        projectId: row.project_id,
        programme: row.programme,
        grantedOn: row.granted_on,
        settledOn: row.settled_on,
        investmentYears: row.investment_years,
        followUpYears: row.follow_up_years,
        withdrawnOn: row.withdrawn_on,
        version: row.version,
      },
    ]),
  )
}

/** Write terms over a known version (0: none yet); false where somebody changed them since. */
export async function putAward(
  tx: Tx,
  officeId: string,
  subjectId: string,
  version: number,
  fields: Partial<Omit<AwardTerms, 'version'>>,
): Promise<boolean> {
  const set = Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [columns[name as keyof typeof columns], value]),
  )
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('award')
      .values({ office_id: officeId, subject_id: subjectId, ...set } as never)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return (numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  await keepPast(tx, officeId, 'award', sql`t.subject_id = ${subjectId}::uuid and t.version = ${version}`)
  const { numUpdatedRows } = await tx
    .updateTable('award')
    .set({ ...set, version: version + 1, known_from: knownNow } as never)
    .where('office_id', '=', officeId)
    .where('subject_id', '=', subjectId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export interface ConditionRow {
  subjectId: string
  indicator: string
  weight: string
  note: string | null
}

/** 교부 조건: which indicators an award is measured by, as they stood at the clock. */
export async function conditionRows(db: Db, officeId: string, ids: readonly string[], { knownOn = null }: Clocks = {}): Promise<ConditionRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ subject_id: string; indicator_id: string; weight: string; note: string | null }>`
    select t.subject_id, t.indicator_id, t.weight, t.note from ${rowsAt(officeId, 'award_condition', knownOn)} t
    where t.office_id = ${officeId}::uuid and t.subject_id = any(${[...ids]}::uuid[])
    order by t.indicator_id, t.subject_id`.execute(db)
  return rows.map((row) => ({ subjectId: row.subject_id, indicator: row.indicator_id, weight: row.weight, note: row.note }))
}

export async function putCondition(tx: Tx, officeId: string, row: ConditionRow): Promise<void> {
  await keepPast(tx, officeId, 'award_condition', sql`t.subject_id = ${row.subjectId}::uuid and t.indicator_id = ${row.indicator}`)
  await tx
    .insertInto('award_condition')
    .values({ office_id: officeId, subject_id: row.subjectId, indicator_id: row.indicator, weight: row.weight, note: row.note })
    .onConflict((conflict) =>
      conflict.columns(['office_id', 'subject_id', 'indicator_id']).doUpdateSet({ weight: row.weight, note: row.note, known_from: knownNow }),
    )
    .execute()
}

/** Take a condition away; its facts stay. False where there is none. */
export async function deleteCondition(tx: Tx, officeId: string, subjectId: string, indicator: string): Promise<boolean> {
  await keepPast(tx, officeId, 'award_condition', sql`t.subject_id = ${subjectId}::uuid and t.indicator_id = ${indicator}`)
  const { numDeletedRows } = await tx
    .deleteFrom('award_condition')
    .where('office_id', '=', officeId)
    .where('subject_id', '=', subjectId)
    .where('indicator_id', '=', indicator)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** 연차 점검 that was made. */
export interface CheckRow {
  id: string
  subjectId: string
  year: number
  dueOn: string
  checkedOn: string
  documentId: string | null
  note: string | null
  madeBy: string | null
  madeAt: string
}

/** Checks that had been made by the day and were known at the clock. */
export async function checkRows(db: Db, officeId: string, ids: readonly string[], clocks: Clocks = {}): Promise<CheckRow[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('award_check as k')
    .leftJoin('app_user as u', 'u.user_id', 'k.made_by')
    .selectAll('k')
    .select('u.name')
    .where('k.office_id', '=', officeId)
    .where('k.subject_id', 'in', ids)
    .where(knownThen(clocks, 'k.made_at'))
    .where(happenedThen(clocks, 'k.checked_on'))
    .orderBy('k.year')
    .execute()
  return rows.map((row) => ({
    id: row.check_id,
    subjectId: row.subject_id,
    year: row.year,
    dueOn: row.due_on,
    checkedOn: row.checked_on,
    documentId: row.document_id,
    note: row.note,
    madeBy: row.name,
    madeAt: row.made_at,
  }))
}

/** Keep a check; false where that year was checked already. */
export async function insertCheck(tx: Tx, officeId: string, check: Omit<CheckRow, 'id' | 'madeBy' | 'madeAt'> & { by: string }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('award_check')
    .values({
      office_id: officeId,
      check_id: newId(),
      subject_id: check.subjectId,
      year: check.year,
      due_on: check.dueOn,
      checked_on: check.checkedOn,
      document_id: check.documentId,
      note: check.note,
      made_by: check.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** The office's own versions of rules, as far as they were known at the clock. */
export async function officeRules(db: Db, officeId: string, clocks: Clocks = {}): Promise<ClawbackRule[]> {
  const rows = await db
    .selectFrom('clawback_rule')
    .selectAll()
    .where('office_id', '=', officeId)
    .where(knownThen(clocks, 'made_at'))
    .orderBy('rule_id')
    .orderBy('version')
    .execute()
  return rows.map((row) => ({
    id: row.rule_id,
    version: row.version,
    ko: row.name_ko,
    en: row.name_en,
    validFrom: row.valid_from,
    tolerance: row.tolerance,
    combine: row.combine,
    source: row.source,
  }))
}

export async function insertRule(tx: Tx, officeId: string, rule: ClawbackRule, by: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('clawback_rule')
    .values({
      office_id: officeId,
      rule_id: rule.id,
      version: rule.version,
      name_ko: rule.ko,
      name_en: rule.en,
      valid_from: rule.validFrom,
      tolerance: rule.tolerance,
      combine: rule.combine,
      source: rule.source,
      made_by: by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Withdraw an assessment with a reason; it stays in the record. False where it was withdrawn already or is not there. */
export async function withdrawAssessmentRow(tx: Tx, officeId: string, subjectId: string, id: string, by: string, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('award_assessment')
    .set({ withdrawn_at: sql<string>`now()`, withdrawn_by: by, withdrawn_reason: reason })
    .where('office_id', '=', officeId)
    .where('subject_id', '=', subjectId)
    .where('assessment_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

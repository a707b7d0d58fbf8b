import { type Clocks, happenedThen, knownThen, onlyKnown } from '#capabilities/plans/index'
import type { ClawbackRule } from '#data/clawback-rules'
import type { ClawbackResult } from '#engines/accounting/clawback'
import { newId } from '#store/log/ids'
import type { Db, Tx } from '#store/store'

/** A value that went into an assessment, and the fact that it was. */
export interface AssessedValue {
  readonly factId: string
  readonly value: string
  readonly unit: string
}

/** Everything that an assessment was made of, as it was then. */
export interface AssessmentInputs {
  readonly granted: AssessedValue | null
  readonly withdrawn: boolean
  readonly conditions: readonly {
    readonly indicator: string
    readonly weight: string
    readonly promised: AssessedValue | null
    readonly reached: AssessedValue | null
  }[]
}

/** 환수 산정 as it is kept. */
export interface AssessmentRow {
  id: string
  subjectId: string
  assessedOn: string
  year: number | null
  rule: ClawbackRule
  inputs: AssessmentInputs
  result: ClawbackResult
  shortfall: string | null
  amount: string | null
  documents: string[]
  reason: string | null
  madeBy: string | null
  madeAt: string
  withdrawnAt: string | null
  withdrawnReason: string | null
}

/** Assessments of awards that had been made by the day and were known at the clock, the latest first, those withdrawn too; one that was withdrawn only later stands. */
export async function assessmentRows(db: Db, officeId: string, ids: readonly string[], clocks: Clocks = {}): Promise<AssessmentRow[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('award_assessment as a')
    .leftJoin('app_user as u', 'u.user_id', 'a.made_by')
    .selectAll('a')
    .select('u.name')
    .where('a.office_id', '=', officeId)
    .where('a.subject_id', 'in', ids)
    .where(knownThen(clocks, 'a.made_at'))
    .where(happenedThen(clocks, 'a.assessed_on'))
    .orderBy('a.assessed_on', 'desc')
    .orderBy('a.made_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.assessment_id,
    subjectId: row.subject_id,
    assessedOn: row.assessed_on,
    year: row.year,
    rule: row.rule as unknown as ClawbackRule,
    inputs: row.inputs as unknown as AssessmentInputs,
    result: row.result as unknown as ClawbackResult,
    shortfall: row.shortfall,
    amount: row.amount,
    documents: row.documents,
    reason: row.reason,
    madeBy: row.name,
    madeAt: row.made_at,
    withdrawnAt: onlyKnown(clocks, row.withdrawn_at),
    withdrawnReason: onlyKnown(clocks, row.withdrawn_at) === null ? null : row.withdrawn_reason,
  }))
}

/** Keep an assessment with rule and inputs as they are now. */
export async function insertAssessment(
  tx: Tx,
  officeId: string,
  one: Omit<AssessmentRow, 'id' | 'madeBy' | 'madeAt' | 'withdrawnAt' | 'withdrawnReason'> & { by: string },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('award_assessment')
    .values({
      office_id: officeId,
      assessment_id: id,
      subject_id: one.subjectId,
      assessed_on: one.assessedOn,
      year: one.year,
      rule: JSON.stringify(one.rule),
      inputs: JSON.stringify(one.inputs),
      result: JSON.stringify(one.result),
      shortfall: one.shortfall,
      amount: one.amount,
      documents: one.documents,
      reason: one.reason,
      made_by: one.by,
    })
    .execute()
  return id
}

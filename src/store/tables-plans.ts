import type { ColumnType, Generated } from 'kysely'
import type { JsonColumn, Numeric } from './schema.ts'

/** Tables of plans and promises: `migrations/0070-plans.sql`. */

/** 공약. */
export interface PledgeTable {
  office_id: string
  subject_id: string
  promised_on: string | null
  promisor: string | null
  term_from: string | null
  term_to: string | null
  due_on: string | null
  version: Generated<number>
  known_from: Generated<string>
}

/** 평가: by one version of a rubric, with its inputs. */
export interface GradingTable {
  office_id: string
  grading_id: string
  subject_id: string
  rubric: string
  rubric_version: string
  graded_on: string
  assessor: string
  inputs: JsonColumn
  result: JsonColumn
  document_id: string | null
  reason: string | null
  made_by: string
  made_at: Generated<string>
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

/** 전략 나무의 마디. */
export interface StrategyNodeTable {
  office_id: string
  subject_id: string
  level: 'vision' | 'strategy' | 'action'
  parent_id: string | null
  weight: ColumnType<string, string | undefined, string>
  ord: Generated<number>
  version: Generated<number>
  known_from: Generated<string>
}

/** 전략 나무의 지표. */
export interface StrategyMeasureTable {
  office_id: string
  measure_id: string
  subject_id: string
  indicator_id: string
  series: Generated<string>
  weight: ColumnType<string, string | undefined, string>
  direction: -1 | 1 | null
  baseline_year: number | null
  removed_at: string | null
  version: Generated<number>
  known_from: Generated<string>
}

/** 협약. */
export interface AgreementTable {
  office_id: string
  subject_id: string
  signed_on: string | null
  valid_until: string | null
  ended_on: string | null
  ended_how: 'terminated' | 'fulfilled' | null
  ended_reason: string | null
  version: Generated<number>
  known_from: Generated<string>
}

/** 협약 갱신. */
export interface AgreementRenewalTable {
  office_id: string
  renewal_id: string
  subject_id: string
  renewed_on: string
  valid_before: string | null
  valid_until: string
  document_id: string | null
  reason: string | null
  made_by: string
  made_at: Generated<string>
}

/** 의무. */
export interface ObligationTable {
  office_id: string
  obligation_id: string
  subject_id: string
  party_id: string | null
  kind: Generated<'obligation' | 'co_benefit'>
  title: string
  due_on: string | null
  met_on: string | null
  waived_on: string | null
  waived_reason: string | null
  document_id: string | null
  note: string | null
  version: Generated<number>
  created_at: Generated<string>
  created_by: string | null
  removed_at: string | null
  known_from: Generated<string>
}

/** 증빙 자료. */
export interface ObligationEvidenceTable {
  office_id: string
  evidence_id: string
  obligation_id: string
  blob_sha256: Buffer
  file_name: string
  media_type: string
  size: number
  note: string | null
  state: Generated<'sent' | 'accepted' | 'returned'>
  sent_by: string
  sent_at: Generated<string>
  decided_by: string | null
  decided_at: string | null
  decided_reason: string | null
  document_id: string | null
}

/** 보조금 교부. */
export interface AwardTable {
  office_id: string
  subject_id: string
  recipient_id: string | null
  project_id: string | null
  programme: string | null
  granted_on: string | null
  settled_on: string | null
  investment_years: Generated<number>
  follow_up_years: Generated<number>
  withdrawn_on: string | null
  version: Generated<number>
  known_from: Generated<string>
}

/** 교부 조건. */
export interface AwardConditionTable {
  office_id: string
  subject_id: string
  indicator_id: string
  weight: ColumnType<string, string | undefined, string>
  note: string | null
  known_from: Generated<string>
}

/** 연차 점검. */
export interface AwardCheckTable {
  office_id: string
  check_id: string
  subject_id: string
  year: number
  due_on: string
  checked_on: string
  document_id: string | null
  note: string | null
  made_by: string
  made_at: Generated<string>
}

/** 환수 규칙. */
export interface ClawbackRuleTable {
  office_id: string
  rule_id: string
  version: number
  name_ko: string
  name_en: string
  valid_from: string
  tolerance: ColumnType<string, string | undefined, string>
  combine: 'largest' | 'weighted'
  source: string
  made_by: string
  made_at: Generated<string>
}

/** 환수 산정. */
export interface AwardAssessmentTable {
  office_id: string
  assessment_id: string
  subject_id: string
  assessed_on: string
  year: number | null
  rule: JsonColumn
  inputs: JsonColumn
  result: JsonColumn
  shortfall: Numeric | null
  amount: Numeric | null
  documents: Generated<string[]>
  reason: string | null
  made_by: string
  made_at: Generated<string>
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

/** What a row said before it was changed or taken away: `migrations/0130-known-from.sql`. */
export interface RowPastTable {
  office_id: string
  of_table: string
  row_key: string
  known_from: string
  known_to: string
  content: JsonColumn
}

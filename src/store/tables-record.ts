import type { ColumnType, Generated } from 'kysely'
import type { Json, Numeric } from './schema.ts'

/** The record (기록): subjects, claims, facts, stages, and the judgements between them. */

export interface IndicatorTable {
  office_id: string
  indicator_id: string
  name_ko: string
  name_en: string
  unit: string
  direction: Generated<-1 | 0 | 1>
  additive: boolean
  ord: Generated<number>
}

export interface SubjectTable {
  office_id: string
  subject_id: string
  kind: 'office' | 'organisation' | 'person' | 'project' | 'agreement' | 'pledge' | 'programme' | 'award' | 'zone' | 'event' | 'strategy'
  name_ko: string
  name_en: string | null
  attributes: ColumnType<Json, string | undefined, string>
  place: string | null
  industry: string | null
  owner_id: string | null
  team: string | null
  note: string | null
  stage: string | null
  stage_from: string | null
  confidential: Generated<boolean>
  disclose_on: string | null
  illustrative: Generated<boolean>
  archived_at: string | null
  canonical_id: string | null
  investment_kind: 'new' | 'expansion' | null
  version: Generated<number>
  created_at: Generated<string>
  created_by: string | null
}

export interface SubjectAliasTable {
  office_id: string
  subject_id: string
  name: string
  claim_id: string | null
  known_from: Generated<string>
}

export interface RelationTable {
  office_id: string
  relation_id: string
  from_subject: string
  to_subject: string
  role: string
  part: string | null
  share: Numeric | null
  since: string | null
  until: string | null
  claim_id: string | null
  voided_at: string | null
  created_at: Generated<string>
  created_by: string | null
}

export interface ClaimTable {
  office_id: string
  claim_id: string
  document_id: string
  span_id: string
  kind: Generated<'quantity' | 'stage'>
  reader: string
  reader_version: string
  subject_text: string | null
  counterparts: ColumnType<Json, string | undefined, string>
  what: string | null
  indicator_id: string | null
  value: Numeric | null
  value_max: Numeric | null
  bound: 'min' | 'max' | 'above' | 'below' | null
  approximate: Generated<boolean>
  unit: string | null
  per: string | null
  due_from: string | null
  due_to: string | null
  due_text: string | null
  start_from: string | null
  start_to: string | null
  start_text: string | null
  place_text: string | null
  stage: string | null
  negated: Generated<boolean>
  part_of: string | null
  slots: ColumnType<Json, string | undefined, string>
  certainty: Generated<number>
  corrects: string | null
  recorded_at: Generated<string>
  recorded_by: string | null
}

export interface JudgementTable {
  office_id: string
  judgement_id: string
  kind: 'accept' | 'correct' | 'reject' | 'merge' | 'same_subject' | 'not_same' | 'enter' | 'stage' | 'override' | 'edit'
  claim_id: string | null
  subject_a: string | null
  subject_b: string | null
  fact_id: string | null
  batch_id: string | null
  reason: string | null
  detail: ColumnType<Json, string | undefined, string>
  made_by: string
  made_at: Generated<string>
  undone_at: string | null
  undone_by: string | null
}

export interface ClaimStateTable {
  office_id: string
  claim_id: string
  document_id: string
  state: Generated<'pending' | 'accepted' | 'corrected' | 'rejected' | 'merged' | 'superseded'>
  judgement_id: string | null
  fact_id: string | null
  subject_id: string | null
  at_stake: Numeric | null
}

export interface FactTable {
  office_id: string
  fact_id: string
  subject_id: string
  indicator_id: string
  facet: 'target' | 'plan' | 'announced' | 'forecast' | 'estimate' | 'actual'
  series: Generated<string>
  part_of: string | null
  period: Generated<string>
  value: Numeric
  value_max: Numeric | null
  bound: 'min' | 'max' | 'above' | 'below' | null
  approximate: Generated<boolean>
  unit: string
  per: string | null
  due_from: string | null
  due_to: string | null
  funding: 'national' | 'provincial' | 'city' | 'private' | 'mixed' | null
  ended: Generated<boolean>
  recorded: string
  judgement_id: string
  method: Generated<'accepted' | 'corrected' | 'entered' | 'imported'>
  note: string | null
  confidential: Generated<boolean>
}

export interface FactBasisTable {
  office_id: string
  fact_id: string
  claim_id: string
  role: Generated<'supports' | 'disputes' | 'superseded'>
  judgement_id: string
  voided_at: string | null
}

export interface StageEventTable {
  office_id: string
  event_id: string
  subject_id: string
  machine: string
  from_stage: string | null
  to_stage: string
  occurred_from: string | null
  occurred_to: string | null
  occurred_text: string | null
  document_id: string | null
  claim_id: string | null
  span_id: string | null
  reason: string | null
  overridden: Generated<boolean>
  judgement_id: string | null
  recorded_at: Generated<string>
  recorded_by: string | null
  voided_at: string | null
  voided_by: string | null
  rule_id: string | null
  evidence_kind: string | null
  ordinal: number | null
  late_days: number | null
}

export interface MilestoneTable {
  office_id: string
  milestone_id: string
  subject_id: string
  kind: Generated<'task' | 'milestone' | 'obligation'>
  title: string
  due_on: string | null
  done_on: string | null
  waived_on: string | null
  owner_id: string | null
  obligor_subject_id: string | null
  document_id: string | null
  note: string | null
  version: Generated<number>
  created_at: Generated<string>
  created_by: string | null
  changed_at: string | null
}

export interface ResolverEdgeTable {
  office_id: string
  edge_id: string
  a: string
  b: string
  judgement: 'positive' | 'negative' | 'suggested'
  score: number | null
  reasons: ColumnType<Json, string | undefined, string>
  decided_by: string | null
  decided_at: Generated<string>
  voided_at: string | null
  voided_by: string | null
}

export interface NotSameTable {
  office_id: string
  claim_id: string
  subject_id: string
  decided_by: string | null
  decided_at: Generated<string>
  voided_at: string | null
}

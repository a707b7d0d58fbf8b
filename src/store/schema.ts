import type { ColumnType, Generated } from 'kysely'
import type { CalendarFeedTable, MilestonePastTable, SharedFingerprintTable, TwinJudgementTable, WorklistDigestTable } from './tables-accounting.ts'
import type { AlarmNoteTable, AnalysisEditionTable, AnalysisTable, KeptForecastTable } from './tables-analyses.ts'
import type { CorrectionRequestTable, FollowerTable, PlacePointTable } from './tables-citizens.ts'
import type { EconomyStudyTable, EconomyTableTable } from './tables-economy.ts'
import type { FirmTable } from './tables-firms.ts'
import type { ImportChangeTable, ImportRunTable } from './tables-interchange.ts'
import type {
  AgreementRenewalTable,
  AgreementTable,
  AwardAssessmentTable,
  AwardCheckTable,
  AwardConditionTable,
  AwardTable,
  ClawbackRuleTable,
  GradingTable,
  ObligationEvidenceTable,
  ObligationTable,
  PledgeTable,
  StrategyMeasureTable,
  StrategyNodeTable,
} from './tables-plans.ts'
import type { OfficeRollUpTable } from './tables-roll-up.ts'

/** What the tables hold, as Kysely sees them. The SQL in `migrations/` is the master; `schema.test.ts` compares the two. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
/** jsonb: read as a value, written as JSON text. */
export type JsonColumn = ColumnType<Json, string, string>
/** numeric: read as exact decimal text; never a float. */
export type Numeric = ColumnType<string, string, string>

export interface OfficeTable {
  office_id: string
  slug: string
  name_ko: string
  name_en: string
  kind: Generated<'city' | 'province' | 'free_economic_zone' | 'technopark' | 'ministry' | 'other'>
  time_zone: Generated<string>
  place: string | null
  contact: string | null
  listed: Generated<boolean>
  demo: Generated<boolean>
  version: Generated<number>
  created_at: Generated<string>
}

export interface AppUserTable {
  user_id: string
  email: string
  name: string
  password_hash: string | null
  administrator: Generated<boolean>
  locale: Generated<'ko' | 'en'>
  preferences: ColumnType<Json, string | undefined, string>
  failed_tries: Generated<number>
  locked_until: string | null
  deactivated_at: string | null
  version: Generated<number>
  created_at: Generated<string>
}

export interface SessionTable {
  token_hash: Buffer
  session_id: string
  user_id: string
  office_id_in_use: string | null
  csrf: string
  user_agent: string | null
  address: string | null
  created_at: Generated<string>
  seen_at: Generated<string>
  expires_at: string
  ended_at: string | null
}

export interface OneTimeLinkTable {
  token_hash: Buffer
  link_id: string
  kind: 'administrator' | 'invitation' | 'password'
  email: string | null
  user_id: string | null
  for_office: string | null
  role: string | null
  created_by: string | null
  created_at: Generated<string>
  expires_at: string
  used_at: string | null
  withdrawn_at: string | null
}

export interface ApiTokenTable {
  token_hash: Buffer
  token_id: string
  user_id: string
  for_office: string | null
  name: string
  scopes: string[]
  created_at: Generated<string>
  expires_at: string | null
  used_at: string | null
  revoked_at: string | null
}

export interface InstallationSettingTable {
  key: string
  value: JsonColumn
  changed_at: Generated<string>
  changed_by: string | null
}

export interface MembershipTable {
  office_id: string
  user_id: string
  role: 'administrator' | 'head' | 'officer' | 'reviewer' | 'viewer' | 'partner'
  partner_subject_id: string | null
  created_at: Generated<string>
  created_by: string | null
  ended_at: string | null
}

export interface JobTable {
  office_id: string
  job_id: string
  kind: string
  state: Generated<'waiting' | 'running' | 'done' | 'failed' | 'cancelled'>
  progress: Generated<number>
  total: number | null
  message: string | null
  payload: ColumnType<Json, string | undefined, string>
  result: JsonColumn | null
  error: string | null
  attempts: Generated<number>
  max_attempts: Generated<number>
  cancel_requested: Generated<boolean>
  subject_id: string | null
  created_by: string | null
  created_at: Generated<string>
  started_at: string | null
  heartbeat_at: string | null
  finished_at: string | null
}

export interface BlobTable {
  office_id: string
  sha256: Buffer
  size: number
  media_type: string
  bytes: Buffer
}

export interface AuditTable {
  office_id: string
  seq: string
  at: string
  actor: string
  action: string
  subject_id: string | null
  detail: JsonColumn
  prev_hash: Buffer
  hash: Buffer
}

export interface AuditHeadTable {
  office_id: string
  seq: string
  hash: Buffer
}

export interface IdempotencyTable {
  office_id: string
  user_id: string
  key: string
  request_hash: Buffer
  status: number | null
  headers: JsonColumn | null
  body: string | null
  created_at: Generated<string>
}

export interface SavedViewTable {
  office_id: string
  view_id: string
  screen: string
  name: string
  state: JsonColumn
  owner_id: string
  shared: Generated<boolean>
  created_at: Generated<string>
}

export interface OfficeSettingTable {
  office_id: string
  key: string
  value: JsonColumn
  changed_at: Generated<string>
  changed_by: string | null
}

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

export interface DocumentTable {
  office_id: string
  document_id: string
  kind: Generated<'article' | 'press_release' | 'mou' | 'plan' | 'pledge' | 'minutes' | 'evidence' | 'own_statement' | 'other'>
  title: string
  outlet: string | null
  url: string | null
  language: Generated<string>
  published_on: string | null
  published_from: 'found' | 'given' | 'file' | null
  source_note: string | null
  digest_of: JsonColumn | null
  illustrative: Generated<boolean>
  confidential: Generated<boolean>
  disclose_on: string | null
  file_name: string | null
  media_type: Generated<string>
  blob_sha256: Buffer | null
  text_sha256: Buffer
  body: string | null
  body_map: JsonColumn | null
  format: string | null
  parse_notes: ColumnType<Json, string | undefined, string>
  reading_state: Generated<'waiting' | 'reading' | 'read' | 'failed' | 'cancelled' | 'none'>
  reading_error: string | null
  reader: string | null
  reader_version: string | null
  mentions: JsonColumn | null
  job_id: string | null
  version: Generated<number>
  received_at: Generated<string>
  received_by: string | null
  erased_at: string | null
  erased_by: string | null
  erased_reason: string | null
}

export interface RereadProposalTable {
  office_id: string
  document_id: string
  reader: string
  reader_version: string
  read_before: string | null
  changes: JsonColumn
  added: number
  changed: number
  gone: number
  judged: number
  job_id: string | null
  made_at: Generated<string>
}

export interface WatchTable {
  office_id: string
  watch_id: string
  kind: 'folder' | 'feed'
  location: string
  every_seconds: number
  outlet: string | null
  confidential: Generated<boolean>
  private_allowed: Generated<boolean>
  paused_at: string | null
  removed_at: string | null
  job_id: string | null
  etag: string | null
  last_modified: string | null
  looked_at: string | null
  looked_well_at: string | null
  last_error: JsonColumn | null
  last_result: JsonColumn | null
  next_at: string | null
  version: Generated<number>
  created_at: Generated<string>
  created_by: string | null
}

export interface WatchItemTable {
  office_id: string
  watch_id: string
  item_key: string
  fingerprint: string
  state: 'growing' | 'done' | 'failed'
  tries: Generated<number>
  error: string | null
  document_id: string | null
  seen_at: Generated<string>
}

export interface ExtractionTable {
  office_id: string
  extraction_id: string
  document_id: string
  extractor: string
  model: string
  state: 'done' | 'failed'
  milliseconds: number
  requests: number
  tokens_in: number | null
  tokens_out: number | null
  cost: string | null
  currency: string | null
  proposed: number
  kept: number
  refused: ColumnType<Json, string | undefined, string>
  error: string | null
  asked_by: string | null
  asked_at: Generated<string>
}

export interface SpanTable {
  office_id: string
  span_id: string
  document_id: string
  start_at: number
  end_at: number
  quote: string | null
  sentence_start: number
  sentence_end: number
  sentence: string | null
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

export interface WorkItemTable {
  office_id: string
  item_id: string
  rule: string
  fingerprint: Buffer
  document_id: string | null
  subject_id: string | null
  claims: Generated<string[]>
  detail: JsonColumn
  at_stake: Numeric | null
  state: Generated<'open' | 'closed'>
  resolution: string | null
  reason: string | null
  opened_at: Generated<string>
  closed_at: string | null
  closed_by: string | null
  outcome: Generated<'odd' | 'holds'>
  documents: Generated<string[]>
  confidential: Generated<boolean>
  gone_at: string | null
  decision_id: string | null
  version: Generated<number>
}

export interface WorkItemDecisionTable {
  office_id: string
  decision_id: string
  item_id: string
  kind: 'close' | 'leave_open' | 'reopen'
  resolution: string | null
  reason: string
  made_by: string
  made_at: Generated<string>
  undone_at: string | null
  undone_by: string | null
}

export interface PublicationTable {
  office_id: string
  publication_id: string
  series: string
  edition: number
  kind: 'figure' | 'project'
  subject_id: string | null
  formula: string | null
  formula_version: number | null
  title_ko: string
  title_en: string | null
  value: Numeric | null
  unit: string | null
  as_of: string | null
  known_on: string
  headline: Generated<boolean>
  ord: Generated<number>
  payload: JsonColumn
  receipt: Buffer
  reason: string | null
  published_at: Generated<string>
  published_by: string
  withdrawn_at: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
  opens_on: string | null
}

export interface Database {
  office: OfficeTable
  app_user: AppUserTable
  session: SessionTable
  one_time_link: OneTimeLinkTable
  api_token: ApiTokenTable
  installation_setting: InstallationSettingTable
  membership: MembershipTable
  job: JobTable
  blob: BlobTable
  audit: AuditTable
  audit_head: AuditHeadTable
  idempotency: IdempotencyTable
  saved_view: SavedViewTable
  office_setting: OfficeSettingTable
  indicator: IndicatorTable
  document: DocumentTable
  span: SpanTable
  subject: SubjectTable
  subject_alias: SubjectAliasTable
  relation: RelationTable
  claim: ClaimTable
  judgement: JudgementTable
  claim_state: ClaimStateTable
  fact: FactTable
  fact_basis: FactBasisTable
  stage_event: StageEventTable
  milestone: MilestoneTable
  milestone_past: MilestonePastTable
  worklist_digest: WorklistDigestTable
  calendar_feed: CalendarFeedTable
  shared_fingerprint: SharedFingerprintTable
  twin_judgement: TwinJudgementTable
  resolver_edge: ResolverEdgeTable
  not_same: NotSameTable
  work_item: WorkItemTable
  work_item_decision: WorkItemDecisionTable
  publication: PublicationTable
  reread_proposal: RereadProposalTable
  watch: WatchTable
  watch_item: WatchItemTable
  extraction: ExtractionTable
  analysis: AnalysisTable
  analysis_edition: AnalysisEditionTable
  kept_forecast: KeptForecastTable
  alarm_note: AlarmNoteTable
  place_point: PlacePointTable
  correction_request: CorrectionRequestTable
  follower: FollowerTable
  office_roll_up: OfficeRollUpTable
  import_run: ImportRunTable
  import_change: ImportChangeTable
  economy_table: EconomyTableTable
  economy_study: EconomyStudyTable
  firm: FirmTable
  pledge: PledgeTable
  grading: GradingTable
  strategy_node: StrategyNodeTable
  strategy_measure: StrategyMeasureTable
  agreement: AgreementTable
  agreement_renewal: AgreementRenewalTable
  obligation: ObligationTable
  obligation_evidence: ObligationEvidenceTable
  award: AwardTable
  award_condition: AwardConditionTable
  award_check: AwardCheckTable
  clawback_rule: ClawbackRuleTable
  award_assessment: AwardAssessmentTable
}

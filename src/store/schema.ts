import type { ColumnType } from 'kysely'
import type { CalendarFeedTable, MilestonePastTable, SharedFingerprintTable, TwinJudgementTable, WorklistDigestTable } from './tables-accounting.ts'
import type {
  ApiTokenTable,
  AppUserTable,
  InstallationSettingTable,
  MembershipTable,
  OfficeSettingTable,
  OfficeTable,
  OneTimeLinkTable,
  SavedViewTable,
  SessionTable,
} from './tables-accounts.ts'
import type { AlarmNoteTable, AnalysisEditionTable, AnalysisTable, KeptForecastTable } from './tables-analyses.ts'
import type { CorrectionRequestTable, FollowerTable, PlacePointTable, PublicCommentTable } from './tables-citizens.ts'
import type { DocumentTable, ExtractionTable, RereadProposalTable, SpanTable, WatchItemTable, WatchTable } from './tables-documents.ts'
import type { EconomyStudyTable, EconomyTableTable } from './tables-economy.ts'
import type { FirmTable } from './tables-firms.ts'
import type { AuditHeadTable, AuditTable, BlobTable, IdempotencyTable, JobTable } from './tables-house.ts'
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
  RowPastTable,
  StrategyMeasureTable,
  StrategyNodeTable,
} from './tables-plans.ts'
import type {
  ClaimStateTable,
  ClaimTable,
  FactBasisTable,
  FactTable,
  IndicatorTable,
  JudgementTable,
  MilestoneTable,
  NotSameTable,
  RelationTable,
  ResolverEdgeTable,
  StageEventTable,
  SubjectAliasTable,
  SubjectTable,
} from './tables-record.ts'
import type { OfficeRollUpTable } from './tables-roll-up.ts'
import type { PublicationTable, WorkItemDecisionTable, WorkItemTable } from './tables-work.ts'

/** What the tables hold, as Kysely sees them. The SQL in `migrations/` is the master; `schema.test.ts` compares the two. */

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
/** jsonb: read as a value, written as JSON text. */
export type JsonColumn = ColumnType<Json, string, string>
/** numeric: read as exact decimal text; never a float. */
export type Numeric = ColumnType<string, string, string>

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
  public_comment: PublicCommentTable
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
  row_past: RowPastTable
}

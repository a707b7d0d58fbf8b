import type { Generated } from 'kysely'
import type { JsonColumn, Numeric } from './schema.ts'

/** What waits for a person, and what was published. */

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

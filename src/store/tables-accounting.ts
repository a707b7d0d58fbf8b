import type { Generated } from 'kysely'
import type { Numeric } from './schema.ts'

/** 이정표의 지난 판: a task as it was known until it was changed or taken away. */
export interface MilestonePastTable {
  office_id: string
  milestone_id: string
  version: number
  subject_id: string
  kind: 'task' | 'milestone' | 'obligation'
  title: string
  due_on: string | null
  done_on: string | null
  waived_on: string | null
  owner_id: string | null
  document_id: string | null
  note: string | null
  created_at: string
  known_from: string
  known_to: string
}

/** 일감 메일: who wants the work list by mail, when. */
export interface WorklistDigestTable {
  office_id: string
  user_id: string
  active: Generated<boolean>
  /** ISO weekdays, 1 is Monday. */
  weekdays: Generated<number[]>
  hour: Generated<number>
  scope: Generated<'mine' | 'office'>
  job_id: string | null
  next_at: string | null
  sent_at: string | null
  sent_items: number | null
  problem: string | null
  tries: Generated<number>
  version: Generated<number>
}

/** 달력 주소: a calendar that is read with a secret address. */
export interface CalendarFeedTable {
  office_id: string
  feed_id: string
  user_id: string
  secret_hash: Buffer
  scope: Generated<'mine' | 'office'>
  created_at: Generated<string>
  read_at: string | null
  revoked_at: string | null
}

/** 지문: what offices share of their agreements, keyed hashes only. A table of no office: it is there to be compared. */
export interface SharedFingerprintTable {
  from_office: string
  /** Stands for a subject of that office; says nothing about it. */
  ref: Buffer
  token: Buffer
  kind: 'party_month' | 'party_amount'
  made_at: Generated<string>
}

/** 같은 협약인가: what an office decided about one of another. */
export interface TwinJudgementTable {
  office_id: string
  twin_id: string
  subject_id: string
  other_office: string
  other_ref: Buffer
  verdict: 'same' | 'not_same'
  share: Numeric | null
  relation_id: string | null
  reason: string | null
  made_by: string
  made_at: Generated<string>
  undone_at: string | null
  undone_by: string | null
}

import type { Generated } from 'kysely'

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

import type { ColumnType, Generated } from 'kysely'
import type { Json, JsonColumn } from './schema.ts'

/** What every capability uses: jobs, files, the audit chain, requests sent twice. */

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

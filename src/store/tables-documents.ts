import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Json, JsonColumn } from './schema.ts'

/** Documents and how they were read (문서). */

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
  /** Characters of the body, kept by the database. */
  characters: GeneratedAlways<number | null>
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
  outcome: JsonColumn | null
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

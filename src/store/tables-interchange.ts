import type { ColumnType, Generated } from 'kysely'
import type { Json, JsonColumn } from './schema.ts'

/** 가져오기: one file that was brought in. */
export interface ImportRunTable {
  office_id: string
  import_id: string
  file_name: string
  format: 'xlsx' | 'csv' | null
  blob_sha256: Buffer
  size: number
  state: Generated<'checking' | 'checked' | 'applying' | 'applied' | 'undoing' | 'undone' | 'refused'>
  job_id: string | null
  refusal: JsonColumn | null
  warnings: ColumnType<Json, string | undefined, string>
  rows_read: Generated<number>
  rows_unchanged: Generated<number>
  conflicts_taken: Generated<'keep' | 'replace'>
  reason: string | null
  made_by: string
  made_at: Generated<string>
  checked_at: string | null
  applied_at: string | null
  applied_by: string | null
  undone_at: string | null
  undone_by: string | null
  version: Generated<number>
}

/** What one cell or row of such a file would change, and what became of it. */
export interface ImportChangeTable {
  office_id: string
  import_id: string
  ord: number
  kind: 'change' | 'addition' | 'conflict' | 'error'
  table_id: string
  sheet: string
  row_number: number
  column_id: string | null
  cell: string | null
  record_id: string | null
  subject_id: string | null
  subject_name: string | null
  value_before: string | null
  value_after: string | null
  unit: string | null
  held_by: string | null
  held_since: string | null
  told: JsonColumn | null
  confidential: Generated<boolean>
  state: Generated<'planned' | 'applied' | 'left' | 'undone' | 'kept'>
  judgement_id: string | null
  way_back: JsonColumn | null
}

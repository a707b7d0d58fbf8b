import type { Generated } from 'kysely'
import type { JsonColumn } from './schema.ts'

/** What must be known of a table of an economy; its numbers lie packed in a blob. */
export interface EconomyTableTable {
  office_id: string
  table_id: string
  kind: 'flows' | 'employment'
  name: string
  layout: 'workbook' | 'long' | 'regional' | 'made'
  year: number
  price_basis: 'basic' | 'producer' | 'purchaser' | null
  import_treatment: 'total' | 'domestic' | 'competitive' | null
  unit: string
  region_scope: string
  revision: 'KSIC9' | 'KSIC10' | null
  source: string
  licence: string
  synthetic: Generated<boolean>
  sectors: number
  regions: Generated<string[]>
  packed_sha256: Buffer
  file_sha256: Buffer | null
  notes: JsonColumn
  archived_at: string | null
  version: Generated<number>
  created_by: string
  created_at: Generated<string>
}

/** A question that was put to a table and its answer, kept as they were. */
export interface EconomyStudyTable {
  office_id: string
  study_id: string
  kind: 'impact'
  title: string
  subject_id: string | null
  table_id: string | null
  question: JsonColumn
  answer: JsonColumn
  judgement_id: string | null
  archived_at: string | null
  version: Generated<number>
  created_by: string
  created_at: Generated<string>
}

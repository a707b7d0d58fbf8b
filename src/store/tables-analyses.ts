import type { Generated } from 'kysely'
import type { JsonColumn, Numeric } from './schema.ts'

/** Tables of the analyses that an office keeps: `migrations/0095-analyses.sql`. */

export interface AnalysisTable {
  office_id: string
  analysis_id: string
  kind: 'structure' | 'chain' | 'warning' | 'forecast'
  name: string
  body: JsonColumn
  source: string
  synthetic: Generated<boolean>
  confidential: Generated<boolean>
  archived_at: string | null
  created_by: string
  created_at: Generated<string>
  changed_by: string
  changed_at: Generated<string>
  version: Generated<number>
}

export interface AnalysisEditionTable {
  office_id: string
  analysis_id: string
  version: number
  name: string
  body: JsonColumn
  source: string
  synthetic: boolean
  changed_by: string
  changed_at: string
}

export interface KeptForecastTable {
  office_id: string
  forecast_id: string
  analysis_id: string
  made_on: string
  target_value: Numeric
  target_year: number
  chance: Numeric | null
  predictions: JsonColumn
  report: JsonColumn
  made_by: string
  made_at: Generated<string>
}

export interface AlarmNoteTable {
  office_id: string
  note_id: string
  analysis_id: string
  series: string
  month: string
  verdict: 'watching' | 'real' | 'explained'
  reason: string
  made_by: string
  made_at: Generated<string>
}

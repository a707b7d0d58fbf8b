import type { Generated } from 'kysely'
import type { Numeric } from './schema.ts'

/** What is known of an organisation as a maker (기업 명부): `migrations/0110-firms.sql`. */
export interface FirmTable {
  office_id: string
  subject_id: string
  /** KSIC digits, two to five; null where nobody knows. */
  ksic: string | null
  products: Generated<string[]>
  place: string | null
  latitude: Numeric | null
  longitude: Numeric | null
  /** What it can sell a year, in won. */
  capacity: Numeric | null
  employees: number | null
  /** Where this is known from. */
  source: string
  archived_at: string | null
  created_by: string
  created_at: Generated<string>
  changed_by: string
  changed_at: Generated<string>
  version: Generated<number>
}

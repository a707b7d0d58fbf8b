import type { Generated } from 'kysely'
import type { Numeric } from './schema.ts'

/** `migrations/0082-roll-up.sql`. */
export interface OfficeRollUpTable {
  for_office: string
  phase: 'before' | 'announced' | 'committed' | 'building' | 'realised' | 'lost' | 'unknown'
  commitments: number
  undisclosed: number
  announced: Numeric | null
  actual: Numeric | null
  announced_jobs: Numeric | null
  actual_jobs: Numeric | null
  approximate: Generated<boolean>
  computed_at: string
}

import type { Generated } from 'kysely'
import type { Numeric } from './schema.ts'

/** Tables of what citizens see, ask and follow: `migrations/0080-citizens.sql`. */

export interface PlacePointTable {
  office_id: string
  name: string
  north: Numeric
  east: Numeric
  source: string
  illustrative: Generated<boolean>
  changed_by: string
  changed_at: Generated<string>
  version: Generated<number>
}

export interface CorrectionRequestTable {
  office_id: string
  request_id: string
  series: string
  edition: number
  words: string
  address: string | null
  sender: Buffer | null
  state: Generated<'open' | 'corrected' | 'stands'>
  answer: string | null
  answered_by: string | null
  answered_at: string | null
  mailed_at: string | null
  created_at: Generated<string>
  version: Generated<number>
}

export interface FollowerTable {
  office_id: string
  follower_id: string
  address: string
  series: Generated<string>
  locale: Generated<'ko' | 'en'>
  token: string
  sender: Buffer | null
  created_at: Generated<string>
  confirmed_at: string | null
  sent_up_to: string | null
}

export interface PublicCommentTable {
  office_id: string
  comment_id: string
  series: string
  name: string
  words: string
  sender: Buffer | null
  /** Null until somebody of the office looked at it. */
  shown: boolean | null
  decided_by: string | null
  decided_at: string | null
  created_at: Generated<string>
  version: Generated<number>
}

import type { ColumnType, Generated } from 'kysely'
import type { Json, JsonColumn } from './schema.ts'

/** Offices, people and how they come in (기관·사람). */

export interface OfficeTable {
  office_id: string
  slug: string
  name_ko: string
  name_en: string
  kind: Generated<'city' | 'province' | 'free_economic_zone' | 'technopark' | 'ministry' | 'other'>
  time_zone: Generated<string>
  place: string | null
  contact: string | null
  listed: Generated<boolean>
  demo: Generated<boolean>
  version: Generated<number>
  created_at: Generated<string>
}

export interface AppUserTable {
  user_id: string
  email: string
  name: string
  password_hash: string | null
  administrator: Generated<boolean>
  locale: Generated<'ko' | 'en'>
  preferences: ColumnType<Json, string | undefined, string>
  failed_tries: Generated<number>
  locked_until: string | null
  deactivated_at: string | null
  version: Generated<number>
  created_at: Generated<string>
}

export interface SessionTable {
  token_hash: Buffer
  session_id: string
  user_id: string
  office_id_in_use: string | null
  csrf: string
  user_agent: string | null
  address: string | null
  created_at: Generated<string>
  seen_at: Generated<string>
  expires_at: string
  ended_at: string | null
}

export interface OneTimeLinkTable {
  token_hash: Buffer
  link_id: string
  kind: 'administrator' | 'invitation' | 'password'
  email: string | null
  user_id: string | null
  for_office: string | null
  role: string | null
  created_by: string | null
  created_at: Generated<string>
  expires_at: string
  used_at: string | null
  withdrawn_at: string | null
}

export interface ApiTokenTable {
  token_hash: Buffer
  token_id: string
  user_id: string
  for_office: string | null
  name: string
  scopes: string[]
  created_at: Generated<string>
  expires_at: string | null
  used_at: string | null
  revoked_at: string | null
}

export interface InstallationSettingTable {
  key: string
  value: JsonColumn
  changed_at: Generated<string>
  changed_by: string | null
}

export interface MembershipTable {
  office_id: string
  user_id: string
  role: 'administrator' | 'head' | 'officer' | 'reviewer' | 'viewer' | 'partner'
  partner_subject_id: string | null
  created_at: Generated<string>
  created_by: string | null
  ended_at: string | null
}

export interface SavedViewTable {
  office_id: string
  view_id: string
  screen: string
  name: string
  state: JsonColumn
  owner_id: string
  shared: Generated<boolean>
  created_at: Generated<string>
}

export interface OfficeSettingTable {
  office_id: string
  key: string
  value: JsonColumn
  changed_at: Generated<string>
  changed_by: string | null
}

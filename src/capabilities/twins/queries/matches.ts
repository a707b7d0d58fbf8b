import { sql } from 'kysely'
import type { Db } from '#store/store'

/** A fingerprint of another office that is one of ours. */
export interface Match {
  token: Buffer
  otherOffice: string
  otherRef: Buffer
  kind: 'party_month' | 'party_amount'
  slug: string
  nameKo: string
  nameEn: string
  contact: string | null
}

/** Fingerprints of other offices among these tokens, with the name that those offices have in public. */
export async function matchesOf(db: Db, officeId: string, tokens: readonly Buffer[]): Promise<Match[]> {
  if (tokens.length === 0) return []
  const { rows } = await sql<{
    token: Buffer
    from_office: string
    ref: Buffer
    kind: Match['kind']
    slug: string
    name_ko: string
    name_en: string
    contact: string | null
  }>`
    select f.token, f.from_office, f.ref, f.kind, o.slug, o.name_ko, o.name_en, o.contact
    from shared_fingerprint f join office o on o.office_id = f.from_office
    where f.token = any(${[...tokens]}::bytea[]) and f.from_office <> ${officeId}::uuid
    order by f.from_office, f.ref, f.kind`.execute(db)
  return rows.map((row) => ({
    token: row.token,
    otherOffice: row.from_office,
    otherRef: row.ref,
    kind: row.kind,
    slug: row.slug,
    nameKo: row.name_ko,
    nameEn: row.name_en,
    contact: row.contact,
  }))
}

/** What this office decided, the live ones. */
export async function verdictsOf(db: Db, officeId: string) {
  return db
    .selectFrom('twin_judgement')
    .leftJoin('app_user', 'app_user.user_id', 'twin_judgement.made_by')
    .select(['twin_id', 'subject_id', 'other_office', 'other_ref', 'verdict', 'share', 'reason', 'made_at', 'app_user.name as made_name'])
    .where('office_id', '=', officeId)
    .where('undone_at', 'is', null)
    .execute()
}

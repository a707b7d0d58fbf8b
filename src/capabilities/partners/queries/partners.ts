import { sql } from 'kysely'
import type { Db, Tx } from '#store/store'

/** The organisation (with those merged into it) that a partner's account stands for; null where nobody has tied it to one or the person is no partner. */
export async function organisationOf(db: Db, officeId: string, userId: string): Promise<{ id: string; members: string[] } | null> {
  const { rows } = await sql<{ id: string; members: string[] }>`
    select coalesce(s.canonical_id, s.subject_id) as id,
      array(select o.subject_id from subject o where o.office_id = s.office_id
        and (o.subject_id = coalesce(s.canonical_id, s.subject_id) or o.canonical_id = coalesce(s.canonical_id, s.subject_id)))::uuid[] as members
    from membership m join subject s on s.office_id = m.office_id and s.subject_id = m.partner_subject_id
    where m.office_id = ${officeId}::uuid and m.user_id = ${userId}::uuid and m.role = 'partner' and m.ended_at is null`.execute(db)
  return rows[0] ?? null
}

/** Subjects in which an organisation takes part: it invests, signs, operates, builds; or it received the award. */
export async function ownSubjects(db: Db, officeId: string, organisation: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct coalesce(s.canonical_id, s.subject_id) as id
    from (
      select to_subject as id from relation
      where office_id = ${officeId}::uuid and voided_at is null and from_subject = any(${[...organisation]}::uuid[])
        and role in ('investor', 'counterparty', 'operator', 'builder', 'authority', 'supporter')
      union
      select subject_id from award where office_id = ${officeId}::uuid and recipient_id = any(${[...organisation]}::uuid[])) own
    join subject s on s.office_id = ${officeId}::uuid and s.subject_id = own.id
    where s.kind in ('project', 'agreement', 'award', 'programme')`.execute(db)
  return rows.map((row) => row.id)
}

/** 협력 기관의 사람: partners of an office with the organisation each stands for. */
export async function partnerRows(db: Db, officeId: string) {
  const rows = await db
    .selectFrom('membership as m')
    .innerJoin('app_user as u', 'u.user_id', 'm.user_id')
    .select(['m.user_id', 'u.name', 'm.partner_subject_id'])
    .where('m.office_id', '=', officeId)
    .where('m.role', '=', 'partner')
    .where('m.ended_at', 'is', null)
    .orderBy('u.name')
    .orderBy('m.user_id')
    .execute()
  return rows.map((row) => ({ userId: row.user_id, name: row.name, organisationId: row.partner_subject_id }))
}

/** Tie a partner's account to an organisation, or untie it; false where the person is no partner here. */
export async function tiePartner(tx: Tx, officeId: string, userId: string, organisationId: string | null): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('membership')
    .set({ partner_subject_id: organisationId })
    .where('office_id', '=', officeId)
    .where('user_id', '=', userId)
    .where('role', '=', 'partner')
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** How an office is reached. */
export const contactOf = (db: Db, officeId: string) =>
  db.selectFrom('office').select(['name_ko', 'name_en', 'contact']).where('office_id', '=', officeId).executeTakeFirstOrThrow()

import { type Kysely, sql } from 'kysely'
import type { Fact } from '#record/fact'
import type { Database } from '../schema.ts'
import { newId } from './ids.ts'

/** A fact on its way into the log. */
export interface FactToHold extends Pick<Fact, 'subjectId' | 'indicator' | 'facet' | 'value' | 'unit'> {
  series?: string
  partOf?: string | null
  /** Half-open; both ends null: true at no stated time. */
  period?: { from: string | null; to: string | null }
  valueMax?: string | null
  bound?: Fact['bound']
  approximate?: boolean
  per?: string | null
  due?: { from: string | null; to: string | null } | null
  funding?: 'national' | 'provincial' | 'city' | 'private' | 'mixed' | null
  ended?: boolean
  judgementId: string
  method: Fact['method']
  note?: string | null
  confidential?: boolean
  /** The claims that it stands on; at least one. */
  claims: readonly string[]
}

const range = (from: string | null, to: string | null) => `[${from ?? ''},${to ?? ''})`

/**
 * Hold a value to be so from now on. What was held for the same series and an overlapping period until now is closed at this moment and kept: both clocks can be asked later.
 *
 * @returns the new fact's id and the ids of the facts that it replaced
 * @throws RangeError where no claim is given: a fact without a claim cannot exist
 */
export async function holdFact(tx: Kysely<Database>, officeId: string, fact: FactToHold): Promise<{ factId: string; replaced: string[] }> {
  if (fact.claims.length === 0) throw new RangeError('expected at least one claim that the fact stands on, got none')
  const period = range(fact.period?.from ?? null, fact.period?.to ?? null)
  const series = fact.series ?? ''
  const replaced = await tx
    .updateTable('fact')
    .set({ recorded: sql<string>`tstzrange(lower(recorded), greatest(clock_timestamp(), lower(recorded) + interval '1 microsecond'))` })
    .where('office_id', '=', officeId)
    .where('subject_id', '=', fact.subjectId)
    .where('indicator_id', '=', fact.indicator)
    .where('facet', '=', fact.facet)
    .where('series', '=', series)
    .where(sql<boolean>`period && ${period}::daterange`)
    .where(sql<boolean>`upper_inf(recorded)`)
    .returning('fact_id')
    .execute()
  const factId = newId()
  await tx
    .insertInto('fact')
    .values({
      office_id: officeId,
      fact_id: factId,
      subject_id: fact.subjectId,
      indicator_id: fact.indicator,
      facet: fact.facet,
      series,
      part_of: fact.partOf ?? null,
      period,
      value: fact.value,
      value_max: fact.valueMax ?? null,
      bound: fact.bound ?? null,
      approximate: fact.approximate ?? false,
      unit: fact.unit,
      per: fact.per ?? null,
      due_from: fact.due?.from ?? null,
      due_to: fact.due?.to ?? null,
      funding: fact.funding ?? null,
      ended: fact.ended ?? false,
      recorded: sql<string>`tstzrange(clock_timestamp(), null)`,
      judgement_id: fact.judgementId,
      method: fact.method,
      note: fact.note ?? null,
      confidential: fact.confidential ?? false,
    })
    .execute()
  await supportFact(tx, officeId, factId, fact.claims, fact.judgementId)
  return { factId, replaced: replaced.map((row) => row.fact_id) }
}

/** Let further claims support a fact (the same thing said again). */
export async function supportFact(
  tx: Kysely<Database>,
  officeId: string,
  factId: string,
  claims: readonly string[],
  judgementId: string,
  role: 'supports' | 'disputes' = 'supports',
): Promise<void> {
  await tx
    .insertInto('fact_basis')
    .values(claims.map((claim) => ({ office_id: officeId, fact_id: factId, claim_id: claim, role, judgement_id: judgementId })))
    .onConflict((oc) => oc.doNothing())
    .execute()
}

/**
 * Take a judgement's facts and supports back: the facts close now (that we held them stays knowable), those that they replaced are held again as new rows with the same basis.
 * A replaced fact comes back only where nothing else is held in its place meanwhile; where its own judgement was taken back, too, what that one had replaced comes back instead.
 */
export async function releaseJudgement(tx: Kysely<Database>, officeId: string, judgementId: string, replaced: readonly string[]): Promise<void> {
  await tx
    .updateTable('fact')
    .set({ recorded: sql<string>`tstzrange(lower(recorded), greatest(clock_timestamp(), lower(recorded) + interval '1 microsecond'))` })
    .where('office_id', '=', officeId)
    .where('judgement_id', '=', judgementId)
    .where(sql<boolean>`upper_inf(recorded)`)
    .execute()
  await tx
    .updateTable('fact_basis')
    .set({ voided_at: sql<string>`clock_timestamp()` })
    .where('office_id', '=', officeId)
    .where('judgement_id', '=', judgementId)
    .where('voided_at', 'is', null)
    .execute()
  for (const factId of await stillStanding(tx, officeId, judgementId, replaced)) await holdAgain(tx, officeId, factId)
}

/** The facts behind these ids whose judgements stand; one whose judgement was taken back gives way to what it had replaced in the same series. */
async function stillStanding(tx: Kysely<Database>, officeId: string, judgementId: string, ids: readonly string[]): Promise<string[]> {
  const standing: string[] = []
  const seen = new Set<string>()
  const open = [...ids]
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    if (seen.has(id)) continue
    seen.add(id)
    const row = await tx
      .selectFrom('fact')
      .leftJoin('judgement', (join) =>
        join.onRef('judgement.office_id', '=', 'fact.office_id').onRef('judgement.judgement_id', '=', 'fact.judgement_id'),
      )
      .select(['fact.judgement_id', 'judgement.undone_at', 'judgement.detail'])
      .where('fact.office_id', '=', officeId)
      .where('fact.fact_id', '=', id)
      .executeTakeFirst()
    if (!row) continue
    if (row.undone_at === null && row.judgement_id !== judgementId) {
      standing.push(id)
      continue
    }
    const before = (row.detail as { replaced?: unknown } | null)?.replaced
    if (Array.isArray(before)) open.push(...before.filter((one): one is string => typeof one === 'string'))
  }
  return standing
}

async function holdAgain(tx: Kysely<Database>, officeId: string, factId: string): Promise<void> {
  const again = newId()
  const { numAffectedRows } = await sql`
    insert into fact (office_id, fact_id, subject_id, indicator_id, facet, series, part_of, period, value, value_max, bound, approximate, unit, per,
                      due_from, due_to, funding, ended, recorded, judgement_id, method, note, confidential)
    select office_id, ${again}::uuid, subject_id, indicator_id, facet, series, part_of, period, value, value_max, bound, approximate, unit, per,
           due_from, due_to, funding, ended, tstzrange(clock_timestamp(), null), judgement_id, method, note, confidential
    from fact f where office_id = ${officeId}::uuid and fact_id = ${factId}::uuid
      and not exists (
        select 1 from fact g
        where g.office_id = f.office_id and g.subject_id = f.subject_id and g.indicator_id = f.indicator_id and g.facet = f.facet and g.series = f.series
          and g.period && f.period and upper_inf(g.recorded))`.execute(tx)
  if (!numAffectedRows) return
  await sql`
    insert into fact_basis (office_id, fact_id, claim_id, role, judgement_id)
    select office_id, ${again}::uuid, claim_id, role, judgement_id
    from fact_basis where office_id = ${officeId}::uuid and fact_id = ${factId}::uuid and voided_at is null
    on conflict do nothing`.execute(tx)
  await tx.updateTable('claim_state').set({ fact_id: again }).where('office_id', '=', officeId).where('fact_id', '=', factId).execute()
}

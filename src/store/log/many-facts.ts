import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import type { FactToHold } from './facts.ts'
import { newId } from './ids.ts'
import { insertRows } from './insert-rows.ts'

const range = (from: string | null | undefined, to: string | null | undefined) => `[${from ?? ''},${to ?? ''})`
const atOnce = 500

/**
 * 한꺼번에 그렇다고 본다: like `holdFact`, for many facts of different series in few statements of SQL.
 *
 * @returns for each fact its id and the ids of those that it replaced, in the same order
 * @throws RangeError where a fact has no claim, or two of them would be held for the same series and time
 */
export async function holdFacts(
  tx: Kysely<Database>,
  officeId: string,
  facts: readonly FactToHold[],
): Promise<{ factId: string; replaced: string[] }[]> {
  const held: { factId: string; replaced: string[] }[] = []
  for (let from = 0; from < facts.length; from += atOnce) held.push(...(await holdSome(tx, officeId, facts.slice(from, from + atOnce))))
  return held
}

async function holdSome(tx: Kysely<Database>, officeId: string, facts: readonly FactToHold[]): Promise<{ factId: string; replaced: string[] }[]> {
  if (facts.some((fact) => fact.claims.length === 0)) throw new RangeError('expected at least one claim that each fact stands on, got none')
  const rows = facts.map((fact) => ({
    office_id: officeId,
    fact_id: newId(),
    subject_id: fact.subjectId,
    indicator_id: fact.indicator,
    facet: fact.facet,
    series: fact.series ?? '',
    part_of: fact.partOf ?? null,
    period: range(fact.period?.from, fact.period?.to),
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
    judgement_id: fact.judgementId,
    method: fact.method,
    note: fact.note ?? null,
    confidential: fact.confidential ?? false,
  }))
  const { rows: closed } = await sql<{ old: string; new: string }>`
    update fact f set recorded = tstzrange(lower(f.recorded), greatest(clock_timestamp(), lower(f.recorded) + interval '1 microsecond'))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(fact_id uuid, subject_id uuid, indicator_id text, facet text, series text, period daterange)
    where f.office_id = ${officeId}::uuid and f.subject_id = n.subject_id and f.indicator_id = n.indicator_id and f.facet = n.facet and f.series = n.series
      and f.period && n.period and upper_inf(f.recorded)
    returning f.fact_id as old, n.fact_id as new`.execute(tx)
  // one moment for all, after every one that it closes
  const { rows: clock } = await sql<{ now: string }>`
    select greatest(clock_timestamp(), (select max(upper(recorded)) from fact where office_id = ${officeId}::uuid and fact_id = any(${closed.map((row) => row.old)}::uuid[])))::text as now`.execute(
    tx,
  )
  const recorded = `[${clock[0]!.now},)`
  const made = await insertRows(
    tx,
    'fact',
    rows.map((row) => ({ ...row, recorded })),
    'fact_id',
  )
  if (made.length !== rows.length) throw new RangeError('expected facts of different series or times, got two for the same')
  await insertRows(
    tx,
    'fact_basis',
    rows.flatMap((row, at) =>
      facts[at]!.claims.map((claim) => ({
        office_id: officeId,
        fact_id: row.fact_id,
        claim_id: claim,
        role: 'supports',
        judgement_id: row.judgement_id,
      })),
    ),
    'fact_id',
  )
  await sql`
    update claim_state s set fact_id = n.fact_id, subject_id = n.subject_id, judgement_id = n.judgement_id
    from jsonb_to_recordset(${JSON.stringify(
      rows.flatMap((row, at) =>
        facts[at]!.claims.map((claim) => ({ claim, fact_id: row.fact_id, subject_id: row.subject_id, judgement_id: row.judgement_id })),
      ),
    )}::jsonb) as n(claim uuid, fact_id uuid, subject_id uuid, judgement_id uuid)
    where s.office_id = ${officeId}::uuid and s.claim_id = n.claim`.execute(tx)
  const replaced = new Map<string, string[]>()
  for (const row of closed) replaced.set(row.new, [...(replaced.get(row.new) ?? []), row.old])
  return rows.map((row) => ({ factId: row.fact_id, replaced: replaced.get(row.fact_id) ?? [] }))
}

/**
 * 한꺼번에 물린다: take the facts of many judgements back at once. What each had replaced is held again where nothing else is held in its place meanwhile and where the
 * judgement behind it still stands; what stood before a judgement that was taken back itself is told by `unclear`, to be released one by one.
 */
export async function releaseJudgements(
  tx: Kysely<Database>,
  officeId: string,
  judgements: readonly { judgementId: string; replaced: readonly string[] }[],
): Promise<{ unclear: { judgementId: string; replaced: readonly string[] }[] }> {
  const ids = judgements.map((one) => one.judgementId)
  const { rows: shaky } = await sql<{ fact_id: string }>`
    select f.fact_id from fact f join judgement j on j.office_id = f.office_id and j.judgement_id = f.judgement_id
    where f.office_id = ${officeId}::uuid and f.fact_id = any(${judgements.flatMap((one) => [...one.replaced])}::uuid[])
      and (j.undone_at is not null or j.judgement_id = any(${ids}::uuid[]))`.execute(tx)
  const doubtful = new Set(shaky.map((row) => row.fact_id))
  const unclear = judgements.filter((one) => one.replaced.some((id) => doubtful.has(id)))
  const clear = judgements.filter((one) => !one.replaced.some((id) => doubtful.has(id)))
  for (let from = 0; from < clear.length; from += atOnce) await releaseSome(tx, officeId, clear.slice(from, from + atOnce))
  return { unclear }
}

async function releaseSome(
  tx: Kysely<Database>,
  officeId: string,
  judgements: readonly { judgementId: string; replaced: readonly string[] }[],
): Promise<void> {
  const ids = judgements.map((one) => one.judgementId)
  await sql`update fact set recorded = tstzrange(lower(recorded), greatest(clock_timestamp(), lower(recorded) + interval '1 microsecond'))
    where office_id = ${officeId}::uuid and judgement_id = any(${ids}::uuid[]) and upper_inf(recorded)`.execute(tx)
  await sql`update fact_basis set voided_at = clock_timestamp()
    where office_id = ${officeId}::uuid and judgement_id = any(${ids}::uuid[]) and voided_at is null`.execute(tx)
  const again = judgements.flatMap((one) => one.replaced.map((old) => ({ old, again: newId() })))
  if (again.length === 0) return
  const list = JSON.stringify(again)
  await sql`
    insert into fact (office_id, fact_id, subject_id, indicator_id, facet, series, part_of, period, value, value_max, bound, approximate, unit, per,
                      due_from, due_to, funding, ended, recorded, judgement_id, method, note, confidential)
    select f.office_id, n.again, f.subject_id, f.indicator_id, f.facet, f.series, f.part_of, f.period, f.value, f.value_max, f.bound, f.approximate, f.unit, f.per,
           f.due_from, f.due_to, f.funding, f.ended, tstzrange(clock_timestamp(), null), f.judgement_id, f.method, f.note, f.confidential
    from jsonb_to_recordset(${list}::jsonb) as n(old uuid, again uuid)
    join fact f on f.office_id = ${officeId}::uuid and f.fact_id = n.old
    where not exists (
      select 1 from fact g
      where g.office_id = f.office_id and g.subject_id = f.subject_id and g.indicator_id = f.indicator_id and g.facet = f.facet and g.series = f.series
        and g.period && f.period and upper_inf(g.recorded))`.execute(tx)
  await sql`
    insert into fact_basis (office_id, fact_id, claim_id, role, judgement_id)
    select b.office_id, n.again, b.claim_id, b.role, b.judgement_id
    from jsonb_to_recordset(${list}::jsonb) as n(old uuid, again uuid)
    join fact_basis b on b.office_id = ${officeId}::uuid and b.fact_id = n.old and b.voided_at is null
    join fact f on f.office_id = b.office_id and f.fact_id = n.again
    on conflict do nothing`.execute(tx)
  await sql`
    update claim_state s set fact_id = n.again
    from jsonb_to_recordset(${list}::jsonb) as n(old uuid, again uuid)
    where s.office_id = ${officeId}::uuid and s.fact_id = n.old
      and exists (select 1 from fact f where f.office_id = s.office_id and f.fact_id = n.again)`.execute(tx)
}

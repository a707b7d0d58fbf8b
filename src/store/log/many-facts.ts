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
  const closed = await closeInPlaceOf(tx, officeId, rows)
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
  const stands = new Map(
    rows.flatMap((row, at) => facts[at]!.claims.map((claim) => [claim, [row.fact_id, row.subject_id, row.judgement_id]] as const)),
  )
  const byClaim = JSON.stringify(Object.fromEntries(stands))
  await sql`
    update claim_state s set fact_id = (${byClaim}::jsonb -> s.claim_id::text ->> 0)::uuid, subject_id = (${byClaim}::jsonb -> s.claim_id::text ->> 1)::uuid,
      judgement_id = (${byClaim}::jsonb -> s.claim_id::text ->> 2)::uuid
    where s.office_id = ${officeId}::uuid and s.claim_id = any(${[...stands.keys()]}::uuid[])`.execute(tx)
  const replaced = new Map<string, string[]>()
  for (const row of closed) replaced.set(row.new, [...(replaced.get(row.new) ?? []), row.old])
  return rows.map((row) => ({ factId: row.fact_id, replaced: replaced.get(row.fact_id) ?? [] }))
}

interface Place {
  readonly fact_id: string
  readonly subject_id: string
  readonly indicator_id: string
  readonly facet: string
  readonly series: string
  readonly period: string
}

/**
 * Close what is held in the place of these facts. Rows are looked up by lists of keys and matched here: a join with the list would be planned by statistics that a table
 * does not have right after its first large import, and looks at every pair then (measured: three minutes for 10,000 facts).
 */
async function closeInPlaceOf(tx: Kysely<Database>, officeId: string, rows: readonly Place[]): Promise<{ old: string; new: string }[]> {
  const { rows: held } = await sql<Place>`
    select fact_id, subject_id, indicator_id, facet, series, period::text from fact
    where office_id = ${officeId}::uuid and subject_id = any(${[...new Set(rows.map((row) => row.subject_id))]}::uuid[]) and upper_inf(recorded)`.execute(
    tx,
  )
  const key = (row: Place) => [row.subject_id, row.indicator_id, row.facet, row.series].join('\u001f')
  const there = new Map<string, Place[]>()
  for (const one of held) there.set(key(one), [...(there.get(key(one)) ?? []), one])
  const closed = rows.flatMap((row) =>
    (there.get(key(row)) ?? []).filter((one) => meet(one.period, row.period)).map((one) => ({ old: one.fact_id, new: row.fact_id })),
  )
  await sql`
    update fact set recorded = tstzrange(lower(recorded), greatest(clock_timestamp(), lower(recorded) + interval '1 microsecond'))
    where office_id = ${officeId}::uuid and fact_id = any(${closed.map((one) => one.old)}::uuid[]) and upper_inf(recorded)`.execute(tx)
  return closed
}

/** Whether two half-open ranges of days, as PostgreSQL writes them, have a day in common. */
function meet(a: string, b: string): boolean {
  const ends = (range: string) => range.slice(1, -1).split(',') as [string, string]
  const [[fromA, toA], [fromB, toB]] = [ends(a), ends(b)]
  return (toA === '' || fromB === '' || fromB < toA) && (toB === '' || fromA === '' || fromA < toB)
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
  const olds = again.map((one) => one.old)
  const list = JSON.stringify(Object.fromEntries(again.map((one) => [one.old, one.again])))
  await sql`
    insert into fact (office_id, fact_id, subject_id, indicator_id, facet, series, part_of, period, value, value_max, bound, approximate, unit, per,
                      due_from, due_to, funding, ended, recorded, judgement_id, method, note, confidential)
    select f.office_id, (${list}::jsonb ->> f.fact_id::text)::uuid, f.subject_id, f.indicator_id, f.facet, f.series, f.part_of, f.period, f.value, f.value_max, f.bound,
           f.approximate, f.unit, f.per, f.due_from, f.due_to, f.funding, f.ended, tstzrange(clock_timestamp(), null), f.judgement_id, f.method, f.note, f.confidential
    from fact f
    where f.office_id = ${officeId}::uuid and f.fact_id = any(${olds}::uuid[]) and not exists (
      select 1 from fact g
      where g.office_id = f.office_id and g.subject_id = f.subject_id and g.indicator_id = f.indicator_id and g.facet = f.facet and g.series = f.series
        and g.period && f.period and upper_inf(g.recorded))`.execute(tx)
  await sql`
    insert into fact_basis (office_id, fact_id, claim_id, role, judgement_id)
    select b.office_id, (${list}::jsonb ->> b.fact_id::text)::uuid, b.claim_id, b.role, b.judgement_id
    from fact_basis b
    where b.office_id = ${officeId}::uuid and b.fact_id = any(${olds}::uuid[]) and b.voided_at is null
      and exists (select 1 from fact f where f.office_id = b.office_id and f.fact_id = (${list}::jsonb ->> b.fact_id::text)::uuid)
    on conflict do nothing`.execute(tx)
  await sql`
    update claim_state s set fact_id = (${list}::jsonb ->> s.fact_id::text)::uuid
    where s.office_id = ${officeId}::uuid and s.fact_id = any(${olds}::uuid[])
      and exists (select 1 from fact f where f.office_id = s.office_id and f.fact_id = (${list}::jsonb ->> s.fact_id::text)::uuid)`.execute(tx)
}

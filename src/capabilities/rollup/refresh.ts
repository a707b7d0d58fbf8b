import type { Insertable } from 'kysely'
import { commitmentsOf, formulaOf, ledgerFor } from '#capabilities/portfolio/index'
import { dayIn } from '#capabilities/publishing/index'
import type { Commitment } from '#engines/accounting/rate/commitment'
import { type OpenValue, sumOf } from '#engines/accounting/sum'
import { enqueue, type JobHandler } from '#store/jobs'
import type { Store, Tx } from '#store/store'
import type { OfficeRollUpTable } from '#store/tables-roll-up'

/** The name under which the queue knows a round for one office. */
export const rollUpJob = 'roll-up.refresh'

type Row = Insertable<OfficeRollUpTable>

/**
 * 국면별로 모으기: commitments of one office by the phase they stand in, each once, with what was announced and what came of it. A phase without any is absent; money that nobody
 * disclosed is counted, not summed; values in other currencies stay out.
 */
export function rollUp(officeId: string, commitments: readonly Commitment[], at: string): Row[] {
  const phases = new Map<Row['phase'], Commitment[]>()
  for (const one of commitments) {
    const phase = one.phase ?? 'unknown'
    phases.set(phase, [...(phases.get(phase) ?? []), one])
  }
  const held = (list: readonly (OpenValue | null)[]) => sumOf(list.filter((one) => one !== null))
  return [...phases].map(([phase, list]) => {
    const [announced, actual] = [held(list.map((one) => one.promised.money)), held(list.map((one) => one.actual.money))]
    const [jobs, employed] = [held(list.map((one) => one.promised.jobs)), held(list.map((one) => one.actual.jobs))]
    return {
      for_office: officeId,
      phase,
      commitments: list.length,
      undisclosed: list.filter((one) => one.promised.money === null).length,
      announced: announced?.value ?? null,
      actual: actual?.value ?? null,
      announced_jobs: jobs?.value ?? null,
      actual_jobs: employed?.value ?? null,
      approximate: [announced, actual, jobs, employed].some((sum) => sum !== null && (sum.approximate || sum.bound !== null)),
      computed_at: at,
    }
  })
}

const nothing = (officeId: string, now: Date): Row => ({
  for_office: officeId,
  phase: 'unknown',
  commitments: 0,
  undisclosed: 0,
  announced: null,
  actual: null,
  announced_jobs: null,
  actual_jobs: null,
  approximate: false,
  computed_at: now.toISOString(),
})

/**
 * One office by phase at both clocks, from its own ledger. Nothing confidential is looked at.
 *
 * @returns the rows as they would be kept, worked out `now`
 */
export async function phasesOfOffice(
  store: Store,
  office: { readonly id: string; readonly timeZone: string },
  clocks: { readonly asOf: string | null; readonly knownOn: string | null },
  now: Date,
): Promise<Row[]> {
  const used = ['rate_money_spent', 'rate_jobs_spent'].flatMap((id) => formulaOf(id) ?? [])
  const asOf = clocks.asOf ?? dayIn(office.timeZone, clocks.knownOn === null ? now : new Date(clocks.knownOn))
  const ledger = await store.readOffice(
    office.id,
    null,
    (db) => ledgerFor(db, office.id, used, { asOf, knownOn: clocks.knownOn, confidential: false, now, timeZone: office.timeZone, parameters: {} }),
    { snapshot: true },
  )
  return rollUp(office.id, commitmentsOf(ledger, {}).commitments, now.toISOString())
}

/** Work one office out anew. */
export async function refreshOffice(store: Store, officeId: string, now: Date): Promise<number> {
  const office = await store.global((db) => db.selectFrom('office').select('time_zone').where('office_id', '=', officeId).executeTakeFirst())
  if (!office) return 0
  const rows = await phasesOfOffice(store, { id: officeId, timeZone: office.time_zone }, { asOf: null, knownOn: null }, now)
  await store.global(async (tx) => {
    await tx.deleteFrom('office_roll_up').where('for_office', '=', officeId).execute()
    // an office without commitments was worked out too: that it has none is known
    await tx
      .insertInto('office_roll_up')
      .values(rows.length > 0 ? rows : [nothing(officeId, now)])
      .execute()
  })
  return rows.length
}

/** A round for one office in the queue, where none waits. */
export async function askForRound(tx: Tx, officeId: string): Promise<boolean> {
  const waiting = await tx
    .selectFrom('job')
    .select('job_id')
    .where('office_id', '=', officeId)
    .where('kind', '=', rollUpJob)
    .where('state', 'in', ['waiting', 'running'])
    .limit(1)
    .executeTakeFirst()
  if (waiting) return false
  await enqueue(tx, { officeId, kind: rollUpJob, priority: 10 })
  return true
}

export const rollUpHandler: JobHandler = async ({ store, officeId, progress }) => {
  progress(0, 1)
  await refreshOffice(store, officeId, new Date())
  progress(1, 1)
}

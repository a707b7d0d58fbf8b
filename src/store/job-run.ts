import { sql } from 'kysely'
import type { Json } from './schema.ts'
import type { Store } from './store.ts'

/** What a handler is given. */
export type JobContext = {
  readonly store: Store
  readonly officeId: string
  readonly jobId: string
  readonly kind: string
  readonly payload: Json
  /** Who asked for the work, or null for the system. */
  readonly createdBy: string | null
  /** 1 at the first start; counts restarts after a crash too. */
  readonly attempt: number
  /** Says how far the work is; written at most four times a second, the last word always. */
  readonly progress: (done: number, total?: number | null, message?: string | null) => void
  /** True once somebody cancelled it or the server stops: give up at the next good place (`signal.throwIfAborted()`). */
  readonly cancelled: () => boolean
  readonly signal: AbortSignal
}

/** The work of a kind; what it returns is kept as the job's result. A throw is a failure and is tried again later. */
export type JobHandler = (context: JobContext) => Promise<Json> | Promise<void>

/** A failure that no second try would mend: the job fails at once. */
export class JobRefused extends Error {
  override name = 'JobRefused'
}

type Order = {
  readonly store: Store
  readonly officeId: string
  readonly jobId: string
  readonly handler: JobHandler
  readonly abort: AbortController
  readonly queueId: string
  readonly poolId: string
  readonly stopping: () => boolean
  readonly log: (message: string) => void
}

const heartbeatMs = 5000
const progressMs = 250
const deathsAtMost = 20

/** Runs one job that the queue handed out, and keeps its row. Throws when the queue shall hand it out again. */
export async function runJob(order: Order): Promise<void> {
  const { store, officeId, jobId, abort } = order
  const row = await claim(order)
  if (!row) return
  const writer = progressWriter(order, row.attempts)
  try {
    const result = await order.handler({
      store,
      officeId,
      jobId,
      kind: row.kind,
      payload: row.payload,
      createdBy: row.created_by,
      attempt: row.attempts,
      progress: writer.progress,
      cancelled: () => abort.signal.aborted,
      signal: abort.signal,
    })
    await writer.stop()
    await finish(order, row.attempts, { state: 'done', result: result === undefined ? null : JSON.stringify(result), error: null })
  } catch (error) {
    await writer.stop().catch(() => {})
    await failed(order, row.attempts, row.max_attempts, error)
  }
}

/** Takes the job for this attempt. Null when there is nothing to do: it is done, cancelled or unknown. */
async function claim(order: Order) {
  const { store, officeId, jobId, queueId, poolId } = order
  return store.inOffice(officeId, null, async (tx) => {
    // Between the queue's handing out and here, a sweep may have given the job to another worker: then hands off, and the queue's row stays as it is.
    const mine = await sql<{ attempts: number }>`
      SELECT attempts FROM graphile_worker._private_jobs WHERE id = ${queueId}::bigint AND locked_by = ${poolId} FOR UPDATE`.execute(tx)
    const failures = mine.rows[0]?.attempts
    if (failures === undefined) throw new Error(`job ${jobId} was given to another worker`)
    const job = await tx.selectFrom('job').selectAll().where('office_id', '=', officeId).where('job_id', '=', jobId).forUpdate().executeTakeFirst()
    if (!job || (job.state !== 'waiting' && job.state !== 'running')) return null
    const ends = job.cancel_requested
      ? { state: 'cancelled' as const, error: null }
      : job.attempts - failures >= deathsAtMost
        ? { state: 'failed' as const, error: `the server ended ${deathsAtMost} times while it ran this job; it is not tried again by itself` }
        : null
    const change = ends
      ? { ...ends, finished_at: sql<string>`now()` }
      : {
          state: 'running' as const,
          attempts: job.attempts + 1,
          heartbeat_at: sql<string>`now()`,
          started_at: sql<string>`coalesce(started_at, now())`,
        }
    await tx.updateTable('job').set(change).where('office_id', '=', officeId).where('job_id', '=', jobId).execute()
    return ends ? null : { ...job, attempts: job.attempts + 1 }
  })
}

async function failed(order: Order, attempt: number, maxAttempts: number, error: unknown): Promise<void> {
  const { store, officeId, jobId, abort, queueId, stopping } = order
  const words = error instanceof Error ? error.message : String(error)
  const asked = await store.readOffice(officeId, null, (db) =>
    db.selectFrom('job').select('cancel_requested').where('office_id', '=', officeId).where('job_id', '=', jobId).executeTakeFirst(),
  )
  if (asked?.cancel_requested && abort.signal.aborted) return void (await finish(order, attempt, { state: 'cancelled', error: null }))
  if (stopping() && abort.signal.aborted) {
    await store.inOffice(officeId, null, async (tx) => {
      await sql`UPDATE graphile_worker._private_jobs SET attempts = greatest(attempts - 1, 0) WHERE id = ${queueId}::bigint`.execute(tx)
      // Not a failure: the attempt is given back.
      await mark(tx, order, attempt, { state: 'waiting', attempts: attempt - 1 })
    })
    throw error
  }
  const failures = await store.inOffice(officeId, null, async (tx) => {
    const { rows } = await sql<{ attempts: number }>`SELECT attempts FROM graphile_worker._private_jobs WHERE id = ${queueId}::bigint`.execute(tx)
    return rows[0]?.attempts ?? attempt
  })
  order.log(`job ${jobId} failed, time ${failures} of ${maxAttempts}: ${words}`)
  if (error instanceof JobRefused || failures >= maxAttempts) {
    await finish(order, attempt, { state: 'failed', error: words })
    return
  }
  await store.inOffice(officeId, null, (tx) => mark(tx, order, attempt, { state: 'waiting', error: words }))
  throw error
}

type Change = { state: 'done' | 'failed' | 'cancelled' | 'waiting'; error?: string | null; result?: string | null; attempts?: number }

/** The last word on a job. @throws Error when another worker holds it by now, so that the queue's row is left to that one. */
async function finish(order: Order, attempt: number, change: Change): Promise<void> {
  const stands = await order.store.inOffice(order.officeId, null, (tx) => mark(tx, order, attempt, change))
  if (!stands) throw new Error(`job ${order.jobId} was given to another worker while it ran`)
}

/** Changes the row only where this attempt is still the one that runs. */
async function mark(tx: Parameters<Parameters<Store['inOffice']>[2]>[0], order: Order, attempt: number, change: Change): Promise<boolean> {
  const ended = change.state !== 'waiting'
  const { numUpdatedRows } = await tx
    .updateTable('job')
    .set({ ...change, ...(ended ? { finished_at: sql<string>`now()` } : {}) })
    .where('office_id', '=', order.officeId)
    .where('job_id', '=', order.jobId)
    .where('attempts', '=', attempt)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Writes progress and heartbeats of an attempt; a row that another worker holds by now, or a cancellation that was not heard, stops the handler. */
function progressWriter(order: Order, attempt: number) {
  const { store, officeId, jobId, abort } = order
  let next: { progress: number; total?: number | null; message?: string | null } | null = null
  let writing: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null

  const write = () => {
    timer = null
    const words = next
    next = null
    writing = writing.then(async () => {
      const row = await store.inOffice(officeId, null, (tx) =>
        tx
          .updateTable('job')
          .set({ ...words, heartbeat_at: sql<string>`now()` })
          .where('office_id', '=', officeId)
          .where('job_id', '=', jobId)
          .where('attempts', '=', attempt)
          .where('state', '=', 'running')
          .returning('cancel_requested')
          .executeTakeFirst(),
      )
      if (!row) abort.abort(new Error('another worker runs this job now'))
      else if (row.cancel_requested) abort.abort(new Error('the job was cancelled'))
    })
    // A lost heartbeat is no failure of the work; the next one tells.
    writing = writing.catch(() => {})
  }
  const beat = setInterval(write, heartbeatMs)
  return {
    progress: (done: number, total?: number | null, message?: string | null) => {
      next = { progress: Math.round(done), ...(total === undefined ? {} : { total }), ...(message === undefined ? {} : { message }) }
      timer ??= setTimeout(write, progressMs)
    },
    stop: async () => {
      clearInterval(beat)
      if (timer) clearTimeout(timer)
      timer = null
      if (next) write()
      await writing
    },
  }
}

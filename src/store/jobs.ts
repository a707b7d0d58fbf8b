import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { type JobHelpers, type Runner, run, type WorkerEvents } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import { cancelChannel, type Liveness, startLiveness } from './job-liveness.ts'
import { type JobHandler, runJob } from './job-run.ts'
import type { Json } from './schema.ts'
import type { Store, Tx } from './store.ts'
import { workerLogger } from './worker-log.ts'

export { type JobContext, type JobHandler, JobRefused } from './job-run.ts'

/** Work for later, in an office. `kind` names its handler. */
export type NewJob = {
  readonly officeId: string
  readonly kind: string
  readonly payload?: Json
  /** Chosen by the caller where it must be known before (a document that names its job); else a random one. */
  readonly jobId?: string
  readonly subjectId?: string | null
  readonly createdBy?: string | null
  /** How often it may fail before it stays failed; 5 unless told. A process that dies does not count. */
  readonly maxAttempts?: number
  /** Jobs of one queue run one after the other. */
  readonly queue?: string
  /** Smaller runs first; 0 unless told. */
  readonly priority?: number
  /** Not before this moment; at once unless told. */
  readonly runAt?: Date
}

/** A running set of workers. */
export type Jobs = {
  /** Takes no further job, tells running ones to stop and gives them back to the queue without counting it as a failure. */
  readonly stop: () => Promise<void>
  /** Frees jobs of dead workers now (it also happens at the start and every 10 s). */
  readonly sweep: () => Promise<number>
}

export type JobsOptions = { readonly concurrency?: number; readonly log?: (message: string) => void }

// graphile-worker's own count only says how often the queue may hand a job out; `job.max_attempts` decides.
const handedOutAtMost = 1000

/** Puts a job into the queue within a write: it runs if and only if the write stands. Returns the job's id. */
export async function enqueue(tx: Tx, job: NewJob): Promise<string> {
  const jobId = job.jobId ?? randomUUID()
  await tx
    .insertInto('job')
    .values({
      office_id: job.officeId,
      job_id: jobId,
      kind: job.kind,
      payload: JSON.stringify(job.payload ?? {}),
      subject_id: job.subjectId ?? null,
      created_by: job.createdBy ?? null,
      max_attempts: job.maxAttempts ?? 5,
    })
    .execute()
  await hand(tx, job.officeId, jobId, job.kind, job.queue, job.priority, job.runAt)
  return jobId
}

async function hand(tx: Tx, officeId: string, jobId: string, kind: string, queue?: string, priority?: number, runAt?: Date): Promise<void> {
  const payload = JSON.stringify({ office_id: officeId, job_id: jobId })
  await sql`SELECT 1 FROM graphile_worker.add_job(${kind}, payload => ${payload}::json, queue_name => ${queue ?? null}, max_attempts => ${handedOutAtMost}::int,
    job_key => ${jobId}, priority => ${priority ?? null}::int, run_at => ${runAt?.toISOString() ?? null}::timestamptz)`.execute(tx)
}

/**
 * Cancels a job: one that waits at once, one that runs by its `signal` (it ends as cancelled when its handler gives up).
 * @returns the state after the call, or null where the office has no such job
 */
export async function cancelJob(tx: Tx, officeId: string, jobId: string): Promise<'waiting' | 'running' | 'done' | 'failed' | 'cancelled' | null> {
  const row = await tx
    .updateTable('job')
    .set((eb) => ({
      cancel_requested: true,
      state: eb
        .case()
        .when('state', '=', 'waiting')
        .then('cancelled' as const)
        .else(eb.ref('state'))
        .end(),
      finished_at: sql<string>`CASE WHEN state = 'waiting' THEN now() ELSE finished_at END`,
    }))
    .where('office_id', '=', officeId)
    .where('job_id', '=', jobId)
    .where('state', 'in', ['waiting', 'running'])
    .returning('state')
    .executeTakeFirst()
  if (!row) {
    const there = await tx.selectFrom('job').select('state').where('office_id', '=', officeId).where('job_id', '=', jobId).executeTakeFirst()
    return there?.state ?? null
  }
  if (row.state === 'cancelled') await sql`SELECT 1 FROM graphile_worker.remove_job(${jobId})`.execute(tx)
  // Delivered at the commit, to whichever process runs it.
  else await sql`SELECT pg_notify(${cancelChannel}, ${jobId})`.execute(tx)
  return row.state
}

/** Puts a failed or cancelled job into the queue again, with its attempts counted anew. False when it is in no such state. */
export async function retryJob(tx: Tx, officeId: string, jobId: string): Promise<boolean> {
  const row = await tx
    .updateTable('job')
    .set({
      state: 'waiting',
      cancel_requested: false,
      error: null,
      message: null,
      progress: 0,
      total: null,
      attempts: 0,
      started_at: null,
      finished_at: null,
    })
    .where('office_id', '=', officeId)
    .where('job_id', '=', jobId)
    .where('state', 'in', ['failed', 'cancelled'])
    .returning('kind')
    .executeTakeFirst()
  if (!row) return false
  await hand(tx, officeId, jobId, row.kind)
  return true
}

/**
 * Starts workers for the kinds of `handlers`. Several processes may do so on one database. A job runs at least once: one whose process died runs again,
 * so a handler must be able to begin anew (what it wrote under hashed ids adds nothing).
 */
export async function startJobs(store: Store, handlers: Readonly<Record<string, JobHandler>>, options: JobsOptions = {}): Promise<Jobs> {
  const { concurrency = 2, log = () => {} } = options
  const running = new Map<string, AbortController>()
  let stopping = false
  let runner: Runner | null = null
  let liveness: Liveness | null = null

  const pool = new pg.Pool({ connectionString: store.appUrl, max: concurrency + 2, application_name: 'gusul jobs', connectionTimeoutMillis: 10_000 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))

  const task = (handler: JobHandler) => async (raw: unknown, helpers: JobHelpers) => {
    const { office_id: officeId, job_id: jobId } = raw as { office_id: string; job_id: string }
    const abort = new AbortController()
    await liveness?.held
    if (stopping) abort.abort(new Error('the server stops'))
    running.set(jobId, abort)
    try {
      await runJob({
        store,
        officeId,
        jobId,
        handler,
        abort,
        queueId: helpers.job.id,
        poolId: helpers.job.locked_by ?? '',
        stopping: () => stopping,
        log,
      })
    } finally {
      running.delete(jobId)
    }
  }
  const taskList = Object.fromEntries(Object.entries(handlers).map(([kind, handler]) => [kind, task(handler)]))

  const begin = async () => {
    const events: WorkerEvents = new EventEmitter() as WorkerEvents
    events.once('pool:create', ({ workerPool }) => {
      liveness = startLiveness(store.appUrl, workerPool.id, (jobId) => running.get(jobId)?.abort(new Error('the job was cancelled')), log)
    })
    runner = await run({
      pgPool: pool,
      taskList,
      concurrency,
      pollInterval: 1000,
      noHandleSignals: true,
      logger: workerLogger(log),
      events,
      parsedCronItems: [],
    })
    void runner.promise.catch(() => {}).then(again)
  }
  // graphile-worker gives up after a row of failures, as when the database restarts: begin again until told to stop.
  const again = async () => {
    await liveness?.stop()
    for (let attempt = 0; !stopping; attempt++) {
      await pause(Math.min(200 * 2 ** attempt, 5000), undefined, { ref: false })
      if (stopping) return
      try {
        return await begin()
      } catch (error) {
        log(`the queue does not start (${(error as Error).message}); trying again`)
      }
    }
  }
  await begin()

  const sweep = async () => {
    try {
      return (await liveness?.sweep([...running.keys()])) ?? 0
    } catch {
      // The database is away; the next round comes.
      return 0
    }
  }
  void (liveness as Liveness | null)?.held.then(sweep)
  const soon = setTimeout(sweep, 2500).unref()
  const timer = setInterval(sweep, 10_000).unref()

  return {
    sweep,
    stop: async () => {
      if (stopping) return
      stopping = true
      clearTimeout(soon)
      clearInterval(timer)
      for (const abort of running.values()) abort.abort(new Error('the server stops'))
      await runner?.stop().catch(() => {})
      await liveness?.stop()
      await pool.end()
    },
  }
}

import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** A worker process's sign of life: a connection that holds a lock named after its pool of workers. */
export type Liveness = {
  /** Resolves when the lock is held. */
  readonly held: Promise<void>
  /** Frees the jobs of pools whose process is gone, and those of this pool that it does not run (`running` are the ones it does); returns how many. */
  readonly sweep: (running: readonly string[]) => Promise<number>
  readonly stop: () => Promise<void>
}

const lockClass = 0x676a6f62 // "gjob"
const cancelChannel = 'gusul_job_cancel'
// A pool that has claimed its first job takes its lock within milliseconds; until then it must not pass for dead.
const graceSeconds = 2
const forgottenSeconds = 30

/**
 * Holds a session advisory lock for a pool and listens for cancellations on the same connection. PostgreSQL gives the lock back when the process dies,
 * however it dies: no clock decides who is alive. graphile-worker itself waits four hours.
 */
export function startLiveness(url: string, poolId: string, onCancel: (jobId: string) => void, log: (message: string) => void): Liveness {
  let client: pg.Client | null = null
  let stopped = false
  let announce = () => {}
  const held = new Promise<void>((resolve) => (announce = resolve))

  const keep = async () => {
    for (let attempt = 0; !stopped; ) {
      const next = new pg.Client({ connectionString: url, application_name: 'gusul jobs', connectionTimeoutMillis: 10_000, keepAlive: true })
      const ended = new Promise<void>((resolve) => {
        next.once('end', resolve)
        next.once('error', () => resolve())
      })
      next.on('error', () => {})
      next.on('notification', ({ payload }) => payload && onCancel(payload))
      try {
        await next.connect()
        await next.query('SELECT pg_advisory_lock($1, hashtext($2))', [lockClass, poolId])
        await next.query(`LISTEN ${cancelChannel}`)
        client = next
        attempt = 0
        announce()
        if (stopped) break
        await ended
        client = null
        await next.end().catch(() => {})
      } catch (error) {
        if (!stopped && attempt === 3) log(`the queue cannot reach the database (${(error as Error).message})`)
        await next.end().catch(() => {})
      }
      if (!stopped) await pause(Math.min(100 * 2 ** attempt++, 3000), undefined, { ref: false })
    }
  }
  const kept = keep()

  return {
    held,
    sweep: async (running) => {
      if (!client) return 0
      // An attempt that a dying process took away is given back: it says nothing about the job.
      const { rows } = await client.query<{ freed: string }>(
        `WITH living AS (
           SELECT objid FROM pg_locks WHERE locktype = 'advisory' AND classid::bigint = $1 AND objsubid = 2 AND granted
             AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         ), queues AS (
           UPDATE graphile_worker._private_job_queues SET locked_by = NULL, locked_at = NULL
           WHERE locked_by IS NOT NULL AND locked_at < now() - make_interval(secs => $2)
             AND (hashtext(locked_by)::bigint & 4294967295)::oid NOT IN (SELECT objid FROM living)
         ), jobs AS (
           UPDATE graphile_worker._private_jobs SET locked_by = NULL, locked_at = NULL, attempts = greatest(attempts - 1, 0)
           WHERE (locked_by IS NOT NULL AND locked_at < now() - make_interval(secs => $2)
                  AND (hashtext(locked_by)::bigint & 4294967295)::oid NOT IN (SELECT objid FROM living))
              -- The database was away when this pool wanted to give the job back.
              OR (locked_by = $3 AND locked_at < now() - make_interval(secs => $4) AND payload->>'job_id' <> ALL ($5::text[]))
           RETURNING 1
         )
         SELECT count(*) AS freed FROM jobs`,
        [lockClass, graceSeconds, poolId, forgottenSeconds, running],
      )
      const freed = Number(rows[0]?.freed ?? 0)
      if (freed > 0) log(`${freed} jobs of a worker that died are taken up again`)
      return freed
    },
    stop: async () => {
      stopped = true
      await client?.end().catch(() => {})
      await kept
    },
  }
}

export { cancelChannel }

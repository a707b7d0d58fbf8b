import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type FreshStore, freshStore } from '#support/database'
import { makeOffice } from '#support/office'
import { type JobHandler, JobRefused } from './job-run.ts'
import { cancelJob, enqueue, type Jobs, type NewJob, retryJob, startJobs } from './jobs.ts'
import { withClient } from './roles.ts'

let fresh: FreshStore
let office: string
const started: Jobs[] = []
beforeAll(async () => {
  fresh = await freshStore('jobs')
  office = await makeOffice(fresh.store)
})
afterEach(async () => {
  for (const jobs of started.splice(0)) await jobs.stop()
})
afterAll(() => fresh?.close())

const start = async (handlers: Record<string, JobHandler>, concurrency = 2) => {
  const jobs = await startJobs(fresh.store, handlers, { concurrency })
  started.push(jobs)
  return jobs
}
const add = (job: Partial<NewJob> & { kind: string }) => fresh.store.inOffice(office, null, (tx) => enqueue(tx, { officeId: office, ...job }))
const look = (jobId: string) =>
  fresh.store.readOffice(office, null, (db) => db.selectFrom('job').selectAll().where('job_id', '=', jobId).executeTakeFirstOrThrow())
const queued = (jobId: string) =>
  withClient(
    fresh.appUrl,
    async (client) => (await client.query(`SELECT 1 FROM graphile_worker._private_jobs WHERE payload->>'job_id' = $1`, [jobId])).rowCount,
  )

async function until(jobId: string, state: string): Promise<Awaited<ReturnType<typeof look>>> {
  for (const limit = Date.now() + 40_000; ; ) {
    const job = await look(jobId)
    if (job.state === state) return job
    if (Date.now() > limit) throw new Error(`expected the job to be ${state}, it stays ${job.state} (${job.error})`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('a job', () => {
  test('runs with its payload in its office, tells its progress and keeps its result', async () => {
    const user = randomUUID()
    await start({
      count: async ({ payload, progress, officeId, createdBy, attempt }) => {
        progress(3, 10, '세 번째 문장')
        return { payload, officeId, createdBy, attempt }
      },
    })
    const id = await add({ kind: 'count', payload: { n: [1, '둘'] }, createdBy: user })
    expect(await until(id, 'done')).toMatchObject({
      progress: 3,
      total: 10,
      message: '세 번째 문장',
      result: { payload: { n: [1, '둘'] }, officeId: office, createdBy: user, attempt: 1 },
    })
    await expect.poll(() => queued(id)).toBe(0)
  })

  test('does not exist when the write it belongs to fails', async () => {
    const ran: string[] = []
    await start({
      note: async ({ jobId }) => {
        ran.push(jobId)
      },
    })
    const lost = randomUUID()
    const failing = fresh.store.inOffice(office, null, async (tx) => {
      await enqueue(tx, { officeId: office, kind: 'note', jobId: lost })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    const kept = await add({ kind: 'note' })
    await until(kept, 'done')
    expect(ran).toEqual([kept])
  })

  test('that fails is tried again later, and its error is kept until it succeeds', async () => {
    let tries = 0
    await start({
      shaky: async () => {
        if (++tries === 1) throw new Error('아직')
      },
    })
    const id = await add({ kind: 'shaky' })
    await expect.poll(async () => (await look(id)).error, { timeout: 20_000 }).toBe('아직')
    expect(await until(id, 'done')).toMatchObject({ attempts: 2, error: null })
  })

  test('that fails as often as it may stays failed, and can be put back by hand', async () => {
    let broken = true
    await start({
      broken: async () => {
        if (broken) throw new Error('broken')
      },
    })
    const id = await add({ kind: 'broken', maxAttempts: 1 })
    expect(await until(id, 'failed')).toMatchObject({ error: 'broken', attempts: 1 })
    await expect.poll(() => queued(id)).toBe(0)
    broken = false
    expect(await fresh.store.inOffice(office, null, (tx) => retryJob(tx, office, id))).toBe(true)
    await until(id, 'done')
    expect(await fresh.store.inOffice(office, null, (tx) => retryJob(tx, office, id))).toBe(false)
  })

  test('that is refused is not tried again', async () => {
    await start({
      refused: async () => {
        throw new JobRefused('not a document')
      },
    })
    expect(await until(await add({ kind: 'refused' }), 'failed')).toMatchObject({ attempts: 1, error: 'not a document' })
  })

  test('that waits is cancelled at once and never runs', async () => {
    const id = await add({ kind: 'later' })
    expect(await fresh.store.inOffice(office, null, (tx) => cancelJob(tx, office, id))).toBe('cancelled')
    const ran: string[] = []
    await start({
      later: async ({ jobId }) => {
        ran.push(jobId)
      },
    })
    const after = await add({ kind: 'later' })
    await until(after, 'done')
    expect(ran).toEqual([after])
    expect((await look(id)).state).toBe('cancelled')
  })

  test('that runs is cancelled by its signal', async () => {
    let begun = () => {}
    const running = new Promise<void>((resolve) => (begun = resolve))
    await start({
      long: async ({ signal, cancelled }) => {
        begun()
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
        expect(cancelled()).toBe(true)
      },
    })
    const id = await add({ kind: 'long' })
    await running
    expect(await fresh.store.inOffice(office, null, (tx) => cancelJob(tx, office, id))).toBe('running')
    await until(id, 'cancelled')
    expect(await fresh.store.inOffice(office, null, (tx) => cancelJob(tx, office, id))).toBe('cancelled')
  })

  test('of another office cannot be cancelled or put back', async () => {
    const other = await makeOffice(fresh.store)
    const id = await add({ kind: 'elsewhere' })
    expect(await fresh.store.inOffice(other, null, (tx) => cancelJob(tx, office, id))).toBeNull()
    expect((await look(id)).state).toBe('waiting')
  })

  test('is given back, not counted as failed, when the server stops in the middle', async () => {
    let begun = () => {}
    const running = new Promise<void>((resolve) => (begun = resolve))
    const first = await start({
      stopped: async ({ signal }) => {
        begun()
        await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      },
    })
    const id = await add({ kind: 'stopped', maxAttempts: 1 })
    await running
    await first.stop()
    expect(await look(id)).toMatchObject({ state: 'waiting', attempts: 0, error: null })
    await start({ stopped: async () => {} })
    await until(id, 'done')
  })

  test('runs once when two processes share the queue', async () => {
    const ran: string[] = []
    const handler: JobHandler = async ({ jobId }) => {
      ran.push(jobId)
    }
    await start({ shared: handler }, 4)
    await start({ shared: handler }, 4)
    const ids = await fresh.store.inOffice(office, null, async (tx) => {
      const made: string[] = []
      for (let at = 0; at < 60; at++) made.push(await enqueue(tx, { officeId: office, kind: 'shared' }))
      return made
    })
    for (const id of ids) await until(id, 'done')
    expect(ran.sort()).toEqual(ids.sort())
  })

  test('of one queue runs after the one before it', async () => {
    let inside = 0
    let most = 0
    await start(
      {
        turn: async () => {
          most = Math.max(most, ++inside)
          await new Promise((resolve) => setTimeout(resolve, 30))
          inside--
        },
      },
      4,
    )
    const ids = await Promise.all(Array.from({ length: 5 }, () => add({ kind: 'turn', queue: `import ${office}` })))
    for (const id of ids) await until(id, 'done')
    expect(most).toBe(1)
  })

  test('goes on after the connections to the database broke', async () => {
    await start({ after: async () => {} })
    await until(await add({ kind: 'after' }), 'done')
    await withClient(fresh.superUrl, (client) =>
      client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${fresh.database}' AND pid <> pg_backend_pid()`),
    )
    let id = ''
    await expect.poll(async () => (id = await add({ kind: 'after' }).catch(() => '')), { timeout: 20_000 }).not.toBe('')
    await until(id, 'done')
  })
})

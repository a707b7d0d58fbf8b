import { afterAll, beforeAll, expect, test } from 'vitest'
import { enqueue } from '#store/jobs'
import { type FreshStore, freshStore } from '#support/database'
import { makeOffice } from '#support/office'
import { startProcess } from '#support/process'

let fresh: FreshStore
beforeAll(async () => {
  fresh = await freshStore('job_crash')
})
afterAll(() => fresh?.close())

/** A worker process whose handler writes one row a job, in two steps with a pause between. */
const worker = `
  import { startJobs } from '#store/jobs'
  import { connectStore } from '#store/store'
  const store = connectStore({ appUrl: process.env.APP_URL })
  await startJobs(store, {
    write: async ({ officeId, jobId, progress, payload }) => {
      progress(0, 2)
      await new Promise((resolve) => setTimeout(resolve, 40))
      await store.inOffice(officeId, null, (tx) =>
        tx.insertInto('office_setting').values({ office_id: officeId, key: jobId, value: JSON.stringify(payload) })
          .onConflict((conflict) => conflict.doNothing()).execute())
      progress(1, 2)
      await new Promise((resolve) => setTimeout(resolve, 40))
      console.log(jobId)
    },
  }, { concurrency: 2 })
  console.log('ready')`

test('no job is lost when the worker is killed ten times in the middle, and none is spent by it', async () => {
  const office = await makeOffice(fresh.store)
  const ids = await fresh.store.inOffice(office, null, async (tx) => {
    const made: string[] = []
    // Two tries each: ten deaths would use them up if a death counted.
    for (let at = 0; at < 200; at++) made.push(await enqueue(tx, { officeId: office, kind: 'write', payload: { at }, maxAttempts: 2 }))
    return made
  })
  for (let round = 0; round < 10; round++) {
    const running = startProcess(worker, { APP_URL: fresh.appUrl })
    expect(await running.line()).toBe('ready')
    for (let at = 0; at < 5; at++) await running.line()
    await running.kill()
  }
  const last = startProcess(worker, { APP_URL: fresh.appUrl })
  const states = () =>
    fresh.store.readOffice(office, null, (db) =>
      db
        .selectFrom('job')
        .select((eb) => ['state', eb.fn.countAll<string>().as('n')])
        .groupBy('state')
        .execute(),
    )
  await expect.poll(states, { timeout: 120_000, interval: 500 }).toEqual([{ state: 'done', n: '200' }])
  await last.kill()
  const rows = await fresh.store.readOffice(office, null, (db) => db.selectFrom('office_setting').select(['key', 'value']).execute())
  expect(rows.map((row) => row.key).sort()).toEqual([...ids].sort())
  expect(rows.map((row) => (row.value as { at: number }).at).sort((a, b) => a - b)).toEqual(ids.map((_, at) => at))
})

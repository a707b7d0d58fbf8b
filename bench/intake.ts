/**
 * How long an officer's 200 mixed files (about 20 MB) take from the first byte sent to the last claim in the queue: parsed, kept, read and written, three files at a
 * time as the console sends them, over the application and its embedded database. Limit: a minute on two cores. Prints seconds and the ratio to the limit.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createOffice, prepareUser } from '#capabilities/accounts/index'
import { mixedFiles } from '#capabilities/intake/formats/fixtures/mixed-files'
import { closeFormats } from '#capabilities/intake/formats/parse-file'
import { addFile, intakeJobs } from '#capabilities/intake/index'
import { startJobs } from '#store/jobs'
import { openStore } from '#store/store'

const limitSeconds = 60
const targetBytes = 20_000_000
const folder = mkdtempSync(join(tmpdir(), 'gusul-bench-intake-'))
const store = await openStore({ folder })
try {
  const by = await store.global(await prepareUser({ email: 'officer@example.org', name: 'officer', password: null }))
  const { office_id: officeId } = await createOffice(store, { slug: 'saesol', nameKo: '새솔시', nameEn: 'Saesol', kind: 'city' }, { by })
  const jobs = await startJobs(store, intakeJobs)
  const files = await mixedFiles()
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  const started = performance.now()
  const cpu = process.cpuUsage()
  const rest = [...files]
  let documents = 0
  let unread = 0
  await Promise.all(
    [0, 1, 2].map(async () => {
      for (let file = rest.shift(); file; file = rest.shift()) {
        const added = await addFile(store, officeId, by, {}, { name: file.name, bytes: Buffer.from(file.bytes) })
        for (const one of [added, ...added.others]) {
          if (!one.duplicate) documents++
          if (one.unreadable) unread++
        }
      }
    }),
  )
  const parsedSeconds = (performance.now() - started) / 1000
  const states = async () =>
    store.readOffice(officeId, by, (db) =>
      db
        .selectFrom('document')
        .select((eb) => [
          eb.fn.countAll<string>().filterWhere('reading_state', 'in', ['waiting', 'reading']).as('waiting'),
          eb.fn.countAll<string>().filterWhere('reading_state', '=', 'failed').as('failed'),
          eb
            .selectFrom('claim_state')
            .select((q) => q.fn.countAll<string>().as('n'))
            .where('office_id', '=', officeId)
            .as('claims'),
        ])
        .where('office_id', '=', officeId)
        .executeTakeFirstOrThrow(),
    )
  let now = await states()
  for (; Number(now.waiting) > 0; now = await states()) await new Promise((resolve) => setTimeout(resolve, 100))
  const seconds = (performance.now() - started) / 1000
  console.log(
    `${files.length} files, ${(bytes / 1e6).toFixed(1)} MB: ${documents} documents, ${unread + Number(now.failed)} unread, ${now.claims} claims in the queue`,
  )
  const { user, system } = process.cpuUsage(cpu)
  console.log(`processor time of this process, without the database: ${((user + system) / 1e6).toFixed(1)} s`)
  console.log(`last file parsed after ${parsedSeconds.toFixed(1)} s, last claim in the queue after ${seconds.toFixed(1)} s`)
  const scaled = (seconds * targetBytes) / bytes
  console.log(`at 20 MB ${scaled.toFixed(1)} s; / ${limitSeconds} s limit = ${(scaled / limitSeconds).toFixed(3)}`)
  await jobs.stop()
} finally {
  await closeFormats()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}

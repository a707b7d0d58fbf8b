/**
 * 10,000 rows through the door of imports, on the embedded database with its disk: added from CSV, exported to XLSX, brought back untouched, brought back with every value
 * changed, applied, and taken back whole. Limit: each of them under a minute on two cores. Prints seconds and the ratio to the limit (below 1 is within it).
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addMember, createOffice, prepareUser } from '#capabilities/accounts/index'
import { closeFormats, parseCells } from '#capabilities/intake/index'
import { workbookOf } from '#capabilities/interchange/formats/sheets'
import { interchangeJobs } from '#capabilities/interchange/jobs'
import { officeLists } from '#capabilities/interchange/lists'
import type { Looking } from '#capabilities/interchange/looking'
import { rowsOf } from '#capabilities/interchange/queries/rows'
import { importRuns } from '#capabilities/interchange/queries/runs'
import { orderWork, startImport } from '#capabilities/interchange/service/orders'
import { csvLine } from '#engines/interchange/csv-line'
import { tableOf, tables } from '#engines/interchange/tables'
import { startJobs } from '#store/jobs'
import { openStore } from '#store/store'

const limitSeconds = 60
const rows = Number(process.argv[2] ?? 10_000)
const folder = mkdtempSync(join(tmpdir(), 'gusul-bench-interchange-'))
const store = await openStore({ folder })
try {
  const by = await store.global(await prepareUser({ email: 'officer@example.org', name: 'officer', password: null }))
  const { office_id: officeId } = await createOffice(store, { slug: 'saesol', nameKo: '새솔시', nameEn: 'Saesol', kind: 'city' }, { by })
  await addMember(store, officeId, by, 'officer', null)
  const jobs = await startJobs(store, interchangeJobs)
  const looking: Looking = { officeId, confidential: true, asOf: null, knownOn: null, today: '2026-01-05', now: new Date(), timeZone: 'Asia/Seoul' }
  const run = async (id: string) => (await store.readOffice(officeId, by, (db) => importRuns(db, officeId, { id, confidential: true, limit: 1 })))[0]!
  const ended = async (id: string) => {
    for (;;) {
      const now = await run(id)
      if (!['checking', 'applying', 'undoing'].includes(now.state)) return now
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const timed = async <T>(label: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now()
    const result = await work()
    const seconds = (performance.now() - from) / 1000
    console.log(`${label}: ${seconds.toFixed(1)} s for ${rows} rows; ratio to the limit of ${limitSeconds} s ${(seconds / limitSeconds).toFixed(2)}`)
    return result
  }
  const bring = (name: string, bytes: Buffer) => startImport(store, officeId, by, { name, bytes }).then(ended)
  const csv = (lines: readonly (readonly string[])[]) =>
    Buffer.from(lines.map((line) => csvLine(line.map((text) => ({ text, numeric: true })))).join(''))
  const expectCounts = (found: Awaited<ReturnType<typeof ended>>, changes: number, additions: number) => {
    if (found.counts.changes !== changes || found.counts.additions !== additions || found.counts.errors > 0)
      throw new Error(`expected ${changes} changes and ${additions} additions, got ${JSON.stringify(found.counts)} ${JSON.stringify(found.refusal)}`)
  }

  const projects = csv([
    ['이름', '곳', '산업', '팀'],
    ...Array.from({ length: rows }, (_, at) => [`사업 ${at}`, `새솔동 ${at % 50}`, '기계', '투자유치팀']),
  ])
  const values = csv([
    ['사업', '지표', '갈래', '값', '단위'],
    ...Array.from({ length: rows }, (_, at) => [`사업 ${at}`, 'investment', 'announced', `${at + 1}00000000`, 'KRW']),
  ])
  for (const [what, file] of [
    ['projects', projects],
    ['values', values],
  ] as const) {
    const found = await timed(`check ${what} to add`, () => bring(`${what}.csv`, file))
    expectCounts(found, 0, rows)
    await timed(`add ${what}`, async () => {
      await orderWork(store, officeId, by, found.id, 'apply')
      return ended(found.id)
    })
  }
  const workbook = await timed('export to XLSX', () =>
    store.readOffice(officeId, by, async (db) => {
      const filled = []
      for (const table of tables) filled.push({ table, rows: await rowsOf(table.id, db, looking, { subjects: null }) })
      return workbookOf(filled, await officeLists(db, officeId), 'ko')
    }),
  )
  expectCounts(await timed('check the untouched workbook', () => bring('a.xlsx', workbook)), 0, 0)
  const parsed = await parseCells(workbook, { name: 'a.xlsx' }, { cells: 3_000_000 })
  if (!parsed.ok) throw new Error(parsed.detail.en)
  const sheet = parsed.sheets.find((one) => one.name === tableOf('facts').ko)!
  const grid: string[][] = []
  for (const { row, column, text } of sheet.cells) {
    grid[row - 1] ??= []
    grid[row - 1]![column - 1] = text
  }
  const at = grid[0]!.indexOf('값')
  const edited = csv(grid.map((line, index) => Array.from(line, (text, place) => (index > 0 && place === at ? `${text}1` : (text ?? '')))))
  const found = await timed('check every value changed', () => bring('edited.csv', edited))
  expectCounts(found, rows, 0)
  await timed('write every value', async () => {
    await orderWork(store, officeId, by, found.id, 'apply')
    const done = await ended(found.id)
    if (done.counts.applied !== rows) throw new Error(`expected ${rows} written, got ${done.counts.applied}`)
  })
  await timed('take them all back', async () => {
    await orderWork(store, officeId, by, found.id, 'undo')
    const done = await ended(found.id)
    if (done.state !== 'undone' || done.counts.kept > 0) throw new Error(`expected all taken back, got ${done.state}, ${done.counts.kept} kept`)
  })
  await jobs.stop()
} finally {
  await closeFormats()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}

/**
 * 10,000 rows through the door of imports, on the embedded database with its disk: added from CSV, exported to XLSX, brought back untouched, brought back with every value
 * changed, applied, and taken back whole. Limit: checking, writing and taking back together under a minute on two cores. Prints seconds, the ratio to that limit (below 1 is
 * within it), and for writing the ratio to a peer of the same run: as many rows of document, span, claim, its state, fact and basis copied within the
 * database by six statements, which is what its indexes and constraints alone ask for.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
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
import { openStore, type Store } from '#store/store'

/** Leaves a transaction without a trace. */
class Done extends Error {}

/** As many values as the import wrote, copied within the database under ids of their own, and then left. */
async function bareRows(store: Store, officeId: string, by: string): Promise<void> {
  const own = sql`where t.office_id = ${officeId}::uuid`
  const other = (column: string) => sql.raw(`md5(t.${column} || 'bare')::uuid`)
  try {
    await store.inOffice(officeId, by, async (tx) => {
      await sql`create temp table copied on commit drop as select f.office_id, f.fact_id, b.claim_id, c.document_id, c.span_id
        from fact f join fact_basis b using (office_id, fact_id) join claim c using (office_id, claim_id)
        where f.office_id = ${officeId}::uuid order by lower(f.recorded) limit ${rows}`.execute(tx)
      await sql`insert into document (office_id, document_id, kind, title, published_on, published_from, text_sha256, body, reading_state)
        select t.office_id, ${other('document_id')}, t.kind, t.title, t.published_on, t.published_from, t.text_sha256, t.body, t.reading_state
        from document t ${own} and t.document_id in (select document_id from copied)`.execute(tx)
      await sql`insert into span (office_id, span_id, document_id, start_at, end_at, quote, sentence_start, sentence_end, sentence)
        select t.office_id, ${other('span_id')}, ${other('document_id')}, t.start_at, t.end_at, t.quote, t.sentence_start, t.sentence_end, t.sentence
        from span t ${own} and t.span_id in (select span_id from copied)`.execute(tx)
      await sql`insert into claim (office_id, claim_id, document_id, span_id, reader, reader_version, subject_text, indicator_id, value, unit, slots)
        select t.office_id, ${other('claim_id')}, ${other('document_id')}, ${other('span_id')}, t.reader, t.reader_version, t.subject_text, t.indicator_id, t.value, t.unit, t.slots
        from claim t ${own} and t.claim_id in (select claim_id from copied)`.execute(tx)
      await sql`insert into claim_state (office_id, claim_id, document_id, state, at_stake)
        select t.office_id, ${other('claim_id')}, ${other('document_id')}, t.state, t.at_stake from claim_state t ${own} and t.claim_id in (select claim_id from copied)`.execute(
        tx,
      )
      await sql`insert into fact (office_id, fact_id, subject_id, indicator_id, facet, series, period, value, unit, recorded, judgement_id, method)
        select t.office_id, ${other('fact_id')}, t.subject_id, t.indicator_id, t.facet, 'bare', t.period, t.value, t.unit, t.recorded, t.judgement_id, t.method
        from fact t ${own} and t.fact_id in (select fact_id from copied)`.execute(tx)
      await sql`insert into fact_basis (office_id, fact_id, claim_id, judgement_id)
        select t.office_id, ${other('fact_id')}, ${other('claim_id')}, t.judgement_id from fact_basis t ${own} and t.fact_id in (select fact_id from copied)`.execute(
        tx,
      )
      throw new Done()
    })
  } catch (error) {
    if (!(error instanceof Done)) throw error
  }
}

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
      // as often as the screen asks
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
  const took = new Map<string, number>()
  const timed = async <T>(label: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now()
    const result = await work()
    const seconds = (performance.now() - from) / 1000
    console.log(`${label}: ${seconds.toFixed(1)} s for ${rows} rows; ratio to the limit of ${limitSeconds} s ${(seconds / limitSeconds).toFixed(2)}`)
    took.set(label, seconds)
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
  const whole = ['check every value changed', 'write every value', 'take them all back'].reduce((sum, label) => sum + took.get(label)!, 0)
  console.log(
    `check, write and take back together: ${whole.toFixed(1)} s; ratio to the limit of ${limitSeconds} s ${(whole / limitSeconds).toFixed(2)}`,
  )
  const from = performance.now()
  await bareRows(store, officeId, by)
  const bare = (performance.now() - from) / 1000
  console.log(`writing, to the same number of bare rows (${bare.toFixed(1)} s): ${(took.get('write every value')! / bare).toFixed(1)} times`)
  await jobs.stop()
} finally {
  await closeFormats()
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}

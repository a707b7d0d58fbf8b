/**
 * The accounts at scale: 250 offices with 400 commitments each (100,000), 300,000 facts and 200,000 stage events, made from a seed. For one office the time that the database
 * takes for what a page asks (the very statements, recorded while the page was answered, then asked again alone), and for all offices the national roll-up;
 * `EACH=1` prints each statement. As ratios to one sequential scan of the table of facts in the same run. Aims: 50 ms an office, 300 ms for the roll-up.
 */
import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { pino } from 'pino'
import { createOffice, operatorCaller } from '#capabilities/accounts/index'
import { refreshOffice } from '#capabilities/rollup/index'
import { withDatabase } from '#store/connection'
import { withClient } from '#store/roles'
import { connectStore } from '#store/store'
import { startCluster, templateName } from '#support/cluster'
import { createApp } from '#surfaces/http/app'
import { apiRoutes } from '#surfaces/http/routes'
import { type Asked, median, recordStatements } from './support/asked.ts'

const offices = Number(process.argv[2] ?? 250)
const commitments = 400
const rounds = 15
const asked = recordStatements()
const cluster = await startCluster()
try {
  const database = 'accounting'
  await withClient(cluster.superUrl, (client) => client.query(`CREATE DATABASE ${database} TEMPLATE ${templateName} OWNER gusul_owner`))
  const superUrl = withDatabase(cluster.superUrl, database)
  const appUrl = withDatabase(cluster.appUrl, database)
  const store = connectStore({ appUrl, poolSize: 4 })
  const from = performance.now()
  for (let n = 1; n <= offices; n++) await createOffice(store, { slug: `office-${n}`, nameKo: `시험 ${n}시`, nameEn: `Test city ${n}` }, { by: null })
  await withClient(superUrl, async (client) => {
    await client.query('select setseed(0.42)')
    for (const statement of fillings()) await client.query(statement)
    await client.query('vacuum analyze')
  })
  const counts = await withClient(superUrl, async (client) =>
    Object.fromEntries(
      await Promise.all(
        ['office', 'subject', 'fact', 'stage_event', 'milestone'].map(
          async (table) => [table, Number((await client.query(`select count(*) from ${table}`)).rows[0].count)] as const,
        ),
      ),
    ),
  )
  console.log(
    `made in ${((performance.now() - from) / 1000).toFixed(0)} s: ${Object.entries(counts)
      .map(([table, n]) => `${n} ${table}`)
      .join(', ')}`,
  )

  const first = performance.now()
  for (const { office_id: id } of await store.global((db) => db.selectFrom('office').select('office_id').execute()))
    await refreshOffice(store, id, new Date('2026-11-22T02:00:00Z'))
  console.log(`a round of the roll-up: ${((performance.now() - first) / 1000).toFixed(1)} s for ${counts.office} offices`)
  const app = createApp({
    store,
    log: pino({ level: 'silent' }),
    proxy: { trusted: false },
    identify: async () => operatorCaller(store),
    api: apiRoutes,
    pages: [],
    now: () => new Date('2026-11-22T03:00:00Z'),
  })
  const scan = await withClient(superUrl, async (client) => {
    await client.query(
      'set enable_indexscan = off; set enable_bitmapscan = off; set enable_indexonlyscan = off; set max_parallel_workers_per_gather = 0',
    )
    return inDatabase(client, { text: 'select count(*), sum(value) from fact', values: [] })
  })
  console.log(`sequential scan of ${counts.fact} facts: ${scan.toFixed(1)} ms`)
  const client = new pg.Client(appUrl)
  await client.connect()
  await client.query(`select set_config('gusul.office_id', $1, false)`, [
    (
      await store.global((db) =>
        db
          .selectFrom('office')
          .select('office_id')
          .where('slug', '=', `office-${Math.ceil(offices / 2)}`)
          .executeTakeFirstOrThrow(),
      )
    ).office_id,
  ])
  const one = `/api/v1/offices/office-${Math.ceil(offices / 2)}`
  const pages: [string, string, number][] = [
    ['rate of one office', `${one}/rates?cohortFrom=2016-01&cohortTo=2026-10`, 50],
    ['Monday list of one office', `${one}/worklist?limit=100`, 50],
    ['portfolio page of one office', `${one}/projects?limit=50`, 50],
    ['comparison of two days', `${one}/compare?beforeAsOf=2024-06-01&beforeKnownOn=2024-06-01T14:59:59Z`, 50],
    ['national roll-up', '/api/v1/installation/roll-up', 300],
  ]
  for (const [label, path, aim] of pages) {
    await app.request(path)
    asked.length = 0
    const began = performance.now()
    const answer = await app.request(path)
    const whole = performance.now() - began
    if (answer.status !== 200) {
      console.log(`${label}: NOT MEASURED, ${path} answered ${answer.status}`)
      continue
    }
    const statements = [...asked]
    let took = 0
    for (const statement of statements) {
      const own = await inDatabase(client, statement)
      took += own
      if (process.env.EACH === '1') console.log(`    ${own.toFixed(2)} ms  ${statement.text.replace(/\s+/g, ' ').slice(0, 150)}`)
    }
    console.log(
      `${label}: ${took.toFixed(1)} ms in the database (${statements.length} statements; aim ${aim}), ${(took / scan).toFixed(2)} of the scan; whole answer ${whole.toFixed(0)} ms`,
    )
  }
  await client.end()
  await store.close()
} finally {
  await cluster.stop()
}

/** Every office gets the same number of projects; which came how far, and for how much, is drawn. */
function fillings(): string[] {
  const drawn = (office: string, number: string, what: string) =>
    `('x' || substr(md5(${office}::text || ${number} || '${what}'), 1, 6))::bit(24)::int / 16777216.0`
  return [
    `create temp table made on commit preserve rows as
       select o.office_id, n, md5(o.office_id::text || n)::uuid as subject_id, ${drawn('o.office_id', 'n', 'far')} as far, ${drawn('o.office_id', 'n', 'money')} as money,
              date '2016-01-01' + (${drawn('o.office_id', 'n', 'signed')} * 3900)::int as signed
       from office o cross join generate_series(1, ${commitments}) n`,
    `insert into subject (office_id, subject_id, kind, name_ko, place, industry, stage, stage_from, created_at)
       select office_id, subject_id, 'project', '사업 ' || n, '제' || n % 9 || '산업단지', (array['기계', '화학', '전자', '식품', '물류'])[n % 5 + 1],
              case when far < .45 then 'operation' when far < .85 then 'construction' else 'withdrawn' end, signed + 400, signed from made`,
    `insert into stage_event (office_id, event_id, subject_id, machine, to_stage, occurred_from, occurred_to, recorded_at)
       select office_id, md5(subject_id || 'mou')::uuid, subject_id, 'project', 'mou', signed, signed, signed from made
       union all select office_id, md5(subject_id || 'later')::uuid, subject_id, 'project',
              case when far < .45 then 'operation' when far < .85 then 'construction' else 'withdrawn' end, signed + 400, signed + 400, signed + 410 from made`,
    `insert into fact (office_id, fact_id, subject_id, indicator_id, facet, value, unit, recorded, judgement_id)
       select office_id, md5(subject_id || 'announced')::uuid, subject_id, 'investment', 'announced', round((money * money * 500)::numeric, 1) * 1e8 + 1e8, 'KRW', tstzrange(signed, null), subject_id from made
       union all select office_id, md5(subject_id || 'jobs')::uuid, subject_id, 'jobs', 'announced', 5 + (money * 200)::int, 'persons', tstzrange(signed, null), subject_id from made
       union all select office_id, md5(subject_id || 'actual')::uuid, subject_id, 'investment', 'actual', round((money * far * 400)::numeric, 1) * 1e8, 'KRW', tstzrange(signed + 420, null), subject_id from made`,
    `insert into milestone (office_id, milestone_id, subject_id, title, due_on, created_at)
       select office_id, md5(subject_id || 'task')::uuid, subject_id, '이행 점검', date '2026-11-22' + (far * 400)::int - 200, signed from made where n % 2 = 0`,
  ]
}

/** What the server says it took to plan and run a statement: the middle of several rounds. Statements that only open and close a transaction count as nothing. */
async function inDatabase(client: pg.Client, { text, values }: Asked): Promise<number> {
  if (!/^\s*(select|with)/i.test(text)) return 0
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const { rows } = await client.query(`explain (analyze, timing off, format json) ${text}`, [...values])
    const [plan] = rows[0]['QUERY PLAN'] as [{ 'Planning Time': number; 'Execution Time': number }]
    times.push(plan['Planning Time'] + plan['Execution Time'])
  }
  return median(times)
}

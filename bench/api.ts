/**
 * The API against its own database: requests a second of a point read and of a 50-row list, as ratios to pgbench running the same SQL
 * (what the request itself asked, recorded while it was answered) on the same server in the same run, with as many clients. Aim: 0.25 or more.
 * Skipped, and said so, where pgbench is not installed.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { identify } from '#capabilities/accounts/index'
import { connectStore } from '#store/store'
import { firstAdministrator } from '#support/person'
import { startServer } from '#support/server'
import { createApp } from '#surfaces/http/app'
import { apiRoutes } from '#surfaces/http/routes'
import { type Asked, recordStatements } from './support/asked.ts'

const projects = 2000
const clients = 8
const seconds = 6

const pgbench = ['pgbench', '/usr/lib/postgresql/15/bin/pgbench'].find((name) => spawnSync(name, ['--version']).status === 0)
if (!pgbench) {
  console.log('bench/api: skipped, pgbench is not installed (Debian: postgresql-contrib)')
  process.exit(0)
}

const server = await startServer({ args: ['--empty'] })
try {
  const head = await firstAdministrator(server)
  for (let from = 0; from < projects; from += 20)
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        head.post('/offices/narae/projects', { kind: 'project', nameKo: `사업 ${from + index + 1}`, place: '나래시 새솔동', industry: '기계' }),
      ),
    )
  const list = '/offices/narae/projects?limit=50'
  const items = (await head.get<{ items: { id: string }[] }>(list)).items
  const document = await head.post<{ document: { id: string } }>('/offices/narae/documents', {
    text: '나래시는 2027년까지 새솔산단에 300억원을 투자한다.',
    publishedOn: '2026-01-05',
  })
  const paths = {
    'point read (a document)': `/offices/narae/documents/${document.document.id}`,
    'project page': `/offices/narae/projects/${items[0]!.id}`,
    '50-row list of projects': list,
  }

  // the same application on the same database, in this process, to see which SQL a request asks
  const secrets = JSON.parse(readFileSync(join(server.folder, 'secrets.json'), 'utf8')) as Record<string, string>
  const pid = readFileSync(join(server.folder, 'postgres/postmaster.pid'), 'utf8').split('\n')
  const [port, socket, host] = [pid[3]!, pid[4]!, pid[5]!]
  const address = socket || host
  const appUrl = `postgres://gusul_app:${encodeURIComponent(secrets.gusul_app!)}@${socket ? `/gusul?host=${encodeURIComponent(socket)}&port=${port}` : `${host}:${port}/gusul`}`
  // before the pool binds it
  const asked = recordStatements()
  const store = connectStore({ appUrl, driver: 'server' })
  const app = createApp({
    store,
    log: pino({ level: 'silent' }),
    proxy: { trusted: false },
    identify: (asked, from) => identify(asked, from),
    api: apiRoutes,
    pages: [],
    now: () => new Date(),
  })
  const recorded = async (path: string) => {
    await app.request(`/api/v1${path}`, { headers: { cookie: head.cookie() } })
    asked.length = 0
    const answer = await app.request(`/api/v1${path}`, { headers: { cookie: head.cookie() } })
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return [...asked]
  }
  const literal = (value: unknown): string =>
    value === null || value === undefined
      ? 'null'
      : typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
        ? String(value)
        : Array.isArray(value)
          ? `'{${value.map((one) => `"${String(one).replace(/["\\]/g, '\\$&')}"`).join(',')}}'`
          : `'${String(value).replaceAll("'", "''")}'`
  const script = (statements: readonly Asked[]) =>
    statements
      .map(
        ({ text, values }) =>
          `${text
            .replace(/\$(\d+)/g, (_, n) => literal(values[Number(n) - 1]))
            .replace(/\s*\n\s*/g, ' ')
            .replace(/:(?=\w)/g, (colon) => colon)};`,
      )
      .join('\n')

  const officeId = (await store.global((db) => db.selectFrom('office').select('office_id').where('slug', '=', 'narae').executeTakeFirstOrThrow()))
    .office_id
  const folder = mkdtempSync(join(tmpdir(), 'gusul-bench-'))
  for (const [label, path] of Object.entries(paths)) {
    const statements = await recorded(path)
    writeFileSync(join(folder, 'script.sql'), script(statements))
    const output = execFileSync(
      pgbench,
      [
        '-n',
        '-M',
        'prepared',
        '-c',
        String(clients),
        '-j',
        '1',
        '-T',
        String(seconds),
        '-f',
        join(folder, 'script.sql'),
        '-h',
        address,
        '-p',
        port,
        '-U',
        'gusul_app',
        'gusul',
      ],
      {
        env: { ...process.env, PGPASSWORD: secrets.gusul_app, PGOPTIONS: `-c gusul.office_id=${officeId}` },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    const limit = Number(/tps = ([\d.]+)/.exec(output)?.[1])
    const rate = await load(path)
    console.log(
      `${label}: ${rate.toFixed(0)} requests/s, pgbench on its ${statements.length} statements ${limit.toFixed(0)}/s; ratio ${(rate / limit).toFixed(2)} (aim 0.25)`,
    )
  }
  rmSync(folder, { recursive: true, force: true })
  await store.close()

  /** Requests a second by keep-alive connections, one request at a time on each. */
  async function load(path: string): Promise<number> {
    const agent = new Agent({ keepAlive: true, maxSockets: clients })
    const cookie = head.cookie()
    const one = () =>
      new Promise<void>((resolve, reject) => {
        const sent = request(`${server.url}/api/v1${path}`, { agent, headers: { cookie } }, (response) => {
          if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode}`))
          response.on('data', () => {})
          response.on('end', resolve)
        })
        sent.on('error', reject)
        sent.end()
      })
    for (let warm = 0; warm < 50; warm++) await one()
    let done = 0
    const from = performance.now()
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (performance.now() - from < seconds * 1000) {
          await one()
          done++
        }
      }),
    )
    const took = (performance.now() - from) / 1000
    agent.destroy()
    return done / took
  }
} finally {
  await server.remove()
}

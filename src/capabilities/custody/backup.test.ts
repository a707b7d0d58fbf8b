import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiClient } from '#api/cli/client'
import type { Caller } from '#api/env'
import { createOffice, operatorCaller, prepareUser } from '#capabilities/accounts/index'
import { writeMailSettings } from '#capabilities/accounts/mail-settings'
import { withdraw } from '#capabilities/publishing/index'
import { appendAudit } from '#store/audit'
import { putBlob } from '#store/blobs'
import { StoreError } from '#store/errors'
import { enqueue } from '#store/jobs'
import { readMigrations } from '#store/migrate'
import { withClient } from '#store/roles'
import type { Store } from '#store/store'
import { type FreshStore, freshStore } from '#support/database'
import { type Desk, figureChoice, portfolioOf, publishNow } from '#support/published-office'
import { runCli } from '#surfaces/cli/cli'
import { createApp } from '#surfaces/http/app'
import { apiRoutes } from '#surfaces/http/routes'
import { StaticFiles } from '#surfaces/http/static-files'
import { portalRoutes } from '#surfaces/portal/routes'
import { schemaOf } from './backup/restore.ts'
import { custodyCommands } from './commands/index.ts'

const now = new Date('2026-11-22T03:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'gusul-backup-'))
const opened: FreshStore[] = []
let from: FreshStore
let desk: Desk
let subjects: string[]
let taken: { id: string }

const appOver = (store: Store, identify: () => Promise<Caller>) =>
  createApp({
    store,
    log: pino({ level: 'silent' }),
    proxy: { trusted: false },
    identify,
    api: apiRoutes,
    pages: [portalRoutes(new StaticFiles('/nowhere'))],
    now: () => now,
  })

async function another(server: 'embedded' | 'tcp' = 'embedded'): Promise<FreshStore> {
  const fresh = await freshStore('custody_backup', { server })
  opened.push(fresh)
  return fresh
}

async function gusul(store: Store, ...argv: string[]) {
  let stdout = ''
  let stderr = ''
  const app = appOver(store, () => operatorCaller(store))
  const code = await runCli(argv, {
    commands: custodyCommands(async () => ({ ...store, close: async () => {} })),
    version: '0',
    locale: 'ko',
    isPlain: (error: unknown): error is Error => error instanceof RangeError || error instanceof StoreError,
    io: {
      stdout: (text) => void (stdout += text),
      stderr: (text) => void (stderr += text),
      readFile: async () => new Uint8Array(),
      writeFile: async () => {},
      readStdin: async () => new Uint8Array(),
      terminal: false,
      colour: false,
    },
    api: async () => apiClient(async (path, init) => app.request(path, init), 'operator'),
  })
  return { code, stdout, stderr }
}

beforeAll(async () => {
  from = await another()
  const office = await createOffice(from.store, { slug: 'narae', nameKo: '나래시', nameEn: 'Narae City' }, { by: null })
  await createOffice(from.store, { slug: 'dasan', nameKo: '다산시', nameEn: 'Dasan City' }, { by: null })
  const userId = await from.store.global(await prepareUser({ email: 'head@city.example', name: '김하나', password: 'tulip-ladder-river' }))
  desk = { store: from.store, officeId: office.office_id, userId }
  const portfolio = await portfolioOf(desk)
  subjects = [portfolio.centre, portfolio.factory]
  taken = portfolio.news
  await publishNow(desk, figureChoice('announced_investment'), { headline: true, now })
  await publishNow(desk, figureChoice('announced_area'), { now })
  await publishNow(desk, { kind: 'project', subjectId: portfolio.factory }, { now })
  await withdraw(from.store, { officeId: desk.officeId, timeZone: 'Asia/Seoul', now }, { userId, name: '김하나' }, 'announced-area', '확인 중')
  await from.store.inOffice(desk.officeId, userId, async (tx) => {
    await putBlob(tx, desk.officeId, Buffer.alloc(9 * 1024 * 1024, '구슬 '), 'text/plain')
    await putBlob(tx, desk.officeId, Buffer.alloc(0), 'text/plain')
    // What a text format could lose: a JSON null beside no value, quotes, line ends, a fraction of a second.
    await tx.insertInto('office_setting').values({ office_id: desk.officeId, key: 'odd', value: 'null' }).execute()
    await tx
      .insertInto('office_setting')
      .values({ office_id: desk.officeId, key: 'text', value: JSON.stringify('"가\n나"\\\t') })
      .execute()
    await enqueue(tx, { officeId: desk.officeId, kind: 'read-document', payload: { documentId: randomUUID() } })
    await appendAudit(tx, desk.officeId, { actor: userId, action: 'test.odd', detail: { a: null, b: '\n', c: 1.5 } })
  })
  await writeMailSettings(
    from.store,
    {
      host: 'smtp.city.example',
      port: 587,
      security: 'starttls',
      user: 'gusul',
      password: 'linden-song',
      from: 'a@city.example',
      publicAddress: 'https://a.example',
    },
    userId,
  )
})
afterAll(async () => {
  for (const one of opened) await one.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Everything that people and machines read of an installation, byte by byte. */
async function said(store: Store): Promise<Record<string, string>> {
  const person = appOver(store, async () => ({ ...(await operatorCaller(store)), userId: desk.userId }))
  const stranger = appOver(store, async () => ({ kind: 'anonymous' }))
  const answers: Record<string, string> = {}
  const ask = async (app: typeof person, path: string) => {
    const answer = await app.request(path, { headers: { host: 'gusul.example' } })
    answers[path] = `${answer.status} ${answer.headers.get('etag')} ${Buffer.from(await answer.arrayBuffer()).toString('latin1')}`
  }
  const own = '/api/v1/offices/narae'
  const figures = (await (await person.request(`${own}/formulas`)).json()) as { items: { id: string }[] }
  for (const formula of figures.items) await ask(person, `${own}/figures/${formula.id}`)
  for (const subject of subjects) await ask(person, `${own}/projects/${subject}`)
  for (const path of [
    'figures',
    'projects',
    'documents',
    'publications',
    'publications/announced-investment',
    'review/queue',
    'checks',
    'monday',
    'timeline',
    'exports/projects.csv',
  ])
    await ask(person, `${own}/${path}`)
  await ask(person, `${own}/documents/${taken.id}/review`)
  const pages = new Set(['/', '/o/narae', '/o/dasan', '/o/narae/f/announced-investment', '/o/narae/f/announced-area'])
  for (const page of pages) {
    await ask(stranger, page)
    for (const [, link] of answers[page]!.matchAll(/href="(\/(?:o|api\/v1\/public)\/[^"#?]*)"/g)) pages.add(link!)
  }
  return answers
}

/** Rows of every table as the database itself writes them, past the wall. */
const rowsOf = (fresh: FreshStore, tables: readonly string[]) =>
  withClient(fresh.superUrl, async (client) => {
    const found: Record<string, string[]> = {}
    for (const table of tables)
      found[table] = (await client.query(`select t::text as row from "${table}" t order by 1`)).rows.map((one) => one.row as string)
    return found
  })

describe('gusul backup and gusul restore', () => {
  const dir = join(folder, 'whole')

  test('a backup is written while others write, with no key to the installation in it', async () => {
    const made = await gusul(from.store, 'backup', dir)
    expect(made).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('2 offices') })
    const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as {
      files: { path: string; bytes: number }[]
      tables: { name: string }[]
    }
    for (const table of ['session', 'one_time_link', 'api_token', 'idempotency']) expect(manifest.tables.map((one) => one.name)).not.toContain(table)
    expect(manifest.files.some((file) => file.bytes === 9 * 1024 * 1024)).toBe(true)
    const settings = readFileSync(join(dir, 'global/installation_setting.ndjson'), 'utf8')
    expect(settings).toContain('smtp.city.example')
    expect(settings).not.toContain('linden-song')
    expect(statSync(dir).mode & 0o077).toBe(0)
    expect(statSync(join(dir, 'manifest.json')).mode & 0o077).toBe(0)
  })

  test('a folder that holds something is not written into', async () => {
    expect(await gusul(from.store, 'backup', dir)).toMatchObject({ code: 1, stderr: expect.stringContaining('expected an empty folder') })
  })

  for (const server of ['embedded', 'tcp'] as const)
    test(`restored (${server}), every row, API answer and public page is byte-identical and the chain verifies`, async () => {
      const quiet = join(folder, `quiet-${server}`)
      expect((await gusul(from.store, 'backup', quiet)).code).toBe(0)
      const before = await said(from.store)
      const manifest = JSON.parse(readFileSync(join(quiet, 'manifest.json'), 'utf8')) as { tables: { name: string }[] }
      const tables = manifest.tables.map((one) => one.name).filter((name) => !['audit', 'audit_head', 'job', 'installation_setting'].includes(name))
      const to = await another(server)
      const done = await gusul(to.store, 'restore', quiet, '--data', '/nowhere')
      expect(done).toMatchObject({ code: 0, stdout: expect.stringMatching(/^dasan\t기록 \d+건 대조함.*\nnarae\t/) })
      expect(await rowsOf(to, tables)).toEqual(await rowsOf(from, tables))
      const after = await said(to.store)
      expect(Object.keys(after).length).toBeGreaterThan(25)
      expect(after).toEqual(before)
      expect((await gusul(to.store, 'audit', 'verify')).code).toBe(0)
      const [audit, restored] = [await rowsOf(from, ['audit']), await rowsOf(to, ['audit'])]
      expect(restored.audit).toEqual(expect.arrayContaining(audit.audit!.filter((row) => !row.includes('confidential.read'))))
      expect(restored.audit!.filter((row) => row.includes('backup.restore'))).toHaveLength(2)
      const jobs = await withClient(to.superUrl, (client) =>
        client.query(`select state from job union all select 'queued' from graphile_worker.jobs`),
      )
      expect(jobs.rows.map((row) => row.state)).toEqual(['waiting', 'queued'])
    })

  test('an installation that holds an office is left as it is', async () => {
    expect(await gusul(from.store, 'restore', dir, '--data', '/nowhere')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('expected an empty installation'),
    })
  })
})

describe('a backup that is not whole', () => {
  const damaged = async (name: string, harm: (dir: string) => void) => {
    const dir = join(folder, name)
    await gusul(from.store, 'backup', dir)
    harm(dir)
    const to = await another()
    const answer = await gusul(to.store, 'restore', dir, '--data', '/nowhere')
    expect((await rowsOf(to, ['office'])).office).toEqual([])
    return answer
  }
  const firstOf = (dir: string, wanted: RegExp) =>
    (JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as { files: { path: string }[] }).files.find((file) => wanted.test(file.path))!.path

  test('one changed byte is refused with the name of the file', async () => {
    let path = ''
    const answer = await damaged('byte', (dir) => {
      path = firstOf(dir, /fact\.ndjson$/)
      writeFileSync(join(dir, path), readFileSync(join(dir, path), 'utf8').replace('640000000000', '640000000001'))
    })
    expect(answer).toMatchObject({ code: 1, stderr: expect.stringContaining(`${path} is damaged`) })
  })

  test('a missing file is refused with its name, a missing manifest as a backup that broke off', async () => {
    let path = ''
    const missing = await damaged('missing', (dir) => {
      path = firstOf(dir, /blobs/)
      rmSync(join(dir, path))
    })
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining(`${path} is missing`) })
    expect(await damaged('broken-off', (dir) => rmSync(join(dir, 'manifest.json')))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no manifest.json'),
    })
  })

  test('a newer schema, changed steps and a name that leads out of the folder are refused', async () => {
    const change = (dir: string, what: (manifest: { migrations: { name: string; sha256: string }[]; files: { path: string }[] }) => void) => {
      const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'))
      what(manifest)
      writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest))
    }
    expect(await damaged('newer', (dir) => change(dir, (m) => m.migrations.push({ name: '9999-later.sql', sha256: '0'.repeat(64) })))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('newer schema (9999-later.sql)'),
    })
    expect(await damaged('words', (dir) => change(dir, (m) => void (m.migrations[0]!.sha256 = '0'.repeat(64))))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('0001-core.sql'),
    })
    expect(await damaged('outside', (dir) => change(dir, (m) => void (m.files[0]!.path = 'global/../../secret.ndjson')))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('manifest.json is damaged: files.0.path'),
    })
  })

  test('an older backup is filled into the schema of its day', () => {
    const known = readMigrations()
    const older = known.slice(0, 1).map(({ name, sha256 }) => ({ name, sha256 }))
    expect(schemaOf({ migrations: older } as never, known).map((one) => one.name)).toEqual(['0001-core.sql'])
  })

  test('a stream that breaks off leaves no manifest', async () => {
    const dir = join(folder, 'torn')
    const app = appOver(from.store, () => operatorCaller(from.store))
    const torn = async (path: string) => {
      const whole = await app.request(path)
      const bytes = new Uint8Array(await whole.arrayBuffer())
      return new Response(bytes.slice(0, bytes.length - 200))
    }
    let stderr = ''
    const code = await runCli(['backup', dir], {
      commands: custodyCommands(async () => from.store),
      version: '0',
      locale: 'ko',
      isPlain: (error: unknown): error is Error => error instanceof StoreError,
      io: {
        stdout: () => {},
        stderr: (text) => void (stderr += text),
        readFile: async () => new Uint8Array(),
        writeFile: async () => {},
        readStdin: async () => new Uint8Array(),
        terminal: false,
        colour: false,
      },
      api: async () => apiClient(torn, null),
    })
    expect(code).toBe(1)
    expect(stderr).toContain('broke off')
    expect(readdirSync(dir)).not.toContain('manifest.json')
  })

  test('a reader who goes away ends the transaction', async () => {
    const app = appOver(from.store, () => operatorCaller(from.store))
    const answer = await app.request('/api/v1/installation/backup')
    const reader = answer.body!.getReader()
    await reader.read()
    await reader.cancel()
    await expect
      .poll(() =>
        withClient(
          from.superUrl,
          async (client) =>
            (
              await client.query(
                `select count(*)::int as n from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
              )
            ).rows[0].n,
        ),
      )
      .toBe(0)
    expect(
      await from.store.readOffice(
        desk.officeId,
        null,
        async (db) => (await sql<{ n: string }>`select count(*) as n from fact`.execute(db)).rows[0]!.n,
      ),
    ).toBe('4')
  })
})

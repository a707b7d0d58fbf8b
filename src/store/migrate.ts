import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { quoteName } from './connection.ts'
import { MigrationChanged, SchemaNewer, storeError } from './errors.ts'
import { grantToApp, withClient } from './roles.ts'
import { silentLogger } from './worker-log.ts'

/** One step of the schema: a plain SQL file, its name and the hash of its words. */
export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string }

/** What a run of the migrations did. */
export type Migrated = { readonly applied: readonly string[]; readonly known: number }

const lockKey = 0x6d696772 // "migr": one migrator a database
const form = /^\d{4}-[a-z0-9-]+\.sql$/

/**
 * The migrations of a folder in order of their number.
 * @throws Error on a name that is not of the form "0001-name.sql" or a number used twice
 */
export function readMigrations(folder: string = migrationsFolder()): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const numbers = new Set<string>()
  return names.map((name) => {
    if (!form.test(name)) throw new Error(`expected a migration named such as "0001-first.sql", got "${name}" in ${folder}`)
    if (numbers.has(name.slice(0, 4)))
      throw new Error(`the number ${name.slice(0, 4)} is used by two migrations in ${folder}; give the later one the next number`)
    numbers.add(name.slice(0, 4))
    // A checkout on Windows may change line ends: they are no change of the words.
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

/** `src/store/migrations` of the package this file runs from, bundled or not: the nearest folder upwards that holds it. */
export function migrationsFolder(from: string = dirname(fileURLToPath(import.meta.url))): string {
  for (let at = from; ; at = dirname(at)) {
    const candidate = join(at, 'src', 'store', 'migrations')
    if (existsSync(candidate)) return candidate
    if (at === dirname(at)) throw new Error(`expected a folder src/store/migrations above ${from}, found none; Gusul runs from its whole folder`)
  }
}

/**
 * Brings a database to the schema of this Gusul, forward only: each file in a transaction of its own under one lock, so that any number of processes may call it at once.
 * Then gives `appRole` its rights on all tables and on the queue (schema graphile_worker).
 * @param ownerUrl the role that owns the tables
 * @throws MigrationChanged when an applied file has other words now, SchemaNewer when the database holds files this Gusul does not know
 */
export async function migrate(ownerUrl: string, appRole: string, migrations: readonly Migration[] = readMigrations()): Promise<Migrated> {
  try {
    return await withClient(ownerUrl, async (client) => {
      // A session lock: it spans the transactions of all files and falls with the connection, also when this process is killed.
      await client.query('SELECT pg_advisory_lock($1)', [lockKey])
      const done = await appliedBefore(client)
      check(done, migrations)
      const applied: string[] = []
      for (const migration of migrations) {
        if (done.has(migration.name)) continue
        await apply(client, migration)
        applied.push(migration.name)
      }
      const queue = await migrateQueue(ownerUrl, client)
      const granted = await client.query(`SELECT 1 FROM gusul_grant WHERE role = $1 AND queue = $2`, [appRole, queue])
      if (applied.length > 0 || granted.rowCount === 0) await grantAll(client, appRole, queue)
      return { applied, known: migrations.length }
    })
  } catch (error) {
    throw storeError(error)
  }
}

async function appliedBefore(client: pg.Client): Promise<Map<string, string>> {
  await client.query(`
    SET client_min_messages = warning;
    CREATE TABLE IF NOT EXISTS gusul_migration (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now());
    CREATE TABLE IF NOT EXISTS gusul_grant (role text PRIMARY KEY, queue int NOT NULL)`)
  const { rows } = await client.query<{ name: string; sha256: string }>('SELECT name, sha256 FROM gusul_migration')
  return new Map(rows.map((row) => [row.name, row.sha256]))
}

function check(done: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.sha256]))
  const newer = [...done.keys()].filter((name) => !known.has(name)).sort()
  if (newer.length > 0) {
    throw new SchemaNewer(
      `the database has been changed by a newer Gusul (${newer.join(', ')}); start that Gusul, or restore a backup made before the change`,
    )
  }
  for (const [name, sha256] of done) {
    if (known.get(name) !== sha256) {
      throw new MigrationChanged(
        `the migration ${name} was applied with other words than it has now; put the file back as it was and write the change as a new migration`,
      )
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(migration.sql)
    await client.query('INSERT INTO gusul_migration (name, sha256) VALUES ($1, $2)', [migration.name, migration.sha256])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw Object.assign(error as Error, { message: `migration ${migration.name}: ${(error as Error).message}` })
  }
}

/** The queue's own schema, made by graphile-worker as the owner; returns its newest step. */
async function migrateQueue(ownerUrl: string, client: pg.Client): Promise<number> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2, application_name: 'gusul' })
  pool.on('error', () => {})
  pool.on('connect', (connection) => connection.on('error', () => {}))
  try {
    await runMigrations({ pgPool: pool, logger: silentLogger })
  } finally {
    await pool.end()
  }
  const { rows } = await client.query<{ id: number }>('SELECT max(id) AS id FROM graphile_worker.migrations')
  return rows[0]?.id ?? 0
}

async function grantAll(client: pg.Client, role: string, queue: number): Promise<void> {
  const app = quoteName(role)
  await client.query('BEGIN')
  try {
    await grantToApp(client, role)
    await client.query(`
      GRANT USAGE ON SCHEMA graphile_worker TO ${app};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${app};
      GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA graphile_worker TO ${app};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO ${app}`)
    // graphile-worker switches row security on without a policy, which lets only the owner in. Its rows hold an office's id and a job's id, nothing else.
    const { rows } = await client.query<{ table: string }>(
      `SELECT relname AS table FROM pg_class WHERE relnamespace = 'graphile_worker'::regnamespace AND relkind = 'r' AND relrowsecurity`,
    )
    for (const { table } of rows) {
      const name = `graphile_worker.${quoteName(table)}`
      await client.query(`DROP POLICY IF EXISTS gusul_queue ON ${name}; CREATE POLICY gusul_queue ON ${name} USING (true) WITH CHECK (true)`)
    }
    await client.query('INSERT INTO gusul_grant (role, queue) VALUES ($1, $2) ON CONFLICT (role) DO UPDATE SET queue = excluded.queue', [role, queue])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

import { scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import pg from 'pg'
import { quoteName, quoteText, withRole } from './connection.ts'
import { ServerRefused } from './errors.ts'
import type { Secrets } from './secrets.ts'
import { appendOnlyTables, readOnlyTables } from './tables.ts'

/** The role that owns the tables of the embedded database (on a server the owner is whoever DATABASE_URL names). */
export const ownerRole = 'gusul_owner'
/** The role the server works as: owns nothing, is no superuser, cannot pass row-level security. */
export const appRole = 'gusul_app'

const lockKey = 0x67757375 // "gusu": serialises the making of roles, which are shared by all databases of a cluster

/**
 * Makes the roles and the database of an embedded cluster; those that exist are left as they are.
 * @param url the superuser's URL of the maintenance database
 */
export async function ensureEmbeddedRoles(url: string, secrets: Secrets, database: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey])
    await client.query(createRole(ownerRole, secrets.of(ownerRole)))
    await client.query(createRole(appRole, secrets.of(appRole)))
    const there = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])
    if (there.rowCount === 0) await client.query(`CREATE DATABASE ${quoteName(database)} OWNER ${quoteName(ownerRole)}`)
  })
}

/**
 * The URL of the server's role on a database that DATABASE_URL names, after making the role where it is missing.
 * Its password follows from the owner's (scrypt), so that several machines with the same DATABASE_URL agree without telling each other;
 * where the owner enters without a password, it is a random one of the data folder.
 * @throws ServerRefused when the owner may not make roles and DATABASE_APP_URL is not given, or when the given role could pass row-level security
 */
export async function ensureServerRole(ownerUrl: string, appUrl: string | undefined, secrets: () => Secrets): Promise<string> {
  const url = appUrl ?? withRole(ownerUrl, appRole, await appPassword(ownerUrl, secrets))
  if (!appUrl && !(await enters(url))) await makeServerRole(ownerUrl, decodeURIComponent(new URL(url).password))
  await withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT r.rolname, r.rolsuper, r.rolbypassrls, pg_has_role(r.rolname, d.datdba, 'MEMBER') AS owns, current_setting('server_version_num')::int AS version
       FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`,
    )
    const role = rows[0]
    if (role.version < 150000) throw new ServerRefused(`expected PostgreSQL 15 or newer, got ${(role.version / 10000) | 0}; upgrade the server`)
    if (role.rolsuper || role.rolbypassrls || role.owns) {
      throw new ServerRefused(
        `the role "${role.rolname}" of DATABASE_APP_URL could pass row-level security (superuser, BYPASSRLS or member of the owner); give a plain role: CREATE ROLE ${appRole} LOGIN PASSWORD '...'`,
      )
    }
  })
  return url
}

/** Gives a role the rows of all tables but not the tables: read and write everywhere, less where `tables.ts` says append-only or read-only. */
export async function grantToApp(client: pg.ClientBase, role: string): Promise<void> {
  const app = quoteName(role)
  await client.query(`
    GRANT USAGE ON SCHEMA public TO ${app};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${app};
    GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO ${app};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app};
    ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO ${app}`)
  const { rows } = await client.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)
  const there = new Set(rows.map((row) => row.tablename as string))
  for (const table of appendOnlyTables) if (there.has(table)) await client.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${quoteName(table)} FROM ${app}`)
  for (const table of readOnlyTables)
    if (there.has(table)) await client.query(`REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON ${quoteName(table)} FROM ${app}`)
}

/** The text that makes a role with a password, or sets the password of the one that is there. */
function createRole(name: string, password: string): string {
  return `DO $do$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = ${quoteText(name)}) THEN
      CREATE ROLE ${quoteName(name)} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD ${quoteText(password)};
    ELSE ALTER ROLE ${quoteName(name)} PASSWORD ${quoteText(password)};
    END IF;
  END $do$`
}

async function makeServerRole(ownerUrl: string, password: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey])
    try {
      await client.query(createRole(appRole, password))
    } catch (cause) {
      throw new ServerRefused(
        `the role of DATABASE_URL may not make or change the role "${appRole}" (${(cause as Error).message}); have an administrator run CREATE ROLE ${appRole} LOGIN PASSWORD '...' and give its address as DATABASE_APP_URL`,
        { cause },
      )
    }
  })
}

async function appPassword(ownerUrl: string, secrets: () => Secrets): Promise<string> {
  const ownerPassword = decodeURIComponent(new URL(ownerUrl).password)
  if (!ownerPassword) return secrets().of(appRole)
  const key = (await promisify(scrypt)(ownerPassword, appRole, 24)) as Buffer
  return key.toString('base64url')
}

async function enters(url: string): Promise<boolean> {
  try {
    await withClient(url, async () => {})
    return true
  } catch (error) {
    // 28: wrong password or no such role. Anything else is the server being away and is told as such.
    if (((error as { code?: string }).code ?? '').startsWith('28')) return false
    throw error
  }
}

/** Runs `work` on a connection of its own, closed in any case (which also gives back every session lock). */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000, application_name: 'gusul' })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

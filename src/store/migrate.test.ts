import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshStore, freshStore } from '#support/database'
import { withDatabase } from './connection.ts'
import { MigrationChanged, SchemaNewer } from './errors.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'
import { withClient } from './roles.ts'

let fresh: FreshStore
let made = 0
beforeAll(async () => {
  fresh = await freshStore('migrate')
})
afterAll(() => fresh?.close())

/** A database with nothing in it. */
async function nothing(): Promise<string> {
  const database = `${fresh.database}_empty_${++made}`
  await withClient(fresh.superUrl, (client) => client.query(`CREATE DATABASE ${database} OWNER gusul_owner`))
  return withDatabase(fresh.ownerUrl, database)
}
const step = (name: string, sql: string): Migration => ({ name, sql, sha256: createHash('sha256').update(sql).digest('hex') })
const first = step('0001-a.sql', 'CREATE TABLE a (office_id uuid PRIMARY KEY)')
const second = step('0002-b.sql', 'CREATE TABLE b (office_id uuid PRIMARY KEY)')
const tables = (url: string) =>
  withClient(url, async (client) =>
    (await client.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`)).rows.map((row) => row.tablename),
  )

describe('migrations', () => {
  test('run on nothing, and a second time do nothing', async () => {
    const url = await nothing()
    const all = readMigrations()
    expect((await migrate(url, 'gusul_app')).applied).toEqual(all.map((migration) => migration.name))
    expect(await migrate(url, 'gusul_app')).toEqual({ applied: [], known: all.length })
  })

  test('run once when twenty call at once', async () => {
    const url = await nothing()
    const runs = await Promise.all(Array.from({ length: 20 }, () => migrate(url, 'gusul_app')))
    expect(runs.flatMap((run) => run.applied).sort()).toEqual(readMigrations().map((migration) => migration.name))
  })

  test('go on where they stopped, and give the server its rights on new tables', async () => {
    const url = await nothing()
    await migrate(url, 'gusul_app', [first])
    expect((await migrate(url, 'gusul_app', [first, second])).applied).toEqual(['0002-b.sql'])
    const right = await withClient(url, (client) =>
      client.query(`SELECT has_table_privilege('gusul_app', 'b', 'SELECT, INSERT, UPDATE, DELETE') AS may`),
    )
    expect(right.rows[0].may).toBe(true)
  })

  test('leave nothing of a file that fails, and name it', async () => {
    const url = await nothing()
    const broken = step('0002-broken.sql', 'CREATE TABLE half (office_id uuid); SELECT 1/0')
    await expect(migrate(url, 'gusul_app', [first, broken])).rejects.toThrow('0002-broken.sql: division by zero')
    expect(await tables(url)).toEqual(['a', 'gusul_grant', 'gusul_migration'])
  })

  test('refuse a file whose words changed after it was applied', async () => {
    const url = await nothing()
    await migrate(url, 'gusul_app', [first])
    const changed = migrate(url, 'gusul_app', [step('0001-a.sql', 'CREATE TABLE a (office_id uuid)')])
    await expect(changed).rejects.toMatchObject({ constructor: MigrationChanged, message: expect.stringContaining('0001-a.sql') })
  })

  test('refuse a database that a newer Gusul changed', async () => {
    const url = await nothing()
    await migrate(url, 'gusul_app', [first, second])
    await expect(migrate(url, 'gusul_app', [first])).rejects.toMatchObject({
      constructor: SchemaNewer,
      message: expect.stringContaining('0002-b.sql'),
    })
  })
})

describe('the files of migrations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gusul-migrations-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('have the same hash whatever the line ends of the checkout', () => {
    writeFileSync(join(folder, '0001-a.sql'), 'SELECT 1;\nSELECT 2;\n')
    const [unix] = readMigrations(folder)
    writeFileSync(join(folder, '0001-a.sql'), 'SELECT 1;\r\nSELECT 2;\r\n')
    expect(readMigrations(folder)[0]?.sha256).toBe(unix?.sha256)
  })

  test('are refused when two share a number or a name is of another form', () => {
    writeFileSync(join(folder, '0001-again.sql'), '')
    expect(() => readMigrations(folder)).toThrow('0001 is used by two')
    rmSync(join(folder, '0001-again.sql'))
    writeFileSync(join(folder, 'extra.sql'), '')
    expect(() => readMigrations(folder)).toThrow('got "extra.sql"')
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshStore, freshStore } from '#support/database'
import { catalogueProblems } from './catalogue.ts'
import { withClient } from './roles.ts'
import { globalTables } from './tables.ts'

let fresh: FreshStore
beforeAll(async () => {
  fresh = await freshStore('catalogue')
})
afterAll(() => fresh?.close())

test('every table is either a named global one or keeps the rules of office_id', async () => {
  expect(await withClient(fresh.ownerUrl, (client) => catalogueProblems(client))).toEqual([])
})

test('the server may append to the audit log but not change it, and may not write migrations', async () => {
  const rights = await withClient(fresh.appUrl, async (client) => {
    const { rows } =
      await client.query(`SELECT has_table_privilege('audit', 'INSERT') AS audit_insert, has_table_privilege('audit', 'UPDATE') AS audit_update,
      has_table_privilege('audit', 'DELETE') AS audit_delete, has_table_privilege('gusul_migration', 'INSERT') AS migration_insert`)
    return rows[0]
  })
  expect(rights).toEqual({ audit_insert: true, audit_update: false, audit_delete: false, migration_insert: false })
})

const wall = (table: string) => `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY p ON ${table} USING (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid)`
const good = `CREATE TABLE good (office_id uuid, id uuid, PRIMARY KEY (office_id, id)); ${wall('good')}`

test.each([
  ['a table without office_id', 'CREATE TABLE stray (id uuid PRIMARY KEY)', 'stray: has no office_id'],
  ['a table without a primary key', `CREATE TABLE bare (office_id uuid); ${wall('bare')}`, 'bare: has no primary key'],
  [
    'a primary key that begins otherwise',
    `CREATE TABLE late (office_id uuid, id uuid, PRIMARY KEY (id, office_id)); ${wall('late')}`,
    'late: late_pkey must begin with office_id',
  ],
  ['a unique key over offices', `${good}; ALTER TABLE good ADD COLUMN name text UNIQUE`, 'good: good_name_key must begin with office_id'],
  [
    'a unique index on an expression first',
    `${good}; ALTER TABLE good ADD COLUMN name text; CREATE UNIQUE INDEX low ON good (lower(name), office_id)`,
    'good: low must begin',
  ],
  [
    'an exclusion that compares offices otherwise',
    `${good}; ALTER TABLE good ADD COLUMN during daterange; ALTER TABLE good ADD CONSTRAINT apart EXCLUDE USING gist (office_id WITH <>, during WITH &&)`,
    'good: exclusion apart must compare office_id with =',
  ],
  [
    'a foreign key across offices',
    `${good}; CREATE TABLE child (office_id uuid, id uuid, o uuid, g uuid, PRIMARY KEY (office_id, id), FOREIGN KEY (o, g) REFERENCES good); ${wall('child')}`,
    'child: foreign key child_o_g_fkey must map office_id',
  ],
  [
    'ON DELETE SET NULL',
    `${good}; CREATE TABLE child (office_id uuid, id uuid, g uuid, PRIMARY KEY (office_id, id), FOREIGN KEY (office_id, g) REFERENCES good ON DELETE SET NULL (g)); ${wall('child')}`,
    'child: foreign key child_office_id_g_fkey sets null',
  ],
  [
    'a trigger',
    `${good}; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'; CREATE TRIGGER touch BEFORE UPDATE ON good FOR EACH ROW EXECUTE FUNCTION f()`,
    'good: has the trigger touch',
  ],
  ['row security that is not forced', `${good}; ALTER TABLE good NO FORCE ROW LEVEL SECURITY`, 'good: row-level security is not enabled and forced'],
  ['row security without a policy', `${good}; DROP POLICY p ON good`, 'good: has no policy'],
  ['a policy that lets everybody in', `${good}; DROP POLICY p ON good; CREATE POLICY p ON good USING (true)`, 'good: its policy p does not look at'],
])('the catalogue tells of %s', async (_, sql, problem) => {
  const problems = await withClient(fresh.ownerUrl, async (client) => {
    await client.query(`BEGIN; ${sql}`)
    return catalogueProblems(client)
  })
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(problem)
})

test('a global table that exists no longer is told', async () => {
  const problems = await withClient(fresh.ownerUrl, (client) => catalogueProblems(client, [...globalTables, 'gone']))
  expect(problems).toEqual(['gone: is named a global table but does not exist'])
})

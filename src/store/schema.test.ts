import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type FreshStore, freshStore } from '#support/database'
import { withClient } from './roles.ts'

const here = dirname(fileURLToPath(import.meta.url))
/** schema.ts and the tables of each topic beside it. */
const text = ['schema.ts', ...readdirSync(here).filter((name) => /^tables-[\w-]+\.ts$/.test(name))]
  .map((name) => readFileSync(join(here, name), 'utf8'))
  .join('\n')
const list = text.slice(text.indexOf('export interface Database'), text.indexOf('\n}', text.indexOf('export interface Database')))

/** `name: Type` of each table, as schema.ts writes it. */
function written(): Map<string, Map<string, string>> {
  const tables = new Map<string, Map<string, string>>()
  const names = new Map([...list.matchAll(/^ {2}(\w+): (\w+)$/gm)].map((match) => [match[2]!, match[1]!]))
  for (const match of text.matchAll(/^export interface (\w+Table) \{\n([\s\S]*?)^\}/gm)) {
    const table = names.get(match[1]!)
    if (table) tables.set(table, new Map([...match[2]!.matchAll(/^ {2}(\w+): (.+)$/gm)].map((column) => [column[1]!, column[2]!])))
  }
  return tables
}

test('schema.ts names the tables and columns of the database, and says which may be null', async () => {
  const fresh: FreshStore = await freshStore('schema')
  try {
    const rows = await withClient(fresh.superUrl, async (client) => {
      const result = await client.query<{ table_name: string; column_name: string; is_nullable: string }>(
        `select table_name, column_name, is_nullable from information_schema.columns
         where table_schema = 'public' and table_name in (select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE')`,
      )
      return result.rows
    })
    const own = rows.filter((row) => !['gusul_migration', 'gusul_grant'].includes(row.table_name))
    const tables = written()
    const missing: string[] = []
    for (const row of own) {
      const type = tables.get(row.table_name)?.get(row.column_name)
      if (type === undefined) missing.push(`${row.table_name}.${row.column_name} is in the database only`)
      else if (row.is_nullable === 'YES' && !type.includes('null')) missing.push(`${row.table_name}.${row.column_name} may be null`)
      else if (row.is_nullable === 'NO' && / \| null$/.test(type)) missing.push(`${row.table_name}.${row.column_name} is never null`)
    }
    const inDatabase = new Set(own.map((row) => `${row.table_name}.${row.column_name}`))
    for (const [table, columns] of tables)
      for (const column of columns.keys()) if (!inDatabase.has(`${table}.${column}`)) missing.push(`${table}.${column} is in schema.ts only`)
    expect(missing).toEqual([])
    expect(tables.size).toBeGreaterThan(20)
  } finally {
    await fresh.close()
  }
})

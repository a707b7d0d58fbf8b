import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withDatabase } from '#store/connection'
import { migrationsFolder } from '#store/migrate'
import { withClient } from '#store/roles'
import { type FreshStore, freshStore } from '#support/database'
import { startProcess } from '#support/process'

let fresh: FreshStore
beforeAll(async () => {
  fresh = await freshStore('migrate_processes')
})
afterAll(() => fresh?.close())

test('twenty processes that start at once on an empty database bring it up to date once', async () => {
  const database = `${fresh.database}_empty`
  await withClient(fresh.superUrl, (client) => client.query(`CREATE DATABASE ${database} OWNER gusul_owner`))
  const url = withDatabase(fresh.ownerUrl, database)
  const code = `
    import { migrate } from '#store/migrate'
    console.log('ready')
    while (Date.now() < Number(process.env.AT)) await new Promise((resolve) => setTimeout(resolve, 1))
    console.log(JSON.stringify((await migrate(process.env.URL, 'gusul_app')).applied))`
  const processes = Array.from({ length: 20 }, () => startProcess(code, { URL: url, AT: String(Date.now() + 15_000) }))
  const applied = await Promise.all(
    processes.map(async (one) => {
      expect(await one.line()).toBe('ready')
      return JSON.parse(await one.line()) as string[]
    }),
  )
  const files = readdirSync(migrationsFolder()).filter((name) => name.endsWith('.sql'))
  expect(applied.flat().sort()).toEqual(files.sort())
  expect(await Promise.all(processes.map((one) => one.ended))).toEqual(Array.from({ length: 20 }, () => 0))
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreshStore, freshStore } from '#support/database'
import { makeOffice } from '#support/office'
import { quoteName, withRole } from './connection.ts'
import { ServerRefused, StoreUnavailable } from './errors.ts'
import { migrate } from './migrate.ts'
import { withClient } from './roles.ts'
import { storeContract } from './store.contract.ts'
import { connectStore, openStore } from './store.ts'

storeContract('the embedded database', () => freshStore('contract'))
storeContract('the embedded database with local settings only', () => freshStore('contract_local', { localSettingsOnly: true }))

/** A server as an administrator hands it over: a database that belongs to a role which may make roles and nothing else. */
async function emptyServer(name: string): Promise<{ fresh: FreshStore; databaseUrl: string; drop: () => Promise<void> }> {
  const fresh = await freshStore(name, { server: 'tcp' })
  const owner = `${name}_owner`
  const databaseUrl = withRole(fresh.superUrl, owner, `${name}'s "word" \\ %25`)
  await withClient(fresh.superUrl, async (client) => {
    await client.query(`CREATE ROLE ${quoteName(owner)} LOGIN CREATEROLE PASSWORD E'${name}''s "word" \\\\ %25'`)
    await client.query(`CREATE DATABASE ${quoteName(`${name}_db`)} OWNER ${quoteName(owner)}`)
    // On PostgreSQL 16 and newer a role may only change roles it has the option for.
    await client.query(`GRANT gusul_app TO ${quoteName(owner)} WITH ADMIN OPTION`)
  })
  const url = new URL(databaseUrl)
  url.pathname = `/${name}_db`
  return {
    fresh,
    databaseUrl: url.href,
    drop: async () => {
      await withClient(fresh.superUrl, async (client) => {
        await client.query(`DROP DATABASE ${quoteName(`${name}_db`)} WITH (FORCE)`)
        await client.query(`DROP OWNED BY ${quoteName(owner)}`)
        await client.query(`REVOKE gusul_app FROM ${quoteName(owner)}`)
        await client.query(`DROP ROLE ${quoteName(owner)}`)
      })
      await fresh.close()
    },
  }
}

storeContract('a server by DATABASE_URL', async () => {
  const { databaseUrl, drop } = await emptyServer('contract_server')
  const folder = mkdtempSync(join(tmpdir(), 'gusul-server-'))
  const store = await openStore({ folder, databaseUrl })
  return {
    store,
    appUrl: store.appUrl,
    ownerUrl: databaseUrl,
    close: async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
      await drop()
    },
  }
})

describe('a server by DATABASE_URL', () => {
  let server: Awaited<ReturnType<typeof emptyServer>>
  let folder: string
  beforeAll(async () => {
    server = await emptyServer('server')
    folder = mkdtempSync(join(tmpdir(), 'gusul-server-'))
  })
  afterAll(async () => {
    await server?.drop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('is entered by two machines that know nothing but the URL', async () => {
    const one = await openStore({ folder, databaseUrl: server.databaseUrl })
    const two = await openStore({ folder: `${folder}-two`, databaseUrl: server.databaseUrl })
    const office = await makeOffice(one)
    expect(await two.global((tx) => tx.selectFrom('office').select('office_id').where('office_id', '=', office).execute())).toHaveLength(1)
    await one.close()
    await two.close()
  })

  test('is refused with a role that could pass row-level security', async () => {
    const asSuper = new URL(server.fresh.superUrl)
    asSuper.pathname = new URL(server.databaseUrl).pathname
    for (const databaseAppUrl of [asSuper.href, server.databaseUrl]) {
      await expect(openStore({ folder, databaseUrl: server.databaseUrl, databaseAppUrl })).rejects.toBeInstanceOf(ServerRefused)
    }
  })

  test('tells the administrator what to do where the owner may not make roles', async () => {
    await withClient(server.fresh.superUrl, async (client) => {
      await client.query(`ALTER ROLE server_owner NOCREATEROLE; REVOKE gusul_app FROM server_owner; ALTER ROLE gusul_app PASSWORD 'another'`)
    })
    await expect(openStore({ folder, databaseUrl: server.databaseUrl })).rejects.toThrow(/DATABASE_APP_URL/)
  })

  test('that does not answer is told as unavailable', async () => {
    await expect(openStore({ folder, databaseUrl: 'postgres://a:b@127.0.0.1:1/none' })).rejects.toBeInstanceOf(StoreUnavailable)
  })
})

describe('a store whose database goes away', () => {
  test('fails with an error that can be answered with 503, and recovers when connections come back', async () => {
    const fresh = await freshStore('away')
    const office = await makeOffice(fresh.store)
    const killAll = () =>
      withClient(fresh.superUrl, (client) =>
        client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${fresh.database}' AND pid <> pg_backend_pid()`),
      )
    const cut = fresh.store.inOffice(office, null, async (tx) => {
      await killAll()
      return tx.selectFrom('office').selectAll().execute()
    })
    await expect(cut).rejects.toBeInstanceOf(StoreUnavailable)
    expect(await fresh.store.health()).toMatchObject({ ok: true })
    await fresh.close()
  })

  test('says that the outcome is not known when the connection breaks at the commit', async () => {
    const fresh = await freshStore('commit')
    const office = await makeOffice(fresh.store)
    const cut = fresh.store.inOffice(office, null, async () => {
      await withClient(fresh.superUrl, (client) =>
        client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${fresh.database}' AND pid <> pg_backend_pid()`),
      )
    })
    await expect(cut).rejects.toMatchObject({ constructor: StoreUnavailable, outcomeUnknown: true })
    await fresh.close()
  })

  test('says so in its health', async () => {
    const store = connectStore({ appUrl: 'postgres://a:b@127.0.0.1:1/none' })
    expect(await store.health()).toMatchObject({ ok: false, latencyMs: null })
    await store.close()
  })
})

test('a database without any table is brought up to date by its owner alone', async () => {
  const fresh = await freshStore('again')
  expect((await migrate(fresh.ownerUrl, 'gusul_app')).applied).toEqual([])
  await fresh.close()
})

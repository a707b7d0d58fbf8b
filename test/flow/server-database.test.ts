import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withDatabase, withRole } from '#store/connection'
import { type Embedded, startEmbedded } from '#store/embedded'
import { withClient } from '#store/roles'
import { firstAdministrator, until } from '#support/person'
import { type RunningServer, startServer } from '#support/server'

describe('a PostgreSQL server by DATABASE_URL', () => {
  let cluster: Embedded
  const folder = mkdtempSync(join(tmpdir(), 'gusul-city-'))
  let databaseUrl: string
  const servers: RunningServer[] = []
  beforeAll(async () => {
    cluster = await startEmbedded({ folder, reach: 'tcp', durable: false })
    const superUrl = cluster.url('postgres', 'postgres')
    await withClient(superUrl, async (client) => {
      // an owner as a city's database team would give it: may make roles, is no superuser
      await client.query("CREATE ROLE city LOGIN CREATEROLE PASSWORD 'a word of the city'")
      await client.query('CREATE DATABASE city OWNER city')
    })
    databaseUrl = withRole(withDatabase(superUrl, 'city'), 'city', 'a word of the city')
  })
  afterAll(async () => {
    for (const server of servers) await server.remove()
    await cluster?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('two processes serve one database and share its queue; neither keeps a database of its own', async () => {
    const env = { DATABASE_URL: databaseUrl }
    servers.push(await startServer({ env }))
    const head = await firstAdministrator(servers[0]!)
    servers.push(await startServer({ env }))
    expect(servers[1]!.link()).toBeNull()
    const other = servers[1]!
    const added = await head.post<{ document: { id: string } }>('/offices/narae/documents', {
      text: '안산시는 2027년까지 새솔산단에 300억원을 투자한다.',
      publishedOn: '2026-01-05',
    })
    const claims = await until(async () => {
      const review = (await fetch(`${other.url}/api/v1/offices/narae/documents/${added.document.id}/review`, {
        headers: { cookie: head.cookie() },
      }).then((r) => r.json())) as {
        document: { readingState: string }
        claims: { value: string }[]
      }
      return review.document.readingState === 'read' ? review.claims : null
    }, 'the reading, seen at the other process')
    expect(claims.map((claim) => claim.value)).toEqual(['30000000000'])
    expect(await servers[0]!.stop()).toBe(0)
    expect((await fetch(`${other.url}/readyz`)).status).toBe(200)
  })

  test('a wrong password is one clear line', async () => {
    const failed = await startServer({ env: { DATABASE_URL: withRole(databaseUrl, 'city', 'wrong') } }).then(
      () => '',
      (error: Error) => error.message,
    )
    expect(failed).toContain('password authentication failed')
    expect(failed).not.toMatch(/\n\s+at /)
  })
})

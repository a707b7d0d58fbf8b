import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { freePort, type RunningServer, runGusul, startServer } from '#support/server'

const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'gusul-start-'))
  folders.push(made)
  return made
}
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true })
})

describe('starting and stopping', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s stops it cleanly, and the next start works on the same folder', async (signal) => {
    const data = folder()
    const first = await startServer({ folder: data })
    expect(await first.stop(signal)).toBe(0)
    const second = await startServer({ folder: data })
    expect((await fetch(`${second.url}/healthz`)).status).toBe(200)
    expect(await second.stop()).toBe(0)
  })

  test('after kill -9 the next start works', async () => {
    const data = folder()
    const first = await startServer({ folder: data })
    await first.stop('SIGKILL')
    const second = await startServer({ folder: data })
    expect((await fetch(`${second.url}/readyz`)).status).toBe(200)
    await second.stop()
  })

  test('a data folder in use is one clear line', async () => {
    const first = await startServer({ folder: folder() })
    const second = await runGusul(['serve', '--port', String(await freePort()), '--data', first.folder, '--empty'])
    expect(second.code).toBe(1)
    expect(second.stderr.trim().split('\n')).toHaveLength(1)
    expect(second.stderr).toContain('in use by another Gusul')
    await first.stop()
  })

  test('a taken port is one clear line, said before the database is started', async () => {
    const port = await freePort()
    const other = createServer().listen(port, '127.0.0.1')
    const result = await runGusul(['serve', '--port', String(port), '--data', folder(), '--empty'])
    other.close()
    expect(result.code).toBe(1)
    expect(result.stderr.trim().split('\n')).toHaveLength(1)
    expect(result.stderr).toContain(`port ${port} is taken`)
  })

  test('a wrong port is refused with what was expected', async () => {
    const result = await runGusul(['serve', '--port', 'many', '--data', folder()])
    expect(result.code).toBe(2)
    expect(result.stderr).toContain('expected a port such as 4000')
  })

  test('an option that is not known is refused with the right use', async () => {
    const result = await runGusul(['serve', '--prot', '4000'])
    expect(result.code).toBe(2)
    expect(result.stderr).toContain('--prot')
  })
})

describe('listening', () => {
  let server: RunningServer
  test('it answers on this machine alone, with a strict content policy and no hint of its parts', async () => {
    server = await startServer({ folder: folder() })
    const answer = await fetch(`${server.url}/console`)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('x-powered-by')).toBeNull()
  })
  test('the headers of a proxy count only where a proxy was named', async () => {
    const forged = await fetch(`${server.url}/healthz`, { headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' } })
    expect(forged.headers.get('strict-transport-security')).toBeNull()
    await server.stop()
    const behind = await startServer({ folder: folder(), args: ['--empty', '--trust-proxy'] })
    const secure = await fetch(`${behind.url}/healthz`, { headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'gusul.example' } })
    expect(secure.headers.get('strict-transport-security')).toContain('max-age')
    await behind.stop()
  })
  test('the first start prints a link that makes the administrator', () => {
    expect(server.link()).toMatch(/^\/console\/link\//)
  })
})

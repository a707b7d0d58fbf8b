import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { findBinaries } from './binaries.ts'
import { urlOf } from './connection.ts'
import { DataFolderRefused, DiskFull, isUnreachable, StoreUnavailable, storeError } from './errors.ts'
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

const socketPort = 5432
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

/** Makes a new cluster beside and moves it into place, so that a set-up which was killed in the middle is begun again and never half used. */
async function initialise(runAs: RunAs, folder: string, data: string, password: string, durable: boolean): Promise<void> {
  const fresh = join(folder, 'postgres.new')
  const passwordFile = join(fresh, 'password')
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(join(fresh, 'data'), { recursive: true, mode: 0o700 })
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (runAs.owner !== null) giveTo(fresh, runAs.owner)
  const { file, args, uid, gid } = runAs.command('initdb', [
    ...['-D', join(fresh, 'data'), '-U', 'postgres', `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '-E', 'UTF8'],
    // The builtin C.UTF-8 sorts by code point and knows Korean letters; under plain C pg_trgm sees none of them.
    ...['--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
    ...(durable ? [] : ['--no-sync']),
  ])
  const done = await finished(spawn(file, args, { cwd: '/', uid, gid, stdio: ['ignore', 'pipe', 'pipe'], env: programEnv(), windowsHide: true }))
  if (done.code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw startFailure(done.said, 'initdb')
  }
  renameSync(join(fresh, 'data'), data)
  rmSync(fresh, { recursive: true, force: true })
}

function settings(folder: string, port: number | null, durable: boolean): string[] {
  const socket = port === null ? join(folder, 'socket') : ''
  if (socket) mkdirSync(socket, { recursive: true, mode: 0o700 })
  const set: Record<string, string> = {
    listen_addresses: port === null ? '' : '127.0.0.1',
    port: String(port ?? socketPort),
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    max_connections: '80',
    shared_buffers: '128MB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    effective_cache_size: '512MB',
    random_page_cost: '1.1',
    // No replica reads our log: the short form is enough for crash safety.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '512MB',
    min_wal_size: '64MB',
    checkpoint_timeout: '10min',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    lc_messages: 'C',
    dynamic_shared_memory_type: sharedMemoryIsSmall() ? 'mmap' : process.platform === 'win32' ? 'windows' : 'posix',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(set).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Containers often give /dev/shm 64 MB, which one parallel join can fill: the query would fail, not wait. */
function sharedMemoryIsSmall(): boolean {
  if (process.platform !== 'linux') return false
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return bsize * blocks < 256 * 1024 * 1024
  } catch {
    return true
  }
}

function programEnv(): NodeJS.ProcessEnv {
  // PG* variables of the person who starts us would lead the database's own programs elsewhere.
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && name !== 'DATABASE_URL' && name !== 'DATABASE_APP_URL')
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}

function startFailure(said: string, where: string): Error {
  const words = said.trim().split('\n').slice(-6).join(' | ')
  if (/No space left on device/.test(said))
    return new DiskFull(`the disk is full: the database cannot start (${words}); free some space and start again`)
  if (/wrong ownership|Permission denied|invalid permissions/.test(said)) {
    return new DataFolderRefused(`the database cannot use its folder (${words}); start Gusul as the user who owns the data folder`)
  }
  if (/incompatible with server|initialized by PostgreSQL version/.test(said))
    return new DataFolderRefused(`the data folder belongs to another PostgreSQL (${words})`)
  return new StoreUnavailable(`the database did not start; ${where} says: ${words || 'nothing'}`)
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

function finished(child: ChildProcess): Promise<{ code: number; said: string }> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk) => (said += chunk))
    child.stderr?.on('data', (chunk) => (said += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? -1, said }))
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

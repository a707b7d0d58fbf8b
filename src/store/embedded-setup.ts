import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DataFolderRefused, DiskFull, StoreUnavailable } from './errors.ts'
import { giveTo, type RunAs } from './run-as.ts'

const socketPort = 5432

/** Makes a new cluster beside and moves it into place, so that a set-up which was killed in the middle is begun again and never half used. */
export async function initialise(runAs: RunAs, folder: string, data: string, password: string, durable: boolean): Promise<void> {
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

/** The command-line settings for a small office machine; `port` null means a socket alone. */
export function settings(folder: string, port: number | null, durable: boolean): string[] {
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
    // a table that an office has just filled is known to the planner within seconds
    autovacuum_naptime: '10s',
    autovacuum_analyze_threshold: '25',
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

/** The environment of the database's programs. */
export function programEnv(): NodeJS.ProcessEnv {
  // PG* variables of the person who starts us would lead the database's own programs elsewhere.
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && name !== 'DATABASE_URL' && name !== 'DATABASE_APP_URL')
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}

/** The error for a database that does not start, from the words it said. */
export function startFailure(said: string, where: string): Error {
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

/** Waits for a program to end; tells what it said. */
export function finished(child: ChildProcess): Promise<{ code: number; said: string }> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (chunk) => (said += chunk))
    child.stderr?.on('data', (chunk) => (said += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? -1, said }))
  })
}

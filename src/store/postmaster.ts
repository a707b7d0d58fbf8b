import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

/** What `postmaster.pid` says: process, port, folder of its socket, whether it takes connections. */
export type Postmaster = {
  readonly pid: number
  readonly port: number
  readonly socketFolder: string
  readonly host: string
  readonly status: string
}

/**
 * Reads `postmaster.pid` of a data folder (lines: pid, data folder, start, port, socket folder, address, shared memory, status);
 * null when there is none or it is half written.
 * Source: PostgreSQL source, miscadmin.h "LOCK_FILE_LINE_*".
 */
export function readPostmaster(dataFolder: string): Postmaster | null {
  const file = join(dataFolder, 'postmaster.pid')
  if (!existsSync(file)) return null
  let lines: string[]
  try {
    lines = readFileSync(file, 'utf8').split('\n')
  } catch {
    return null
  }
  const pid = Number.parseInt(lines[0] ?? '', 10)
  const port = Number.parseInt(lines[3] ?? '', 10)
  if (!(pid > 0)) return null
  return {
    pid,
    port: Number.isNaN(port) ? 0 : port,
    socketFolder: (lines[4] ?? '').trim(),
    host: (lines[5] ?? '').trim(),
    status: (lines[7] ?? '').trim(),
  }
}

/** True while a process with this number is there and has not ended (a zombie has). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  if (process.platform !== 'linux') return true
  try {
    // The state stands behind the name in brackets, and the name may hold brackets itself.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat[stat.lastIndexOf(')') + 2] !== 'Z'
  } catch {
    return false
  }
}

/** The command line of a process, '' where it cannot be had. */
export function commandLine(pid: number): string {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    } catch {
      return ''
    }
  }
  if (process.platform === 'win32') return ''
  return spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

/**
 * The postmaster that serves this data folder, or null. A number left in the file by a crash or a reboot may belong to any process by now,
 * so the process must be a postgres started on this very folder.
 */
export function livingPostmaster(dataFolder: string): Postmaster | null {
  const found = readPostmaster(dataFolder)
  if (!found || !isAlive(found.pid)) return null
  if (process.platform === 'win32') return found
  const line = commandLine(found.pid)
  return /postgres(?:\.exe)?\s/.test(line) && line.includes(` -D ${dataFolder} `) ? found : null
}

/** Processes of this data folder whatever their parent: backends outlive a postmaster that was killed and hold its shared memory. Linux only, else none. */
export function processesOf(dataFolder: string): number[] {
  if (process.platform !== 'linux' || !existsSync(dataFolder)) return []
  const home = realpathSync(dataFolder)
  const found: number[] = []
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      if (readlinkSync(`/proc/${name}/cwd`) === home && readFileSync(`/proc/${name}/comm`, 'utf8').trim() === 'postgres') found.push(Number(name))
    } catch {
      // Gone meanwhile, or another user's: not ours.
    }
  }
  return found
}

import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DataFolderRefused, DiskFull } from './errors.ts'
import { isAlive } from './postmaster.ts'
import { startedAt } from './process-start.ts'

/** A data folder that this process holds. */
export type DataFolder = { readonly path: string; readonly release: () => void }

/** The form of the folder. A Gusul that changes it counts up and knows how to carry the older one over. */
const layout = 1
const leastFreeBytes = 64 * 1024 * 1024

type Holder = { readonly pid: number; readonly started: string }

/**
 * Opens Gusul's data folder for this process alone: makes it (0700), tries a write, looks for free space, checks its version and takes its lock.
 * A lock whose process has ended (kill -9, a reboot, a number given to another process since) is taken over.
 * @throws DataFolderRefused when another living Gusul holds it, it cannot be written, or a newer Gusul made it; DiskFull when the disk has no room
 */
export function openDataFolder(folder: string): DataFolder {
  const path = resolve(folder)
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    const probe = join(path, `.probe-${process.pid}`)
    writeFileSync(probe, 'gusul')
    rmSync(probe)
  } catch (error) {
    throw folderError(path, error)
  }
  const { bavail, bsize } = statfsSync(path)
  if (bavail * bsize < leastFreeBytes) {
    throw new DiskFull(
      `the disk of ${path} is full: expected at least 64 MB free, found ${Math.floor((bavail * bsize) / 1048576)} MB; free some space and start again`,
    )
  }
  const release = takeLock(path)
  try {
    checkVersion(path)
  } catch (error) {
    release()
    throw error
  }
  return { path, release }
}

/** The process that holds a data folder now, or null. */
export function holderOf(folder: string): number | null {
  const holder = readHolder(join(resolve(folder), 'gusul.lock'))
  return holder && holds(holder) ? holder.pid : null
}

function folderError(path: string, error: unknown): Error {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return new DiskFull(`the disk of ${path} is full; free some space and start again`, { cause: error })
  return new DataFolderRefused(`the data folder ${path} cannot be written (${message}); choose another with --data or GUSUL_DATA`, { cause: error })
}

function takeLock(path: string): () => void {
  const lock = join(path, 'gusul.lock')
  const mine: Holder = { pid: process.pid, started: startedAt(process.pid) }
  const own = join(path, `.lock-${process.pid}-${randomBytes(4).toString('hex')}`)
  writeFileSync(own, JSON.stringify(mine), { mode: 0o600 })
  try {
    for (let attempt = 0; attempt < 20; attempt++) {
      try {
        // A link appears whole or not at all, and only one of several starters can make it.
        linkSync(own, lock)
        return () => {
          const holder = readHolder(lock)
          if (holder && holder.pid === mine.pid && holder.started === mine.started) rmSync(lock, { force: true })
        }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw folderError(path, error)
      }
      const holder = readHolder(lock)
      if (holder && holds(holder)) {
        throw new DataFolderRefused(
          `the data folder ${path} is in use by another Gusul (process ${holder.pid}); stop it first, or choose another folder with --data`,
        )
      }
      putAside(lock, holder, own)
    }
  } finally {
    rmSync(own, { force: true })
  }
  throw new DataFolderRefused(`the lock of ${path} changes hands all the time; see what else starts Gusul on this folder`)
}

/** Moves a dead holder's lock away. If a living one slipped in between reading and moving, it is put back. */
function putAside(lock: string, seen: Holder | null, own: string): void {
  const aside = `${own}.stale`
  try {
    renameSync(lock, aside)
  } catch {
    return
  }
  const moved = readHolder(aside)
  if (moved && (moved.pid !== seen?.pid || moved.started !== seen.started) && holds(moved)) {
    try {
      linkSync(aside, lock)
    } catch {
      // A third one has linked its own meanwhile; the next round tells.
    }
  }
  rmSync(aside, { force: true })
}

function readHolder(file: string): Holder | null {
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return null
  }
}

function holds(holder: Holder): boolean {
  return isAlive(holder.pid) && startedAt(holder.pid) === holder.started
}

function checkVersion(path: string): void {
  const file = join(path, 'version')
  if (!existsSync(file)) {
    writeFileSync(file, `${layout}\n`, { mode: 0o600 })
    return
  }
  const found = Number.parseInt(readFileSync(file, 'utf8'), 10)
  if (!(found >= 1)) throw new DataFolderRefused(`expected a number in ${file}, got "${readFileSync(file, 'utf8').trim().slice(0, 40)}"`)
  if (found > layout)
    throw new DataFolderRefused(
      `the data folder ${path} was made by a newer Gusul (layout ${found}, this one knows ${layout}); start that newer Gusul`,
    )
}

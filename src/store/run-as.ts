import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { BinariesMissing } from './errors.ts'

/**
 * How the database's programs are run. PostgreSQL refuses to run as root, so under root one of three ways is taken:
 * - `namespace`: `unshare --user` shows root as another user to the database; nothing changes owner (the usual way).
 * - `capability`: `setpriv` becomes an ordinary user that keeps only the right to pass folders (containers that forbid user namespaces, and a home of 0700).
 * - `uid`: plain change of user, with the binaries copied to a folder that everyone may enter (no util-linux on the machine).
 */
export type RunAs = {
  readonly way: 'self' | 'namespace' | 'capability' | 'uid'
  /** The user that must own the data folder, or null when the owner stays as it is. */
  readonly owner: number | null
  /** How any program is run that way. */
  readonly wrap: (file: string, args: string[]) => Command
  /** How one of the database's own programs is run. */
  readonly command: (program: string, args: readonly string[]) => Command
}

type Command = { readonly file: string; readonly args: string[]; readonly uid?: number; readonly gid?: number }

const nobody = 65534

/**
 * The first way that works on this machine. Where an ordinary user owns the data folder, the database runs as that user.
 * @param folder Gusul's data folder, which is there
 * @throws BinariesMissing when no way works, saying what each one said
 */
export function chooseRunAs(
  binaries: Binaries,
  folder: string,
  ways: readonly Exclude<RunAs['way'], 'self'>[] = ['namespace', 'capability', 'uid'],
): RunAs {
  if (process.getuid?.() !== 0) {
    const self = runAs('self', binaries.bin, null, (file, args) => ({ file: process.platform === 'win32' ? `${file}.exe` : file, args }))
    answers(self, folder)
    return self
  }
  const owner = statSync(folder).uid
  const uid = owner === 0 ? nobody : owner
  const refused: string[] = []
  for (const way of ways) {
    // In a namespace only root's own files keep their owner; a folder of somebody else is served by becoming that user.
    if (way === 'namespace' && owner !== 0) continue
    try {
      const candidate = candidates[way](binaries, uid)
      answers(candidate, folder)
      return candidate
    } catch (error) {
      refused.push(`${way}: ${(error as Error).message}`)
    }
  }
  throw new BinariesMissing(
    `PostgreSQL does not run as root and no other way works here (${refused.join('; ')}); start Gusul as an ordinary user, move the data folder (--data) to a place such as /var/lib/gusul, or set DATABASE_URL to a PostgreSQL server`,
  )
}

function runAs(way: RunAs['way'], bin: string, owner: number | null, wrap: RunAs['wrap']): RunAs {
  return { way, owner, wrap, command: (program, args) => wrap(join(bin, program), [...args]) }
}

const candidates = {
  namespace: (binaries: Binaries): RunAs =>
    runAs('namespace', binaries.bin, 0, (file, args) => ({
      file: 'unshare',
      args: ['--user', '--map-user=1000', '--map-group=1000', '--', file, ...args],
    })),
  capability: (binaries: Binaries, uid: number): RunAs =>
    runAs('capability', binaries.bin, uid, (file, args) => ({
      file: 'setpriv',
      args: [`--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--', file, ...args],
    })),
  uid: (binaries: Binaries, uid: number): RunAs =>
    runAs('uid', join(reachableCopy(binaries), 'bin'), uid, (file, args) => ({ file, args, uid, gid: uid })),
}

/** Tries the way: the program must run, and the folder above the data must be one that its user may pass. */
function answers(way: RunAs, folder: string): void {
  attempt(way.command('postgres', ['--version']), 'the program is closed to the database user')
  // An ordinary user who could not pass would not have made the folder.
  if (way.way !== 'self') attempt(way.wrap('test', ['-d', `${dirname(folder)}/.`]), `the database user cannot pass ${dirname(folder)}`)
}

function attempt({ file, args, uid, gid }: Command, closed: string): void {
  const result = spawnSync(file, args, { cwd: '/', uid, gid, encoding: 'utf8', timeout: 20_000, windowsHide: true })
  if (result.error) throw new BinariesMissing(`cannot run ${file}: ${result.error.message}`)
  if (result.status !== 0) throw new BinariesMissing(result.stderr.trim().slice(0, 300) || closed)
}

/** A copy of the binaries that any user can reach; made once a version, moved into place whole so that two starters do not meet half a copy. */
function reachableCopy(binaries: Binaries): string {
  const home = join(tmpdir(), `gusul-postgresql-${binaries.version}`)
  const ours = lstatSync(home, { throwIfNoEntry: false })
  // Somebody else could have put programs of his own under this name: only a real folder of root, not open to others, is trusted.
  if (ours?.isDirectory() && ours.uid === 0 && (ours.mode & 0o022) === 0) return home
  const fresh = mkdtempSync(join(tmpdir(), 'gusul-postgresql-'))
  cpSync(binaries.native, fresh, { recursive: true, verbatimSymlinks: true })
  chmodSync(fresh, 0o755)
  if (ours) return fresh
  try {
    renameSync(fresh, home)
    return home
  } catch {
    if (!existsSync(home)) return fresh
    rmSync(fresh, { recursive: true, force: true })
    return home
  }
}

/** Gives a folder and all in it to `uid` (only under root, where the way of running asks for another owner). */
export function giveTo(folder: string, uid: number): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (statSync(folder).uid === uid) return
  const walk = (at: string) => {
    const found = lstatSync(at)
    if (found.isDirectory()) for (const name of readdirSync(at)) walk(join(at, name))
    if (!found.isSymbolicLink()) chownSync(at, uid, uid)
  }
  walk(folder)
}

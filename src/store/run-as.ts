import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { BinariesMissing } from './errors.ts'

/**
 * How the database's programs are run. PostgreSQL refuses to run as root, so under root one of three ways is taken:
 * - `namespace`: `unshare --user` shows root as another user to the database; nothing changes owner (0 extra set-up, the usual way).
 * - `capability`: `setpriv` becomes an ordinary user that keeps only the right to pass folders (containers that forbid user namespaces, and a home of 0700).
 * - `uid`: plain change of user, with the binaries copied to a folder that everyone may enter (no util-linux on the machine).
 */
export type RunAs = {
  readonly way: 'self' | 'namespace' | 'capability' | 'uid'
  readonly bin: string
  /** The user that must own the data folder, or null when the owner stays as it is. */
  readonly owner: number | null
  readonly command: (
    program: string,
    args: readonly string[],
  ) => { readonly file: string; readonly args: string[]; readonly uid?: number; readonly gid?: number }
}

const nobody = 65534

/**
 * The first way that works on this machine. `folder` is the data folder: where an ordinary user owns it, the database runs as that user.
 * @throws BinariesMissing when no way works, saying what each one said
 */
export function chooseRunAs(binaries: Binaries, folder: string, ways: readonly RunAs['way'][] = ['namespace', 'capability', 'uid']): RunAs {
  const local = (program: string) => join(binaries.bin, process.platform === 'win32' ? `${program}.exe` : program)
  if (process.getuid?.() !== 0) {
    const self: RunAs = { way: 'self', bin: binaries.bin, owner: null, command: (program, args) => ({ file: local(program), args: [...args] }) }
    answers(self)
    return self
  }
  const found = nearestExisting(folder)
  const owner = statSync(found).uid
  const uid = owner === 0 ? nobody : owner
  const refused: string[] = []
  for (const way of ways) {
    // In a namespace only root's own files keep their owner; a folder of somebody else is served by becoming that user.
    if (way === 'namespace' && owner !== 0 && owner !== nobody) continue
    const candidate = candidates[way as 'namespace' | 'capability' | 'uid'](binaries, uid)
    try {
      answers(candidate)
      if (way === 'uid') mustBeTraversable(folder)
      return candidate
    } catch (error) {
      refused.push(`${way}: ${(error as Error).message}`)
    }
  }
  throw new BinariesMissing(
    `PostgreSQL does not run as root and no other way works here (${refused.join('; ')}); start Gusul as an ordinary user, or set DATABASE_URL to a PostgreSQL server`,
  )
}

const candidates = {
  namespace: (binaries: Binaries): RunAs => ({
    way: 'namespace',
    bin: binaries.bin,
    owner: 0,
    command: (program, args) => ({
      file: 'unshare',
      args: ['--user', '--map-user=1000', '--map-group=1000', '--', join(binaries.bin, program), ...args],
    }),
  }),
  capability: (binaries: Binaries, uid: number): RunAs => ({
    way: 'capability',
    bin: binaries.bin,
    owner: uid,
    command: (program, args) => ({
      file: 'setpriv',
      args: [
        `--reuid=${uid}`,
        `--regid=${uid}`,
        '--clear-groups',
        '--inh-caps=+dac_override',
        '--ambient-caps=+dac_override',
        '--',
        join(binaries.bin, program),
        ...args,
      ],
    }),
  }),
  uid: (binaries: Binaries, uid: number): RunAs => {
    const bin = join(reachableCopy(binaries), 'bin')
    return { way: 'uid', bin, owner: uid, command: (program, args) => ({ file: join(bin, program), args: [...args], uid, gid: uid }) }
  },
}

function answers(way: RunAs): void {
  const { file, args, uid, gid } = way.command('postgres', ['--version'])
  const result = spawnSync(file, args, { cwd: '/', uid, gid, encoding: 'utf8', timeout: 20_000, windowsHide: true })
  if (result.error) throw new BinariesMissing(`cannot run ${file}: ${result.error.message}`)
  if (result.status !== 0) throw new BinariesMissing(`${file} ended with ${result.status ?? result.signal}: ${result.stderr.trim().slice(0, 300)}`)
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

function mustBeTraversable(folder: string): void {
  for (let at = dirname(folder); ; at = dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false })
    if (found && (found.mode & 0o001) === 0)
      throw new BinariesMissing(`other users cannot pass ${at}; move the data folder (--data) to a place such as /var/lib/gusul`)
    if (at === dirname(at)) return
  }
}

function nearestExisting(folder: string): string {
  let at = folder
  while (!existsSync(at) && at !== dirname(at)) at = dirname(at)
  return at
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

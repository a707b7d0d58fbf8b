import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { holderOf, openDataFolder } from './data-folder.ts'
import { DataFolderRefused } from './errors.ts'
import { startedAt } from './process-start.ts'
import { openSecrets } from './secrets.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gusul-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a data folder', () => {
  test('is made for its owner alone, and holds its version', () => {
    const path = join(folder, 'deep', 'data')
    const held = openDataFolder(path)
    expect(statSync(path).mode & 0o777).toBe(0o700)
    expect(readFileSync(join(path, 'version'), 'utf8')).toBe('1\n')
    held.release()
  })

  test('is refused to a second holder, in one line that names the first', () => {
    const held = openDataFolder(folder)
    expect(() => openDataFolder(folder)).toThrow(`in use by another Gusul (process ${process.pid})`)
    expect(holderOf(folder)).toBe(process.pid)
    held.release()
    expect(holderOf(folder)).toBeNull()
    openDataFolder(folder).release()
  })

  test('is taken over from a process that has ended', () => {
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    writeFileSync(join(folder, 'gusul.lock'), JSON.stringify({ pid, started: 'then' }))
    openDataFolder(folder).release()
  })

  test.runIf(process.platform === 'linux')('is taken over when the number of the holder belongs to another process now', async () => {
    const other = spawn('sleep', ['60'])
    try {
      const started = startedAt(other.pid ?? 0)
      writeFileSync(join(folder, 'gusul.lock'), JSON.stringify({ pid: other.pid, started: `${started} before` }))
      openDataFolder(folder).release()
      writeFileSync(join(folder, 'gusul.lock'), JSON.stringify({ pid: other.pid, started }))
      expect(() => openDataFolder(folder)).toThrow(DataFolderRefused)
    } finally {
      other.kill('SIGKILL')
    }
  })

  test('is taken over when its lock is damaged', () => {
    writeFileSync(join(folder, 'gusul.lock'), '{')
    openDataFolder(folder).release()
  })

  test('of a newer Gusul is refused, and not left locked', () => {
    writeFileSync(join(folder, 'version'), '99\n')
    expect(() => openDataFolder(folder)).toThrow('made by a newer Gusul (layout 99')
    expect(existsSync(join(folder, 'gusul.lock'))).toBe(false)
  })

  test('that is a file is refused in one line', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => openDataFolder(join(folder, 'file'))).toThrow(/cannot be written .*--data/)
  })

  test.skipIf(process.getuid?.() === 0)('that may not be written is refused (root may write everywhere, so only an ordinary user can see it)', () => {
    chmodSync(folder, 0o500)
    expect(() => openDataFolder(folder)).toThrow('cannot be written')
    chmodSync(folder, 0o700)
  })

  test.runIf(process.platform === 'linux' && process.getuid?.() === 0)('on a full disk is refused as such', (context) => {
    const mount = join(folder, 'small')
    mkdirSync(mount)
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', mount]).status !== 0)
      context.skip('this machine does not let us mount a small disk')
    try {
      expect(() => openDataFolder(join(mount, 'data'))).toThrow('disk of')
    } finally {
      spawnSync('umount', [mount])
    }
  })
})

describe('secrets', () => {
  test('stay the same, are long, and are readable by the owner alone', () => {
    const [one, two] = [openSecrets(folder), openSecrets(folder)]
    const word = one.of('gusul_app')
    expect(word).toMatch(/^[\w-]{32}$/)
    expect(two.of('gusul_app')).toBe(word)
    expect(two.of('other')).not.toBe(word)
    expect(openSecrets(folder).of('gusul_app')).toBe(word)
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  test('in a damaged file are not made anew', () => {
    writeFileSync(join(folder, 'secrets.json'), '{"gusul_app": ')
    expect(() => openSecrets(folder)).toThrow(DataFolderRefused)
  })
})

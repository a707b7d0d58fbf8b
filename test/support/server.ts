import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** A port that nobody has at this moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** A Gusul of its own: a real process on a folder and port of its own. */
export interface RunningServer {
  url: string
  port: number
  folder: string
  process: ChildProcess
  /** What it printed so far. */
  output: () => string
  /** The one-time link for the first administrator, where it printed one. */
  link: () => string | null
  /** Signal and wait for the end; the folder stays. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
  /** Stop and remove the folder. */
  remove: () => Promise<void>
}

/** Start `gusul serve` and wait until it answers. */
export async function startServer(
  options: { folder?: string; args?: readonly string[]; env?: Record<string, string>; port?: number } = {},
): Promise<RunningServer> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'gusul-serve-'))
  const port = options.port ?? (await freePort())
  const child = spawn(process.execPath, ['bin/gusul.mjs', 'serve', '--port', String(port), '--data', folder, ...(options.args ?? ['--empty'])], {
    cwd: projectRoot,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (data) => {
    printed += data
  })
  child.stderr.on('data', (data) => {
    printed += data
  })
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
  const url = `http://127.0.0.1:${port}`
  const server: RunningServer = {
    url,
    port,
    folder,
    process: child,
    output: () => printed,
    link: () => /\/console\/link\/\S+/.exec(printed)?.[0] ?? null,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      return ended
    },
    remove: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  for (let waited = 0; waited < 90_000; waited += 100) {
    if (child.exitCode !== null) throw new Error(`Gusul ended with ${child.exitCode} before it answered:\n${printed}`)
    if (printed.includes('Ctrl-C')) {
      const answer = await fetch(`${url}/readyz`).catch(() => null)
      if (answer?.ok) return server
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await server.stop('SIGKILL')
  throw new Error(`Gusul did not answer within 90 s:\n${printed}`)
}

/** Run one command line of Gusul to its end. */
export function runGusul(
  args: readonly string[],
  options: { env?: Record<string, string>; input?: string } = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['bin/gusul.mjs', ...args], {
      cwd: projectRoot,
      env: { ...process.env, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (data) => out.push(data))
    child.stderr.on('data', (data) => err.push(data))
    child.stdin.end(options.input ?? '')
    child.on('exit', (code) => resolve({ code, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') }))
  })
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A process of its own that runs TypeScript against the sources. */
export type Running = {
  readonly pid: number
  /** The next line it prints; throws what it said on standard error when it ends instead. */
  readonly line: () => Promise<string>
  /** Kills it at once (SIGKILL), as a power cut or the kernel would. */
  readonly kill: () => Promise<void>
  readonly ended: Promise<number | null>
}

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Starts a process on a piece of TypeScript (it may import `#store/...` and the like) and reads its lines. */
export function startProcess(code: string, env: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  const lines: string[] = []
  const waiting: { resolve: (line: string) => void; reject: (error: Error) => void }[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    const next = waiting.shift()
    if (next) next.resolve(line)
    else lines.push(line)
  })
  const ended = once(child, 'close').then(([code]) => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`the process ended with ${code}: ${said.slice(-2000)}`))
    return code as number | null
  })
  return {
    pid: child.pid ?? 0,
    line: () => {
      const there = lines.shift()
      if (there !== undefined) return Promise.resolve(there)
      if (child.exitCode !== null) return Promise.reject(new Error(`the process ended with ${child.exitCode}: ${said.slice(-2000)}`))
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }))
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    ended,
  }
}

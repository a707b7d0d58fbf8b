import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** What one question took, and the first numbers of the answer with the part of the right hand side that it leaves. */
export interface Timed {
  readonly seconds: number
  /** Processor time: what else the machine does counts less. */
  readonly cpu: number
  readonly left: number | null
  readonly answer: number[]
}

/** A Python process with numpy that answers questions one at a time, each timed inside of it. */
export interface Numpy {
  readonly versions: { readonly numpy: string; readonly scipy: string | null }
  readonly load: (path: string, n: number) => Promise<void>
  readonly time: (what: 'solve' | 'iterative' | 'lu' | 'inverse' | 'sparse', tolerance?: number) => Promise<Timed>
  readonly end: () => void
}

/** numpy with one thread, or null where python3 or numpy is not installed. It is never installed by the bench. */
export async function startNumpy(): Promise<Numpy | null> {
  const env = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' }
  const child = spawn('python3', ['-u', fileURLToPath(new URL('python-peer.py', import.meta.url))], { env, stdio: ['pipe', 'pipe', 'ignore'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const failed = Promise.race([once(child, 'error'), once(child, 'exit')]).then(() => null)
  const ask = async <T>(question: object): Promise<T | null> => {
    child.stdin.write(`${JSON.stringify(question)}\n`)
    const line = await Promise.race([lines.next(), failed])
    return line === null || line.done ? null : (JSON.parse(line.value) as T)
  }
  child.stdin.on('error', () => {})
  const versions = await ask<Numpy['versions']>({ do: 'versions' }).catch(() => null)
  if (!versions) return null
  const needed = async <T>(question: object): Promise<T> => {
    const answer = await ask<T>(question)
    if (answer === null && (question as { do: string }).do !== 'load')
      throw new Error(`expected numpy to answer ${JSON.stringify(question)}, but the process ended`)
    return answer as T
  }
  return {
    versions,
    load: async (path, n) => void (await needed({ do: 'load', path, n })),
    time: (what, tolerance) => needed({ do: what, tolerance }),
    end: () => end(child),
  }
}

function end(child: ChildProcess): void {
  child.stdin?.end()
}

import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { workerFile } from '#api/worker-file'
import type { Crew } from '#engines/economy/algebra/crew'

/** A crew of Node threads, until it is closed. */
export interface NodeCrew extends Crew {
  readonly close: () => Promise<void>
}

/**
 * 계산 일손: threads that help to factor and invert large tables, one for every further processor (three at most). They keep no process alive and cost nothing while they wait.
 *
 * `const crew = await nodeCrew(); createModel(table, { solver: 'lu', crew })`
 */
export async function nodeCrew(helpers = Math.min(3, availableParallelism() - 1)): Promise<NodeCrew> {
  const file = await workerFile('capabilities/economy/threads/crew.worker.ts')
  const threads = Array.from({ length: helpers }, (_, k) => new Worker(file, { workerData: { helper: k + 1 } }))
  await Promise.all(threads.map((thread) => once(thread, 'online')))
  for (const thread of threads) thread.unref()
  return {
    helpers: threads.length,
    call: (shift) => {
      for (const thread of threads) thread.postMessage(shift)
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.terminate()))
    },
  }
}

import { Worker } from 'node:worker_threads'
import { workerFile } from '#api/worker-file'
import { readDocument } from '#engines/reading/read-document'
import type { Reading, ReadOptions } from '#engines/reading/reading'
import type { Answer, Question } from './reading.worker.ts'

/** A text of this length is read where the caller stands: it takes some hundredths of a second, and a thread costs more than it saves. */
const shortText = 20_000
const idleMilliseconds = 30_000

/** The thread that has read last and waits for the next; it keeps no process alive and ends after half a minute. */
let resting: { worker: Worker; since: ReturnType<typeof setTimeout> } | null = null

/**
 * 따로 읽는다: a document read beside the server's own thread, so that a report of a thousand pages keeps nobody waiting, and so that `signal` stops it in the middle.
 * A short text is read at once. The reading is the very one that `readDocument` gives.
 *
 * @throws what the signal gives as its reason, and Error where the reader failed
 */
export async function readInThread(text: string, given: ReadOptions, signal?: AbortSignal): Promise<Reading> {
  signal?.throwIfAborted()
  if (text.length < shortText) return readDocument(text, given)
  // a function cannot be sent to a thread
  const { onProgress, ...options } = given
  const worker = await take()
  return new Promise((resolve, reject) => {
    const done = (alive: boolean, settle: () => void) => {
      signal?.removeEventListener('abort', stop)
      worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit')
      if (alive) rest(worker)
      else {
        // an error while it ends is of no interest any more, but without a listener it would end the process
        worker.on('error', () => undefined)
        void worker.terminate()
      }
      settle()
    }
    const stop = () => done(false, () => reject(signal?.reason))
    signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (answer: Answer) => {
      if ('read' in answer) onProgress?.(answer.read)
      else done(true, () => ('reading' in answer ? resolve(answer.reading) : reject(new Error(answer.error))))
    })
    worker.once('error', (error) => done(false, () => reject(error)))
    worker.once('exit', (code) => done(false, () => reject(new Error(`the thread that reads ended with ${code} before it answered`))))
    worker.postMessage({ text, options } satisfies Question)
    // aborted while the thread was started
    if (signal?.aborted) stop()
  })
}

async function take(): Promise<Worker> {
  const found = resting
  if (found) {
    resting = null
    clearTimeout(found.since)
    found.worker.removeAllListeners('error').removeAllListeners('exit')
    found.worker.ref()
    return found.worker
  }
  return new Worker(await workerFile('capabilities/intake/reading-thread/reading.worker.ts'), { env: {}, execArgv: [] })
}

function rest(worker: Worker): void {
  if (resting) {
    worker.on('error', () => undefined)
    void worker.terminate()
    return
  }
  const since = setTimeout(() => {
    forget()
    void worker.terminate()
  }, idleMilliseconds)
  since.unref()
  const forget = () => {
    if (resting?.worker !== worker) return
    clearTimeout(since)
    resting = null
  }
  worker.once('error', forget)
  worker.once('exit', forget)
  worker.unref()
  resting = { worker, since }
}

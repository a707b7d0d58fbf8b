import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { workerFile } from '#api/worker-file'
import { failure } from './failure.ts'
import type { Answer, Question } from './formats.worker.ts'

interface Waiting {
  question: Question
  resolve: (answer: Answer) => void
}

interface Idle {
  worker: Worker
  megabytes: number
  /** Files that it has read: a thread is replaced after some, so that what a parser leaks does not add up. */
  read: number
  since: ReturnType<typeof setTimeout>
}

const mostFiles = 500
const idleMilliseconds = 30_000

/**
 * A few threads that read files one after another. Each file has its time and its memory; a thread that runs out of one is ended and only its file is lost to the
 * reader. Idle threads keep no process alive and end after half a minute.
 */
export class WorkerPool {
  private readonly size: number
  private readonly queue: Waiting[] = []
  private readonly idle: Idle[] = []
  private busy = 0

  constructor(size = Math.max(1, Math.min(4, availableParallelism()))) {
    this.size = size
  }

  /** Read one file. Never rejects for a fault of the file. */
  run(question: Question): Promise<Answer> {
    return new Promise((resolve) => {
      this.queue.push({ question, resolve })
      this.next()
    })
  }

  /** End the idle threads now, as at the end of a command. */
  async close(): Promise<void> {
    const ended = this.idle.splice(0).map(({ worker, since }) => {
      clearTimeout(since)
      return worker.terminate()
    })
    await Promise.all(ended)
  }

  private next(): void {
    if (this.busy >= this.size) return
    const waiting = this.queue.shift()
    if (!waiting) return
    this.busy++
    void this.serve(waiting.question)
      .catch((error: unknown) => {
        process.emitWarning(`a file could not be handed to its reader: ${String(error)}`)
        return failure('damaged') satisfies Answer
      })
      .then((answer) => {
        this.busy--
        waiting.resolve(answer)
        this.next()
      })
  }

  private async take(megabytes: number): Promise<{ worker: Worker; read: number }> {
    const at = this.idle.findIndex((one) => one.megabytes === megabytes)
    const [found] = at < 0 ? [] : this.idle.splice(at, 1)
    if (found) {
      clearTimeout(found.since)
      found.worker.ref()
      return found
    }
    const worker = new Worker(await workerFile('capabilities/intake/formats/formats.worker.ts'), {
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
    })
    worker.stdout.resume()
    worker.stderr.resume()
    return { worker, read: 0 }
  }

  private async serve(question: Question): Promise<Answer> {
    const { megabytes, milliseconds } = question.limits
    const { worker, read } = await this.take(megabytes)
    return new Promise((resolve) => {
      const settle = (answer: Answer, alive: boolean) => {
        clearTimeout(timer)
        worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit')
        if (alive && read + 1 < mostFiles) this.rest(worker, megabytes, read + 1)
        else {
          // an error while it ends is of no interest any more, but without a listener it would end the process
          worker.on('error', () => undefined)
          void worker.terminate()
        }
        resolve(answer)
      }
      const timer = setTimeout(() => settle(failure('too-slow'), false), milliseconds)
      worker.once('message', (answer: Answer) => settle(answer, true))
      worker.once('error', (error: { code?: string }) => settle(failure(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'damaged'), false))
      worker.once('exit', () => settle(failure('damaged'), false))
      // a copy of its own is handed over: a part of a larger buffer would drag the whole of it along
      const bytes = Uint8Array.from(question.bytes)
      worker.postMessage({ ...question, bytes }, [bytes.buffer])
    })
  }

  private rest(worker: Worker, megabytes: number, read: number): void {
    const since = setTimeout(() => {
      const at = this.idle.findIndex((one) => one.worker === worker)
      if (at >= 0) this.idle.splice(at, 1)
      void worker.terminate()
    }, idleMilliseconds)
    since.unref()
    worker.unref()
    // a fault between two files ends this thread alone
    worker.once('error', () => this.forget(worker))
    worker.once('exit', () => this.forget(worker))
    this.idle.push({ worker, megabytes, read, since })
  }

  private forget(worker: Worker): void {
    const at = this.idle.findIndex((one) => one.worker === worker)
    if (at < 0) return
    clearTimeout(this.idle[at]!.since)
    this.idle.splice(at, 1)
  }
}

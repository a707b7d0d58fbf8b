import { parentPort } from 'node:worker_threads'
import { readDocument } from '#engines/reading/read-document'
import type { Reading, ReadOptions } from '#engines/reading/reading'

/** A text to read. */
export interface Question {
  text: string
  options: Omit<ReadOptions, 'onProgress'>
}

/** What was read, or what went wrong; before that, how far it has come. */
export type Answer = { reading: Reading } | { error: string } | { read: number }

parentPort?.on('message', ({ text, options }: Question) => {
  let answer: Answer
  try {
    answer = { reading: readDocument(text, { ...options, onProgress: (read) => parentPort?.postMessage({ read } satisfies Answer) }) }
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(answer)
})

import { parentPort } from 'node:worker_threads'
import { readDocument } from '#engines/reading/read-document'
import type { Reading, ReadOptions } from '#engines/reading/reading'

/** A text to read. */
export interface Question {
  text: string
  options: ReadOptions
}

/** What was read, or what went wrong. */
export type Answer = { reading: Reading } | { error: string }

parentPort?.on('message', ({ text, options }: Question) => {
  let answer: Answer
  try {
    answer = { reading: readDocument(text, options) }
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(answer)
})

import { useState } from 'react'
import { ProblemError, UnreachableError } from '#web/shell/problem'
import { textsNow } from '#web/shell/texts'
import { accountTexts } from './texts.ts'

/** One thing a person asks the server to do: whether it is under way, and what went wrong. It is not started twice. */
export function useAction<A extends unknown[]>(work: (...args: A) => Promise<unknown>) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const run = async (...args: A): Promise<void> => {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      await work(...args)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return { run, busy, error, forget: () => setError(null) }
}

/** What an error says in one line: what happened and what to do. */
export function wordsOf(error: unknown): { title: string; detail?: string } {
  const texts = textsNow(accountTexts)
  if (error instanceof ProblemError) return { title: error.title, detail: error.detail }
  if (error instanceof UnreachableError) return { title: texts.failed, detail: texts.unreachable }
  return { title: texts.failed, detail: error instanceof Error ? error.message : String(error) }
}

/** What the server refused about one field of the body: `fieldError(error, 'email')`. The detail speaks the reader's language where it is about this field alone. */
export function fieldError(error: unknown, field: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined
  const found = error.fields.find((one) => one.path === `json.${field}`)
  if (!found) return undefined
  return error.fields.length === 1 && error.detail && !error.detail.startsWith('json.') ? error.detail : found.expected
}

/** Whether an error is about one of these fields, and so is shown there. */
export const isShownAt = (error: unknown, fields: readonly string[]): boolean => fields.some((field) => fieldError(error, field) !== undefined)

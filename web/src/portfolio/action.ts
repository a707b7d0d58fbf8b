import { useState } from 'react'
import { ProblemError } from '#web/shell/problem'
import { textsNow } from '#web/shell/texts'
import { portfolioTexts } from './texts.ts'

/** One thing a person asks the server to do: under way or not, and what went wrong in one line. It is not started twice. */
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
  return { run, busy, error, words: error === null ? null : errorWords(error), forget: () => setError(null) }
}

/** What an error says: what happened and what to do. */
export function errorWords(error: unknown): string {
  const texts = textsNow(portfolioTexts)
  if (error instanceof ProblemError) return [error.title, error.detail].filter(Boolean).join('. ')
  return `${texts.failed}. ${texts.unknownError}`
}

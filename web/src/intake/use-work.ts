import { useCallback, useRef, useState } from 'react'
import { ProblemError, UnreachableError } from '#web/shell/problem'
import { textsNow } from '#web/shell/texts'
import { intakeTexts } from './texts.ts'

/** What went wrong, in the words of the reader. */
export function problemWords(error: unknown): { title: string; detail?: string } {
  const texts = textsNow(intakeTexts)
  if (error instanceof ProblemError) return { title: error.title, detail: error.detail }
  if (error instanceof UnreachableError) return { title: texts.unreachable, detail: texts.kept }
  return { title: texts.failed, detail: error instanceof Error ? error.message : String(error) }
}

/** One piece of work at a time: whether it runs and what went wrong with the last. */
export function useWork() {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const running = useRef(false)
  const run = useCallback(async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (running.current) return undefined
    running.current = true
    setBusy(true)
    setError(null)
    try {
      return await work()
    } catch (problem) {
      setError(problem)
      return undefined
    } finally {
      running.current = false
      setBusy(false)
    }
  }, [])
  return { run, busy, error, forget: useCallback(() => setError(null), []) }
}

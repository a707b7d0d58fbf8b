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

/**
 * One piece of work at a time: whether it runs and what went wrong with the last. `run` drops what comes while something runs (a second click);
 * `runNext` waits for it (taking back right after deciding).
 */
export function useWork() {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const running = useRef<Promise<unknown> | null>(null)
  const run = useCallback(async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (running.current) return undefined
    let finished = () => {}
    running.current = new Promise<void>((resolve) => {
      finished = resolve
    })
    setBusy(true)
    setError(null)
    try {
      return await work()
    } catch (problem) {
      setError(problem)
      return undefined
    } finally {
      running.current = null
      setBusy(false)
      finished()
    }
  }, [])
  const runNext = useCallback(
    async <T>(work: () => Promise<T>): Promise<T | undefined> => {
      while (running.current) await running.current
      return run(work)
    },
    [run],
  )
  return { run, runNext, busy, error, forget: useCallback(() => setError(null), []) }
}

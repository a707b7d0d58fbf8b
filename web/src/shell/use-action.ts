import { useRef, useState } from 'react'

/** What an action was asked to do, as text: events and files say nothing of it. */
function asked(args: readonly unknown[]): string {
  try {
    return JSON.stringify(args) ?? ''
  } catch {
    return ''
  }
}

/**
 * One thing a person asks the server to do: whether it is under way, and what went wrong. It is not started twice, also not by two clicks
 * before the screen has drawn the first. Something else asked meanwhile (the role of the next person in a list) waits for it and is not lost.
 */
export function useAction<A extends unknown[]>(work: (...args: A) => Promise<unknown>) {
  const last = useRef<{ readonly what: string; readonly done: Promise<void> } | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const perform = async (args: A): Promise<void> => {
    try {
      await work(...args)
    } catch (problem) {
      setError(problem)
    }
  }
  const run = async (...args: A): Promise<void> => {
    const what = asked(args)
    const before = last.current
    if (before?.what === what) return
    // what went wrong with the one before stays to be read
    if (before === null) setError(null)
    setBusy(true)
    const job = { what, done: before === null ? perform(args) : before.done.then(() => perform(args)) }
    last.current = job
    await job.done
    if (last.current === job) {
      last.current = null
      setBusy(false)
    }
  }
  return { run, busy, error, forget: () => setError(null) }
}

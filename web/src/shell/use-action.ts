import { useRef, useState } from 'react'

/**
 * One thing a person asks the server to do: whether it is under way, and what went wrong. It is not started twice, also not by two clicks
 * before the screen has drawn the first.
 */
export function useAction<A extends unknown[]>(work: (...args: A) => Promise<unknown>) {
  const underWay = useRef(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const run = async (...args: A): Promise<void> => {
    if (underWay.current) return
    underWay.current = true
    setBusy(true)
    setError(null)
    try {
      await work(...args)
    } catch (problem) {
      setError(problem)
    } finally {
      underWay.current = false
      setBusy(false)
    }
  }
  return { run, busy, error, forget: () => setError(null) }
}

import { useSyncExternalStore } from 'react'

/** One value that lives outside the tree and tells who listens: the language, the theme, the toasts. */
export interface SharedValue<T> {
  get(): T
  set(next: T | ((now: T) => T)): void
  listen(listener: () => void): () => void
}

/** A shared value that starts as `first`. Setting the same value (by `Object.is`) tells nobody. */
export function sharedValue<T>(first: T): SharedValue<T> {
  let now = first
  const listeners = new Set<() => void>()
  return {
    get: () => now,
    set(next) {
      const value = typeof next === 'function' ? (next as (now: T) => T)(now) : next
      if (Object.is(value, now)) return
      now = value
      for (const listener of [...listeners]) listener()
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Read a shared value in a component; it renders again when the value changes. */
export function useSharedValue<T>(value: SharedValue<T>): T {
  return useSyncExternalStore(value.listen, value.get, value.get)
}

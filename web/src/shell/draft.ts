import { useCallback, useState } from 'react'

const prefix = 'gusul.draft.'

/** What was typed under a name, or undefined. Kept for this tab: it outlives a reload, a lost session and a failed save. */
export function readDraft<T>(name: string): T | undefined {
  try {
    const text = sessionStorage.getItem(prefix + name)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}

/** Keep something under a name for this tab, as a draft is kept. */
export function keepDraft(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(value))
  } catch {
    // Storage is full or refused: what is kept lives in the page alone.
  }
}

/**
 * 쓰던 것: state that is kept in the tab while it differs from what was given, so that nothing typed is lost. `clear` forgets it once the server has it.
 *
 * ```tsx
 * const draft = useDraft(`project.${id}`, { name: project.name })
 * <TextField label=… value={draft.value.name} onChange={(name) => draft.set({ ...draft.value, name })} />
 * {draft.restored ? <Note>…</Note> : null}
 * ```
 * The name must tell apart what is edited; another name gives another draft.
 */
export function useDraft<T>(name: string, given: T): { value: T; set: (next: T) => void; clear: () => void; restored: boolean; changed: boolean } {
  const [held, setHeld] = useState(() => {
    const kept = readDraft<T>(name)
    return { name, value: kept, restored: kept !== undefined }
  })
  let now = held
  if (held.name !== name) {
    const kept = readDraft<T>(name)
    now = { name, value: kept, restored: kept !== undefined }
    setHeld(now)
  }
  const set = useCallback(
    (next: T) => {
      keepDraft(name, next)
      setHeld((before) => ({ name, value: next, restored: before.name === name && before.restored }))
    },
    [name],
  )
  const clear = useCallback(() => {
    sessionStorage.removeItem(prefix + name)
    setHeld({ name, value: undefined, restored: false })
  }, [name])
  return { value: now.value ?? given, set, clear, restored: now.restored, changed: now.value !== undefined }
}

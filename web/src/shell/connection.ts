import { sharedValue, useSharedValue } from '#web/ui/kit/value'

/** Whether the server answers, and when it last did: the time of the copy that a reader sees while offline. */
export interface Connection {
  readonly online: boolean
  readonly lastAnswer: number | null
}

const connection = sharedValue<Connection>({ online: true, lastAnswer: null })

/** The server answered (even with a refusal). */
export function noteAnswer(): void {
  connection.set({ online: true, lastAnswer: Date.now() })
}

/** A request found nobody. */
export function noteSilence(): void {
  connection.set((now) => (now.online ? { ...now, online: false } : now))
}

/** Follow the browser's own opinion of the network; `ask` tries the server again when the network is back. */
export function watchConnection(ask: () => void): () => void {
  const lost = () => noteSilence()
  window.addEventListener('offline', lost)
  window.addEventListener('online', ask)
  const retry = window.setInterval(() => {
    if (!connection.get().online) ask()
  }, 10_000)
  return () => {
    window.removeEventListener('offline', lost)
    window.removeEventListener('online', ask)
    window.clearInterval(retry)
  }
}

/** The connection as a component sees it. `lastAnswer` changes often, so only going and coming renders again. */
export function useOnline(): Connection {
  const now = useSharedValue(onlineOnly)
  return now ? { online: true, lastAnswer: null } : connection.get()
}

const onlineOnly = sharedValue(true)
connection.listen(() => onlineOnly.set(connection.get().online))

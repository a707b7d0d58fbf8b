import { useSyncExternalStore } from 'react'
import { queryClient } from '#web/shell/session'
import { addFile, type DocumentFacts, readDocument, stopReading } from './api.ts'
import { nothingYet, runUpload, type UploadState } from './upload-run.ts'

/** An upload of an office: it goes on while the person looks at another screen. */
interface Run {
  state: UploadState
  stop: AbortController | null
}

const runs = new Map<string, Run>()
const listeners = new Set<() => void>()
const idle: Run = { state: nothingYet, stop: null }

const isRunning = (run: Run) => run.state.state === 'running' || run.state.state === 'stopping'

function keep(office: string, run: Run): void {
  runs.set(office, run)
  // files that were not sent are lost when the page is left: the browser asks first
  if ([...runs.values()].some(isRunning)) window.addEventListener('beforeunload', ask)
  else window.removeEventListener('beforeunload', ask)
  for (const listener of listeners) listener()
}

const ask = (event: BeforeUnloadEvent) => event.preventDefault()

async function start(office: string, files: readonly File[], facts: DocumentFacts): Promise<void> {
  if (runs.get(office)?.stop) return
  const stop = new AbortController()
  const seen = () => void queryClient.invalidateQueries({ queryKey: ['intake', office] })
  const door = {
    add: async (file: File) => {
      const added = await addFile(office, file, facts)
      seen()
      return added
    },
    look: (id: string) => readDocument(office, id),
    stop: (id: string) => stopReading(office, id),
    pause: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
  }
  const end = await runUpload(files, door, stop.signal, (state) => keep(office, { state, stop }))
  keep(office, { state: end, stop: null })
  seen()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The upload of an office, as a screen shows it: the same on every screen, also after coming back. */
export function useUpload(office: string) {
  const run = useSyncExternalStore(subscribe, () => runs.get(office) ?? idle)
  return {
    state: run.state,
    running: isRunning(run),
    start: (files: readonly File[], facts: DocumentFacts) => start(office, files, facts),
    cancel: () => run.stop?.abort(),
    forget: () => keep(office, idle),
  }
}
export type Upload = ReturnType<typeof useUpload>

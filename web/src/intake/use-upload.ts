import { useCallback, useEffect, useRef, useState } from 'react'
import { type Added, addFile, type DocumentFacts, readDocument, stopReading } from './api.ts'
import { nothingYet, runUpload, type UploadState } from './upload-run.ts'

/** An upload of any number of files, as the screen shows it. */
export function useUpload(office: string, onAdded: (added: readonly Added[]) => void) {
  const [state, setState] = useState<UploadState>(nothingYet)
  const stop = useRef<AbortController | null>(null)
  const start = useCallback(
    async (files: readonly File[], facts: DocumentFacts) => {
      if (stop.current) return
      const own = new AbortController()
      stop.current = own
      try {
        await runUpload(
          files,
          {
            add: async (file, signal) => {
              const added = await addFile(office, file, facts, signal)
              onAdded([added, ...added.others])
              return added
            },
            look: (id) => readDocument(office, id),
            stop: (id) => stopReading(office, id),
            pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
          },
          own.signal,
          setState,
        )
        onAdded([])
      } finally {
        stop.current = null
      }
    },
    [office, onAdded],
  )
  const running = state.state === 'running'
  // files that were not sent are lost when the page is left: the browser asks first
  useEffect(() => {
    if (!running) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [running])
  return { state, start, cancel: useCallback(() => stop.current?.abort(), []), forget: useCallback(() => setState(nothingYet), []) }
}
export type Upload = ReturnType<typeof useUpload>

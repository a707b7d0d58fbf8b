import type { Added } from './api.ts'

/** How far an upload is: every number is a count of things that have happened. */
export interface UploadState {
  files: number
  bytes: number
  /** Files whose answer came: parsed and kept, or not. */
  parsed: number
  parsedBytes: number
  /** Documents that will be read, and those whose reading has ended. */
  documents: number
  read: number
  claims: number
  /** Documents that were there already, each with the name of the file that brought it again. */
  known: { document: Added['document']; file: string }[]
  /** Kept without a text. */
  troubled: Added[]
  failed: { name: string; error: unknown }[]
  /** `stopping`: nothing more is sent, what is on its way still arrives. */
  state: 'idle' | 'running' | 'stopping' | 'done' | 'cancelled'
}

export const nothingYet: UploadState = {
  files: 0,
  bytes: 0,
  parsed: 0,
  parsedBytes: 0,
  documents: 0,
  read: 0,
  claims: 0,
  known: [],
  troubled: [],
  failed: [],
  state: 'idle',
}

/** What an upload asks of the server. */
export interface UploadDoor {
  add: (file: File) => Promise<Added & { others: Added[] }>
  /** The document as it stands now. */
  look: (id: string) => Promise<{ readingState: string; claims: number }>
  stop: (id: string) => Promise<unknown>
  pause: (milliseconds: number) => Promise<void>
}

const atOnce = 3
const underWay = (state: string) => state === 'waiting' || state === 'reading'

/**
 * 여러 파일 올리기: send files, a few at a time, and watch their documents until each is read. `signal` stops it: files that were not sent are not, those on their way
 * arrive and are counted, readings that have not ended are stopped, and what is kept stays. A file that fails is named; the others go on.
 */
export async function runUpload(
  files: readonly File[],
  door: UploadDoor,
  signal: AbortSignal,
  show: (state: UploadState) => void,
): Promise<UploadState> {
  let now: UploadState = { ...nothingYet, files: files.length, bytes: files.reduce((sum, file) => sum + file.size, 0), state: 'running' }
  const tell = (change: Partial<UploadState>) => {
    now = { ...now, ...change }
    show(now)
  }
  tell({})
  signal.addEventListener('abort', () => tell({ state: 'stopping' }), { once: true })
  const waiting = new Set<string>()
  const rest = [...files]
  let sending = Math.min(atOnce, rest.length)
  const send = async () => {
    for (let file = rest.shift(); file && !signal.aborted; file = rest.shift()) {
      try {
        const { others, ...first } = await door.add(file)
        const all = [first, ...others]
        const fresh = all.filter((one) => one.duplicateOf === null && one.problem === null)
        for (const one of fresh) waiting.add(one.document.id)
        tell({
          documents: now.documents + fresh.length,
          known: [...now.known, ...all.flatMap((one) => (one.duplicateOf === null ? [] : [{ document: one.document, file: file.name }]))],
          troubled: [...now.troubled, ...all.filter((one) => one.duplicateOf === null && one.problem !== null)],
        })
      } catch (error) {
        tell({ failed: [...now.failed, { name: file.name, error }] })
      }
      tell({ parsed: now.parsed + 1, parsedBytes: now.parsedBytes + file.size })
    }
    sending--
  }
  const watch = async () => {
    for (let pause = 150; (sending > 0 || waiting.size > 0) && !signal.aborted; pause = Math.min(pause * 1.5, 1500)) {
      await door.pause(pause)
      // the oldest first: those are read first
      for (const id of [...waiting].slice(0, 10)) {
        if (signal.aborted) return
        const document = await door.look(id).catch(() => null)
        if (document === null || underWay(document.readingState)) continue
        waiting.delete(id)
        pause = 150
        tell({ read: now.read + 1, claims: now.claims + document.claims })
      }
    }
  }
  await Promise.all([...Array.from({ length: sending }, send), watch()])
  if (signal.aborted) {
    await Promise.all([...waiting].map((id) => door.stop(id).catch(() => null)))
    tell({ state: 'cancelled' })
  } else tell({ state: 'done' })
  return now
}

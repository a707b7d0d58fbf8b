import { describe, expect, test } from 'vitest'
import type { Added } from './api.ts'
import { runUpload, type UploadDoor, type UploadState } from './upload-run.ts'

const added = (id: string, over: Partial<Added> = {}) =>
  ({ document: { id, title: id }, duplicateOf: null, problem: null, ...over }) as unknown as Added
const files = (count: number) => Array.from({ length: count }, (_, at) => new File(['가'.repeat(at + 1)], `${at}.txt`))

function server(answer: (name: string) => Added & { others: Added[] }, looksUntilRead = 2) {
  const looks = new Map<string, number>()
  const seen = { sent: [] as string[], stopped: [] as string[], most: 0, now: 0 }
  const door: UploadDoor = {
    add: async (file) => {
      seen.sent.push(file.name)
      seen.most = Math.max(seen.most, ++seen.now)
      await Promise.resolve()
      seen.now--
      return answer(file.name)
    },
    look: async (id) => {
      looks.set(id, (looks.get(id) ?? 0) + 1)
      return looks.get(id)! < looksUntilRead ? { readingState: 'reading', claims: 0 } : { readingState: 'read', claims: 2 }
    },
    stop: async (id) => void seen.stopped.push(id),
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  }
  return { door, seen }
}

describe('uploading many files', () => {
  test('every number only grows, none passes its whole, and the end is the whole', async () => {
    const { door, seen } = server((name) => ({ ...added(name), others: name === '1.txt' ? [added('inner')] : [] }))
    const shown: UploadState[] = []
    const end = await runUpload(files(12), door, new AbortController().signal, (state) => shown.push(state))
    for (let at = 1; at < shown.length; at++)
      for (const key of ['parsed', 'parsedBytes', 'documents', 'read', 'claims'] as const)
        expect(shown[at]![key]).toBeGreaterThanOrEqual(shown[at - 1]![key])
    for (const state of shown) {
      expect(state.parsed).toBeLessThanOrEqual(state.files)
      expect(state.read).toBeLessThanOrEqual(state.documents)
      expect(state.parsedBytes).toBeLessThanOrEqual(state.bytes)
    }
    expect(end).toMatchObject({ state: 'done', parsed: 12, documents: 13, read: 13, claims: 26, parsedBytes: end.bytes })
    expect(seen.most).toBeLessThanOrEqual(3)
  })
  test('a file that fails and one without words are named, the others go on', async () => {
    const { door } = server((name) => {
      if (name === '2.txt') throw new Error('down')
      if (name === '3.txt') return { ...added(name, { problem: { code: 'file-encrypted', title: '', detail: '' } }), others: [] }
      return { ...added(name, name === '4.txt' ? { duplicateOf: 'x' } : {}), others: [] }
    })
    const end = await runUpload(files(6), door, new AbortController().signal, () => {})
    expect(end).toMatchObject({ state: 'done', parsed: 6, documents: 3, read: 3 })
    expect(end.known.map((one) => one.file)).toEqual(['4.txt'])
    expect(end.failed.map((one) => one.name)).toEqual(['2.txt'])
    expect(end.troubled.map((one) => one.document.id)).toEqual(['3.txt'])
  })
  test('stopped, what is on its way still arrives and is counted', async () => {
    const stop = new AbortController()
    const { door, seen } = server((name) => ({ ...added(name), others: [] }), 1000)
    const slow: UploadDoor = {
      ...door,
      add: async (file) => {
        await new Promise((resolve) => setTimeout(resolve, 5))
        return door.add(file)
      },
    }
    const shown: UploadState[] = []
    const end = await runUpload(files(30), slow, stop.signal, (state) => {
      shown.push(state)
      if (state.parsed >= 4) stop.abort()
    })
    expect(shown.some((one) => one.state === 'stopping')).toBe(true)
    expect(end).toMatchObject({ state: 'cancelled', parsed: seen.sent.length, documents: seen.sent.length })
    expect(seen.stopped.sort()).toEqual(seen.sent.sort())
  })
  test('stopped, nothing more is sent and readings that have not ended are stopped', async () => {
    const stop = new AbortController()
    const { door, seen } = server((name) => ({ ...added(name), others: [] }), 1000)
    const end = await runUpload(files(30), door, stop.signal, (state) => {
      if (state.parsed >= 5) stop.abort()
    })
    expect(end.state).toBe('cancelled')
    expect(seen.sent.length).toBeLessThan(10)
    expect(seen.stopped.length).toBeGreaterThanOrEqual(5)
  })
})

import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { readDocument } from '#engines/reading/read-document'
import { readInThread } from './read-in-thread.ts'

const line = (at: number) =>
  `시는 2026년 3월 ${1 + (at % 28)}일 ㈜새움${at}과 ${10 + at}억 원의 투자협약을 맺었다. 이 회사는 ${20 + at}명을 고용한다.\n\n`
const long = Array.from({ length: 330 }, (_, at) => line(at)).join('')

describe('reading beside the thread of the server', () => {
  test('a long text gives the very reading that the reader gives', async () => {
    const options = { published: '2026-03-30', outlet: '새솔일보' }
    expect(await readInThread(long, options)).toEqual(readDocument(long, options))
  })

  test('tells how far it has come, and the reading does not depend on it', async () => {
    const told: number[] = []
    const text = long.repeat(4)
    expect(await readInThread(text, { onProgress: (read) => told.push(read) })).toEqual(readDocument(text))
    expect(told.length).toBeGreaterThan(3)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBeGreaterThan(text.length / 2)
    expect(told.at(-1)).toBeLessThan(text.length)
  })

  test('the caller goes on with other work meanwhile', async () => {
    let turns = 0
    const other = setInterval(() => turns++, 1)
    await readInThread(long.repeat(3), {})
    clearInterval(other)
    expect(turns).toBeGreaterThan(5)
  })

  test('it is stopped in the middle, and the next text is read all the same', async () => {
    const stop = new AbortController()
    const reading = readInThread(long.repeat(10), {}, stop.signal)
    const reason = new Error('the job was cancelled')
    const failed = expect(reading).rejects.toBe(reason)
    await pause(30)
    stop.abort(reason)
    await failed
    expect((await readInThread(long, {})).commitments.length).toBeGreaterThan(100)
  })

  test('several texts at once each get their own reading', async () => {
    const texts = [long, `${long}끝`, `머리\n\n${long}`]
    const readings = await Promise.all(texts.map((text) => readInThread(text, {})))
    expect(readings.map((one) => one.text)).toEqual(texts)
  })
})

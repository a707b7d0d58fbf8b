import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { writerOf } from './terminal.ts'

test('a pipe that nobody reads any more ends the writing, not the process', async () => {
  const seen: string[] = []
  const stream = new Writable({
    write(text, _, done) {
      seen.push(String(text))
      done(seen.length > 1 ? Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }) : null)
    },
  })
  const write = writerOf(stream)
  write('first')
  write('second')
  await new Promise((done) => setTimeout(done, 10))
  expect(() => write('third')).not.toThrow()
  expect(seen).toEqual(['first', 'second'])
})

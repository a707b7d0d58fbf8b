import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { listen } from './listen.ts'

const timed = async (work: () => Promise<void>) => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

test('closing ends what a browser opened ahead of need and never used, and what it keeps for later', async () => {
  const server = await listen(() => new Response('yes'), '127.0.0.1', 0)
  const ahead = connect(server.port, '127.0.0.1')
  await once(ahead, 'connect')
  const kept = connect(server.port, '127.0.0.1')
  await once(kept, 'connect')
  kept.write('GET / HTTP/1.1\r\nhost: here\r\n\r\n')
  await once(kept, 'data')
  const over = Promise.all([once(ahead, 'close'), once(kept, 'close')])
  // five seconds is what a running request would be given
  expect(await timed(server.close)).toBeLessThan(2_000)
  await over
})

test('a request that runs ends first', async () => {
  let asked = () => {}
  const begun = new Promise<void>((resolve) => {
    asked = resolve
  })
  const server = await listen(
    async () => {
      asked()
      await pause(300)
      return new Response('whole')
    },
    '127.0.0.1',
    0,
  )
  const answer = fetch(`http://127.0.0.1:${server.port}/`).then((response) => response.text())
  await begun
  await server.close()
  expect(await answer).toBe('whole')
})

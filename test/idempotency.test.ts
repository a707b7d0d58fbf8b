import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshApp, type TestApp } from '#support/app'

let app: TestApp
beforeAll(async () => {
  app = await freshApp('idempotency')
})
afterAll(() => app?.close())

test('a key whose server died in the middle is first still at work, then of unknown outcome, never done twice', async () => {
  const officeId = await app.office('narae')
  const userId = await app.user('head@city.example')
  await app.member(officeId, userId, 'head')
  const head = await app.signIn('head@city.example')
  const send = () => head.send('POST', '/offices/narae/projects', { kind: 'project', nameKo: '새 공장' }, { 'idempotency-key': 'k-1' })
  const made = await send()
  expect(made.status).toBe(201)
  // as a process leaves it that was killed between the write and its answer
  const none = '00000000-0000-0000-0000-000000000000'
  for (const id of [officeId, none])
    await app.store.inOffice(id, userId, (tx) => tx.updateTable('idempotency').set({ status: null, headers: null, body: null }).execute())
  const code = async () => ((await (await send()).json()) as { code: string }).code
  expect(await code()).toBe('still-running')
  app.clock.now = new Date(Date.now() + 11 * 60_000)
  expect(await code()).toBe('outcome-unknown')
  const list = (await (await head.send('GET', '/offices/narae/projects')).json()) as { items: unknown[] }
  expect(list.items).toHaveLength(1)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshApp, type TestApp, testPassword } from '#support/app'
import { restAfter, UnknownTries } from './lockout.ts'

describe('how long sign-in rests', () => {
  test('not before the fifth failed try, then twice as long each time, at most an hour', () => {
    expect([0, 1, 4, 5, 6, 7, 10, 11, 12, 100].map((tries) => restAfter(tries) / 60_000)).toEqual([0, 0, 0, 1, 2, 4, 32, 60, 60, 60])
  })

  test('tries with unknown e-mails are forgotten oldest first past the limit', () => {
    const tries = new UnknownTries(2)
    for (let at = 0; at < 5; at++) tries.claim('a', 0)
    expect(tries.claim('a', 1).resting).toBe(true)
    tries.claim('b', 0)
    tries.claim('c', 0)
    expect(tries.claim('a', 1).resting).toBe(false)
  })
})

describe('failed tries by HTTP', () => {
  let t: TestApp
  beforeAll(async () => {
    t = await freshApp('lockout')
    await t.user('kim@city.example', { administrator: true })
    await t.user('lee@city.example')
    await t.user('gone@city.example')
    await t.store.global((tx) =>
      tx.updateTable('app_user').set({ deactivated_at: new Date().toISOString() }).where('email', '=', 'gone@city.example').execute(),
    )
  })
  afterAll(() => t.close())

  const attempt = async (email: string, password: string) => {
    const answer = await t.nobody.send('POST', '/session', { email, password })
    const body = (await answer.json()) as Record<string, unknown>
    return {
      status: answer.status,
      code: body.code ?? null,
      title: body.title ?? null,
      detail: body.detail ?? null,
      wait: answer.headers.get('retry-after'),
    }
  }

  test('a known, an unknown and a deactivated e-mail get the same answers, try for try', async () => {
    t.clock.now = new Date('2026-11-22T03:00:00Z')
    for (let round = 0; round < 7; round++) {
      const known = await attempt('kim@city.example', 'wrong-wrong')
      expect(await attempt('nobody@city.example', 'wrong-wrong')).toEqual(known)
      expect(await attempt('gone@city.example', testPassword)).toEqual(known)
      expect(known.status).toBe(round < 4 ? 401 : 429)
    }
    // 12:01 in Korea
    expect((await attempt('kim@city.example', 'wrong-wrong')).detail).toContain('2026-11-22 12:01')
  })

  test('even the right password waits, and the rest says how long', async () => {
    expect(await attempt('kim@city.example', testPassword)).toMatchObject({ status: 429, code: 'sign-in-rests', wait: '60' })
  })

  test('after the rest the right password works and the count starts again', async () => {
    t.clock.now = new Date('2026-11-22T03:01:01Z')
    expect((await attempt('kim@city.example', testPassword)).status).toBe(200)
    expect((await attempt('kim@city.example', 'wrong-wrong')).status).toBe(401)
  })

  test('another failure after the rest doubles it', async () => {
    expect(await attempt('nobody@city.example', 'wrong-wrong')).toMatchObject({ status: 429, wait: '120' })
  })

  test('twenty tries at once are not twenty tries', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => attempt('lee@city.example', `wrong-wrong-${at}`)))
    expect(answers.filter((one) => one.status === 401)).toHaveLength(4)
    const row = await t.store.global((tx) =>
      tx.selectFrom('app_user').select('failed_tries').where('email', '=', 'lee@city.example').executeTakeFirst(),
    )
    expect(row?.failed_tries).toBe(5)
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshApp, type TestApp } from '#support/app'

let t: TestApp
beforeAll(async () => {
  t = await freshApp('refusals')
  await t.member(await t.office('narae'), await t.user('admin@narae.example', { administrator: true }), 'administrator')
})
afterAll(() => t?.close())

test('a body that does not fit says per field what was expected, what came and what to do, in the language of the reader', async () => {
  const client = await t.signIn('admin@narae.example')
  const refused = async (language: string, body: object) => {
    const answer = await client.send('POST', '/offices/narae/watches', body, { 'accept-language': language })
    return { status: answer.status, ...((await answer.json()) as { detail: string; fields: object[] }) }
  }
  const wrong = { kind: 'ftp', everySeconds: 5 }
  expect(await refused('ko', wrong)).toMatchObject({
    status: 422,
    detail:
      'json.kind: 있어야 할 것은 folder, feed 가운데 하나, 온 것은 "ftp"; json.location: 빠졌습니다, 있어야 할 것은 글; json.everySeconds: 있어야 할 것은 60 이상, 온 것은 5. 고쳐서 다시 보내 주세요.',
  })
  const english = await refused('en', wrong)
  expect(english.detail).toBe(
    'json.kind: expected one of folder, feed, got "ftp"; json.location: expected text, got nothing; json.everySeconds: expected at least 60, got 5. Correct it and send it again.',
  )
  expect(english.fields).toContainEqual({ path: 'json.everySeconds', expected: 'At least 60', got: '5' })
})
test('a body that is no JSON, or is not said to be, is told what to send', async () => {
  const { cookie, csrf } = await t.signIn('admin@narae.example')
  const sent = async (type: string, language: string) => {
    const headers = { cookie: cookie!, 'x-gusul-csrf': csrf!, 'content-type': type, 'accept-language': language }
    const answer = await t.app.request('/api/v1/offices/narae/watches', { method: 'POST', headers, body: '{"kind":' })
    return { status: answer.status, ...((await answer.json()) as { detail: string }) }
  }
  expect(await sent('application/json', 'ko')).toMatchObject({ status: 400, detail: expect.stringContaining('쉼표, 따옴표, 괄호를 확인') })
  expect(await sent('text/plain', 'en')).toMatchObject({ status: 415, detail: expect.stringContaining('(what came: text/plain)') })
})

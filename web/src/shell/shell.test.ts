import { afterEach, describe, expect, test, vi } from 'vitest'
import { maySee } from './access.ts'
import { apiFetch, onSignedOut, setCsrf } from './api.ts'
import { readAppearance } from './appearance.ts'
import { agoIn, dateOf, instantOf, relativeDays } from './formats.ts'
import { chooseLocale } from './locale.ts'
import { fieldProblem, ProblemError, UnreachableError } from './problem.ts'
import type { Session } from './session.ts'
import { keyOf } from './shortcuts.ts'
import { defineTexts, josa } from './texts.ts'

describe('the language', () => {
  test('a cookie decides before the browser does, and Korean when nobody does', () => {
    expect(chooseLocale('a=b; gusul_locale=en', ['ko-KR'])).toBe('en')
    expect(chooseLocale('', ['en-GB', 'ko'])).toBe('en')
    expect(chooseLocale('gusul_locale=xx', ['fr'])).toBe('ko')
  })
  const particles: [string, Parameters<typeof josa>[1], string][] = [
    ['사업', '을/를', '사업을'],
    ['협약서', '을/를', '협약서를'],
    ['2026-11-22', '으로/로', '2026-11-22로'],
    ['1조 6,970억원', '으로/로', '1조 6,970억원으로'],
    ['서울', '으로/로', '서울로'],
    ['(주)예시', '이/가', '(주)예시가'],
    ['제3판(잠정)', '은/는', '제3판(잠정)은'],
    ['10', '은/는', '10은'],
    ['6', '이/가', '6이'],
  ]
  for (const [word, pair, whole] of particles) test(`${word} takes the particle of its last sound`, () => expect(josa(word, pair)).toBe(whole))
  test('texts are given by language', () => {
    const texts = defineTexts({ ko: { hello: (name: string) => `${name}님` }, en: { hello: (name) => `Hello ${name}` } })
    expect(texts.en.hello('Kim')).toBe('Hello Kim')
    // @ts-expect-error a missing key does not compile
    defineTexts({ ko: { a: '', b: '' }, en: { a: '' } })
  })
})

describe('days', () => {
  test('an instant falls on the day of the office, not of the reader', () => {
    expect(dateOf('2026-11-21T15:30:00Z')).toBe('2026-11-22')
    expect(instantOf('2026-11-21T15:30:00Z')).toBe('2026-11-22 00:30')
    expect(dateOf('2026-11-22')).toBe('2026-11-22')
  })
  test('due dates are read in days', () => {
    const from = '2026-11-22'
    expect(['2026-11-14', from, '2026-11-23', '2026-11-24', '2026-11-26'].map((due) => relativeDays(due, from, 'ko'))).toEqual([
      '8일 지남',
      '오늘',
      '내일',
      '내일모레',
      '4일 남음',
    ])
    expect(relativeDays('2026-11-21', from, 'en')).toBe('1 day overdue')
  })
  test('long ago is a date', () => {
    const now = Date.parse('2026-11-22T00:00:00Z')
    expect([agoIn('2026-11-21T23:59:50Z', now, 'ko'), agoIn('2026-11-21T23:55:00Z', now, 'ko'), agoIn('2026-01-01T00:00:00Z', now, 'en')]).toEqual([
      '방금',
      '5분 전',
      '2026-01-01',
    ])
  })
})

describe('keys', () => {
  const event = (key: string, code = '', held: Partial<KeyboardEvent> = {}) => ({
    key,
    code,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...held,
  })
  test('a Hangul keyboard gives the letter of the key', () => expect(keyOf(event('ㅓ', 'KeyJ'))).toBe('j'))
  test('another layout gives the letter that it prints', () => expect(keyOf(event('j', 'KeyC'))).toBe('j'))
  test('shift is said with letters, not with signs', () => {
    expect(keyOf(event('A', 'KeyA', { shiftKey: true }))).toBe('shift+a')
    expect(keyOf(event('?', 'Slash', { shiftKey: true }))).toBe('?')
  })
  test('the command key and Ctrl are one', () => expect(keyOf(event('Enter', 'Enter', { metaKey: true }))).toBe('mod+Enter'))
})

describe('appearance', () => {
  test('what was stored by another version falls back to the usual', () => {
    for (const stored of [null, '{', '{"theme":"sepia","contrast":3}'])
      expect(readAppearance(stored)).toEqual({ theme: 'system', contrast: 'system', singleKeys: true })
    expect(readAppearance('{"theme":"dark","singleKeys":false}')).toEqual({ theme: 'dark', contrast: 'system', singleKeys: false })
  })
})

describe('access', () => {
  const session = (role: 'officer' | 'viewer', isAdministrator = false): Session => {
    const office = { id: '1', slug: 'a', nameKo: 'a', nameEn: 'a', role }
    return {
      signedIn: true,
      csrf: null,
      user: { id: 'u', name: 'n', email: 'e', locale: null, isAdministrator },
      office,
      offices: [office],
      setupNeeded: false,
    }
  }
  test('roles and the administrator are two questions', () => {
    expect(maySee(session('viewer'), {})).toBe(true)
    expect(maySee(session('viewer'), { roles: ['officer'] })).toBe(false)
    expect(maySee(session('officer'), { roles: ['officer'] })).toBe(true)
    expect(maySee(session('officer'), { administrator: true })).toBe(false)
    expect(maySee({ ...session('officer', true), office: null }, { administrator: true })).toBe(true)
  })
})

describe('apiFetch', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    setCsrf(null)
    onSignedOut(() => {})
  })
  const answer = (response: () => Response) => {
    const sent: Headers[] = []
    vi.stubGlobal('fetch', async (_input: unknown, init: RequestInit) => {
      sent.push(new Headers(init.headers))
      return response()
    })
    return sent
  }
  const problem = (status: number, body: object) => () =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } })

  test('an unsafe request carries the CSRF value, and a POST a key of its own', async () => {
    setCsrf('token')
    const sent = answer(() => new Response('{}'))
    await apiFetch('/x', { method: 'POST' })
    await apiFetch('/x', { method: 'POST' })
    await apiFetch('/x')
    expect(sent.map((headers) => headers.get('x-gusul-csrf'))).toEqual(['token', 'token', null])
    const keys = sent.map((headers) => headers.get('idempotency-key'))
    expect(keys[0]).toBeTruthy()
    expect(keys[1]).not.toBe(keys[0])
    expect(keys[2]).toBeNull()
  })
  test('a key that is given is kept', async () => {
    const sent = answer(() => new Response('{}'))
    await apiFetch('/x', { method: 'POST', headers: { 'idempotency-key': 'mine' } })
    expect(sent[0]?.get('idempotency-key')).toBe('mine')
  })
  test('a refusal is a problem with its fields', async () => {
    answer(problem(422, { title: '확인해 주세요', code: 'invalid', detail: 'd', fields: [{ path: 'amount', expected: '150억 원', got: '약간' }] }))
    const error = await apiFetch('/x').catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ProblemError)
    expect(error).toMatchObject({ status: 422, code: 'invalid', title: '확인해 주세요' })
    expect(fieldProblem(error, 'amount')?.got).toBe('약간')
    expect(fieldProblem(error, 'name')).toBeUndefined()
  })
  test("a proxy's page is still a problem", async () => {
    answer(() => new Response('<html>', { status: 502, headers: { 'content-type': 'text/html' } }))
    await expect(apiFetch('/x')).rejects.toMatchObject({ status: 502, code: 'http-502' })
  })
  test('a lost session is told once to the frame, a wrong password is not', async () => {
    let told = 0
    onSignedOut(() => told++)
    answer(problem(401, { title: 't', code: 'wrong-password' }))
    await apiFetch('/x').catch(() => {})
    answer(problem(401, { title: 't', code: 'not-signed-in' }))
    await apiFetch('/x').catch(() => {})
    expect(told).toBe(1)
  })
  test('silence is an error of its own', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('fetch failed')
    })
    await expect(apiFetch('/x')).rejects.toBeInstanceOf(UnreachableError)
  })
})

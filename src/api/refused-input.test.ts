import { z } from '@hono/zod-openapi'
import { expect, test } from 'vitest'
import { problemBody } from './problem.ts'
import { refusedInput } from './refused-input.ts'

const shape = z.strictObject({
  everySeconds: z.number().min(60),
  kind: z.enum(['folder', 'feed']),
  location: z.string(),
  password: z.string().min(10).optional(),
})
const refused = (value: unknown, locale: 'ko' | 'en') => problemBody(refusedInput('json', shape.safeParse(value).error!.issues, value), locale)

test('each field says what was expected, what came and what to do', () => {
  const value = { everySeconds: 5, kind: 'ftp', colour: 'red' }
  expect(refused(value, 'ko')).toMatchObject({
    status: 422,
    code: 'invalid',
    detail:
      'json.everySeconds: 있어야 할 것은 60 이상, 온 것은 5; json.kind: 있어야 할 것은 folder, feed 가운데 하나, 온 것은 "ftp"; ' +
      'json.location: 빠졌습니다, 있어야 할 것은 글; json.colour: 없는 칸이니 빼 주세요. 고쳐서 다시 보내 주세요.',
    fields: [
      { path: 'json.everySeconds', expected: '60 이상', got: '5' },
      { path: 'json.kind', expected: 'folder, feed 가운데 하나', got: '"ftp"' },
      { path: 'json.location', got: undefined },
      { path: 'json.colour', got: '"red"' },
    ],
  })
  expect(refused({ ...value, location: '/srv' }, 'en').detail).toBe(
    'json.everySeconds: expected at least 60, got 5; json.kind: expected one of folder, feed, got "ftp"; json.colour: there is no such field; leave it out. Correct it and send it again.',
  )
})
test('what is secret is not said again, and what is long is cut', () => {
  const problem = refused({ everySeconds: 60, kind: 'x'.repeat(500), location: '/srv', password: 'tulip' }, 'en')
  expect(JSON.stringify(problem)).not.toContain('tulip')
  expect(problem.detail).toContain('got something that is not repeated here')
  expect(problem.fields![0]!.got).toHaveLength(121)
})

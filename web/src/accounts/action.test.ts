import { describe, expect, test } from 'vitest'
import { ProblemError, UnreachableError } from '#web/shell/problem'
import { fieldError, isShownAt, wordsOf } from './action.ts'

const refused = (fields: { path: string; expected: string }[], detail: string) =>
  new ProblemError({ status: 422, code: 'invalid', title: '입력을 확인해 주세요', detail, fields })

describe('what the server refused', () => {
  test('stands at its field, in the words of the detail where it is about that field alone', () => {
    const one = refused([{ path: 'json.password', expected: '10자 이상' }], 'A password of at least 10 characters')
    expect(fieldError(one, 'password')).toBe('A password of at least 10 characters')
    expect(fieldError(one, 'email')).toBeUndefined()
    const two = refused(
      [
        { path: 'json.email', expected: 'an address' },
        { path: 'json.name', expected: 'a name' },
      ],
      'json.email: an address; json.name: a name',
    )
    expect([fieldError(two, 'email'), fieldError(two, 'name')]).toEqual(['an address', 'a name'])
    expect([isShownAt(two, ['name']), isShownAt(two, ['slug'])]).toEqual([true, false])
  })

  test('a silent server is told from a refusal', () => {
    expect(wordsOf(new UnreachableError('x')).detail).toContain('서버가 답하지 않습니다')
    expect(wordsOf(refused([], '왜냐하면')).detail).toBe('왜냐하면')
  })
})

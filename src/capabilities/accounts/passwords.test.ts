import { describe, expect, test } from 'vitest'
import { ProblemError } from '#api/problem'
import { isCommonPassword } from './common-passwords.ts'
import { checkPassword, hashPassword, passwordFits } from './passwords.ts'

const about = { email: 'hana.kim@city.example', name: '김하나' }
const refused = (password: string) => {
  try {
    checkPassword('json.password', password, about)
    return null
  } catch (error) {
    return error instanceof ProblemError ? error.more.fields?.[0]?.path : error
  }
}

describe('passwords', () => {
  test('those that are guessed first are refused', () => {
    const guessed = [
      'password123',
      'Password1234!',
      'qwertyuiop',
      '1234567890',
      '0987654321',
      'aaaaaaaaaaaa',
      'abcabcabcabc',
      '1q2w3e4r5t',
      '20261122!!',
      '01012345678',
      'namyangju2026',
      'tkfkdgo1234',
      '!!!!!!!!!!!!',
      '비밀번호123456',
    ]
    expect(guessed.filter((password) => !isCommonPassword(password))).toEqual([])
  })

  test('words in a row, long Korean sentences and random signs are taken', () => {
    const good = ['tulip-ladder-river', '오늘도 구슬이 서 말이라도', 'x7Kq!2mVw#p9', 'correct horse battery', '남양주의 봄은 물의 정원에서']
    expect(good.filter((password) => isCommonPassword(password) || refused(password) !== null)).toEqual([])
  })

  test('one shorter than ten characters, or made of one’s own name or e-mail, is refused at its field', () => {
    for (const password of ['짧은비밀번호', 'x7Kq!2mVw', 'hana.kim@city.example', 'hana.kim2026!', 'x'.repeat(201) + 'yz1'])
      expect([password, refused(password)]).toEqual([password, 'json.password'])
  })

  test('a hash fits its password alone, however its Hangul is composed', async () => {
    const kept = await hashPassword('물의 정원에서 만나요')
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await passwordFits(kept, '물의 정원에서 만나요'.normalize('NFD'))).toBe(true)
    expect(await passwordFits(kept, '물의 정원에서 만나요 ')).toBe(false)
    expect(await passwordFits(null, 'no account has this password')).toBe(false)
  })
})

import { describe, expect, test } from 'vitest'
import { slugOf } from './slug.ts'

describe('the proposed address name', () => {
  test('is the name without the word for its kind', () => {
    expect(['Namyangju City', 'City of Ansan', 'Gwangju-si', 'Gyeonggi Province', 'Narae'].map(slugOf)).toEqual([
      'namyangju',
      'ansan',
      'gwangju',
      'gyeonggi',
      'narae',
    ])
  })

  test('holds what the server takes, whatever is typed', () => {
    for (const name of ['Ünited Tëchno Park!!', 'A'.repeat(90), 'x  y', '3rd Zone (new)']) expect(slugOf(name)).toMatch(/^[a-z0-9][a-z0-9-]{1,40}$/)
    expect(slugOf('남양주')).toBe('')
  })
})

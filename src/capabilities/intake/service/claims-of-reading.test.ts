import { expect, test } from 'vitest'
import { readDocument } from '#engines/reading/read-document'
import { claimsOfReading } from './claims-of-reading.ts'

test.each([
  ['한빛그룹은 2050년까지 2경 3,000조원을 투자한다.', '23000000000000000'],
  ['한빛그룹은 2050년까지 1조 2,345억원을 투자한다.', '1234500000000'],
])('%s: every amount that a text may print is a claim', (text, value) => {
  expect(claimsOfReading(readDocument(text), '00000000-0000-7000-8000-000000000000').claims.map((one) => one.value)).toEqual([value])
})

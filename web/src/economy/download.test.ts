import { expect, test } from 'vitest'
import { csvOf } from './download.ts'

test('cells with commas, quotes and formulas come out as they are', () => {
  expect(
    csvOf([
      ['이름', '값'],
      ['가, "나"', 1.5],
      ['=1+1', null],
    ]),
  ).toBe('\uFEFF이름,값\r\n"가, ""나""",1.5\r\n\'=1+1,\r\n')
})

import { expect, test } from 'vitest'
import { askedOf } from './make.ts'

test('words and options become what the API is asked', () => {
  expect(askedOf({ words: ['structure'], options: { tables: 'a,b', region: '광주광역시', level: 'sector', 'absent-zero': true } })).toEqual({
    kind: 'structure',
    tables: ['a', 'b'],
    region: '광주광역시',
    level: 'sector',
    absentIsZero: true,
  })
  expect(askedOf({ words: ['chain'], options: { table: 't', make: ['운송장비=20,000', '전기장비=5'], persons: 'p', region: '광주' } })).toEqual({
    kind: 'chain',
    table: 't',
    core: [
      { sector: '운송장비', amount: 20000 },
      { sector: '전기장비', amount: 5 },
    ],
    employment: { table: 'p', region: '광주' },
  })
})

test('what is missing is asked for with an example', () => {
  expect(() => askedOf({ words: ['structure'], options: { tables: 'a' } })).toThrow('--region 광주광역시')
  expect(() => askedOf({ words: ['chain'], options: { table: 't' } })).toThrow('운송장비=20000')
  expect(() => askedOf({ words: ['chain'], options: { table: 't', make: '운송장비' } })).toThrow('got "운송장비"')
  expect(() => askedOf({ words: ['forecast'], options: {} })).toThrow('expected structure or chain')
})

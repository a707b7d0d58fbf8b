import { expect, test } from 'vitest'
import { regionOfOffice, regionsOfAll } from './from-tables.ts'

test('regions are those of every chosen table', () => {
  expect(regionsOfAll([])).toEqual([])
  expect(regionsOfAll([{ regions: ['전국', '가시'] }, { regions: ['가시'] }])).toEqual(['가시'])
})

test('an office asks about itself first, never about the nation', () => {
  expect(regionOfOffice(['전국', '경기도', '광주광역시'], { nameKo: '광주광역시' })).toBe('광주광역시')
  expect(regionOfOffice(['전국', '서울', '광주'], { nameKo: '광주광역시' })).toBe('광주')
  expect(regionOfOffice(['합성 전국', '합성 시범 지역'], { nameKo: '안산시' })).toBe('합성 시범 지역')
  expect(regionOfOffice([], { nameKo: '안산시' })).toBe('')
})

import { describe, expect, test } from 'vitest'
import { announcedUnits, headerUnit, isBareNumber } from './header-unit.ts'

describe('units in titles', () => {
  test.each([
    ['면적(천㎡)', '면적', '천㎡'],
    ['투자액 (백만 원)', '투자액', '백만원'],
    ['고용(단위: 명)', '고용', '명'],
    ['비율（％）', '비율', '％'],
    ['설비[MW]', '설비', 'MW'],
  ])('%s carries its unit', (header, label, unit) => {
    expect(headerUnit(header)).toEqual({ label, unit })
  })
  test.each(['기업(가칭)', '면적', '위치(읍면동)', '투자(2026)', '(단위)'])('%s carries none', (header) => {
    expect(headerUnit(header)).toEqual({ label: header, unit: null })
  })
  test('a line over a table announces one unit or several', () => {
    expect(announcedUnits('(단위: 억원)')).toEqual(['억원'])
    expect(announcedUnits('(단위 : 천㎡, 명)')).toEqual(['천㎡', '명'])
    expect(announcedUnits('사업 단위를 나눈다')).toEqual([])
  })
  test('numbers alone are told from numbers with words', () => {
    for (const cell of ['1,200', '120.5', '△30', '-5', '10~20']) expect(isBareNumber(cell), cell).toBe(true)
    for (const cell of ['1,200억원', '약 30', '미정', '', '2026.03.02', '3개']) expect(isBareNumber(cell), cell).toBe(false)
  })
})

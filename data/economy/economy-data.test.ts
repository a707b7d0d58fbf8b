import { expect, test } from 'vitest'
import { coefficients, latestCoefficient } from './coefficients.ts'
import { ksicOfYear, ksicRevision, ksicRevisions, sectorOfKsic } from './ksic.ts'
import { sector33, sectors33 } from './sectors.ts'

test('there are 33 sectors, each under one name and one code', () => {
  expect(sectors33).toHaveLength(33)
  for (const key of ['code', 'ko', 'en'] as const) expect(new Set(sectors33.map((one) => one[key])).size).toBe(33)
  expect(sector33('컴퓨터·전자 및 광학기기')?.code).toBe('C09')
  expect(sector33('없는 부문')).toBeUndefined()
})

test.each(ksicRevisions.map((one) => [one.id, one] as const))(
  'every division of %s lies in one section and goes to one sector or to none',
  (_id, revision) => {
    const divisions = revision.sections.flatMap((one) => one.divisions)
    expect(new Set(divisions).size).toBe(divisions.length)
    expect([...divisions].sort()).toEqual(Object.keys(revision.sector).sort())
    const codes = new Set(sectors33.map((one) => one.code))
    for (const sector of Object.values(revision.sector)) if (sector !== null) expect(codes).toContain(sector)
  },
)

test('codes of either revision find their sector', () => {
  const [ten, nine] = [ksicRevision('KSIC10')!, ksicRevision('KSIC9')!]
  expect(sectorOfKsic('C26', ten)?.ko).toBe('컴퓨터, 전자 및 광학기기')
  expect(sectorOfKsic('30121', ten)?.ko).toBe('운송장비')
  expect(sectorOfKsic('F', ten)?.ko).toBe('건설')
  expect([sectorOfKsic('34', ten)?.code, sectorOfKsic('34', nine)]).toEqual(['C14', null])
  expect([sectorOfKsic('76', ten)?.code, sectorOfKsic('69', nine)?.code]).toEqual(['N', 'N'])
  // 제조업 as a whole is many sectors; nobody can say which
  expect(sectorOfKsic('C', ten)).toBeNull()
  expect(sectorOfKsic('97', ten)).toBeNull()
  expect([ksicOfYear(2016).id, ksicOfYear(2022).id]).toEqual(['KSIC9', 'KSIC10'])
})

test('every coefficient has its year, its scope and its source, and no two are the same', () => {
  const keys = coefficients.map((one) => `${one.indicator} ${one.scope} ${one.year}`)
  expect(new Set(keys).size).toBe(keys.length)
  for (const one of coefficients) expect(one.source.length).toBeGreaterThan(10)
  expect(latestCoefficient('employed')).toMatchObject({ year: 2022, value: 8.1 })
  expect(latestCoefficient('employed', 'all', 2020)).toMatchObject({ year: 2020, value: 9.7 })
  expect(latestCoefficient('employees', 'all', 2021)).toBeNull()
})

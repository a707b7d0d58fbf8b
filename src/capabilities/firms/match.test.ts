import { describe, expect, test } from 'vitest'
import { distanceKm, matchFirms, type RegisterFirm } from './match.ts'

const firm = (id: string, more: Partial<RegisterFirm>): RegisterFirm => ({
  id,
  name: id,
  ksic: null,
  products: [],
  place: null,
  latitude: null,
  longitude: null,
  capacity: null,
  confidential: false,
  illustrative: false,
  ...more,
})
const names = (list: ReturnType<typeof matchFirms>) => list.map((one) => `${one.part} ${one.name} ${one.why}`)

describe('firms for the parts of a chain', () => {
  const lidar = { id: 'lidar', name: '라이다', nameEn: 'Lidar', industry: 'C27' }

  test('what a firm says that it makes goes before its industry, in either language', () => {
    expect(names(matchFirms([lidar], [firm('a', { products: ['차량용 라이다'] }), firm('b', { products: ['LIDAR sensors'] })]))).toEqual([
      'lidar a product',
      'lidar b product',
    ])
  })

  test('a firm that makes something else of the same industry is no candidate; one that says nothing is, by its industry', () => {
    expect(names(matchFirms([lidar], [firm('a', { ksic: '2711', products: ['체온계'] }), firm('b', { ksic: '2711' })]))).toEqual(['lidar b industry'])
  })

  test('a code coarser than the part is not taken: nobody knows whether it is meant', () => {
    const chip = { id: 'chip', name: 'AI 칩', industry: 'C261' }
    expect(names(matchFirms([chip], [firm('a', { ksic: '26' }), firm('b', { ksic: '26110' })]))).toEqual(['chip b industry'])
  })

  test('of a part that is a whole sector every firm of its divisions can be meant', () => {
    const sector = { id: 'C12', name: '운송장비', ksic: ['30', '31'] }
    expect(
      names(matchFirms([sector], [firm('a', { ksic: '3110', products: ['배'] }), firm('b', { ksic: '303' }), firm('c', { ksic: '29' })])),
    ).toEqual(['C12 a industry', 'C12 b industry'])
  })

  test('distance and capacity are told only where both ends and the unit are known', () => {
    const [near, unknown] = matchFirms(
      [lidar],
      [firm('a', { products: ['라이다'], latitude: 35.2, longitude: 126.85, capacity: 9e9 }), firm('b', { products: ['라이다'] })],
      { at: { latitude: 35.16, longitude: 126.85 }, wonPerUnit: 1e8 },
    )
    expect(near).toMatchObject({ distanceKm: 4, capacity: 90 })
    expect(unknown).toMatchObject({ distanceKm: null, capacity: null })
    expect(matchFirms([lidar], [firm('a', { products: ['라이다'], capacity: 5 })])[0]!.capacity).toBeNull()
  })

  test('a quarter of the equator is 10,008 km', () => {
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 90 })).toBeCloseTo((Math.PI / 2) * 6371, 6)
  })
})

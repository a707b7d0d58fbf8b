import { describe, expect, test } from 'vitest'
import { type ChainCase, chainReport } from './chain-report.ts'

const chain: ChainCase = {
  name: '자율차 부품',
  unit: 'KRW 100m',
  parts: [
    { id: 'car', name: '자율주행차', inputs: { sensor: 0.2, body: 0.3 } },
    { id: 'sensor', name: '센서 모듈', inputs: { lidar: 0.5, chip: 0.1 } },
    { id: 'body', name: '차체', inputs: { chip: 0.02 } },
    { id: 'lidar', name: '라이다' },
    { id: 'chip', name: '반도체' },
    { id: 'glass', name: '유리' },
  ],
  core: { car: 1000 },
  firms: [
    { name: '차체사', part: 'body', capacity: 290, state: 'supplies' },
    { name: '센서사', part: 'sensor', capacity: 60, state: 'supplies' },
    { name: '칩사', part: 'chip', capacity: null, state: 'supplies' },
    { name: '먼 라이다', part: 'lidar', distanceKm: 120, state: 'could' },
    { name: '가까운 라이다', part: 'lidar', distanceKm: 8, state: 'could' },
  ],
}

describe('a chain through every tier', () => {
  const { value, basis } = chainReport(chain)
  const node = (id: string) => value.nodes.find((one) => one.id === id)!

  test('needs go up the chain', () => {
    // sensors 200, body 300, lidar half of 200, chips a tenth of 200 and a fiftieth of 300
    expect(value.nodes.map((one) => [one.id, one.tier, one.need])).toEqual([
      ['car', 0, 0],
      ['sensor', 1, 200],
      ['body', 1, 300],
      ['lidar', 2, 100],
      ['chip', 2, 26],
      ['glass', 3, 0],
    ])
    expect(value.flows).toContainEqual({ from: 'lidar', to: 'sensor', amount: 100 })
  })

  test('links are present, weak, missing, or there without anybody knowing how much', () => {
    expect(value.nodes.map((one) => one.state)).toEqual(['core', 'weak', 'present', 'missing', 'unknown', 'present'])
    expect(value.missing).toEqual(['sensor', 'lidar'])
    expect(value.counts).toEqual({ core: 1, present: 1, weak: 1, missing: 1, unknown: 1 })
    expect(node('chip')).toMatchObject({ localAtLeast: true, local: 0 })
  })

  test('completeness counts what is made here against what is needed', () => {
    expect(value.completeness).toBeCloseTo((60 + 290) / 626, 12)
    expect(value.completenessAtLeast).toBe(true)
    expect(basis.warnings.join()).toContain('least')
  })

  test('candidates stand nearest first', () => {
    expect(node('lidar').candidates.map((one) => one.name)).toEqual(['가까운 라이다', '먼 라이다'])
    const near = chainReport({ ...chain, withinKm: 50 }).value.nodes.find((one) => one.id === 'lidar')!
    expect(near.candidates.map((one) => one.name)).toEqual(['가까운 라이다'])
  })
})

test('what cannot be is refused by name', () => {
  expect(() => chainReport({ ...chain, core: {} })).toThrow('at least one')
  expect(() => chainReport({ ...chain, core: { ship: 1 } })).toThrow('ship')
  expect(() => chainReport({ ...chain, firms: [{ name: 'x', part: 'sail', state: 'could' }] })).toThrow('sail')
  expect(() => chainReport({ ...chain, parts: [{ id: 'car', name: 'a', inputs: { car: 1.2 } }] })).toThrow('from 0 to 1')
  expect(() => chainReport({ ...chain, parts: [...chain.parts, { id: 'car', name: 'b' }] })).toThrow('twice')
})

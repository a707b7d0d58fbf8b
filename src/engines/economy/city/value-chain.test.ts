import { expect, test } from 'vitest'
import { modelFromCoefficients } from '../model/model.ts'
import { clusterDefinition, missingLinks, valueChainCompleteness } from './value-chain.ts'

const model = modelFromCoefficients(
  [
    [0.1, 0.2, 0],
    [0, 0.1, 0.3],
    [0.05, 0.1, 0.1],
  ],
  { sectors: ['소재', '부품', '완성차'] },
)
const cluster = clusterDefinition(model, '자율주행 부품', { 완성차: 1000 })

test('a chain is complete as far as its needs are made here', () => {
  const { completeness, links } = valueChainCompleteness(model, cluster, [0, 60, 500]).value
  // 300 of parts and 100 of vehicles are needed; 60 and 100 are here
  expect(completeness).toBeCloseTo(160 / 400, 12)
  expect(links.map((one) => [one.supplier, one.state])).toEqual([
    ['부품', 'weak'],
    ['완성차', 'present'],
  ])
  expect(links[0]).toMatchObject({ need: 300, gap: 240, selfSupply: 0.2, buyers: ['완성차'] })
})

test('missing links name firms of the sector, the nearest first, unknown distances last', () => {
  const chain = valueChainCompleteness(model, cluster, [0, 0, 500])
  const suppliers = [
    { name: '다', sector: '부품', distanceKm: null, capacity: null },
    { name: '가', sector: '부품', distanceKm: 40, capacity: 10 },
    { name: '나', sector: '부품', distanceKm: 12, capacity: null },
    { name: '라', sector: '소재', distanceKm: 1, capacity: null },
    { name: '마', sector: '부품', distanceKm: 300, capacity: null },
  ]
  const [link, ...rest] = missingLinks(chain, suppliers, { withinKm: 100 }).value
  expect(link).toMatchObject({ supplier: '부품', state: 'missing' })
  expect(link!.candidates.map((one) => one.name)).toEqual(['나', '가', '다'])
  expect(rest).toEqual([])
})

test('a cluster of sectors that the table does not have is refused', () => {
  expect(() => clusterDefinition(model, 'x', { 조선: 1 })).toThrow('조선')
  expect(() => clusterDefinition(model, 'x', { 부품: 0 })).toThrow('above 0')
})

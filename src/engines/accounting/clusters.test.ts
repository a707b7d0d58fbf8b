import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clusters } from './clusters.ts'
import { organisationKey } from './organisation-name.ts'

test('clusters are the connected components whatever the order of the edges', () => {
  const edges = fc.array(fc.record({ a: fc.constantFrom(...'abcdef'), b: fc.constantFrom(...'abcdef') }), { maxLength: 8 })
  fc.assert(
    fc.property(edges, (list) => {
      const one = clusters(list)
      expect([...clusters(list.toReversed())].sort()).toEqual([...one].sort())
      for (const { a, b } of list) expect(one.get(a)).toBe(one.get(b))
      for (const [id, root] of one) expect(root <= id).toBe(true)
    }),
    { seed: 20261122 },
  )
})
test('taking an edge away splits what only it joined', () => {
  const edges = [
    { a: '1', b: '2' },
    { a: '2', b: '3' },
  ]
  expect(clusters(edges).get('3')).toBe('1')
  expect(clusters(edges.slice(0, 1)).get('3')).toBeUndefined()
})
test('legal forms, spaces and case do not tell names apart, everything else does', () => {
  for (const spelling of ['㈜카카오', '(주)카카오', '주식회사 카카오', '카카오 주식회사', '카카오(주)', ' 카카오 '])
    expect(organisationKey(spelling)).toBe('카카오')
  expect(organisationKey('카카오뱅크')).not.toBe(organisationKey('카카오'))
  expect(organisationKey('남양주마석아이디씨 유한회사')).toBe('남양주마석아이디씨')
  expect(organisationKey('주식회사')).toBe('주식회사')
})

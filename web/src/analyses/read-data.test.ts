import { expect, test } from 'vitest'
import { csvRows, isJson, structureOfTable, warningOfTable } from './read-data.ts'

test('tables are read with quotes, byte order mark, tabs and either line end', () => {
  expect(csvRows('\ufeffa,"b ""c"", d"\r\n\r\n1\t2\n"x\ny",z')).toEqual([
    ['a', 'b "c", d'],
    ['1', '2'],
    ['x\ny', 'z'],
  ])
  expect([isJson('\ufeff{'), isJson('월,값')]).toEqual([true, false])
})

test('a table of months becomes an early warning with its source', () => {
  expect(warningOfTable('월,구역,값\n2024-01,가,80\n2024-03,가,79', '가산단', '시 통계')).toMatchObject({
    name: '가산단',
    source: { name: '시 통계', synthetic: false },
    series: [{ zone: '가', values: [80, null, 79] }],
  })
  expect(() => warningOfTable('월,값', 'a', 'b')).toThrow('구역')
})

test('a table of persons becomes a structure, of the region that is named or of the first', () => {
  const text = '해,지역,산업,종사자\n2020,가,a,1\n2020,나,a,2\n2021,가,a,3\n2021,나,a,4'
  expect(structureOfTable(text, '가', '통계', '나')).toMatchObject({
    region: '나',
    years: [2020, 2021],
    values: [
      [[1], [2]],
      [[3], [4]],
    ],
  })
  expect(structureOfTable(text, '가', '통계', '').region).toBe('가')
})

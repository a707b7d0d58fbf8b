import { expect, test } from 'vitest'
import { csvRows, isJson, warningOfTable } from './read-data.ts'

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

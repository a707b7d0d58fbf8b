import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText } from '../text/canonical.ts'
import { FormatError } from './failure.ts'
import { TextBuilder } from './text-builder.ts'
import { cellAddress, placeAt, placeLabel } from './text-map.ts'

test('whatever words come in, the text is canonical and every piece cuts out its own words', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 12 }), (words) => {
      const builder = new TextBuilder(10_000)
      builder.add('글')
      const added: string[] = []
      words.forEach((word, index) => {
        builder.join(' | ')
        added.push(builder.add(word, { row: index + 1, column: 1 }))
      })
      const { text, map } = builder.done()
      expect(canonicalText(text)).toBe(text)
      for (const [start, end, , , , row] of map.pieces) if (row > 0) expect(added[row - 1]!.startsWith(text.slice(start, end))).toBe(true)
      for (let at = 1; at < map.pieces.length; at++) expect(map.pieces[at]![0]).toBeGreaterThanOrEqual(map.pieces[at - 1]![1])
    }),
  )
})

test('places are named in both languages', () => {
  expect(placeLabel({ page: 3, table: 1, row: 4, column: 2 })).toEqual({ ko: '3쪽 표 1의 4행 2열', en: 'page 3, table 1 row 4 column 2' })
  expect(placeLabel({ sheet: '투자', cell: 'B4' })).toEqual({ ko: '시트 ‘투자’ B4', en: 'sheet “투자” B4' })
  expect(placeLabel({ paragraph: 7 }).ko).toBe('7번째 문단')
  expect(cellAddress(1, 703)).toBe('AAA1')
})

test('a character between two cells has no place', () => {
  const map = { pieces: [[0, 2, 1, 1, 0, 0, 0, 0] as never, [5, 8, 1, 2, 0, 0, 0, 0] as never], sheets: [] }
  expect(placeAt(map, 1)).toEqual({ page: 1, paragraph: 1 })
  expect(placeAt(map, 3)).toBeNull()
  expect(placeAt(map, 8)).toBeNull()
})

test('a text without words is empty, one past the limit too large', () => {
  const blank = new TextBuilder(10)
  blank.add(' · ')
  expect(() => blank.done()).toThrow(FormatError)
  expect(() => new TextBuilder(3).add('네 글자')).toThrow(/longer than 3/)
})

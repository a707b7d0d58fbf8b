import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columns, csvRow, publicationsCsv } from './csv.ts'

/** Read one CSV line back (RFC 4180). */
function cells(line: string): string[] {
  const found: string[] = []
  let at = 0
  const text = line.replace(/\r\n$/, '')
  for (;;) {
    let value = ''
    if (text[at] === '"') {
      at++
      for (;;) {
        if (text[at] === '"' && text[at + 1] === '"') {
          value += '"'
          at += 2
        } else if (text[at] === '"') {
          at++
          break
        } else value += text[at++]
      }
    } else while (at < text.length && text[at] !== ',') value += text[at++]
    found.push(value)
    if (at >= text.length) return found
    at++
  }
}

describe('open data as CSV', () => {
  test('every cell reads back as it was written', () => {
    const text = fc.string().filter((one) => !/^[=+\-@\t\r]/.test(one) && one !== '')
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (list) => {
        expect(cells(csvRow(list))).toEqual(list)
      }),
    )
  })

  test('what a spreadsheet would run is written as text; numbers stay numbers', () => {
    expect(csvRow(['=1+1', '@SUM(A1)', '+82', '-3', '-3.5', '-a'])).toBe("'=1+1,'@SUM(A1),'+82,-3,-3.5,'-a\r\n")
  })

  test('begins with a byte order mark and the columns of the dictionary', () => {
    expect(publicationsCsv('narae', [])).toBe(`\ufeff${columns.map(([name]) => name).join(',')}\r\n`)
    expect(new Set(columns.map(([name]) => name)).size).toBe(columns.length)
    for (const [, ko, en] of columns) expect([/[가-힣]/.test(ko), /[A-Za-z]/.test(en)]).toEqual([true, true])
  })
})

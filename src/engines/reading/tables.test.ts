import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import type { Mention } from './reading.ts'

interface Case {
  title: string
  lines: string[]
  says: string[]
}
const corpus = JSON.parse(readFileSync(new URL('../../../corpus/reading/tables.json', import.meta.url), 'utf8')) as { cases: Case[] }

/** A mention in the notation of the corpus. */
function notation({ kind, value, unit }: Mention): string {
  const said = value !== null && typeof value === 'object' ? `${value.from}..${value.to}` : `${value}`
  return unit === null || unit === 'date' ? `${kind}:${said}` : `${kind}:${said} ${unit}`
}

describe('tables', () => {
  test.each(corpus.cases.map((one) => [one.title, one] as const))('%s', (_title, { lines, says }) => {
    expect(readDocument(lines.join('\n'), { published: '2024-05-09' }).mentions.map(notation)).toEqual(says)
  })

  test('a number of a table keeps its line as its evidence, and its label as its reason', () => {
    const { commitments, text } = readDocument('기업명\t투자액(억원)\t고용(명)\n㈜한올텍\t320\t45\n새봄메디\t150\t20', { published: '2024-05-09' })
    expect(commitments.map((c) => [c.value, c.subject.value, text.slice(c.evidence.start, c.evidence.end)])).toEqual([
      [32_000_000_000, '㈜한올텍', '㈜한올텍\t320\t45'],
      [45, '㈜한올텍', '㈜한올텍\t320\t45'],
      [15_000_000_000, '새봄메디', '새봄메디\t150\t20'],
      [20, '새봄메디', '새봄메디\t150\t20'],
    ])
  })

  test('a number whose column cannot be told is not read', () => {
    const said = readDocument('업체명\n투자액(억원)\n고용(명)\n㈜한솔정밀\n120\n35\n가람소재\n80\n다래식품㈜\n45\n20', {
      published: '2024-05-09',
    }).mentions
    expect(said.filter((m) => m.text === '80')).toEqual([])
    expect(said.filter((m) => m.text === '45').map((m) => m.kind)).toEqual(['money'])
  })
})

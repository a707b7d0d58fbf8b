import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { docxOf, hwpx } from './fixtures/office.ts'
import { nestedTitle } from './nested-table.ts'
import { closeFormats, parseFile } from './parse-file.ts'

afterAll(closeFormats)

const linesOf = async (bytes: Uint8Array, name: string): Promise<string[]> => {
  const parsed = await parseFile(bytes, { name })
  if (!parsed.ok || parsed.kind !== 'text') throw new Error(`expected a text, got ${JSON.stringify(parsed)}`)
  return parsed.text.split('\n').filter((line) => line !== '')
}

/** A form with a table as the value of its second row, as each format writes it. */
interface Form {
  label: string
  words: string
  after?: string
}
const plan = [
  ['구분', '2026', '2027'],
  ['설비', '100', '200'],
]

const word = {
  paragraph: (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`,
  cell: (inner: string, columns = 1) => `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr>${inner}</w:tc>`,
  table: (rows: readonly string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`,
}
function docxForm({ label, words, after = '' }: Form): Uint8Array {
  const { paragraph, cell, table } = word
  const line = (row: readonly string[]) => row.map((text) => cell(paragraph(text))).join('')
  const value = (words === '' ? '' : paragraph(words)) + table(plan.map(line)) + paragraph(after)
  return docxOf(
    table([
      line(['기업명', '㈜누리', '업종', '화학']),
      cell(paragraph(label)) + cell(value, 3),
      line(['고용(명)', '150', '준공예정일', '2027.3.1.']),
    ]),
  )
}

function hwpxForm({ label, words, after = '' }: Form): Uint8Array {
  const paragraph = (inner: string) => `<hp:p id="0" paraPrIDRef="0" styleIDRef="0">${inner}</hp:p>`
  const run = (text: string) => `<hp:run charPrIDRef="0"><hp:t>${text}</hp:t></hp:run>`
  const cell = (inner: string, row: number, column: number, columns = 1) =>
    `<hp:tc><hp:subList>${inner}</hp:subList><hp:cellAddr colAddr="${column}" rowAddr="${row}"/><hp:cellSpan colSpan="${columns}" rowSpan="1"/></hp:tc>`
  const line = (texts: readonly string[], row: number) => texts.map((text, column) => cell(paragraph(run(text)), row, column)).join('')
  const table = (rows: readonly string[]) =>
    paragraph(`<hp:run><hp:tbl rowCnt="${rows.length}" colCnt="4">${rows.map((row) => `<hp:tr>${row}</hp:tr>`).join('')}</hp:tbl></hp:run>`)
  const value = (words === '' ? '' : paragraph(run(words))) + table(plan.map(line)) + (after === '' ? '' : paragraph(run(after)))
  const body = table([
    line(['기업명', '㈜누리', '업종', '화학'], 0),
    cell(paragraph(run(label)), 1, 0) + cell(value, 1, 1, 3),
    line(['고용(명)', '150', '준공예정일', '2027.3.1.'], 2),
  ])
  const bytes = unzipSync(hwpx(['XX']))
  bytes['Contents/section0.xml'] = strToU8(strFromU8(bytes['Contents/section0.xml']!).replace(/<hp:p .*<\/hp:p>/, body))
  return zipSync(bytes)
}

function pageForm({ label, words, after = '' }: Form): Uint8Array {
  const line = (row: readonly string[]) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`
  const value = `${words === '' ? '' : `<p>${words}</p>`}<table>${plan.map(line).join('')}</table>${after === '' ? '' : `<p>${after}</p>`}`
  return Buffer.from(
    `<html><body><table>${line(['기업명', '㈜누리', '업종', '화학'])}<tr><td>${label}</td><td colspan="3">${value}</td></tr>${line(['고용(명)', '150', '준공예정일', '2027.3.1.'])}</table></body></html>`,
  )
}

describe('a table that is a value of a form', () => {
  test.each([
    ['양식.docx', docxForm],
    ['양식.hwpx', hwpxForm],
    ['양식.html', pageForm],
  ])('keeps titles and units, and so does the form (%s)', async (name, made) => {
    const form = ['기업명 | ㈜누리', '업종 | 화학', '고용 | 150명', '준공예정일 | 2027.3.1.']
    const table = ['구분 | 2026 | 2027', '설비 | 2026년: 100억원 | 2027년: 200억원']
    expect(await linesOf(made({ label: '투자계획(억원)', words: '' }), name)).toEqual([...form, '투자계획 (단위: 억원)', ...table])
    expect(await linesOf(made({ label: '연차별 투자계획', words: '(단위: 억원)' }), name)).toEqual([
      ...form.slice(0, 2),
      '연차별 투자계획 | (단위: 억원)',
      ...form.slice(2),
      '연차별 투자계획 (단위: 억원)',
      ...table,
    ])
    expect(await linesOf(made({ label: '연차별 투자계획', words: '', after: '※ 단위: 억원' }), name)).toEqual([
      ...form.slice(0, 2),
      '연차별 투자계획 | ※ 단위: 억원',
      ...form.slice(2),
      '연차별 투자계획 (단위: 억원)',
      ...table,
    ])
  })
  test('in a frame of one cell keeps its place between the words of that', async () => {
    const { paragraph, cell, table } = word
    const inner = table(plan.map((row) => row.map((text) => cell(paragraph(text))).join('')))
    const frame = table([cell(paragraph('투자 계획은 다음과 같다. (단위: 억원)') + inner + paragraph('끝.'))])
    expect(await linesOf(docxOf(frame), '틀.docx')).toEqual([
      '투자 계획은 다음과 같다. (단위: 억원)',
      '구분 | 2026 | 2027',
      '설비 | 2026년: 100억원 | 2027년: 200억원',
      '끝.',
    ])
  })
})

test('a value or a text beside a table is not its name', () => {
  expect(nestedTitle('㈜누리 120', '')).toBe('')
  expect(nestedTitle('가'.repeat(60), '단위: 명')).toBe('(단위: 명)')
  expect(nestedTitle('사업비(단위: 백만원, 명)', '')).toBe('사업비 (단위: 백만원, 명)')
})

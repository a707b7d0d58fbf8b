import { utils as CFBUtils, write } from 'cfb'
import { strToU8 } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { cp949 } from './fixtures/cp949.ts'
import { closeFormats, parseFile } from './parse-file.ts'

afterAll(closeFormats)

const read = async (bytes: Uint8Array | string, name: string) => parseFile(typeof bytes === 'string' ? strToU8(bytes) : bytes, { name })

describe('files that are called Excel files', () => {
  const cell = (value: string | number, more = '') =>
    `<Cell${more}><Data ss:Type="${typeof value === 'number' ? 'Number' : 'String'}">${value}</Data></Cell>`
  const book = (rows: string, options = '') =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="w"><NumberFormat ss:Format="#,##0&quot;명&quot;"/></Style></Styles><Worksheet ss:Name="투자"><Table><Column ss:Index="5" ss:Hidden="1"/>${rows}</Table>${options}</Worksheet></Workbook>`
  const rows = [
    `<Row>${cell('기업')}${cell('투자', ' ss:MergeAcross="1"')}${cell('지분율')}${cell('메모')}</Row>`,
    `<Row>${cell('금액(억원)', ' ss:Index="2"')}${cell('고용')}</Row>`,
    `<Row ss:Index="3">${cell('㈜누리')}${cell(1200)}${cell(300, ' ss:StyleID="w"')}${cell(0.35, ' ss:StyleID="p"')}${cell('숨은 말')}</Row>`,
    `<Row ss:Hidden="1">${cell('㈜다온')}${cell(77)}</Row>`,
  ]
  test('a workbook that is one XML text is read with its sheets, cells and formats', async () => {
    const parsed = await read(book(rows.join('')), '현황.xls')
    expect(parsed).toMatchObject({ ok: true, format: 'xls' })
    if (!parsed.ok || parsed.kind !== 'text') return
    expect(parsed.text.split('\n').at(-1)).toBe('㈜누리 | 투자 금액 1200억원 | 투자 고용 300명 | 지분율 35%')
    expect(parsed.warnings.map((one) => one.ko)).toEqual(['시트 ‘투자’의 숨긴 행 1개와 숨긴 열 1개는 읽지 않았습니다.'])
  })
  test('a hidden sheet of it is left out and told', async () => {
    const options = '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>'
    expect(await read(book(rows[0]!, options), '현황.xls')).toMatchObject({ ok: false, reason: 'empty' })
  })
  test('a table without a page around it is the table, whatever stands before it', async () => {
    const table =
      '<table border="1"><tr><td>기업</td><td>투자액(억원)</td></tr><tr><td>㈜누리</td><td>1,200</td></tr><tr><td>㈜다온</td><td>830</td></tr></table>'
    for (const bytes of [
      strToU8(table),
      strToU8(`<meta http-equiv="Content-Type" content="application/vnd.ms-excel; charset=utf-8">${table}`),
      strToU8(`<style>td { mso-number-format: '@' }</style>\n${table}`),
      cp949(table),
    ])
      expect(await read(bytes, '현황.xls')).toMatchObject({ ok: true, format: 'html', text: expect.stringContaining('㈜누리 | 투자액 1,200억원') })
  })
  test('words in tags are no page', async () => {
    expect(await read('<table> 이라는 말로 시작하는 글이다. 투자액은 1,200억원이다.', '글.txt')).toMatchObject({ ok: true, format: 'text' })
  })
})

describe('old documents', () => {
  const compound = (name: string, words = '') => {
    const file = CFBUtils.cfb_new()
    CFBUtils.cfb_add(file, `/${name}`, Buffer.from(words.padEnd(5000), 'utf16le'))
    return Uint8Array.from(write(file, { type: 'buffer' }) as Buffer)
  }
  test('a Word document that speaks of a book is no damaged workbook', async () => {
    for (const words of [' Book\0 Bookmark', '  FileHeader\0'])
      expect(await read(compound('WordDocument', words), '계획.doc')).toMatchObject({
        ok: false,
        reason: 'unsupported',
        detail: { ko: expect.stringContaining('DOCX로 저장') },
      })
  })
  test('a letter of Outlook is named, with what to do', async () => {
    expect(await read(compound('__properties_version1.0'), '편지.msg')).toMatchObject({
      ok: false,
      detail: { ko: expect.stringContaining('EML로 저장') },
    })
  })
  test('a document of Word 2003 in XML is named, not read as its tags', async () => {
    const xml = '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="x"><w:body/></w:wordDocument>'
    expect(await read(xml, '계획.xml')).toMatchObject({ ok: false, reason: 'unsupported' })
  })
})

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { workbook } from './fixtures/workbook.ts'
import { closeFormats, parseCells, parseFile } from './parse-file.ts'
import { placeAt, placeLabel } from './text-map.ts'

afterAll(closeFormats)

/** The workbook of the fixtures with changes in its parts: `from` must be there. */
async function changed(changes: readonly (readonly [string, RegExp, string])[], more: Record<string, string> = {}): Promise<Uint8Array> {
  const bytes = unzipSync(await workbook(4))
  for (const [name, from, to] of changes) {
    const text = strFromU8(bytes[name]!)
    expect(text).toMatch(from)
    bytes[name] = strToU8(text.replace(from, to))
  }
  for (const [name, text] of Object.entries(more)) bytes[name] = strToU8(text)
  return zipSync(bytes)
}
const sheet = 'xl/worksheets/sheet1.xml'
const read = async (bytes: Uint8Array) => {
  const parsed = await parseFile(bytes, { name: '투자.xlsx' })
  if (!parsed.ok || parsed.kind !== 'text') throw new Error(`expected a text, got ${JSON.stringify(parsed)}`)
  return { text: parsed.text, told: parsed.warnings.map((one) => one.ko), english: parsed.warnings.map((one) => one.en) }
}

test('tables side by side with an empty column between are two', async () => {
  const text = (value: string) => ({ value, type: String })
  const rows = [
    [text('기업명'), text('투자액(억원)'), null, text('산업단지'), text('면적(㎡)')],
    [text('㈜누리'), { value: 850, type: Number }, null, text('새솔산단'), { value: 3300, type: Number }],
    [text('㈜다온'), { value: 120, type: Number }, null, text('가람산단'), { value: 500, type: Number }],
  ]
  const book = await read(Uint8Array.from(await writeExcelFile(rows as never, { sheet: '나란히' }).toBuffer()))
  expect(book.text.split('\n').filter((line) => line.includes('㈜누리') || line.includes('가람산단'))).toEqual([
    '㈜누리 | 투자액 850억원',
    '가람산단 | 면적 500㎡',
  ])
})

describe('what a workbook does not show', () => {
  test('hidden rows are left out and told; the table goes on below them', async () => {
    const { text, told, english } = await read(await changed([[sheet, /<row r="5"/, '<row r="5" hidden="1"']]))
    expect(text).not.toContain('누리2테크')
    expect(text).toContain('㈜누리3테크 | 면적 122.5천㎡ | 투자액 1,202억원')
    expect(told).toEqual(['시트 ‘투자’의 숨긴 행 1개는 읽지 않았습니다.'])
    expect(english).toEqual(['Not read: 1 hidden row of the sheet “투자”.'])
  })
  test('so are hidden columns, by their width too', async () => {
    const columns = '<cols><col min="5" max="5" width="9" hidden="1"/><col min="6" max="6" width="0" customWidth="1"/></cols><sheetData'
    const { text, told } = await read(await changed([[sheet, /(?:<cols>.*?<\/cols>)?<sheetData/, columns]]))
    expect(text).toContain('㈜누리1테크 | 면적 120.5천㎡ | 투자액 1,200억원 | 준공일 2027-03-01')
    expect(told).toEqual(['시트 ‘투자’의 숨긴 열 2개는 읽지 않았습니다.'])
  })
  test('what a filter or a folded outline leaves out for now is a row like others, and told', async () => {
    const filtered = await read(
      await changed([
        [sheet, /<row r="5"/, '<row r="5" hidden="1"'],
        [sheet, /(<worksheet[^>]*>)(?:<sheetPr[^>]*\/>)?/, '$1<sheetPr filterMode="1"/>'],
      ]),
    )
    expect(filtered.text).toContain('누리2테크')
    expect(filtered.told).toEqual(['시트 ‘투자’의 필터나 개요로 가린 행 1개도 읽었습니다.'])
    const folded = await read(await changed([[sheet, /<row r="5"/, '<row r="5" outlineLevel="1" hidden="1"']]))
    expect(folded.text).toContain('누리2테크')
  })
  test('words of a merged cell that begins in a hidden column stand in what is left of it', async () => {
    const { text } = await read(
      await changed([
        [sheet, /(?:<cols>.*?<\/cols>)?<sheetData/, '<cols><col min="2" max="2" hidden="1"/></cols><sheetData'],
        [sheet, /<\/sheetData>/, '</sheetData><mergeCells count="1"><mergeCell ref="B1:G1"/></mergeCells>'],
      ]),
    )
    expect(text).toContain('투자 현황')
    expect(text).not.toContain('누리1테크')
  })
  test('a format that shows nothing, and notes beside cells', async () => {
    const notes = '<comments><commentList><comment ref="D4"><text><t>900억원 아닌가요?</t></text></comment></commentList></comments>'
    const bytes = await changed([['xl/styles.xml', /formatCode="#,##0(?:&quot;|")명(?:&quot;|")"/, 'formatCode=";;;"']], {
      'xl/comments1.xml': notes,
    })
    const { text, told } = await read(bytes)
    expect(text).toContain('투자액 1,200억원 |  | 지분율 35%')
    expect(told).toEqual(['메모나 숨은 설명이 1개 있습니다. 본문이 아니어서 읽지 않았습니다.'])
  })
  test('an import of tables has every cell', async () => {
    const cells = await parseCells(await changed([[sheet, /<row r="5"/, '<row r="5" hidden="1"']]), { name: '투자.xlsx' })
    expect(cells.ok && cells.sheets[0]!.cells.map((cell) => cell.text)).toContain('㈜누리2테크')
  })
})

test('a line over each of two tables side by side names it and runs the two together no more', async () => {
  const text = (value: string) => ({ value, type: String })
  const number = (value: number) => ({ value, type: Number })
  const rows = [
    [text('기업 현황'), null, null, text('지원 현황'), null],
    [text('기업명'), text('투자액(억원)'), null, text('사업명'), text('지원액(백만원)')],
    [text('㈜누리'), number(1200), null, text('도로 확충'), number(4200)],
    [text('㈜다온'), number(830), null, text('기숙사 건립'), number(1500)],
  ]
  const bytes = Uint8Array.from(await writeExcelFile(rows as never, { sheet: '현황' }).toBuffer())
  expect((await read(bytes)).text.split('\n').filter((line) => line !== '')).toEqual([
    '현황',
    '기업 현황',
    '기업명 | 투자액(억원)',
    '㈜누리 | 투자액 1200억원',
    '㈜다온 | 투자액 830억원',
    '지원 현황',
    '사업명 | 지원액(백만원)',
    '도로 확충 | 지원액 4200백만원',
    '기숙사 건립 | 지원액 1500백만원',
  ])
})

test('words of a text box are read at the cell where it lies; numbers of notes set high in a cell are not', async () => {
  const drawing =
    '<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>11</xdr:row></xdr:from><xdr:to><xdr:col>7</xdr:col><xdr:row>19</xdr:row></xdr:to><xdr:sp><xdr:txBody><a:p><a:r><a:t>㈜다온은 </a:t></a:r><a:r><a:t>83억원을 투자한다.</a:t></a:r></a:p><a:p/><a:p><a:r><a:t>협의 중</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>'
  const bytes = await changed(
    [
      [
        'xl/sharedStrings.xml',
        /<si><t[^>]*>㈜누리1테크<\/t><\/si>/,
        '<si><r><t>㈜누리1테크</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1)</t></r></si>',
      ],
    ],
    {
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships><Relationship Id="r1" Type="http://x/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
      'xl/drawings/drawing1.xml': drawing,
      'xl/comments/comment1.xml': '<comments><commentList><comment ref="A1"><text><t>900억원?</t></text></comment></commentList></comments>',
    },
  )
  const parsed = await parseFile(bytes, { name: '투자.xlsx' })
  if (!parsed.ok || parsed.kind !== 'text') throw new Error(`expected a text, got ${JSON.stringify(parsed)}`)
  expect(parsed.text).toContain('㈜누리1테크 |')
  expect(parsed.text.split('\n').slice(-2)).toEqual(['㈜다온은 83억원을 투자한다.', '협의 중'])
  expect(placeLabel(placeAt(parsed.map, parsed.text.indexOf('83억원')) ?? {}).ko).toBe('시트 ‘투자’ C12')
  expect(parsed.warnings.map((one) => one.code)).toEqual(['comments'])
})

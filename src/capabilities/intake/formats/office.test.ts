import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { distributedHwp } from './fixtures/distributed-hwp.ts'
import { controlled, docxOf, hwp, hwpOf, hwpx, paragraphRecords, xlsOf } from './fixtures/office.ts'
import { closeFormats, parseFile } from './parse-file.ts'

afterAll(closeFormats)

const linesOf = async (bytes: Uint8Array, name: string): Promise<string[]> => {
  const parsed = await parseFile(bytes, { name })
  if (!parsed.ok || parsed.kind !== 'text') throw new Error(`expected a text, got ${JSON.stringify(parsed)}`)
  return parsed.text.split('\n')
}
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (inner: string) => `<w:p>${inner}</w:p>`

describe('Word documents', () => {
  test('of tracked changes the last state is read, text that was moved where it went', async () => {
    const body = [
      paragraph(
        `${run('투자액은 ')}<w:ins w:id="1">${run('1,500억원')}</w:ins><w:del w:id="2"><w:r><w:delText>1,200억원</w:delText></w:r></w:del>${run('이다.')}`,
      ),
      paragraph(`<w:moveFrom w:id="3">${run('옮긴 글이다.')}</w:moveFrom>`),
      paragraph(run('가운데 글이다.')),
      paragraph(`<w:moveTo w:id="4">${run('옮긴 글이다.')}</w:moveTo>`),
    ]
    expect(await linesOf(docxOf(body.join('')), '변경.docx')).toEqual(['투자액은 1,500억원이다.', '가운데 글이다.', '옮긴 글이다.'])
  })
  test('headers with words come first, once each, notes last; page numbers and lines of the layout do not come', async () => {
    const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const header = (inner: string) => strToU8(`<w:hdr ${names}>${inner}</w:hdr>`)
    const bytes = zipSync({
      'word/document.xml': strToU8(
        `<w:document ${names}><w:body>${paragraph(`${run('새솔시는 공장을 짓는다')}<w:r><w:endnoteReference w:id="2"/></w:r>${run('.')}`)}<w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:body></w:document>`,
      ),
      'word/header1.xml': header(paragraph(run('보도자료 2026. 3. 2.'))),
      'word/header2.xml': header(paragraph(run('보도자료 2026. 3. 2.'))),
      'word/header3.xml': header(paragraph(run('3'))),
      'word/endnotes.xml': strToU8(
        `<w:endnotes ${names}><w:endnote w:type="separator" w:id="0">${paragraph('<w:r><w:separator/></w:r>')}</w:endnote><w:endnote w:id="2">${paragraph(run('땅값 200억원을 넣은 것이다.'))}</w:endnote></w:endnotes>`,
      ),
    })
    expect(await linesOf(bytes, '미주.docx')).toEqual(['보도자료 2026. 3. 2.', '새솔시는 공장을 짓는다.', '땅값 200억원을 넣은 것이다.'])
  })
  test('a hyphen that does not break is a hyphen', async () => {
    expect(await linesOf(docxOf(paragraph('<w:r><w:t>02</w:t><w:noBreakHyphen/><w:t>120</w:t></w:r>')), '줄표.docx')).toEqual(['02-120'])
  })
  test('words of a text box come once, though they stand in the file twice', async () => {
    const box = `<w:txbxContent>${paragraph(run('고용은 300명이다.'))}</w:txbxContent>`
    const both = `<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="wps"><w:drawing><wps:txbx xmlns:wps="s">${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox xmlns:v="v">${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    expect(await linesOf(docxOf(paragraph(both)), '글상자.docx')).toEqual(['고용은 300명이다.'])
  })
})

const wordsAnd = async (bytes: Uint8Array, name = '문서.docx') => {
  const parsed = await parseFile(bytes, { name })
  if (!parsed.ok || parsed.kind !== 'text') throw new Error(`expected a text, got ${JSON.stringify(parsed)}`)
  return { lines: parsed.text.split('\n'), told: parsed.warnings.map((one) => [one.code, one.ko.match(/\d+/)?.[0]]) }
}

describe('what Word does not show', () => {
  const hiddenRun = (text: string, value = '') => `<w:r><w:rPr><w:b/><w:vanish${value}/></w:rPr><w:t>${text}</w:t></w:r>`
  test('hidden letters are no words of it, and the reader is told', async () => {
    const body = [
      paragraph(`${run('투자액은 1,200억원이다.')}${hiddenRun(' 실제로는 ')}${hiddenRun('900억원이다.')}`),
      paragraph(hiddenRun('고용은 30명이다.')),
      paragraph(hiddenRun('면적은 3만㎡이다.', ' w:val="0"')),
    ]
    expect(await wordsAnd(docxOf(body.join('')))).toEqual({ lines: ['투자액은 1,200억원이다.', '면적은 3만㎡이다.'], told: [['hidden-text', '2']] })
  })
  test('a style may hide them, or the style that it is based on; what the letters say of themselves holds', async () => {
    const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const style = (id: string, inner: string) => `<w:style w:styleId="${id}">${inner}</w:style>`
    const styled = (id: string, inner: string) => paragraph(`<w:pPr><w:pStyle w:val="${id}"/></w:pPr>${inner}`)
    const body = [
      paragraph(run('보이는 글 1건.')),
      styled('Memo', run('숨은 글 2건.')),
      styled('Memo', `<w:r><w:rPr><w:vanish w:val="false"/></w:rPr><w:t>보이는 글 3건.</w:t></w:r>`),
      paragraph(`<w:r><w:rPr><w:rStyle w:val="Note"/></w:rPr><w:t>숨은 글 4건.</w:t></w:r>`),
    ]
    const bytes = zipSync({
      'word/document.xml': strToU8(`<w:document ${names}><w:body>${body.join('')}</w:body></w:document>`),
      'word/styles.xml': strToU8(
        `<w:styles ${names}>${style('Note', '<w:rPr><w:vanish/></w:rPr>')}${style('Memo', '<w:basedOn w:val="Base"/>')}${style('Base', '<w:rPr><w:vanish/></w:rPr>')}</w:styles>`,
      ),
    })
    expect(await wordsAnd(bytes)).toEqual({ lines: ['보이는 글 1건.', '보이는 글 3건.'], told: [['hidden-text', '2']] })
  })
  test('hidden and deleted rows, deleted cells and deleted words are out of a table', async () => {
    const cell = (text: string, more = '') => `<w:tc><w:tcPr>${more}</w:tcPr>${paragraph(run(text))}</w:tc>`
    const row = (cells: string, more = '') => `<w:tr><w:trPr>${more}</w:trPr>${cells}</w:tr>`
    const table = `<w:tbl>${[
      row(cell('기업') + cell('투자액(억원)')),
      row(cell('누리테크') + cell('1,200')),
      row(cell('가람소재') + cell('500'), '<w:hidden/>'),
      row(cell('나래정밀') + cell('700'), '<w:del w:id="1"/>'),
      row(cell('다온') + cell('300') + cell('99', '<w:cellDel w:id="2"/>')),
    ].join('')}</w:tbl>`
    const { lines, told } = await wordsAnd(docxOf(paragraph(run('표이다.')) + table))
    expect(lines.join('\n')).toContain('누리테크 | 투자액 1,200억원')
    expect(lines.join('\n')).not.toMatch(/가람|나래|99/)
    expect(told).toEqual([
      ['hidden-text', '1'],
      ['deleted-text', '2'],
    ])
  })
  test('a paragraph whose end was deleted goes on in the next', async () => {
    const open = `<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>`
    const body = [
      paragraph(`${open}${run('새솔시는 ')}<w:del w:id="2"><w:r><w:delText>900억원을 들여</w:delText></w:r></w:del>`),
      paragraph(`<w:pPr><w:jc w:val="both"/></w:pPr>${run('1,200억원을 투자한다.')}`),
      paragraph(run('다음 문단이다.')),
    ]
    expect(await wordsAnd(docxOf(body.join('')))).toEqual({
      lines: ['새솔시는 1,200억원을 투자한다.', '다음 문단이다.'],
      told: [['deleted-text', '1']],
    })
  })
  test('letters struck through are taken for deleted: they would run into what stands for them', async () => {
    const struck = (text: string, mark = '<w:strike/>') => `<w:r><w:rPr>${mark}</w:rPr><w:t>${text}</w:t></w:r>`
    const body = [
      paragraph(`${run('투자액은 ')}${struck('900억')}${struck('원', '<w:dstrike w:val="1"/>')}${run('1,200억원이다.')}`),
      paragraph(struck('고용은 300명이다.', '<w:strike w:val="0"/>')),
    ]
    expect(await wordsAnd(docxOf(body.join('')))).toEqual({ lines: ['투자액은 1,200억원이다.', '고용은 300명이다.'], told: [['struck-text', '1']] })
  })
  test('comments are told and not read', async () => {
    const bytes = unzipSync(docxOf(paragraph(run('투자액은 1,200억원이다.'))))
    const names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    bytes['word/comments.xml'] = strToU8(
      `<w:comments ${names}><w:comment w:id="0">${paragraph(run('900억원 아닌가요?'))}</w:comment><w:comment w:id="1">${paragraph(run('확인함'))}</w:comment></w:comments>`,
    )
    expect(await wordsAnd(zipSync(bytes))).toEqual({ lines: ['투자액은 1,200억원이다.'], told: [['comments', '2']] })
  })
})

describe('Hangul documents', () => {
  test('blanks and hyphens that do not break part words', async () => {
    const bytes = unzipSync(hwpx(['XX']))
    const section = strFromU8(bytes['Contents/section0.xml']!)
    const words = '누리테크<hp:nbSpace/>공장<hp:fwSpace/>증설 031<hp:hyphen/>120'
    bytes['Contents/section0.xml'] = strToU8(section.replace('XX', words))
    expect(await linesOf(zipSync(bytes), '빈칸.hwpx')).toEqual(['누리테크 공장 증설 031-120'])
  })
  test('one for distribution is read: its words are enciphered, the key comes with them', async () => {
    expect(await linesOf(distributedHwp(['배포용 문서이다.', '투자액은 1,200억원이다.']), '배포.hwp')).toEqual([
      '배포용 문서이다.',
      '투자액은 1,200억원이다.',
    ])
  })
  test('one for distribution tells what is struck through and remarked in it as any other', async () => {
    const struck = controlled(
      ['투자액은 ', { id: 'tcmt', letter: 15, words: '숨은 설명' }, '900억원1,200억원이다.'],
      [
        [0, 0],
        [13, 1],
        [18, 0],
      ],
    )
    expect(await wordsAnd(distributedHwp([struck, '끝.'], [0, 1 << 18]), '배포.hwp')).toEqual({
      lines: ['투자액은 1,200억원이다.', '끝.'],
      told: [
        ['struck-text', '1'],
        ['comments', '1'],
      ],
    })
  })
  test.each([
    ['a password', 0x2],
    ['DRM', 0x10],
    ['a certificate', 0x100],
    ['DRM by certificate', 0x400],
  ])('one that is sealed by %s says so', async (_, flags) => {
    expect(await parseFile(hwp(['글'], flags), { name: '잠김.hwp' })).toMatchObject({ ok: false, reason: 'encrypted' })
  })

  const section = (inner: string, header = '') => {
    const bytes = unzipSync(hwpx(['XX']))
    bytes['Contents/section0.xml'] = strToU8(
      strFromU8(bytes['Contents/section0.xml']!).replace('<hp:run charPrIDRef="0"><hp:t>XX</hp:t></hp:run>', inner),
    )
    if (header !== '') bytes['Contents/header.xml'] = strToU8(header)
    return zipSync(bytes)
  }
  const letters = (text: string, style = 0) => `<hp:run charPrIDRef="${style}"><hp:t>${text}</hp:t></hp:run>`
  const control = (inner: string) => `<hp:run charPrIDRef="0"><hp:ctrl>${inner}</hp:ctrl></hp:run>`
  const list = (text: string) => `<hp:subList><hp:p id="0" paraPrIDRef="0" styleIDRef="0">${letters(text)}</hp:p></hp:subList>`
  test('remarks and what was deleted are told and not read (HWPX)', async () => {
    const memo = `<hp:fieldBegin id="1" type="MEMO" name="">${list('메모 900억원')}</hp:fieldBegin>`
    const inner = [
      letters('투자액은 '),
      control(memo),
      letters('1,200억원'),
      control('<hp:fieldEnd beginIDRef="1"/>'),
      control(`<hp:hiddenComment>${list('숨은 설명 800억원')}</hp:hiddenComment>`),
      letters('이고 고용은 <hp:deleteBegin Id="1" TcId="1"/>100명<hp:deleteEnd Id="1" TcId="1"/>300명이다.'),
    ].join('')
    expect(await wordsAnd(section(inner), '협약.hwpx')).toEqual({
      lines: ['투자액은 1,200억원이고 고용은 300명이다.'],
      told: [
        ['deleted-text', '1'],
        ['comments', '2'],
      ],
    })
  })
  test('words struck through are taken for deleted (HWPX); a shape that draws no line is none', async () => {
    const shape = (id: number, name: string) => `<hh:charPr id="${id}"><hh:strikeout shape="${name}" color="#000000"/></hh:charPr>`
    const header = `<hh:head xmlns:hh="http://www.hancom.co.kr/hwpml/2011/head"><hh:refList><hh:charProperties>${shape(0, 'NONE')}${shape(1, 'SOLID')}${shape(2, '3D')}</hh:charProperties></hh:refList></hh:head>`
    const inner = letters('투자액은 ') + letters('900억', 1) + letters('원', 1) + letters('1,200억원', 2) + letters('이다.')
    expect(await wordsAnd(section(inner, header), '협약.hwpx')).toEqual({ lines: ['투자액은 1,200억원이다.'], told: [['struck-text', '1']] })
  })
  test('an address behind words is no word of them', async () => {
    const link =
      '<hp:fieldBegin id="1" type="HYPERLINK" name=""><hp:parameters><hp:stringParam name="Path">http://nuri.example/a</hp:stringParam></hp:parameters></hp:fieldBegin>'
    const inner = control(link) + letters('누리테크') + control('<hp:fieldEnd beginIDRef="1"/>') + letters('는 [붙임](참고)과 같이 투자한다.')
    expect(await linesOf(section(inner), '협약.hwpx')).toEqual(['누리테크는 [붙임](참고)과 같이 투자한다.'])
  })
  test.each([0, 1])('headers, notes and lines under letters are read without marks, remarks told (HWP 5, packed %i)', async (flags) => {
    const records = Buffer.concat([
      controlled([{ id: 'head', letter: 16, words: '새솔시 투자유치과' }, '협약 결과']),
      controlled([
        '투자액은 ',
        { id: '%%me', letter: 3 },
        '1,200억원',
        { id: '%%me', letter: 4 },
        '이다.',
        { id: 'tcmt', letter: 15, words: '숨은 설명 900억원' },
      ]),
      controlled(['고용은 300명이다.'], 1),
      paragraphRecords('끝.'),
    ])
    expect(await wordsAnd(hwpOf(records, { flags, letters: [0, 4] }), '협약.hwp')).toEqual({
      lines: ['새솔시 투자유치과', '협약 결과', '투자액은 1,200억원이다.', '고용은 300명이다.', '끝.'],
      told: [['comments', '2']],
    })
  })
  test.each([0, 1])('words struck through are taken for deleted (HWP 5, packed %i); a shape that draws no line is none', async (flags) => {
    const line = 1 << 18
    const relief = line | (13 << 26)
    const records = Buffer.concat([
      controlled(
        ['투자액은 ', { id: 'tcmt', letter: 15, words: '숨은 설명' }, '900억원1,200억원이다.'],
        [
          [0, 0],
          [13, 1],
          [18, 2],
          [21, 0],
        ],
      ),
      controlled(['고용은 300명이다.'], 1),
      controlled(['면적은 3만㎡이다.'], 2),
      paragraphRecords('끝.'),
    ])
    expect(await wordsAnd(hwpOf(records, { flags, letters: [0, line, relief] }), '협약.hwp')).toEqual({
      lines: ['투자액은 1,200억원이다.', '면적은 3만㎡이다.', '끝.'],
      told: [
        ['struck-text', '2'],
        ['comments', '1'],
      ],
    })
  })
})

describe('old Excel workbooks', () => {
  const rows = (firm: string, amount: number) => [
    ['기업', '투자액(억원)'],
    [firm, amount],
  ]
  test('hidden sheets are told and not read', async () => {
    const bytes = xlsOf([
      { name: '협약', rows: rows('누리테크', 1200) },
      { name: '검토', rows: rows('가람소재', 900), hidden: 1 },
      { name: 'Temp', rows: rows('나래정밀', 700), hidden: 2 },
      { name: '실적', rows: rows('다온', 300) },
    ])
    const { lines, told } = await wordsAnd(bytes, '투자.xls')
    expect(lines.filter((line) => line !== '')).toEqual([
      '협약',
      '기업 | 투자액(억원)',
      '누리테크 | 투자액 1200억원',
      '실적',
      '기업 | 투자액(억원)',
      '다온 | 투자액 300억원',
    ])
    expect(told.map(([code]) => code)).toEqual(['hidden-sheet', 'hidden-sheet'])
  })
  test.each([true, false])(
    'hidden rows and columns are told and not read; what a filter leaves out for now is read (numbers in one record: %s)',
    async (joined) => {
      const sheet = {
        rows: [
          ['기업', '투자액(억원)', '내부 검토액(억원)', '고용(명)'],
          ['누리테크', 1200, 900, 150],
          ['가람소재', 800, 700, 90],
        ],
        joined,
      }
      const bytes = xlsOf([
        { name: '협약', ...sheet, hiddenColumns: [2], hiddenRows: [2] },
        { name: '실적', ...sheet, hiddenRows: [2], filtered: true },
      ])
      const { lines, told } = await wordsAnd(bytes, '투자.xls')
      expect(lines.filter((line) => line !== '')).toEqual([
        '협약',
        '기업 | 투자액(억원) | 고용(명)',
        '누리테크 | 투자액 1200억원 | 고용 150명',
        '실적',
        '기업 | 투자액(억원) | 내부 검토액(억원) | 고용(명)',
        '누리테크 | 투자액 1200억원 | 내부 검토액 900억원 | 고용 150명',
        '가람소재 | 투자액 800억원 | 내부 검토액 700억원 | 고용 90명',
      ])
      expect(told.map(([code]) => code)).toEqual(['hidden-rows', 'hidden-rows'])
    },
  )
  test('one under a password says so', async () => {
    const locked = xlsOf([{ name: '협약', rows: rows('누리테크', 1200) }], true)
    expect(await parseFile(locked, { name: '투자.xls' })).toMatchObject({ ok: false, reason: 'encrypted' })
  })
})

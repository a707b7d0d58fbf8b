import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { distributedHwp } from './fixtures/distributed-hwp.ts'
import { docxOf, hwp, hwpx } from './fixtures/office.ts'
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
  test.each([
    ['a password', 0x2],
    ['DRM', 0x10],
    ['a certificate', 0x100],
    ['DRM by certificate', 0x400],
  ])('one that is sealed by %s says so', async (_, flags) => {
    expect(await parseFile(hwp(['글'], flags), { name: '잠김.hwp' })).toMatchObject({ ok: false, reason: 'encrypted' })
  })
})

import { crc32, deflateRawSync } from 'node:zlib'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { docx, docxOf } from './fixtures/office.ts'
import { workbook } from './fixtures/workbook.ts'
import { closeFormats, parseFile } from './parse-file.ts'
import { zipEntries } from './zip.ts'

afterAll(closeFormats)

const read = async (bytes: Uint8Array, name: string) => {
  const parsed = await parseFile(bytes, { name })
  return parsed.ok && parsed.kind === 'text' ? parsed.text : parsed
}
/** The same package with other names of its parts, and other words in them. */
const renamed = (bytes: Uint8Array, name: (part: string) => string, words = (text: string) => text) =>
  zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([part, data]) => [name(part), /\.(?:xml|rels)$/.test(part) ? strToU8(words(strFromU8(data))) : data]),
    ),
  )
const plan = docx([
  '투자협약',
  [
    ['기업', '금액(억원)'],
    ['㈜누리테크', '1,200'],
  ],
])
const said = '투자협약\n기업 | 금액(억원)\n㈜누리테크 | 금액 1,200억원'

describe('Office documents of other programs', () => {
  test('a main part of another name is found by what the package says of itself', async () => {
    const other = (text: string) => text.replace(/word\/document\.xml/g, 'word/document2.xml')
    expect(await read(renamed(plan, other, other), '협약.docx')).toBe(said)
  })
  test('names with slashes of Windows or in another case are the same names', async () => {
    expect(
      await read(
        renamed(plan, (part) => part.replaceAll('/', '\\')),
        '협약.docx',
      ),
    ).toBe(said)
    const book = renamed(await workbook(), (part) => part.replace('xl/workbook.xml', 'xl/Workbook.xml').replace('sharedStrings', 'SharedStrings'))
    expect(await read(book, '투자.xlsx')).toContain('㈜누리1테크')
  })
  test('a package of another program stays one', async () => {
    const other = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'visio/document.xml': strToU8('<a/>') })
    expect(await read(other, '도면.vsdx')).toMatchObject({ ok: false, reason: 'unsupported' })
  })
  test('words that a program marked for its own use are words', async () => {
    const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
    const body = `<w:p>${run('투자액은 ')}<w:customXml w:element="amount"><w:customXmlPr><w:placeholder w:val="x"/></w:customXmlPr>${run('1,200억원')}</w:customXml>${run('이다.')}</w:p>`
    expect(await read(docxOf(body), '협약.docx')).toBe('투자액은 1,200억원이다.')
  })
})

/** An archive as programs write it that do not know sizes beforehand: all numbers in the fields of 64 bits. */
function large(files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const out: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  const field = (...numbers: number[]) => {
    const bytes = Buffer.alloc(4 + numbers.length * 8)
    bytes.writeUInt16LE(1, 0)
    bytes.writeUInt16LE(numbers.length * 8, 2)
    for (const [index, one] of numbers.entries()) bytes.writeBigUInt64LE(BigInt(one), 4 + index * 8)
    return bytes
  }
  for (const [path, data] of files) {
    const name = Buffer.from(path)
    const packed = deflateRawSync(data)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(45, 0)
    common.writeUInt16LE(0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(data), 10)
    common.fill(0xff, 14, 22)
    common.writeUInt16LE(name.length, 22)
    const [local, listed] = [field(data.length, packed.length), field(data.length, packed.length, at)]
    common.writeUInt16LE(local.length, 24)
    out.push(Buffer.of(0x50, 0x4b, 3, 4), Buffer.from(common), name, local, packed)
    common.writeUInt16LE(listed.length, 24)
    const rest = Buffer.alloc(14)
    rest.fill(0xff, 10)
    directory.push(Buffer.of(0x50, 0x4b, 1, 2, 45, 0), common, rest, name, listed)
    at += 30 + name.length + local.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(56 + 20 + 22)
  end.writeUInt32LE(0x06064b50, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeBigUInt64LE(BigInt(files.length), 24)
  end.writeBigUInt64LE(BigInt(files.length), 32)
  end.writeBigUInt64LE(BigInt(list.length), 40)
  end.writeBigUInt64LE(BigInt(at), 48)
  end.writeUInt32LE(0x07064b50, 56)
  end.writeBigUInt64LE(BigInt(at + list.length), 64)
  end.writeUInt32LE(1, 72)
  end.writeUInt32LE(0x06054b50, 76)
  end.fill(0xff, 84, 96)
  return Buffer.concat([...out, list, end])
}

describe('archives of 64 bits', () => {
  test('are read as others are, documents in their form too', async () => {
    const parts = Object.entries(unzipSync(plan))
    expect(await read(large(parts), '협약.docx')).toBe(said)
    const archive = await parseFile(large([['협약.txt', strToU8('투자액은 1,200억원이다.')]]), { name: '붙임.zip' })
    expect(archive).toMatchObject({ ok: true, kind: 'bundle', entries: [{ name: '협약.txt', parsed: { text: '투자액은 1,200억원이다.' } }] })
  })
  test('an end record that points to none is refused', () => {
    const bytes = large([['협약.txt', strToU8('글')]])
    bytes.fill(0, bytes.length - 42, bytes.length - 22)
    expect(() => zipEntries(bytes, 10)).toThrow('larger than can be read')
  })
  test('the UTF-8 name beside one that lost its letters is the name; a stale one is not', () => {
    const named = (crc: number) => {
      const name = Buffer.from('협약.txt')
      const beside = Buffer.alloc(9 + name.length)
      beside.writeUInt16LE(0x7075, 0)
      beside.writeUInt16LE(5 + name.length, 2)
      beside[4] = 1
      beside.writeUInt32LE(crc, 5)
      name.copy(beside, 9)
      return Buffer.from(zipSync({ '__.txt': [strToU8('글'), { extra: { 28789: beside.subarray(4) } }] }))
    }
    expect(zipEntries(named(crc32('__.txt')), 10)[0]!.name).toBe('협약.txt')
    expect(zipEntries(named(7), 10)[0]!.name).toBe('__.txt')
  })
})

test('elements that stand in one another without end are refused before they are parsed', async () => {
  const deep = (depth: number) => docxOf(`<w:p>${'<w:ins>'.repeat(depth)}<w:r><w:t>속</w:t></w:r>${'</w:ins>'.repeat(depth)}</w:p>`)
  expect(await read(deep(3_000), '깊은.docx')).toMatchObject({ ok: false, reason: 'too-deep' })
  expect(await read(deep(30), '얕은.docx')).toBe('속')
})

test('a document that is set into another is told, alone or beside words', async () => {
  const chunk = '<w:altChunk xmlns:r="r" r:id="rId9"/>'
  const beside = await parseFile(docxOf(`<w:p><w:r><w:t>붙임을 본다.</w:t></w:r></w:p>${chunk}`), { name: '협약.docx' })
  expect(beside).toMatchObject({ ok: true, text: '붙임을 본다.', warnings: [{ code: 'partly-read', ko: expect.stringContaining('1개 끼워져') }] })
  expect(await parseFile(docxOf(chunk), { name: '협약.docx' })).toMatchObject({
    ok: false,
    reason: 'empty',
    detail: { ko: expect.stringContaining('다시 저장해') },
  })
})

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { docxOf, hwpx } from './fixtures/office.ts'
import { isNoteMark } from './note-mark.ts'
import { closeFormats, parseFile } from './parse-file.ts'

afterAll(closeFormats)

const textOf = async (bytes: Uint8Array, name: string) => {
  const parsed = await parseFile(bytes, { name })
  if (!parsed.ok || parsed.kind !== 'text') throw new Error(`expected a text, got ${JSON.stringify(parsed)}`)
  return parsed.text
}
const said = '누리테크는 1,250억원을 들여 33,000m2에 짓는다.'

describe('numbers of notes that are set high', () => {
  test('brackets, stars and numbers behind words are marks; powers are none', () => {
    for (const [mark, before] of [
      ['1)', '1,250'],
      ['주2)', '누리'],
      ['[3]', '%'],
      ['*', '120'],
      ['3', '이다.'],
      ['2', '㈜누리'],
    ] as const)
      expect(isNoteMark(mark, before), mark).toBe(true)
    for (const [mark, before] of [
      ['2', '33,000m'],
      ['3', '10'],
      ['th', '20'],
      ['㈜', '누리'],
      ['', '누리'],
    ] as const)
      expect(isNoteMark(mark, before), mark).toBe(false)
  })
  test('in Word', async () => {
    const run = (text: string, high = false) =>
      `<w:r>${high ? '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`
    const body = `<w:p>${run('누리테크는 1,250')}${run('1)', true)}${run('억원을 들여 33,000m')}${run('2', true)}${run('에 짓는다.')}${run('3', true)}</w:p>`
    expect(await textOf(docxOf(body), '협약.docx')).toBe(said)
  })
  test('in Hangul (HWPX)', async () => {
    const parts = unzipSync(hwpx(['누리테크는 1,250@1)@억원을 들여 33,000m@2@에 짓는다.']))
    const section = strFromU8(parts['Contents/section0.xml']!).replace(
      /@(.*?)@/g,
      '</hp:t></hp:run><hp:run charPrIDRef="7"><hp:t>$1</hp:t></hp:run><hp:run charPrIDRef="0"><hp:t>',
    )
    const header = '<hh:head xmlns:hh="h"><hh:charPr id="0"/><hh:charPr id="7"><hh:supscript/></hh:charPr></hh:head>'
    const bytes = zipSync({ ...parts, 'Contents/section0.xml': strToU8(section), 'Contents/header.xml': strToU8(header) })
    expect(await textOf(bytes, '협약.hwpx')).toBe(said)
  })
  test('in a page', async () => {
    const page = '<html><body><p>누리테크는 1,250<sup>1)</sup>억원을 들여 33,000m<sup>2</sup>에 짓는다.<sup>[2]</sup></p></body></html>'
    expect(await textOf(strToU8(page), '쪽.html')).toBe(said)
  })
})

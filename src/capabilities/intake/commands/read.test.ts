import { zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { flowed, pdf } from '../formats/fixtures/pdf.ts'
import { closeFormats } from '../formats/parse-file.ts'
import { readCommand } from './read.ts'

afterAll(closeFormats)

const article = '2024-03-05 09:00\n새솔시는 ㈜가람소재와 투자협약을 맺었다. ㈜가람소재는 2027년까지 새솔국가산단에 300억 원을 투자한다.\n'

function desk(files: Record<string, string | Uint8Array>) {
  const written: Record<string, string> = {}
  const said = { out: '', err: '' }
  return {
    written,
    said,
    io: {
      readFile: async (path: string) => {
        const content = files[path]
        if (content === undefined) throw new Error('no such file')
        return typeof content === 'string' ? new TextEncoder().encode(content) : content
      },
      readStdin: async () => new TextEncoder().encode(article),
      writeFile: async (path: string, text: string) => void (written[path] = text),
      stdout: (text: string) => void (said.out += text),
      stderr: (text: string) => void (said.err += text),
    },
  }
}

describe('gusul read', () => {
  test('--json prints one line a file in the shape of the label guide', async () => {
    const { io, said } = desk({ 'a.txt': article, 'b.txt': '인구 76만 도시' })
    expect(await readCommand({ files: ['a.txt', 'b.txt'], json: true }, io)).toBe(0)
    const lines = said.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toHaveLength(2)
    expect(lines[0].doc).toBe('a')
    expect(lines[0].commitments[0]).toMatchObject({
      subject: '㈜가람소재',
      indicator: 'investment',
      value: 30_000_000_000,
      unit: 'KRW',
      due: '2027',
      stage: 'mou',
    })
    expect(lines[1].mentions).toHaveLength(1)
  })
  test('steps without an amount stand beside the commitments, with their rules on demand', async () => {
    const { io, said } = desk({ 'a.txt': article })
    expect(await readCommand({ files: ['a.txt'], json: true }, io)).toBe(0)
    const [step] = JSON.parse(said.out).stages
    expect(step).toMatchObject({ stage: 'mou', subject: '㈜가람소재', date: null })
    expect(article.slice(...(step.evidence as [number, number]))).toBe('새솔시는 ㈜가람소재와 투자협약을 맺었다.')
    const plain = desk({ 'a.txt': article })
    await readCommand({ files: ['a.txt'], explain: true }, plain.io)
    expect(plain.said.out).toContain('단계 1')
    expect(plain.said.out).toContain('event:mou')
  })
  test('--out writes a file for each document and prints nothing', async () => {
    const { io, written, said } = desk({ 'x/a.txt': article })
    expect(await readCommand({ files: ['x/a.txt'], out: 'dir' }, io)).toBe(0)
    expect(Object.keys(written)).toEqual(['dir/a.json'])
    expect(said.out).toBe('')
  })
  test('a missing file is named, the others are read and the exit code says so', async () => {
    const { io, said } = desk({ 'a.txt': article })
    expect(await readCommand({ files: ['none.txt', 'a.txt'] }, io)).toBe(1)
    expect(said.err).toContain('none.txt')
    expect(said.out).toContain('300억 원')
  })
  test('a day that is none is refused before anything is read', async () => {
    const { io, said } = desk({ 'a.txt': article })
    expect(await readCommand({ files: ['a.txt'], published: '2024-02-30' }, io)).toBe(2)
    expect(said.err).toContain('2024-02-30')
  })
  test('- is standard input; what is wrong is said in the language of the call', async () => {
    const { io, said } = desk({})
    expect(await readCommand({ files: ['-'], json: true }, io)).toBe(0)
    expect(JSON.parse(said.out)).toMatchObject({ doc: 'stdin', commitments: [{ value: 30_000_000_000 }] })
    expect(await readCommand({ files: [] }, io)).toBe(2)
    expect(said.err).toMatch(/파일을 적어 주세요/)
  })
  test('numbers of one sentence stand over it together', async () => {
    const { io, said } = desk({ 'a.txt': '새솔시는 가람소재와 협약을 맺었다. 가람소재는 새솔산단에 300억 원을 투자하고 120명을 고용한다.' })
    await readCommand({ files: ['a.txt'] }, io)
    expect(said.out.match(/“가람소재는/g)).toHaveLength(1)
    expect(said.out.indexOf('120명 고용')).toBeLessThan(said.out.indexOf('“가람소재는'))
  })
  test('EUC-KR is decoded', async () => {
    const bytes = new Uint8Array([0xbb, 0xef, 0xc3, 0xb4, 0xbd, 0xc3, 0xb4, 0xc2, 0x20, 0x33, 0xbe, 0xef, 0x20, 0xbf, 0xf8])
    const { io, said } = desk({ 'k.txt': bytes })
    expect(await readCommand({ files: ['k.txt'], json: true }, io)).toBe(0)
    expect(JSON.parse(said.out).mentions.map((m: { text: string }) => m.text)).toEqual(['삼척시', '3억 원'])
  })
  test('a summary is in the language that was asked for and says page and cell', async () => {
    const bytes = pdf([flowed('새솔시는 가람소재와 새솔산단에 300억 원을 투자하는 협약을 맺었다고 밝혔다.'), []])
    const korean = desk({ '보고.pdf': bytes })
    expect(await readCommand({ files: ['보고.pdf'] }, korean.io)).toBe(0)
    expect(korean.said.out).toMatch(/협약 +300억 원 투자/)
    expect(korean.said.out).toMatch(/” {2}1쪽$/m)
    expect(korean.said.err).toMatch(/^보고\.pdf: .*2쪽/)
    const english = desk({ '보고.pdf': bytes })
    await readCommand({ files: ['보고.pdf'], locale: 'en' }, english.io)
    expect(english.said.out).toMatch(/mou +300억 원 investment/)
    expect(english.said.out).toMatch(/” {2}page 1$/m)
    expect(english.said.err).toMatch(/pictures/)
    expect(english.said.err).not.toMatch(/[가-힣]쪽/)
  })
  test('--json carries the warnings of a file; a file that gives no text is told in one language', async () => {
    const { io, said } = desk({ '보고.pdf': pdf([flowed('투자액은 300억 원이다.'), []]), '그림.pdf': pdf([[]]) })
    expect(await readCommand({ files: ['보고.pdf', '그림.pdf'], json: true, locale: 'en' }, io)).toBe(1)
    expect(JSON.parse(said.out).warnings).toMatchObject([{ code: 'page-without-text' }])
    expect(said.err).toContain('그림.pdf: The PDF is pictures of pages')
    expect(said.err.replaceAll('보고.pdf', '').replaceAll('그림.pdf', '')).not.toMatch(/[가-힣]/)
  })
  test('files of one name in two folders of an archive are written beside each other', async () => {
    const { io, written } = desk({ '묶음.zip': zipSync({ '가/글.txt': Buffer.from('첫 300억 원'), '나/글.txt': Buffer.from('둘째 200억 원') }) })
    expect(await readCommand({ files: ['묶음.zip'], out: 'dir' }, io)).toBe(0)
    expect(Object.keys(written)).toEqual(['dir/글.json', 'dir/글 (2).json'])
  })
  test('--explain shows the rule of each slot', async () => {
    const { io, said } = desk({ 'a.txt': article })
    await readCommand({ files: ['a.txt'], explain: true }, io)
    expect(said.out).toContain('due:until')
    expect(said.out).not.toContain('\u001b[')
  })
})

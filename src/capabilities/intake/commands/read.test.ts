import { describe, expect, test } from 'vitest'
import { readCommand } from './read.ts'

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
    expect(plain.said.out).toContain('1 stages')
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
  test('EUC-KR is decoded', async () => {
    const bytes = new Uint8Array([0xbb, 0xef, 0xc3, 0xb4, 0xbd, 0xc3, 0xb4, 0xc2, 0x20, 0x33, 0xbe, 0xef, 0x20, 0xbf, 0xf8])
    const { io, said } = desk({ 'k.txt': bytes })
    expect(await readCommand({ files: ['k.txt'], json: true }, io)).toBe(0)
    expect(JSON.parse(said.out).mentions.map((m: { text: string }) => m.text)).toEqual(['삼척시', '3억 원'])
  })
  test('--explain shows the rule of each slot', async () => {
    const { io, said } = desk({ 'a.txt': article })
    await readCommand({ files: ['a.txt'], explain: true }, io)
    expect(said.out).toContain('due:until')
    expect(said.out).not.toContain('\u001b[')
  })
})
